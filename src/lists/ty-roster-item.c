/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-item"

#include "config.h"

#include "ty-roster-item-private.h"

typedef struct
{
  TyRosterItemFunc func;
  gpointer data;
} Watcher;

/**
 * TyRosterItem:
 *
 * A place in a roster: it is there at once, and its row follows.
 */
struct _TyRosterItem
{
  GObject parent_instance;

  TyRosterRow *row; /* (owned) (nullable) */
  GArray *watchers; /* (owned) (nullable) (element-type Watcher) */
  gint64 person;
  guint position;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (TyRosterItem, ty_roster_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_PERSON = 1,
  PROP_POSITION,
  PROP_ROW,
  PROP_LOADING,
} TyRosterItemProps;

static GParamSpec *properties[PROP_LOADING + 1];

static void
tell_watchers (TyRosterItem *self)
{
  for (guint i = 0; self->watchers != NULL && i < self->watchers->len; i++)
    {
      const Watcher *watcher = &g_array_index (self->watchers, Watcher, i);

      watcher->func (self, watcher->data);
    }
}

static void
ty_roster_item_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TyRosterItem *self = TY_ROSTER_ITEM (object);

  switch ((TyRosterItemProps) prop_id)
    {
    case PROP_PERSON:
      g_value_set_int64 (value, self->person);
      break;
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    case PROP_ROW:
      g_value_set_object (value, self->row);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_roster_item_dispose (GObject *object)
{
  TyRosterItem *self = TY_ROSTER_ITEM (object);

  g_clear_object (&self->row);
  g_clear_pointer (&self->watchers, g_array_unref);

  G_OBJECT_CLASS (ty_roster_item_parent_class)->dispose (object);
}

static void
ty_roster_item_class_init (TyRosterItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ty_roster_item_get_property;
  object_class->dispose = ty_roster_item_dispose;

  properties[PROP_PERSON] = g_param_spec_int64 ("person", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, TY_TYPE_ROSTER_ROW, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_roster_item_init (TyRosterItem *self)
{
  self->loading = TRUE;
}

/**
 * ty_roster_item_new:
 * @person: key of the person
 * @position: place in the roster, from 0
 *
 * Returns: (transfer full): an item that waits for its row
 */
TyRosterItem *
ty_roster_item_new (gint64 person,
                    guint  position)
{
  TyRosterItem *self = g_object_new (TY_TYPE_ROSTER_ITEM, NULL);

  self->person = person;
  self->position = position;
  return self;
}

/**
 * ty_roster_item_set_person:
 * @self: an item
 * @person: who has this place now; the row of who had it stays until that of @person comes
 */
void
ty_roster_item_set_person (TyRosterItem *self,
                           gint64        person)
{
  g_return_if_fail (TY_IS_ROSTER_ITEM (self));

  if (self->person == person)
    return;

  self->person = person;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSON]);
}

/**
 * ty_roster_item_set_row:
 * @self: an item
 * @row: (nullable): its row
 */
void
ty_roster_item_set_row (TyRosterItem *self,
                        TyRosterRow  *row)
{
  g_return_if_fail (TY_IS_ROSTER_ITEM (self));
  g_return_if_fail (row == NULL || TY_IS_ROSTER_ROW (row));

  if (!g_set_object (&self->row, row))
    return;

  tell_watchers (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}

/**
 * ty_roster_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): its row, once it has come
 */
TyRosterRow *
ty_roster_item_get_row (TyRosterItem *self)
{
  g_return_val_if_fail (TY_IS_ROSTER_ITEM (self), NULL);

  return self->row;
}

/**
 * ty_roster_item_watch:
 * @self: an item
 * @func: called when it has got another row
 * @data: for @func
 *
 * As a handler of “notify::row”, for two thousand cells at a time: those would cost more than what
 * they show.
 */
void
ty_roster_item_watch (TyRosterItem     *self,
                      TyRosterItemFunc  func,
                      gpointer          data)
{
  Watcher watcher = { func, data };

  g_return_if_fail (TY_IS_ROSTER_ITEM (self));

  if (self->watchers == NULL)
    self->watchers = g_array_new (FALSE, FALSE, sizeof (Watcher));
  g_array_append_val (self->watchers, watcher);
}

/**
 * ty_roster_item_unwatch:
 * @self: an item
 * @func: as it was given
 * @data: as it was given
 */
void
ty_roster_item_unwatch (TyRosterItem     *self,
                        TyRosterItemFunc  func,
                        gpointer          data)
{
  g_return_if_fail (TY_IS_ROSTER_ITEM (self));

  for (guint i = 0; self->watchers != NULL && i < self->watchers->len; i++)
    {
      const Watcher *watcher = &g_array_index (self->watchers, Watcher, i);

      if (watcher->func != func || watcher->data != data)
        continue;
      g_array_remove_index_fast (self->watchers, i);
      return;
    }
}

/**
 * ty_roster_item_set_loading:
 * @self: an item
 * @loading: whether its row is still to come
 */
void
ty_roster_item_set_loading (TyRosterItem *self,
                            gboolean      loading)
{
  g_return_if_fail (TY_IS_ROSTER_ITEM (self));

  loading = !!loading;
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}
