/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-group-editor.h"
#include "ty-list-editor.h"
#include "ty-list-picker.h"
#include "ty-lists-page.h"
#include "ty-pages.h"
#include "ty-paste-window.h"
#include "ty-people-page-list.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"

#include <string.h>

/* The page of the named lists, the window that shows who is meant by a pasted column, and the one that
 * does the same with many people. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWindow *window;
  GtkWidget *page;
  TyPeoplePage *people;
  char *told;
  gint64 li;
  gint64 wang;
  gint64 ding;
} Fixture;

static void
told_cb (Fixture    *fixture,
         const char *text)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();

  fixture->county = county;
  fixture->li = ty_test_office_add_person (county, "李云", "2", "1985-05", NULL);
  fixture->wang = ty_test_office_add_person (county, "王建国", "1", "1978-03", NULL);
  fixture->ding = ty_test_office_add_person (county, "丁一", "1", "1982-07", NULL);
  ty_test_office_add_person (county, "刘洋", "1", "1981-02", NULL);
  ty_test_office_add_person (county, "刘洋", "2", "1991-11", NULL);
  ty_test_office_add_post (county, fixture->li, county->pine, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, fixture->wang, county->creek, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, fixture->ding, county->plum, "D1", "2021-10", NULL);
  ty_test_office_done (county);
  fixture->office = ty_test_office_open (county);
  fixture->page = ty_lists_page_new (fixture->office);
  fixture->people = ty_lists_page_get_people (TY_LISTS_PAGE (fixture->page));
  g_signal_connect_swapped (fixture->page, "done", G_CALLBACK (told_cb), fixture);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1200, 700);
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
  g_free (fixture->told);
}

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;
  return FALSE;
}

/* The window that stands above that of the page. */
static GtkWidget *
find_window (GType type)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static guint
count_lists (Fixture *fixture)
{
  GPtrArray *lists = ty_lists_page_get_lists (TY_LISTS_PAGE (fixture->page));

  return lists != NULL ? lists->len : G_MAXUINT;
}

static gint64
make_list (Fixture      *fixture,
           const char   *name,
           const gint64 *people,
           guint         n)
{
  g_autoptr(TyPersonList) list = ty_person_list_new ();
  const TyPersonListEdit edit = { .op = TY_PERSON_LIST_ADD, .list = list, .people = people, .n_people = n };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyPersonListChange change;

  ty_record_set_text (TY_RECORD (list), TY_PERSON_LIST_NAME, name);
  ty_office_edit_list_async (fixture->office, &edit, NULL, ty_test_office_keep_result, &result);
  ty_office_edit_list_finish (fixture->office, ty_test_office_await (&result), &change, &error);
  g_assert_no_error (error);
  return change.list;
}

static gboolean
shows (Fixture      *fixture,
       const gint64 *people,
       guint         n)
{
  if (ty_people_page_get_n_people (fixture->people) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (ty_people_page_get_person (fixture->people, i) != people[i])
      return FALSE;

  return TRUE;
}

static void
choose (Fixture *fixture,
        guint    position)
{
  ty_roster_selection_choose (ty_people_page_get_selection (fixture->people), position);
}

/* An empty file says what to do; the first list is made with a form. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *editor;
  GtkWidget *row;

  ty_test_wait_until (count_lists (fixture) == 0);
  ty_test_wait_until (has_text (fixture->page, "No Lists Yet"));
  gtk_widget_activate_action (fixture->page, "lists.add", NULL);
  ty_test_wait_until (find_window (TY_TYPE_LIST_EDITOR) != NULL);
  editor = find_window (TY_TYPE_LIST_EDITOR);
  row = ty_test_find_type (editor, ADW_TYPE_ENTRY_ROW);
  gtk_widget_activate_action (editor, "editor.save", NULL);
  ty_test_wait_until (has_text (editor, "Name of the list: must be filled in."));
  gtk_editable_set_text (GTK_EDITABLE (row), "Election");
  gtk_widget_activate_action (editor, "editor.save", NULL);
  ty_test_wait_until (count_lists (fixture) == 1);
  ty_test_wait_until (has_text (fixture->page, "Nobody on This List Yet"));
  ty_test_wait_until (fixture->told != NULL);
  g_assert_cmpstr (fixture->told, ==, "List “Election” made");
  ty_test_wait_until (find_window (TY_TYPE_LIST_EDITOR) == NULL);
}

/* Rows are moved, sorted and taken off; the list is moved and removed. */
static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  const gint64 people[] = { fixture->li, fixture->wang, fixture->ding };
  const gint64 up[] = { fixture->wang, fixture->li, fixture->ding };
  const gint64 down[] = { fixture->li, fixture->ding, fixture->wang };
  const gint64 strokes[] = { fixture->ding, fixture->wang, fixture->li };
  gint64 list = make_list (fixture, "Election", people, 3);

  ty_test_wait_until (count_lists (fixture) == 1);
  ty_test_wait_until (shows (fixture, people, 3));
  g_assert_cmpint (ty_lists_page_get_current (TY_LISTS_PAGE (fixture->page)), ==, list);
  g_assert_true (ty_people_page_is_by_hand (fixture->people));

  choose (fixture, 1);
  gtk_widget_activate_action (fixture->page, "lists.key-up", NULL);
  ty_test_wait_until (shows (fixture, up, 3));
  /* Who was chosen stays so in another place. */
  ty_test_wait_until (ty_roster_selection_get_person (ty_people_page_get_selection (fixture->people))
              == fixture->wang);
  gtk_widget_activate_action (fixture->page, "lists.key-down", NULL);
  ty_test_wait_until (shows (fixture, people, 3));
  gtk_widget_activate_action (fixture->page, "lists.key-down", NULL);
  ty_test_wait_until (shows (fixture, down, 3));

  gtk_widget_activate_action (fixture->page, "lists.sort", "s", "strokes");
  ty_test_wait_until (shows (fixture, strokes, 3));
  ty_test_wait_until (g_strcmp0 (fixture->told, "Order of the list “Election” changed") == 0);

  choose (fixture, 0);
  gtk_widget_activate_action (fixture->page, "lists.key-remove", NULL);
  ty_test_wait_until (shows (fixture, strokes + 1, 2));
  g_assert_cmpstr (fixture->told, ==, "Taken off the list “Election”, 1 person");
  gtk_widget_activate_action (fixture->page, "lists.remove", NULL);
  ty_test_wait_until (count_lists (fixture) == 0);
}

