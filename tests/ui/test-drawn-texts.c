/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-drawn-texts.h"

#include <adwaita.h>

typedef struct
{
  GtkWidget *window;
  GtkWidget *cell;
  PangoLayout *layout;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = gtk_window_new ();
  fixture->cell = gtk_label_new (NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->cell);
  fixture->layout = gtk_widget_create_pango_layout (fixture->cell, NULL);
  pango_layout_set_ellipsize (fixture->layout, PANGO_ELLIPSIZE_END);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->layout);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static GskRenderNode *
draw (Fixture    *fixture,
      const char *text,
      int         width,
      gboolean    at_end)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  TyTextPlace place = { .width = width, .y = 2, .baseline = 14, .at_end = at_end };

  ty_drawn_texts_snapshot (fixture->cell, snapshot, fixture->layout, text, &place);
  return gtk_snapshot_free_to_node (snapshot);
}

typedef GskRenderNode Node;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Node, gsk_render_node_unref)

/* What was drawn is drawn again as it is, and only that. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(Node) first = draw (fixture, "东山村", 120, FALSE);
  g_autoptr(Node) again = draw (fixture, "东山村", 120, FALSE);
  g_autoptr(Node) other = draw (fixture, "西山村", 120, FALSE);
  g_autoptr(Node) narrow = draw (fixture, "东山村", 20, FALSE);
  g_autoptr(Node) end = draw (fixture, "东山村", 120, TRUE);
  graphene_rect_t at_start, at_end, cut;

  g_assert_nonnull (first);
  g_assert_true (first == again);
  g_assert_true (first != other && first != narrow && first != end);
  gsk_render_node_get_bounds (first, &at_start);
  gsk_render_node_get_bounds (end, &at_end);
  gsk_render_node_get_bounds (narrow, &cut);
  g_assert_cmpfloat (at_end.origin.x, >, at_start.origin.x);
  g_assert_cmpfloat (cut.size.width, <, at_start.size.width);
  g_assert_null (draw (fixture, "", 120, FALSE));
}

/* In the colour that the cell has now, and in the font. */
static void
test_look (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(Node) first = draw (fixture, "东山村", 120, FALSE);
  g_autoptr(Node) red = NULL;
  g_autoptr(Node) large = NULL;
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string ("Sans 20");

  gtk_widget_add_css_class (fixture->cell, "error");
  red = draw (fixture, "东山村", 120, FALSE);
  g_assert_true (red != first);

  pango_context_set_font_description (pango_layout_get_context (fixture->layout), font);
  pango_layout_context_changed (fixture->layout);
  large = draw (fixture, "东山村", 120, FALSE);
  g_assert_true (large != red);
}

/* However many texts there are, what was drawn a moment ago is still known, and the first ones are not. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(Node) first = draw (fixture, "0", 60, FALSE);
  g_autoptr(Node) again = NULL;

  for (guint i = 1; i < 4200; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autoptr(Node) node = draw (fixture, text, 60, FALSE);
      g_autoptr(Node) same = draw (fixture, text, 60, FALSE);

      g_assert_true (node == same);
    }
  again = draw (fixture, "0", 60, FALSE);
  g_assert_true (again != first);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/drawn-texts/again", Fixture, NULL, set_up, test_again, tear_down);
  g_test_add ("/drawn-texts/look", Fixture, NULL, set_up, test_look, tear_down);
  g_test_add ("/drawn-texts/many", Fixture, NULL, set_up, test_many, tear_down);
  return g_test_run ();
}
