/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-records"

#include "config.h"

#include "ty-import-records.h"

#include "ty-code-list.h"
#include "ty-entry.h"
#include "ty-record-registry.h"
#include "ty-table.h"
#include "ty-text.h"
#include "ty-unit-state.h"
#include "ty-unit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows of people and units that are not rosters: each is found again by what it naturally is known by, gets what
 * the table says, and is made where it is missing. */

typedef struct
{
  TyRosterImporter *importer;
  const TyImportKind *kind;
  const TyRecordInfo *info;
  GPtrArray *courses; /* (owned) (nullable): of TyRecord */
} Taking;

static int
find_column (const TyRecordInfo *info,
             const char         *column)
{
  const TyFieldInfo *field = ty_record_info_find_field (info, column);

  return field != NULL ? (int) (field - info->fields) : -1;
}

static void
refuse (Taking        *taking,
        TyRosterEntry *who,
        const char    *kind,
        char          *text)
{
  ty_roster_entry_add_problem (who, taking->importer->report, TRUE, kind, text);
}

static gboolean
says (const TyImportRecord *record,
      guint                 field)
{
  return (record->said >> field & 1) != 0;
}

/* 1978 says nothing against 1978-05, and the other way round. */
static gboolean
is_same_date (TyDate a,
              TyDate b)
{
  return a.year == b.year && (a.month == b.month || a.month == 0 || b.month == 0)
         && (a.day == b.day || a.day == 0 || b.day == 0);
}

static gboolean
is_same_field (TyRecord *row,
               TyRecord *said,
               guint     i)
{
  const TyFieldInfo *field = &ty_record_get_info (row)->fields[i];

  if (TY_FIELD_IS_NUMBER (field))
    return ty_record_get_integer (row, i) == ty_record_get_integer (said, i);
  if (field->kind == TY_FIELD_DATE)
    return is_same_date (ty_record_get_date (row, i), ty_record_get_date (said, i));

  return g_strcmp0 (ty_record_get_text (row, i), ty_record_get_text (said, i)) == 0;
}

/* What ended before the table's row begins was another time. */
static gboolean
is_another_time (TyRecord             *row,
                 const TyImportRecord *said)
{
  int from = find_column (ty_record_get_info (row), "from_date");
  int until = find_column (ty_record_get_info (row), "until_date");
  TyDate end, start;

  if (from < 0 || until < 0)
    return FALSE;

  end = ty_record_get_date (row, (guint) until);
  start = ty_record_get_date (said->record, (guint) from);
  return ty_date_is_known (end) && ty_date_is_known (start) && ty_date_compare (start, end) >= 0;
}

static gboolean
is_match (Taking               *taking,
          TyRecord             *row,
          const TyImportRecord *said)
{
  const TyRecordInfo *info = taking->info;

  for (guint i = 0; i < info->n_fields; i++)
    if (ty_import_kind_is_natural (taking->kind, &info->fields[i])
        && (says (said, i) || info->fields[i].kind == TY_FIELD_REFERENCE)
        && !(info->fields[i].kind == TY_FIELD_DATE && !ty_date_is_known (ty_record_get_date (row, i)))
        && !is_same_field (row, said->record, i))
      return FALSE;

  return !is_another_time (row, said);
}

/* Of several that fit, one that goes on is meant. */
static TyRecord *
find_row (Taking               *taking,
          GPtrArray            *rows,
          const TyImportRecord *said)
{
  int until = find_column (taking->info, "until_date");
  TyRecord *found = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);

      if (is_match (taking, row, said)
          && (found == NULL || until < 0 || ty_record_get_text (row, (guint) until) == NULL))
        found = row;
    }
  return found;
}

/* A month says nothing against a day of it. */
static void
copy_field (TyRecord *into,
            TyRecord *said,
            guint     i)
{
  const TyFieldInfo *field = &ty_record_get_info (into)->fields[i];
  const char *present;

  if (TY_FIELD_IS_NUMBER (field))
    {
      ty_record_set_integer (into, i, ty_record_get_integer (said, i));
      return;
    }
  present = ty_record_get_text (into, i);
  if (field->kind != TY_FIELD_DATE || present == NULL
      || !g_str_has_prefix (present, ty_record_get_text (said, i)))
    ty_record_set_text (into, i, ty_record_get_text (said, i));
}

