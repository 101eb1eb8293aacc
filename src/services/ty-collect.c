/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-collect"

#include "config.h"

#include "ty-collect.h"

#include "ty-code-list.h"
#include "ty-roster-field.h"
#include "ty-unit-state.h"
#include "ty-unit-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ID_NUMBER_LENGTH 18

/* What is collected from townships, and in which columns. */

/* Of a roster, in the order of the sheet; the words are those of the targets of an import. */
static const struct
{
  TyRosterField field;
  const char *word;
  const char *list;
  gboolean hint;
  gboolean locked;
} roster_columns[] = {
  { TY_ROSTER_FIELD_TOWNSHIP, "township", NULL, FALSE, TRUE },
  { TY_ROSTER_FIELD_VILLAGE, "village", NULL, FALSE, TRUE },
  { TY_ROSTER_FIELD_NAME, "person.name", NULL, FALSE, TRUE },
  { TY_ROSTER_FIELD_ID_NUMBER, "person.id_number", NULL, FALSE, TRUE },
  { TY_ROSTER_FIELD_SEX, "person.sex", "sex", FALSE, FALSE },
  { TY_ROSTER_FIELD_BIRTH, "person.birth", NULL, FALSE, FALSE },
  { TY_ROSTER_FIELD_ETHNICITY, "person.ethnicity", "ethnicity", TRUE, FALSE },
  { TY_ROSTER_FIELD_NATIVE_PLACE, "person.native_place", NULL, FALSE, FALSE },
  { TY_ROSTER_FIELD_POLITICAL, "person.political", "political", TRUE, FALSE },
  { TY_ROSTER_FIELD_PARTY_DATE, "person.party_date", NULL, FALSE, FALSE },
  { TY_ROSTER_FIELD_FULL_TIME, "education.fulltime", "education", TRUE, FALSE },
  { TY_ROSTER_FIELD_FULL_TIME_SCHOOL, "school.fulltime", NULL, FALSE, FALSE },
  { TY_ROSTER_FIELD_IN_SERVICE, "education.inservice", "education", TRUE, FALSE },
  { TY_ROSTER_FIELD_IN_SERVICE_SCHOOL, "school.inservice", NULL, FALSE, FALSE },
  { TY_ROSTER_FIELD_POSTS, "post", NULL, FALSE, FALSE },
  { TY_ROSTER_FIELD_SINCE, "since", NULL, FALSE, FALSE },
  { TY_ROSTER_FIELD_SOURCE, "source", "source", TRUE, FALSE },
  { TY_ROSTER_FIELD_PHONE, "person.phone", NULL, FALSE, FALSE },
  { TY_ROSTER_FIELD_NOTE, "person.note", NULL, FALSE, FALSE },
};

/* The columns by which a person or a village is known in other tables. */
#define N_UNIT_COLUMNS 2
#define N_PERSON_COLUMNS 4

static void
township_free (gpointer data)
{
  TyCollectTownship *township = data;

  g_free (township->name);
  g_ptr_array_unref (township->villages);
  g_free (township);
}

static void
column_free (gpointer data)
{
  TyCollectColumn *column = data;

  g_free (column->title);
  g_free (column->word);
  g_strfreev (column->choices);
  g_clear_object (&column->own);
  g_free (column);
}

static const TyFieldInfo *
find_year (const TyImportKind *kind)
{
  const TyRecordInfo *info = ty_import_kind_get_info (kind);
  const TyFieldInfo *year = info != NULL ? ty_record_info_find_field (info, "year") : NULL;

  return year != NULL && ty_import_kind_is_natural (kind, year) ? year : NULL;
}

/**
 * ty_collect_is_yearly:
 * @kind: a kind of table
 *
 * Returns: whether its rows are those of a year
 */
gboolean
ty_collect_is_yearly (const TyImportKind *kind)
{
  return find_year (kind) != NULL;
}

/* Rows of which each person or village has one a year. */
static gboolean
has_one_a_year (const TyImportKind *kind)
{
  const TyRecordInfo *info = ty_import_kind_get_info (kind);
  guint n = 0;

  for (guint i = 0; i < info->n_fields; i++)
    n += ty_import_kind_is_natural (kind, &info->fields[i]);
  return n == 1 && info->n_keys == 2 && find_year (kind) != NULL;
}

/**
 * ty_collect_can:
 * @kind: a kind of table
 *
 * Returns: whether it can be collected from townships: a roster, or what each person or village has once a year
 */
gboolean
ty_collect_can (const TyImportKind *kind)
{
  return ty_import_kind_is_roster (kind) || has_one_a_year (kind);
}

/**
 * ty_collect_list_townships:
 * @database: a connection
 * @as_of: the day
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyCollectTownship): the townships of the day, in the official
 *   order
 */
