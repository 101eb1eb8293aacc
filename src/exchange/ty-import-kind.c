/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-kind"

#include "config.h"

#include "ty-import-kind.h"

#include "ty-custom-field.h"
#include "ty-import-words.h"
#include "ty-record-registry.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

struct _TyImportKind
{
  const char *word;
  const char *label;
  const char *table;   /* (nullable): none for a roster, which is understood as a whole */
  TyImportPeople people;
  const char *natural; /* the columns by which a row is known among those of its person or unit */
  const char *left;    /* (nullable): columns that no table has */
};

/* A kind whose table this program does not have is not offered. */
static const TyImportKind kinds[] = {
  { "roster", N_("Roster of cadres"), NULL, TY_IMPORT_PEOPLE_ANY, "", NULL },
  { "reserves", N_("Reserves"), "reserve", TY_IMPORT_PEOPLE_ANY, " unit post ", NULL },
  { "appointments", N_("Appointments"), "appointment", TY_IMPORT_PEOPLE_KNOWN, " unit post title from_date ", " body title " },
  { "results", N_("Yearly results"), "annual_result", TY_IMPORT_PEOPLE_KNOWN, " year ", NULL },
  { "appraisals", N_("Appraisals"), "appraisal", TY_IMPORT_PEOPLE_KNOWN, " year period kind half quarter month ", NULL },
  { "family", N_("Family members"), "family_member", TY_IMPORT_PEOPLE_KNOWN, " relation name ", " position " },
  { "training", N_("Training attendance"), "attendance", TY_IMPORT_PEOPLE_KNOWN, " course ", NULL },
  { "honours", N_("Honours"), "honour", TY_IMPORT_PEOPLE_KNOWN, " date title ", NULL },
  { "units", N_("Townships and villages"), "unit_state", TY_IMPORT_PEOPLE_NONE, " unit ",
    " name level position from_date until_date " },
  { "village-years", N_("Yearly numbers of villages"), "unit_year", TY_IMPORT_PEOPLE_NONE, " year ", NULL },
};

/* What tables of records say of people, to find them and, where they may be new, to make them. */
static const TyRosterColumn person_columns[] = {
  TY_ROSTER_COLUMN_TOWNSHIP, TY_ROSTER_COLUMN_VILLAGE, TY_ROSTER_COLUMN_UNIT, TY_ROSTER_COLUMN_NAME,
  TY_ROSTER_COLUMN_ID_NUMBER, TY_ROSTER_COLUMN_BIRTH, TY_ROSTER_COLUMN_SEX, TY_ROSTER_COLUMN_PHONE,
  TY_ROSTER_COLUMN_ETHNICITY, TY_ROSTER_COLUMN_NATIVE_PLACE, TY_ROSTER_COLUMN_POLITICAL,
  TY_ROSTER_COLUMN_PARTY_DATE, TY_ROSTER_COLUMN_WORK_DATE, TY_ROSTER_COLUMN_EDUCATION,
  TY_ROSTER_COLUMN_EDUCATION_FULL_TIME, TY_ROSTER_COLUMN_EDUCATION_IN_SERVICE, TY_ROSTER_COLUMN_SCHOOL,
  TY_ROSTER_COLUMN_SCHOOL_FULL_TIME, TY_ROSTER_COLUMN_SCHOOL_IN_SERVICE,
};

/* A column that no roster has tells more than those that all tables of people share. */
#define SPECIAL 5

#define N_UNIT_COLUMNS 3
#define N_KNOWN_COLUMNS 6

const TyRecordInfo *
ty_import_kind_get_info (const TyImportKind *self)
{
  return self->table != NULL ? ty_record_registry_find (self->table) : NULL;
}

static gboolean
is_offered (const TyImportKind *self)
{
  return self->table == NULL || ty_import_kind_get_info (self) != NULL;
}

/**
 * ty_import_kind_get_n:
 *
 * Returns: how many kinds of tables are understood
 */
