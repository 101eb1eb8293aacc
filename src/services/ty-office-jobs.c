/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-jobs"

#include "config.h"

#include "ty-office-private.h"

#include "ty-read-view.h"

#include <glib/gi18n-lib.h>

/* How work gets into the threads and back. A job has a task of its own without a source object: the
 * thread may drop the last reference to it, and must never drop the last one to the office. The
 * caller's task stays in the main thread and is answered there, after the office was brought up
 * to date and told about it. */

typedef struct
{
  TyOfficeShare *share;   /* (owned) until it is answered, in the main thread */
  TyOfficeThread *thread; /* (unowned) */
  guint file;             /* the generation of the share */
  guint reader;           /* which of the readers */
  guint generation;
  char *path;             /* (owned) (nullable): for readers */
  TyOfficeFunc func;
  gpointer data;          /* (owned) */
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  TyOfficeState *state;   /* (owned) (nullable): after a write */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->data_free != NULL)
    job->data_free (job->data);
  g_clear_pointer (&job->state, ty_office_state_free);
  g_free (job->path);
  g_free (job);
}

static Job *
job_new (TyOffice       *self,
         TyOfficeThread *thread,
         TyOfficeFunc    func,
         gpointer        data,
         GDestroyNotify  data_free,
         GDestroyNotify  result_free)
{
  Job *job = g_new0 (Job, 1);

  job->share = ty_office_share_ref (self->share);
  job->thread = thread;
  job->file = self->share->generation;
  job->generation = self->generation;
  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  return job;
}

static void
return_result (GTask    *task,
               Job      *job,
               gpointer  result,
               GError   *error)
{
  if (result != NULL)
    g_task_return_pointer (task, result, job->result_free);
  else
    g_task_return_error (task, error);
}

static void
interrupt (GCancellable *cancellable,
           gpointer      database)
{
  ty_database_interrupt (database);
}

/* What nobody waits for any more ends within a statement, and keeps no thread from what is asked now. */
static gpointer
read_in_view (Job           *job,
              GCancellable  *cancellable,
              GError       **error)
{
  TyDatabase *database = ty_office_thread_get_database (job->thread);
  gulong handler = cancellable != NULL
                     ? g_cancellable_connect (cancellable, G_CALLBACK (interrupt), database, NULL) : 0;
  GError *local = NULL;
  gpointer result = job->func (job->thread, job->data, cancellable, &local);

  g_cancellable_disconnect (cancellable, handler);
  if (local != NULL && g_cancellable_is_cancelled (cancellable))
    {
      g_clear_error (&local);
      g_cancellable_set_error_if_cancelled (cancellable, &local);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return result;
}

static void
run_read (GTask        *task,
          gpointer      source,
          gpointer      task_data,
          GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gpointer result = NULL;

  /* Who types does not wait for the answers to what was typed before. */
  if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (ty_office_thread_open_reader (job->thread, job->path, &error)
      && ty_read_view_begin (ty_office_thread_get_database (job->thread), &error))
    {
      result = read_in_view (job, cancellable, &error);
      ty_read_view_end (ty_office_thread_get_database (job->thread));
    }
  return_result (task, job, result, error);
}

static void
run_write (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gpointer result = job->func (job->thread, job->data, cancellable, &error);
  TyStore *store = ty_office_thread_get_store (job->thread);

  /* Also where it failed: a backup may have been made before. Who is told of the write sees it in
   * the columns too. */
  if (store != NULL)
    {
      ty_engine_catch_up (ty_office_thread_get_engine (job->thread), ty_store_get_database (store));
      job->state = ty_office_state_load (store, NULL);
    }
  return_result (task, job, result, error);
}

/* What the thread made is freed here if nobody waits for it any more. */
static void
answer (GTask    *task,
        Job      *job,
        TyOffice *self,
        gpointer  result,
        GError   *error)
{
  if (result != NULL && job->generation != self->generation)
    {
      if (job->result_free != NULL)
        job->result_free (result);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Cancelled."));
      return;
    }

  return_result (task, job, result, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  TyOffice *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gpointer value = g_task_propagate_pointer (G_TASK (result), &error);

  job->share->waiting[job->reader]--;
  answer (task, job, self, value, error);
  g_clear_pointer (&job->share, ty_office_share_unref);
}

static void
write_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  TyOffice *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gpointer value = g_task_propagate_pointer (G_TASK (result), &error);

  /* Whoever else shows the file is told even if this office shows it no more. */
  if (job->state != NULL && job->file == job->share->generation)
    ty_office_share_publish (job->share, job->state);
  answer (task, job, self, value, error);
  g_clear_pointer (&job->share, ty_office_share_unref);
}

static GTask *
wrap (GTask               *task,
      Job                 *job,
      GAsyncReadyCallback  callback)
{
  GTask *inner = g_task_new (NULL, g_task_get_cancellable (task), callback, g_object_ref (task));

  /* A write that was committed is published even if nobody waits for it any more. */
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job, job_free);
  return inner;
}

static gboolean
refuse_closed (TyOffice       *self,
               GTask          *task,
               gpointer        data,
               GDestroyNotify  data_free)
{
  if (self->phase == TY_OFFICE_OPEN)
    return FALSE;

  if (data_free != NULL)
    data_free (data);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "%s", _("No county file is open."));
  return TRUE;
}

