/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-check"

#include "config.h"

#include "ty-office-private.h"

#include <unistd.h>

/* A large file is shown before its structure was looked at: that takes seconds. It is done behind
 * the first page, in a thread of its own, and what it finds is told as a property of the office. */

#define NICENESS 10

typedef struct
{
  TyOfficeThread *thread; /* (unowned) */
  char *path;             /* (owned) */
  guint generation;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_free (check->path);
  g_free (check);
}

/* It steps back behind everybody who is waited for: first the columns, then the other threads. Linux
 * counts the niceness of each thread by itself. */
static gboolean
check_file (TyOfficeThread  *thread,
            GCancellable    *cancellable,
            GError         **error)
{
  TyStore *store = ty_office_thread_get_store (thread);
  TyColumns *columns = ty_engine_get_columns (ty_office_thread_get_engine (thread),
                                              ty_store_get_database (store), NULL);

  g_clear_pointer (&columns, ty_columns_unref);
  if (nice (NICENESS) == -1)
    g_debug ("The check runs beside the others");
  return ty_store_check_structure (store, cancellable, error);
}

static void
run_check (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  const Check *check = task_data;
  GError *error = NULL;

  if (ty_office_thread_open_reader (check->thread, check->path, &error)
      && check_file (check->thread, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  ty_office_thread_close_store (check->thread, NULL);
}

static void
check_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TyOfficeShare) self = user_data;
  const Check *check = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error) || check->generation != self->generation
      || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  ty_office_share_set_damage (self, error->message);
}

/**
 * ty_office_share_start_check:
 * @self: the share of an office that has just opened a file
 * @path: the file
 *
 * Looks at the structure of the file in a thread behind all others.
 */
void
ty_office_share_start_check (TyOfficeShare *self,
                             const char    *path)
{
  g_autoptr(GTask) task = NULL;
  Check *check = g_new0 (Check, 1);

  if (self->checker == NULL)
    self->checker = ty_office_thread_new ("ty-checker", self->engine);
  g_clear_object (&self->checking);
  self->checking = g_cancellable_new ();
  check->thread = self->checker;
  check->path = g_strdup (path);
  check->generation = self->generation;
  task = g_task_new (NULL, self->checking, check_cb, ty_office_share_ref (self));
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, check, check_free);
  ty_office_thread_queue (self->checker, task, run_check);
}

/**
 * ty_office_share_cancel_check:
 * @self: a share
 *
 * Ends the check soon. Does not wait.
 */
void
ty_office_share_cancel_check (TyOfficeShare *self)
{
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
}
