/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-run"

#include "config.h"

#include "ty-import-run.h"

#include "ty-action-log.h"
#include "ty-custom-table.h"
#include "ty-import-records.h"
#include "ty-roster-own.h"

#include <glib/gi18n-lib.h>

/* A plan is made by the import itself, in a transaction that is rolled back; the deed is the same once more, held
 * against the plan. */

typedef enum
{
  WORK_PLAN,
  WORK_ANSWERS,
  WORK_APPLY,
} Work;

typedef struct
{
  TyStore *store;
  TyImportPlan *plan;
  GPtrArray *fields;         /* (owned): of TyCustomField */
  GPtrArray *targets;        /* (owned): of TyImportTarget */
  TyImportProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable; /* (nullable) */
  Work work;
  TyImportTape *tape;        /* (owned) (nullable) */
  TyImportPart *part;        /* the one that is being taken */
  TyActionSpec spec;
  char *detail;              /* (owned) (nullable) */
} Run;

/* What is understood of one sheet, as it is read. */
typedef struct
{
  Run *run;
  TyImportReport *report;
  TyRosterHeader *header; /* (owned) */
  GArray *own;            /* (owned) (nullable) */
  GPtrArray *entries;
} Reading;

static gboolean
take_line (TyImportSheet  *sheet,
           TyTableLine    *line,
           gpointer        data,
           GError        **error)
{
  Reading *reading = data;
  const TyImportOptions *options = ty_import_plan_get_options (reading->run->plan);

  if (ty_import_entry_is_nothing (sheet, line))
    return TRUE;
  if (sheet->from_above)
    ty_import_report_add (reading->report, FALSE, "unit-from-above", sheet->name, line->row,
                          g_strdup (_("The township or village is empty here and below, and was taken from the "
                                      "row above: a text does not keep merged cells.")));
  if (ty_import_kind_is_roster (options->kind))
    {
      TyRosterEntry *entry = ty_roster_entry_parse (line, reading->header, sheet->name, options->as_of,
                                                    reading->report);

      ty_roster_own_read (reading->own, line, entry, reading->report);
      g_ptr_array_add (reading->entries, entry);
    }
  else
    g_ptr_array_add (reading->entries,
                     ty_import_entry_parse (options->kind, sheet, reading->header, line, options->as_of,
                                            reading->report));
  if (reading->run->progress != NULL && reading->entries->len % 500 == 0)
    reading->run->progress (reading->entries->len, 0, reading->run->progress_data);
  return TRUE;
}

static GArray *
find_own (TyImportSheet *sheet)
{
  GArray *own = ty_roster_own_new ();

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const TyImportColumn *column = &g_array_index (sheet->columns, TyImportColumn, i);

      if (column->target != NULL && column->target->own != NULL)
        ty_roster_own_add (own, column->place, TY_CUSTOM_FIELD (column->target->own));
    }
  return own;
}

static gboolean
read_sheet (Run             *run,
            TyImportSource  *source,
            TyTableSource   *tables,
            guint            place,
            TyImportReport  *report,
            GPtrArray       *entries,
            guint           *n_usable,
            GError         **error)
{
  const TyImportOptions *options = ty_import_plan_get_options (run->plan);
  TyImportMapping *own = ty_import_source_get_mapping (source);
  g_autoptr(TyImportSheet) sheet = ty_import_sheet_new (tables, place, options->kind, run->targets,
                                                        own != NULL ? own : ty_import_plan_get_mapping (run->plan),
                                                        run->cancellable, error);
  Reading reading = { run, report, NULL, NULL, entries };
  gboolean done;

  if (sheet == NULL)
    return FALSE;
  if (!ty_import_sheet_is_usable (sheet, options->kind))
    {
      if (sheet->lines->len > 0)
        ty_import_report_add (report, FALSE, "no-header", sheet->name, 0,
                              g_strdup (_("The sheet has no heading with the columns that such a table needs. It "
                                          "was not read.")));
      return TRUE;
    }

  ++*n_usable;
  reading.header = ty_import_entry_new_header (sheet);
  reading.own = find_own (sheet);
  done = ty_import_sheet_read (sheet, tables, take_line, &reading, run->cancellable, error);
  ty_roster_header_free (reading.header);
  g_array_unref (reading.own);
  return done;
}

