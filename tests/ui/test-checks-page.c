/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-check-entry.h"
#include "ty-checks-page.h"
#include "ty-pages.h"
#include "ty-person-page.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"

#include <string.h>

/* The page of the checks, and what a person’s page says of them. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWindow *window;
  GtkWidget *page;
  gint64 village; /* by win.show-village */
  gint64 person;  /* by win.show-person */
  gint64 li;
  gint64 wang;
} Fixture;

static void
show_village_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  ((Fixture *) user_data)->village = g_variant_get_int64 (parameter);
}

static void
show_person_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ((Fixture *) user_data)->person = g_variant_get_int64 (parameter);
}

static gboolean
exec (TyStore   *store,
      gpointer   data,
      GError   **error)
{
  return ty_database_exec (ty_store_get_database (store), data, error);
}

static void
run (TyTestOffice *county,
     const char   *sql)
{
  TyActionSpec spec = { "tester", "genesis", NULL, 0 };
  g_autoptr(GError) error = NULL;

  ty_store_run_final (county->store, &spec, exec, (gpointer) sql, &error);
  g_assert_no_error (error);
}

/* 李一’s number is wrong and her league is over; 王二’s sex is missing; in the village one is too many. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry entries[] = {
    { "show-village", show_village_cb, "x", NULL, NULL },
    { "show-person", show_person_cb, "x", NULL, NULL },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  TyTestOffice *county = fixture->county = ty_test_office_new ();

  fixture->li = ty_test_office_add_person (county, "李一", "2", "1980-01", "123");
  fixture->wang = ty_test_office_add_person (county, "王二", NULL, "1970-01", NULL);
  ty_test_office_add_post (county, fixture->li, county->plum, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, fixture->wang, county->pine, "D2", "2021-10", NULL);
  ty_test_office_add_study (county, fixture->li, "31", "graduated");
  ty_test_office_add_study (county, fixture->wang, "31", "graduated");
  run (county, "UPDATE person SET political = CASE name WHEN '李一' THEN '03' ELSE '13' END; "
               "UPDATE person SET id_number = NULL WHERE name = '王二'; "
               "INSERT INTO seat (unit, id, body, seats, women) SELECT unit, 1, 'party', 0, 0 FROM "
               "appointment WHERE post = 'D2'");
  run (county, "UPDATE person SET id_number = '123' WHERE name = '李一'");
  fixture->office = ty_test_office_open (county);
  ty_office_set_as_of (fixture->office, ty_date_from_iso ("2021-12-31"));

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1100, 700);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (actions));
}

static void
wait_until_read (Fixture *fixture)
{
  while (ty_page_get_loading (TY_PAGE (fixture->page)) || !gtk_widget_get_mapped (fixture->page))
    g_main_context_iteration (NULL, TRUE);
}

static void
show (Fixture   *fixture,
      GtkWidget *page)
{
  fixture->page = page;
  gtk_window_set_child (fixture->window, page);
  gtk_window_present (fixture->window);
  wait_until_read (fixture);
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
}

static GListModel *
get_entries (Fixture *fixture)
{
  return ty_checks_page_get_entries (TY_CHECKS_PAGE (fixture->page));
}

static void
wait_for (Fixture *fixture,
          guint    n)
{
  while (g_list_model_get_n_items (get_entries (fixture)) != n)
    g_main_context_iteration (NULL, TRUE);
}

static TyProblemKind
get_kind (Fixture *fixture,
          guint    position)
{
  g_autoptr(TyCheckEntry) entry = g_list_model_get_item (get_entries (fixture), position);

  return ty_check_entry_get_kind (entry);
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ty_test_find_type (fixture->page, GTK_TYPE_STACK)));
}

/* All that was found, the worst first, with its counts. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  show (fixture, ty_checks_page_new (fixture->office));
  g_assert_cmpstr (get_state (fixture), ==, "checks");
  wait_for (fixture, 5);
  g_assert_cmpuint (get_kind (fixture, 0), ==, TY_PROBLEM_ID_NUMBER);
  g_assert_cmpuint (get_kind (fixture, 1), ==, TY_PROBLEM_SEATS);
  g_assert_cmpuint (get_kind (fixture, 2), ==, TY_PROBLEM_LEAGUE_AGE);
  g_assert_cmpuint (get_kind (fixture, 3), ==, TY_PROBLEM_REQUIRED);
  g_assert_cmpuint (get_kind (fixture, 4), ==, TY_PROBLEM_MATERIAL);
  g_assert_true (ty_test_has_text (fixture->page, "5 findings"));
  g_assert_true (ty_test_has_text (fixture->page, "League member of 28 or older"));
  g_assert_true (ty_test_has_text (fixture->page, "has 3 characters"));
  g_assert_true (ty_test_has_text (fixture->page, "Copy the number from the identity card again."));
}

/* By what is chosen at the left, and by name, pinyin and words. */
static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  GtkEditable *search;

  show (fixture, ty_checks_page_new (fixture->office));
  wait_for (fixture, 5);
  search = GTK_EDITABLE (ty_test_find_type (fixture->page, GTK_TYPE_SEARCH_ENTRY));
  ty_checks_page_choose (TY_CHECKS_PAGE (fixture->page), "warning");
  wait_for (fixture, 3);
  ty_checks_page_choose (TY_CHECKS_PAGE (fixture->page), "seats");
  wait_for (fixture, 1);
  g_assert_cmpuint (get_kind (fixture, 0), ==, TY_PROBLEM_SEATS);
  gtk_editable_set_text (search, "李一");
  wait_for (fixture, 0);
  g_assert_true (ty_test_has_text (fixture->page, "Nothing that was found matches"));
  gtk_widget_activate_action (GTK_WIDGET (search), "checks.clear-filters", NULL);
  wait_for (fixture, 5);
  g_assert_cmpstr (ty_checks_page_get_chosen (TY_CHECKS_PAGE (fixture->page)), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
  gtk_editable_set_text (search, "wanger");
  wait_for (fixture, 2);
  gtk_editable_set_text (search, "上松");
  wait_for (fixture, 3);
}

