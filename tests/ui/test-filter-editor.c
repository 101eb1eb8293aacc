/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-filter-editor.h"
#include "ty-filter-manager.h"
#include "ty-filter-pick.h"
#include "ty-filter-row.h"
#include "ty-pages.h"
#include "ty-person-list-edit.h"
#include "ty-test-office.h"
#include "ty-unit-chooser.h"
#include "ty-unit-item.h"

#include <adwaita.h>
#include <string.h>

/* The window in which a filter is put together, as somebody fills it in. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  TyFilterNode *applied; /* (owned) (nullable) */
  char *told;            /* (owned) (nullable) */
} Fixture;

static void
add_list (TyTestOffice *county,
          const char   *name,
          gint64        person)
{
  g_autoptr(TyPersonList) list = ty_person_list_new ();
  const TyPersonListEdit edit = { .op = TY_PERSON_LIST_ADD, .list = list, .people = &person, .n_people = 1 };
  TyPersonListChange change;
  g_autoptr(GError) error = NULL;

  ty_record_set_text (TY_RECORD (list), TY_PERSON_LIST_NAME, name);
  ty_person_list_edit_run (county->store, "test", &edit, &change, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();
  gint64 zhang = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NULL);
  gint64 liu = ty_test_office_add_person (county, "刘梅", "2", "1990-01", NULL);

  fixture->county = county;
  add_list (county, "考察对象", zhang);
  ty_test_office_add_post (county, zhang, county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_post (county, liu, county->creek, "D1", "2021-10", NULL);
  fixture->office = ty_test_office_open (county);
  ty_office_set_as_of (fixture->office, ty_date_new (2021, 12, 31));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->applied, ty_filter_node_free);
  g_free (fixture->told);
  ty_test_office_close (fixture->office);
  g_clear_object (&fixture->office);
  ty_test_office_free (fixture->county);
}

static void
applied_cb (TyFilterEditor *editor,
            Fixture        *fixture)
{
  g_clear_pointer (&fixture->applied, ty_filter_node_free);
  fixture->applied = ty_filter_editor_dup_filter (editor);
}

static void
told_cb (GtkWidget  *window,
         const char *text,
         Fixture    *fixture)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static TyFilterEditor *
open_editor (Fixture    *fixture,
             const char *json)
{
  TyRosterQuery query = { .who = TY_WHO_IN_OFFICE };
  g_autoptr(TyPopulation) population = json != NULL ? ty_population_from_json (json, NULL) : NULL;
  g_autoptr(TyFilterNode) filter = population != NULL ? ty_filter_node_new_for (population) : NULL;
  TyFilterEditor *editor = ty_filter_editor_new (fixture->office, &query, filter, NULL);

  g_signal_connect (editor, "applied", G_CALLBACK (applied_cb), fixture);
  g_signal_connect (editor, "saved", G_CALLBACK (told_cb), fixture);
  gtk_window_present (GTK_WINDOW (editor));
  return editor;
}

typedef gboolean (*Fits) (GtkWidget  *widget,
                          const char *text);

