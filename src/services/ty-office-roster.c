/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-roster"

#include "config.h"

#include "ty-office-roster.h"

#include "ty-office-private.h"
#include "ty-roster-loader.h"

typedef struct
{
  TyRosterQuery query;
  char *search;
  TyDate as_of;
  gint64 scope;
} Listing;

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_free (listing->search);
  g_free (listing);
}

static gpointer
list_roster (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Listing *listing = data;
  TyRosterIndex *index = ty_office_thread_get_index (thread, listing->as_of, listing->scope, error);

  return index != NULL ? ty_roster_index_list (index, &listing->query) : NULL;
}

/**
 * ty_office_list_roster_async:
 * @self: an open office
 * @query: what is asked
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are listed
 * @user_data: for @callback
 *
 * Lists people at the cut-off date in the scope.
 */
void
ty_office_list_roster_async (TyOffice             *self,
                             const TyRosterQuery  *query,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_roster_async, cancellable,
                                              callback, user_data);
  Listing *listing;

  g_return_if_fail (query != NULL);

  listing = g_new0 (Listing, 1);
  listing->query = *query;
  listing->search = g_strdup (query->search);
  listing->query.search = listing->search;
  listing->as_of = self->as_of;
  listing->scope = self->scope;
  ty_office_read (self, task, list_roster, listing, listing_free, (GDestroyNotify) g_array_unref);
}

/**
 * ty_office_list_roster_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the keys of the people in order
 */
GArray *
ty_office_list_roster_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_roster_async, error);
}

typedef struct
{
  gint64 *people;
  guint n_people;
  TyDate as_of;
} Rows;

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_free (rows->people);
  g_free (rows);
}

static gpointer
load_rows (TyOfficeThread  *thread,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  const Rows *rows = data;

  return ty_roster_loader_load (ty_office_thread_get_database (thread), rows->people,
                                rows->n_people, rows->as_of, error);
}

/**
 * ty_office_load_rows_async:
 * @self: an open office
 * @people: (array length=n_people): keys of people
 * @n_people: their number
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads lines of the roster at the cut-off date.
 */
void
ty_office_load_rows_async (TyOffice             *self,
                           const gint64         *people,
                           guint                 n_people,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_load_rows_async, cancellable,
                                              callback, user_data);
  Rows *rows = g_new0 (Rows, 1);

  rows->people = g_memdup2 (people, n_people * sizeof *people);
  rows->n_people = n_people;
  rows->as_of = self->as_of;
  ty_office_read (self, task, load_rows, rows, rows_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_load_rows_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyRosterRow): a row for each, in the same order
 */
GPtrArray *
ty_office_load_rows_finish (TyOffice      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_load_rows_async, error);
}
