/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-history"

#include "config.h"

#include "ty-office-history.h"

#include "ty-action-log.h"
#include "ty-history.h"
#include "ty-office-private.h"

typedef struct
{
  char *user;
  gint64 seq;
  guint limit;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->user);
  g_free (request);
}

static Request *
request_new (TyOffice *self,
             gint64    seq,
             guint     limit)
{
  Request *request = g_new0 (Request, 1);

  request->user = g_strdup (self->user);
  request->seq = seq;
  request->limit = limit;
  return request;
}

static gpointer
undo (TyOfficeThread  *thread,
      gpointer         data,
      GCancellable    *cancellable,
      GError         **error)
{
  const Request *request = data;
  TyStore *store = ty_office_thread_get_store (thread);
  TyDatabase *database = ty_store_get_database (store);
  gint64 target = request->seq != 0 ? request->seq : ty_history_find_undo (database, error);
  g_autoptr(TyAction) action = target != 0 ? ty_history_get (database, target, error) : NULL;

  if (action == NULL || !ty_store_undo (store, request->user, request->seq, NULL, error))
    return NULL;

  return ty_action_dup_root_label (action);
}

static gpointer
redo (TyOfficeThread  *thread,
      gpointer         data,
      GCancellable    *cancellable,
      GError         **error)
{
  const Request *request = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  gint64 target = ty_history_find_redo (database, error);
  g_autoptr(TyAction) action = target != 0 ? ty_history_get (database, target, error) : NULL;

  if (action == NULL
      || !ty_store_redo (ty_office_thread_get_store (thread), request->user, NULL, error))
    return NULL;

  return ty_action_dup_root_label (action);
}

/**
 * ty_office_undo_async:
 * @self: an open office
 * @seq: an action, or 0 for the last one that can be taken back
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Takes an action back.
 */
void
ty_office_undo_async (TyOffice            *self,
                      gint64               seq,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_undo_async, cancellable, callback,
                                              user_data);

  ty_office_write (self, task, undo, request_new (self, seq, 0), request_free, g_free);
}

/**
 * ty_office_undo_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what was undone, in the user’s language
 */
char *
ty_office_undo_finish (TyOffice      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_undo_async, error);
}

/**
 * ty_office_redo_async:
 * @self: an open office
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Does again what was undone last.
 */
void
ty_office_redo_async (TyOffice            *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_redo_async, cancellable, callback,
                                              user_data);

  ty_office_write (self, task, redo, request_new (self, 0, 0), request_free, g_free);
}

/**
 * ty_office_redo_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what was done again, in the user’s language
 */
char *
ty_office_redo_finish (TyOffice      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_redo_async, error);
}

static gpointer
list_actions (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const Request *request = data;

  return ty_history_list (ty_office_thread_get_database (thread), request->seq, request->limit,
                          error);
}

/**
 * ty_office_list_actions_async:
 * @self: an open office
 * @before: only actions before this sequence, or 0 for all
 * @limit: how many at most
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads the history.
 */
void
ty_office_list_actions_async (TyOffice            *self,
                              gint64               before,
                              guint                limit,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_actions_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, list_actions, request_new (self, before, limit), request_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_actions_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyAction): actions, the newest first
 */
GPtrArray *
ty_office_list_actions_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_actions_async, error);
}
