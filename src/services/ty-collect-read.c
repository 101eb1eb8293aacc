/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-collect-read"

#include "config.h"

#include "ty-collect-read.h"

#include "ty-import-run.h"
#include "ty-person.h"
#include "ty-unit-state.h"
#include "ty-unit-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The workbooks that came back, mostly those of one folder: which township has reported, and what all of them together would change. */

static const struct
{
  const char *word;
  const char *label;
} statuses[TY_N_COLLECT_STATUSES] = {
  [TY_COLLECT_REPORTED] = { "reported", NC_ ("collected from townships", "Reported") },
  [TY_COLLECT_MISSING] = { "missing", NC_ ("collected from townships", "Not reported") },
  [TY_COLLECT_TWICE] = { "twice", NC_ ("collected from townships", "Reported twice") },
  [TY_COLLECT_OTHER] = { "other", NC_ ("collected from townships", "For something else") },
  [TY_COLLECT_UNREADABLE] = { "unreadable", NC_ ("collected from townships", "Cannot be read") },
};

typedef struct
{
  TyStore *store;
  TyCollectAnswers *answers;
  const TyCollectAbout *first; /* (nullable): the one by which the others go */
  gint64 county;
  TyCollectProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Run;

static void
answer_free (gpointer data)
{
  TyCollectAnswer *answer = data;

  g_free (answer->name);
  g_free (answer->path);
  g_free (answer->reason);
  g_clear_pointer (&answer->about, ty_collect_about_free);
  g_free (answer);
}

void
ty_collect_answers_free (TyCollectAnswers *self)
{
  g_ptr_array_unref (self->list);
  g_clear_pointer (&self->plan, ty_import_plan_unref);
  g_free (self);
}

/**
 * ty_collect_status_to_string:
 * @self: a status
 *
 * Returns: (transfer none): its word
 */
const char *
ty_collect_status_to_string (TyCollectStatus self)
{
  g_return_val_if_fail ((guint) self < TY_N_COLLECT_STATUSES, NULL);

  return statuses[self].word;
}

/**
 * ty_collect_status_get_label:
 * @self: a status
 *
 * Returns: (transfer none): its label, in the user's language
 */
const char *
ty_collect_status_get_label (TyCollectStatus self)
{
  g_return_val_if_fail ((guint) self < TY_N_COLLECT_STATUSES, NULL);

  return g_dpgettext2 (NULL, "collected from townships", statuses[self].label);
}

/* Those of a spreadsheet that has one open begin with ~$. */
static gboolean
is_workbook (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".xlsx") && *name != '~' && *name != '.';
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
add_files (GPtrArray   *paths,
           const char  *folder,
           GError     **error)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_workbook (name) && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  return TRUE;
}

/* A file that is named is looked at whatever it is called, and one that is named twice only once. */
static GPtrArray *
list_files (const char *const  *places,
            GError            **error)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; places[i] != NULL; i++)
    if (g_file_test (places[i], G_FILE_TEST_IS_REGULAR))
      g_ptr_array_add (paths, g_strdup (places[i]));
    else if (!add_files (paths, places[i], error))
      return NULL;

  g_ptr_array_sort (paths, compare_names);
  for (guint i = 1; i < paths->len;)
    if (strcmp (g_ptr_array_index (paths, i - 1), g_ptr_array_index (paths, i)) == 0)
      g_ptr_array_remove_index (paths, i);
    else
      i++;
  return g_steal_pointer (&paths);
}

static gboolean
read_file (Run         *run,
           const char  *path,
           GError     **error)
{
  TyCollectAnswer *answer = g_new0 (TyCollectAnswer, 1);
  g_autoptr(GError) local = NULL;

  answer->path = g_strdup (path);
  answer->part = -1;
  g_ptr_array_add (run->answers->list, answer);
  answer->about = ty_collect_about_read (path, run->cancellable, &local);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (answer->about == NULL)
    {
      answer->status = TY_COLLECT_UNREADABLE;
      answer->name = g_filename_display_basename (path);
      answer->reason = g_strdup (local->message);
      return TRUE;
    }
  answer->township = answer->about->township;
  answer->name = g_strdup (answer->about->township_name);
  return TRUE;
}

