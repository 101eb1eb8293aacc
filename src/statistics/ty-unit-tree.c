/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit-tree"

#include "config.h"

#include "ty-unit-tree.h"

#include "ty-unit-table.h"

/* Deeper than any tree of units; a unit that is its own ancestor ends here. */
#define MAX_DEPTH 16

/**
 * TyUnitTree:
 *
 * The units as they stood on a date, in the official order: each before those below it.
 */
struct _TyUnitTree
{
  GPtrArray *states;     /* (owned): of TyUnitState, in the official order of siblings */
  GHashTable *by_unit;   /* (owned): key of the unit to its state */
  GHashTable *ranks;     /* (owned): key of the unit to its place in the whole tree, from 1 */
  GPtrArray *ordered;    /* (owned): the states in the order of the tree */
};

static gint64
get_parent (TyUnitState *state)
{
  return ty_record_get_integer (TY_RECORD (state), TY_UNIT_STATE_PARENT);
}

static gint64
get_unit (TyUnitState *state)
{
  return ty_record_get_integer (TY_RECORD (state), TY_UNIT_STATE_UNIT);
}

static void
add_children (TyUnitTree *self,
              GHashTable *children,
              gint64      parent,
              guint       depth)
{
  GPtrArray *states = g_hash_table_lookup (children, &parent);

  for (guint i = 0; states != NULL && i < states->len && depth < MAX_DEPTH; i++)
    {
      TyUnitState *state = g_ptr_array_index (states, i);
      gint64 unit = get_unit (state);

      if (g_hash_table_contains (self->ranks, &unit))
        continue;
      g_ptr_array_add (self->ordered, state);
      g_hash_table_insert (self->ranks, g_memdup2 (&unit, sizeof unit),
                           GUINT_TO_POINTER (self->ordered->len));
      add_children (self, children, unit, depth + 1);
    }
}

static void
order_states (TyUnitTree *self)
{
  g_autoptr(GHashTable) children = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->states->len; i++)
    {
      TyUnitState *state = g_ptr_array_index (self->states, i);
      gint64 parent = get_parent (state);
      GPtrArray *list;

      /* A unit whose parent is not there on that date stands beside the county. */
      if (parent != 0 && !g_hash_table_contains (self->by_unit, &parent))
        parent = 0;
      list = g_hash_table_lookup (children, &parent);
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (children, g_memdup2 (&parent, sizeof parent), list);
        }
      g_ptr_array_add (list, state);
    }
  add_children (self, children, 0, 0);
}

/**
 * ty_unit_tree_load:
 * @database: a connection
 * @as_of: the cut-off date
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the units as they stood on that date
 */
TyUnitTree *
ty_unit_tree_load (TyDatabase  *database,
                   TyDate       as_of,
                   GError     **error)
{
  g_autoptr(TyUnitTree) self = g_new0 (TyUnitTree, 1);

  self->by_unit = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->ranks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->ordered = g_ptr_array_new ();
  self->states = ty_unit_table_list (database, as_of, error);
  if (self->states == NULL)
    return NULL;

  for (guint i = 0; i < self->states->len; i++)
    {
      TyUnitState *state = g_ptr_array_index (self->states, i);
      gint64 unit = get_unit (state);

      g_hash_table_insert (self->by_unit, g_memdup2 (&unit, sizeof unit), state);
    }
  order_states (self);
  return g_steal_pointer (&self);
}

void
ty_unit_tree_free (TyUnitTree *self)
{
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->by_unit, g_hash_table_unref);
  g_clear_pointer (&self->ranks, g_hash_table_unref);
  g_clear_pointer (&self->ordered, g_ptr_array_unref);
  g_free (self);
}

/**
 * ty_unit_tree_get:
 * @self: a tree
 * @unit: key of a unit
 *
 * Returns: (transfer none) (nullable): its state on that date, if it existed
 */
TyUnitState *
ty_unit_tree_get (TyUnitTree *self,
                  gint64      unit)
{
  return g_hash_table_lookup (self->by_unit, &unit);
}

/**
 * ty_unit_tree_contains:
 * @self: a tree
 * @scope: key of a unit, or 0 for everything
 * @unit: key of a unit
 *
 * Returns: whether @unit existed on that date and is @scope or below it
 */
gboolean
ty_unit_tree_contains (TyUnitTree *self,
                       gint64      scope,
                       gint64      unit)
{
  TyUnitState *state = ty_unit_tree_get (self, unit);

  for (guint depth = 0; state != NULL && depth < MAX_DEPTH; depth++)
    {
      if (scope == 0 || get_unit (state) == scope)
        return TRUE;
      state = ty_unit_tree_get (self, get_parent (state));
    }
  return FALSE;
}

/**
 * ty_unit_tree_get_at_level:
 * @self: a tree
 * @unit: key of a unit
 * @level: key of a level, such as `township`
 *
 * Returns: key of the unit of that level to which @unit belongs, or 0
 */
gint64
ty_unit_tree_get_at_level (TyUnitTree *self,
                           gint64      unit,
                           const char *level)
{
  TyUnitState *state = ty_unit_tree_get (self, unit);

  for (guint depth = 0; state != NULL && depth < MAX_DEPTH; depth++)
    {
      if (g_strcmp0 (ty_record_get_text (TY_RECORD (state), TY_UNIT_STATE_LEVEL), level) == 0)
        return get_unit (state);
      state = ty_unit_tree_get (self, get_parent (state));
    }
  return 0;
}

/**
 * ty_unit_tree_get_rank:
 * @self: a tree
 * @unit: key of a unit
 *
 * Returns: its place in the official order of the whole tree, from 1; %G_MAXUINT where it did not
 * exist
 */
guint
ty_unit_tree_get_rank (TyUnitTree *self,
                       gint64      unit)
{
  guint rank = GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, &unit));

  return rank != 0 ? rank : G_MAXUINT;
}

/**
 * ty_unit_tree_get_states:
 * @self: a tree
 *
 * Returns: (transfer none) (element-type TyUnitState): all units, each before those below it
 */
GPtrArray *
ty_unit_tree_get_states (TyUnitTree *self)
{
  return self->ordered;
}
