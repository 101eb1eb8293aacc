/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dropped-files"

#include "config.h"

#include "ty-dropped-files.h"

#include "ty-collect-about.h"
#include "ty-import-set.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COUNTY_SUFFIX ".touyan"
#define WORKBOOK_SUFFIX ".xlsx"

static gboolean
ends_with (const char *path,
           const char *suffix)
{
  const char *dot = strrchr (path, '.');

  return dot != NULL && g_ascii_strcasecmp (dot, suffix) == 0;
}

/* Files beside it in a folder may be anything: one workbook that came back says what the folder is for. */
static gboolean
holds_answer (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (*name != '.' && *name != '~' && ends_with (name, WORKBOOK_SUFFIX) && ty_collect_about_is_one (path))
        return TRUE;
    }
  return FALSE;
}

static TyDroppedKind
tell_one (const char  *path,
          GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return holds_answer (path) ? TY_DROPPED_ANSWERS : TY_DROPPED_IMPORT;
  if (ends_with (path, COUNTY_SUFFIX))
    return TY_DROPPED_COUNTY;
  if (ends_with (path, WORKBOOK_SUFFIX) && ty_collect_about_is_one (path))
    return TY_DROPPED_ANSWERS;
  if (ty_import_set_knows (path))
    return TY_DROPPED_IMPORT;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _("“%s” cannot be dropped here. What can be: a county file (.touyan), tables (.xlsx, .xls, .csv), "
                 "appointment files (.lrmx, .lrm), photos (.jpg, .png), workbooks that came back from townships, "
                 "and folders of these."), name);
  return TY_DROPPED_NOTHING;
}

static TyDroppedKind
tell_all (const char *const  *paths,
          GCancellable       *cancellable,
          GError            **error)
{
  TyDroppedKind kind = tell_one (paths[0], error);

  for (guint i = 1; kind != TY_DROPPED_NOTHING && paths[i] != NULL; i++)
    {
      TyDroppedKind other = tell_one (paths[i], error);

      if (other == TY_DROPPED_NOTHING || g_cancellable_set_error_if_cancelled (cancellable, error))
        return TY_DROPPED_NOTHING;
      if (other != kind || kind == TY_DROPPED_COUNTY)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("These files are of several kinds. Drop a county file alone, and workbooks that came "
                                 "back from townships without other files."));
          return TY_DROPPED_NOTHING;
        }
    }
  return kind;
}

static void
tell (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  GError *error = NULL;
  TyDroppedKind kind = tell_all (task_data, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, kind);
}

/**
 * ty_dropped_files_tell_async:
 * @paths: (array zero-terminated=1): files and folders, at least one
 * @cancellable: (nullable): stops it
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Tells what files are for. A workbook is looked into, in a thread of its own, since it may be on a slow stick.
 */
void
ty_dropped_files_tell_async (const char *const   *paths,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (paths != NULL && paths[0] != NULL);

  g_task_set_source_tag (task, ty_dropped_files_tell_async);
  g_task_set_task_data (task, g_strdupv ((char **) paths), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, tell);
}

/**
 * ty_dropped_files_tell_finish:
 * @result: what the callback was given
 * @error: %G_IO_ERROR_NOT_SUPPORTED, a sentence that says what can be dropped; or %G_IO_ERROR_CANCELLED
 *
 * Returns: what the files are; %TY_DROPPED_NOTHING with an error
 */
TyDroppedKind
ty_dropped_files_tell_finish (GAsyncResult  *result,
                              GError       **error)
{
  gssize kind;

  g_return_val_if_fail (g_async_result_is_tagged (result, ty_dropped_files_tell_async), TY_DROPPED_NOTHING);

  kind = g_task_propagate_int (G_TASK (result), error);
  return kind < 0 ? TY_DROPPED_NOTHING : (TyDroppedKind) kind;
}
