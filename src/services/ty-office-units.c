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
  ty_record_set_text (record, TY_UNIT_STATE_LEVEL, g_quark_to_string (span->level));
  ty_record_set_text (record, TY_UNIT_STATE_KIND, g_quark_to_string (span->kind));
  ty_record_set_text (record, TY_UNIT_STATE_PARTY_FORM, g_quark_to_string (span->party_form));
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

typedef struct
{
  TyDate as_of;
  gint64 parent;
  char *text; /* (owned) (nullable) */
  guint limit;
} Question;

static Question *
question_new (TyOffice   *self,
              gint64      parent,
              const char *text,
              guint       limit)
{
  Question *question = g_new0 (Question, 1);

  question->as_of = self->as_of;
  question->parent = parent;
  question->text = g_strdup (text);
  question->limit = limit;
  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->text);
  g_free (question);
}

static TyUnitItem *
make_item (TyUnits    *units,
           TyUnitTree *tree,
           guint32     unit)
{
  const guint32 *ranks = ty_unit_tree_get_ranks (tree);
  guint32 parent = ty_unit_tree_get_parent (tree, unit);
  gboolean has_parent = parent != TY_UNIT_NONE;
  const TyUnitSpan *span = ty_unit_tree_get_span (tree, unit);
  TyUnitItem *item;

  item = ty_unit_item_new (ty_units_get_id (units, unit),
                           has_parent ? ty_units_get_id (units, parent) : 0,
                           span->name,
                           has_parent ? ty_unit_tree_get_span (tree, parent)->name : NULL,
                           ty_unit_tree_get_end (tree, unit) > ranks[unit] + 1);
  ty_unit_item_set_village (item, g_strcmp0 (g_quark_to_string (span->level), "village") == 0);
  return item;
}

static gpointer
list_children (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Question *question = data;
  g_autoptr(TyColumns) columns = ty_engine_get_columns (ty_office_thread_get_engine (thread),
                                                        ty_office_thread_get_database (thread),
                                                        error);
  g_autoptr(TyUnitTree) tree = NULL;
  g_autoptr(GPtrArray) items = NULL;
  TyUnits *units;
  guint32 rank, n, end;

  if (columns == NULL)
    return NULL;

  units = ty_columns_get_units (columns);
  tree = ty_units_get_tree (units, question->as_of);
  items = g_ptr_array_new_with_free_func (g_object_unref);
  ty_unit_tree_get_range (tree, question->parent, &rank, &n);
  end = rank + n;
  if (question->parent != 0)
    rank++;
  while (rank < end)
    {
      guint32 unit = ty_unit_tree_get_unit (tree, rank);

      g_ptr_array_add (items, make_item (units, tree, unit));
      rank = ty_unit_tree_get_end (tree, unit);
    }
  return g_steal_pointer (&items);
}

/**
 * ty_office_list_children_async:
 * @self: an open office
 * @parent: key of a unit, or 0 for those at the top
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are listed
 * @user_data: for @callback
 *
 * Lists the units just below a unit at the cut-off date.
 */
void
ty_office_list_children_async (TyOffice            *self,
                               gint64               parent,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_children_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, list_children, question_new (self, parent, NULL, 0), question_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_children_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyUnitItem): the units in the official order;
 * none where there is no such unit on that date
 */
GPtrArray *
ty_office_list_children_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_children_async, error);
}

static gpointer
find_units (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Question *question = data;
  g_autoptr(TyUnitFinder) finder = ty_engine_get_unit_finder (ty_office_thread_get_engine (thread),
                                                              ty_office_thread_get_database (thread),
                                                              error);
  g_autoptr(TyUnitTree) tree = NULL;
  g_autoptr(GArray) found = NULL;
  g_autoptr(GPtrArray) items = NULL;
  TyUnits *units;

  if (finder == NULL)
    return NULL;

  units = ty_unit_finder_get_units (finder);
  tree = ty_units_get_tree (units, question->as_of);
  found = ty_unit_finder_find (finder, tree, question->text, question->limit);
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < found->len; i++)
    {
      const TyFoundUnit *unit = &g_array_index (found, TyFoundUnit, i);
      TyUnitItem *item = make_item (units, tree, unit->unit);

      ty_unit_item_set_fit (item, unit->fit);
      g_ptr_array_add (items, item);
    }
  return g_steal_pointer (&items);
}

/**
 * ty_office_find_units_async:
 * @self: an open office
 * @text: a part of a name in either script, of its pinyin, or of its initials
 * @limit: how many at most
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are found
 * @user_data: for @callback
 *
 * Finds units by what they are called at the cut-off date.
 */
void
ty_office_find_units_async (TyOffice            *self,
                            const char          *text,
                            guint                limit,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_find_units_async, cancellable,
                                              callback, user_data);

  g_return_if_fail (text != NULL);

  ty_office_read (self, task, find_units, question_new (self, 0, text, limit), question_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_find_units_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyUnitItem): those that fit best, the
 * best first
 */
GPtrArray *
ty_office_find_units_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_find_units_async, error);
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
