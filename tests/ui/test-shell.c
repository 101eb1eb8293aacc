/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-pages.h"
#include "ty-preferences-window.h"
#include "ty-settings.h"
#include "ty-sidebar.h"
#include "ty-test-office.h"

/* A page that counts how often it was asked to count. */
#define TY_TYPE_TEST_PAGE (ty_test_page_get_type ())
G_DECLARE_FINAL_TYPE (TyTestPage, ty_test_page, TY, TEST_PAGE, TyPage)

struct _TyTestPage
{
  TyPage parent_instance;

  guint n_counted;
};

G_DEFINE_FINAL_TYPE (TyTestPage, ty_test_page, TY_TYPE_PAGE)

static void
ty_test_page_refresh (TyPage *page)
{
}

static void
ty_test_page_count (TyPage       *page,
                    GCancellable *cancellable)
{
  TY_TEST_PAGE (page)->n_counted++;
  ty_page_set_count (page, 1234, TY_PAGE_BADGE_COUNT);
}

static void
ty_test_page_class_init (TyTestPageClass *klass)
{
  TY_PAGE_CLASS (klass)->refresh = ty_test_page_refresh;
  TY_PAGE_CLASS (klass)->count = ty_test_page_count;
}

static void
ty_test_page_init (TyTestPage *self)
{
}

static TyPage *
add_page (TySidebar  *sidebar,
          const char *name,
          const char *title,
          const char *group)
{
  TyPage *page = g_object_new (TY_TYPE_TEST_PAGE, "page-name", name, "title", title,
                               "icon-name", "ty-roster-symbolic", "group", group, NULL);

  g_object_ref_sink (page);
  ty_sidebar_add_page (sidebar, page);
  return page;
}

/* The label with a text, or with a class. */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text,
            const char *css_class)
{
  if (GTK_IS_LABEL (widget)
      && (text == NULL || g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
      && (css_class == NULL || gtk_widget_has_css_class (widget, css_class)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_tooltip (GtkWidget *row)
{
  g_autoptr(GObject) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (row, "query-tooltip", 0, 0, FALSE, tooltip, &shown);
  return shown;
}

static void
test_sidebar (void)
{
  TySidebar *sidebar = g_object_ref_sink (g_object_new (TY_TYPE_SIDEBAR, NULL));
  g_autoptr(TyPage) overview = add_page (sidebar, "overview", "Overview", NULL);
  g_autoptr(TyPage) roster = add_page (sidebar, "roster", "Roster", "Cadres");
  g_autoptr(TyPage) villages = add_page (sidebar, "villages", "Villages", "Cadres");
  GtkWidget *window = gtk_window_new ();
  GtkWidget *heading, *badge, *row;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (sidebar));
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_height (GTK_WIDGET (sidebar)) == 0)
    g_main_context_iteration (NULL, TRUE);

  /* One heading for the two. */
  heading = find_label (GTK_WIDGET (sidebar), "Cadres", "ty-group");
  g_assert_nonnull (heading);
  gtk_label_set_label (GTK_LABEL (heading), "");
  g_assert_null (find_label (GTK_WIDGET (sidebar), "Cadres", "ty-group"));

  /* No number, a number, a warning. */
  ty_page_set_count (roster, 1234, TY_PAGE_BADGE_COUNT);
  badge = find_label (GTK_WIDGET (sidebar), "1,234", "ty-badge");
  g_assert_true (gtk_widget_get_visible (badge));
  row = gtk_widget_get_ancestor (badge, GTK_TYPE_LIST_BOX_ROW);
  g_assert_false (has_tooltip (row));
  ty_page_set_count (roster, 3, TY_PAGE_BADGE_LATE);
  g_assert_true (gtk_widget_has_css_class (badge, "late"));
  ty_page_set_count (roster, 0, TY_PAGE_BADGE_LATE);
  g_assert_false (gtk_widget_get_visible (badge));
  ty_page_set_count (roster, 3, TY_PAGE_BADGE_LATE);

  /* Icons alone. */
  g_object_set (sidebar, "narrow", TRUE, NULL);
  g_assert_false (gtk_widget_get_visible (badge));
  g_assert_false (gtk_widget_is_visible (find_label (row, "Roster", NULL)));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, "Roster, 3");
  g_assert_true (has_tooltip (row));
  g_object_set (sidebar, "narrow", FALSE, NULL);
  g_assert_true (gtk_widget_get_visible (badge));
  g_assert_nonnull (find_label (GTK_WIDGET (sidebar), "Cadres", "ty-group"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (sidebar);
}

/* Also a page that nobody looks at is counted, and again after each change. */
static void
test_counts (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyTestPage) page = g_object_ref_sink (g_object_new (TY_TYPE_TEST_PAGE, NULL));

  g_object_set (page, "office", office, NULL);
  while (page->n_counted == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ty_page_get_count (TY_PAGE (page)), ==, 1234);
  ty_office_set_as_of (office, ty_date_new (2020, 1, 1));
  ty_office_set_scope (office, county->north);
  while (page->n_counted == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (page->n_counted, ==, 2);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_language (void)
{
  GtkWindow *window = GTK_WINDOW (ty_preferences_window_new (NULL));
  GtkWidget *row = find_type (GTK_WIDGET (window), ADW_TYPE_COMBO_ROW);
  g_autofree char *chosen = NULL;

  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  chosen = g_settings_get_string (ty_settings_get (), "language");
  g_assert_cmpstr (chosen, ==, "zh_TW");
  gtk_window_destroy (window);

  window = GTK_WINDOW (ty_preferences_window_new (NULL));
  row = find_type (GTK_WIDGET (window), ADW_TYPE_COMBO_ROW);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 2);
  gtk_window_destroy (window);
}

static void
gone_cb (gpointer  data,
         GObject  *object)
{
  (*(guint *) data)++;
}

/* Counts the widgets of a window that are gone. */
static guint
watch_all (GtkWidget *widget,
           guint     *n_gone)
{
  guint n = 1;

  g_object_weak_ref (G_OBJECT (widget), gone_cb, n_gone);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += watch_all (child, n_gone);
  return n;
}

/* The preferences leave nothing behind, however often they are looked at. */
static void
test_preferences_gone (void)
{
  GtkWindow *window = GTK_WINDOW (ty_preferences_window_new (NULL));
  guint n_gone = 0, n;

  gtk_window_present (window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  n = watch_all (GTK_WIDGET (window), &n_gone);
  g_assert_cmpuint (n, >, 50);
  gtk_window_close (window);
  while (n_gone < n)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();
  ty_app_resources_register_resource ();

  g_test_add_func ("/shell/sidebar", test_sidebar);
  g_test_add_func ("/shell/counts", test_counts);
  g_test_add_func ("/shell/language", test_language);
  g_test_add_func ("/shell/preferences-gone", test_preferences_gone);
  return g_test_run ();
}
