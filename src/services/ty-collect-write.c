/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-collect-write"

#include "config.h"

#include "ty-collect-write.h"

#include "ty-action-log.h"
#include "ty-collect-sheet.h"
#include "ty-custom-table.h"
#include "ty-out-file.h"
#include "ty-unit-state.h"
#include "ty-unit-table.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/**
 * TyCollectBooks:
 *
 * The workbooks for all townships, written beside their places. They come there when the export is noted in the
 * history.
 */
struct _TyCollectBooks
{
  GPtrArray *files; /* (owned) (element-type TyOutFile) */
  char *kind;       /* (owned) */
  char *as_of;      /* (owned) */
  gboolean sensitive;
  guint n_rows;
};

void
ty_collect_books_free (TyCollectBooks *self)
{
  g_ptr_array_unref (self->files);
  g_free (self->kind);
  g_free (self->as_of);
  g_free (self);
}

/* What no file may be called is left out. */
static char *
dup_path (const TyCollectSpec     *spec,
          const TyCollectTownship *township)
{
  g_autofree char *day = ty_date_to_iso (spec->as_of);
  g_autofree char *year = ty_collect_is_yearly (spec->kind) ? g_strdup_printf ("%u", spec->year) : g_strdup (day);
  g_autofree char *name = g_strdup_printf ("%s-%s-%s.xlsx", township->name, ty_import_kind_get_label (spec->kind),
                                           year);

  g_strdelimit (name, "/\\:*?\"<>|", '_');
  return g_build_filename (spec->folder, name, NULL);
}

static gboolean
check_place (const char  *path,
             gboolean     overwrite,
             GError     **error)
{
  g_autofree char *name = NULL;

  if (overwrite || !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  name = g_filename_display_basename (path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _("There is a file %s already, which may be an answer. Choose an empty folder."), name);
  return FALSE;
}

static gboolean
write_book (TyCollectBooks           *self,
            TyDatabase               *database,
            const TyCollectPeople    *people,
            const TyCollectSpec      *spec,
            const TyCollectCounty    *county,
            const TyCollectTownship  *township,
            gboolean                  overwrite,
            GError                  **error)
{
  g_autofree char *path = dup_path (spec, township);
  TyOutFile *file;
  guint n_rows;

  if (!check_place (path, overwrite, error))
    return FALSE;
  file = ty_out_file_new (path, error);
  if (file == NULL)
    return FALSE;

  g_ptr_array_add (self->files, file);
  if (!ty_collect_sheet_write (ty_out_file_get_fd (file), database, people, spec, county, township, &n_rows, error)
      || !ty_out_file_seal (file, error))
    return FALSE;

  self->n_rows += n_rows;
  return TRUE;
}

static gboolean
write_books (TyCollectBooks         *self,
             TyDatabase             *database,
             const TyCollectPeople  *people,
             const TyCollectSpec    *spec,
             gboolean                overwrite,
             TyCollectProgressFunc   progress,
             gpointer                progress_data,
             GCancellable           *cancellable,
             GError                **error)
{
  g_autoptr(GPtrArray) townships = ty_collect_list_townships (database, spec->as_of, error);
  g_autoptr(GPtrArray) fields = townships != NULL ? ty_custom_table_list_fields (database, error) : NULL;
  g_autoptr(TyUnitState) root = fields != NULL ? ty_unit_table_get_root (database, error) : NULL;
  TyCollectCounty county;

  if (root == NULL)
    return FALSE;
  county = (TyCollectCounty){ ty_record_get_integer (TY_RECORD (root), TY_UNIT_STATE_UNIT),
                              ty_record_get_text (TY_RECORD (root), TY_UNIT_STATE_NAME), fields };
  for (guint i = 0; i < townships->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (i, townships->len, progress_data);
      if (!write_book (self, database, people, spec, &county, g_ptr_array_index (townships, i), overwrite, error))
        return FALSE;
    }
  if (townships->len > 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _("There is no township on this day. Enter or import units first."));
  return FALSE;
}

/**
 * ty_collect_books_new:
 * @database: a connection
 * @people: where people come from
 * @spec: what is collected
 * @overwrite: whether files that are there are replaced
 * @progress: (nullable): hears how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it, and nothing is left
 * @error: a `G_IO_ERROR` or a `TY_STORE_ERROR`
 *
 * Writes a workbook for each township into the folder, which is made where it is missing.
 * ty_collect_books_commit() follows.
 *
 * Returns: (transfer full) (nullable): the workbooks
 */
TyCollectBooks *
ty_collect_books_new (TyDatabase             *database,
                      const TyCollectPeople  *people,
                      const TyCollectSpec    *spec,
                      gboolean                overwrite,
                      TyCollectProgressFunc   progress,
                      gpointer                progress_data,
                      GCancellable           *cancellable,
                      GError                **error)
{
  g_autoptr(TyCollectBooks) self = g_new0 (TyCollectBooks, 1);

  g_return_val_if_fail (ty_collect_can (spec->kind), NULL);

  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_out_file_free);
  self->kind = g_strdup (ty_import_kind_get_word (spec->kind));
  self->as_of = ty_date_to_iso (spec->as_of);
  self->sensitive = spec->sensitive;
  g_mkdir_with_parents (spec->folder, 0700);
  if (!write_books (self, database, people, spec, overwrite, progress, progress_data, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ty_collect_books_commit:
 * @self: workbooks
 * @store: the store that writes
 * @user: who sends them out
 * @error: a `TY_STORE_ERROR` or a `G_IO_ERROR`
 *
 * Notes the export in the history, and puts the workbooks into their places.
 *
 * Returns: whether they are there
 */
gboolean
ty_collect_books_commit (TyCollectBooks  *self,
                         TyStore         *store,
                         const char      *user,
                         GError         **error)
{
  g_autofree char *n_files = g_strdup_printf ("%u", self->files->len);
  g_autofree char *n_rows = g_strdup_printf ("%u", self->n_rows);
  g_autofree char *detail = ty_action_detail_new ("what", "collect", "kind", self->kind, "as_of", self->as_of,
                                                  "files", n_files, "rows", n_rows, "sensitive",
                                                  self->sensitive ? "yes" : "no", NULL);

  if (!ty_store_add_event (store, user, "exported", detail, error))
    return FALSE;
  for (guint i = 0; i < self->files->len; i++)
    if (!ty_out_file_commit (g_ptr_array_index (self->files, i), error))
      return FALSE;

  return TRUE;
}

guint
ty_collect_books_get_n (TyCollectBooks *self)
{
  return self->files->len;
}

/**
 * ty_collect_books_get_path:
 * @self: workbooks
 * @i: a place below their number
 *
 * Returns: (transfer none): where it is
 */
const char *
ty_collect_books_get_path (TyCollectBooks *self,
                           guint           i)
{
  return ty_out_file_get_path (g_ptr_array_index (self->files, i));
}

/**
 * ty_collect_books_get_n_rows:
 * @self: workbooks
 *
 * Returns: how many people or villages are in all of them
 */
guint
ty_collect_books_get_n_rows (TyCollectBooks *self)
{
  return self->n_rows;
}
