/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-replace"

#include "config.h"

#include "ty-office-replace.h"

#include "ty-office-private.h"
#include "ty-pairing-edit.h"

#define CHANGED GINT_TO_POINTER (1)
#define UNCHANGED GINT_TO_POINTER (2)

typedef struct
{
  char *user;
  GPtrArray *stored;
  GPtrArray *added;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->user);
  g_ptr_array_unref (request->stored);
  g_ptr_array_unref (request->added);
  g_free (request);
}

/* Rows are copied: they are of the main thread. */
static GPtrArray *
dup_rows (GPtrArray *rows)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (copy, ty_record_dup (g_ptr_array_index (rows, i)));
  return copy;
}

static gpointer
replace (TyOfficeThread  *thread,
         gpointer         data,
         GCancellable    *cancellable,
         GError         **error)
{
  const Request *request = data;
  gint64 seq;

  if (!ty_pairing_edit_replace (ty_office_thread_get_store (thread), request->user, request->stored,
                                request->added, ty_date_today (), &seq, error))
    return NULL;

  return seq != 0 ? CHANGED : UNCHANGED;
}

/**
 * ty_office_replace_pairings_async:
 * @self: an open office
 * @stored: (element-type TyRecord): pairings as they were read, which are copied
 * @added: (element-type TyRecord): new ones, which are copied
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Gives mentees to other mentors from today on.
 */
void
ty_office_replace_pairings_async (TyOffice            *self,
                                  GPtrArray           *stored,
                                  GPtrArray           *added,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_replace_pairings_async, cancellable, callback,
                                              user_data);
  Request *request = g_new0 (Request, 1);

  request->user = g_strdup (self->user);
  request->stored = dup_rows (stored);
  request->added = dup_rows (added);
  ty_office_write (self, task, replace, request, request_free, NULL);
}

/**
 * ty_office_replace_pairings_finish:
 * @self: an office
 * @result: what the callback was given
 * @changed: (out) (optional): whether something was changed
 * @error: a `TY_STORE_ERROR` that names the mentee
 *
 * Returns: whether the file says so
 */
gboolean
ty_office_replace_pairings_finish (TyOffice      *self,
                                   GAsyncResult  *result,
                                   gboolean      *changed,
                                   GError       **error)
{
  gpointer done = ty_office_task_finish (self, result, ty_office_replace_pairings_async, error);

  if (changed != NULL)
    *changed = done == CHANGED;
  return done != NULL;
}
