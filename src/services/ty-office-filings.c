/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-filings"

#include "config.h"

#include "ty-office-filings.h"

#include "ty-office-private.h"
#include "ty-unit-word-finder.h"

typedef struct
{
  TyDate as_of;
  gint64 scope;
} Request;

/* What is in the scope follows from the tree of the day; units that are gone are seen in the whole county. */
static gboolean
is_in_scope (TyView *view,
             gint64  unit)
{
  TyUnitTree *tree = ty_view_get_tree (view);
  gint64 scope = ty_view_get_scope (view);
  guint32 first, n, number, rank;

  if (scope == 0)
    return TRUE;
  number = ty_units_find (ty_columns_get_units (ty_view_get_columns (view)), unit);
  if (number == TY_UNIT_NONE)
    return FALSE;

  ty_unit_tree_get_range (tree, scope, &first, &n);
  rank = ty_unit_tree_get_ranks (tree)[number];
  return rank != TY_RANK_NONE && rank >= first && rank - first < n;
}

/* Who was merged into somebody else is nobody.
 * @person: (out): the row of the person in the columns */
static gboolean
is_listed (const TyFilingRow *row,
           TyView            *view,
           guint32           *person)
{
  return is_in_scope (view, row->unit)
         && ty_columns_find_person (ty_view_get_columns (view), row->key.person, person);
}

static gpointer
list_filings (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const Request *request = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  TyEngine *engine = ty_office_thread_get_engine (thread);
  g_autoptr(TyOrder) order = ty_engine_get_order (engine, database, request->as_of, request->scope, error);
  g_autoptr(TyFilingIndex) index = order != NULL ? ty_engine_get_filings (engine, database, error) : NULL;
  g_autoptr(GPtrArray) filings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) rows = NULL;
  g_autoptr(TyUnitWordFinder) finder = NULL;

  if (index == NULL)
    return NULL;

  rows = ty_filing_index_list (index, request->as_of);
  finder = ty_unit_word_finder_new (ty_order_get_view (order), database);
  for (guint i = 0; i < rows->len; i++)
    {
      const TyFilingRow *row = &g_array_index (rows, TyFilingRow, i);
      TyUnitWords unit;
      guint32 person;

      if (!is_listed (row, ty_order_get_view (order), &person))
        continue;
      ty_unit_word_finder_find (finder, row->unit, &unit);
      g_ptr_array_add (filings, ty_filing_new (row, ty_name_index_dup_name (ty_order_get_names (order), person),
                                               &unit));
    }
  g_ptr_array_sort (filings, ty_filing_compare);
  return g_steal_pointer (&filings);
}

/**
 * ty_office_list_filings_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Lists the county filings at the cut-off date in the scope, and those that are missing.
 */
void
ty_office_list_filings_async (TyOffice            *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_filings_async, cancellable, callback,
                                              user_data);
  const Request request = { self->as_of, self->scope };

  ty_office_read (self, task, list_filings, g_memdup2 (&request, sizeof request), g_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_filings_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyFiling): open ones first
 */
GPtrArray *
ty_office_list_filings_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_filings_async, error);
}

static gpointer
count_filings (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Request *request = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  TyEngine *engine = ty_office_thread_get_engine (thread);
  g_autofree TyFilingCount *count = g_new0 (TyFilingCount, 1);
  g_autoptr(TyView) view = NULL;
  g_autoptr(TyFilingIndex) index = NULL;
  g_autoptr(GArray) rows = NULL;
  gboolean has_filings;

  /* A province without filings misses one of every secretary, which nobody is told. */
  if (!ty_engine_find_any_filing (engine, database, &has_filings, error))
    return NULL;
  if (!has_filings)
    return g_steal_pointer (&count);
  view = ty_engine_get_view (engine, database, request->as_of, request->scope, 0, error);
  index = view != NULL ? ty_engine_get_filings (engine, database, error) : NULL;
  if (index == NULL)
    return NULL;

  rows = ty_filing_index_list (index, request->as_of);
  for (guint i = 0; i < rows->len; i++)
    {
      const TyFilingRow *row = &g_array_index (rows, TyFilingRow, i);
      guint32 person;

      if (!is_listed (row, view, &person))
        continue;
      count->n_open += row->open;
      count->n_filed += !row->open;
    }
  return g_steal_pointer (&count);
}

/**
 * ty_office_count_filings_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are counted
 * @user_data: for @callback
 *
 * Counts the county filings at the cut-off date in the scope, and those that are missing. A file that never had
 * one misses none.
 */
void
ty_office_count_filings_async (TyOffice            *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_count_filings_async, cancellable, callback,
                                              user_data);
  const Request request = { self->as_of, self->scope };

  ty_office_read (self, task, count_filings, g_memdup2 (&request, sizeof request), g_free, g_free);
}

/**
 * ty_office_count_filings_finish:
 * @self: an office
 * @result: what the callback was given
 * @count: (out): how many there are
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether they were counted
 */
gboolean
ty_office_count_filings_finish (TyOffice       *self,
                                GAsyncResult   *result,
                                TyFilingCount  *count,
                                GError        **error)
{
  g_autofree TyFilingCount *counted = ty_office_task_finish (self, result, ty_office_count_filings_async, error);

  if (counted != NULL)
    *count = *counted;
  return counted != NULL;
}
