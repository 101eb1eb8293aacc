/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-list"

#include "config.h"

#include "ty-village-list.h"

/**
 * TyVillageList:
 *
 * Townships and villages with their figures: all of them, or those that are picked, each below the
 * units to which it belongs.
 */
struct _TyVillageList
{
  GObject parent_instance;

  /* Owned */
  TyVillageTable *table; /* (nullable) */
  GArray *shown;         /* (element-type guint): the rows, in order */
  GArray *units;         /* (element-type gint64): their keys */
  GHashTable *items;     /* key to TyVillageItem, for those that were looked at */
  GHashTable *folded;    /* keys of the units whose children are hidden */
  GHashTable *found;     /* (nullable): keys of the units whose names fit */

  TyVillageFlags flags;
};

static GType
get_item_type (GListModel *model)
{
  return TY_TYPE_VILLAGE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TY_VILLAGE_LIST (model)->units->len;
}

static gboolean
is_picked (TyVillageList *self)
{
  return self->flags != 0 || self->found != NULL;
}

static void
give_row (TyVillageList *self,
          TyVillageItem *item,
          guint          index)
{
  const TyVillageRow *row = ty_village_table_get (self->table, index);
  gboolean folded = !is_picked (self) && g_hash_table_contains (self->folded, &row->unit);

  ty_village_item_set_row (item, row, row->end > index + 1, !folded);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TyVillageList *self = TY_VILLAGE_LIST (model);
  TyVillageItem *item;
  gint64 unit;

  if (position >= self->units->len)
    return NULL;

  unit = g_array_index (self->units, gint64, position);
  item = g_hash_table_lookup (self->items, &unit);
  if (item == NULL)
    {
      item = ty_village_item_new (unit);
      give_row (self, item, g_array_index (self->shown, guint, position));
      g_hash_table_insert (self->items, g_memdup2 (&unit, sizeof unit), item);
    }
  return g_object_ref (item);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TyVillageList, ty_village_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static TyVillageFlags
get_flags (const TyVillageRow *row)
{
  TyVillageFlags flags = 0;

  if (row->n_short > 0)
    flags |= TY_VILLAGE_SHORT;
  if (row->n_led == 0)
    flags |= TY_VILLAGE_LEADERLESS;
  else if (row->n_dual == 0)
    flags |= TY_VILLAGE_NOT_DUAL;
  if (row->seats.over > 0)
    flags |= TY_VILLAGE_OVER;
  if (row->n_unset > 0)
    flags |= TY_VILLAGE_UNSET;
  return flags;
}

/* Which rows are picked: whose name fits, or that of a unit above, and of whom all flags are true; and
 * what stands above one of them. */
static gboolean *
pick (TyVillageList *self)
{
  guint n = self->table->rows->len;
  gboolean *picked = g_new0 (gboolean, n + 1);
  g_autofree gboolean *named = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const TyVillageRow *row = ty_village_table_get (self->table, i);

      named[i] = self->found == NULL || g_hash_table_contains (self->found, &row->unit)
                 || (row->above != TY_VILLAGE_NONE && named[row->above]);
      picked[i] = named[i] && (row->is_village ? (get_flags (row) & self->flags) == self->flags
                                               : self->flags == 0);
    }
  for (guint i = n; i > 0; i--)
    {
      const TyVillageRow *row = ty_village_table_get (self->table, i - 1);

      if (picked[i - 1] && row->above != TY_VILLAGE_NONE)
        picked[row->above] = TRUE;
    }
  return picked;
}

static void
list_shown (TyVillageList *self,
            GArray        *shown,
            GArray        *units)
{
  g_autofree gboolean *picked = self->table != NULL ? pick (self) : NULL;
  guint n = self->table != NULL ? self->table->rows->len : 0;

  for (guint i = 0; i < n;)
    {
      const TyVillageRow *row = ty_village_table_get (self->table, i);
      gboolean folded = !is_picked (self) && g_hash_table_contains (self->folded, &row->unit);

      if (picked[i])
        {
          g_array_append_val (shown, i);
          g_array_append_val (units, row->unit);
        }
      i = folded ? row->end : i + 1;
    }
}

/* Those that are still there get their new rows, the others none. */
static void
renew_items (TyVillageList *self)
{
  guint n = self->table != NULL ? self->table->rows->len : 0;
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    ty_village_item_set_row (item, NULL, FALSE, FALSE);
  for (guint i = 0; i < n; i++)
    {
      item = g_hash_table_lookup (self->items, &ty_village_table_get (self->table, i)->unit);
      if (item != NULL)
        give_row (self, item, i);
    }
}

static void
tell_items (TyVillageList *self)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      if (ty_village_item_get_row (item) == NULL)
        g_hash_table_iter_remove (&iter);
      else
        g_ptr_array_add (items, g_object_ref (item));
    }
  for (guint i = 0; i < items->len; i++)
    ty_village_item_tell (g_ptr_array_index (items, i));
}