/* Enter leads to the person, or to the village. */
static void
test_jump (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view;

  show (fixture, ty_checks_page_new (fixture->office));
  wait_for (fixture, 5);
  view = ty_test_find_type (fixture->page, GTK_TYPE_LIST_VIEW);
  gtk_widget_activate_action (view, "list.activate-item", "u", 0);
  g_assert_cmpint (fixture->person, ==, fixture->li);
  gtk_widget_activate_action (view, "list.activate-item", "u", 1);
  g_assert_cmpint (fixture->village, ==, fixture->county->pine);
}

/* The date and the scope are those of the window; what was chosen stays. */
static void
test_scope_and_date (Fixture       *fixture,
                     gconstpointer  data)
{
  show (fixture, ty_checks_page_new (fixture->office));
  wait_for (fixture, 5);
  ty_checks_page_choose (TY_CHECKS_PAGE (fixture->page), "warning");
  wait_for (fixture, 3);
  ty_office_set_scope (fixture->office, fixture->county->north);
  wait_for (fixture, 2);
  g_assert_cmpstr (ty_checks_page_get_chosen (TY_CHECKS_PAGE (fixture->page)), ==, "warning");
  ty_office_set_scope (fixture->office, fixture->county->creek);
  while (g_strcmp0 (get_state (fixture), "good") != 0)
    g_main_context_iteration (NULL, TRUE);
  ty_office_set_scope (fixture->office, 0);
  ty_office_set_as_of (fixture->office, ty_date_from_iso ("2007-01-01"));
  wait_for (fixture, 1);
  g_assert_cmpuint (get_kind (fixture, 0), ==, TY_PROBLEM_ID_NUMBER);
}

static void
wait_for_count (TyPage *page,
                int     count)
{
  while (ty_page_get_count (page) != count)
    g_main_context_iteration (NULL, TRUE);
}

/* The number beside the entry is there before anybody has looked at the page, and follows the scope. */
static void
test_count (Fixture       *fixture,
            gconstpointer  data)
{
  TyPage *page = TY_PAGE (ty_checks_page_new (fixture->office));

  fixture->page = GTK_WIDGET (page);
  g_object_ref_sink (page);
  wait_for_count (page, 1);
  g_assert_cmpint (ty_page_get_badge (page), ==, TY_PAGE_BADGE_LATE);
  g_assert_cmpuint (g_list_model_get_n_items (get_entries (fixture)), ==, 0);
  ty_office_set_scope (fixture->office, fixture->county->creek);
  wait_for_count (page, -1);
  show (fixture, fixture->page);
  ty_office_set_scope (fixture->office, 0);
  wait_for_count (page, 1);
  g_object_unref (page);
}

/* The profile tells the person’s own, and nothing where there is nothing. */
static void
test_person (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = ty_person_page_new (fixture->office);

  ty_person_page_show (TY_PERSON_PAGE (page), fixture->li);
  show (fixture, page);
  while (!ty_test_has_text (page, "has 3 characters"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ty_test_has_text (page, "Data checks"));
  g_assert_true (ty_test_has_text (page, "Youth League at the age"));
  g_assert_false (ty_test_has_text (page, "approved"));
  ty_office_set_as_of (fixture->office, ty_date_from_iso ("2007-01-01"));
  while (ty_test_has_text (page, "Youth League at the age"))
    g_main_context_iteration (NULL, TRUE);
  ty_person_page_show (TY_PERSON_PAGE (page), fixture->wang);
  while (!ty_test_has_text (page, "王二") || ty_test_has_text (page, "has 3 characters"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (ty_test_has_text (page, "Data checks"));
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
  ADD ("/checks/list", test_list);
  ADD ("/checks/filters", test_filters);
  ADD ("/checks/jump", test_jump);
  ADD ("/checks/scope-and-date", test_scope_and_date);
  ADD ("/checks/count", test_count);
  ADD ("/checks/person", test_person);

  return g_test_run ();
}
