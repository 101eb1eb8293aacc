/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-row-places"

#include "config.h"

#include "ty-row-places.h"

#define IN_SIGHT 24      /* rows that come at once */
#define AT_A_TIME 4      /* rows */
#define WITH_WIDGETS 256 /* rows that can have widgets: those behind them cost nothing */
#define SHARE 8000       /* µs of a frame that rows may take: the rest of it is for their places and for drawing */

/**
 * TyRowPlaces:
 *
 * The rows of a table, #TyRowPlace, for what is in a list.
 *
 * GTK 4.8 makes the widgets of a row anew for each item, 205 rows at once. So the places stay, and only at their
 * end some come or go. Of those that come, the ones in sight are drawn first. The others follow in the next frame,
 * which costs least; or some in each, so that no key of who types waits; or before a key, a click or the wheel gets
 * to the view.
 */
struct _TyRowPlaces
{
  GObject parent_instance;

  /* Owned */
  GListModel *model; /* (nullable) */
  GPtrArray *places; /* (element-type TyRowPlace) */

  GtkWidget *view;   /* (unowned) (nullable): a weak pointer */
  guint tick_id;
  gboolean drawn;    /* whether those in sight were, since the last ones were asked for */
  gboolean gentle;   /* whether somebody types meanwhile */
};

static void ty_row_places_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TyRowPlaces, ty_row_places, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ty_row_places_list_model_init))

typedef enum
{
  PROP_MODEL = 1,
  PROP_GROWING,
} TyRowPlacesProps;

static GParamSpec *properties[PROP_GROWING + 1];

static guint
get_n_wanted (TyRowPlaces *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

static void
put (TyRowPlaces *self,
     guint        position)
{
  g_autoptr(GObject) item = g_list_model_get_item (self->model, position);

  ty_row_place_set_item (g_ptr_array_index (self->places, position), item);
}

static void
set_n (TyRowPlaces *self,
       guint        n)
{
  guint before = self->places->len;

  if (n < before)
    {
      g_ptr_array_set_size (self->places, (int) n);
      g_list_model_items_changed (G_LIST_MODEL (self), n, before - n, 0);
    }
  else if (n > before)
    {
      for (guint i = before; i < n; i++)
        {
          g_ptr_array_add (self->places, ty_row_place_new ());
          put (self, i);
        }
      g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n - before);
    }
}

static void
stop (TyRowPlaces *self)
{
  if (self->tick_id == 0)
    return;

  if (self->view != NULL)
    gtk_widget_remove_tick_callback (self->view, self->tick_id);
  self->tick_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROWING]);
}

/* As many as there is time for, on whatever machine. */
static void
add_some (TyRowPlaces *self,
          guint        wanted)
{
  gint64 until = g_get_monotonic_time () + SHARE;

  do
    set_n (self, self->places->len < WITH_WIDGETS ? MIN (self->places->len + AT_A_TIME, wanted) : wanted);
  while (self->places->len < wanted && g_get_monotonic_time () < until);
}

static gboolean
tick_cb (GtkWidget     *view,
         GdkFrameClock *clock,
         gpointer       data)
{
  TyRowPlaces *self = data;
  guint wanted = get_n_wanted (self);

  if (self->drawn && self->gentle)
    add_some (self, wanted);
  else if (self->drawn)
    set_n (self, wanted);
  self->drawn = TRUE;
  if (self->places->len < wanted)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROWING]);
  return G_SOURCE_REMOVE;
}

static void
grow (TyRowPlaces *self)
{
  guint wanted = get_n_wanted (self);

  if (self->places->len >= wanted || self->view == NULL || !gtk_widget_get_mapped (self->view))
    {
      set_n (self, wanted);
      stop (self);
      return;
    }

  self->drawn = FALSE;
  set_n (self, MAX (self->places->len, MIN (wanted, IN_SIGHT)));
  if (self->places->len == wanted || self->tick_id != 0)
    return;
  self->tick_id = gtk_widget_add_tick_callback (self->view, tick_cb, self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROWING]);
}

static void
items_changed_cb (TyRowPlaces *self,
                  guint        position,
                  guint        removed,
                  guint        added,
                  GListModel  *model)
{
  guint end = removed == added ? position + added : get_n_wanted (self);

  end = MIN (end, self->places->len);
  for (guint i = position; i < end; i++)
    put (self, i);
  grow (self);
}

