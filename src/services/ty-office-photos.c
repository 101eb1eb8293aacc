/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-photos"

#include "config.h"

#include "ty-office-photos.h"

#include "ty-file-content.h"
#include "ty-office-private.h"
#include "ty-photo-edit.h"

/* Files are read and decoded in threads of their own, which know nothing of the county file: a slow
 * stick or a large picture keeps nobody waiting who reads or writes there. */

#define LEAST_SIDE 1200 /* pixels of the shorter side of a picture that is to be cut */

static void
read_photo (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr(GBytes) file = ty_file_content_read (task_data, TY_PHOTO_MOST_BYTES, TRUE, NULL, NULL,
                                                 cancellable, &error);
  GdkPixbuf *picture = file != NULL ? ty_photo_decode (file, LEAST_SIDE, &error) : NULL;

  if (picture != NULL)
    g_task_return_pointer (task, picture, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * ty_office_read_photo_async:
 * @self: an open office
 * @path: a file that was chosen as a photo
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is read
 * @user_data: for @callback
 *
 * Reads and decodes a picture, upright. Nothing is kept yet.
 */
void
ty_office_read_photo_async (TyOffice            *self,
                            const char          *path,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_read_photo_async, cancellable, callback,
                                              user_data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_photo);
}

/**
 * ty_office_read_photo_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_FILE_CONTENT_ERROR` or `TY_PHOTO_ERROR`, a sentence that says what to do
 *
 * Returns: (transfer full) (nullable): the picture
 */
GdkPixbuf *
ty_office_read_photo_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_read_photo_async, error);
}

typedef struct
{
  gint64 person;
  GdkPixbuf *picture; /* (owned) (nullable): none = it is removed */
  TyCrop crop;
  char *user;         /* (owned) */
} SetPhoto;

static void
set_photo_free (gpointer data)
{
  SetPhoto *request = data;

  g_clear_object (&request->picture);
  g_free (request->user);
  g_free (request);
}

static gpointer
set_photo (TyOfficeThread  *thread,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  const SetPhoto *request = data;
  g_autoptr(GBytes) photo = NULL;

  if (request->picture != NULL)
    {
      photo = ty_photo_encode (request->picture, &request->crop, error);
      if (photo == NULL)
        return NULL;
    }
  return ty_photo_edit_set (ty_office_thread_get_store (thread), request->user, request->person, photo,
                            TY_PHOTO_MEDIA_TYPE, NULL, error) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_set_photo_async:
 * @self: an open office
 * @person: key of a person
 * @picture: (nullable): an upright picture, which is not changed; none = the photo is removed
 * @crop: (nullable): what is kept of it
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Gives a person a photo or takes it away, as one action.
 */
void
ty_office_set_photo_async (TyOffice            *self,
                           gint64               person,
                           GdkPixbuf           *picture,
                           const TyCrop        *crop,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_set_photo_async, cancellable, callback,
                                              user_data);
  SetPhoto *request = g_new0 (SetPhoto, 1);

  g_return_if_fail ((picture == NULL) == (crop == NULL));

  request->person = person;
  request->user = g_strdup (self->user);
  if (picture != NULL)
    {
      request->picture = g_object_ref (picture);
      request->crop = *crop;
    }
  ty_office_write (self, task, set_photo, request, set_photo_free, NULL);
}

/**
 * ty_office_set_photo_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the file is so
 */
gboolean
ty_office_set_photo_finish (TyOffice      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_set_photo_async, error) != NULL;
}

/* A step of the work with a folder: first without the county file, then with it. */
typedef struct
{
  GTask *task;          /* (owned): of the caller */
  char **paths;         /* (owned) (nullable) */
  TyPhotoBatch *batch;  /* (owned) (nullable) */
  TyProgress *progress; /* (owned) */
  char *user;           /* (owned) (nullable) */
  TyDate as_of;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_object (&step->task);
  g_clear_pointer (&step->batch, ty_photo_batch_unref);
  g_clear_pointer (&step->progress, ty_progress_unref);
  g_strfreev (step->paths);
  g_free (step->user);
  g_free (step);
}

static Step *
step_new (TyOffice       *self,
          TyProgressFunc  progress,
          gpointer        progress_data)
{
  Step *step = g_new0 (Step, 1);

  step->progress = ty_progress_new (progress, progress_data);
  step->user = g_strdup (self->user);
  step->as_of = self->as_of;
  return step;
}

