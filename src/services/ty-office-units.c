/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-units"

#include "config.h"

#include "ty-office-units.h"

#include "ty-office-private.h"
#include "ty-term-table.h"
#include "ty-unit-state.h"
#include "ty-unit-tree.h"

static TyUnitState *
make_state (TyUnits    *units,
            TyUnitTree *tree,
            guint32     unit)
{
  const TyUnitSpan *span = ty_unit_tree_get_span (tree, unit);
  guint32 parent = ty_unit_tree_get_parent (tree, unit);
  TyUnitState *state = ty_unit_state_new ();
  TyRecord *record = TY_RECORD (state);

  ty_record_set_integer (record, TY_UNIT_STATE_UNIT, ty_units_get_id (units, unit));
  ty_record_set_integer (record, TY_UNIT_STATE_PARENT,
                         parent != TY_UNIT_NONE ? ty_units_get_id (units, parent) : 0);
  ty_record_set_text (record, TY_UNIT_STATE_NAME, span->name);
  ty_record_set_text (record, TY_UNIT_STATE_LEVEL, span->level);
  ty_record_set_text (record, TY_UNIT_STATE_KIND, span->kind);
  ty_record_set_text (record, TY_UNIT_STATE_PARTY_FORM, span->party_form);
  return state;
}

static gpointer
list_units (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const TyDate *as_of = data;
  g_autoptr(TyUnits) units = ty_units_load (ty_office_thread_get_database (thread), NULL, error);
  g_autoptr(TyUnitTree) tree = NULL;
  g_autoptr(GPtrArray) states = NULL;

  if (units == NULL)
    return NULL;

  tree = ty_units_get_tree (units, *as_of);
  states = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint rank = 0; rank < ty_unit_tree_get_n (tree); rank++)
    g_ptr_array_add (states, make_state (units, tree, ty_unit_tree_get_unit (tree, rank)));
  return g_steal_pointer (&states);
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
