/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-list-fill"

#include "config.h"

#include "ty-list-fill.h"

/* GTK makes the widgets of 205 rows at once, however few are in sight, and of rows of many parts that is half a
 * second. So a list view gets those in sight first, and the others by and by. */

#define IN_SIGHT 24 /* rows that come at once */
#define WITH_WIDGETS 256 /* rows that can have widgets: those behind them cost nothing */
#define SHARE 6000  /* µs of a frame that rows may take: the rest of it is for their places and for drawing */

typedef struct
{
  GtkWidget *view;   /* (unowned) */
  GListStore *store; /* (owned) */
  GPtrArray *items;  /* (owned) (nullable): all of them, while some are not there yet */
  guint n_placed;    /* how many of them are; behind them are those of before */
  guint tick_id;
} Fill;

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("ty-list-fill");
}

static Fill *
get_fill (GtkWidget *view)
{
  return g_object_get_qdata (G_OBJECT (view), get_quark ());
}

static void
fill_free (gpointer data)
{
  Fill *fill = data;

  g_clear_pointer (&fill->items, g_ptr_array_unref);
  g_object_unref (fill->store);
  g_free (fill);
}

/* Items come in the place of those that were there, and in the end none of these is left. */
static void
place (Fill  *fill,
       guint  n)
{
  guint before = g_list_model_get_n_items (G_LIST_MODEL (fill->store)) - fill->n_placed;
  guint added = MIN (n, fill->items->len - fill->n_placed);
  gboolean last = fill->n_placed + added == fill->items->len;

  g_list_store_splice (fill->store, fill->n_placed, last ? before : MIN (before, added),
                       fill->items->pdata + fill->n_placed, added);
  fill->n_placed += added;
}

/* Returns: whether more are to come */
static gboolean
grow (Fill *fill)
{
  gint64 until = g_get_monotonic_time () + SHARE;

  do
    place (fill, fill->n_placed < WITH_WIDGETS ? 1 : G_MAXUINT);
  while (fill->n_placed < fill->items->len && g_get_monotonic_time () < until);
  return fill->n_placed < fill->items->len;
}

static gboolean
tick_cb (GtkWidget     *view,
         GdkFrameClock *clock,
         gpointer       data)
{
  Fill *fill = data;

  if (grow (fill))
    return G_SOURCE_CONTINUE;

  fill->tick_id = 0;
  g_clear_pointer (&fill->items, g_ptr_array_unref);
  return G_SOURCE_REMOVE;
}

static void
stop (Fill *fill)
{
  if (fill->tick_id != 0)
    gtk_widget_remove_tick_callback (fill->view, fill->tick_id);
  fill->tick_id = 0;
  g_clear_pointer (&fill->items, g_ptr_array_unref);
}

/* Whoever touches the view finds all of the list there. */
static gboolean
event_cb (GtkWidget *view,
          GdkEvent  *event)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_KEY_PRESS:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
      ty_list_fill_up (view);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static Fill *
make_fill (GtkWidget  *view,
           GListStore *store)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();
  Fill *fill = g_new0 (Fill, 1);

  fill->view = view;
  fill->store = g_object_ref (store);
  g_object_set_qdata_full (G_OBJECT (view), get_quark (), fill, fill_free);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "event", G_CALLBACK (event_cb), view);
  gtk_widget_add_controller (gtk_widget_get_parent (view), controller);
  return fill;
}

/* Who is far down in a list stays there, which takes all of it. */
static gboolean
is_at_top (GtkWidget *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  return adjustment == NULL || gtk_adjustment_get_value (adjustment) <= 0;
}

/**
 * ty_list_fill:
 * @view: a list view or column view in a scrolled window
 * @store: its list, always the same
 * @items: (element-type GObject): what shall be in it
 *
 * Replaces what is in a list. Where the view is seen from its top, the rows that can be in sight come at once, and
 * the others some in each frame, in the place of those that were there; the rest comes before a key, a click or the
 * wheel gets to the view.
 */
void
ty_list_fill (GtkWidget  *view,
              GListStore *store,
              GPtrArray  *items)
{
  Fill *fill;
  gboolean gradual;

  g_return_if_fail (GTK_IS_SCROLLABLE (view));
  g_return_if_fail (G_IS_LIST_STORE (store));

  gradual = items->len > IN_SIGHT && gtk_widget_get_mapped (view) && is_at_top (view);
  fill = get_fill (view);
  if (fill == NULL)
    fill = make_fill (view, store);
  stop (fill);
  fill->n_placed = 0;
  fill->items = g_ptr_array_new_full (items->len, g_object_unref);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (fill->items, g_object_ref (g_ptr_array_index (items, i)));
  place (fill, gradual ? IN_SIGHT : items->len);
  if (gradual)
    fill->tick_id = gtk_widget_add_tick_callback (view, tick_cb, fill, NULL);
  else
    stop (fill);
}

/**
 * ty_list_fill_up:
 * @view: a view
 *
 * Adds what is still to come to its list.
 */
void
ty_list_fill_up (GtkWidget *view)
{
  Fill *fill = get_fill (view);

  if (fill == NULL || fill->items == NULL)
    return;

  place (fill, G_MAXUINT);
  stop (fill);
}

/**
 * ty_list_fill_is_growing:
 * @view: a view
 *
 * Returns: whether some of its list is still to come
 */
gboolean
ty_list_fill_is_growing (GtkWidget *view)
{
  Fill *fill = get_fill (view);

  return fill != NULL && fill->items != NULL;
}
