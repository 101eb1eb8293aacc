/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-office-history.h"
#include "ty-pages.h"
#include "ty-seat-edit.h"
#include "ty-test-office.h"
#include "ty-village-list.h"
#include "ty-village-page.h"
#include "ty-villages-page.h"

/* The table of villages and the page of one of them. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWindow *window;
  GtkWidget *page;
  gint64 opened; /* by win.show-village */
  gint64 person; /* by win.show-person */
  char *told;    /* (owned) (nullable): the last “done” or “told” */
  gint64 li;
} Fixture;

static GtkWidget *
find_child (GtkWidget  *widget,
            GType       type,
            const char *css_class)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (css_class == NULL || gtk_widget_has_css_class (widget, css_class)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_children (GtkWidget  *widget,
                const char *css_class)
{
  guint n = gtk_widget_has_css_class (widget, css_class) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_children (child, css_class);
  return n;
}

static gboolean
has_label (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

static void
set_seats (TyTestOffice *county,
           gint64        unit,
           int           seats)
{
  TySeatChange change = { "party", seats, 0 };

  g_assert_true (ty_seat_edit_run (county->store, "tester", &unit, 1, &change, 1, TY_DATE_NONE, NULL,
                                   NULL));
}

static void
show_village_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  ((Fixture *) user_data)->opened = g_variant_get_int64 (parameter);
}

static void
show_person_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ((Fixture *) user_data)->person = g_variant_get_int64 (parameter);
}

static void
told_cb (Fixture    *fixture,
         const char *text)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
add_window (Fixture *fixture)
{
  static const GActionEntry entries[] = {
    { "show-village", show_village_cb, "x", NULL, NULL },
    { "show-person", show_person_cb, "x", NULL, NULL },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1200, 700);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (actions));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  gint64 wang;

  fixture->county = ty_test_office_new ();
  fixture->li = ty_test_office_add_person (fixture->county, "李一", "2", "1980-01", NULL);
  wang = ty_test_office_add_person (fixture->county, "王二", "1", "1970-01", NULL);
  ty_test_office_add_post (fixture->county, fixture->li, fixture->county->pine, "D1", "2021-10", NULL);
  ty_test_office_add_post (fixture->county, fixture->li, fixture->county->pine, "C1", "2021-10", NULL);
  ty_test_office_add_post (fixture->county, wang, fixture->county->creek, "D1", "2021-10", NULL);
  set_seats (fixture->county, fixture->county->pine, 3);
  set_seats (fixture->county, fixture->county->creek, 1);
  fixture->office = ty_test_office_open (fixture->county);
  ty_office_set_as_of (fixture->office, ty_date_from_iso ("2021-12-31"));
  add_window (fixture);
}

static void
show (Fixture   *fixture,
      GtkWidget *page)
{
  fixture->page = page;
  g_signal_connect_swapped (page, "done", G_CALLBACK (told_cb), fixture);
  g_signal_connect_swapped (page, "told", G_CALLBACK (told_cb), fixture);
  gtk_window_set_child (fixture->window, page);
  gtk_window_present (fixture->window);
  while (ty_page_get_loading (TY_PAGE (page)) || !gtk_widget_get_mapped (page))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->page);
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
  g_free (fixture->told);
}

static GListModel *
get_model (Fixture *fixture)
{
  GtkWidget *view = find_child (fixture->page, GTK_TYPE_COLUMN_VIEW, NULL);

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
}

static void
wait_for (Fixture *fixture,
          guint    n)
{
  while (g_list_model_get_n_items (get_model (fixture)) != n)
    g_main_context_iteration (NULL, TRUE);
}

static gint64
get_unit (Fixture *fixture,
          guint    position)
{
  g_autoptr(TyVillageItem) item = g_list_model_get_item (get_model (fixture), position);

  return ty_village_item_get_unit (item);
}

static void
wait_for_unit (Fixture *fixture,
               guint    position,
               gint64   unit)
{
  while (get_unit (fixture, position) != unit)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
act (Fixture    *fixture,
     const char *action)
{
  return gtk_widget_activate_action (find_child (fixture->page, GTK_TYPE_COLUMN_VIEW, NULL), action,
                                     NULL);
}

static void
test_tree (Fixture       *fixture,
           gconstpointer  data)
{
  show (fixture, ty_villages_page_new (fixture->office));
  wait_for (fixture, 5);
  g_assert_cmpint (get_unit (fixture, 0), ==, fixture->county->north);
  g_assert_cmpint (get_unit (fixture, 1), ==, fixture->county->pine);
  g_assert_true (has_label (fixture->page, "3 villages　2 vacant seats"));

  gtk_widget_activate_action (find_child (fixture->page, GTK_TYPE_COLUMN_VIEW, NULL),
                              "villages.toggle", "x", fixture->county->north);
  wait_for (fixture, 3);
  g_assert_cmpint (get_unit (fixture, 1), ==, fixture->county->south);
  gtk_widget_activate_action (find_child (fixture->page, GTK_TYPE_COLUMN_VIEW, NULL),
                              "villages.toggle", "x", fixture->county->north);
  wait_for (fixture, 5);
}

/* A chip leaves what it says, each village below its township; the search does it by name. */
static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  GtkEditable *search;
  GtkStack *stack;

  show (fixture, ty_villages_page_new (fixture->office));
  wait_for (fixture, 5);
  search = GTK_EDITABLE (find_child (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL));
  stack = GTK_STACK (find_child (fixture->page, GTK_TYPE_STACK, NULL));

  act (fixture, "villages.short");
  wait_for (fixture, 2);
  g_assert_cmpint (get_unit (fixture, 1), ==, fixture->county->pine);
  act (fixture, "villages.leaderless");
  wait_for (fixture, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");
  act (fixture, "villages.clear");
  wait_for (fixture, 5);
  act (fixture, "villages.leaderless");
  wait_for (fixture, 2);
  g_assert_cmpint (get_unit (fixture, 1), ==, fixture->county->plum);
  act (fixture, "villages.clear");

  /* In the other script, and by initials. */
  gtk_editable_set_text (search, "梅園");
  wait_for (fixture, 2);
  g_assert_cmpint (get_unit (fixture, 1), ==, fixture->county->plum);
  gtk_editable_set_text (search, "xx");
  wait_for_unit (fixture, 1, fixture->county->creek);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, 2);
  /* A township brings its villages. */
  gtk_editable_set_text (search, "云岭");
  wait_for (fixture, 3);
  gtk_editable_set_text (search, "");
  wait_for (fixture, 5);
}