static gboolean
event_cb (TyRowPlaces *self,
          GdkEvent    *event)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_KEY_PRESS:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
      ty_row_places_grow_up (self);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static GType
ty_row_places_get_item_type (GListModel *model)
{
  return TY_TYPE_ROW_PLACE;
}

static guint
ty_row_places_get_n_items (GListModel *model)
{
  return TY_ROW_PLACES (model)->places->len;
}

static gpointer
ty_row_places_get_item (GListModel *model,
                        guint       position)
{
  TyRowPlaces *self = TY_ROW_PLACES (model);

  return position < self->places->len ? g_object_ref (g_ptr_array_index (self->places, position)) : NULL;
}

static void
ty_row_places_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ty_row_places_get_item_type;
  iface->get_n_items = ty_row_places_get_n_items;
  iface->get_item = ty_row_places_get_item;
}

static void
ty_row_places_set_model (TyRowPlaces *self,
                         GListModel  *model)
{
  if (model == NULL)
    return;

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  set_n (self, get_n_wanted (self));
}

static void
ty_row_places_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TyRowPlaces *self = TY_ROW_PLACES (object);

  switch ((TyRowPlacesProps) prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_GROWING:
      g_value_set_boolean (value, ty_row_places_is_growing (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_row_places_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch ((TyRowPlacesProps) prop_id)
    {
    case PROP_MODEL:
      ty_row_places_set_model (TY_ROW_PLACES (object), g_value_get_object (value));
      break;
    case PROP_GROWING:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_row_places_dispose (GObject *object)
{
  TyRowPlaces *self = TY_ROW_PLACES (object);

  if (self->view != NULL && self->tick_id != 0)
    gtk_widget_remove_tick_callback (self->view, self->tick_id);
  self->tick_id = 0;
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ty_row_places_parent_class)->dispose (object);
}

static void
ty_row_places_finalize (GObject *object)
{
  g_ptr_array_unref (TY_ROW_PLACES (object)->places);

  G_OBJECT_CLASS (ty_row_places_parent_class)->finalize (object);
}

static void
ty_row_places_class_init (TyRowPlacesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ty_row_places_get_property;
  object_class->set_property = ty_row_places_set_property;
  object_class->dispose = ty_row_places_dispose;
  object_class->finalize = ty_row_places_finalize;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_GROWING] = g_param_spec_boolean ("growing", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                   | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ty_row_places_init (TyRowPlaces *self)
{
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * ty_row_places_new:
 * @model: (nullable): a list of objects
 *
 * Returns: (transfer full): a place for each of them
 */
TyRowPlaces *
ty_row_places_new (GListModel *model)
{
  return g_object_new (TY_TYPE_ROW_PLACES, "model", model, NULL);
}

/**
 * ty_row_places_set_view:
 * @self: places
 * @view: the list view or column view, in a scrolled window, that shows them; once
 *
 * Has places come by and by while the view is seen.
 */
void
ty_row_places_set_view (TyRowPlaces *self,
                        GtkWidget   *view)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  g_return_if_fail (TY_IS_ROW_PLACES (self));
  g_return_if_fail (self->view == NULL && GTK_IS_SCROLLABLE (view));

  g_set_weak_pointer (&self->view, view);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (gtk_widget_get_parent (view), controller);
}

/**
 * ty_row_places_set_gentle:
 * @self: places
 * @gentle: whether somebody types what is to be listed
 *
 * Has the next places come at the pace of somebody who types, or at once.
 */
void
ty_row_places_set_gentle (TyRowPlaces *self,
                          gboolean     gentle)
{
  g_return_if_fail (TY_IS_ROW_PLACES (self));

  self->gentle = gentle;
}

/**
 * ty_row_places_grow_up:
 * @self: places
 *
 * Has all places come that are still to come.
 */
void
ty_row_places_grow_up (TyRowPlaces *self)
{
  g_return_if_fail (TY_IS_ROW_PLACES (self));

  set_n (self, get_n_wanted (self));
  stop (self);
}

/**
 * ty_row_places_is_growing:
 * @self: places
 *
 * Returns: whether some are still to come
 */
gboolean
ty_row_places_is_growing (TyRowPlaces *self)
{
  g_return_val_if_fail (TY_IS_ROW_PLACES (self), FALSE);

  return self->tick_id != 0;
}
