/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-units"

#include "config.h"

#include "ty-office-units.h"

#include "ty-office-private.h"
#include "ty-term-table.h"
#include "ty-unit-tree.h"

static gpointer
list_units (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const TyDate *as_of = data;
  g_autoptr(TyUnitTree) tree = ty_unit_tree_load (ty_office_thread_get_database (thread), *as_of,
                                                  error);
  g_autoptr(GPtrArray) units = NULL;

  if (tree == NULL)
    return NULL;

  units = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_extend (units, ty_unit_tree_get_states (tree), (GCopyFunc) g_object_ref, NULL);
  return g_steal_pointer (&units);
}

/**
 * ty_office_list_units_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads the units at the cut-off date.
 */
void
ty_office_list_units_async (TyOffice            *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_units_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, list_units, g_memdup2 (&self->as_of, sizeof self->as_of), g_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_units_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyUnitState): the units, each before those
 * below it
 */
GPtrArray *
ty_office_list_units_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_units_async, error);
}

static gpointer
list_terms (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  return ty_term_table_list (ty_office_thread_get_database (thread), error);
}

/**
 * ty_office_list_terms_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads the terms.
 */
void
ty_office_list_terms_async (TyOffice            *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_terms_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, list_terms, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_terms_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyTerm): the terms, the newest first
 */
GPtrArray *
ty_office_list_terms_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_terms_async, error);
}