/* The rows of a source, understood; what is found in them goes into @report. */
static GPtrArray *
read_part (Run             *run,
           TyImportPart    *part,
           TyImportReport  *report,
           GError         **error)
{
  gboolean roster = ty_import_kind_is_roster (ty_import_plan_get_options (run->plan)->kind);
  g_autoptr(GPtrArray) entries
    = g_ptr_array_new_with_free_func (roster ? (GDestroyNotify) ty_roster_entry_free
                                             : (GDestroyNotify) ty_import_entry_free);
  g_autoptr(TyTableSource) tables = ty_import_source_open (part->source, error);
  const char *only = ty_import_source_get_sheet (part->source);
  guint n_usable = 0;

  if (tables == NULL)
    return NULL;
  for (guint i = 0; i < ty_table_source_get_n_sheets (tables); i++)
    if (ty_import_sheet_is_wanted (tables, i, only)
        && !read_sheet (run, part->source, tables, i, report, entries, &n_usable, error))
      return NULL;

  if (n_usable == 0)
    ty_import_report_add (report, TRUE, "no-table", NULL, 0,
                          g_strdup (_("No sheet has a heading with the columns that such a table needs. Choose "
                                      "another kind of table, or say what the columns are.")));
  else if (entries->len == 0)
    ty_import_report_add (report, TRUE, "no-people", NULL, 0,
                          g_strdup (_("There is nothing below the heading.")));
  if (roster)
    ty_roster_importer_check_numbers (entries, report);
  return g_steal_pointer (&entries);
}

static gboolean
take_rows (Run               *run,
           TyRosterImporter  *importer,
           GError           **error)
{
  const TyImportKind *kind = ty_import_plan_get_options (run->plan)->kind;

  importer->tape = run->tape;
  if (ty_import_kind_is_roster (kind))
    return importer->entries->len == 0 || ty_roster_importer_run (importer, error);

  return ty_roster_importer_begin (importer, error)
         && ty_import_records_take (importer, kind, importer->entries, error);
}

static gboolean
take_part (Run           *run,
           TyImportPart  *part,
           GError       **error)
{
  const TyImportOptions *options = ty_import_plan_get_options (run->plan);
  g_autoptr(TyImportReport) other = run->work == WORK_PLAN ? NULL : ty_import_report_new ();
  TyImportReport *report = other != NULL ? other : part->report;
  g_autoptr(GPtrArray) entries = read_part (run, part, report, error);
  const char *path = ty_import_source_get_path (part->source);
  TyRosterImportOptions roster = {
    .path = path != NULL ? path : ty_import_source_get_name (part->source),
    .as_of = options->as_of,
    .end_missing = options->end_missing,
  };
  TyRosterImporter importer;
  gboolean done;

  if (entries == NULL)
    return FALSE;

  ty_import_tape_begin_part (run->tape, part);
  ty_roster_importer_init (&importer, run->store, &roster, entries, report, run->cancellable);
  importer.progress = run->progress;
  importer.progress_data = run->progress_data;
  done = take_rows (run, &importer, error);
  ty_roster_importer_clear (&importer);
  if (run->work == WORK_APPLY)
    {
      part->report->new_people = report->new_people;
      part->report->known_people = report->known_people;
    }
  return done;
}

static gboolean
refuse_changed (Run     *run,
                GError **error)
{
  for (guint i = 0; i < ty_import_plan_get_n_parts (run->plan); i++)
    {
      TyImportPart *part = ty_import_plan_get_part (run->plan, i);

      if (part->seq != 0 || !ty_import_source_has_changed (part->source))
        continue;
      g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                   _("“%s” was changed or removed since it was read. Read it again."),
                   ty_import_source_get_name (part->source));
      return FALSE;
    }
  return TRUE;
}

static gboolean
run_start (Run     *run,
           GError **error)
{
  run->fields = ty_custom_table_list_fields (ty_store_get_database (run->store), error);
  if (run->fields == NULL)
    return FALSE;

  run->targets = ty_import_kind_list_targets (ty_import_plan_get_options (run->plan)->kind, run->fields);
  run->tape = ty_import_tape_new (run->store, run->plan, run->work == WORK_APPLY);
  if (run->work == WORK_ANSWERS)
    ty_import_tape_set_pending (run->tape);
  return TRUE;
}

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->fields, g_ptr_array_unref);
  g_clear_pointer (&run->targets, g_ptr_array_unref);
  g_clear_pointer (&run->tape, ty_import_tape_free);
  g_clear_pointer (&run->detail, g_free);
}

/* Does what the import would, and always fails, so that nothing of it stays. */
static gboolean
compare_inside (TyDatabase  *database,
                gpointer     data,
                GError     **error)
{
  Run *run = data;

  for (guint i = 0; i < ty_import_plan_get_n_parts (run->plan); i++)
    if (!take_part (run, ty_import_plan_get_part (run->plan, i), error))
      return FALSE;

  run->part = ty_import_plan_get_part (run->plan, 0);
  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CANCELLED, _("Cancelled."));
  return FALSE;
}

