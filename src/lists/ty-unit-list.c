/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit-list"

#include "config.h"

#include "ty-unit-list.h"

/**
 * TyUnitList:
 *
 * The units just below a unit, or those at the top. They are read when they are first looked at, so
 * that a tree of 150,000 villages costs what is open of it.
 */
struct _TyUnitList
{
  GObject parent_instance;

  /* Owned */
  TyOffice *office;
  GPtrArray *units;          /* (element-type TyUnitItem) (nullable) until they have come */
  GCancellable *cancellable;

  gint64 parent;
  gboolean asked;
  gboolean loading;
};

typedef enum
{
  PROP_LOADING = 1,
} TyUnitListProps;

static GParamSpec *properties[PROP_LOADING + 1];

enum
{
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TyUnitList, ty_unit_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
set_loading (TyUnitList *self,
             gboolean    loading)
{
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) units = ty_office_list_children_finish (TY_OFFICE (source), result, &error);
  g_autoptr(TyUnitList) self = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = g_object_ref (TY_UNIT_LIST (user_data));
  if (units != NULL)
    {
      self->units = g_ptr_array_ref (units);
      if (units->len > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, units->len);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  set_loading (self, FALSE);
}

static void
ask (TyUnitList *self)
{
  self->asked = TRUE;
  set_loading (self, TRUE);
  ty_office_list_children_async (self->office, self->parent, self->cancellable, listed_cb, self);
}

static GType
ty_unit_list_get_item_type (GListModel *model)
{
  return TY_TYPE_UNIT_ITEM;
}

static guint
ty_unit_list_get_n_items (GListModel *model)
{
  TyUnitList *self = TY_UNIT_LIST (model);

  if (!self->asked)
    ask (self);
  return self->units != NULL ? self->units->len : 0;
}

static gpointer
ty_unit_list_get_item (GListModel *model,
                       guint       position)
{
  TyUnitList *self = TY_UNIT_LIST (model);

  if (self->units == NULL || position >= self->units->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->units, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ty_unit_list_get_item_type;
  iface->get_n_items = ty_unit_list_get_n_items;
  iface->get_item = ty_unit_list_get_item;
}

static void
ty_unit_list_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TyUnitList *self = TY_UNIT_LIST (object);

  switch ((TyUnitListProps) prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_unit_list_dispose (GObject *object)
{
  TyUnitList *self = TY_UNIT_LIST (object);

  self->asked = TRUE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_unit_list_parent_class)->dispose (object);
}

static void
ty_unit_list_finalize (GObject *object)
{
  TyUnitList *self = TY_UNIT_LIST (object);

  g_clear_pointer (&self->units, g_ptr_array_unref);

  G_OBJECT_CLASS (ty_unit_list_parent_class)->finalize (object);
}

static void
ty_unit_list_class_init (TyUnitListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ty_unit_list_get_property;
  object_class->dispose = ty_unit_list_dispose;
  object_class->finalize = ty_unit_list_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                   G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TyUnitList::failed:
   * @self: the list
   * @error: what went wrong, a sentence for the user
   *
   * The units could not be read. The list stays empty.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", TY_TYPE_UNIT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ty_unit_list_init (TyUnitList *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * ty_unit_list_new:
 * @office: an office
 * @parent: key of a unit, or 0 for those at the top
 *
 * Returns: (transfer full): the units just below it
 */
TyUnitList *
ty_unit_list_new (TyOffice *office,
                  gint64    parent)
{
  TyUnitList *self;

  g_return_val_if_fail (TY_IS_OFFICE (office), NULL);

  self = g_object_new (TY_TYPE_UNIT_LIST, NULL);
  self->office = g_object_ref (office);
  self->parent = parent;
  return self;
}
