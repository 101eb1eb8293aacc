/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-import"

#include "config.h"

#include "ty-roster-import-private.h"

#include "ty-action-log.h"
#include "ty-action.h"
#include "ty-custom-table.h"
#include "ty-import-table.h"
#include "ty-import-unit.h"
#include "ty-import.h"
#include "ty-parsed-post.h"
#include "ty-person-table.h"
#include "ty-roster-reader.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const TyRosterImportOptions *options;
  GCancellable *cancellable;
  GPtrArray *entries;
  TyImportReport *report;
  TyActionSpec spec;
  char *detail;    /* (owned) (nullable) */
  gboolean refuse; /* rolled back on purpose: a dry run, or errors */
} Job;

static void
add_two_names (TyRosterEntry  *entry,
               TyRosterEntry  *other,
               TyImportReport *report)
{
  ty_roster_entry_add_number_problem (entry, report, "id-two-names",
                                      g_strdup_printf (_("The ID number is that of “%s” in row %u."),
                                                       other->name, other->row));
}

/* One number with two names shows only when all rows are read. Which row is right is not known, so
 * that neither is imported. */
void
ty_roster_importer_check_numbers (GPtrArray      *entries,
                                  TyImportReport *report)
{
  g_autoptr(GHashTable) by_number = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      TyRosterEntry *entry = g_ptr_array_index (entries, i);
      TyRosterEntry *other;

      if (entry->id_number == NULL || entry->name == NULL)
        continue;
      other = g_hash_table_lookup (by_number, entry->id_number);
      if (other == NULL)
        g_hash_table_insert (by_number, entry->id_number, entry);
      else if (!ty_roster_entry_has_name (entry, other->name))
        {
          add_two_names (entry, other, report);
          if (!other->failed)
            add_two_names (other, entry, report);
        }
    }
}

static gboolean
is_secretary (TyRosterEntry *entry)
{
  for (guint i = 0; i < entry->posts->len; i++)
    if (strcmp (((TyParsedPost *) g_ptr_array_index (entry->posts, i))->post_key, "D1") == 0)
      return TRUE;

  return FALSE;
}

static void
note_secretary (GHashTable       *secretaries,
                TyRosterImporter *importer,
                TyRosterEntry    *entry,
                gint64            village,
                gint64            person)
{
  gint64 *other = g_hash_table_lookup (secretaries, &village);

  if (!is_secretary (entry))
    return;
  if (other != NULL && *other != person)
    ty_roster_entry_add_problem (entry, importer->report, FALSE, "two-secretaries",
                                 g_strdup_printf (_("“%s” has more than one secretary on the roster."),
                                                  entry->village));
  g_hash_table_insert (secretaries, g_memdup2 (&village, sizeof village),
                       g_memdup2 (&person, sizeof person));
}

/* Takes an entry over; what is wrong with it may show only now. */
static gboolean
take_entry (TyRosterImporter  *importer,
            TyRosterEntry     *entry,
            GHashTable        *secretaries,
            GError           **error)
{
  gint64 village, person;

  village = ty_roster_units_find (importer->units, entry, error);
  if (village == 0)
    return FALSE;
  person = ty_roster_importer_take_person (importer, entry, village, error);
  if (person == 0)
    return entry->failed;
  if (!ty_roster_importer_take_posts (importer, entry, person, village, error))
    return FALSE;

  note_secretary (secretaries, importer, entry, village, person);
  return TRUE;
}

static void
refuse_row (TyRosterImporter *self,
            TyRosterEntry    *entry)
{
  TyImportRow *row = ty_import_tape_get_row (self->tape);

  if (row->state != TY_IMPORT_STATE_DOUBTFUL)
    ty_import_tape_refuse (self->tape, entry->reason != NULL ? entry->reason : _("The row cannot be read."));
}

/* @taken becomes %FALSE where the plan passes the row over. */
gboolean
ty_roster_importer_begin_row (TyRosterImporter  *self,
                              TyRosterEntry     *entry,
                              gboolean          *taken,
                              GError           **error)
{
  g_autofree char *place = NULL;

  *taken = TRUE;
  if (self->progress != NULL && self->report->n_rows % 500 == 0)
    self->progress (self->report->n_rows, self->entries->len, self->progress_data);
  if (self->tape == NULL)
    return TRUE;

  place = entry->township != NULL || entry->village != NULL
            ? g_strdup_printf ("%s%s%s", entry->township != NULL ? entry->township : "",
                               entry->township != NULL && entry->village != NULL ? "/" : "",
                               entry->village != NULL ? entry->village : "") : NULL;
  if (!ty_import_tape_begin_row (self->tape, entry->sheet, entry->row,
                                 entry->name != NULL ? entry->name : place, place, error))
    return FALSE;
  *taken = ty_import_tape_get_row (self->tape) != NULL;
  return TRUE;
}

