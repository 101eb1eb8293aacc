/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-collect"

#include "config.h"

#include "ty-office-collect.h"

#include "ty-backup-folder.h"
#include "ty-import-run.h"
#include "ty-office-private.h"

typedef struct
{
  TyCollectSpec spec;
  char *folder;              /* (owned) (nullable) */
  char **places;             /* (owned) (nullable) */
  char *user;                /* (owned) */
  TyCollectBooks *books;     /* (owned) (nullable) */
  TyCollectAnswers *answers; /* (unowned) (nullable): the caller keeps them until it is done */
  TyDate end_missing;
  TyProgress *progress;      /* (owned) (nullable) */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  if (work->progress != NULL)
    ty_progress_end (work->progress);
  g_clear_pointer (&work->progress, ty_progress_unref);
  g_free (work->folder);
  g_strfreev (work->places);
  g_free (work->user);
  g_clear_pointer (&work->books, ty_collect_books_free);
  g_free (work);
}

static Work *
work_new (TyOffice   *self,
          const char *folder)
{
  Work *work = g_new0 (Work, 1);

  work->folder = g_strdup (folder);
  work->user = g_strdup (self->user);
  return work;
}

static TyOrder *
get_order (TyDate     as_of,
           gint64     scope,
           gpointer   data,
           GError   **error)
{
  TyOfficeThread *thread = data;

  return ty_engine_get_order (ty_office_thread_get_engine (thread), ty_office_thread_get_database (thread), as_of,
                              scope, error);
}

static gpointer
write_books (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Work *work = data;
  const TyCollectPeople people = {
    get_order, ty_engine_get_views (ty_office_thread_get_engine (thread)), thread,
  };

  return ty_collect_books_new (ty_office_thread_get_database (thread), &people, &work->spec, FALSE, NULL, NULL,
                               cancellable, error);
}

static gpointer
commit_books (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  Work *work = data;

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !ty_collect_books_commit (work->books, ty_office_thread_get_store (thread), work->user, error))
    return NULL;

  return g_steal_pointer (&work->books);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TyOffice *self = TY_OFFICE (source);
  g_autoptr(GTask) task = G_TASK (user_data);
  GError *error = NULL;
  TyCollectBooks *books = g_task_propagate_pointer (G_TASK (result), &error);
  Work *work;

  if (books == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  work = work_new (self, NULL);
  work->books = books;
  ty_office_write (self, task, commit_books, work, work_free, (GDestroyNotify) ty_collect_books_free);
}

/**
 * ty_office_send_out_async:
 * @self: an open office
 * @spec: what is collected
 * @cancellable: (nullable): stops it, and nothing is left
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Writes a workbook for each township.
 */
void
ty_office_send_out_async (TyOffice             *self,
                          const TyCollectSpec  *spec,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  GTask *task = ty_office_task_new (self, ty_office_send_out_async, cancellable, callback, user_data);
  g_autoptr(GTask) writing = ty_office_task_new (self, written_cb, cancellable, written_cb, task);
  Work *work = work_new (self, spec->folder);

  work->spec = *spec;
  work->spec.folder = work->folder;
  ty_office_read (self, writing, write_books, work, work_free, (GDestroyNotify) ty_collect_books_free);
}

/**
 * ty_office_send_out_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `G_IO_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the workbooks
 */
TyCollectBooks *
ty_office_send_out_finish (TyOffice      *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_send_out_async, error);
}

static gpointer
read_answers (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const Work *work = data;

  return ty_collect_read (ty_office_thread_get_store (thread), (const char *const *) work->places, NULL, work->end_missing,
                          work->progress != NULL ? ty_progress_tell : NULL, work->progress, cancellable, error);
}

/**
 * ty_office_read_answers_async:
 * @self: an open office that writes
 * @places: (array zero-terminated=1): the workbooks, and folders in which they are
 * @end_missing: of rosters: the day on which posts end that they do not name any more, or none
 * @progress: (nullable): hears how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads the workbooks that came back, and compares them with the county file.
 */
void
ty_office_read_answers_async (TyOffice            *self,
                              const char *const   *places,
                              TyDate               end_missing,
                              TyProgressFunc       progress,
                              gpointer             progress_data,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_read_answers_async, cancellable, callback,
                                              user_data);
  Work *work = work_new (self, NULL);

  work->places = g_strdupv ((char **) places);
  work->end_missing = end_missing;
  work->progress = progress != NULL ? ty_progress_new (progress, progress_data) : NULL;
  ty_office_write (self, task, read_answers, work, work_free,
                   (GDestroyNotify) ty_collect_answers_free);
}

/**
 * ty_office_read_answers_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `G_IO_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what came back
 */
TyCollectAnswers *
ty_office_read_answers_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_read_answers_async, error);
}

static gpointer
take_answers (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const Work *work = data;
  TyStore *store = ty_office_thread_get_store (thread);
  g_autofree char *folder = ty_backup_folder_get_default (ty_store_get_path (store));
  g_autofree char *backup = ty_backup_folder_add (folder, store, error);

  if (backup == NULL
      || !ty_import_run_apply (store, work->answers->plan, work->user,
                               work->progress != NULL ? ty_progress_tell : NULL, work->progress, cancellable, error))
    return NULL;

  return TY_OFFICE_DONE;
}

/**
 * ty_office_take_answers_async:
 * @self: an open office that writes
 * @answers: what came back, with a plan; it must stay until the callback, and not be looked at
 * @progress: (nullable): hears how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it; workbooks that were taken before stay
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Backs the file up and takes over what is accepted.
 */
void
ty_office_take_answers_async (TyOffice            *self,
                              TyCollectAnswers    *answers,
                              TyProgressFunc       progress,
                              gpointer             progress_data,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_take_answers_async, cancellable, callback,
                                              user_data);
  Work *work = work_new (self, NULL);

  work->answers = answers;
  work->progress = progress != NULL ? ty_progress_new (progress, progress_data) : NULL;
  ty_office_write (self, task, take_answers, work, work_free, NULL);
}

/**
 * ty_office_take_answers_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether all was taken over
 */
gboolean
ty_office_take_answers_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_take_answers_async, error) != NULL;
}
