/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-agenda"

#include "config.h"

#include "ty-office-agenda.h"

#include "ty-history-entry.h"
#include "ty-history.h"
#include "ty-office-private.h"

typedef struct
{
  TyDate as_of;
  gint64 scope;
  gboolean whole;
} Place;

/* The order is asked for first: whatever the database says afterwards is of the same state. */
static gpointer
load_agenda (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Place *place = data;
  TyEngine *engine = ty_office_thread_get_engine (thread);
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyOrder) order = ty_engine_get_order (engine, database, place->as_of, place->scope, error);

  if (order == NULL)
    return NULL;

  return ty_agenda_load (order, engine, database, place->whole, cancellable, error);
}

/**
 * ty_office_load_agenda_async:
 * @self: an open office
 * @whole: whether also what takes long is looked for; else the agenda says whether something was left out
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is found
 * @user_data: for @callback
 *
 * Looks for what is to be done at the cut-off date in the scope.
 */
void
ty_office_load_agenda_async (TyOffice            *self,
                             gboolean             whole,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_load_agenda_async, cancellable, callback,
                                              user_data);
  Place place = { self->as_of, self->scope, whole };

  ty_office_read (self, task, load_agenda, g_memdup2 (&place, sizeof place), g_free,
                  (GDestroyNotify) ty_agenda_free);
}

/**
 * ty_office_load_agenda_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what is to be done
 */
TyAgenda *
ty_office_load_agenda_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_load_agenda_async, error);
}

static gpointer
load_recent (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyHistoryNames) names = ty_history_names_new (database);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) actions = ty_history_list (database, 0, GPOINTER_TO_UINT (data), error);

  for (guint i = 0; actions != NULL && i < actions->len; i++)
    {
      TyHistoryEntry *entry = ty_history_entry_load (
        database, names, ty_action_get_seq (g_ptr_array_index (actions, i)), error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  return actions != NULL ? g_steal_pointer (&entries) : NULL;
}

/**
 * ty_office_load_recent_async:
 * @self: an open office
 * @limit: how many at most
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads the last actions with whom they touched.
 */
void
ty_office_load_recent_async (TyOffice            *self,
                             guint                limit,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_load_recent_async, cancellable, callback,
                                              user_data);

  ty_office_read (self, task, load_recent, GUINT_TO_POINTER (limit), NULL,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_load_recent_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer container) (nullable) (element-type TyHistoryEntry): the newest first
 */
GPtrArray *
ty_office_load_recent_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_load_recent_async, error);
}
