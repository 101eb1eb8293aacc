/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-lists-page.h"
#include "ty-office-lists.h"
#include "ty-pages.h"
#include "ty-paper-window.h"
#include "ty-pairing-page.h"
#include "ty-pairing.h"
#include "ty-person-list.h"
#include "ty-programme.h"
#include "ty-reserve.h"
#include "ty-table.h"
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
insert (Fixture  *fixture,
        TyRecord *record)
{
  g_autoptr(GError) error = NULL;

  ty_table_insert (ty_store_get_database (fixture->county->store), record, &error);
  g_assert_no_error (error);
}

/* Wang is the mentor of Li, and Li is prepared for a post. */
static void
add_rows (Fixture *fixture)
{
  TyStore *store = fixture->county->store;
  g_autoptr(TyRecord) programme = ty_record_new (&ty_programme_info);
  g_autoptr(TyRecord) pairing = ty_record_new (&ty_pairing_info);
  g_autoptr(TyRecord) reserve = ty_record_new (&ty_reserve_info);

  ty_record_set_integer (programme, TY_PROGRAMME_ID, ty_store_mint_id (store));
  ty_record_set_text (programme, TY_PROGRAMME_NAME, "青蓝帮带");
  ty_record_set_integer (programme, TY_PROGRAMME_POSITION, 1);
  insert (fixture, programme);
  ty_record_set_integer (pairing, TY_PAIRING_PERSON, fixture->li);
  ty_record_set_integer (pairing, TY_PAIRING_ID, ty_store_mint_id (store));
  ty_record_set_integer (pairing, TY_PAIRING_MENTOR, fixture->wang);
  ty_record_set_integer (pairing, TY_PAIRING_PROGRAMME, ty_record_get_integer (programme, TY_PROGRAMME_ID));
  ty_record_set_text (pairing, TY_PAIRING_STATE, "under_way");
  ty_record_set_text (pairing, TY_PAIRING_FROM_DATE, "2021-11-01");
  insert (fixture, pairing);
  ty_record_set_integer (reserve, TY_RESERVE_PERSON, fixture->li);
  ty_record_set_integer (reserve, TY_RESERVE_ID, ty_store_mint_id (store));
  ty_record_set_integer (reserve, TY_RESERVE_UNIT, fixture->county->plum);
  ty_record_set_text (reserve, TY_RESERVE_POST, "D1");
  ty_record_set_text (reserve, TY_RESERVE_FROM_DATE, "2021-01");
  insert (fixture, reserve);
}

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
  add_rows (fixture);
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

/* The dialog shows the pages of a form. */
static void
assert_pages (Fixture    *fixture,
              const char *form,
              guint       n_pages)
{
  ty_test_window_settle (fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.draw-forms", NULL);
  ty_test_wait_until (find_dialog () != NULL);
  if (form != NULL)
    ty_paper_window_show_form (find_dialog (), form);
  ty_test_wait_until (ty_paper_window_get_n_pages (find_dialog ()) > 0);
  g_assert_cmpuint (ty_paper_window_get_n_pages (find_dialog ()), ==, n_pages);
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  ty_test_wait_until (find_dialog () == NULL);
}

/* The dialog shows the forms of so many people. */
static void
assert_people (Fixture *fixture,
               guint    n_people)
{
  assert_pages (fixture, "appointment-a4", 2 * n_people);
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

/* Of the reserves those that are selected. */
static void
test_reserves (Fixture       *fixture,
               gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-reserves", NULL);
  ty_test_window_settle (fixture->window);
  gtk_selection_model_select_item (gtk_column_view_get_model (find_table (GTK_WIDGET (fixture->window))), 0, TRUE);
  assert_people (fixture, 1);
}

/* The forms of a pairing from both profiles and from the board, which remembers its form for itself. */
static void
test_pairing (Fixture       *fixture,
              gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-person", "x", fixture->li);
  assert_pages (fixture, "mentor-letter", 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-person", "x", fixture->wang);
  assert_pages (fixture, "pairing-agreement", 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "pairing");
  assert_pages (fixture, NULL, 2);
  assert_pages (fixture, "mentor-letter", 1);
  assert_pages (fixture, NULL, 1);
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
  ADD ("/paper-places/reserves", test_reserves);
  ADD ("/paper-places/pairing", test_pairing);
  return g_test_run ();
}