gboolean
ty_roster_importer_end_row (TyRosterImporter  *self,
                            TyRosterEntry     *entry,
                            GError           **error)
{
  if (self->tape == NULL)
    return TRUE;

  if (entry->failed && ty_import_tape_get_row (self->tape) != NULL)
    refuse_row (self, entry);
  return ty_import_tape_end_row (self->tape, error);
}

/* What a later row may look for that an earlier one made: a number that comes again, and the name of somebody whose
 * row has no number. */
static GHashTable *
find_twice (GPtrArray *entries)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *twice = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      TyRosterEntry *entry = g_ptr_array_index (entries, i);

      if (entry->id_number == NULL && entry->name != NULL)
        g_hash_table_add (twice, g_strdup (entry->name));
      else if (entry->id_number != NULL && !g_hash_table_add (numbers, entry->id_number))
        g_hash_table_add (twice, g_strdup (entry->id_number));
    }
  return twice;
}

/* Whether nobody will look for whom the row makes. */
gboolean
ty_roster_importer_is_alone (TyRosterImporter *self,
                             TyRosterEntry    *entry)
{
  return self->twice != NULL && entry->id_number != NULL && !g_hash_table_contains (self->twice, entry->id_number)
         && !g_hash_table_contains (self->twice, entry->name);
}

static gboolean
take_entries (TyRosterImporter  *importer,
              GError           **error)
{
  g_autoptr(GHashTable) secretaries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                             g_free);

  importer->twice = find_twice (importer->entries);
  ty_roster_units_expect (importer->units, importer->entries);
  for (guint i = 0; i < importer->entries->len; i++)
    {
      TyRosterEntry *entry = g_ptr_array_index (importer->entries, i);
      gboolean taken = TRUE;

      if (g_cancellable_set_error_if_cancelled (importer->cancellable, error)
          || !ty_roster_importer_begin_row (importer, entry, &taken, error))
        return FALSE;
      importer->report->n_rows++;
      if ((taken && !entry->failed && !take_entry (importer, entry, secretaries, error))
          || !ty_roster_importer_end_row (importer, entry, error))
        return FALSE;
      if (!taken || entry->failed)
        {
          importer->report->n_skipped++;
          if (!ty_roster_importer_keep_posts (importer, entry, error))
            return FALSE;
        }
      /* What was taken needs no room any more. */
      g_clear_pointer (&g_ptr_array_index (importer->entries, i), ty_roster_entry_free);
    }
  return TRUE;
}

static char *
dup_file_sum (const char *path)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr(GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;

  return bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
}

static gboolean
insert_import (TyRosterImporter  *importer,
               GError           **error)
{
  const TyRosterImportOptions *options = importer->options;
  GArray *covered = ty_roster_units_get_covered (importer->units);
  g_autoptr(TyImport) import = ty_import_new ();
  TyRecord *record = TY_RECORD (import);
  gint64 id = ty_store_mint_id (importer->store);

  ty_record_set_integer (record, TY_IMPORT_ID, id);
  ty_record_take_text (record, TY_IMPORT_FILE_NAME, g_path_get_basename (options->path));
  ty_record_take_text (record, TY_IMPORT_SHA256, dup_file_sum (options->path));
  ty_record_set_date (record, TY_IMPORT_AS_OF, options->as_of);
  ty_record_set_date (record, TY_IMPORT_END_MISSING, options->end_missing);
  ty_record_set_integer (record, TY_IMPORT_N_ROWS, importer->report->n_rows);
  if (!ty_table_insert (importer->database, record, error))
    return FALSE;

  for (guint i = 0; i < covered->len; i++)
    {
      g_autoptr(TyImportUnit) unit = ty_import_unit_new ();

      ty_record_set_integer (TY_RECORD (unit), TY_IMPORT_UNIT_IMPORT, id);
      ty_record_set_integer (TY_RECORD (unit), TY_IMPORT_UNIT_UNIT,
                             g_array_index (covered, gint64, i));
      if (!ty_table_insert (importer->database, TY_RECORD (unit), error))
        return FALSE;
    }
  return TRUE;
}

static GHashTable *
id_set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

void
ty_roster_importer_init (TyRosterImporter            *self,
                         TyStore                     *store,
                         const TyRosterImportOptions *options,
                         GPtrArray                   *entries,
                         TyImportReport              *report,
                         GCancellable                *cancellable)
{
  *self = (TyRosterImporter){
    .store = store,
    .database = ty_store_get_database (store),
    .options = options,
    .cancellable = cancellable,
    .entries = entries,
    .report = report,
    .handled = id_set_new (),
    .made = id_set_new (),
    .named = id_set_new (),
  };
}

void
ty_roster_importer_clear (TyRosterImporter *self)
{
  g_clear_pointer (&self->units, ty_roster_units_free);
  g_clear_pointer (&self->handled, g_hash_table_unref);
  g_clear_pointer (&self->made, g_hash_table_unref);
  g_clear_pointer (&self->named, g_hash_table_unref);
  g_clear_pointer (&self->unnumbered, g_hash_table_unref);
  g_clear_pointer (&self->twice, g_hash_table_unref);
}