static gboolean
compare (Run     *run,
         GError **error)
{
  g_autoptr(GError) failure = NULL;

  if (!run_start (run, error))
    return FALSE;

  ty_database_transaction (ty_store_get_database (run->store), compare_inside, run, &failure);
  if (run->part != NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * ty_import_run_plan:
 * @store: a store that writes
 * @sources: (element-type TyImportSource): files and pasted tables, of one kind
 * @options: how they are understood
 * @mapping: (nullable): what is said of their columns
 * @progress: (nullable): hears how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: a `TY_XLSX_ERROR` where a file cannot be read as a whole, a `TY_STORE_ERROR`, or %G_IO_ERROR_CANCELLED
 *
 * Reads tables and finds what each of their rows would change in the county file, in which nothing is changed.
 *
 * Returns: (transfer full) (nullable): the plan
 */
TyImportPlan *
ty_import_run_plan (TyStore               *store,
                    GPtrArray             *sources,
                    const TyImportOptions *options,
                    TyImportMapping       *mapping,
                    TyImportProgressFunc   progress,
                    gpointer               progress_data,
                    GCancellable          *cancellable,
                    GError               **error)
{
  g_autoptr(TyImportPlan) plan = ty_import_plan_new (options, mapping);
  Run run = { .store = store, .plan = plan, .progress = progress, .progress_data = progress_data,
              .cancellable = cancellable, .work = WORK_PLAN };
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store) && sources->len > 0, NULL);

  for (guint i = 0; i < sources->len; i++)
    ty_import_plan_add_part (plan, g_ptr_array_index (sources, i));
  done = compare (&run, error);
  run_clear (&run);
  return done ? g_steal_pointer (&plan) : NULL;
}

/**
 * ty_import_run_answers:
 * @store: a store that writes
 * @plan: a plan, of some rows of which was said who it is
 * @cancellable: (nullable): stops it
 * @error: as ty_import_run_plan()
 *
 * Compares these rows anew; all others stay as they are, and accepted or not.
 *
 * Returns: whether they were compared
 */
gboolean
ty_import_run_answers (TyStore       *store,
                       TyImportPlan  *plan,
                       GCancellable  *cancellable,
                       GError       **error)
{
  Run run = { .store = store, .plan = plan, .cancellable = cancellable, .work = WORK_ANSWERS };
  gboolean done = refuse_changed (&run, error) && compare (&run, error);

  run_clear (&run);
  return done;
}

static guint
count_accepted (TyImportPlan *plan,
                TyImportPart *part)
{
  guint n = 0;

  for (guint i = 0; i < part->n_rows; i++)
    n += ty_import_plan_get_row (plan, part->first_row + i)->accepted;

  return n;
}

static gboolean
apply_inside (TyStore   *store,
              gpointer   data,
              GError   **error)
{
  Run *run = data;
  g_autofree char *n_rows = NULL;
  g_autofree char *people = NULL;

  if (!take_part (run, run->part, error))
    return FALSE;

  n_rows = g_strdup_printf ("%u", count_accepted (run->plan, run->part));
  people = g_strdup_printf ("%u", run->part->report->new_people + run->part->report->known_people);
  if (ty_import_kind_is_roster (ty_import_plan_get_options (run->plan)->kind))
    run->detail = ty_action_detail_new ("file", ty_import_source_get_name (run->part->source), "people",
                                        people, NULL);
  else
    run->detail = ty_action_detail_new ("file", ty_import_source_get_name (run->part->source), "rows", n_rows,
                                        "table", ty_import_kind_get_word (
                                                   ty_import_plan_get_options (run->plan)->kind), NULL);
  run->spec.detail = run->detail;
  return TRUE;
}

static gboolean
apply_part (Run           *run,
            TyImportPart  *part,
            const char    *user,
            GError       **error)
{
  gboolean roster = ty_import_kind_is_roster (ty_import_plan_get_options (run->plan)->kind);

  run->part = part;
  run->spec = (TyActionSpec){ user, roster ? "roster.import" : "table.import", NULL, 0 };
  if (!ty_store_run (run->store, &run->spec, apply_inside, run, error))
    return FALSE;

  part->seq = run->spec.seq;
  part->report->seq = run->spec.seq;
  part->report->imported = run->spec.seq != 0;
  g_clear_pointer (&run->detail, g_free);
  return TRUE;
}

/**
 * ty_import_run_apply:
 * @store: a store that writes
 * @plan: a plan that was made with this file
 * @user: who imports
 * @progress: (nullable): hears how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: a `TY_STORE_ERROR`, such as where the county file or a table was changed since the plan was made, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Does what is accepted, one action for each source that has something. Where one fails, the ones before it
 * stand: their parts have the `seq` of their action.
 *
 * Returns: whether all was done
 */
gboolean
ty_import_run_apply (TyStore               *store,
                     TyImportPlan          *plan,
                     const char            *user,
                     TyImportProgressFunc   progress,
                     gpointer               progress_data,
                     GCancellable          *cancellable,
                     GError               **error)
{
  Run run = { .store = store, .plan = plan, .progress = progress, .progress_data = progress_data,
              .cancellable = cancellable, .work = WORK_APPLY };
  gboolean done;

  if (ty_import_plan_count_accepted (plan) == 0)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
                           _("No row is to be taken over. Nothing was changed."));
      return FALSE;
    }
  done = refuse_changed (&run, error) && run_start (&run, error);
  for (guint i = 0; done && i < ty_import_plan_get_n_parts (plan); i++)
    {
      TyImportPart *part = ty_import_plan_get_part (plan, i);

      if (part->seq == 0 && count_accepted (plan, part) > 0)
        done = apply_part (&run, part, user, error);
    }
  run_clear (&run);
  return done;
}