/* A pasted column: found, of whom there are two, and not found. */
static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  TyPasteWindow *paste;
  GtkWidget *combo;
  gint64 list;

  list = make_list (fixture, "Election", NULL, 0);
  ty_test_wait_until (count_lists (fixture) == 1);
  paste = ty_paste_window_new (fixture->office,
                               ((TyListEntry *) g_ptr_array_index (
                                 ty_lists_page_get_lists (TY_LISTS_PAGE (fixture->page)), 0))->list,
                               "李　云\n刘洋\n丁一\n无此人\n");
  gtk_window_present (GTK_WINDOW (paste));
  ty_test_wait_until (has_text (GTK_WIDGET (paste), "2 found · 1 to choose · 1 not found"));
  g_assert_true (has_text (GTK_WIDGET (paste), "无此人"));
  g_assert_true (has_text (GTK_WIDGET (paste), "李云, 丁一"));
  combo = ty_test_find_type (GTK_WIDGET (paste), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), 2);
  ty_test_wait_until (has_text (GTK_WIDGET (paste), "3 found · 1 not found"));
  gtk_widget_activate_action (GTK_WIDGET (paste), "paste.save", NULL);
  ty_test_wait_until (find_window (TY_TYPE_PASTE_WINDOW) == NULL);
  ty_test_wait_until (ty_people_page_get_n_people (fixture->people) == 3);
  g_assert_cmpint (ty_people_page_get_list (fixture->people), ==, list);
  g_assert_cmpint (ty_people_page_get_person (fixture->people, 0), ==, fixture->li);
}

/* From the roster: a new list by its name. */
static void
test_picker (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  TyListPicker *picker;

  g_array_append_val (people, fixture->wang);
  picker = ty_list_picker_new (fixture->office, people);
  gtk_window_present (GTK_WINDOW (picker));
  gtk_editable_set_text (GTK_EDITABLE (ty_test_find_type (GTK_WIDGET (picker), ADW_TYPE_ENTRY_ROW)), "Course");
  gtk_widget_activate_action (GTK_WIDGET (picker), "picker.make", NULL);
  ty_test_wait_until (find_window (TY_TYPE_LIST_PICKER) == NULL);
  ty_test_wait_until (count_lists (fixture) == 1);
  ty_test_wait_until (shows (fixture, &fixture->wang, 1));
}

/* It is shown what would be done, and with whom it cannot be done; the others only where that is said. */
static void
test_group (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  TyGroupEditor *editor;
  GtkWidget *row, *check;

  g_array_append_val (people, fixture->wang);
  g_array_append_val (people, fixture->ding);
  g_array_append_val (people, fixture->li);
  editor = ty_group_editor_new (fixture->office, people);
  g_signal_connect_swapped (editor, "saved", G_CALLBACK (told_cb), fixture);
  gtk_window_present (GTK_WINDOW (editor));
  g_assert_true (ty_group_editor_choose (editor, "add-honour"));
  gtk_widget_activate_action (GTK_WIDGET (editor), "group.next", NULL);
  g_assert_true (has_text (GTK_WIDGET (editor), "Honour: must be filled in."));

  row = ty_test_find_type (GTK_WIDGET (editor), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "1980.01");
  row = gtk_widget_get_next_sibling (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "Model");
  gtk_widget_activate_action (GTK_WIDGET (editor), "group.next", NULL);
  ty_test_wait_until (has_text (GTK_WIDGET (editor), "Of 3 people, 1 will be changed, of 2 it cannot be done."));
  g_assert_true (has_text (GTK_WIDGET (editor), "Date: before the birth (1982.07)."));
  check = ty_test_find_type (GTK_WIDGET (editor), GTK_TYPE_CHECK_BUTTON);
  gtk_widget_activate_action (GTK_WIDGET (editor), "group.next", NULL);
  g_assert_false (ty_group_editor_is_busy (editor));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (editor), "group.next", NULL);
  ty_test_wait_until (find_window (TY_TYPE_GROUP_EDITOR) == NULL);
  g_assert_cmpstr (fixture->told, ==, "Honour added, 1 person");
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
  ADD ("/lists-page/empty", test_empty);
  ADD ("/lists-page/rows", test_rows);
  ADD ("/lists-page/paste", test_paste);
  ADD ("/lists-page/picker", test_picker);
  ADD ("/lists-page/group", test_group);

  return g_test_run ();
}