static guint
choose_reader (TyOffice *self)
{
  guint best = 0;

  for (guint i = 1; i < TY_OFFICE_N_READERS; i++)
    if (self->share->waiting[i] < self->share->waiting[best])
      best = i;

  return best;
}

/**
 * ty_office_read:
 * @self: an office
 * @task: the caller's task
 * @func: what to do in the thread of a reader; all its queries see the same state of the file
 * @data: (transfer full): for @func
 * @data_free: (nullable): frees @data
 * @result_free: (nullable): frees the result
 *
 * Answers @task with the result. A result that comes after the file was closed is thrown away.
 */
void
ty_office_read (TyOffice       *self,
                GTask          *task,
                TyOfficeFunc    func,
                gpointer        data,
                GDestroyNotify  data_free,
                GDestroyNotify  result_free)
{
  g_autoptr(GTask) inner = NULL;
  Job *job;
  guint reader;

  if (refuse_closed (self, task, data, data_free))
    return;

  reader = choose_reader (self);
  job = job_new (self, self->share->readers[reader], func, data, data_free, result_free);
  job->reader = reader;
  job->path = g_strdup (self->state->path);
  inner = wrap (task, job, read_cb);
  self->share->waiting[reader]++;
  ty_office_thread_queue (self->share->readers[reader], inner, run_read);
}

/**
 * ty_office_write:
 * @self: an office
 * @task: the caller's task
 * @func: what to do in the thread of the writer
 * @data: (transfer full): for @func
 * @data_free: (nullable): frees @data
 * @result_free: (nullable): frees the result
 *
 * Answers @task after @func has committed, the labels of the office are those of the new state,
 * and "changed" was emitted. Who cancels meanwhile is told so, although the action stands.
 */
void
ty_office_write (TyOffice       *self,
                 GTask          *task,
                 TyOfficeFunc    func,
                 gpointer        data,
                 GDestroyNotify  data_free,
                 GDestroyNotify  result_free)
{
  g_autoptr(GTask) inner = NULL;

  if (refuse_closed (self, task, data, data_free))
    return;

  inner = wrap (task, job_new (self, self->share->writer, func, data, data_free, result_free),
                write_cb);
  ty_office_thread_queue (self->share->writer, inner, run_write);
}

static void
start_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  TyOffice *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  TyOfficeState *state = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_pointer (&job->share, ty_office_share_unref);
  if (state == NULL)
    {
      self->phase = TY_OFFICE_CLOSED;
      g_task_return_error (task, error);
      return;
    }

  ty_office_share_enter (self->share, state);
  ty_office_enter (self, state, ty_date_today (), 0);
  g_task_return_pointer (task, TY_OFFICE_DONE, NULL);
}

static void
run_start (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gpointer state = job->func (job->thread, job->data, cancellable, &error);

  if (state != NULL && g_cancellable_set_error_if_cancelled (cancellable, &error))
    g_clear_pointer (&state, ty_office_state_free);
  if (state == NULL)
    ty_office_thread_close_store (job->thread, NULL);
  return_result (task, job, state, error);
}

/**
 * ty_office_start:
 * @self: an office without a file
 * @task: the caller's task
 * @func: gives the writer's thread a store and returns its #TyOfficeState
 * @data: (transfer full): for @func
 * @data_free: (nullable): frees @data
 *
 * Opens a file in the writer's thread and answers @task when the office shows it. Cancelled too
 * late, it is open, and @task says so.
 */
void
ty_office_start (TyOffice       *self,
                 GTask          *task,
                 TyOfficeFunc    func,
                 gpointer        data,
                 GDestroyNotify  data_free)
{
  g_autoptr(GTask) inner = NULL;
  Job *job;

  if (self->phase != TY_OFFICE_CLOSED)
    {
      if (data_free != NULL)
        data_free (data);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, "%s",
                               _("Another county file is open. Close it first."));
      return;
    }

  ty_office_prepare_share (self);
  self->phase = TY_OFFICE_OPENING;
  g_task_set_check_cancellable (task, FALSE);
  job = job_new (self, self->share->writer, func, data, data_free,
                 (GDestroyNotify) ty_office_state_free);
  inner = wrap (task, job, start_cb);
  ty_office_thread_queue (self->share->writer, inner, run_start);
}

/**
 * ty_office_task_new:
 * @self: an office
 * @tag: the asynchronous function that makes it
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Returns: (transfer full): the task of a caller
 */
GTask *
ty_office_task_new (TyOffice            *self,
                    gpointer             tag,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  GTask *task;

  g_return_val_if_fail (TY_IS_OFFICE (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tag);
  return task;
}

/**
 * ty_office_task_finish:
 * @self: an office
 * @result: what the callback was given
 * @tag: the asynchronous function to which it belongs
 * @error: whatever went wrong
 *
 * Returns: (transfer full) (nullable): the result, %NULL with @error set where it failed
 */
gpointer
ty_office_task_finish (TyOffice      *self,
                       GAsyncResult  *result,
                       gpointer       tag,
                       GError       **error)
{
  g_return_val_if_fail (TY_IS_OFFICE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