static GtkWidget *
find (GtkWidget  *widget,
      Fits        fits,
      const char *text)
{
  if (gtk_widget_get_visible (widget) && fits (widget, text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_visible (child) ? find (child, fits, text) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_label (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
is_entry (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_ENTRY (widget) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text);
}

static gboolean
is_pick (GtkWidget  *widget,
         const char *text)
{
  return TY_IS_FILTER_PICK (widget) && find (widget, is_label, text) != NULL;
}

static gboolean
is_row (GtkWidget  *widget,
        const char *text)
{
  return GTK_IS_LIST_BOX_ROW (widget) && find (widget, is_label, text) != NULL;
}

static gboolean
is_list (GtkWidget  *widget,
         const char *text)
{
  return GTK_IS_LIST_BOX (widget);
}

static gboolean
is_button (GtkWidget  *widget,
           const char *text)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
}

static void
wait_for (TyFilterEditor *editor,
          const char     *label)
{
  for (guint i = 0; i < 400 && find (GTK_WIDGET (editor), is_label, label) == NULL; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  g_assert_nonnull (find (GTK_WIDGET (editor), is_label, label));
}

static void
choose (TyFilterEditor *editor,
        const char     *pick_text,
        const char     *choice)
{
  GtkWidget *pick = find (GTK_WIDGET (editor), is_pick, pick_text);
  GtkWidget *row = NULL, *list;

  g_assert_nonnull (pick);
  ty_filter_pick_open (TY_FILTER_PICK (pick));
  for (guint i = 0; i < 400 && row == NULL; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
      row = find (pick, is_row, choice);
    }
  g_assert_nonnull (row);
  list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);
  g_assert_true (is_list (list, NULL));
  g_signal_emit_by_name (list, "row-activated", row);
}

static void
assert_applied (Fixture        *fixture,
                TyFilterEditor *editor,
                const char     *sentence)
{
  g_autofree char *text = NULL;

  gtk_widget_activate_action (GTK_WIDGET (editor), "filter.show", NULL);
  g_assert_nonnull (fixture->applied);
  text = ty_filter_node_dup_text (fixture->applied);
  g_assert_cmpstr (text, ==, sentence);
}

/* A condition from the field to the value, and how many meet it. */
static void
test_build (Fixture       *fixture,
            gconstpointer  data)
{
  TyFilterEditor *editor = open_editor (fixture, NULL);

  wait_for (editor, "2 people");
  choose (editor, "Choose a field", "Sex");
  choose (editor, "Choose…", "Female");
  wait_for (editor, "1 person");
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (find (gtk_widget_get_ancestor (find (GTK_WIDGET (editor), is_pick, "Sex"),
                                                      TY_TYPE_FILTER_ROW), is_button, "Not")), TRUE);
  wait_for (editor, "not Female");
  assert_applied (fixture, editor, "not Female");
}

/* What makes no sense is said at the field, counts nobody and is not shown. */
static void
test_nonsense (Fixture       *fixture,
               gconstpointer  data)
{
  TyFilterEditor *editor = open_editor (fixture,
    "{\"test\":\"age\",\"how\":\"between\",\"values\":[\"30\",\"35\"]}");
  GtkWidget *entry;

  wait_for (editor, "1 person");
  entry = find (GTK_WIDGET (editor), is_entry, "35");
  gtk_editable_set_text (GTK_EDITABLE (entry), "20");
  wait_for (editor, "must not be smaller");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_widget_activate_action (GTK_WIDGET (editor), "filter.show", NULL);
  g_assert_null (fixture->applied);

  gtk_editable_set_text (GTK_EDITABLE (entry), "５０");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  wait_for (editor, "2 people");
  assert_applied (fixture, editor, "30 to 50 years old");
}

/* Who is on a list that was put together by hand, and who is not. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  TyFilterEditor *editor = open_editor (fixture, NULL);
  g_autoptr(TyPopulation) population = NULL;
  g_autofree char *json = NULL;

  choose (editor, "Choose a field", "Named list");
  choose (editor, "Choose…", "考察对象");
  wait_for (editor, "1 person");
  wait_for (editor, "on the list “考察对象”");
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (find (gtk_widget_get_ancestor (find (GTK_WIDGET (editor), is_pick, "Named list"),
                                                      TY_TYPE_FILTER_ROW), is_button, "Not")), TRUE);
  wait_for (editor, "not on the list “考察对象”");
  assert_applied (fixture, editor, "not on the list “考察对象”");
  population = ty_filter_node_make_population (fixture->applied);
  json = ty_population_to_json (population);
  g_assert_nonnull (strstr (json, "\"test\""));
  g_assert_nonnull (strstr (json, "\"list\""));
}

static gboolean
is_tree (GtkWidget  *widget,
         const char *text)
{
  return TY_IS_UNIT_CHOOSER (widget);
}

/* Picks the unit of that name in the tree. */
static void
choose_in_tree (GtkWidget  *tree,
                const char *name)
{
  GListModel *rows = G_LIST_MODEL (ty_unit_chooser_get_rows (TY_UNIT_CHOOSER (tree)));
  GtkWidget *view = gtk_widget_get_first_child (tree);

  while (!GTK_IS_LIST_VIEW (view))
    view = gtk_widget_get_first_child (view);
  for (;;)
    {
      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        {
          g_autoptr(GtkTreeListRow) row = g_list_model_get_item (rows, i);
          g_autoptr(TyUnitItem) unit = gtk_tree_list_row_get_item (row);

          if (g_strcmp0 (ty_unit_item_get_name (unit), name) == 0)
            {
              g_signal_emit_by_name (view, "activate", i);
              return;
            }
          gtk_tree_list_row_set_expanded (row, TRUE);
        }
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Who does not know how a unit is written finds it in the tree, and takes it out again above it. */
static void
test_tree (Fixture       *fixture,
           gconstpointer  data)
{
  TyFilterEditor *editor = open_editor (fixture, NULL);
  GtkWidget *pick, *tree;

  choose (editor, "Choose a field", "Unit");
  pick = find (GTK_WIDGET (editor), is_pick, "Choose…");
  ty_filter_pick_open (TY_FILTER_PICK (pick));
  while ((tree = find (pick, is_tree, NULL)) == NULL || !gtk_widget_get_mapped (tree))
    g_main_context_iteration (NULL, TRUE);
  choose_in_tree (tree, "上松村");
  choose_in_tree (tree, "下溪村");
  wait_for (editor, "上松村/下溪村");
  wait_for (editor, "2 people");
  choose (editor, "上松村", "下溪村");
  wait_for (editor, "1 person");
  assert_applied (fixture, editor, "上松村");
}

static gint64
add_filter (Fixture    *fixture,
            const char *name)
{
  g_autoptr(TySavedFilter) filter = ty_saved_filter_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GPtrArray) filters = NULL;
  g_autoptr(GError) error = NULL;

  ty_record_set_text (TY_RECORD (filter), TY_SAVED_FILTER_NAME, name);
  ty_record_set_text (TY_RECORD (filter), TY_SAVED_FILTER_CONDITIONS, "{\"is\":\"female\"}");
  ty_office_save_filter_async (fixture->office, NULL, filter, NULL, ty_test_office_keep_result, &result);
  g_assert_true (ty_office_save_filter_finish (fixture->office, ty_test_office_await (&result), &error));
  g_assert_no_error (error);
  ty_office_list_filters_async (fixture->office, NULL, ty_test_office_keep_result, &listed);
  filters = ty_office_list_filters_finish (fixture->office, ty_test_office_await (&listed), &error);
  g_assert_no_error (error);
  return ty_record_get_integer (g_ptr_array_index (filters, filters->len - 1), TY_SAVED_FILTER_ID);
}

/* The names of the rows, from above. */
static void
wait_for_rows (TyFilterManager *manager,
               const char      *wanted)
{
  for (;;)
    {
      g_autoptr(GString) names = g_string_new (NULL);
      GtkWidget *row = find (GTK_WIDGET (manager), is_list, NULL);

      row = row != NULL ? gtk_widget_get_first_child (row) : NULL;
      for (; row != NULL; row = gtk_widget_get_next_sibling (row))
        if (ADW_IS_ACTION_ROW (row))
          g_string_append_printf (names, "%s ", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
      if (g_str_equal (names->str, wanted))
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
is_editable (GtkWidget  *widget,
             const char *text)
{
  return GTK_IS_EDITABLE (widget) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text);
}

/* The window with the named filters: another order, another name, one removed; each can be undone. */
static void
test_manager (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 first = add_filter (fixture, "妇女");
  gint64 second = add_filter (fixture, "青年");
  TyFilterManager *manager = ty_filter_manager_new (fixture->office);
  GtkWidget *dialog;

  g_signal_connect (manager, "done", G_CALLBACK (told_cb), fixture);
  gtk_window_present (GTK_WINDOW (manager));
  wait_for_rows (manager, "妇女 青年 ");

  gtk_widget_activate_action (GTK_WIDGET (manager), "filters.down", "x", first);
  wait_for_rows (manager, "青年 妇女 ");
  gtk_widget_activate_action (GTK_WIDGET (manager), "filters.up", "x", first);
  wait_for_rows (manager, "妇女 青年 ");

  gtk_widget_activate_action (GTK_WIDGET (manager), "filters.rename", "x", second);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, is_editable, "青年")), "青年干部");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "save");
  gtk_window_destroy (GTK_WINDOW (dialog));
  wait_for_rows (manager, "妇女 青年干部 ");
  g_assert_cmpstr (fixture->told, ==, "Filter renamed: 青年干部");

  gtk_widget_activate_action (GTK_WIDGET (manager), "filters.remove", "x", first);
  wait_for_rows (manager, "青年干部 ");
  g_assert_cmpstr (fixture->told, ==, "Filter removed: 妇女");
  g_assert_nonnull (ty_office_get_undo_label (fixture->office));
  gtk_window_destroy (GTK_WINDOW (manager));
}

/* Groups stand in one another; what is empty goes. */
static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  TyFilterEditor *editor = open_editor (fixture,
    "{\"all\":[{\"test\":\"age\",\"how\":\"at_most\",\"values\":[\"35\"]},"
    "{\"any\":[{\"who\":\"secretaries\"},{\"who\":\"reserves\"}]}]}");
  GtkWidget *button;

  wait_for (editor, "1 person");
  button = find (GTK_WIDGET (editor), is_button, "Add a Group");
  g_assert_nonnull (button);
  gtk_widget_activate (button);
  assert_applied (fixture, editor,
                  "35 years old and under and (Secretaries or Reserve cadres)");
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
  ADD ("/filter-editor/list", test_list);
  ADD ("/filter-editor/tree", test_tree);
  ADD ("/filter-editor/manager", test_manager);
  ADD ("/filter-editor/build", test_build);
  ADD ("/filter-editor/nonsense", test_nonsense);
  ADD ("/filter-editor/groups", test_groups);
  return g_test_run ();
}