static gboolean
read_files (Run                *run,
            const char *const  *places,
            GError            **error)
{
  g_autoptr(GPtrArray) paths = list_files (places, error);

  if (paths == NULL)
    return FALSE;
  for (guint i = 0; i < paths->len; i++)
    {
      if (run->progress != NULL)
        run->progress (i, paths->len, run->progress_data);
      if (!read_file (run, g_ptr_array_index (paths, i), error))
        return FALSE;
    }
  return TRUE;
}

/* How many others ask for the same. */
static guint
count_same (Run                  *run,
            const TyCollectAbout *about)
{
  guint n = 0;

  for (guint i = 0; i < run->answers->list->len; i++)
    {
      const TyCollectAnswer *answer = g_ptr_array_index (run->answers->list, i);

      n += answer->about != NULL && answer->about->county == run->county
           && ty_collect_about_is_same (answer->about, about);
    }
  return n;
}

/* What most of the workbooks are is what is collected; of two that are as many, the later day. */
static void
find_first (Run                *run,
            const TyImportKind *kind)
{
  guint most = 0;

  for (guint i = 0; i < run->answers->list->len; i++)
    {
      const TyCollectAnswer *answer = g_ptr_array_index (run->answers->list, i);
      guint n;

      if (answer->about == NULL || answer->about->county != run->county
          || (kind != NULL && answer->about->kind != kind))
        continue;
      n = count_same (run, answer->about);
      if (n > most || (n == most && ty_date_compare (answer->about->as_of, run->first->as_of) > 0))
        {
          most = n;
          run->first = answer->about;
        }
    }
}

static void
refuse (TyCollectAnswer *answer,
        TyCollectStatus  status,
        const char      *reason)
{
  answer->status = status;
  g_free (answer->reason);
  answer->reason = g_strdup (reason);
}

static void
check_others (Run *run)
{
  for (guint i = 0; i < run->answers->list->len; i++)
    {
      TyCollectAnswer *answer = g_ptr_array_index (run->answers->list, i);

      if (answer->about == NULL)
        continue;
      if (answer->about->county != run->county)
        refuse (answer, TY_COLLECT_OTHER, _("This workbook is of another county."));
      else if (run->first == NULL || !ty_collect_about_is_same (answer->about, run->first))
        refuse (answer, TY_COLLECT_OTHER, _("This workbook is of another kind, day or year than the others."));
    }
}

/* Which of two is right only the township knows. */
static void
check_twice (Run *run)
{
  for (guint i = 0; i < run->answers->list->len; i++)
    for (guint j = 0; j < i; j++)
      {
        TyCollectAnswer *a = g_ptr_array_index (run->answers->list, i);
        TyCollectAnswer *b = g_ptr_array_index (run->answers->list, j);

        if (a->township == 0 || a->township != b->township
            || (a->status != TY_COLLECT_REPORTED && a->status != TY_COLLECT_TWICE)
            || (b->status != TY_COLLECT_REPORTED && b->status != TY_COLLECT_TWICE))
          continue;
        refuse (a, TY_COLLECT_TWICE, _("There are several workbooks of this township. Leave one of them in the folder."));
        refuse (b, TY_COLLECT_TWICE, _("There are several workbooks of this township. Leave one of them in the folder."));
      }
}

/* The answers of a township, out of those that have no place yet. */
static guint
move_answers (GPtrArray *from,
              GPtrArray *to,
              gint64     township)
{
  guint n = 0;

  for (guint i = 0; i < from->len;)
    {
      TyCollectAnswer *answer = g_ptr_array_index (from, i);

      if (answer->township != township || answer->status == TY_COLLECT_OTHER)
        {
          i++;
          continue;
        }
      g_ptr_array_add (to, g_ptr_array_steal_index (from, i));
      n++;
    }
  return n;
}

