/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-item"

#include "config.h"

#include "ty-village-item.h"

/**
 * TyVillageItem:
 *
 * A township or a village of a list.
 */
struct _TyVillageItem
{
  GObject parent_instance;

  const TyVillageRow *row; /* (unowned) (nullable): in the table of the list */
  gint64 unit;
  gboolean has_children;
  gboolean expanded;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyVillageItem, ty_village_item, G_TYPE_OBJECT)

static void
ty_village_item_class_init (TyVillageItemClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TY_TYPE_VILLAGE_ITEM, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ty_village_item_init (TyVillageItem *self)
{
}

/**
 * ty_village_item_new:
 * @unit: key of a unit
 *
 * Returns: (transfer full): an item without figures yet
 */
TyVillageItem *
ty_village_item_new (gint64 unit)
{
  TyVillageItem *self = g_object_new (TY_TYPE_VILLAGE_ITEM, NULL);

  self->unit = unit;
  return self;
}

/**
 * ty_village_item_get_unit:
 * @self: an item
 *
 * Returns: key of the unit
 */
gint64
ty_village_item_get_unit (TyVillageItem *self)
{
  g_return_val_if_fail (TY_IS_VILLAGE_ITEM (self), 0);

  return self->unit;
}

/**
 * ty_village_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): its figures, until the list gets others; %NULL once it is in the
 * list no more
 */
const TyVillageRow *
ty_village_item_get_row (TyVillageItem *self)
{
  g_return_val_if_fail (TY_IS_VILLAGE_ITEM (self), NULL);

  return self->row;
}

/**
 * ty_village_item_set_row:
 * @self: an item
 * @row: (nullable) (transfer none): its figures
 * @has_children: whether there are units below it
 * @expanded: whether they are shown
 *
 * For the list: gives it other figures. ty_village_item_tell() tells of them, once all have theirs.
 */
void
ty_village_item_set_row (TyVillageItem      *self,
                         const TyVillageRow *row,
                         gboolean            has_children,
                         gboolean            expanded)
{
  g_return_if_fail (TY_IS_VILLAGE_ITEM (self));

  self->row = row;
  self->has_children = has_children;
  self->expanded = expanded;
}

/**
 * ty_village_item_has_children:
 * @self: an item
 *
 * Returns: whether there are units below it
 */
gboolean
ty_village_item_has_children (TyVillageItem *self)
{
  g_return_val_if_fail (TY_IS_VILLAGE_ITEM (self), FALSE);

  return self->has_children;
}

/**
 * ty_village_item_is_expanded:
 * @self: an item
 *
 * Returns: whether the units below it are shown
 */
gboolean
ty_village_item_is_expanded (TyVillageItem *self)
{
  g_return_val_if_fail (TY_IS_VILLAGE_ITEM (self), FALSE);

  return self->expanded;
}

/**
 * ty_village_item_tell:
 * @self: an item
 *
 * For the list: tells who shows it that it is another.
 */
void
ty_village_item_tell (TyVillageItem *self)
{
  g_return_if_fail (TY_IS_VILLAGE_ITEM (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
