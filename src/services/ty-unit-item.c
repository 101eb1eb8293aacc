/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit-item"

#include "config.h"

#include "ty-unit-item.h"

/**
 * TyUnitItem:
 *
 * A unit on a date, as an item of a list from which one is chosen.
 */
struct _TyUnitItem
{
  GObject parent_instance;

  /* Owned */
  char *name;
  char *above; /* (nullable) */

  gint64 unit;
  gint64 parent;
  TyFit fit;
  gboolean has_children;
  gboolean is_village;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_ABOVE,
} TyUnitItemProps;

static GParamSpec *properties[PROP_ABOVE + 1];

G_DEFINE_FINAL_TYPE (TyUnitItem, ty_unit_item, G_TYPE_OBJECT)

static void
ty_unit_item_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TyUnitItem *self = TY_UNIT_ITEM (object);

  switch ((TyUnitItemProps) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_ABOVE:
      g_value_set_string (value, self->above);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_unit_item_finalize (GObject *object)
{
  TyUnitItem *self = TY_UNIT_ITEM (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->above, g_free);

  G_OBJECT_CLASS (ty_unit_item_parent_class)->finalize (object);
}

static void
ty_unit_item_class_init (TyUnitItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_unit_item_get_property;
  object_class->finalize = ty_unit_item_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_ABOVE] = g_param_spec_string ("above", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_unit_item_init (TyUnitItem *self)
{
}

/**
 * ty_unit_item_new:
 * @unit: key of a unit
 * @parent: key of the unit above it, 0 at the top
 * @name: what it is called
 * @above: (nullable): what the unit above it is called
 * @has_children: whether there are units below it
 *
 * Returns: (transfer full): the item
 */
TyUnitItem *
ty_unit_item_new (gint64      unit,
                  gint64      parent,
                  const char *name,
                  const char *above,
                  gboolean    has_children)
{
  TyUnitItem *self = g_object_new (TY_TYPE_UNIT_ITEM, NULL);

  self->unit = unit;
  self->parent = parent;
  self->name = g_strdup (name);
  self->above = g_strdup (above);
  self->has_children = has_children;
  return self;
}

/**
 * ty_unit_item_get_unit:
 * @self: an item
 *
 * Returns: key of the unit
 */
gint64
ty_unit_item_get_unit (TyUnitItem *self)
{
  g_return_val_if_fail (TY_IS_UNIT_ITEM (self), 0);

  return self->unit;
}

/**
 * ty_unit_item_get_parent:
 * @self: an item
 *
 * Returns: key of the unit above it, 0 at the top
 */
gint64
ty_unit_item_get_parent (TyUnitItem *self)
{
  g_return_val_if_fail (TY_IS_UNIT_ITEM (self), 0);

  return self->parent;
}

/**
 * ty_unit_item_get_name:
 * @self: an item
 *
 * Returns: (transfer none): what it is called
 */
const char *
ty_unit_item_get_name (TyUnitItem *self)
{
  g_return_val_if_fail (TY_IS_UNIT_ITEM (self), NULL);

  return self->name;
}

/**
 * ty_unit_item_get_above:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what the unit above it is called
 */
const char *
ty_unit_item_get_above (TyUnitItem *self)
{
  g_return_val_if_fail (TY_IS_UNIT_ITEM (self), NULL);

  return self->above;
}

/**
 * ty_unit_item_has_children:
 * @self: an item
 *
 * Returns: whether there are units below it
 */
gboolean
ty_unit_item_has_children (TyUnitItem *self)
{
  g_return_val_if_fail (TY_IS_UNIT_ITEM (self), FALSE);

  return self->has_children;
}

/**
 * ty_unit_item_set_village:
 * @self: an item that was not handed out yet
 * @is_village: whether it is a village, which has a page of its own
 */
void
ty_unit_item_set_village (TyUnitItem *self,
                          gboolean    is_village)
{
  g_return_if_fail (TY_IS_UNIT_ITEM (self));

  self->is_village = is_village;
}

/**
 * ty_unit_item_is_village:
 * @self: an item
 *
 * Returns: whether it is a village, and no unit above one
 */
gboolean
ty_unit_item_is_village (TyUnitItem *self)
{
  g_return_val_if_fail (TY_IS_UNIT_ITEM (self), FALSE);

  return self->is_village;
}

/**
 * ty_unit_item_set_fit:
 * @self: an item that was not handed out yet
 * @fit: how well its name fits what was typed
 */
void
ty_unit_item_set_fit (TyUnitItem *self,
                      TyFit       fit)
{
  g_return_if_fail (TY_IS_UNIT_ITEM (self));

  self->fit = fit;
}

/**
 * ty_unit_item_get_fit:
 * @self: an item
 *
 * Returns: how well its name fits what was typed; wholly where nothing was
 */
TyFit
ty_unit_item_get_fit (TyUnitItem *self)
{
  g_return_val_if_fail (TY_IS_UNIT_ITEM (self), TY_FIT_NONE);

  return self->fit;
}
