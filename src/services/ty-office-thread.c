/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-thread"

#include "config.h"

#include "ty-office-thread.h"

#include "ty-office-state.h"

/**
 * TyOfficeThread:
 *
 * A worker with its own connection to the county file. The main thread queues tasks; all else is
 * called from the worker's thread.
 */
struct _TyOfficeThread
{
  TyWorker *worker; /* (owned) */
  TyEngine *engine; /* (unowned): that of the office */

  /* Owned, the thread's own */
  TyStore *store;   /* (nullable) */

  GThread *opener;  /* (unowned): the thread to which the store belongs */
  gint64 first_seq; /* the last action when the file was opened */
};

static gboolean
is_inside (TyOfficeThread *self)
{
  return self->store == NULL || self->opener == g_thread_self ();
}

/**
 * ty_office_thread_new:
 * @name: the name of the thread, at most 15 characters
 * @engine: the columns of the file, which outlive the thread
 *
 * Returns: (transfer full): a thread without a file
 */
TyOfficeThread *
ty_office_thread_new (const char *name,
                      TyEngine   *engine)
{
  TyOfficeThread *self = g_new0 (TyOfficeThread, 1);

  self->worker = ty_worker_new (name);
  self->engine = engine;
  return self;
}

static void
run_drop (GTask        *task,
          gpointer      source,
          gpointer      task_data,
          GCancellable *cancellable)
{
  TyOfficeThread *self = task_data;
  g_autoptr(GError) error = NULL;

  if (!ty_office_thread_close_store (self, &error))
    g_debug ("The file was left with its companions: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

/**
 * ty_office_thread_free:
 * @self: (transfer full): a thread
 *
 * Lets what waits run, closes the file and waits for the end of the thread.
 */
void
ty_office_thread_free (TyOfficeThread *self)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, self, NULL);
  ty_worker_queue (self->worker, task, run_drop);
  ty_worker_shutdown (self->worker);
  g_object_unref (self->worker);
  g_free (self);
}

/**
 * ty_office_thread_queue:
 * @self: a thread
 * @task: a task without source object: its last reference may be dropped in the thread
 * @func: what to run
 */
void
ty_office_thread_queue (TyOfficeThread  *self,
                        GTask           *task,
                        GTaskThreadFunc  func)
{
  ty_worker_queue (self->worker, task, func);
}

/**
 * ty_office_thread_take_store:
 * @self: a thread without a file
 * @store: (transfer full): a store that was opened in it
 */
void
ty_office_thread_take_store (TyOfficeThread *self,
                             TyStore        *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = store;
  self->opener = g_thread_self ();
  self->first_seq = ty_office_state_find_last (ty_store_get_database (store));
}

/**
 * ty_office_thread_open_reader:
 * @self: a thread
 * @path: the county file, which the writer has looked at
 * @error: a `TY_STORE_ERROR`
 *
 * Opens the file for reading, unless it is open.
 *
 * Returns: whether it is open
 */
gboolean
ty_office_thread_open_reader (TyOfficeThread  *self,
                              const char      *path,
                              GError         **error)
{
  g_return_val_if_fail (is_inside (self), FALSE);

  if (self->store == NULL)
    {
      self->store = ty_store_open (path, TY_STORE_READER, error);
      self->opener = g_thread_self ();
    }
  return self->store != NULL;
}

/**
 * ty_office_thread_close_store:
 * @self: a thread
 * @error: a `TY_STORE_ERROR`
 *
 * Lets the file go, if there is one.
 *
 * Returns: whether the file is complete without its companions
 */
gboolean
ty_office_thread_close_store (TyOfficeThread  *self,
                              GError         **error)
{
  g_autoptr(TyStore) store = NULL;

  g_return_val_if_fail (is_inside (self), FALSE);

  store = g_steal_pointer (&self->store);
  return store == NULL || ty_store_close (store, error);
}

/**
 * ty_office_thread_get_store:
 * @self: a thread
 *
 * Returns: (transfer none) (nullable): its store
 */
TyStore *
ty_office_thread_get_store (TyOfficeThread *self)
{
  g_return_val_if_fail (is_inside (self), NULL);

  return self->store;
}

/**
 * ty_office_thread_get_database:
 * @self: a thread with a store
 *
 * Returns: (transfer none): its connection
 */
TyDatabase *
ty_office_thread_get_database (TyOfficeThread *self)
{
  return ty_store_get_database (ty_office_thread_get_store (self));
}

/**
 * ty_office_thread_get_first_seq:
 * @self: a thread
 *
 * Returns: the sequence of the last action when the file was opened
 */
gint64
ty_office_thread_get_first_seq (TyOfficeThread *self)
{
  g_return_val_if_fail (is_inside (self), 0);

  return self->first_seq;
}

/**
 * ty_office_thread_get_engine:
 * @self: a thread
 *
 * Returns: (transfer none): the columns of the file
 */
TyEngine *
ty_office_thread_get_engine (TyOfficeThread *self)
{
  return self->engine;
}
