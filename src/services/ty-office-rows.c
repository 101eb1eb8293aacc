/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-rows"

#include "config.h"

#include "ty-office-rows.h"

#include "ty-office-private.h"
#include "ty-row-edit.h"

typedef struct
{
  char *user;
  TyRecord *stored; /* (nullable) */
  TyRecord *row;    /* (nullable) */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->stored);
  g_clear_object (&request->row);
  g_free (request->user);
  g_free (request);
}

static gpointer
save_row (TyOfficeThread  *thread,
          gpointer         data,
          GCancellable    *cancellable,
          GError         **error)
{
  const Request *request = data;
  TyStore *store = ty_office_thread_get_store (thread);
  gboolean done;

  if (request->stored == NULL)
    done = ty_row_edit_add (store, request->user, request->row, NULL, error);
  else if (request->row == NULL)
    done = ty_row_edit_remove (store, request->user, request->stored, NULL, error);
  else
    done = ty_row_edit_change (store, request->user, request->stored, request->row, NULL, error);
  return done ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_save_row_async:
 * @self: an open office
 * @stored: (nullable): the row as it was read, which is copied; none = a new row
 * @row: (nullable): the row as it shall be, which is copied; none = it is removed
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Adds, changes or removes a row of a person’s file (an honour, an appointment, what was studied),
 * as one action. Where nothing is another, nothing is written.
 */
void
ty_office_save_row_async (TyOffice            *self,
                          TyRecord            *stored,
                          TyRecord            *row,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_save_row_async, cancellable, callback,
                                              user_data);
  Request *request;

  g_return_if_fail (stored != NULL || row != NULL);

  request = g_new0 (Request, 1);
  request->user = g_strdup (self->user);
  request->stored = stored != NULL ? ty_record_dup (stored) : NULL;
  request->row = row != NULL ? ty_record_dup (row) : NULL;
  ty_office_write (self, task, save_row, request, request_free, NULL);
}

/**
 * ty_office_save_row_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_ENTRY_ERROR` for an entry that cannot be kept, else a `TY_STORE_ERROR`
 *
 * Returns: whether the file is as was asked
 */
gboolean
ty_office_save_row_finish (TyOffice      *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_save_row_async, error) != NULL;
}
