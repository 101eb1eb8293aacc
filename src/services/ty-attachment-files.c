/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-attachment-files"

#include "config.h"

#include "ty-attachment-files.h"

#include <glib/gi18n-lib.h>

/**
 * ty_attachment_files_new:
 * @n_bytes: how many bytes are in memory already to be attached with them
 *
 * Returns: (transfer full): no files yet
 */
TyAttachmentFiles *
ty_attachment_files_new (gsize n_bytes)
{
  TyAttachmentFiles *self = g_new0 (TyAttachmentFiles, 1);

  self->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_new_attachment_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->n_bytes = n_bytes;
  return self;
}

/**
 * ty_attachment_files_free:
 * @self: (transfer full): files
 */
void
ty_attachment_files_free (TyAttachmentFiles *self)
{
  g_ptr_array_unref (self->attachments);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * ty_attachment_files_add_problem:
 * @self: files
 * @name: what a file is called
 * @message: why it is not attached, and what to do
 */
void
ty_attachment_files_add_problem (TyAttachmentFiles *self,
                                 const char        *name,
                                 const char        *message)
{
  /* Translators: the name of a file, and why it is not attached */
  g_ptr_array_add (self->problems, g_strdup_printf (_("%s: %s"), name, message));
}

/**
 * ty_attachment_files_read_one:
 * @self: files
 * @path: another one
 * @func: (nullable): hears how far it is
 * @data: for @func
 * @cancellable: (nullable): stops it
 *
 * Reads a file. It joins the attachments, or the problems say why not.
 */
void
ty_attachment_files_read_one (TyAttachmentFiles *self,
                              const char        *path,
                              TyFileContentFunc  func,
                              gpointer           data,
                              GCancellable      *cancellable)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  TyNewAttachment *attachment;

  bytes = ty_file_content_read (path, TY_ATTACHMENT_MOST_BYTES, TRUE, func, data, cancellable, &error);
  if (bytes != NULL && self->n_bytes + g_bytes_get_size (bytes) > TY_ATTACHMENT_FILES_MOST)
    {
      ty_attachment_files_add_problem (self, name,
                                       _("These are too many files at once. Attach the others afterwards."));
      return;
    }
  attachment = bytes != NULL ? ty_new_attachment_new (name, bytes, &error) : NULL;
  if (attachment == NULL)
    {
      ty_attachment_files_add_problem (self, name, error->message);
      return;
    }
  self->n_bytes += g_bytes_get_size (bytes);
  g_ptr_array_add (self->attachments, attachment);
}

typedef struct
{
  char **paths;  /* (owned) */
  gsize n_bytes;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_strfreev (request->paths);
  g_free (request);
}

static void
read_files (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  const Request *request = task_data;
  g_autoptr(TyAttachmentFiles) files = ty_attachment_files_new (request->n_bytes);

  for (guint i = 0; request->paths[i] != NULL && !g_cancellable_is_cancelled (cancellable); i++)
    ty_attachment_files_read_one (files, request->paths[i], NULL, NULL, cancellable);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&files), (GDestroyNotify) ty_attachment_files_free);
}

/**
 * ty_attachment_files_read_async:
 * @paths: (array zero-terminated=1): files
 * @n_bytes: how many bytes are in memory already to be attached with them
 * @cancellable: (nullable): stops it
 * @callback: called when they are read
 * @user_data: for @callback
 *
 * Reads files that are to be attached later, in a thread of their own.
 */
void
ty_attachment_files_read_async (const char * const  *paths,
                                gsize                n_bytes,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->paths = g_strdupv ((char **) paths);
  request->n_bytes = n_bytes;
  g_task_set_source_tag (task, ty_attachment_files_read_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, read_files);
}

/**
 * ty_attachment_files_read_finish:
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was read, and what could not be
 */
TyAttachmentFiles *
ty_attachment_files_read_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ty_attachment_files_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
