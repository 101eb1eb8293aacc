/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-filings"

#include "config.h"

#include "ty-office-filings.h"

#include "ty-office-private.h"

typedef struct
{
  TyDate as_of;
  gint64 scope;
} Request;

/* What is in the scope follows from the tree of the day; units that are gone are seen in the whole county. */
static gboolean
is_in_scope (TyView *view,
             gint64  scope,
             gint64  unit)
{
  TyUnitTree *tree = ty_view_get_tree (view);
  guint32 number = ty_units_find (ty_columns_get_units (ty_view_get_columns (view)), unit);
  guint32 first, n, rank;

  if (scope == 0)
    return TRUE;
  if (number == TY_UNIT_NONE)
    return FALSE;

  ty_unit_tree_get_range (tree, scope, &first, &n);
  rank = ty_unit_tree_get_ranks (tree)[number];
  return rank != TY_RANK_NONE && rank >= first && rank - first < n;
}

static gpointer
list_filings (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const Request *request = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(TyView) view = ty_engine_get_view (ty_office_thread_get_engine (thread), database,
                                               request->as_of, request->scope, 0, error);
  g_autoptr(TyUnitNames) names = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) filings = g_ptr_array_new_with_free_func (g_object_unref);

  if (view == NULL)
    return NULL;
  rows = ty_filing_table_list (database, request->as_of, error);
  if (rows == NULL)
    return NULL;

  names = ty_unit_names_new (database);
  for (guint i = 0; i < rows->len; i++)
    {
      const TyFilingRow *row = g_ptr_array_index (rows, i);

      if (is_in_scope (view, request->scope, row->unit))
        g_ptr_array_add (filings, ty_filing_new (row, names, request->as_of));
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
  Request *request = g_new0 (Request, 1);

  request->as_of = self->as_of;
  request->scope = self->scope;
  ty_office_read (self, task, list_filings, request, g_free, (GDestroyNotify) g_ptr_array_unref);
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