guint
ty_import_kind_get_n (void)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    n += is_offered (&kinds[i]);

  return n;
}

/**
 * ty_import_kind_get:
 * @i: a place below their number
 *
 * Returns: (transfer none): a kind of table
 */
const TyImportKind *
ty_import_kind_get (guint i)
{
  for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
    if (is_offered (&kinds[j]) && i-- == 0)
      return &kinds[j];

  g_return_val_if_reached (NULL);
}

/**
 * ty_import_kind_find:
 * @word: the word of a kind
 *
 * Returns: (transfer none) (nullable): the kind
 */
const TyImportKind *
ty_import_kind_find (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].word, word) == 0 && is_offered (&kinds[i]))
      return &kinds[i];

  return NULL;
}

const char *
ty_import_kind_get_word (const TyImportKind *self)
{
  return self->word;
}

const char *
ty_import_kind_get_label (const TyImportKind *self)
{
  return _(self->label);
}

TyImportPeople
ty_import_kind_get_people (const TyImportKind *self)
{
  return self->people;
}

/**
 * ty_import_kind_is_roster:
 * @self: a kind
 *
 * Returns: whether its rows say who holds which posts, and so which posts end
 */
gboolean
ty_import_kind_is_roster (const TyImportKind *self)
{
  return self->table == NULL;
}

static gboolean
has_word (const char *words,
          const char *word)
{
  g_autofree char *padded = g_strdup_printf (" %s ", word);

  return words != NULL && strstr (words, padded) != NULL;
}

/**
 * ty_import_kind_is_natural:
 * @self: a kind
 * @field: a field of its records
 *
 * Returns: whether a row is known again by it among those of its person or unit
 */
gboolean
ty_import_kind_is_natural (const TyImportKind *self,
                           const TyFieldInfo  *field)
{
  return has_word (self->natural, field->column);
}

static void
target_free (gpointer data)
{
  TyImportTarget *target = data;

  g_free (target->word);
  g_free (target->label);
  g_clear_object (&target->own);
  g_free (target);
}

static void
add_column (GPtrArray      *targets,
            TyRosterColumn  column)
{
  TyImportTarget *target = g_new0 (TyImportTarget, 1);

  target->word = g_strdup (ty_import_word_of_column (column));
  target->label = g_strdup (ty_import_label_of_column (column));
  target->role = TY_IMPORT_ROLE_COLUMN;
  target->column = column;
  g_ptr_array_add (targets, target);
}

/* Keys and references are not typed, but the year of a yearly row is. */
static gboolean
is_typed (const TyFieldInfo *field)
{
  return field->label != NULL && (field->flags & TY_FIELD_HIDDEN) == 0
         && field->kind != TY_FIELD_REFERENCE && field->kind != TY_FIELD_HASH;
}

static void
add_fields (GPtrArray          *targets,
            const TyImportKind *self,
            const TyRecordInfo *info,
            TyImportRole        role)
{
  for (guint i = 0; info != NULL && i < info->n_fields; i++)
    {
      const TyFieldInfo *field = &info->fields[i];
      TyImportTarget *target;

      if (!is_typed (field) || (role == TY_IMPORT_ROLE_FIELD && has_word (self->left, field->column)))
        continue;
      target = g_new0 (TyImportTarget, 1);
      target->word = g_strdup_printf ("%s.%s", info->table, field->column);
      /* Translators: what a record is and what is said of it, such as “Course: Days” */
      target->label = role == TY_IMPORT_ROLE_COURSE || ty_import_kind_get_people (self) != TY_IMPORT_PEOPLE_NONE
                        ? g_strdup_printf (_("%s: %s"), _(info->label), _(field->label))
                        : g_strdup (_(field->label));
      target->role = role;
      target->info = info;
      target->field = i;
      target->words = ty_import_words_of_field (info, field);
      g_ptr_array_add (targets, target);
    }
}

