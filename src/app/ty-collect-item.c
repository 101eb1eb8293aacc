/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-collect-item"

#include "config.h"

#include "ty-collect-item.h"

/**
 * TyCollectItem:
 *
 * A township or a file, as a line of a list: how it stands, what it is, and what of it.
 */
struct _TyCollectItem
{
  GObject parent_instance;

  /* Owned */
  char *name;
  char *outcome;
  char *text;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_OUTCOME,
  PROP_TEXT,
} TyCollectItemProps;

static GParamSpec *properties[PROP_TEXT + 1];

G_DEFINE_FINAL_TYPE (TyCollectItem, ty_collect_item, G_TYPE_OBJECT)

static void
ty_collect_item_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TyCollectItem *self = TY_COLLECT_ITEM (object);

  switch ((TyCollectItemProps) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_OUTCOME:
      g_value_set_string (value, self->outcome);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_collect_item_finalize (GObject *object)
{
  TyCollectItem *self = TY_COLLECT_ITEM (object);

  g_free (self->name);
  g_free (self->outcome);
  g_free (self->text);

  G_OBJECT_CLASS (ty_collect_item_parent_class)->finalize (object);
}

static void
ty_collect_item_class_init (TyCollectItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ty_collect_item_get_property;
  object_class->finalize = ty_collect_item_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_OUTCOME] = g_param_spec_string ("outcome", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_collect_item_init (TyCollectItem *self)
{
}

/**
 * ty_collect_item_new:
 * @outcome: how it stands
 * @name: what it is
 * @text: (nullable): what of it
 *
 * Returns: (transfer full): a line of a list
 */
TyCollectItem *
ty_collect_item_new (const char *outcome,
                     const char *name,
                     const char *text)
{
  TyCollectItem *self = g_object_new (TY_TYPE_COLLECT_ITEM, NULL);

  self->outcome = g_strdup (outcome);
  self->name = g_strdup (name);
  self->text = g_strdup (text);
  return self;
}

/**
 * ty_collect_item_get_name:
 * @self: a line
 *
 * Returns: (transfer none): what it is
 */
const char *
ty_collect_item_get_name (TyCollectItem *self)
{
  return self->name;
}

/**
 * ty_collect_item_get_text:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): what of it
 */
const char *
ty_collect_item_get_text (TyCollectItem *self)
{
  return self->text;
}
