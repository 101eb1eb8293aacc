/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-lists-page.h"
#include "ty-office-lists.h"
#include "ty-pages.h"
#include "ty-paper-window.h"
#include "ty-person-list.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-test-window.h"

#include <adwaita.h>

/* Forms on paper are asked for from everywhere, with the people who are meant there: each has two pages of the
 * appointment form. */

typedef struct
{
  TyTestOffice *county;
  TyWindow *window;
  gint64 li;
  gint64 wang;
} Fixture;

static GtkApplication *application;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();

  fixture->county = county;
  fixture->li = ty_test_office_add_person (county, "李晓一", "2", "1980-01", NULL);
  fixture->wang = ty_test_office_add_person (county, "王晓二", "1", "1970-01", NULL);
  ty_test_office_add_post (county, fixture->li, county->plum, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, fixture->wang, county->plum, "D2", "2011-05", NULL);
  ty_test_office_done (county);
  fixture->window = ty_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ty_window_start (fixture->window, county->path);
  ty_test_wait_until (ty_window_get_office (fixture->window) != NULL && ty_window_is_settled (fixture->window));
  ty_office_set_as_of (ty_window_get_office (fixture->window), ty_date_new (2021, 12, 31));
  ty_test_window_settle (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (gtk_application_get_windows (application) != NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  ty_test_office_free (fixture->county);
}

static TyPaperWindow *
find_dialog (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (TY_IS_PAPER_WINDOW (window))
        return TY_PAPER_WINDOW (window);
    }
  return NULL;
}

/* The dialog shows the forms of so many people. */
static void
assert_people (Fixture *fixture,
               guint    n_people)
{
  ty_test_window_settle (fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.draw-forms", NULL);
  ty_test_wait_until (find_dialog () != NULL);
  ty_paper_window_show_form (find_dialog (), "appointment-a4");
  ty_test_wait_until (ty_paper_window_get_n_pages (find_dialog ()) > 0);
  g_assert_cmpuint (ty_paper_window_get_n_pages (find_dialog ()), ==, 2 * n_people);
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  ty_test_wait_until (find_dialog () == NULL);
}

static GtkColumnView *
find_table (GtkWidget *widget)
{
  if (GTK_IS_COLUMN_VIEW (widget) && gtk_widget_get_mapped (widget))
    return GTK_COLUMN_VIEW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkColumnView *found = find_table (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_person (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-person", "x", fixture->li);
  assert_people (fixture, 1);
}

static void
test_village (Fixture       *fixture,
              gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-village", "x", fixture->county->plum);
  assert_people (fixture, 2);
}

static void
test_roster (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "roster");
  ty_test_window_settle (fixture->window);
  gtk_selection_model_select_item (gtk_column_view_get_model (find_table (GTK_WIDGET (fixture->window))), 1, TRUE);
  assert_people (fixture, 1);
}

/* Of a named list all are meant where nobody is selected. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  TyOffice *office = ty_window_get_office (fixture->window);
  const gint64 people[] = { fixture->wang, fixture->li };
  g_autoptr(TyPersonList) list = ty_person_list_new ();
  const TyPersonListEdit edit = { .op = TY_PERSON_LIST_ADD, .list = list, .people = people, .n_people = 2 };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyPersonListChange change;

  ty_record_set_text (TY_RECORD (list), TY_PERSON_LIST_NAME, "培训");
  ty_office_edit_list_async (office, &edit, NULL, ty_test_office_keep_result, &result);
  ty_office_edit_list_finish (office, ty_test_office_await (&result), &change, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-list", "x", change.list);
  assert_people (fixture, 2);
}

/* Whose filings are shown: a secretary has none yet. */
static void
test_filings (Fixture       *fixture,
              gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "filings");
  assert_people (fixture, 1);
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
  application = ty_test_window_start_application ();

  ADD ("/paper-places/person", test_person);
  ADD ("/paper-places/village", test_village);
  ADD ("/paper-places/roster", test_roster);
  ADD ("/paper-places/list", test_list);
  ADD ("/paper-places/filings", test_filings);
  return g_test_run ();
}