static void
add_own (GPtrArray *targets,
         GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    {
      TyCustomField *field = g_ptr_array_index (fields, i);
      TyImportTarget *target = g_new0 (TyImportTarget, 1);

      target->word = g_strdup_printf ("own:%" G_GINT64_FORMAT, ty_custom_field_get_key (field));
      target->label = g_strdup (ty_custom_field_get_name (field));
      target->role = TY_IMPORT_ROLE_OWN;
      target->own = g_object_ref (TY_RECORD (field));
      g_ptr_array_add (targets, target);
    }
}

/**
 * ty_import_kind_list_targets:
 * @self: a kind
 * @fields: (element-type TyCustomField): the fields of the county
 *
 * Returns: (transfer full) (element-type TyImportTarget): what a column of such a table can mean, in the order
 *   in which it is offered
 */
GPtrArray *
ty_import_kind_list_targets (const TyImportKind *self,
                             GPtrArray          *fields)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func (target_free);
  guint n_columns = self->people == TY_IMPORT_PEOPLE_NONE ? N_UNIT_COLUMNS
                    : self->people == TY_IMPORT_PEOPLE_KNOWN ? N_KNOWN_COLUMNS
                                                             : G_N_ELEMENTS (person_columns);

  if (self->table == NULL)
    {
      for (guint i = 0; i < TY_N_ROSTER_COLUMNS; i++)
        add_column (targets, i);
      add_own (targets, fields);
      return targets;
    }

  for (guint i = 0; i < n_columns; i++)
    add_column (targets, person_columns[i]);
  if (strcmp (self->table, "attendance") == 0)
    add_fields (targets, self, ty_record_registry_find ("course"), TY_IMPORT_ROLE_COURSE);
  add_fields (targets, self, ty_import_kind_get_info (self), TY_IMPORT_ROLE_FIELD);
  return targets;
}

/**
 * ty_import_kind_find_target:
 * @targets: (element-type TyImportTarget): targets
 * @word: the word of one, with `@` and a year for a column of one year
 * @year: (out): the year, or 0
 *
 * Returns: (transfer none) (nullable): the target
 */
const TyImportTarget *
ty_import_kind_find_target (GPtrArray  *targets,
                            const char *word,
                            guint      *year)
{
  const char *at = strchr (word, '@');
  g_autofree char *plain = at != NULL ? g_strndup (word, (gsize) (at - word)) : g_strdup (word);

  *year = at != NULL ? (guint) atoi (at + 1) : 0;
  for (guint i = 0; i < targets->len; i++)
    if (strcmp (((TyImportTarget *) g_ptr_array_index (targets, i))->word, plain) == 0)
      return g_ptr_array_index (targets, i);

  return NULL;
}

/**
 * ty_import_column_dup_word:
 * @self: a column
 *
 * Returns: (transfer full): what it means, as a mapping keeps it
 */
char *
ty_import_column_dup_word (const TyImportColumn *self)
{
  if (self->target == NULL)
    return g_strdup ("");
  if (self->year != 0)
    return g_strdup_printf ("%s@%u", self->target->word, self->year);

  return g_strdup (self->target->word);
}

/* The year that a heading names, such as that of 2021年度考核结果, or 0. */
static guint
find_year (const char *heading)
{
  for (const char *p = heading; *p != '\0'; p++)
    if (strspn (p, "0123456789") >= 4)
      {
        guint year = (guint) strtoul (p, NULL, 10);

        return year >= 1949 && year < 2100 && strspn (p, "0123456789") == 4 ? year : 0;
      }
  return 0;
}

static gboolean
is_own_name (const TyImportTarget *target,
             const char           *heading)
{
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;

  if (target->own == NULL)
    return FALSE;
  name = ty_text_fold (ty_custom_field_get_name (TY_CUSTOM_FIELD (target->own)));
  folded = ty_text_fold (heading);
  return strcmp (name, folded) == 0;
}

