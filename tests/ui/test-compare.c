/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-compare-facts.h"
#include "ty-compare-page.h"
#include "ty-pages.h"
#include "ty-person-picker.h"
#include "ty-person.h"
#include "ty-settings.h"
#include "ty-table.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"

#include <string.h>

/* People side by side, as somebody adds, moves and takes them out. */

#define NUMBER "990101198002210018"

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWindow *window;
  TyComparePage *page;
  gint64 people[3];
} Fixture;

static guint
count_class (GtkWidget  *widget,
             const char *css_class)
{
  guint n = gtk_widget_has_css_class (widget, css_class);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_class (child, css_class);
  return n;
}

static gboolean
update (TyStore   *store,
        gpointer   data,
        GError   **error)
{
  return ty_table_update (ty_store_get_database (store), data, error);
}

/* What others must not see when they look at the screen. */
static void
add_secrets (Fixture *fixture)
{
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(TyRecord) person = ty_table_get (ty_store_get_database (fixture->county->store),
                                             &ty_person_info, fixture->people[0], &error);

  g_assert_no_error (error);
  ty_record_set_text (person, TY_PERSON_PHONE, "19900001234");
  ty_record_set_text (person, TY_PERSON_ADDRESS, "云岭镇上松村一组");
  ty_store_run (fixture->county->store, &spec, update, person, &error);
  g_assert_no_error (error);
}

/* Two secretaries with junior college, and a head with a bachelor’s degree. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char *const names[] = { "张晓明", "李一", "王二" };
  static const char *const births[] = { "1980-02", "1985-03", "1990-04" };
  TyTestOffice *county = fixture->county = ty_test_office_new ();

  for (guint i = 0; i < 3; i++)
    {
      fixture->people[i] = ty_test_office_add_person (county, names[i], "1", births[i],
                                                      i == 0 ? NUMBER : NULL);
      ty_test_office_add_post (county, fixture->people[i], i == 2 ? county->creek : county->pine,
                               i == 2 ? "D2" : "P8", "2021-10", NULL);
      ty_test_office_add_study (county, fixture->people[i], i == 2 ? "21" : "31", "graduated");
    }
  add_secrets (fixture);
  fixture->office = ty_test_office_open (county);
  ty_office_set_as_of (fixture->office, ty_date_new (2022, 2, 1));
  fixture->page = TY_COMPARE_PAGE (ty_compare_page_new (fixture->office));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1200, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  ty_test_office_close (fixture->office);
  g_clear_object (&fixture->office);
  ty_test_office_free (fixture->county);
}

static guint
count_shown (Fixture *fixture)
{
  GPtrArray *files = ty_compare_page_get_files (fixture->page);

  return files != NULL ? files->len : 0;
}

static void
wait_for (Fixture *fixture,
          guint    n)
{
  while (count_shown (fixture) != n || ty_page_get_loading (TY_PAGE (fixture->page)))
    g_main_context_iteration (NULL, TRUE);
}

static const char *
get_name (Fixture *fixture,
          guint    place)
{
  TyPersonFile *file = g_ptr_array_index (ty_compare_page_get_files (fixture->page), place);

  return ty_record_get_text (TY_RECORD (file->person), TY_PERSON_NAME);
}

static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);

  ty_compare_page_show (fixture->page, fixture->people, 3);
  wait_for (fixture, 3);
  g_assert_true (ty_test_has_text (page, "张晓明"));
  g_assert_true (ty_test_has_text (page, "王二"));
  g_assert_true (ty_test_has_text (page, "42 years old (1980.02)"));
  g_assert_true (ty_test_has_text (page, "31 years old (1990.04)"));
  g_assert_true (ty_test_has_text (page, "4 months in the present post (2021.10)"));
}

/* Neither numbers nor places, in clear or masked, on the page or in the table. */
static void
test_nothing_that_identifies (Fixture       *fixture,
                              gconstpointer  data)
{
  static const char *const secrets[] = { "990101", "199****", "19900001234", "一组", "****" };
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  ty_compare_page_show (fixture->page, fixture->people, 3);
  wait_for (fixture, 3);
  text = ty_compare_facts_dup_text (ty_compare_page_get_files (fixture->page), ty_date_new (2022, 2, 1));
  html = ty_compare_facts_dup_html (ty_compare_page_get_files (fixture->page), ty_date_new (2022, 2, 1));
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_assert_false (ty_test_has_text (GTK_WIDGET (fixture->page), secrets[i]));
      g_assert_null (strstr (text, secrets[i]));
      g_assert_null (strstr (html, secrets[i]));
    }
}

