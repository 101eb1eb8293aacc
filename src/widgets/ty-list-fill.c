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
  GHashTable *kept;  /* (owned) (nullable): those that were in the list already */
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

  g_clear_pointer (&fill->kept, g_hash_table_unref);
  g_clear_pointer (&fill->items, g_ptr_array_unref);
  g_object_unref (fill->store);
  g_free (fill);
}

static gboolean
stays (Fill  *fill,
       guint  place)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (fill->store), place);

  return g_hash_table_contains (fill->kept, item);
}

/* The next item. One that was there already keeps its widgets, and those before it go; another one comes in the
 * place of one that goes, if there is one. Returns: whether anything is another */
static gboolean
place_next (Fill *fill)
{
  gpointer item = g_ptr_array_index (fill->items, fill->n_placed);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fill->store));
  gboolean kept = g_hash_table_contains (fill->kept, item);
  guint n_gone = 0;

  while (fill->n_placed + n_gone < n && (kept || n_gone == 0) && !stays (fill, fill->n_placed + n_gone))
    n_gone++;
  if (n_gone > 0 || !kept)
    g_list_store_splice (fill->store, fill->n_placed, n_gone, &item, kept ? 0 : 1);
  fill->n_placed++;
  return n_gone > 0 || !kept;
}

/* In the end none is left of those that were there. */
static void
place_rest (Fill *fill)
{
  guint before = g_list_model_get_n_items (G_LIST_MODEL (fill->store)) - fill->n_placed;
  guint added = fill->items->len - fill->n_placed;

  if (before > 0 || added > 0)
    g_list_store_splice (fill->store, fill->n_placed, before, fill->items->pdata + fill->n_placed, added);
  fill->n_placed = fill->items->len;
}

/* Finds those that stay. Where they do not follow each other as before, all of the list is another. */
static void
find_kept (Fill *fill)
{
  GListModel *model = G_LIST_MODEL (fill->store);
  guint n = g_list_model_get_n_items (model);
  g_autoptr(GHashTable) places = g_hash_table_new (NULL, NULL);
  guint last = 0;

  fill->kept = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < fill->items->len; i++)
    g_hash_table_insert (places, g_ptr_array_index (fill->items, i), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (model, i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, item));

      if (place == 0)
        continue;
      if (place < last)
        {
          g_hash_table_remove_all (fill->kept);
          g_list_store_remove_all (fill->store);
          return;
        }
      g_hash_table_add (fill->kept, item);
      last = place;
    }
}

/* Few rows are new: in one change GTK gives the others their widgets back. Where they come one by one, it makes new
 * ones for what moves up into their range, and throws them away with the next. */
static gboolean
has_few_others (Fill *fill)
{
  guint n = 0;

  for (guint i = 0; i < MIN (fill->items->len, WITH_WIDGETS); i++)
    n += !g_hash_table_contains (fill->kept, g_ptr_array_index (fill->items, i));
  return n <= IN_SIGHT;
}

static gboolean
has_more_widgets (Fill *fill)
{
  return fill->n_placed < MIN (fill->items->len, WITH_WIDGETS);
}

/* Places some that are new. Returns: whether more are to come */
static gboolean
place (Fill  *fill,
       guint  n)
{
  while (n > 0 && has_more_widgets (fill))
    n -= place_next (fill) ? 1 : 0;
  if (!has_more_widgets (fill) && (n > 0 || fill->n_placed == fill->items->len))
    place_rest (fill);
  return fill->n_placed < fill->items->len;
}

/* Returns: whether more are to come */
static gboolean
grow (Fill *fill)
{
  gint64 until = g_get_monotonic_time () + SHARE;
  gboolean more;

  do
    more = place (fill, 1);
  while (more && g_get_monotonic_time () < until);
  return more;
}

static void
forget (Fill *fill)
{
  fill->tick_id = 0;
  g_clear_pointer (&fill->kept, g_hash_table_unref);
  g_clear_pointer (&fill->items, g_ptr_array_unref);
}

static gboolean
tick_cb (GtkWidget     *view,
         GdkFrameClock *clock,
         gpointer       data)
{
  Fill *fill = data;

  if (grow (fill))
    return G_SOURCE_CONTINUE;

  forget (fill);
  return G_SOURCE_REMOVE;
}

static void
stop (Fill *fill)
{
  if (fill->tick_id != 0)
    gtk_widget_remove_tick_callback (fill->view, fill->tick_id);
  forget (fill);
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
 * @items: (element-type GObject): what shall be in it, nothing twice
 *
 * Replaces what is in a list. Where the view is seen from its top, the rows that can be in sight come at once, and
 * the others some in each frame, in the place of those that were there; the rest comes before a key, a click or the
 * wheel gets to the view. Objects that were in the list already keep their rows, and cost nothing.
 */
void
ty_list_fill (GtkWidget  *view,
              GListStore *store,
              GPtrArray  *items)
{
  Fill *fill;

  g_return_if_fail (GTK_IS_SCROLLABLE (view));
  g_return_if_fail (G_IS_LIST_STORE (store));

  fill = get_fill (view);
  if (fill == NULL)
    fill = make_fill (view, store);
  stop (fill);
  fill->n_placed = 0;
  fill->items = g_ptr_array_new_full (items->len, g_object_unref);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (fill->items, g_object_ref (g_ptr_array_index (items, i)));
  find_kept (fill);
  if (!gtk_widget_get_mapped (view) || !is_at_top (view) || has_few_others (fill))
    place_rest (fill);
  if (place (fill, IN_SIGHT))
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

  place_rest (fill);
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