/* A heading that two fields share, such as the 备注 of a person and of a row, is of the row. */
static const TyImportTarget *
match (GPtrArray  *targets,
       const char *heading)
{
  TyRosterColumn column;

  for (guint i = 0; i < targets->len; i++)
    {
      const TyImportTarget *target = g_ptr_array_index (targets, i);

      if (is_own_name (target, heading)
          || (target->words != NULL && ty_roster_header_is_one_of (heading, target->words)))
        return target;
    }

  column = ty_roster_header_match (heading);
  for (guint i = 0; i < targets->len; i++)
    {
      const TyImportTarget *target = g_ptr_array_index (targets, i);

      if (target->role == TY_IMPORT_ROLE_COLUMN && target->column == column)
        return target;
      if (g_ascii_strcasecmp (target->word, heading) == 0 || strcmp (target->label, heading) == 0)
        return target;
    }
  return NULL;
}

/* 家庭成员/姓名 is a name of the family; where nobody knows the whole, the lowest heading tells. */
static const TyImportTarget *
match_column (GPtrArray           *targets,
              const TyTableColumn *column)
{
  const TyImportTarget *target = match (targets, column->heading);

  return target != NULL || *column->own == '\0' ? target : match (targets, column->own);
}

static gboolean
is_taken (GArray               *columns,
          const TyImportTarget *target,
          guint                 year)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const TyImportColumn *column = &g_array_index (columns, TyImportColumn, i);

      if (column->target == target && column->year == year)
        return TRUE;
    }
  return FALSE;
}

/* Below one name the member of the family has a name of its own. */
static const TyImportTarget *
get_second (GPtrArray            *targets,
            const TyImportTarget *target)
{
  guint year;

  if (target->role == TY_IMPORT_ROLE_COLUMN && target->column == TY_ROSTER_COLUMN_NAME)
    return ty_import_kind_find_target (targets, "family_member.name", &year);
  if (g_str_equal (target->word, "family_member.birth"))
    return ty_import_kind_find_target (targets, "person.birth", &year);

  return NULL;
}

static void
take_by_heading (const TyImportKind  *self,
                 GPtrArray           *targets,
                 GArray              *columns,
                 const TyTableColumn *column,
                 TyImportColumn      *added)
{
  const TyImportTarget *target = match_column (targets, column);

  if (target == NULL)
    return;
  if (target->role == TY_IMPORT_ROLE_FIELD && has_word (self->natural, "year")
      && strcmp (target->info->fields[target->field].column, "year") != 0)
    added->year = find_year (column->heading);
  if (is_taken (columns, target, added->year))
    target = get_second (targets, target);
  if (target != NULL && !is_taken (columns, target, added->year))
    added->target = target;
  else
    added->year = 0;
}