static void
scan (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  Step *step = task_data;
  GError *error = NULL;

  step->batch = ty_photo_batch_scan ((const char *const *) step->paths, ty_progress_tell, step->progress, cancellable, &error);
  if (step->batch != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gpointer
match (TyOfficeThread  *thread,
       gpointer         data,
       GCancellable    *cancellable,
       GError         **error)
{
  Step *step = data;

  if (!ty_photo_batch_match (step->batch, ty_office_thread_get_database (thread), step->as_of, cancellable,
                             error))
    return NULL;
  return g_steal_pointer (&step->batch);
}

/* Gives the rest of the work to the office; @first is done. */
static Step *
take_step (GTask  *first,
           GTask **task)
{
  Step *done = g_task_get_task_data (first);
  Step *step = g_new0 (Step, 1);

  ty_progress_end (done->progress);
  *task = g_steal_pointer (&done->task);
  *step = *done;
  done->batch = NULL;
  done->progress = NULL;
  done->paths = NULL;
  done->user = NULL;
  return step;
}

static void
scanned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GError *error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  g_autoptr(GTask) task = NULL;
  Step *step = take_step (G_TASK (result), &task);

  step->task = NULL;
  if (done)
    {
      ty_office_read (TY_OFFICE (source), task, match, step, step_free,
                      (GDestroyNotify) ty_photo_batch_unref);
      return;
    }

  step_free (step);
  g_task_return_error (task, error);
}

/**
 * ty_office_scan_photos_async:
 * @self: an open office
 * @paths: (array zero-terminated=1): pictures, and folders of them
 * @progress: (nullable): hears in the main thread how many files are looked at
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Looks at photos and finds out whose they are. Nothing is changed.
 */
void
ty_office_scan_photos_async (TyOffice            *self,
                             const char *const   *paths,
                             TyProgressFunc       progress,
                             gpointer             progress_data,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) first = g_task_new (self, cancellable, scanned_cb, NULL);
  Step *step = step_new (self, progress, progress_data);

  step->task = ty_office_task_new (self, ty_office_scan_photos_async, cancellable, callback, user_data);
  step->paths = g_strdupv ((char **) paths);
  g_task_set_task_data (first, step, step_free);
  g_task_run_in_thread (first, scan);
}

/**
 * ty_office_scan_photos_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `G_FILE_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what is there
 */
TyPhotoBatch *
ty_office_scan_photos_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_scan_photos_async, error);
}

static void
prepare (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Step *step = task_data;
  GError *error = NULL;

  if (ty_photo_batch_prepare (step->batch, ty_progress_tell, step->progress, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gpointer
commit (TyOfficeThread  *thread,
        gpointer         data,
        GCancellable    *cancellable,
        GError         **error)
{
  const Step *step = data;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return ty_photo_batch_commit (step->batch, ty_office_thread_get_store (thread), step->user, error)
           ? TY_OFFICE_DONE : NULL;
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GError *error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  g_autoptr(GTask) task = NULL;
  Step *step = take_step (G_TASK (result), &task);

  if (done)
    {
      ty_office_write (TY_OFFICE (source), task, commit, step, step_free, NULL);
      return;
    }

  step_free (step);
  g_task_return_error (task, error);
}

/**
 * ty_office_import_photos_async:
 * @self: an open office
 * @batch: what was found in a folder; it must not be looked at until this ends
 * @progress: (nullable): hears in the main thread how many photos are prepared
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it, and nothing is changed
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Decodes, cuts and imports what is chosen, as one action.
 */
void
ty_office_import_photos_async (TyOffice            *self,
                               TyPhotoBatch        *batch,
                               TyProgressFunc       progress,
                               gpointer             progress_data,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) first = g_task_new (self, cancellable, prepared_cb, NULL);
  Step *step = step_new (self, progress, progress_data);

  step->task = ty_office_task_new (self, ty_office_import_photos_async, cancellable, callback, user_data);
  /* What is done is told so, even if it was cancelled a moment later. */
  g_task_set_check_cancellable (step->task, FALSE);
  step->batch = ty_photo_batch_ref (batch);
  g_task_set_task_data (first, step, step_free);
  g_task_run_in_thread (first, prepare);
}

/**
 * ty_office_import_photos_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `G_IO_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: whether the photos are in the file; where not, none is
 */
gboolean
ty_office_import_photos_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_import_photos_async, error) != NULL;
}
