/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-mentors"

#include "config.h"

#include "ty-office-mentors.h"

#include "ty-mentor-edit.h"
#include "ty-office-private.h"
#include "ty-record.h"

/* The pool of mentors for the windows: who is proposed for it, and who enters. */

typedef struct
{
  TyMentorRules rules;
  TyDate as_of;
  gint64 scope;
  char *user;
  GPtrArray *mentors; /* (nullable) */
} Request;

static Request *
request_new (TyOffice *self)
{
  Request *request = g_new0 (Request, 1);

  request->as_of = self->as_of;
  request->scope = self->scope;
  request->user = g_strdup (self->user);
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->user);
  g_clear_pointer (&request->mentors, g_ptr_array_unref);
  g_free (request);
}

static gpointer
propose (TyOfficeThread  *thread,
         gpointer         data,
         GCancellable    *cancellable,
         GError         **error)
{
  const Request *request = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyView) view = ty_engine_get_view (ty_office_thread_get_engine (thread), database, request->as_of,
                                               request->scope, 0, error);

  return view != NULL ? ty_mentor_proposals_find (view, database, &request->rules, cancellable, error) : NULL;
}

/**
 * ty_office_propose_mentors_async:
 * @self: an open office
 * @rules: who is wanted, which are copied
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are found
 * @user_data: for @callback
 *
 * Finds who could be a mentor at the cut-off date, of those in the scope.
 */
void
ty_office_propose_mentors_async (TyOffice             *self,
                                 const TyMentorRules  *rules,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_propose_mentors_async, cancellable, callback, user_data);
  Request *request = request_new (self);

  request->rules = *rules;
  ty_office_read (self, task, propose, request, request_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_propose_mentors_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Returns: (transfer full) (nullable) (element-type TyMentorProposal): who could be a mentor, and why
 */
GPtrArray *
ty_office_propose_mentors_finish (TyOffice      *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_propose_mentors_async, error);
}

static gpointer
add (TyOfficeThread  *thread,
     gpointer         data,
     GCancellable    *cancellable,
     GError         **error)
{
  const Request *request = data;

  return ty_mentor_edit_add (ty_office_thread_get_store (thread), request->user, request->mentors, NULL, error)
           ? TY_OFFICE_DONE : NULL;
}

static gpointer
dup_row (gconstpointer row,
         gpointer      data)
{
  return ty_record_dup ((TyRecord *) row);
}

/**
 * ty_office_add_mentors_async:
 * @self: an open office
 * @mentors: (element-type TyRecord): rows of `mentor` without ids, which are copied
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Puts people into the pool of mentors, as one action.
 */
void
ty_office_add_mentors_async (TyOffice             *self,
                             GPtrArray            *mentors,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_add_mentors_async, cancellable, callback, user_data);
  Request *request = request_new (self);

  request->mentors = g_ptr_array_copy (mentors, dup_row, NULL);
  g_ptr_array_set_free_func (request->mentors, g_object_unref);
  ty_office_write (self, task, add, request, request_free, NULL);
}

/**
 * ty_office_add_mentors_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_ENTRY_ERROR` for an entry that cannot be kept, else a `TY_STORE_ERROR` that names who is in the pool
 *
 * Returns: whether the file says so
 */
gboolean
ty_office_add_mentors_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_add_mentors_async, error) != NULL;
}
