/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-problems"

#include "config.h"

#include "ty-import-problems.h"

#include "ty-file-names.h"
#include "ty-out-file.h"
#include "ty-problem-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows of which is not clear who they are have no cell that is wrong, and so no problem of their own. */
static GArray *
list_doubtful (TyImportPlan *plan,
               guint         part)
{
  TyImportPart *own = ty_import_plan_get_part (plan, part);
  GArray *doubtful = g_array_new (FALSE, TRUE, sizeof (TyImportProblem));

  for (guint i = 0; i < own->n_rows; i++)
    {
      const TyImportRow *row = ty_import_plan_get_row (plan, own->first_row + i);
      TyImportProblem problem = { .kind = "doubtful", .sheet = (char *) row->sheet, .row = row->row,
                            .text = (char *) row->reason };

      if (row->state == TY_IMPORT_STATE_DOUBTFUL && row->reason != NULL)
        g_array_append_val (doubtful, problem);
    }
  return doubtful;
}

/**
 * ty_import_problems_count:
 * @plan: a plan
 * @part: the place of a part
 *
 * Returns: how many problems a workbook of this part would mark
 */
guint
ty_import_problems_count (TyImportPlan *plan,
                          guint         part)
{
  g_autoptr(GArray) doubtful = list_doubtful (plan, part);

  return doubtful->len + ty_import_plan_get_part (plan, part)->report->problems->len;
}

/* The name of a table without what its file ends with. */
static char *
dup_table_name (TyImportPlan *plan,
                guint         part)
{
  char *name = g_strdup (ty_import_source_get_name (ty_import_plan_get_part (plan, part)->source));
  char *point = strrchr (name, '.');

  if (point != NULL && point != name)
    *point = '\0';
  return name;
}

/* A table that is given back, with all that it owns. */
typedef struct
{
  TyTableSource *source; /* (owned) */
  GArray *doubtful;      /* (owned) */
  GPtrArray *problems;   /* (owned) */
  char *name;            /* (owned) */
} Marked;

static void
marked_free (gpointer data)
{
  Marked *marked = data;

  g_clear_object (&marked->source);
  g_clear_pointer (&marked->problems, g_ptr_array_unref);
  g_clear_pointer (&marked->doubtful, g_array_unref);
  g_free (marked->name);
  g_free (marked);
}

static gboolean
add_marked (TyImportPlan  *plan,
            guint          part,
            GPtrArray     *all,
            GError       **error)
{
  GPtrArray *found = ty_import_plan_get_part (plan, part)->report->problems;
  Marked *marked = g_new0 (Marked, 1);

  g_ptr_array_add (all, marked);
  marked->source = ty_import_source_open (ty_import_plan_get_part (plan, part)->source, error);
  marked->doubtful = list_doubtful (plan, part);
  marked->problems = g_ptr_array_new ();
  marked->name = dup_table_name (plan, part);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (marked->problems, g_ptr_array_index (found, i));
  for (guint i = 0; i < marked->doubtful->len; i++)
    g_ptr_array_add (marked->problems, &g_array_index (marked->doubtful, TyImportProblem, i));
  return marked->source != NULL;
}

static gboolean
write_marked (TyImportPlan  *plan,
              GPtrArray     *all,
              const char    *path,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GPtrArray) fields = g_ptr_array_new ();
  g_autoptr(GPtrArray) targets = ty_import_kind_list_targets (ty_import_plan_get_options (plan)->kind, fields);
  g_autofree TyProblemTable *tables = g_new0 (TyProblemTable, all->len);
  g_autoptr(TyOutFile) file = ty_out_file_new (path, error);

  if (file == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      const Marked *marked = g_ptr_array_index (all, i);

      tables[i].source = marked->source;
      tables[i].problems = marked->problems;
      tables[i].name = all->len > 1 ? marked->name : NULL;
    }
  return ty_problem_workbook_write (tables, all->len, ty_import_kind_knows, targets, ty_out_file_get_fd (file),
                                    cancellable, error)
         && ty_out_file_seal (file, error) && ty_out_file_commit (file, error);
}

