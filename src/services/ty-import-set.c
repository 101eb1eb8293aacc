/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-set"

#include "config.h"

#include "ty-import-set.h"

#include "ty-appointment-folder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Folders in folders that are looked through. A link is not followed. */
#define MAX_DEPTH 6

/* More files than a county has cadres. */
#define MAX_FILES 20000

static const char *const table_suffixes[] = { "xlsx", "xls", "csv", "tsv", "txt" };
static const char *const photo_suffixes[] = { "jpg", "jpeg", "png" };

static gboolean
has_suffix (const char        *path,
            const char *const *suffixes,
            guint              n)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < n; i++)
    if (g_ascii_strcasecmp (dot + 1, suffixes[i]) == 0)
      return TRUE;

  return FALSE;
}

/* A file that was named is a table unless it says something else: what it is, is told by its content. In a folder
 * there is also what nobody means. */
static void
add_file (TyImportSet *self,
          const char  *path,
          gboolean     named)
{
  if (ty_appointment_folder_is_file (path))
    g_ptr_array_add (self->forms, g_strdup (path));
  else if (has_suffix (path, photo_suffixes, G_N_ELEMENTS (photo_suffixes)))
    g_ptr_array_add (self->photos, g_strdup (path));
  else if (named || has_suffix (path, table_suffixes, G_N_ELEMENTS (table_suffixes)))
    g_ptr_array_add (self->tables, g_strdup (path));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Those of a spreadsheet that has one open begin with ~$. */
static GPtrArray *
list_names (const char  *folder,
            GError     **error)
{
  g_autoptr(GDir) directory = g_dir_open (folder, 0, error);
  GPtrArray *names;
  const char *name;

  if (directory == NULL)
    return NULL;

  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (directory)) != NULL)
    if (*name != '.' && *name != '~')
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
add_folder (TyImportSet   *self,
            const char    *folder,
            guint          depth,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GPtrArray) names = list_names (folder, error);

  if (names == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  for (guint i = 0; i < names->len && ty_import_set_get_n (self) <= MAX_FILES; i++)
    {
      const char *path = g_ptr_array_index (names, i);

      if (g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        add_file (self, path, FALSE);
      else if (depth < MAX_DEPTH && g_file_test (path, G_FILE_TEST_IS_DIR)
               && !add_folder (self, path, depth + 1, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_import_set_knows:
 * @path: a file
 *
 * Returns: whether its name ends like that of something that can be imported
 */
gboolean
ty_import_set_knows (const char *path)
{
  return ty_appointment_folder_is_file (path)
         || has_suffix (path, table_suffixes, G_N_ELEMENTS (table_suffixes))
         || has_suffix (path, photo_suffixes, G_N_ELEMENTS (photo_suffixes));
}

/**
 * ty_import_set_new:
 * @paths: (array zero-terminated=1): files and folders
 * @cancellable: (nullable): stops it
 * @error: a `G_FILE_ERROR`; %G_IO_ERROR_NOT_FOUND where there is nothing to import, %G_IO_ERROR_NO_SPACE where there
 *   are too many; or %G_IO_ERROR_CANCELLED
 *
 * Looks through folders, and sorts files by their names.
 *
 * Returns: (transfer full) (nullable): the files, those of a folder in the order of their names
 */
TyImportSet *
ty_import_set_new (const char *const  *paths,
                   GCancellable       *cancellable,
                   GError            **error)
{
  g_autoptr(TyImportSet) self = g_new0 (TyImportSet, 1);
  guint n;

  self->tables = g_ptr_array_new_with_free_func (g_free);
  self->forms = g_ptr_array_new_with_free_func (g_free);
  self->photos = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; paths[i] != NULL; i++)
    if (!g_file_test (paths[i], G_FILE_TEST_IS_DIR))
      add_file (self, paths[i], TRUE);
    else if (!add_folder (self, paths[i], 0, cancellable, error))
      return NULL;

  n = ty_import_set_get_n (self);
  if (n > MAX_FILES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _("There are more than %d files. Import them folder by folder."), MAX_FILES);
      return NULL;
    }
  if (n == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _("There is nothing to import in the folder: no table (.xlsx, .xls, .csv), no appointment "
                             "file (.lrmx, .lrm) and no photo (.jpg, .png)."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
ty_import_set_free (TyImportSet *self)
{
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->forms);
  g_ptr_array_unref (self->photos);
  g_free (self);
}

/**
 * ty_import_set_get_n:
 * @self: files
 *
 * Returns: how many there are
 */
guint
ty_import_set_get_n (const TyImportSet *self)
{
  return self->tables->len + self->forms->len + self->photos->len;
}

static void
sort (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  GError *error = NULL;
  TyImportSet *set = ty_import_set_new (task_data, cancellable, &error);

  if (set != NULL)
    g_task_return_pointer (task, set, (GDestroyNotify) ty_import_set_free);
  else
    g_task_return_error (task, error);
}

/**
 * ty_import_set_sort_async:
 * @paths: (array zero-terminated=1): files and folders
 * @cancellable: (nullable): stops it
 * @callback: called when they are sorted
 * @user_data: for @callback
 *
 * Sorts files in a thread of its own, since a folder may be on a slow stick.
 */
void
ty_import_set_sort_async (const char *const   *paths,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ty_import_set_sort_async);
  g_task_set_task_data (task, g_strdupv ((char **) paths), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, sort);
}

/**
 * ty_import_set_sort_finish:
 * @result: what the callback was given
 * @error: as ty_import_set_new()
 *
 * Returns: (transfer full) (nullable): the files
 */
TyImportSet *
ty_import_set_sort_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ty_import_set_sort_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
