/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-filters"

#include "config.h"

#include "ty-office-filters.h"

#include "ty-office-private.h"
#include "ty-saved-filter-table.h"

typedef struct
{
  char *user;
  TySavedFilter *stored; /* (nullable) */
  TySavedFilter *filter; /* (nullable) */
  gint64 moved;
  int steps;
} Change;

typedef struct
{
  char *conditions;
  TyDate as_of;
} Reading;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_object (&change->stored);
  g_clear_object (&change->filter);
  g_free (change->user);
  g_free (change);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->conditions);
  g_free (reading);
}

static gpointer
list_filters (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  return ty_saved_filter_table_list (ty_office_thread_get_database (thread), error);
}

/**
 * ty_office_list_filters_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads the named filters of the file.
 */
void
ty_office_list_filters_async (TyOffice            *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_filters_async, cancellable, callback,
                                              user_data);

  ty_office_read (self, task, list_filters, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_filters_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TySavedFilter): the named filters in their order
 */
GPtrArray *
ty_office_list_filters_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_filters_async, error);
}

static gboolean
check_conditions (TySavedFilter  *filter,
                  GError        **error)
{
  const char *conditions = ty_record_get_text (TY_RECORD (filter), TY_SAVED_FILTER_CONDITIONS);
  g_autoptr(TyPopulation) population = ty_population_from_json (conditions != NULL ? conditions : "",
                                                                error);

  return population != NULL;
}

static gpointer
save_filter (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Change *change = data;

  if (change->filter != NULL && !check_conditions (change->filter, error))
    return NULL;

  return ty_saved_filter_table_save (ty_office_thread_get_store (thread), change->user, change->stored,
                                     change->filter, error) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_save_filter_async:
 * @self: an open office
 * @stored: (nullable): the filter as it was read, which is copied; none = a new one
 * @filter: (nullable): the filter as it shall be, which is copied; none = it is removed
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Adds, changes or removes a named filter, as one action.
 */
void
ty_office_save_filter_async (TyOffice            *self,
                             TySavedFilter       *stored,
                             TySavedFilter       *filter,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_save_filter_async, cancellable, callback,
                                              user_data);
  Change *change;

  g_return_if_fail (stored != NULL || filter != NULL);

  change = g_new0 (Change, 1);
  change->user = g_strdup (self->user);
  if (stored != NULL)
    change->stored = TY_SAVED_FILTER (ty_record_dup (TY_RECORD (stored)));
  if (filter != NULL)
    change->filter = TY_SAVED_FILTER (ty_record_dup (TY_RECORD (filter)));
  ty_office_write (self, task, save_filter, change, change_free, NULL);
}

/**
 * ty_office_save_filter_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_ENTRY_ERROR` about the name, a `TY_POPULATION_ERROR` about the conditions, or a
 *   `TY_STORE_ERROR`
 *
 * Returns: whether the file is as was asked
 */
gboolean
ty_office_save_filter_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_save_filter_async, error) != NULL;
}

static gpointer
move_filter (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Change *change = data;

  return ty_saved_filter_table_move (ty_office_thread_get_store (thread), change->user, change->moved,
                                     change->steps, error) ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_move_filter_async:
 * @self: an open office
 * @filter: key of a named filter
 * @steps: by how many places towards the end, negative towards the beginning
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is moved
 * @user_data: for @callback
 *
 * Gives a named filter another place among them, as one action.
 */
void
ty_office_move_filter_async (TyOffice            *self,
                             gint64               filter,
                             int                  steps,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_move_filter_async, cancellable, callback,
                                              user_data);
  Change *change = g_new0 (Change, 1);

  change->user = g_strdup (self->user);
  change->moved = filter;
  change->steps = steps;
  ty_office_write (self, task, move_filter, change, change_free, NULL);
}

/**
 * ty_office_move_filter_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it has its new place
 */
gboolean
ty_office_move_filter_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_move_filter_async, error) != NULL;
}

static gboolean
check_subject (TyPopulation  *population,
               GError       **error)
{
  g_autoptr(TyPopulation) who = ty_population_new_who (TY_WHO_EVERYBODY);
  g_autoptr(TyPopulation) both = ty_population_new_and (who, population);

  return ty_population_get_subject (both, NULL, error);
}

static gpointer
read_filter (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Reading *reading = data;
  g_autoptr(TyPopulation) population = ty_population_from_json (reading->conditions, error);
  g_autoptr(TyView) view = NULL;
  TyFilterNode *filter;

  /* A roster shows people. */
  if (population == NULL || !check_subject (population, error))
    return NULL;
  view = ty_engine_get_view (ty_office_thread_get_engine (thread), ty_office_thread_get_database (thread),
                             reading->as_of, 0, 0, error);
  if (view == NULL)
    return NULL;

  filter = ty_filter_node_new_for (population);
  ty_filter_node_find_labels (filter, view);
  return filter;
}

/**
 * ty_office_read_filter_async:
 * @self: an open office
 * @conditions: a filter in JSON, as the file keeps it
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is read
 * @user_data: for @callback
 *
 * Reads a filter of people, with the names that its values have at the cut-off date.
 */
void
ty_office_read_filter_async (TyOffice            *self,
                             const char          *conditions,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_read_filter_async, cancellable, callback,
                                              user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->conditions = g_strdup (conditions);
  reading->as_of = self->as_of;
  ty_office_read (self, task, read_filter, reading, reading_free, (GDestroyNotify) ty_filter_node_free);
}

/**
 * ty_office_read_filter_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_POPULATION_ERROR` where it is no filter of people, or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the filter
 */
TyFilterNode *
ty_office_read_filter_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_read_filter_async, error);
}