/* Townships in their order, those without an answer among them; then the files that are of none. */
static gboolean
add_townships (Run     *run,
               GError **error)
{
  TyDate as_of = run->first != NULL ? run->first->as_of : ty_date_today ();
  g_autoptr(GPtrArray) townships = ty_collect_list_townships (ty_store_get_database (run->store), as_of, error);
  GPtrArray *list;

  if (townships == NULL)
    return FALSE;

  list = g_ptr_array_new_with_free_func (answer_free);
  for (guint i = 0; i < townships->len; i++)
    {
      const TyCollectTownship *township = g_ptr_array_index (townships, i);
      TyCollectAnswer *missing;

      if (move_answers (run->answers->list, list, township->unit) > 0)
        continue;
      missing = g_new0 (TyCollectAnswer, 1);
      missing->status = TY_COLLECT_MISSING;
      missing->township = township->unit;
      missing->name = g_strdup (township->name);
      missing->part = -1;
      g_ptr_array_add (list, missing);
    }
  while (run->answers->list->len > 0)
    g_ptr_array_add (list, g_ptr_array_steal_index (run->answers->list, 0));
  g_ptr_array_unref (run->answers->list);
  run->answers->list = list;
  return TRUE;
}

/* Who has no ID number is doubtful to the import; the key that the workbook hides tells. */
static guint
answer_by_keys (Run                   *run,
                const TyCollectAnswer *answer)
{
  TyImportPlan *plan = run->answers->plan;
  const TyImportPart *part = ty_import_plan_get_part (plan, (guint) answer->part);
  guint n = 0;

  for (guint i = part->first_row; i < part->first_row + part->n_rows; i++)
    {
      TyImportRow *row = ty_import_plan_get_row (plan, i);
      gint64 key = row->row > 0 ? ty_collect_about_get_key (answer->about, row->row) : 0;

      if (key == 0 || row->state != TY_IMPORT_STATE_DOUBTFUL)
        continue;
      for (guint j = 0; row->twins != NULL && j < row->twins->len; j++)
        if (ty_record_get_integer (g_ptr_array_index (row->twins, j), TY_PERSON_ID) == key)
          {
            n += ty_import_plan_answer (plan, i, key);
            break;
          }
    }
  return n;
}

/* A row that was written for somebody and now seems to be somebody new: the name was written over. */
static void
refuse_renamed (Run                   *run,
                const TyCollectAnswer *answer)
{
  TyImportPlan *plan = run->answers->plan;
  const TyImportPart *part = ty_import_plan_get_part (plan, (guint) answer->part);

  for (guint i = part->first_row; i < part->first_row + part->n_rows; i++)
    {
      TyImportRow *row = ty_import_plan_get_row (plan, i);

      if (row->state != TY_IMPORT_STATE_NEW || row->row == 0
          || ty_import_kind_get_people (answer->about->kind) != TY_IMPORT_PEOPLE_ANY
          || ty_collect_about_get_key (answer->about, row->row) == 0)
        continue;
      row->state = TY_IMPORT_STATE_REFUSED;
      row->accepted = FALSE;
      row->reason = ty_import_plan_intern (plan, _("The row was written for another person. People who are new go into "
                                                   "an empty row; a name is corrected in the file."));
    }
}