GPtrArray *
ty_collect_list_townships (TyDatabase  *database,
                           TyDate       as_of,
                           GError     **error)
{
  g_autoptr(GPtrArray) states = ty_unit_table_list (database, as_of, error);
  g_autoptr(GPtrArray) townships = g_ptr_array_new_with_free_func (township_free);
  g_autoptr(GHashTable) by_unit = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (states == NULL)
    return NULL;

  for (guint i = 0; i < states->len; i++)
    {
      TyRecord *state = g_ptr_array_index (states, i);
      TyCollectTownship *township;

      if (g_strcmp0 (ty_record_get_text (state, TY_UNIT_STATE_LEVEL), "township") != 0)
        continue;
      township = g_new0 (TyCollectTownship, 1);
      township->unit = ty_record_get_integer (state, TY_UNIT_STATE_UNIT);
      township->name = g_strdup (ty_record_get_text (state, TY_UNIT_STATE_NAME));
      township->villages = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (townships, township);
      g_hash_table_insert (by_unit, &township->unit, township);
    }
  for (guint i = 0; i < states->len; i++)
    {
      TyRecord *state = g_ptr_array_index (states, i);
      gint64 parent = ty_record_get_integer (state, TY_UNIT_STATE_PARENT);
      TyCollectTownship *township = g_hash_table_lookup (by_unit, &parent);

      if (township != NULL && g_strcmp0 (ty_record_get_text (state, TY_UNIT_STATE_LEVEL), "village") == 0)
        g_ptr_array_add (township->villages, g_object_ref (state));
    }
  return g_steal_pointer (&townships);
}

static TyCollectColumn *
add_column (GPtrArray  *columns,
            char       *title,
            char       *word,
            double      width)
{
  TyCollectColumn *column = g_new0 (TyCollectColumn, 1);

  column->title = title;
  column->word = word;
  column->width = width;
  column->roster = -1;
  g_ptr_array_add (columns, column);
  return column;
}

static void
add_roster_column (GPtrArray *columns,
                   guint      i)
{
  TyRosterField field = roster_columns[i].field;
  TyCollectColumn *column = add_column (columns, ty_roster_field_dup_label (field),
                                        g_strdup (roster_columns[i].word), ty_roster_field_get_width (field));

  column->roster = (int) field;
  column->list = roster_columns[i].list;
  column->hint = roster_columns[i].hint;
  column->locked = roster_columns[i].locked;
  column->wide = ty_roster_field_is_long (field);
  column->sensitive = ty_roster_field_get_privacy (field) == TY_PRIVACY_SENSITIVE;
  column->length = field == TY_ROSTER_FIELD_ID_NUMBER ? ID_NUMBER_LENGTH : 0;
}

static char **
dup_yes_no (void)
{
  TyCodeList *list = ty_code_list_get_shipped ("yes_no");
  guint n = ty_code_list_get_n_items (list);
  char **choices = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    choices[i] = g_strdup (ty_code_get_label (ty_code_list_get_item (list, i)));
  return choices;
}

static void
add_own_column (GPtrArray     *columns,
                TyCustomField *field)
{
  TyCustomKind kind = ty_custom_field_get_kind (field);
  TyCollectColumn *column = add_column (columns, g_strdup (ty_custom_field_get_name (field)),
                                        ty_custom_field_dup_word (field), 14);

  column->own = g_object_ref (field);
  column->sensitive = ty_custom_field_get_privacy (field) == TY_PRIVACY_SENSITIVE;
  if (kind == TY_CUSTOM_KIND_CHOICE)
    column->choices = ty_custom_field_list_choices (field);
  else if (kind == TY_CUSTOM_KIND_YES_NO)
    column->choices = dup_yes_no ();
  column->wide = kind == TY_CUSTOM_KIND_TEXT;
}

/* A column of one year: a cell that stays empty then says nothing, and makes no row. */
static void
add_field_column (GPtrArray            *columns,
                  const TyImportTarget *target,
                  guint                 year)
{
  const TyFieldInfo *field = &target->info->fields[target->field];
  /* Translators: a year and what is asked for it, such as “2024: Households” */
  char *title = g_strdup_printf (C_("column of a year", "%u: %s"), year, _(field->label));
  TyCollectColumn *column = add_column (columns, title, g_strdup_printf ("%s@%u", target->word, year), 13);

  column->field = target->field;
  column->list = field->kind == TY_FIELD_CODE ? field->code_list : NULL;
  column->number = field->kind == TY_FIELD_INTEGER || field->kind == TY_FIELD_DECIMAL;
  column->wide = field->kind == TY_FIELD_TEXT;
  column->sensitive = field->privacy == TY_PRIVACY_SENSITIVE;
}

static void
add_record_columns (GPtrArray           *columns,
                    const TyCollectSpec *spec,
                    GPtrArray           *fields)
{
  g_autoptr(GPtrArray) targets = ty_import_kind_list_targets (spec->kind, fields);
  guint n = ty_import_kind_get_people (spec->kind) == TY_IMPORT_PEOPLE_NONE ? N_UNIT_COLUMNS
                                                                            : N_PERSON_COLUMNS;

  for (guint i = 0; i < n; i++)
    add_roster_column (columns, i);
  for (guint i = 0; i < targets->len; i++)
    {
      const TyImportTarget *target = g_ptr_array_index (targets, i);

      if (target->role == TY_IMPORT_ROLE_FIELD
          && &target->info->fields[target->field] != find_year (spec->kind))
        add_field_column (columns, target, spec->year);
    }
}

/**
 * ty_collect_list_columns:
 * @spec: what is collected
 * @fields: (element-type TyCustomField): the fields of the county
 *
 * Returns: (transfer full) (element-type TyCollectColumn): the columns of its workbooks, behind that with the keys
 */
GPtrArray *
ty_collect_list_columns (const TyCollectSpec *spec,
                         GPtrArray           *fields)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);

  if (!ty_import_kind_is_roster (spec->kind))
    {
      add_record_columns (columns, spec, fields);
      return columns;
    }
  for (guint i = 0; i < G_N_ELEMENTS (roster_columns); i++)
    add_roster_column (columns, i);
  for (guint i = 0; i < fields->len; i++)
    add_own_column (columns, g_ptr_array_index (fields, i));
  return columns;
}
