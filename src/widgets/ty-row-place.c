/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-row-place"

#include "config.h"

#include "ty-row-place.h"

typedef struct
{
  TyRowPlaceFunc func;
  gpointer data;
} Watcher;

/**
 * TyRowPlace:
 *
 * A place in a table: it stays, with its row, while what stands in it is another thing.
 */
struct _TyRowPlace
{
  GObject parent_instance;

  /* Owned */
  GObject *item;    /* (nullable) */
  GArray *watchers; /* (element-type Watcher) */
};

G_DEFINE_FINAL_TYPE (TyRowPlace, ty_row_place, G_TYPE_OBJECT)

static void
ty_row_place_dispose (GObject *object)
{
  g_clear_object (&TY_ROW_PLACE (object)->item);

  G_OBJECT_CLASS (ty_row_place_parent_class)->dispose (object);
}

static void
ty_row_place_finalize (GObject *object)
{
  g_array_unref (TY_ROW_PLACE (object)->watchers);

  G_OBJECT_CLASS (ty_row_place_parent_class)->finalize (object);
}

static void
ty_row_place_class_init (TyRowPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ty_row_place_dispose;
  G_OBJECT_CLASS (klass)->finalize = ty_row_place_finalize;
}

static void
ty_row_place_init (TyRowPlace *self)
{
  self->watchers = g_array_new (FALSE, FALSE, sizeof (Watcher));
}

/**
 * ty_row_place_new:
 *
 * Returns: (transfer full): a place in which nothing stands
 */
TyRowPlace *
ty_row_place_new (void)
{
  return g_object_new (TY_TYPE_ROW_PLACE, NULL);
}

/**
 * ty_row_place_get_item:
 * @self: a place
 *
 * Returns: (transfer none) (nullable) (type GObject): what stands in it
 */
gpointer
ty_row_place_get_item (TyRowPlace *self)
{
  g_return_val_if_fail (TY_IS_ROW_PLACE (self), NULL);

  return self->item;
}

/**
 * ty_row_place_set_item:
 * @self: a place
 * @item: (nullable) (type GObject): what stands in it now
 */
void
ty_row_place_set_item (TyRowPlace *self,
                       gpointer    item)
{
  g_return_if_fail (TY_IS_ROW_PLACE (self));
  g_return_if_fail (item == NULL || G_IS_OBJECT (item));

  if (!g_set_object (&self->item, item))
    return;

  for (guint i = 0; i < self->watchers->len; i++)
    {
      const Watcher *watcher = &g_array_index (self->watchers, Watcher, i);

      watcher->func (self, watcher->data);
    }
}

/**
 * ty_row_place_watch:
 * @self: a place
 * @func: called when something else stands in it
 * @data: for @func
 *
 * As a handler of a signal, for two thousand cells at a time: those would cost more than what they show.
 */
void
ty_row_place_watch (TyRowPlace     *self,
                    TyRowPlaceFunc  func,
                    gpointer        data)
{
  Watcher watcher = { func, data };

  g_return_if_fail (TY_IS_ROW_PLACE (self));

  g_array_append_val (self->watchers, watcher);
}

/**
 * ty_row_place_unwatch:
 * @self: a place
 * @func: as it was given
 * @data: as it was given
 */
void
ty_row_place_unwatch (TyRowPlace     *self,
                      TyRowPlaceFunc  func,
                      gpointer        data)
{
  g_return_if_fail (TY_IS_ROW_PLACE (self));

  for (guint i = 0; i < self->watchers->len; i++)
    {
      const Watcher *watcher = &g_array_index (self->watchers, Watcher, i);

      if (watcher->func != func || watcher->data != data)
        continue;
      g_array_remove_index_fast (self->watchers, i);
      return;
    }
}