static gboolean
make_plan (Run      *run,
           TyDate    end_missing,
           GError  **error)
{
  const TyImportOptions options = { run->first->kind, run->first->as_of, end_missing };
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_import_source_unref);
  guint n = 0;

  for (guint i = 0; i < run->answers->list->len; i++)
    {
      TyCollectAnswer *answer = g_ptr_array_index (run->answers->list, i);
      TyImportSource *source;

      if (answer->status != TY_COLLECT_REPORTED)
        continue;
      source = ty_import_source_new_for_path (answer->path);
      ty_import_source_set_sheet (source, answer->about->sheet);
      answer->part = (int) sources->len;
      g_ptr_array_add (sources, source);
    }
  if (sources->len == 0)
    return TRUE;

  run->answers->plan = ty_import_run_plan (run->store, sources, &options, run->first->mapping, NULL, NULL,
                                           run->cancellable, error);
  if (run->answers->plan == NULL)
    return FALSE;
  for (guint i = 0; i < run->answers->list->len; i++)
    {
      const TyCollectAnswer *answer = g_ptr_array_index (run->answers->list, i);

      if (answer->part < 0)
        continue;
      n += answer_by_keys (run, answer);
      refuse_renamed (run, answer);
    }
  return n == 0 || ty_import_run_answers (run->store, run->answers->plan, run->cancellable, error);
}

static gboolean
read_county (Run     *run,
             GError **error)
{
  g_autoptr(TyUnitState) root = ty_unit_table_get_root (ty_store_get_database (run->store), error);

  if (root == NULL)
    return FALSE;

  run->county = ty_record_get_integer (TY_RECORD (root), TY_UNIT_STATE_UNIT);
  return TRUE;
}

/**
 * ty_collect_read:
 * @store: a store that writes
 * @places: (array zero-terminated=1): the workbooks that came back, and folders in which they are
 * @kind: (nullable): what is collected; %NULL for what most of them are
 * @end_missing: of a roster: the day on which posts end that it does not name any more, or none
 * @progress: (nullable): hears how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: a `G_IO_ERROR` or a `TY_STORE_ERROR`
 *
 * Reads all these workbooks and finds who has reported and what their rows would change. Nothing is
 * changed: ty_import_run_apply() does the plan, one action for each workbook.
 *
 * Returns: (transfer full) (nullable): what came back
 */
TyCollectAnswers *
ty_collect_read (TyStore                *store,
                 const char *const      *places,
                 const TyImportKind     *kind,
                 TyDate                  end_missing,
                 TyCollectProgressFunc   progress,
                 gpointer                progress_data,
                 GCancellable           *cancellable,
                 GError                **error)
{
  g_autoptr(TyCollectAnswers) answers = g_new0 (TyCollectAnswers, 1);
  Run run = { store, answers, NULL, 0, progress, progress_data, cancellable };

  answers->list = g_ptr_array_new_with_free_func (answer_free);
  if (!read_county (&run, error) || !read_files (&run, places, error))
    return NULL;

  find_first (&run, kind);
  check_others (&run);
  check_twice (&run);
  if (!add_townships (&run, error) || (run.first != NULL && !make_plan (&run, end_missing, error)))
    return NULL;

  return g_steal_pointer (&answers);
}

/**
 * ty_collect_answers_count:
 * @self: what came back
 * @status: a status
 *
 * Returns: how many townships or files have it
 */
guint
ty_collect_answers_count (TyCollectAnswers *self,
                          TyCollectStatus   status)
{
  guint n = 0;

  for (guint i = 0; i < self->list->len; i++)
    n += ((TyCollectAnswer *) g_ptr_array_index (self->list, i))->status == status;

  return n;
}

/**
 * ty_collect_answers_count_rows:
 * @self: what came back
 * @answer: one of its answers
 * @state: a state of rows
 *
 * Returns: how many rows of the answer are in this state
 */
guint
ty_collect_answers_count_rows (TyCollectAnswers      *self,
                               const TyCollectAnswer *answer,
                               TyImportState          state)
{
  const TyImportPart *part;
  guint n = 0;

  if (answer->part < 0)
    return 0;

  part = ty_import_plan_get_part (self->plan, (guint) answer->part);
  for (guint i = part->first_row; i < part->first_row + part->n_rows; i++)
    n += ty_import_plan_get_row (self->plan, i)->state == state;
  return n;
}