/* By keys and by the bar; what moved stays selected, and undo brings it back. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  GtkSelectionModel *selection;
  g_autoptr(GAsyncResult) result = NULL;

  show (fixture, ty_villages_page_new (fixture->office));
  wait_for (fixture, 5);
  selection = GTK_SELECTION_MODEL (get_model (fixture));
  gtk_selection_model_select_item (selection, 1, TRUE);
  act (fixture, "villages.move-down");
  wait_for_unit (fixture, 2, fixture->county->pine);
  while (!gtk_selection_model_is_selected (selection, 2) || fixture->told == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (fixture->told, "上松村"));
  g_assert_cmpint (get_unit (fixture, 1), ==, fixture->county->creek);

  /* Past the last one it does not go. */
  act (fixture, "villages.move-down");
  act (fixture, "villages.move-up");
  wait_for_unit (fixture, 1, fixture->county->pine);
  ty_office_undo_async (fixture->office, 0, NULL, ty_test_office_keep_result, &result);
  g_free (ty_office_undo_finish (fixture->office, ty_test_office_await (&result), NULL));
  g_clear_object (&result);
  wait_for_unit (fixture, 2, fixture->county->pine);
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view;

  show (fixture, ty_villages_page_new (fixture->office));
  wait_for (fixture, 5);
  view = find_child (fixture->page, GTK_TYPE_COLUMN_VIEW, NULL);
  gtk_widget_activate_action (gtk_widget_get_last_child (view), "list.activate-item", "u", 1);
  g_assert_cmpint (fixture->opened, ==, fixture->county->pine);
}

static void
show_village (Fixture *fixture,
              gint64   unit)
{
  GtkWidget *page = ty_village_page_new (fixture->office);

  ty_village_page_show (TY_VILLAGE_PAGE (page), unit);
  show (fixture, page);
  while (gtk_window_get_child (fixture->window) == NULL
         || g_strcmp0 (gtk_stack_get_visible_child_name (
                         GTK_STACK (find_child (page, GTK_TYPE_STACK, NULL))), "blank") == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_village (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *seat;

  show_village (fixture, fixture->county->pine);
  g_assert_cmpstr (ty_page_get_title (TY_PAGE (fixture->page)), ==, "上松村");
  /* One in each committee, and two seats of the party organization that are vacant. */
  g_assert_cmpuint (count_children (fixture->page, "ty-seat"), ==, 4);
  g_assert_cmpuint (count_children (fixture->page, "vacant"), ==, 2);
  g_assert_cmpuint (count_children (fixture->page, "ty-linked"), ==, 3);
  g_assert_true (has_label (fixture->page, "3 approved, 1 filled"));

  seat = find_child (fixture->page, GTK_TYPE_BUTTON, "ty-seat");
  g_signal_emit_by_name (seat, "clicked");
  g_assert_cmpint (fixture->person, ==, fixture->li);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  GdkClipboard *clipboard;
  g_autofree char *text = NULL;

  show_village (fixture, fixture->county->pine);
  g_assert_true (gtk_widget_activate_action (fixture->page, "village.copy", NULL));
  g_assert_nonnull (strstr (fixture->told, "上松村"));
  clipboard = gtk_widget_get_clipboard (fixture->page);
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                        "text/html"));
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (text, "\t李一\tFemale\t41\t"));
}

/* A unit that is not there on the date says so, and one that the file does not know, too. */
static void
test_absent (Fixture       *fixture,
             gconstpointer  data)
{
  GtkStack *stack;

  show_village (fixture, 12345);
  stack = GTK_STACK (find_child (fixture->page, GTK_TYPE_STACK, NULL));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "gone");
}

int
main (int   argc,
      char *argv[])
{
  ty_test_office_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/villages/tree", test_tree);
  ADD ("/villages/filters", test_filters);
  ADD ("/villages/order", test_order);
  ADD ("/villages/open", test_open);
  ADD ("/village/team", test_village);
  ADD ("/village/copy", test_copy);
  ADD ("/village/absent", test_absent);

  return g_test_run ();
}
