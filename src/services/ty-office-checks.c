/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-checks"

#include "config.h"

#include "ty-office-checks.h"

#include "ty-office-private.h"

typedef struct
{
  TyDate as_of;
  gint64 scope;
  gint64 person;             /* or 0 */
  guint patience;            /* in ms, or 0 */
  TyCheckProgress *progress; /* (owned) (nullable) */
} Request;

static Request *
request_new (TyOffice        *self,
             gint64           person,
             TyCheckProgress *progress)
{
  Request *request = g_new0 (Request, 1);

  request->as_of = self->as_of;
  request->scope = person == 0 ? self->scope : 0;
  request->person = person;
  request->progress = progress != NULL ? ty_check_progress_ref (progress) : NULL;
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->progress, ty_check_progress_unref);
  g_free (request);
}

/* The view is asked for first: whatever the database says afterwards is of the same state. */
static gpointer
run_checks (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Request *request = data;
  TyProblemPace pace = { NULL, request->progress, cancellable, 0 };
  TyEngine *engine = ty_office_thread_get_engine (thread);
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyView) view = ty_engine_get_view (engine, database, request->as_of, request->scope, 0, error);
  g_autoptr(TyProblemList) list = NULL;

  if (view == NULL)
    return NULL;
  if (request->progress != NULL)
    pace.progress = ty_check_progress_tell;
  if (request->patience > 0)
    pace.until = g_get_monotonic_time () + (gint64) request->patience * G_TIME_SPAN_MILLISECOND;
  if (request->person != 0)
    list = ty_problems_find_of (view, database, ty_date_today (), request->person, error);
  else
    list = ty_problems_find (ty_engine_get_problems (engine), view, database, ty_date_today (), &pace, error);
  return list != NULL ? ty_check_report_new (list, view, database) : NULL;
}

/**
 * ty_office_list_checks_async:
 * @self: an open office
 * @patience: after how many milliseconds what was found until then is told; 0 = everything
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when everything was looked at
 * @user_data: for @callback
 *
 * Looks at all records of the scope at the cut-off date. Who has no patience for all of them asks again, and goes on
 * from where the time was over; see ty_check_report_is_whole().
 */
void
ty_office_list_checks_async (TyOffice            *self,
                             guint                patience,
                             TyCheckProgress     *progress,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_checks_async, cancellable, callback,
                                              user_data);
  Request *request = request_new (self, 0, progress);

  request->patience = patience;
  ty_office_read (self, task, run_checks, request, request_free,
                  (GDestroyNotify) ty_check_report_free);
}

/**
 * ty_office_list_checks_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what was found
 */
TyCheckReport *
ty_office_list_checks_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_checks_async, error);
}

static gpointer
run_count (TyOfficeThread  *thread,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  const Request *request = data;
  TyEngine *engine = ty_office_thread_get_engine (thread);
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyView) view = ty_engine_get_view (engine, database, request->as_of, request->scope, 0, error);
  g_autofree int *number = g_new (int, 1);
  guint n_errors;

  *number = -1;
  if (view == NULL)
    return NULL;
  if (ty_columns_get_n_people (ty_view_get_columns (view)) > TY_PROBLEMS_MOST_UNASKED)
    return g_steal_pointer (&number);
  if (!ty_problems_count (ty_engine_get_problems (engine), view, database, ty_date_today (), &n_errors,
                          cancellable, error))
    return NULL;

  *number = (int) n_errors;
  return g_steal_pointer (&number);
}

/**
 * ty_office_count_errors_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they were counted
 * @user_data: for @callback
 *
 * Counts the records that cannot be right, in the scope at the cut-off date. Of very many people it does not
 * look at the records: that takes a while and is asked for by ty_office_list_checks_async().
 */
void
ty_office_count_errors_async (TyOffice            *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_count_errors_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, run_count, request_new (self, 0, NULL), request_free, g_free);
}

/**
 * ty_office_count_errors_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: how many there are, -1 where they were not counted or on an error
 */
int
ty_office_count_errors_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_autofree int *number = ty_office_task_finish (self, result, ty_office_count_errors_async, error);

  return number != NULL ? *number : -1;
}

/**
 * ty_office_check_person_async:
 * @self: an open office
 * @person: key of a person
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when everything was looked at
 * @user_data: for @callback
 *
 * Looks at all that concerns one person at the cut-off date.
 */
void
ty_office_check_person_async (TyOffice            *self,
                              gint64               person,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_check_person_async, cancellable,
                                              callback, user_data);

  g_return_if_fail (person != 0);

  ty_office_read (self, task, run_checks, request_new (self, person, NULL), request_free,
                  (GDestroyNotify) ty_check_report_free);
}

/**
 * ty_office_check_person_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what was found; nothing of somebody who is not there
 */
TyCheckReport *
ty_office_check_person_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_check_person_async, error);
}
