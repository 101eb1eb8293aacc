/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-collect-window.h"
#include "ty-export-window.h"
#include "ty-facet-bar.h"
#include "ty-facet-chip.h"
#include "ty-help-overlay.h"
#include "ty-model.h"
#include "ty-office-roster.h"
#include "ty-pages.h"
#include "ty-people-page-list.h"
#include "ty-people-page.h"
#include "ty-post-batch.h"
#include "ty-post-editor.h"
#include "ty-preferences-window.h"
#include "ty-roster-cell.h"
#include "ty-sidebar-row.h"
#include "ty-test-widgets.h"
#include "ty-test-window.h"
#include "ty-wrap-box.h"

/* The whole window on a small screen: its head is not cut, nothing in it moves from page to page, and filters
 * that have no room are reached all the same. */

#define TABS 60 /* more than there are controls above a roster */

typedef struct
{
  TyWindow *window;
} Fixture;

static GtkApplication *application;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = ty_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), GPOINTER_TO_INT (data), 768);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ty_window_start (fixture->window, NULL);
  ty_test_window_settle (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (gtk_application_get_windows (application) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
show_page (Fixture    *fixture,
           const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", name);
  ty_test_window_settle (fixture->window);
}

static GtkWidget *
find_named (Fixture    *fixture,
            const char *type)
{
  return ty_test_find_type (GTK_WIDGET (fixture->window), g_type_from_name (type));
}

static gboolean
is_cut (GtkWidget *label)
{
  return GTK_IS_LABEL (label) && gtk_widget_get_mapped (label)
         && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

/* What is cut in the head, but for the words of the search, which look like those of an entry. */
static void
look_for_cuts (GtkWidget *widget)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "TySearchButton"))
    return;
  if (is_cut (widget))
    g_error ("“%s” is cut", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_for_cuts (child);
}

static int
get_left (GtkWidget *widget,
          GtkWidget *within)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, within, &bounds));
  return (int) bounds.origin.x;
}

/* The badge of every page with as many digits as there is room for. */
static void
show_numbers (GtkWidget *widget)
{
  if (TY_IS_SIDEBAR_ROW (widget))
    ty_page_set_count (ty_sidebar_row_get_page (TY_SIDEBAR_ROW (widget)), 9999, TY_PAGE_BADGE_LATE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    show_numbers (child);
}

static void
test_head (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const pages[] = { "overview", "roster", "villages", "departed", "lists", "filings",
                                       "training", "pairing", "dashboards", "cross", "checks", "history" };
  GtkWidget *header = find_named (fixture, "TyHeader");
  GtkWidget *scope = find_named (fixture, "TyScopeButton");
  int left = get_left (scope, GTK_WIDGET (fixture->window));
  int edge = get_left (header, GTK_WIDGET (fixture->window));

  /* Without a window manager the window has a border of its own. */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, GPOINTER_TO_INT (data));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), >, GPOINTER_TO_INT (data) - 20);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      show_page (fixture, pages[i]);
      look_for_cuts (header);
      g_assert_cmpint (get_left (scope, GTK_WIDGET (fixture->window)), ==, left);
      g_assert_cmpint (get_left (header, GTK_WIDGET (fixture->window)), ==, edge);
    }

  show_numbers (find_named (fixture, "TySidebar"));
  ty_test_window_settle (fixture->window);
  g_assert_cmpint (get_left (header, GTK_WIDGET (fixture->window)), ==, edge);
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);
}

static int
count_lines (GtkWidget  *widget,
             const char *text)
{
  GtkWidget *label = ty_test_find (widget, says, text);

  return pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label)));
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

/* With their buttons, on a screen of which a panel takes something. */
static void
look_at_dialog (gpointer dialog)
{
  int width, height;

  gtk_window_present (dialog);
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (dialog, GTK_ORIENTATION_VERTICAL, 1024, &height, NULL, NULL, NULL);
  g_test_message ("%s needs %d × %d", G_OBJECT_TYPE_NAME (dialog), width, height);
  g_assert_cmpint (width, <=, 1024);
  g_assert_cmpint (height, <=, 768 - 40);
  gtk_window_destroy (dialog);
}

