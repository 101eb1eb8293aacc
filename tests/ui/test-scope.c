/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-pages.h"
#include "ty-scope-button.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-unit-list.h"

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWindow *window;
  GtkWidget *button;
  GtkEditable *search;
  GtkListView *view;
  GListModel *model;
  GtkStack *stack;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->county = ty_test_office_new ();
  fixture->office = ty_test_office_open (fixture->county);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->button = g_object_new (TY_TYPE_SCOPE_BUTTON, "office", fixture->office, NULL);
  g_object_bind_property (fixture->office, "scope", fixture->button, "scope",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  fixture->search = GTK_EDITABLE (ty_test_find_type (fixture->button, GTK_TYPE_SEARCH_ENTRY));
  fixture->stack = GTK_STACK (ty_test_find_type (fixture->button, GTK_TYPE_STACK));
  fixture->view = GTK_LIST_VIEW (ty_test_find_type (fixture->button, GTK_TYPE_LIST_VIEW));
  fixture->model = G_LIST_MODEL (gtk_list_view_get_model (fixture->view));
  gtk_window_set_child (fixture->window, fixture->button);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *menu_button = ty_test_find_type (fixture->button, GTK_TYPE_MENU_BUTTON);

  /* GDK complains of a popover that is open while its window goes. */
  gtk_menu_button_popdown (GTK_MENU_BUTTON (menu_button));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_object_ref (fixture->button);
  gtk_window_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->button);
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
}

static void
open_popover (Fixture *fixture)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (ty_test_find_type (fixture->button, GTK_TYPE_MENU_BUTTON)));
}

static void
wait_for_units (Fixture *fixture,
                guint    n)
{
  while (g_list_model_get_n_items (fixture->model) != n
         || g_strcmp0 (gtk_stack_get_visible_child_name (fixture->stack),
                       n > 0 ? "units" : "nothing") != 0)
    g_main_context_iteration (NULL, TRUE);
}

static TyUnitItem *
get_unit (Fixture *fixture,
          guint    position)
{
  g_autoptr(GtkTreeListRow) row = g_list_model_get_item (fixture->model, position);

  return gtk_tree_list_row_get_item (row);
}

static void
assert_name (Fixture    *fixture,
             guint       position,
             const char *name)
{
  g_autoptr(TyUnitItem) unit = get_unit (fixture, position);

  g_assert_cmpstr (ty_unit_item_get_name (unit), ==, name);
}

static void
search (Fixture    *fixture,
        const char *text)
{
  gtk_editable_set_text (fixture->search, text);
}

/* Nothing is read until the tree is looked at; then its top is open. */
static void
test_tree (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GtkTreeListRow) north = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 0);
  open_popover (fixture);
  wait_for_units (fixture, 3);
  assert_name (fixture, 0, "石城县");
  assert_name (fixture, 1, "云岭镇");
  assert_name (fixture, 2, "石泉乡");

  north = g_list_model_get_item (fixture->model, 1);
  g_assert_true (gtk_tree_list_row_is_expandable (north));
  g_assert_false (gtk_tree_list_row_get_expanded (north));
  gtk_tree_list_row_set_expanded (north, TRUE);
  wait_for_units (fixture, 5);
  assert_name (fixture, 2, "上松村");
  gtk_tree_list_row_set_expanded (north, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 3);
}

static void
test_villages_have_no_children (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(GtkTreeListRow) south = NULL;
  g_autoptr(GtkTreeListRow) plum = NULL;

  open_popover (fixture);
  wait_for_units (fixture, 3);
  south = g_list_model_get_item (fixture->model, 2);
  gtk_tree_list_row_set_expanded (south, TRUE);
  wait_for_units (fixture, 4);
  plum = g_list_model_get_item (fixture->model, 3);
  g_assert_false (gtk_tree_list_row_is_expandable (plum));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TyUnitItem) pine = NULL;

  open_popover (fixture);
  wait_for_units (fixture, 3);
  search (fixture, "ssc");
  wait_for_units (fixture, 1);
  pine = get_unit (fixture, 0);
  g_assert_cmpstr (ty_unit_item_get_name (pine), ==, "上松村");
  g_assert_cmpstr (ty_unit_item_get_above (pine), ==, "云岭镇");
  search (fixture, "雲嶺");
  wait_for_units (fixture, 1);
  assert_name (fixture, 0, "云岭镇");
  search (fixture, "zzz");
  wait_for_units (fixture, 0);
  search (fixture, "");
  wait_for_units (fixture, 3);
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  open_popover (fixture);
  wait_for_units (fixture, 3);
  search (fixture, "shangsong");
  wait_for_units (fixture, 1);
  g_signal_emit_by_name (fixture->view, "activate", 0);
  g_assert_cmpint (ty_office_get_scope (fixture->office), ==, fixture->county->pine);
  g_assert_cmpstr (gtk_editable_get_text (fixture->search), ==, "");

  /* The unit at the top stands for everything. */
  open_popover (fixture);
  wait_for_units (fixture, 3);
  g_signal_emit_by_name (fixture->view, "activate", 0);
  g_assert_cmpint (ty_office_get_scope (fixture->office), ==, 0);
}

