/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-roster"

#include "config.h"

#include "ty-office-roster.h"

#include "ty-finder.h"
#include "ty-office-private.h"
#include "ty-parallel.h"
#include "ty-roster-loader.h"
#include "ty-roster-query.h"

#define IDS_AT_ONCE 65536u

typedef struct
{
  TyRosterQuery *query;            /* (owned) */
  const TyDimension **dimensions;  /* (owned) (nullable) */
  guint n_dimensions;
  TyDate as_of;
  gint64 scope;
} Listing;

static Listing *
listing_new (TyOffice            *self,
             const TyRosterQuery *query)
{
  Listing *listing = g_new0 (Listing, 1);

  listing->query = ty_roster_query_copy (query);
  listing->as_of = self->as_of;
  listing->scope = self->scope;
  return listing;
}

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  ty_roster_query_free (listing->query);
  g_free (listing->dimensions);
  g_free (listing);
}

static TyOrder *
get_order (TyOfficeThread  *thread,
           const Listing   *listing,
           GError         **error)
{
  return ty_engine_get_order (ty_office_thread_get_engine (thread),
                              ty_office_thread_get_database (thread), listing->as_of,
                              listing->scope, error);
}

typedef struct
{
  TyColumns *columns;
  GArray *rows;
  GArray *ids;
} Ids;

static void
fill_ids (guint    number,
          gpointer data)
{
  const Ids *ids = data;
  guint end = MIN ((number + 1) * IDS_AT_ONCE, ids->rows->len);

  for (guint i = number * IDS_AT_ONCE; i < end; i++)
    g_array_index (ids->ids, gint64, i) = ty_columns_get_person (ids->columns,
                                                                 g_array_index (ids->rows, guint32, i));
}

static GArray *
list_ids (TyOrder *order,
          GArray  *rows)
{
  Ids ids = { ty_view_get_columns (ty_order_get_view (order)), rows,
              g_array_sized_new (FALSE, FALSE, sizeof (gint64), rows->len) };

  g_array_set_size (ids.ids, rows->len);
  ty_parallel_run ((rows->len + IDS_AT_ONCE - 1) / IDS_AT_ONCE, fill_ids, &ids);
  return ids.ids;
}

static gpointer
list_roster (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Listing *listing = data;
  g_autoptr(TyOrder) order = get_order (thread, listing, error);
  g_autoptr(TyBitmap) found = NULL;
  g_autoptr(GArray) rows = NULL;

  if (order == NULL)
    return NULL;

  found = ty_roster_query_find (listing->query, order,
                                ty_engine_get_views (ty_office_thread_get_engine (thread)),
                                ty_office_thread_get_database (thread), error);
  if (found == NULL)
    return NULL;

  rows = ty_order_sort_list (order, found,
                             listing->query->population != NULL
                               ? ty_population_get_list (listing->query->population) : 0,
                             listing->query->keys, listing->query->n_keys);
  return list_ids (order, rows);
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

  g_return_if_fail (query != NULL);

  ty_office_read (self, task, list_roster, listing_new (self, query), listing_free,
                  (GDestroyNotify) g_array_unref);
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

static gpointer
count_facets (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const Listing *listing = data;
  TyViews *views = ty_engine_get_views (ty_office_thread_get_engine (thread));
  g_autoptr(TyOrder) order = get_order (thread, listing, error);
  g_autoptr(TyRosterQuery) query = NULL;
  g_autoptr(TyBitmap) found = NULL;
  g_autoptr(GPtrArray) facets = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_facet_free);

  if (order == NULL)
    return NULL;
  query = ty_roster_query_resolve (listing->query, ty_order_get_view (order),
                                   ty_office_thread_get_database (thread), error);
  if (query == NULL)
    return NULL;
  if (!ty_finder_is_empty (listing->query->search))
    {
      found = ty_finder_find (order, ty_office_thread_get_database (thread), listing->query->search,
                              error);
      if (found == NULL)
        return NULL;
    }
  for (guint i = 0; i < listing->n_dimensions; i++)
    {
      TyFacet *facet = ty_roster_query_count (query, listing->dimensions[i], order, found,
                                              views, error);

      if (facet == NULL)
        return NULL;
      g_ptr_array_add (facets, facet);
    }
  return g_steal_pointer (&facets);
}

/**
 * ty_office_count_facets_async:
 * @self: an open office
 * @query: what is asked
 * @dimensions: (array length=n_dimensions): by what it can be narrowed
 * @n_dimensions: their number
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are counted
 * @user_data: for @callback
 *
 * Counts at the cut-off date in the scope how many people have each value of the dimensions. The
 * filter of a dimension does not count for the dimension itself: its other values can be chosen.
 */
void
ty_office_count_facets_async (TyOffice                  *self,
                              const TyRosterQuery       *query,
                              const TyDimension * const *dimensions,
                              guint                      n_dimensions,
                              GCancellable              *cancellable,
                              GAsyncReadyCallback        callback,
                              gpointer                   user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_count_facets_async, cancellable,
                                              callback, user_data);
  Listing *listing;

  g_return_if_fail (query != NULL);

  listing = listing_new (self, query);
  listing->dimensions = g_memdup2 (dimensions, n_dimensions * sizeof *dimensions);
  listing->n_dimensions = n_dimensions;
  ty_office_read (self, task, count_facets, listing, listing_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_count_facets_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR` or a `TY_POPULATION_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyFacet): the values of each dimension
 */
GPtrArray *
ty_office_count_facets_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_count_facets_async, error);
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
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyView) view = ty_engine_get_view (ty_office_thread_get_engine (thread), database,
                                               rows->as_of, 0, 0, error);
  GPtrArray *lines;

  if (view == NULL)
    return NULL;

  lines = ty_roster_loader_load (database, rows->people, rows->n_people, rows->as_of, error);
  if (lines != NULL)
    ty_roster_loader_add_tags (lines, view);
  return lines;
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
