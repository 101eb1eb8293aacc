/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-villages"

#include "config.h"

#include "ty-office-villages.h"

#include "ty-office-private.h"
#include "ty-unit-move.h"
#include "ty-village-counter.h"
#include "ty-village-loader.h"

typedef struct
{
  TyDate as_of;
  gint64 scope;
  gint64 unit;
  gint64 before;
  char *user;
  gint64 *units;          /* (owned) (nullable) */
  guint n_units;
  TySeatChange *changes;  /* (owned) (nullable); their bodies are interned */
  guint n_changes;
  TyDate from;
} Request;

static Request *
request_new (TyOffice *self,
             gint64    unit)
{
  Request *request = g_new0 (Request, 1);

  request->as_of = self->as_of;
  request->scope = self->scope;
  request->user = g_strdup (self->user);
  request->unit = unit;
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->user);
  g_free (request->units);
  g_free (request->changes);
  g_free (request);
}

/* The order is asked for first: whatever the database says afterwards is of the same state. */
static gpointer
load_villages (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Request *request = data;
  TyEngine *engine = ty_office_thread_get_engine (thread);
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyOrder) order = ty_engine_get_order (engine, database, request->as_of, request->scope,
                                                  error);

  if (order == NULL)
    return NULL;

  return ty_village_counter_run (order, ty_engine_get_views (engine), database, error);
}

/**
 * ty_office_load_villages_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are counted
 * @user_data: for @callback
 *
 * Counts townships and villages at the cut-off date in the scope.
 */
void
ty_office_load_villages_async (TyOffice            *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_load_villages_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, load_villages, request_new (self, 0), request_free,
                  (GDestroyNotify) ty_village_table_free);
}

/**
 * ty_office_load_villages_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): townships and villages
 */
TyVillageTable *
ty_office_load_villages_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_load_villages_async, error);
}

static gpointer
count_villages (TyOfficeThread  *thread,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  const Request *request = data;
  g_autoptr(TyView) view = ty_engine_get_view (ty_office_thread_get_engine (thread),
                                               ty_office_thread_get_database (thread), request->as_of,
                                               request->scope, 0, error);
  guint n;

  if (view == NULL)
    return NULL;

  n = ty_village_counter_count (view);
  return g_memdup2 (&n, sizeof n);
}

/**
 * ty_office_count_villages_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are counted
 * @user_data: for @callback
 *
 * Counts the villages at the cut-off date in the scope, and nothing in them.
 */
void
ty_office_count_villages_async (TyOffice            *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_count_villages_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, count_villages, request_new (self, 0), request_free, g_free);
}

/**
 * ty_office_count_villages_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: how many villages there are; -1 where that could not be told
 */
int
ty_office_count_villages_finish (TyOffice      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_autofree guint *n = ty_office_task_finish (self, result, ty_office_count_villages_async, error);

  return n != NULL ? (int) *n : -1;
}

static gpointer
load_village (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const Request *request = data;
  TyEngine *engine = ty_office_thread_get_engine (thread);
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyColumns) columns = ty_engine_get_columns (engine, database, error);

  if (columns == NULL)
    return NULL;

  return ty_village_loader_load (database, columns, ty_engine_get_views (engine), request->unit,
                                 request->as_of, error);
}

/**
 * ty_office_load_village_async:
 * @self: an open office
 * @unit: key of a village or a township
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is read
 * @user_data: for @callback
 *
 * Reads everything about one village at the cut-off date.
 */
void
ty_office_load_village_async (TyOffice            *self,
                              gint64               unit,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_load_village_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, load_village, request_new (self, unit), request_free,
                  (GDestroyNotify) ty_village_file_free);
}

/**
 * ty_office_load_village_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: %TY_STORE_ERROR_NOT_FOUND where the village is no longer in the file
 *
 * Returns: (transfer full) (nullable): everything about the village
 */
TyVillageFile *
ty_office_load_village_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_load_village_async, error);
}

#define CHANGED GINT_TO_POINTER (1)
#define UNCHANGED GINT_TO_POINTER (2)

static gpointer
set_seats (TyOfficeThread  *thread,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  const Request *request = data;
  gint64 seq;

  if (!ty_seat_edit_run (ty_office_thread_get_store (thread), request->user, request->units,
                         request->n_units, request->changes, request->n_changes, request->from,
                         &seq, error))
    return NULL;

  return seq != 0 ? CHANGED : UNCHANGED;
}

/**
 * ty_office_set_seats_async:
 * @self: an open office
 * @units: (array length=n_units): keys of villages, which are copied
 * @n_units: their number
 * @changes: (array length=n_changes): what is approved, which is copied; bodies that are not named stay
 *   as they are
 * @n_changes: their number
 * @from: from when; none = for as long as our records go back
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Sets the approved seats of villages, as one action.
 */
void
ty_office_set_seats_async (TyOffice            *self,
                           const gint64        *units,
                           guint                n_units,
                           const TySeatChange  *changes,
                           guint                n_changes,
                           TyDate               from,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_set_seats_async, cancellable,
                                              callback, user_data);
  Request *request = request_new (self, 0);

  request->units = g_memdup2 (units, n_units * sizeof *units);
  request->n_units = n_units;
  request->changes = g_memdup2 (changes, n_changes * sizeof *changes);
  request->n_changes = n_changes;
  for (guint i = 0; i < n_changes; i++)
    request->changes[i].body = g_intern_string (changes[i].body);
  request->from = from;
  ty_office_write (self, task, set_seats, request, request_free, NULL);
}

/**
 * ty_office_set_seats_finish:
 * @self: an office
 * @result: what the callback was given
 * @changed: (out) (optional): whether anything is another than before
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the file says so
 */
gboolean
ty_office_set_seats_finish (TyOffice      *self,
                            GAsyncResult  *result,
                            gboolean      *changed,
                            GError       **error)
{
  gpointer done = ty_office_task_finish (self, result, ty_office_set_seats_async, error);

  if (changed != NULL)
    *changed = done == CHANGED;
  return done != NULL;
}

static gpointer
move_unit (TyOfficeThread  *thread,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  const Request *request = data;

  return ty_unit_move_run (ty_office_thread_get_store (thread), request->user, request->unit,
                           request->before, request->as_of, NULL, error) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_move_unit_async:
 * @self: an open office
 * @unit: key of a township or a village
 * @before: key of the unit beside it that is to follow it, or 0 to make it the last
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is moved
 * @user_data: for @callback
 *
 * Gives a unit another place in the official order, as one action.
 */
void
ty_office_move_unit_async (TyOffice            *self,
                           gint64               unit,
                           gint64               before,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_move_unit_async, cancellable,
                                              callback, user_data);
  Request *request = request_new (self, unit);

  request->before = before;
  ty_office_write (self, task, move_unit, request, request_free, NULL);
}

/**
 * ty_office_move_unit_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it stands there
 */
gboolean
ty_office_move_unit_finish (TyOffice      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_move_unit_async, error) != NULL;
}