/* The body follows from the post. */
static void
set_body (TyRecord *row)
{
  const TyRecordInfo *info = ty_record_get_info (row);
  int body = find_column (info, "body");
  int post = find_column (info, "post");
  TyCode *code;

  if (body < 0 || post < 0 || ty_record_get_text (row, (guint) post) == NULL)
    return;
  code = ty_code_list_lookup (ty_code_list_get_shipped ("post"), ty_record_get_text (row, (guint) post));
  if (code != NULL)
    ty_record_set_text (row, (guint) body, ty_code_get_attribute (code, "body"));
}

static void
set_new_keys (Taking    *taking,
              GPtrArray *rows,
              TyRecord  *row)
{
  int id = find_column (taking->info, "id");
  int position = find_column (taking->info, "position");
  gint64 last = -1;

  if (id >= 0 && (guint) id < taking->info->n_keys)
    ty_record_set_integer (row, (guint) id, ty_store_mint_id (taking->importer->store));
  for (guint i = 0; position >= 0 && i < rows->len; i++)
    last = MAX (last, ty_record_get_integer (g_ptr_array_index (rows, i), (guint) position));
  if (position >= 0)
    ty_record_set_integer (row, (guint) position, last + 1);
}

/* The row as it shall be; @before becomes the row as it is, or %NULL. */
static TyRecord *
make_row (Taking                *taking,
          GPtrArray             *rows,
          const TyImportRecord  *said,
          TyRecord             **before)
{
  TyRecord *known = find_row (taking, rows, said);
  TyRecord *row = ty_record_dup (known != NULL ? known : said->record);

  *before = known != NULL ? g_object_ref (known) : NULL;
  if (known == NULL)
    set_new_keys (taking, rows, row);
  for (guint i = 0; known != NULL && i < taking->info->n_fields; i++)
    if (says (said, i) || (i >= taking->info->n_keys && taking->info->fields[i].kind == TY_FIELD_REFERENCE
                           && ty_record_get_integer (said->record, i) != 0))
      copy_field (row, said->record, i);
  set_body (row);
  return row;
}

