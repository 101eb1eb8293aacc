/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-history-item"

#include "config.h"

#include "ty-history-item.h"

/**
 * TyHistoryItem:
 *
 * A place in the history: the heading of a day, or an action.
 */
struct _TyHistoryItem
{
  GObject parent_instance;

  TyHistoryEntry *entry; /* (owned) (nullable) */
  gint64 seq;            /* 0 for a heading */
  TyDate day;
  guint count;
};

G_DEFINE_FINAL_TYPE (TyHistoryItem, ty_history_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_HEADING = 1,
  PROP_COUNT,
  PROP_ENTRY,
} TyHistoryItemProps;

static GParamSpec *properties[PROP_ENTRY + 1];

static void
ty_history_item_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TyHistoryItem *self = TY_HISTORY_ITEM (object);

  switch ((TyHistoryItemProps) prop_id)
    {
    case PROP_HEADING:
      g_value_set_boolean (value, self->seq == 0);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_history_item_dispose (GObject *object)
{
  g_clear_object (&TY_HISTORY_ITEM (object)->entry);

  G_OBJECT_CLASS (ty_history_item_parent_class)->dispose (object);
}

static void
ty_history_item_class_init (TyHistoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ty_history_item_get_property;
  object_class->dispose = ty_history_item_dispose;

  properties[PROP_HEADING] = g_param_spec_boolean ("heading", NULL, NULL, FALSE, flags);
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, TY_TYPE_HISTORY_ENTRY, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_history_item_init (TyHistoryItem *self)
{
}

/**
 * ty_history_item_new_heading:
 * @day: a day
 * @count: how many actions stand below it
 *
 * Returns: (transfer full): the heading of the day
 */
TyHistoryItem *
ty_history_item_new_heading (TyDate day,
                             guint  count)
{
  TyHistoryItem *self = g_object_new (TY_TYPE_HISTORY_ITEM, NULL);

  self->day = day;
  self->count = count;
  return self;
}

/**
 * ty_history_item_new_action:
 * @seq: an action
 *
 * Returns: (transfer full): its place, whose entry is still to come
 */
TyHistoryItem *
ty_history_item_new_action (gint64 seq)
{
  TyHistoryItem *self = g_object_new (TY_TYPE_HISTORY_ITEM, NULL);

  self->seq = seq;
  return self;
}

/**
 * ty_history_item_is_heading:
 * @self: an item
 *
 * Returns: whether it is the heading of a day
 */
gboolean
ty_history_item_is_heading (TyHistoryItem *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_ITEM (self), FALSE);

  return self->seq == 0;
}

/**
 * ty_history_item_get_day:
 * @self: a heading
 *
 * Returns: its day
 */
TyDate
ty_history_item_get_day (TyHistoryItem *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_ITEM (self), TY_DATE_NONE);

  return self->day;
}

/**
 * ty_history_item_get_count:
 * @self: a heading
 *
 * Returns: how many actions stand below it
 */
guint
ty_history_item_get_count (TyHistoryItem *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_ITEM (self), 0);

  return self->count;
}

/**
 * ty_history_item_set_count:
 * @self: a heading
 * @count: how many actions stand below it now
 */
void
ty_history_item_set_count (TyHistoryItem *self,
                           guint          count)
{
  g_return_if_fail (TY_IS_HISTORY_ITEM (self));

  if (self->count == count)
    return;

  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

/**
 * ty_history_item_get_seq:
 * @self: an item
 *
 * Returns: the action, or 0 for a heading
 */
gint64
ty_history_item_get_seq (TyHistoryItem *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_ITEM (self), 0);

  return self->seq;
}

/**
 * ty_history_item_get_entry:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the action with its sentence, once it has come
 */
TyHistoryEntry *
ty_history_item_get_entry (TyHistoryItem *self)
{
  g_return_val_if_fail (TY_IS_HISTORY_ITEM (self), NULL);

  return self->entry;
}

/**
 * ty_history_item_set_entry:
 * @self: an item
 * @entry: the action as it is now
 */
void
ty_history_item_set_entry (TyHistoryItem  *self,
                           TyHistoryEntry *entry)
{
  g_return_if_fail (TY_IS_HISTORY_ITEM (self));
  g_return_if_fail (TY_IS_HISTORY_ENTRY (entry));

  if (g_set_object (&self->entry, entry))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}