/* A line for each fact and a cell for each person, with nothing that would break a table. */
static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  ty_compare_page_show (fixture->page, fixture->people, 3);
  wait_for (fixture, 3);
  text = ty_compare_facts_dup_text (ty_compare_page_get_files (fixture->page), ty_date_new (2022, 2, 1));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, TY_N_COMPARE_FACTS + 2);
  for (guint i = 0; i <= TY_N_COMPARE_FACTS; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 4);
    }
  g_assert_true (g_str_has_suffix (lines[0], "\t张晓明\t李一\t王二"));
}

/* Who is unlike most stands out, and what all have stands back; where all differ, nobody does. */
static void
test_differences (Fixture       *fixture,
                  gconstpointer  data)
{
  const TyDate as_of = ty_date_new (2022, 2, 1);
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GPtrArray *files;
  gboolean differs;

  ty_compare_page_show (fixture->page, fixture->people, 3);
  wait_for (fixture, 3);
  files = ty_compare_page_get_files (fixture->page);
  g_assert_cmpuint (ty_compare_fact_find_odd (TY_COMPARE_FULL_TIME, files, as_of, &differs), ==, 1u << 2);
  g_assert_true (differs);
  g_assert_cmpuint (ty_compare_fact_find_odd (TY_COMPARE_AGE, files, as_of, &differs), ==, 0);
  g_assert_true (differs);
  g_assert_cmpuint (ty_compare_fact_find_odd (TY_COMPARE_TENURE, files, as_of, &differs), ==, 0);
  g_assert_false (differs);

  g_assert_cmpuint (count_class (page, "ty-odd"), ==, 0);
  g_settings_set_boolean (ty_settings_get (), "compare-differences", TRUE);
  g_assert_cmpuint (count_class (page, "ty-odd"), >, 0);
  g_assert_cmpuint (count_class (page, "ty-same"), >=, 3);
  g_settings_set_boolean (ty_settings_get (), "compare-differences", FALSE);
  g_assert_cmpuint (count_class (page, "ty-odd"), ==, 0);
}

static void
test_move_and_remove (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  g_autoptr(GArray) people = NULL;

  ty_compare_page_show (fixture->page, fixture->people, 3);
  wait_for (fixture, 3);
  gtk_widget_activate_action (page, "compare.move", "(xi)", fixture->people[0], 1);
  g_assert_cmpstr (get_name (fixture, 1), ==, "张晓明");
  gtk_widget_activate_action (page, "compare.move", "(xi)", fixture->people[0], 1);
  gtk_widget_activate_action (page, "compare.move", "(xi)", fixture->people[0], 1);
  g_assert_cmpstr (get_name (fixture, 2), ==, "张晓明");
  gtk_widget_activate_action (page, "compare.remove", "x", fixture->people[1]);
  g_assert_cmpuint (count_shown (fixture), ==, 2);
  people = ty_compare_page_list_people (fixture->page);
  g_assert_cmpint (g_array_index (people, gint64, 0), ==, fixture->people[2]);
  gtk_widget_activate_action (page, "compare.remove", "x", fixture->people[2]);
  gtk_widget_activate_action (page, "compare.remove", "x", fixture->people[0]);
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  g_assert_true (ty_test_has_text (page, "Nobody is compared yet"));
}

/* By name, and Enter; who is there already is not added twice. */
static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GtkWidget *picker, *search;

  ty_compare_page_show (fixture->page, fixture->people, 2);
  wait_for (fixture, 2);
  ty_page_find (TY_PAGE (page));
  picker = ty_test_find_type (page, TY_TYPE_PERSON_PICKER);
  search = ty_test_find_type (picker, GTK_TYPE_SEARCH_ENTRY);
  while (!gtk_widget_get_mapped (search))
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (search), "wang er");
  g_signal_emit_by_name (search, "activate");
  wait_for (fixture, 3);
  g_assert_cmpstr (get_name (fixture, 2), ==, "王二");
  g_signal_emit_by_name (picker, "picked", fixture->people[0]);
  g_assert_cmpuint (count_shown (fixture), ==, 3);
}

/* Another date tells other ages. */
static void
test_date (Fixture       *fixture,
           gconstpointer  data)
{
  ty_compare_page_show (fixture->page, fixture->people, 2);
  wait_for (fixture, 2);
  ty_office_set_as_of (fixture->office, ty_date_new (2032, 3, 1));
  ty_page_refresh (TY_PAGE (fixture->page));
  while (!ty_test_has_text (GTK_WIDGET (fixture->page), "52 years old (1980.02)"))
    g_main_context_iteration (NULL, TRUE);
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
  ADD ("/compare/facts", test_facts);
  ADD ("/compare/nothing-that-identifies", test_nothing_that_identifies);
  ADD ("/compare/table", test_table);
  ADD ("/compare/differences", test_differences);
  ADD ("/compare/move-and-remove", test_move_and_remove);
  ADD ("/compare/add", test_add);
  ADD ("/compare/date", test_date);

  return g_test_run ();
}
