/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-attachments"

#include "config.h"

#include "ty-office-attachments.h"

#include "ty-action-log.h"
#include "ty-attachment-files.h"
#include "ty-blob-table.h"
#include "ty-file-content.h"
#include "ty-media-type.h"
#include "ty-office-private.h"
#include "ty-open-folder.h"
#include "ty-out-file.h"
#include "ty-photo.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

void
ty_attach_result_free (TyAttachResult *self)
{
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}

typedef struct
{
  GTask *task;              /* (owned): of the caller */
  gint64 person;
  char **paths;             /* (owned) */
  char *user;               /* (owned) */
  TyAttachmentFiles *files; /* (owned) */
  TyProgress *progress;     /* (owned) */
  gsize n_all;
} Attach;

static void
attach_free (gpointer data)
{
  Attach *attach = data;

  g_clear_object (&attach->task);
  g_strfreev (attach->paths);
  g_free (attach->user);
  g_clear_pointer (&attach->files, ty_attachment_files_free);
  g_clear_pointer (&attach->progress, ty_progress_unref);
  g_free (attach);
}

static void
read_cb (gsize    n_read,
         gsize    n_bytes,
         gpointer data)
{
  Attach *attach = data;

  ty_progress_tell ((guint) ((attach->files->n_bytes + n_read) / 1024), (guint) (attach->n_all / 1024),
                    attach->progress);
}

static void
measure (Attach *attach)
{
  for (guint i = 0; attach->paths[i] != NULL; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_path (attach->paths[i]);
      g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, NULL);

      if (info != NULL)
        attach->n_all += MIN ((gsize) g_file_info_get_size (info), TY_ATTACHMENT_MOST_BYTES);
    }
}

static void
read_files (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Attach *attach = task_data;

  measure (attach);
  for (guint i = 0; attach->paths[i] != NULL; i++)
    {
      if (g_task_return_error_if_cancelled (task))
        return;
      ty_attachment_files_read_one (attach->files, attach->paths[i], read_cb, attach, cancellable);
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  if (attach->files->attachments->len > 0)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT, "%s",
                             (const char *) g_ptr_array_index (attach->files->problems, 0));
}

static gpointer
write_files (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  Attach *attach = data;
  TyAttachmentFiles *files = attach->files;
  TyAttachResult *result;

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !ty_attachment_edit_add (ty_office_thread_get_store (thread), attach->user, attach->person,
                                  files->attachments, NULL, error))
    return NULL;

  result = g_new0 (TyAttachResult, 1);
  for (guint i = 0; i < files->attachments->len; i++)
    {
      const TyNewAttachment *attachment = g_ptr_array_index (files->attachments, i);

      if (attachment->known)
        ty_attachment_files_add_problem (files, ty_record_get_text (TY_RECORD (attachment->row),
                                                                    TY_ATTACHMENT_FILE_NAME),
                                         _("The same file is attached to this person already."));
      else
        result->n_added++;
    }
  result->problems = g_ptr_array_ref (files->problems);
  return result;
}

static void
files_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GError *error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  Attach *attach = g_task_get_task_data (G_TASK (result));
  g_autoptr(GTask) task = g_steal_pointer (&attach->task);
  Attach *rest;

  ty_progress_end (attach->progress);
  if (!done)
    {
      g_task_return_error (task, error);
      return;
    }

  rest = g_memdup2 (attach, sizeof *attach);
  memset (attach, 0, sizeof *attach);
  ty_office_write (TY_OFFICE (source), task, write_files, rest, attach_free,
                   (GDestroyNotify) ty_attach_result_free);
}

/**
 * ty_office_attach_files_async:
 * @self: an open office
 * @person: key of a person
 * @paths: (array zero-terminated=1): the files, at least one
 * @progress: (nullable): hears in the main thread how many kilobytes are read
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it, and nothing is attached
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Reads files and attaches those that can be, as one action.
 */
void
ty_office_attach_files_async (TyOffice            *self,
                              gint64               person,
                              const char * const  *paths,
                              TyProgressFunc       progress,
                              gpointer             progress_data,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) first = g_task_new (self, cancellable, files_read_cb, NULL);
  Attach *attach = g_new0 (Attach, 1);

  g_return_if_fail (paths != NULL && paths[0] != NULL);

  attach->task = ty_office_task_new (self, ty_office_attach_files_async, cancellable, callback, user_data);
  g_task_set_check_cancellable (attach->task, FALSE);
  attach->person = person;
  attach->paths = g_strdupv ((char **) paths);
  attach->user = g_strdup (self->user);
  attach->files = ty_attachment_files_new (0);
  attach->progress = ty_progress_new (progress, progress_data);
  g_task_set_task_data (first, attach, attach_free);
  g_task_run_in_thread (first, read_files);
}