static gboolean
put_rows (Taking         *taking,
          TyImportEntry  *entry,
          GPtrArray      *rows,
          GError        **error)
{
  for (guint i = 0; i < entry->records->len; i++)
    {
      const TyImportRecord *said = &g_array_index (entry->records, TyImportRecord, i);
      g_autoptr(TyRecord) before = NULL;
      g_autoptr(TyRecord) row = make_row (taking, rows, said, &before);
      g_autoptr(GError) failure = NULL;

      ty_entry_clean (row);
      if (!ty_entry_check (row, ty_date_today (), &failure))
        {
          refuse (taking, entry->who, "value", g_strdup (failure->message));
          return TRUE;
        }
      if (!ty_import_tape_put (taking->importer->tape, taking->importer->database, before, row, NULL, error))
        return FALSE;
      if (before == NULL)
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  return TRUE;
}

static void
set_owner (Taking        *taking,
           TyImportEntry *entry,
           const char    *column,
           gint64         key)
{
  int place = find_column (taking->info, column);

  for (guint i = 0; place >= 0 && key != 0 && i < entry->records->len; i++)
    ty_record_set_integer (g_array_index (entry->records, TyImportRecord, i).record, (guint) place, key);
}

static gboolean
put_rows_of (Taking         *taking,
             TyImportEntry  *entry,
             const char     *owner,
             gint64          key,
             GError        **error)
{
  g_autoptr(GPtrArray) rows = ty_table_list_of (taking->importer->database, taking->info, owner, key, error);

  if (rows == NULL)
    return FALSE;

  return put_rows (taking, entry, rows, error);
}

/* Whether the unit of a row is known; where it is needed and is not, the row is refused. */
static gint64
find_unit (Taking        *taking,
           TyRosterEntry *who,
           gboolean       needed)
{
  gint64 unit = who->village != NULL || (needed && who->township != NULL)
                  ? ty_roster_units_find_known (taking->importer->units, who->township, who->village) : 0;

  if (unit != 0 || !needed)
    return unit;
  if (who->village == NULL && who->township == NULL)
    refuse (taking, who, "no-village", g_strdup (_("The village or community is missing.")));
  else
    refuse (taking, who, "unknown-village",
            g_strdup_printf (_("There is no “%s” in the county file, or several are called so. Give township "
                               "and village as they are called there, or import the units first."),
                             who->village != NULL ? who->village : who->township));
  return 0;
}

static gboolean
load_courses (Taking  *taking,
              GError **error)
{
  const TyRecordInfo *info = ty_record_registry_find ("course");
  g_autoptr(TyStatement) statement = NULL;

  if (taking->courses != NULL)
    return TRUE;
  statement = ty_table_select (taking->importer->database, info, "", error);
  taking->courses = statement != NULL ? ty_table_collect (statement, info, error) : NULL;
  return taking->courses != NULL;
}

static TyRecord *
find_course (Taking               *taking,
             const TyImportRecord *said)
{
  const TyRecordInfo *info = ty_record_get_info (said->record);
  int from = find_column (info, "from_date");
  int name = find_column (info, "name");
  g_autofree char *wanted = ty_text_fold (ty_record_get_text (said->record, (guint) name));
  TyRecord *found = NULL;

  for (guint i = 0; i < taking->courses->len; i++)
    {
      TyRecord *course = g_ptr_array_index (taking->courses, i);
      g_autofree char *folded = ty_text_fold (ty_record_get_text (course, (guint) name));

      if (strcmp (folded, wanted) == 0
          && (from < 0 || !says (said, (guint) from)
              || is_same_date (ty_record_get_date (course, (guint) from),
                               ty_record_get_date (said->record, (guint) from))))
        found = course;
    }
  return found;
}

static gint64
add_course (Taking               *taking,
            TyRosterEntry        *who,
            const TyImportRecord *said,
            GError              **error)
{
  const TyRecordInfo *info = ty_record_get_info (said->record);
  g_autoptr(TyRecord) course = ty_record_dup (said->record);
  g_autoptr(GError) failure = NULL;

  ty_record_set_integer (course, 0, ty_store_mint_id (taking->importer->store));
  ty_entry_clean (course);
  if (!ty_entry_check (course, ty_date_today (), &failure))
    {
      refuse (taking, who, "value", g_strdup (failure->message));
      return 0;
    }
  if (!ty_table_insert (taking->importer->database, course, error))
    return 0;

  ty_import_tape_note (taking->importer->tape, info,
                       ty_record_get_text (course, (guint) find_column (info, "name")));
  g_ptr_array_add (taking->courses, g_object_ref (course));
  return ty_record_get_integer (course, 0);
}

/* Finds the course that a row names, or makes it; 0 without an error where the row is refused. */
static gint64
take_course (Taking         *taking,
             TyImportEntry  *entry,
             GError        **error)
{
  TyImportRecord *said = &entry->course;
  TyRecord *known;
  int name = said->record != NULL ? find_column (ty_record_get_info (said->record), "name") : -1;

  if (name < 0 || !says (said, (guint) name))
    {
      refuse (taking, entry->who, "no-course", g_strdup (_("The course is missing.")));
      return 0;
    }
  if (!load_courses (taking, error))
    return 0;

  known = find_course (taking, said);
  return known != NULL ? ty_record_get_integer (known, 0) : add_course (taking, entry->who, said, error);
}

static gboolean
take_of_person (Taking         *taking,
                TyImportEntry  *entry,
                GError        **error)
{
  GError *local_error = NULL;
  gboolean with_unit = find_column (taking->info, "unit") >= 0;
  gint64 unit = find_unit (taking, entry->who, with_unit);
  gint64 person, course = 0;

  if (entry->who->failed)
    return TRUE;
  person = ty_roster_importer_take_person (taking->importer, entry->who, unit, &local_error);
  if (person != 0 && find_column (taking->info, "course") >= 0)
    course = take_course (taking, entry, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (person == 0 || entry->who->failed)
    return TRUE;

  set_owner (taking, entry, "person", person);
  set_owner (taking, entry, "course", course);
  if (with_unit)
    set_owner (taking, entry, "unit", unit);
  return put_rows_of (taking, entry, "person", person, error);
}

static void
note_subject (Taking *taking,
              gint64  unit)
{
  TyImportRow *row = ty_import_tape_get_row (taking->importer->tape);

  if (row != NULL && !ty_import_tape_is_applying (taking->importer->tape))
    row->subject = unit;
}

static gboolean
take_of_unit (Taking         *taking,
              TyImportEntry  *entry,
              GError        **error)
{
  gint64 unit = find_unit (taking, entry->who, TRUE);

  if (unit == 0)
    return TRUE;

  note_subject (taking, unit);
  set_owner (taking, entry, "unit", unit);
  return put_rows_of (taking, entry, "unit", unit, error);
}

static gboolean
add_unit (Taking                *taking,
          const TyImportRecord  *said,
          gint64                 township,
          const char            *name,
          GError               **error)
{
  TyRosterImporter *importer = taking->importer;
  g_autoptr(TyUnitState) state = ty_roster_units_new_state (importer->units, township, name);
  g_autoptr(TyUnit) unit = ty_unit_new ();
  gint64 key = ty_store_mint_id (importer->store);

  for (guint i = 0; i < taking->info->n_fields; i++)
    if (says (said, i))
      copy_field (TY_RECORD (state), said->record, i);
  ty_record_set_integer (TY_RECORD (unit), TY_UNIT_ID, key);
  ty_record_set_integer (TY_RECORD (state), TY_UNIT_STATE_UNIT, key);
  ty_record_set_integer (TY_RECORD (state), TY_UNIT_STATE_ID, ty_store_mint_id (importer->store));
  if (!ty_table_insert (importer->database, TY_RECORD (unit), error)
      || !ty_import_tape_put (importer->tape, importer->database, NULL, TY_RECORD (state), NULL, error))
    return FALSE;

  ty_roster_units_remember (importer->units, state);
  return TRUE;
}

/* A township or a village, by its name; what a unit was before another name is not a matter of a table. */
static gboolean
take_unit (Taking         *taking,
           TyImportEntry  *entry,
           GError        **error)
{
  TyRosterImporter *importer = taking->importer;
  TyRosterEntry *who = entry->who;
  const TyImportRecord *said = &g_array_index (entry->records, TyImportRecord, 0);
  gint64 unit = ty_roster_units_find_known (importer->units, who->township, who->village);
  gint64 township = ty_roster_units_find_known (importer->units, who->township, NULL);
  g_autoptr(TyRecord) before = NULL;
  TyRecord *state;

  if (who->township == NULL || (who->village != NULL && township == 0))
    refuse (taking, who, "no-township",
            g_strdup (who->township == NULL ? _("The township is missing.")
                                            : _("This township is not in the county file. List it in a row "
                                                "of its own above its villages.")));
  if (who->failed)
    return TRUE;
  if (unit == 0)
    return add_unit (taking, said, who->village != NULL ? township : 0,
                     who->village != NULL ? who->village : who->township, error);

  note_subject (taking, unit);
  state = ty_roster_units_get_state (importer->units, unit);
  before = ty_record_dup (state);
  for (guint i = 0; i < taking->info->n_fields; i++)
    if (says (said, i))
      copy_field (state, said->record, i);
  return ty_import_tape_put (importer->tape, importer->database, before, state, NULL, error);
}

static gboolean
take_entry (Taking         *taking,
            TyImportEntry  *entry,
            GError        **error)
{
  if (taking->info == &ty_unit_state_info)
    return take_unit (taking, entry, error);
  if (ty_import_kind_get_people (taking->kind) == TY_IMPORT_PEOPLE_NONE)
    return take_of_unit (taking, entry, error);

  return take_of_person (taking, entry, error);
}

/**
 * ty_import_records_take:
 * @importer: an import that has begun
 * @kind: what the rows are
 * @entries: (element-type TyImportEntry): the rows
 * @error: a `TY_STORE_ERROR` or %G_IO_ERROR_CANCELLED
 *
 * Takes each row over, as far as it is accepted.
 *
 * Returns: whether nothing failed
 */
gboolean
ty_import_records_take (TyRosterImporter    *importer,
                        const TyImportKind  *kind,
                        GPtrArray           *entries,
                        GError             **error)
{
  Taking taking = { importer, kind, ty_import_kind_get_info (kind), NULL };
  gboolean done = TRUE;

  importer->known_only = ty_import_kind_get_people (kind) != TY_IMPORT_PEOPLE_ANY;
  for (guint i = 0; done && i < entries->len; i++)
    {
      TyImportEntry *entry = g_ptr_array_index (entries, i);
      gboolean taken = TRUE;

      done = !g_cancellable_set_error_if_cancelled (importer->cancellable, error)
             && ty_roster_importer_begin_row (importer, entry->who, &taken, error);
      importer->report->n_rows++;
      if (done && taken && !entry->who->failed)
        done = take_entry (&taking, entry, error);
      if (done)
        done = ty_roster_importer_end_row (importer, entry->who, error);
      importer->report->n_skipped += !taken || entry->who->failed;
    }
  g_clear_pointer (&taking.courses, g_ptr_array_unref);
  return done;
}