/* Enter comes before the answer: it means what will be found, not what is still shown. */
static void
test_choose_early (Fixture       *fixture,
                   gconstpointer  data)
{
  open_popover (fixture);
  wait_for_units (fixture, 3);
  search (fixture, "meiyuan");
  g_signal_emit_by_name (fixture->search, "search-changed");
  g_signal_emit_by_name (fixture->search, "activate");
  g_assert_cmpint (ty_office_get_scope (fixture->office), ==, 0);
  while (ty_office_get_scope (fixture->office) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ty_office_get_scope (fixture->office), ==, fixture->county->plum);
}

/* An answer that comes after another question, or to nobody, is dropped. */
static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  open_popover (fixture);
  wait_for_units (fixture, 3);
  for (guint i = 0; i < 20; i++)
    {
      search (fixture, i % 2 == 0 ? "ssc" : "zhen");
      g_signal_emit_by_name (fixture->search, "search-changed");
    }
  search (fixture, "村");
  wait_for_units (fixture, 2);
  assert_name (fixture, 1, "下溪村");
  search (fixture, "ssc");
  g_signal_emit_by_name (fixture->search, "search-changed");
}

/* The tree is that of the cut-off date: seen at once where it is open. */
static void
test_follows_office (Fixture       *fixture,
                     gconstpointer  data)
{
  open_popover (fixture);
  wait_for_units (fixture, 3);
  search (fixture, "松");
  wait_for_units (fixture, 1);
  ty_office_set_as_of (fixture->office, ty_date_new (2020, 6, 30));
  wait_for_units (fixture, 1);
  search (fixture, "");
  wait_for_units (fixture, 3);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GPtrArray **slot = user_data;
  g_autoptr(GError) error = NULL;

  *slot = ty_office_list_children_finish (TY_OFFICE (source), result, &error);
  g_assert_no_error (error);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GPtrArray **slot = user_data;
  g_autoptr(GError) error = NULL;

  *slot = ty_office_find_units_finish (TY_OFFICE (source), result, &error);
  g_assert_no_error (error);
}

static void
test_service (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) top = NULL;
  g_autoptr(GPtrArray) north = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) two = NULL;
  TyUnitItem *county, *pine;

  ty_office_list_children_async (fixture->office, 0, NULL, listed_cb, &top);
  ty_office_list_children_async (fixture->office, fixture->county->north, NULL, listed_cb, &north);
  ty_office_list_children_async (fixture->office, 4711, NULL, listed_cb, &none);
  ty_office_find_units_async (fixture->office, "村", 2, NULL, found_cb, &two);
  while (top == NULL || north == NULL || none == NULL || two == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (top->len, ==, 1);
  county = g_ptr_array_index (top, 0);
  g_assert_cmpint (ty_unit_item_get_unit (county), ==, fixture->county->county);
  g_assert_cmpint (ty_unit_item_get_parent (county), ==, 0);
  g_assert_null (ty_unit_item_get_above (county));
  g_assert_true (ty_unit_item_has_children (county));
  g_assert_cmpuint (north->len, ==, 2);
  pine = g_ptr_array_index (north, 0);
  g_assert_cmpint (ty_unit_item_get_unit (pine), ==, fixture->county->pine);
  g_assert_cmpint (ty_unit_item_get_parent (pine), ==, fixture->county->north);
  g_assert_false (ty_unit_item_has_children (pine));
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (two->len, ==, 2);
}

/* It asks when somebody counts its items, and nobody waits for it when it is gone. */
static void
test_unit_list (Fixture       *fixture,
                gconstpointer  data)
{
  TyUnitList *list = ty_unit_list_new (fixture->office, fixture->county->north);
  gboolean loading = TRUE;

  g_object_get (list, "loading", &loading, NULL);
  g_assert_false (loading);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_object_get (list, "loading", &loading, NULL);
  g_assert_true (loading);
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_finalize_object (list);

  list = ty_unit_list_new (fixture->office, 0);
  g_list_model_get_n_items (G_LIST_MODEL (list));
  g_assert_finalize_object (list);
}

static void
test_alone (void)
{
  GtkWidget *button = g_object_ref_sink (g_object_new (TY_TYPE_SCOPE_BUTTON, NULL));

  g_object_set (button, "scope", G_GINT64_CONSTANT (7), "scope-name", "云岭镇", NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ty_test_find_type (button, GTK_TYPE_MENU_BUTTON)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Scope: 云岭镇");
  g_assert_finalize_object (button);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();
  ty_app_resources_register_resource ();

  g_test_add_func ("/scope/alone", test_alone);
  ADD ("/scope/tree", test_tree);
  ADD ("/scope/villages-have-no-children", test_villages_have_no_children);
  ADD ("/scope/search", test_search);
  ADD ("/scope/choose", test_choose);
  ADD ("/scope/choose-early", test_choose_early);
  ADD ("/scope/late", test_late);
  ADD ("/scope/follows-office", test_follows_office);
  ADD ("/scope/service", test_service);
  ADD ("/scope/unit-list", test_unit_list);
  return g_test_run ();
}