/* The rows of a person in a table; whom the present row has made has none yet. */
GPtrArray *
ty_roster_importer_list_of (TyRosterImporter    *self,
                            const TyRecordInfo  *info,
                            gint64               person,
                            GError             **error)
{
  if (person == self->fresh)
    return g_ptr_array_new_with_free_func (g_object_unref);

  return ty_table_list_of (self->database, info, "person", person, error);
}

/* Reads what all rows need. */
gboolean
ty_roster_importer_begin (TyRosterImporter  *self,
                          GError           **error)
{
  TyDate last;

  if (!ty_import_table_get_last_date (self->database, &last, error))
    return FALSE;
  self->newest = ty_date_compare (self->options->as_of, last) >= 0;
  self->unnumbered = ty_person_table_list_unnumbered (self->database, error);
  if (self->unnumbered == NULL)
    return FALSE;
  self->units = ty_roster_units_new (self->store, self->options->as_of, self->report, error);
  if (self->units == NULL)
    return FALSE;

  if (self->tape != NULL)
    ty_import_tape_set_units (self->tape, self->units);
  return TRUE;
}

gboolean
ty_roster_importer_run (TyRosterImporter  *self,
                        GError           **error)
{
  return ty_roster_importer_begin (self, error)
         && ty_roster_importer_begin_term (self, error)
         && take_entries (self, error)
         && ty_roster_importer_end_missing (self, error)
         && insert_import (self, error);
}

static char *
make_detail (Job *job)
{
  g_autofree char *file = g_path_get_basename (job->options->path);
  g_autofree char *people = g_strdup_printf ("%u", job->report->new_people
                                                   + job->report->known_people);

  return ty_action_detail_new ("file", file, "people", people, NULL);
}

static gboolean
import_inside (TyStore   *store,
               gpointer   data,
               GError   **error)
{
  Job *job = data;
  TyRosterImporter importer;
  gboolean done;

  ty_roster_importer_init (&importer, store, job->options, job->entries, job->report, job->cancellable);
  done = ty_roster_importer_run (&importer, error);
  ty_roster_importer_clear (&importer);
  if (!done)
    return FALSE;

  job->refuse = job->options->dry_run
                || (job->report->n_errors > 0 && !job->options->skip_errors)
                || job->report->n_rows == job->report->n_skipped;
  if (job->refuse)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CANCELLED, _("Cancelled."));
      return FALSE;
    }

  job->detail = make_detail (job);
  job->spec.detail = job->detail;
  return TRUE;
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const TyImportProblem *first = *(TyImportProblem *const *) a;
  const TyImportProblem *second = *(TyImportProblem *const *) b;
  int sheets = g_strcmp0 (first->sheet, second->sheet);

  return sheets != 0 ? sheets : (first->row > second->row) - (first->row < second->row);
}

static gboolean
check_options (const TyRosterImportOptions  *options,
               GError                      **error)
{
  if (ty_date_is_known (options->end_missing)
      && ty_date_compare (options->end_missing, options->as_of) > 0)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                           _("The day of the change must not lie after the date of the roster."));
      return FALSE;
    }
  return TRUE;
}

/**
 * ty_roster_import_run:
 * @store: a store that writes
 * @options: what to import and how
 * @cancellable: (nullable): stops it, and nothing is changed
 * @error: a `TY_XLSX_ERROR` or a `TY_STORE_ERROR` where nothing could be reported at all
 *
 * Imports a roster as one action, all of it or nothing. People are recognised again by their ID
 * number. Without --end-missing nothing ends; with it, in the townships that the roster covers, end
 * on that day the posts that it no longer names.
 *
 * Returns: (transfer full) (nullable): what was done, or why nothing was: see its `imported`
 */
TyImportReport *
ty_roster_import_run (TyStore                      *store,
                      const TyRosterImportOptions  *options,
                      GCancellable                 *cancellable,
                      GError                      **error)
{
  g_autoptr(TyImportReport) report = ty_import_report_new ();
  g_autoptr(GPtrArray) fields = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) failure = NULL;
  Job job = { options, cancellable, NULL, report, { options->user, "roster.import", NULL, 0 }, NULL,
              FALSE };
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), NULL);

  if (!check_options (options, error))
    return NULL;
  fields = ty_custom_table_list_fields (ty_store_get_database (store), error);
  if (fields == NULL)
    return NULL;
  entries = ty_roster_reader_read (options->path, options->as_of, fields, report, cancellable, error);
  if (entries == NULL)
    return NULL;

  ty_roster_importer_check_numbers (entries, report);
  job.entries = entries;
  done = ty_store_run (store, &job.spec, import_inside, &job, &failure);
  g_free (job.detail);
  if (!done && !job.refuse)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  g_ptr_array_sort (report->problems, compare_problems);
  report->imported = done;
  report->seq = job.spec.seq;
  return g_steal_pointer (&report);
}
