/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-posts"

#include "config.h"

#include "ty-office-posts.h"

#include "ty-office-private.h"
#include "ty-post-edit.h"

/* Appointments as work, for the windows. */

typedef struct
{
  char *user;
  GPtrArray *changes; /* (nullable) (element-type TyPostChange) */
  GArray *keys;       /* (nullable) (element-type TyFilingKey) */
  char *number;       /* (nullable): of a filing; of lines their text */
  TyDate date;
} Request;

static Request *
request_new (TyOffice  *self,
             GPtrArray *changes)
{
  Request *request = g_new0 (Request, 1);

  request->user = g_strdup (self->user);
  if (changes == NULL)
    return request;

  request->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_post_change_free);
  for (guint i = 0; i < changes->len; i++)
    g_ptr_array_add (request->changes, ty_post_change_copy (g_ptr_array_index (changes, i)));
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->changes, g_ptr_array_unref);
  g_clear_pointer (&request->keys, g_array_unref);
  g_free (request->number);
  g_free (request->user);
  g_free (request);
}

static gpointer
look_at_posts (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Request *request = data;

  return ty_post_look_run (ty_office_thread_get_database (thread), request->changes, ty_date_today (),
                           error);
}

/**
 * ty_office_look_at_posts_async:
 * @self: an open office
 * @changes: (element-type TyPostChange): changes, which are copied and may not be complete yet
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is known
 * @user_data: for @callback
 *
 * Asks what changes of posts would bring about.
 */
void
ty_office_look_at_posts_async (TyOffice            *self,
                               GPtrArray           *changes,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_look_at_posts_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, look_at_posts, request_new (self, changes), request_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_look_at_posts_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPostNote): the notes, change by change
 */
GPtrArray *
ty_office_look_at_posts_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_look_at_posts_async, error);
}

static gpointer
change_posts (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const Request *request = data;
  TyStore *store = ty_office_thread_get_store (thread);

  for (guint i = 0; i < request->changes->len; i++)
    if (!ty_post_look_settle (ty_store_get_database (store), g_ptr_array_index (request->changes, i),
                              error))
      return NULL;

  return ty_post_edit_run (store, request->user, request->changes, NULL, error)
           ? ty_post_changes_dup_label (request->changes) : NULL;
}

/**
 * ty_office_change_posts_async:
 * @self: an open office
 * @changes: (element-type TyPostChange): at least one; they are copied
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Appoints, removes, transfers people and so on, all of it as one action.
 */
void
ty_office_change_posts_async (TyOffice            *self,
                              GPtrArray           *changes,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_change_posts_async, cancellable,
                                              callback, user_data);

  g_return_if_fail (changes->len > 0);

  ty_office_write (self, task, change_posts, request_new (self, changes), request_free, g_free);
}

/**
 * ty_office_change_posts_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_ENTRY_ERROR` that names the field, or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what was done, in the user’s language
 */
char *
ty_office_change_posts_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_change_posts_async, error);
}

static gpointer
read_post_lines (TyOfficeThread  *thread,
                 gpointer         data,
                 GCancellable    *cancellable,
                 GError         **error)
{
  const Request *request = data;

  return ty_post_lines_read (ty_office_thread_get_database (thread), request->number, request->date, error);
}

/**
 * ty_office_read_post_lines_async:
 * @self: an open office
 * @text: lines of a document, or cells of a table
 * @day: the day on which the units have their names
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads who takes or leaves which post by a document.
 */
void
ty_office_read_post_lines_async (TyOffice            *self,
                                 const char          *text,
                                 TyDate               day,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_read_post_lines_async, cancellable, callback,
                                              user_data);
  Request *request = request_new (self, NULL);

  request->number = g_strdup (text);
  request->date = day;
  ty_office_read (self, task, read_post_lines, request, request_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_read_post_lines_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPostLine): the lines
 */
GPtrArray *
ty_office_read_post_lines_finish (TyOffice      *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_read_post_lines_async, error);
}

static gpointer
set_filings (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Request *request = data;
  gboolean done = ty_filing_edit_run (ty_office_thread_get_store (thread), request->user,
                                      (const TyFilingKey *) request->keys->data, request->keys->len,
                                      request->number, request->date, NULL, error);

  return done ? TY_OFFICE_DONE : NULL;
}

/**
 * ty_office_set_filings_async:
 * @self: an open office
 * @keys: (array length=n_keys): what is filed, which is copied
 * @n_keys: their number, at least one
 * @number: (nullable): the number of the filing; none takes it back
 * @date: its date, as far as known
 * @cancellable: (nullable): stops it before it begins
 * @callback: (nullable): called when it is saved
 * @user_data: for @callback
 *
 * Enters the county filing of several posts, as one action.
 */
void
ty_office_set_filings_async (TyOffice            *self,
                             const TyFilingKey   *keys,
                             guint                n_keys,
                             const char          *number,
                             TyDate               date,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_set_filings_async, cancellable, callback,
                                              user_data);
  Request *request = request_new (self, NULL);

  g_return_if_fail (n_keys > 0);

  request->keys = g_array_new (FALSE, FALSE, sizeof (TyFilingKey));
  g_array_append_vals (request->keys, keys, n_keys);
  request->number = g_strdup (number);
  request->date = date;
  ty_office_write (self, task, set_filings, request, request_free, NULL);
}

/**
 * ty_office_set_filings_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the file says so
 */
gboolean
ty_office_set_filings_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_set_filings_async, error) != NULL;
}