/* Only what lies between the same beginning and the same end is told as changed, so that a village that
 * moves takes no other row along. */
static void
update (TyVillageList *self)
{
  g_autoptr(GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) units = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) before = g_array_ref (self->units);
  guint first = 0, last = 0, most;

  list_shown (self, shown, units);
  renew_items (self);
  most = MIN (before->len, units->len);
  while (first < most && g_array_index (before, gint64, first) == g_array_index (units, gint64, first))
    first++;
  while (last < most - first
         && g_array_index (before, gint64, before->len - 1 - last)
              == g_array_index (units, gint64, units->len - 1 - last))
    last++;
  g_array_unref (self->shown);
  g_array_unref (self->units);
  self->shown = g_array_ref (shown);
  self->units = g_array_ref (units);
  if (before->len != units->len || first < most)
    g_list_model_items_changed (G_LIST_MODEL (self), first, before->len - first - last,
                                units->len - first - last);
  tell_items (self);
}

static void
ty_village_list_finalize (GObject *object)
{
  TyVillageList *self = TY_VILLAGE_LIST (object);

  /* Whoever still holds an item must not find figures that are gone. */
  g_clear_pointer (&self->table, ty_village_table_free);
  renew_items (self);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->units, g_array_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->found, g_hash_table_unref);

  G_OBJECT_CLASS (ty_village_list_parent_class)->finalize (object);
}

static void
ty_village_list_class_init (TyVillageListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ty_village_list_finalize;
}

