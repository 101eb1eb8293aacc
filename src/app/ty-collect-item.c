/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-collect-item"

#include "config.h"

#include "ty-collect-item.h"

/**
 * TyCollectItem:
 *
 * A township, or a row of what it reported, as a line of a list: how it stands, what it is, and what of it.
 */
struct _TyCollectItem
{
  GObject parent_instance;

  /* Owned */
  char *name;
  char *outcome;
  char *text;

  TyImportRow *row; /* (unowned) (nullable): of a plan that outlives the line */
};

typedef enum
{
  PROP_NAME = 1,
  PROP_OUTCOME,
  PROP_TEXT,
  PROP_ACCEPTABLE,
  PROP_ACCEPTED,
} TyCollectItemProps;

static GParamSpec *properties[PROP_ACCEPTED + 1];

G_DEFINE_FINAL_TYPE (TyCollectItem, ty_collect_item, G_TYPE_OBJECT)

/* Whether the user decides. */
static gboolean
is_acceptable (TyCollectItem *self)
{
  return self->row != NULL
         && (self->row->state == TY_IMPORT_STATE_CHANGED || self->row->state == TY_IMPORT_STATE_NEW);
}

static void
ty_collect_item_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TyCollectItem *self = TY_COLLECT_ITEM (object);
  gboolean accepted;

  if (prop_id != PROP_ACCEPTED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  accepted = g_value_get_boolean (value);
  if (!is_acceptable (self) || self->row->accepted == accepted)
    return;

  self->row->accepted = accepted;
  g_object_notify_by_pspec (object, properties[PROP_ACCEPTED]);
}

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
    case PROP_ACCEPTABLE:
      g_value_set_boolean (value, is_acceptable (self));
      break;
    case PROP_ACCEPTED:
      g_value_set_boolean (value, is_acceptable (self) && self->row->accepted);
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

  object_class->set_property = ty_collect_item_set_property;
  object_class->get_property = ty_collect_item_get_property;
  object_class->finalize = ty_collect_item_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_OUTCOME] = g_param_spec_string ("outcome", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_ACCEPTABLE] = g_param_spec_boolean ("acceptable", NULL, NULL, FALSE, flags);
  properties[PROP_ACCEPTED] = g_param_spec_boolean ("accepted", NULL, NULL, FALSE,
                                                    flags | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY);
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
 * @row: (nullable): the row of the plan, which outlives the line; “accepted” is its own
 *
 * Returns: (transfer full): a line of a list
 */
TyCollectItem *
ty_collect_item_new (const char  *outcome,
                     const char  *name,
                     const char  *text,
                     TyImportRow *row)
{
  TyCollectItem *self = g_object_new (TY_TYPE_COLLECT_ITEM, NULL);

  self->outcome = g_strdup (outcome);
  self->name = g_strdup (name);
  self->text = g_strdup (text);
  self->row = row;
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
