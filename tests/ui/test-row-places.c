/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-row-places.h"
#include "ty-text-cell.h"

#include <adwaita.h>

/* Places of a table that stay while what stands in them changes. */

#define N_ITEMS 600

typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  GListStore *store;
  TyRowPlaces *places;
  guint n_changes; /* of the places */
  guint n_tellings; /* that they grow, or do so no longer */
} Fixture;

static void
say (TyTextCell *cell,
     gpointer    item,
     gpointer    data)
{
  ty_text_cell_set_text (cell, gtk_string_object_get_string (item));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          PangoLayout              *layout)
{
  gtk_list_item_set_child (item, ty_text_cell_new (layout, 0, FALSE, say, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  ty_text_cell_set_place (TY_TEXT_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
count_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
growing_cb (Fixture *fixture)
{
  fixture->n_tellings++;
}

/* Items are called as their number, behind a letter. */
static void
fill (Fixture *fixture,
      char     letter,
      guint    n)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%c%u", letter, i);

      g_ptr_array_add (items, gtk_string_object_new (text));
    }
  g_list_store_splice (fixture->store, 0, g_list_model_get_n_items (G_LIST_MODEL (fixture->store)), items->pdata, n);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  PangoLayout *layout = gtk_widget_create_pango_layout (scroller, NULL);

  fixture->store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  fixture->places = ty_row_places_new (G_LIST_MODEL (fixture->store));
  g_signal_connect_swapped (fixture->places, "items-changed", G_CALLBACK (count_cb), fixture);
  g_signal_connect_swapped (fixture->places, "notify::growing", G_CALLBACK (growing_cb), fixture);
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), layout, (GClosureNotify) (void *) g_object_unref, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  fixture->view = gtk_list_view_new (
    GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (fixture->places)))), factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), fixture->view);
  ty_row_places_set_view (fixture->places, fixture->view);
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
  g_assert_finalize_object (fixture->places);
  g_assert_finalize_object (fixture->store);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->places));
}

static void
assert_says (Fixture    *fixture,
             guint       position,
             const char *text)
{
  g_autoptr(TyRowPlace) place = g_list_model_get_item (G_LIST_MODEL (fixture->places), position);

  g_assert_cmpstr (gtk_string_object_get_string (ty_row_place_get_item (place)), ==, text);
}

/* The first cell in a widget. */
static GtkWidget *
find_cell (GtkWidget *widget)
{
  GtkWidget *found = TY_IS_TEXT_CELL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_cell (child);
  return found;
}

/* Other items are in the same places and rows, and these say so at once; only at the end some come or go. */
static void
test_stay (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TyRowPlace) before = NULL;
  g_autoptr(TyRowPlace) after = NULL;
  GtkWidget *cell;

  fill (fixture, 'a', 30);
  show (fixture);
  cell = find_cell (fixture->view);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "a0");
  before = g_list_model_get_item (G_LIST_MODEL (fixture->places), 0);
  fixture->n_changes = 0;
  fill (fixture, 'b', 30);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  after = g_list_model_get_item (G_LIST_MODEL (fixture->places), 0);
  g_assert_true (after == before);
  g_assert_true (find_cell (fixture->view) == cell);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "b0");
  assert_says (fixture, 29, "b29");

  fill (fixture, 'c', 3);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpuint (count (fixture), ==, 3);
  assert_says (fixture, 2, "c2");
  g_list_store_remove (fixture->store, 0);
  g_assert_cmpuint (count (fixture), ==, 2);
  assert_says (fixture, 0, "c1");
  assert_says (fixture, 1, "c2");
}

/* Out of sight nothing is spared. */
static void
test_unseen (Fixture       *fixture,
             gconstpointer  data)
{
  fill (fixture, 'a', N_ITEMS);
  g_assert_cmpuint (count (fixture), ==, N_ITEMS);
  g_assert_false (ty_row_places_is_growing (fixture->places));
  assert_says (fixture, N_ITEMS - 1, "a599");
}

static void
await_all (Fixture *fixture)
{
  while (ty_row_places_is_growing (fixture->places))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count (fixture), ==, N_ITEMS);
  g_assert_cmpuint (fixture->n_tellings, ==, 2);
}

/* What is in sight comes at once, the rest once that was drawn: in one frame, or where somebody types in some. */
static void
test_growing (Fixture       *fixture,
              gconstpointer  data)
{
  show (fixture);
  fill (fixture, 'a', N_ITEMS);
  g_assert_cmpuint (count (fixture), >, 10);
  g_assert_cmpuint (count (fixture), <, 100);
  g_assert_true (ty_row_places_is_growing (fixture->places));
  fixture->n_changes = 0;
  await_all (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  assert_says (fixture, N_ITEMS - 1, "a599");

  fill (fixture, 'b', 3);
  ty_row_places_set_gentle (fixture->places, TRUE);
  fixture->n_tellings = 0;
  fill (fixture, 'c', N_ITEMS);
  fixture->n_changes = 0;
  await_all (fixture);
  g_assert_cmpuint (fixture->n_changes, >, 1);
  assert_says (fixture, 0, "c0");
  assert_says (fixture, N_ITEMS - 1, "c599");
}

/* Whoever needs all places gets them; others that come meanwhile take what is there. */
static void
test_grow_up (Fixture       *fixture,
              gconstpointer  data)
{
  show (fixture);
  fill (fixture, 'a', N_ITEMS);
  fill (fixture, 'b', N_ITEMS);
  g_assert_true (ty_row_places_is_growing (fixture->places));
  ty_row_places_grow_up (fixture->places);
  g_assert_false (ty_row_places_is_growing (fixture->places));
  g_assert_cmpuint (count (fixture), ==, N_ITEMS);
  g_assert_cmpuint (fixture->n_tellings, ==, 2);
  assert_says (fixture, N_ITEMS - 1, "b599");

  fill (fixture, 'c', 0);
  fill (fixture, 'd', N_ITEMS);
  fill (fixture, 'e', 2);
  g_assert_false (ty_row_places_is_growing (fixture->places));
  g_assert_cmpuint (count (fixture), ==, 2);
  assert_says (fixture, 1, "e1");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/row-places/stay", test_stay);
  ADD ("/row-places/unseen", test_unseen);
  ADD ("/row-places/growing", test_growing);
  ADD ("/row-places/grow-up", test_grow_up);

  return g_test_run ();
}