static void
ty_village_list_init (TyVillageList *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->units = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * ty_village_list_new:
 *
 * Returns: (transfer full): a list of nothing yet
 */
TyVillageList *
ty_village_list_new (void)
{
  return g_object_new (TY_TYPE_VILLAGE_LIST, NULL);
}

/**
 * ty_village_list_take_table:
 * @self: a list
 * @table: (transfer full) (nullable): townships and villages
 *
 * Shows other figures. Who is shown already keeps its item.
 */
void
ty_village_list_take_table (TyVillageList  *self,
                            TyVillageTable *table)
{
  TyVillageTable *before;

  g_return_if_fail (TY_IS_VILLAGE_LIST (self));

  before = self->table;
  self->table = table;
  update (self);
  g_clear_pointer (&before, ty_village_table_free);
}

/**
 * ty_village_list_get_table:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): all townships and villages, picked or not
 */
TyVillageTable *
ty_village_list_get_table (TyVillageList *self)
{
  g_return_val_if_fail (TY_IS_VILLAGE_LIST (self), NULL);

  return self->table;
}

/**
 * ty_village_list_set_flags:
 * @self: a list
 * @flags: what must be true of the villages that are shown
 */
void
ty_village_list_set_flags (TyVillageList  *self,
                           TyVillageFlags  flags)
{
  g_return_if_fail (TY_IS_VILLAGE_LIST (self));

  if (self->flags == flags)
    return;
  self->flags = flags;
  update (self);
}

/**
 * ty_village_list_get_flags:
 * @self: a list
 *
 * Returns: what must be true of the villages that are shown
 */
TyVillageFlags
ty_village_list_get_flags (TyVillageList *self)
{
  g_return_val_if_fail (TY_IS_VILLAGE_LIST (self), 0);

  return self->flags;
}

/**
 * ty_village_list_is_picked:
 * @self: a list
 *
 * Returns: whether only some villages are shown, by what is true of them or by their names
 */
gboolean
ty_village_list_is_picked (TyVillageList *self)
{
  g_return_val_if_fail (TY_IS_VILLAGE_LIST (self), FALSE);

  return is_picked (self);
}

/**
 * ty_village_list_set_found:
 * @self: a list
 * @units: (nullable) (element-type gint64): keys of the units whose names fit, as a set; %NULL where no
 *   name is asked for
 *
 * Shows only these units and what lies below and above them.
 */
void
ty_village_list_set_found (TyVillageList *self,
                           GHashTable    *units)
{
  g_return_if_fail (TY_IS_VILLAGE_LIST (self));

  if (self->found == NULL && units == NULL)
    return;
  g_clear_pointer (&self->found, g_hash_table_unref);
  self->found = units != NULL ? g_hash_table_ref (units) : NULL;
  update (self);
}

/**
 * ty_village_list_set_expanded:
 * @self: a list
 * @unit: key of a unit
 * @expanded: whether the units below it are shown
 *
 * While only some villages are picked, all of them are shown.
 */
void
ty_village_list_set_expanded (TyVillageList *self,
                              gint64         unit,
                              gboolean       expanded)
{
  gboolean folded;

  g_return_if_fail (TY_IS_VILLAGE_LIST (self));

  folded = g_hash_table_contains (self->folded, &unit);
  if (folded == !expanded)
    return;
  if (expanded)
    g_hash_table_remove (self->folded, &unit);
  else
    g_hash_table_add (self->folded, g_memdup2 (&unit, sizeof unit));
  update (self);
}

/**
 * ty_village_list_find:
 * @self: a list
 * @unit: key of a unit
 * @position: (out): where it is shown
 *
 * Returns: whether it is shown
 */
gboolean
ty_village_list_find (TyVillageList *self,
                      gint64         unit,
                      guint         *position)
{
  g_return_val_if_fail (TY_IS_VILLAGE_LIST (self), FALSE);

  for (guint i = 0; i < self->units->len; i++)
    if (g_array_index (self->units, gint64, i) == unit)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ty_village_list_get_row:
 * @self: a list
 * @position: a position
 *
 * Returns: (transfer none) (nullable): what is shown there
 */
const TyVillageRow *
ty_village_list_get_row (TyVillageList *self,
                         guint          position)
{
  g_return_val_if_fail (TY_IS_VILLAGE_LIST (self), NULL);

  if (position >= self->shown->len)
    return NULL;
  return ty_village_table_get (self->table, g_array_index (self->shown, guint, position));
}

/**
 * ty_village_list_count:
 * @self: a list
 * @with: what must be true of a village
 * @counts: (out caller-allocates): for each flag, the lowest first, of how many villages it is true, too
 *
 * Counts all villages, whatever is shown.
 */
void
ty_village_list_count (TyVillageList  *self,
                       TyVillageFlags  with,
                       guint           counts[TY_VILLAGE_N_FLAGS])
{
  g_return_if_fail (TY_IS_VILLAGE_LIST (self));

  for (guint i = 0; i < TY_VILLAGE_N_FLAGS; i++)
    counts[i] = 0;
  for (guint i = 0; self->table != NULL && i < self->table->rows->len; i++)
    {
      const TyVillageRow *row = &g_array_index (self->table->rows, TyVillageRow, i);
      guint flags = row->is_village ? get_flags (row) : 0;

      for (guint j = 0; j < TY_VILLAGE_N_FLAGS && (flags & with) == with; j++)
        counts[j] += (flags >> j) & 1;
    }
}

/* The next row beside one of them; none behind the last. */
static const TyVillageRow *
get_next (TyVillageList      *self,
          const TyVillageRow *row)
{
  const TyVillageRow *next;

  if (row->end >= self->table->rows->len)
    return NULL;
  next = ty_village_table_get (self->table, row->end);
  return next->parent == row->parent ? next : NULL;
}

static gint64
get_unit_behind (TyVillageList      *self,
                 const TyVillageRow *row)
{
  const TyVillageRow *next = get_next (self, row);

  return next != NULL ? next->unit : 0;
}

/**
 * ty_village_list_find_place:
 * @self: a list
 * @position: where a unit is shown
 * @step: -1 for up, 1 for down
 * @before: (out): the unit beside it that is to follow it then, or 0 where it will be the last
 *
 * Returns: whether it can go there: there is another unit below the same one
 */
gboolean
ty_village_list_find_place (TyVillageList *self,
                            guint          position,
                            int            step,
                            gint64        *before)
{
  const TyVillageRow *row;

  g_return_val_if_fail (TY_IS_VILLAGE_LIST (self), FALSE);

  row = ty_village_list_get_row (self, position);
  if (row == NULL)
    return FALSE;
  for (guint i = position + (guint) step; i < self->shown->len; i += (guint) step)
    {
      const TyVillageRow *other = ty_village_list_get_row (self, i);

      if (other->parent == row->parent)
        {
          *before = step < 0 ? other->unit : get_unit_behind (self, other);
          return TRUE;
        }
      if (other->depth < row->depth)
        return FALSE;
    }
  return FALSE;
}

/**
 * ty_village_list_find_drop:
 * @self: a list
 * @unit: key of the unit that is dragged
 * @position: over what it is
 * @behind: whether over its lower half
 * @before: (out): the unit beside it that is to follow it, or 0 where it will be the last
 *
 * A unit is dropped only among those below the same unit: over one of them, or over what lies below it.
 *
 * Returns: whether it can be dropped there
 */
gboolean
ty_village_list_find_drop (TyVillageList *self,
                           gint64         unit,
                           guint          position,
                           gboolean       behind,
                           gint64        *before)
{
  const TyVillageRow *over;
  const TyVillageRow *row = NULL;

  g_return_val_if_fail (TY_IS_VILLAGE_LIST (self), FALSE);

  over = ty_village_list_get_row (self, position);
  for (guint i = 0; over != NULL && i < self->table->rows->len && row == NULL; i++)
    if (ty_village_table_get (self->table, i)->unit == unit)
      row = ty_village_table_get (self->table, i);
  if (row == NULL)
    return FALSE;
  while (over->parent != row->parent && over->above != TY_VILLAGE_NONE)
    {
      over = ty_village_table_get (self->table, over->above);
      behind = TRUE;
    }
  if (over->parent != row->parent)
    return FALSE;

  *before = behind ? get_unit_behind (self, over) : over->unit;
  return TRUE;
}
