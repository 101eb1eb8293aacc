/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-group"

#include "config.h"

#include "ty-office-group.h"

#include "ty-office-private.h"

/* The same for many people at once, in the threads of the office. */

typedef struct
{
  char *user;
  TyGroupEdit edit;          /* its record and people are owned */
  TyGroupReport *planned;    /* (owned) (nullable): without reasons */
  TyCheckProgress *progress; /* (owned) (nullable) */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->edit.record);
  g_free ((gint64 *) request->edit.people);
  g_clear_pointer (&request->planned, ty_group_report_free);
  g_clear_pointer (&request->progress, ty_check_progress_unref);
  g_free (request->user);
  g_free (request);
}

static TyGroupReport *
copy_report (const TyGroupReport *report)
{
  TyGroupReport *copy = g_memdup2 (report, sizeof *report);

  copy->refused = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < report->refused->len; i++)
    {
      TyGroupRefusal *refusal = g_new0 (TyGroupRefusal, 1);

      refusal->person = ((TyGroupRefusal *) g_ptr_array_index (report->refused, i))->person;
      g_ptr_array_add (copy->refused, refusal);
    }
  return copy;
}

static Request *
request_new (TyOffice            *self,
             const TyGroupEdit   *edit,
             const TyGroupReport *planned,
             TyCheckProgress     *progress)
{
  Request *request = g_new0 (Request, 1);

  request->user = g_strdup (self->user);
  request->edit = *edit;
  request->edit.record = ty_record_dup (edit->record);
  request->edit.people = g_memdup2 (edit->people, edit->n_people * sizeof *edit->people);
  request->planned = planned != NULL ? copy_report (planned) : NULL;
  request->progress = progress != NULL ? ty_check_progress_ref (progress) : NULL;
  return request;
}

static gpointer
plan_group (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Request *request = data;

  return ty_group_edit_plan (ty_office_thread_get_database (thread), &request->edit,
                             request->progress != NULL ? ty_check_progress_tell : NULL,
                             request->progress, cancellable, error);
}

/**
 * ty_office_plan_group_async:
 * @self: an open office
 * @edit: what is to be done, which is copied
 * @progress: (nullable): how far it is
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is known
 * @user_data: for @callback
 *
 * Finds out what an edit of many people would do with each.
 */
void
ty_office_plan_group_async (TyOffice            *self,
                            const TyGroupEdit   *edit,
                            TyCheckProgress     *progress,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_plan_group_async, cancellable, callback,
                                              user_data);

  ty_office_read (self, task, plan_group, request_new (self, edit, NULL, progress), request_free,
                  (GDestroyNotify) ty_group_report_free);
}

/**
 * ty_office_plan_group_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what it would do
 */
TyGroupReport *
ty_office_plan_group_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_plan_group_async, error);
}

static gpointer
edit_group (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Request *request = data;

  return ty_group_edit_run (ty_office_thread_get_store (thread), request->user, &request->edit,
                            request->planned,
                            request->progress != NULL ? ty_check_progress_tell : NULL,
                            request->progress, cancellable, error);
}

/**
 * ty_office_edit_group_async:
 * @self: an open office
 * @edit: what is done, which is copied
 * @planned: (nullable): what ty_office_plan_group_finish() said; where it would be another thing by now,
 *   nothing is done
 * @progress: (nullable): how far it is
 * @cancellable: (nullable): stops it, and nothing is done
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Does the same with many people, as one action.
 */
void
ty_office_edit_group_async (TyOffice            *self,
                            const TyGroupEdit   *edit,
                            const TyGroupReport *planned,
                            TyCheckProgress     *progress,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_edit_group_async, cancellable, callback,
                                              user_data);

  /* What was done is told so, even if it was cancelled a moment later. */
  g_task_set_check_cancellable (task, FALSE);
  ty_office_write (self, task, edit_group, request_new (self, edit, planned, progress), request_free,
                   (GDestroyNotify) ty_group_report_free);
}

/**
 * ty_office_edit_group_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Returns: (transfer full) (nullable): what was done
 */
TyGroupReport *
ty_office_edit_group_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_edit_group_async, error);
}