static void
test_dialogs (Fixture       *fixture,
              gconstpointer  data)
{
  const TyRosterQuery query = { .who = TY_WHO_SECRETARIES };
  GtkWindow *parent = GTK_WINDOW (fixture->window);
  TyOffice *office = ty_window_get_office (fixture->window);

  look_at_dialog (ty_collect_window_new (parent, office));
  look_at_dialog (ty_export_window_new (parent, office, &query, "", NULL));
  look_at_dialog (ty_help_overlay_new (parent));
  look_at_dialog (ty_post_batch_new (office));
  look_at_dialog (ty_post_editor_new (office, TY_MOVE_APPOINT));
  look_at_dialog (ty_preferences_window_new (parent));
  ty_test_window_settle (fixture->window);
}

/* As many as can be compared have room, with their labels whole. */
static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  const TyRosterQuery query = { .who = TY_WHO_SECRETARIES };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) people = NULL;
  g_autoptr(GVariant) keys = NULL;
  g_autoptr(GError) error = NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->window));

  ty_office_list_roster_async (ty_window_get_office (fixture->window), &query, NULL, done_cb, &result);
  ty_test_wait_until (result != NULL);
  people = ty_office_list_roster_finish (ty_window_get_office (fixture->window), result, &error);
  g_assert_no_error (error);
  keys = g_variant_ref_sink (g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, people->data, 6, sizeof (gint64)));
  gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), "win.compare-people", keys);
  ty_test_window_settle (fixture->window);
  ty_test_wait_until (ty_test_has_text (GTK_WIDGET (ty_window_get_page (fixture->window)), "Background"));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), ==, width);
  g_assert_cmpint (count_lines (GTK_WIDGET (ty_window_get_page (fixture->window)), "Background"), ==, 1);
}

static gboolean
folds (GtkWidget  *widget,
       const char *text)
{
  gboolean value = FALSE;

  if (TY_IS_WRAP_BOX (widget))
    g_object_get (widget, "folds", &value, NULL);
  return value && gtk_widget_get_mapped (widget) && ty_test_has_text (widget, text);
}

/* The row of filters with one of them. */
static GtkWidget *
find_row (Fixture    *fixture,
          const char *text)
{
  GtkWidget *row = ty_test_find (GTK_WIDGET (ty_window_get_page (fixture->window)), folds, text);

  g_assert_nonnull (row);
  return row;
}

static GtkWidget *
find_filter (GtkWidget  *row,
             const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ty_test_has_text (child, text))
      return child;
  g_error ("There is no filter “%s”", text);
}

/* Tab by Tab, until the focus is at or within a widget. */
static void
tab_to (Fixture   *fixture,
        GtkWidget *widget)
{
  for (guint i = 0; i < TABS; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

      if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
        return;
      gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
    }
  g_error ("Tab does not get there");
}

/* As Enter does on what has the focus. A button stays pressed for a while before it does something. */
static void
press (Fixture *fixture)
{
  gtk_widget_activate (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
}

static gboolean
is_in_sight (GtkWidget *widget)
{
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (widget)
         && gtk_widget_compute_bounds (widget, gtk_widget_get_parent (widget), &bounds)
         && bounds.origin.x >= 0
         && bounds.origin.x + bounds.size.width <= gtk_widget_get_width (gtk_widget_get_parent (widget));
}

static guint
count_people (Fixture *fixture)
{
  return ty_people_page_get_n_people (TY_PEOPLE_PAGE (ty_window_get_page (fixture->window)));
}

static void
show_secretaries (Fixture    *fixture,
                  const char *condition)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-roster", "(sss)", "secretaries",
                              condition, "");
  ty_test_window_settle (fixture->window);
}

/* A condition that stands behind “More”: reached and chosen by keys and, folded away again, still seen to be on. */
static void
test_condition (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *row, *more, *filter;
  guint everybody;

  show_secretaries (fixture, "count");
  everybody = count_people (fixture);
  row = find_row (fixture, "35 and under");
  more = find_filter (row, "More");
  filter = find_filter (row, "Returned home");
  ty_test_wait_until (!gtk_widget_get_mapped (filter));
  ty_test_wait_until (is_in_sight (more));

  tab_to (fixture, more);
  press (fixture);
  ty_test_wait_until (is_in_sight (filter));
  tab_to (fixture, filter);
  press (fixture);
  ty_test_wait_until (count_people (fixture) < everybody && count_people (fixture) > 0);

  tab_to (fixture, more);
  press (fixture);
  ty_test_wait_until (is_in_sight (filter));
  ty_test_wait_until (!gtk_widget_get_mapped (find_filter (row, "Dispatched")));
  g_assert_true (is_in_sight (filter));
  g_assert_true ((gtk_widget_get_state_flags (filter) & GTK_STATE_FLAG_CHECKED) != 0);

  /* Off again, it goes where it was. */
  tab_to (fixture, filter);
  press (fixture);
  ty_test_wait_until (!gtk_widget_get_mapped (filter));
  ty_test_wait_until (count_people (fixture) == everybody);
}