/**
 * ty_office_attach_files_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: why none could be attached
 *
 * Returns: (transfer full) (nullable): what came of it
 */
TyAttachResult *
ty_office_attach_files_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_attach_files_async, error);
}

/* An attachment on its way out of the county file. */
typedef struct
{
  GTask *task;       /* (owned) (nullable): of the caller */
  TyRecord *row;     /* (owned) */
  char *path;        /* (owned) (nullable): where it is saved; none = it is opened */
  TyOutFile *file;   /* (owned) (nullable) */
  char *user;        /* (owned) */
  gboolean noted;    /* whether the office can note it */
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_clear_object (&copy->task);
  g_clear_object (&copy->row);
  g_clear_pointer (&copy->file, ty_out_file_free);
  g_free (copy->path);
  g_free (copy->user);
  g_free (copy);
}

static Copy *
copy_new (TyOffice     *self,
          TyAttachment *attachment,
          const char   *path)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->row = ty_record_dup (TY_RECORD (attachment));
  copy->path = g_strdup (path);
  copy->user = g_strdup (self->user);
  copy->noted = !ty_office_is_read_only (self);
  return copy;
}

/* SQLite knows nothing of a bit that was turned round in the bytes of a scan. */
static GBytes *
load_bytes (TyOfficeThread  *thread,
            const char      *sha256,
            GError         **error)
{
  g_autoptr(GBytes) bytes = ty_blob_table_load (ty_office_thread_get_database (thread), sha256, error);
  g_autofree char *sum = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  if (bytes == NULL || g_strcmp0 (sum, sha256) == 0)
    return g_steal_pointer (&bytes);

  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_DAMAGED,
                       _("The scan is damaged in the county file. Restore a backup, or attach it again."));
  return NULL;
}

static gboolean
write_fd (int           fd,
          GBytes       *bytes,
          GError      **error)
{
  gsize length, done = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  while (done < length)
    {
      ssize_t n = write (fd, data + done, length - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                       _("The file cannot be written: %s. Choose another folder, or make room there."),
                       g_strerror (errno));
          return FALSE;
        }
      done += (gsize) n;
    }
  return TRUE;
}

/* Beside its place; it comes there when it is noted. */
static gpointer
write_draft (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Copy *copy = data;
  g_autoptr(GBytes) bytes = load_bytes (thread, ty_record_get_text (copy->row, TY_ATTACHMENT_SHA256), error);
  g_autoptr(TyOutFile) file = bytes != NULL ? ty_out_file_new (copy->path, error) : NULL;

  if (file == NULL || !write_fd (ty_out_file_get_fd (file), bytes, error) || !ty_out_file_seal (file, error))
    return NULL;

  return g_steal_pointer (&file);
}

static gboolean
note (TyOfficeThread  *thread,
      const Copy      *copy,
      const char      *kind,
      GError         **error)
{
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT,
                                             ty_record_get_integer (copy->row, TY_ATTACHMENT_PERSON));
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT,
                                         ty_record_get_integer (copy->row, TY_ATTACHMENT_ID));
  g_autofree char *detail = ty_action_detail_new ("person", person, "attachment", id, "sha256",
                                                  ty_record_get_text (copy->row, TY_ATTACHMENT_SHA256), NULL);

  return ty_store_add_event (ty_office_thread_get_store (thread), copy->user, kind, detail, error);
}

static gpointer
commit_copy (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Copy *copy = data;

  if (!copy->noted)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_READ_ONLY,
                           _("The file is open for reading only, so that it cannot be noted that an "
                             "attachment is saved. Save it where the file can be changed."));
      return NULL;
    }
  if (!note (thread, copy, "attachment.saved", error) || !ty_out_file_commit (copy->file, error))
    return NULL;

  return TY_OFFICE_DONE;
}

static void
drafted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Copy *copy = user_data;
  GError *error = NULL;
  g_autoptr(GTask) task = g_steal_pointer (&copy->task);

  copy->file = g_task_propagate_pointer (G_TASK (result), &error);
  if (copy->file != NULL)
    {
      ty_office_write (TY_OFFICE (source), task, commit_copy, copy, copy_free, NULL);
      return;
    }

  copy_free (copy);
  g_task_return_error (task, error);
}

/**
 * ty_office_save_attachment_async:
 * @self: an open office
 * @attachment: an attachment of the file
 * @path: where
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Writes a copy of an attachment. It is written beside its place; when the history has noted it, it comes
 * there.
 */