/* A column that nobody knows by its heading may tell by what it holds. */
static void
take_by_content (GPtrArray *targets,
                 GArray    *columns)
{
  static const struct { TyTableContent content; const char *word; } tells[] = {
    { TY_TABLE_CONTENT_ID_NUMBER, "person.id_number" },
    { TY_TABLE_CONTENT_MOBILE, "person.phone" },
    { TY_TABLE_CONTENT_NAME, "person.name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tells); i++)
    {
      guint year;
      const TyImportTarget *target = ty_import_kind_find_target (targets, tells[i].word, &year);

      for (guint j = 0; target != NULL && j < columns->len && !is_taken (columns, target, 0); j++)
        {
          TyImportColumn *column = &g_array_index (columns, TyImportColumn, j);

          if (column->target == NULL && !column->said && column->content == tells[i].content)
            column->target = target;
        }
    }
}

static char *
dup_free_heading (GArray              *columns,
                  const TyTableColumn *column)
{
  guint n = 1;

  for (guint i = 0; i < columns->len; i++)
    n += g_str_has_prefix (g_array_index (columns, TyImportColumn, i).heading, column->heading)
         && g_array_index (columns, TyImportColumn, i).heading[strlen (column->heading)] != '/';

  return n == 1 && *column->heading != '\0' ? g_strdup (column->heading)
                                            : g_strdup_printf ("%s (%u)", column->heading, n);
}

static void
column_clear (gpointer data)
{
  g_free (((TyImportColumn *) data)->heading);
}

/**
 * ty_import_kind_map:
 * @self: a kind
 * @targets: (element-type TyImportTarget): its targets, which outlive the columns
 * @columns: (element-type TyTableColumn): the columns of a table
 * @mapping: (nullable): what is said of them
 *
 * Finds what each column means: as the mapping says, else by its heading, else by what it holds. Two columns
 * never mean the same.
 *
 * Returns: (transfer full) (element-type TyImportColumn): the columns
 */
GArray *
ty_import_kind_map (const TyImportKind *self,
                    GPtrArray          *targets,
                    GPtrArray          *columns,
                    TyImportMapping    *mapping)
{
  GArray *mapped = g_array_new (FALSE, FALSE, sizeof (TyImportColumn));

  g_array_set_clear_func (mapped, column_clear);
  for (guint i = 0; i < columns->len; i++)
    {
      const TyTableColumn *column = g_ptr_array_index (columns, i);
      TyImportColumn added = { .place = column->place, .content = column->content };
      const char *said;

      added.heading = dup_free_heading (mapped, column);
      said = mapping != NULL ? ty_import_mapping_get (mapping, added.heading) : NULL;
      added.said = said != NULL;
      if (said != NULL && *said != '\0')
        added.target = ty_import_kind_find_target (targets, said, &added.year);
      g_array_append_val (mapped, added);
    }
  for (guint i = 0; i < columns->len; i++)
    if (!g_array_index (mapped, TyImportColumn, i).said)
      take_by_heading (self, targets, mapped, g_ptr_array_index (columns, i),
                       &g_array_index (mapped, TyImportColumn, i));
  take_by_content (targets, mapped);
  return mapped;
}

/**
 * ty_import_kind_knows:
 * @heading: what stands above a column
 * @targets: (element-type TyImportTarget): targets
 *
 * Returns: whether a column of this heading means one of them
 */
gboolean
ty_import_kind_knows (const char *heading,
                      gpointer    targets)
{
  return match (targets, heading) != NULL;
}

/**
 * ty_import_kind_rate:
 * @self: a kind
 * @columns: (element-type TyImportColumn): the columns of a table, mapped for it
 *
 * Returns: how well the table is one of this kind; 0 = it cannot be
 */
guint
ty_import_kind_rate (const TyImportKind *self,
                     GArray             *columns)
{
  guint n_special = 0, n_all = 0;
  gboolean own = FALSE, names = FALSE, places = FALSE, posts = FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      const TyImportColumn *column = &g_array_index (columns, TyImportColumn, i);
      const TyImportTarget *target = column->target;

      if (target == NULL)
        continue;
      n_all++;
      if (target->role != TY_IMPORT_ROLE_COLUMN)
        {
          own = TRUE;
          n_special += !ty_roster_header_knows (column->heading);
          continue;
        }
      names |= target->column == TY_ROSTER_COLUMN_NAME || target->column == TY_ROSTER_COLUMN_ID_NUMBER;
      places |= target->column <= TY_ROSTER_COLUMN_UNIT;
      posts |= target->column >= TY_ROSTER_COLUMN_POST && target->column <= TY_ROSTER_COLUMN_POST_OTHER;
    }
  if (self->table == NULL)
    return names && places && posts ? n_all : 0;
  if (self->people == TY_IMPORT_PEOPLE_NONE)
    return places && !names ? n_all + SPECIAL * n_special : 0;

  return names && own ? n_all + SPECIAL * n_special : 0;
}