/* Which a figure led to. */
static void
test_led (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *row;

  show_secretaries (fixture, "count");
  row = find_row (fixture, "35 and under");
  ty_test_wait_until (!gtk_widget_get_mapped (find_filter (row, "Returned home")));
  show_secretaries (fixture, "returned_home");
  ty_test_wait_until (is_in_sight (find_filter (row, "Returned home")));
  show_secretaries (fixture, "count");
  ty_test_wait_until (!gtk_widget_get_mapped (find_filter (row, "Returned home")));
}

static gboolean
is_posts_cell (GtkWidget  *widget,
               const char *text)
{
  int natural = 0;

  if (TY_IS_ROSTER_CELL (widget) && gtk_widget_get_mapped (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural > 100;
}

/* Where the columns are wider than the window, and it scrolls, the posts still tell what somebody is. */
static void
test_posts (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *cell;
  int line;

  show_secretaries (fixture, "count");
  cell = ty_test_find (GTK_WIDGET (ty_window_get_page (fixture->window)), is_posts_cell, NULL);
  g_assert_nonnull (cell);
  gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, -1, &line, NULL, NULL, NULL);
  ty_test_wait_until (gtk_widget_get_width (cell) >= 6 * line);
}

static GtkWidget *
add_facet (Fixture    *fixture,
           const char *word)
{
  TyFacetBar *bar = TY_FACET_BAR (ty_test_find_type (GTK_WIDGET (ty_window_get_page (fixture->window)),
                                                     TY_TYPE_FACET_BAR));

  gtk_widget_activate_action (GTK_WIDGET (bar), "facets.add", "s", word);
  ty_test_window_settle (fixture->window);
  return GTK_WIDGET (ty_facet_bar_find (bar, ty_dimension_find (word)));
}

/* A filter for which there is no room in the line is there while one chooses, and stays with what was chosen; more
 * than have room in a line make another. */
static void
test_facets (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const words[] = { "ethnicity", "political", "age_band", "education" };
  TyPeoplePage *page;
  GtkWidget *row;
  int height;

  show_secretaries (fixture, "count");
  page = TY_PEOPLE_PAGE (ty_window_get_page (fixture->window));
  row = find_row (fixture, "Age band");
  height = gtk_widget_get_height (row);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const TyDimension *dimension = ty_dimension_find (words[i]);
      GtkWidget *chip = add_facet (fixture, words[i]);

      ty_test_wait_until (i >= 2 || (is_in_sight (chip) && ty_facet_chip_is_open (TY_FACET_CHIP (chip))));
      ty_people_page_choose (page, dimension, "1", "A value with a long name");
      ty_test_window_settle (fixture->window);
      ty_test_wait_until (is_in_sight (chip));
      ty_test_wait_until (is_in_sight (find_filter (row, "More")));
    }
  ty_test_wait_until (gtk_widget_get_height (row) > height);

  ty_people_page_clear_filters (page);
  ty_test_window_settle (fixture->window);
  ty_test_wait_until (gtk_widget_get_height (row) == height);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("touyan-ui-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  /* What has room depends on it. */
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Noto Sans CJK SC 10.5", NULL);
  ty_model_init ();
  ty_pages_init ();
  application = ty_test_window_start_application ();

  g_test_add ("/narrow/head/1024", Fixture, GINT_TO_POINTER (1024), set_up, test_head, tear_down);
  g_test_add ("/narrow/head/800", Fixture, GINT_TO_POINTER (800), set_up, test_head, tear_down);
  g_test_add ("/narrow/dialogs", Fixture, GINT_TO_POINTER (1024), set_up, test_dialogs, tear_down);
  g_test_add ("/narrow/compare", Fixture, GINT_TO_POINTER (1024), set_up, test_compare, tear_down);
  g_test_add ("/narrow/condition", Fixture, GINT_TO_POINTER (1024), set_up, test_condition, tear_down);
  g_test_add ("/narrow/led", Fixture, GINT_TO_POINTER (1024), set_up, test_led, tear_down);
  g_test_add ("/narrow/posts", Fixture, GINT_TO_POINTER (800), set_up, test_posts, tear_down);
  g_test_add ("/narrow/facets", Fixture, GINT_TO_POINTER (1024), set_up, test_facets, tear_down);
  return g_test_run ();
}