void
ty_office_save_attachment_async (TyOffice            *self,
                                 TyAttachment        *attachment,
                                 const char          *path,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) drafting = NULL;
  Copy *copy = copy_new (self, attachment, path);

  copy->task = ty_office_task_new (self, ty_office_save_attachment_async, cancellable, callback, user_data);
  drafting = ty_office_task_new (self, drafted_cb, cancellable, drafted_cb, copy);
  ty_office_read (self, drafting, write_draft, copy_new (self, attachment, path), copy_free,
                  (GDestroyNotify) ty_out_file_free);
}

/**
 * ty_office_save_attachment_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `G_IO_ERROR`, or a `TY_STORE_ERROR`
 *
 * Returns: whether the copy is there; what was there before is still there otherwise
 */
gboolean
ty_office_save_attachment_finish (TyOffice      *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_save_attachment_async, error) != NULL;
}

static gpointer
write_copy (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Copy *copy = data;
  g_autoptr(GBytes) bytes = load_bytes (thread, ty_record_get_text (copy->row, TY_ATTACHMENT_SHA256), error);
  const char *file_name = ty_record_get_text (copy->row, TY_ATTACHMENT_FILE_NAME);
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return NULL;

  name = ty_media_type_dup_name (ty_record_get_text (copy->row, TY_ATTACHMENT_MEDIA_TYPE),
                                 file_name != NULL ? file_name
                                                   : ty_record_get_text (copy->row, TY_ATTACHMENT_TITLE));
  return ty_open_folder_add (name, bytes, error);
}

static gpointer
note_opened (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  Copy *copy = data;

  return note (thread, copy, "attachment.opened", error) ? g_steal_pointer (&copy->path) : NULL;
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Copy *copy = user_data;
  GError *error = NULL;
  g_autoptr(GTask) task = g_steal_pointer (&copy->task);

  copy->path = g_task_propagate_pointer (G_TASK (result), &error);
  if (copy->path != NULL && copy->noted)
    {
      ty_office_write (TY_OFFICE (source), task, note_opened, copy, copy_free, g_free);
      return;
    }
  if (copy->path != NULL)
    g_task_return_pointer (task, g_steal_pointer (&copy->path), g_free);
  else
    g_task_return_error (task, error);
  copy_free (copy);
}

/**
 * ty_office_open_attachment_async:
 * @self: an open office
 * @attachment: an attachment of the file
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Writes a copy for another program into a private folder, which goes when the program ends, and notes it
 * in the history, where the file can be changed.
 */
void
ty_office_open_attachment_async (TyOffice            *self,
                                 TyAttachment        *attachment,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) copying = NULL;
  Copy *copy = copy_new (self, attachment, NULL);

  copy->task = ty_office_task_new (self, ty_office_open_attachment_async, cancellable, callback, user_data);
  copying = ty_office_task_new (self, copied_cb, cancellable, copied_cb, copy);
  ty_office_read (self, copying, write_copy, copy_new (self, attachment, NULL), copy_free, g_free);
}

/**
 * ty_office_open_attachment_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `G_IO_ERROR`, or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): path of the copy
 */
char *
ty_office_open_attachment_finish (TyOffice      *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_open_attachment_async, error);
}

typedef struct
{
  char *sha256; /* (owned) */
  int size;
} Thumbnail;

static void
thumbnail_free (gpointer data)
{
  Thumbnail *thumbnail = data;

  g_free (thumbnail->sha256);
  g_free (thumbnail);
}

static gpointer
load_thumbnail (TyOfficeThread  *thread,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  const Thumbnail *thumbnail = data;
  g_autoptr(GBytes) bytes = load_bytes (thread, thumbnail->sha256, error);

  return bytes != NULL ? ty_photo_thumbnail (bytes, thumbnail->size, error) : NULL;
}

/**
 * ty_office_load_thumbnail_async:
 * @self: an open office
 * @sha256: hash of an attachment
 * @size: of the longer side, in pixels
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is there
 * @user_data: for @callback
 *
 * Makes a small picture of an attachment that is an image.
 */
void
ty_office_load_thumbnail_async (TyOffice            *self,
                                const char          *sha256,
                                int                  size,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_load_thumbnail_async, cancellable, callback,
                                              user_data);
  Thumbnail *thumbnail = g_new0 (Thumbnail, 1);

  thumbnail->sha256 = g_strdup (sha256);
  thumbnail->size = size;
  ty_office_read (self, task, load_thumbnail, thumbnail, thumbnail_free, g_object_unref);
}

/**
 * ty_office_load_thumbnail_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_PHOTO_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the small picture
 */
GdkPixbuf *
ty_office_load_thumbnail_finish (TyOffice      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_load_thumbnail_async, error);
}