/**
 * ty_import_problems_write:
 * @plan: a plan
 * @part: the place of a part
 * @path: the workbook to write
 * @cancellable: (nullable): stops it
 * @error: a `TY_XLSX_ERROR` or a `G_IO_ERROR`
 *
 * Writes the table once more with its problems marked, for whoever filled it in.
 *
 * Returns: whether it was written
 */
gboolean
ty_import_problems_write (TyImportPlan  *plan,
                          guint          part,
                          const char    *path,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (marked_free);

  return add_marked (plan, part, all, error) && write_marked (plan, all, path, cancellable, error);
}

/**
 * ty_import_problems_write_book:
 * @plan: a plan
 * @path: the workbook to write
 * @cancellable: (nullable): stops it
 * @error: a `TY_XLSX_ERROR` or a `G_IO_ERROR`
 *
 * Writes all tables that have problems once more with them marked, into one workbook. Where none has any, all
 * tables are written, so that whoever asked for the workbook finds it.
 *
 * Returns: whether it was written
 */
gboolean
ty_import_problems_write_book (TyImportPlan  *plan,
                               const char    *path,
                               GCancellable  *cancellable,
                               GError       **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (marked_free);
  guint n_bad = 0;

  for (guint i = 0; i < ty_import_plan_get_n_parts (plan); i++)
    n_bad += ty_import_problems_count (plan, i) > 0;
  for (guint i = 0; i < ty_import_plan_get_n_parts (plan); i++)
    if ((n_bad == 0 || ty_import_problems_count (plan, i) > 0) && !add_marked (plan, i, all, error))
      return FALSE;

  return write_marked (plan, all, path, cancellable, error);
}

static char *
dup_stem (TyImportPlan *plan,
          guint         part)
{
  g_autofree char *name = dup_table_name (plan, part);

  /* Translators: the name of a workbook in which the problems of the table %s are marked */
  return g_strdup_printf (_("%s, problems"), name);
}

/**
 * ty_import_problems_dup_name:
 * @plan: a plan
 * @part: the place of a part
 *
 * Returns: (transfer full): what a workbook with its problems may be called
 */
char *
ty_import_problems_dup_name (TyImportPlan *plan,
                             guint         part)
{
  g_autofree char *stem = dup_stem (plan, part);

  return g_strconcat (stem, ".xlsx", NULL);
}

/* A name that neither another table of the plan nor a file of the folder has. */
static char *
dup_free_path (TyImportPlan *plan,
               guint         part,
               TyFileNames  *names,
               const char   *folder)
{
  g_autofree char *stem = dup_stem (plan, part);
  char *path = NULL;

  do
    {
      g_autofree char *name = ty_file_names_take (names, stem, NULL);

      g_free (path);
      path = g_build_filename (folder, name, NULL);
    }
  while (g_file_test (path, G_FILE_TEST_EXISTS));
  return path;
}

/**
 * ty_import_problems_write_all:
 * @plan: a plan
 * @folder: where the workbooks are to be
 * @cancellable: (nullable): stops it; workbooks that were written before stay
 * @error: a `TY_XLSX_ERROR` or a `G_IO_ERROR`
 *
 * Writes each table that has problems once more with them marked. No file of the folder is replaced.
 *
 * Returns: whether all were written
 */
gboolean
ty_import_problems_write_all (TyImportPlan  *plan,
                              const char    *folder,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_autoptr(TyFileNames) names = ty_file_names_new ("xlsx");

  for (guint i = 0; i < ty_import_plan_get_n_parts (plan); i++)
    {
      g_autofree char *path = ty_import_problems_count (plan, i) > 0 ? dup_free_path (plan, i, names, folder) : NULL;

      if (path != NULL && !ty_import_problems_write (plan, i, path, cancellable, error))
        return FALSE;
    }
  return TRUE;
}
