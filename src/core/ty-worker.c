/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-worker"

#include "config.h"

#include "ty-worker.h"

#include <malloc.h>

#define REST_TIME (G_USEC_PER_SEC / 2)

/**
 * TyWorker:
 *
 * One thread that runs tasks one after the other, so that what it owns (a connection to the
 * county file) needs no locks. Tasks are answered in the main context in which they were made.
 */
struct _TyWorker
{
  GObject parent_instance;

  /* Owned */
  char *name;
  GThread *thread;
  GAsyncQueue *jobs;
};

G_DEFINE_FINAL_TYPE (TyWorker, ty_worker, G_TYPE_OBJECT)

typedef struct
{
  GTask *task;          /* (owned) (nullable): none ends the thread */
  GTaskThreadFunc func;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->task);
  g_free (job);
}

static void
job_run (Job *job)
{
  if (g_task_return_error_if_cancelled (job->task))
    return;

  job->func (job->task,
             g_task_get_source_object (job->task),
             g_task_get_task_data (job->task),
             g_task_get_cancellable (job->task));
}

/* The arrays of an answer about a million people leave their room in the heaps, which the next answer
 * takes up again at no cost: only a thread that rests gives it back to the system. */
static Job *
wait_for_job (GAsyncQueue *jobs)
{
  Job *job = g_async_queue_timeout_pop (jobs, REST_TIME);

  if (job != NULL)
    return job;

  /* The allocator of the sanitizers is another one, and that of the system is not in order then. */
#ifndef __SANITIZE_ADDRESS__
  malloc_trim (0);
#endif
  return g_async_queue_pop (jobs);
}

static gpointer
ty_worker_loop (gpointer data)
{
  g_autoptr(GAsyncQueue) jobs = data;

  while (TRUE)
    {
      Job *job = wait_for_job (jobs);
      gboolean last = job->task == NULL;

      if (!last)
        job_run (job);
      job_free (job);
      if (last)
        return NULL;
    }
}

static void
ty_worker_finalize (GObject *object)
{
  TyWorker *self = TY_WORKER (object);

  ty_worker_shutdown (self);
  g_clear_pointer (&self->jobs, g_async_queue_unref);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (ty_worker_parent_class)->finalize (object);
}

static void
ty_worker_class_init (TyWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ty_worker_finalize;
}

static void
ty_worker_init (TyWorker *self)
{
  self->jobs = g_async_queue_new_full (job_free);
}

/**
 * ty_worker_new:
 * @name: the name of the thread, at most 15 characters
 *
 * Returns: (transfer full): a worker whose thread waits for tasks
 */
TyWorker *
ty_worker_new (const char *name)
{
  TyWorker *self = g_object_new (TY_TYPE_WORKER, NULL);

  self->name = g_strdup (name);
  self->thread = g_thread_new (name, ty_worker_loop, g_async_queue_ref (self->jobs));
  return self;
}

/**
 * ty_worker_queue:
 * @self: a worker
 * @task: (transfer none): a task; a reference is held until @func has returned
 * @func: run in the worker's thread; it returns the task's value or error. It is not run for a
 *   task that was cancelled before
 *
 * Puts a task behind those that wait.
 */
void
ty_worker_queue (TyWorker        *self,
                 GTask           *task,
                 GTaskThreadFunc  func)
{
  Job *job;

  g_return_if_fail (TY_IS_WORKER (self));
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (self->thread != NULL);

  job = g_new0 (Job, 1);
  job->task = g_object_ref (task);
  job->func = func;
  g_async_queue_push (self->jobs, job);
}

/**
 * ty_worker_is_inside:
 * @self: a worker
 *
 * Returns: whether the caller runs in the worker's thread
 */
gboolean
ty_worker_is_inside (TyWorker *self)
{
  g_return_val_if_fail (TY_IS_WORKER (self), FALSE);

  return g_thread_self () == self->thread;
}

/**
 * ty_worker_shutdown:
 * @self: a worker
 *
 * Lets the tasks that wait run, ends the thread and waits for it. May be called twice. Never
 * called from inside.
 */
void
ty_worker_shutdown (TyWorker *self)
{
  g_return_if_fail (TY_IS_WORKER (self));

  if (self->thread == NULL)
    return;

  /* Jobs that still run ask whether they are inside. */
  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  g_thread_join (self->thread);
  self->thread = NULL;
}
