/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appointment-folder"

#include "config.h"

#include "ty-appointment-folder.h"

#include "ty-appointment-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Folders in folders that are looked through. A link is not followed. */
#define MAX_DEPTH 6

/* More forms than a county has cadres. */
#define MAX_FILES 20000

/**
 * ty_appointment_folder_is_file:
 * @path: a path
 *
 * Returns: whether its name ends like that of an appointment file
 */
gboolean
ty_appointment_folder_is_file (const char *path)
{
  const char *dot = strrchr (path, '.');

  return dot != NULL && (g_ascii_strcasecmp (dot, ".lrmx") == 0 || g_ascii_strcasecmp (dot, ".lrm") == 0);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
add_folder (GPtrArray   *files,
            const char  *folder,
            guint        depth,
            GError     **error)
{
  g_autoptr(GDir) directory = g_dir_open (folder, 0, error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (directory == NULL)
    return FALSE;
  while ((name = g_dir_read_name (directory)) != NULL)
    if (*name != '.')
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      const char *path = g_ptr_array_index (names, i);

      if (g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_DIR) && depth < MAX_DEPTH
          && !add_folder (files, path, depth + 1, error))
        return FALSE;
      if (ty_appointment_folder_is_file (path) && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (files, g_strdup (path));
    }
  return TRUE;
}

/**
 * ty_appointment_folder_list:
 * @paths: (array zero-terminated=1): files and folders
 * @error: a `G_FILE_ERROR`, or %TY_APPOINTMENT_FILE_ERROR_FORMAT where there is no appointment file
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the files that are named, and the
 *   appointment files in the folders, those of a folder in the order of their names
 */
char **
ty_appointment_folder_list (const char *const  *paths,
                            GError            **error)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; paths[i] != NULL; i++)
    if (!g_file_test (paths[i], G_FILE_TEST_IS_DIR))
      g_ptr_array_add (files, g_strdup (paths[i]));
    else if (!add_folder (files, paths[i], 0, error))
      return NULL;

  if (files->len == 0 || files->len > MAX_FILES)
    {
      g_set_error (error, TY_APPOINTMENT_FILE_ERROR, TY_APPOINTMENT_FILE_ERROR_FORMAT,
                   files->len == 0 ? _("There is no appointment file (.lrmx, .lrm) in the folder.")
                                   : _("There are more than %d appointment files. Import them folder by "
                                       "folder."), MAX_FILES);
      return NULL;
    }
  g_ptr_array_add (files, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&files), FALSE);
}
