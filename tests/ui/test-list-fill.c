/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-list-fill.h"
#include "ty-widget-action.h"

#include <adwaita.h>

/* Lists that get their rows by and by, and actions that are told of only where there is news. */

#define N_ITEMS 600

typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  GListStore *store;
  GPtrArray *items;
  guint n_bound; /* rows that got another item */
} Fixture;

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Fixture                  *fixture)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  /* GTK binds a row again that only got another number. */
  if (!g_str_equal (gtk_label_get_label (GTK_LABEL (gtk_list_item_get_child (item))),
                    gtk_string_object_get_string (string)))
    fixture->n_bound++;
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (string));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  fixture->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_ptr_array_add (fixture->items, gtk_string_object_new (text));
    }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), fixture);
  fixture->view = gtk_list_view_new (
    GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (fixture->store)))), factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), fixture->view);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
}

static void
show (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (fixture->view))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_ptr_array_unref (fixture->items);
  g_assert_finalize_object (fixture->store);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->store));
}

static void
assert_is_whole (Fixture *fixture)
{
  g_assert_cmpuint (count (fixture), ==, N_ITEMS);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->store), i);

      g_assert_true (item == g_ptr_array_index (fixture->items, i));
    }
  g_assert_false (ty_list_fill_is_growing (fixture->view));
}

/* What is seen comes at once, the rest in the frames that follow. */
static void
test_gradual (Fixture       *fixture,
              gconstpointer  data)
{
  show (fixture);
  ty_list_fill (fixture->view, fixture->store, fixture->items);
  g_assert_cmpuint (count (fixture), >, 10);
  g_assert_cmpuint (count (fixture), <, 100);
  g_assert_true (ty_list_fill_is_growing (fixture->view));
  while (ty_list_fill_is_growing (fixture->view))
    g_main_context_iteration (NULL, TRUE);
  assert_is_whole (fixture);
}

/* Whoever needs all of it gets it; who is far down keeps all of it; out of sight nothing is spared. */
static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));

  ty_list_fill (fixture->view, fixture->store, fixture->items);
  assert_is_whole (fixture);

  show (fixture);
  ty_list_fill (fixture->view, fixture->store, fixture->items);
  ty_list_fill_up (fixture->view);
  assert_is_whole (fixture);

  while (gtk_adjustment_get_upper (adjustment) < 1000)
    g_main_context_iteration (NULL, TRUE);
  gtk_adjustment_set_value (adjustment, 500);
  ty_list_fill (fixture->view, fixture->store, fixture->items);
  assert_is_whole (fixture);
}

/* Another filling takes the place of one that is not at its end; few come at once. */
static void
test_replaced (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) few = g_ptr_array_new ();

  show (fixture);
  g_ptr_array_add (few, g_ptr_array_index (fixture->items, 7));
  ty_list_fill (fixture->view, fixture->store, fixture->items);
  ty_list_fill (fixture->view, fixture->store, few);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_false (ty_list_fill_is_growing (fixture->view));
}

/* Of other items those in sight come at once, too, and nothing of what was there is left at the end. */
static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) others = g_ptr_array_new ();
  g_autoptr(GObject) first = NULL;
  g_autoptr(GObject) last = NULL;

  show (fixture);
  ty_list_fill (fixture->view, fixture->store, fixture->items);
  ty_list_fill_up (fixture->view);
  for (guint i = 300; i > 200; i--)
    g_ptr_array_add (others, g_ptr_array_index (fixture->items, i));
  ty_list_fill (fixture->view, fixture->store, others);
  first = g_list_model_get_item (G_LIST_MODEL (fixture->store), 0);
  g_assert_true (first == g_ptr_array_index (others, 0));
  while (ty_list_fill_is_growing (fixture->view))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count (fixture), ==, others->len);
  last = g_list_model_get_item (G_LIST_MODEL (fixture->store), others->len - 1);
  g_assert_true (last == g_ptr_array_index (others, others->len - 1));
  ty_list_fill (fixture->view, fixture->store, fixture->items);
  ty_list_fill_up (fixture->view);
  assert_is_whole (fixture);
}

/* An action can be activated until it is told otherwise, and what observes it follows. */
static void
test_action (void)
{
  GtkWidget *window = g_object_ref (adw_window_new ());
  GtkWidget *button = gtk_button_new ();

  adw_window_set_content (ADW_WINDOW (window), button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "window.close");
  g_assert_true (gtk_widget_get_sensitive (button));
  ty_widget_action_enable (window, "window.close", TRUE);
  g_assert_true (gtk_widget_get_sensitive (button));
  ty_widget_action_enable (window, "window.close", FALSE);
  g_assert_false (gtk_widget_get_sensitive (button));
  ty_widget_action_enable (window, "window.close", FALSE);
  g_assert_false (gtk_widget_get_sensitive (button));
  ty_widget_action_enable (window, "window.close", TRUE);
  g_assert_true (gtk_widget_get_sensitive (button));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

/* As many widgets were bound as rows are new, and those of the others stay: who is in both lists keeps the row. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) others = g_ptr_array_new ();
  g_autoptr(GPtrArray) turned = g_ptr_array_new ();

  show (fixture);
  ty_list_fill (fixture->view, fixture->store, fixture->items);
  ty_list_fill_up (fixture->view);
  for (guint i = 0; i < N_ITEMS; i++)
    if (i % 40 != 3)
      g_ptr_array_add (others, g_ptr_array_index (fixture->items, i));
  ty_list_fill (fixture->view, fixture->store, others);
  fixture->n_bound = 0;
  ty_list_fill (fixture->view, fixture->store, fixture->items);
  g_assert_cmpuint (fixture->n_bound, >, 0);
  g_assert_cmpuint (fixture->n_bound, <, 20);
  ty_list_fill_up (fixture->view);
  assert_is_whole (fixture);

  /* In another order nothing is there twice. */
  for (guint i = N_ITEMS; i > 0; i--)
    g_ptr_array_add (turned, g_ptr_array_index (fixture->items, i - 1));
  ty_list_fill (fixture->view, fixture->store, turned);
  while (ty_list_fill_is_growing (fixture->view))
    g_main_context_iteration (NULL, TRUE);
  ty_list_fill (fixture->view, fixture->store, fixture->items);
  while (ty_list_fill_is_growing (fixture->view))
    g_main_context_iteration (NULL, TRUE);
  assert_is_whole (fixture);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/list-fill/gradual", test_gradual);
  ADD ("/list-fill/whole", test_whole);
  ADD ("/list-fill/replaced", test_replaced);
  ADD ("/list-fill/kept", test_kept);
  ADD ("/list-fill/others", test_others);
  g_test_add_func ("/list-fill/action", test_action);

  return g_test_run ();
}
