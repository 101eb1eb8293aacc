/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-merge-window.h"
#include "ty-pages.h"
#include "ty-person-picker.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-test-window.h"

#include <string.h>

/* The dialog that merges two records of one person, as somebody looks and chooses. */

#define NUMBER "990101198002210018"
#define OTHER_NUMBER "990101198002210034"

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 kept;
  gint64 other;
  gint64 stranger;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = fixture->county = ty_test_office_new ();

  fixture->kept = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NUMBER);
  fixture->other = ty_test_office_add_person (county, "张晓明", "1", "1980-02-21", OTHER_NUMBER);
  fixture->stranger = ty_test_office_add_person (county, "李一", NULL, "1985-03", NULL);
  ty_test_office_add_post (county, fixture->kept, county->pine, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, fixture->other, county->pine, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, fixture->other, county->pine, "D2", "2021-10", NULL);
  fixture->office = ty_test_office_open (county);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_office_close (fixture->office);
  g_clear_object (&fixture->office);
  ty_test_office_free (fixture->county);
}

static TyMergeWindow *
open_window (Fixture *fixture,
             gint64   kept,
             gint64   other)
{
  TyMergeWindow *window = ty_merge_window_new (NULL, fixture->office, kept, other);

  gtk_window_present (GTK_WINDOW (window));
  while (other != 0 && !ty_merge_window_is_ready (window))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static GtkWidget *
find_choice (GtkWidget  *widget,
             const char *text)
{
  if (GTK_IS_CHECK_BUTTON (widget) && ty_test_has_text (widget, text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_choice (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
merged_cb (TyMergeWindow *window,
           const char    *text,
           gboolean      *merged)
{
  *merged = TRUE;
}

static void
merge (TyMergeWindow *window)
{
  gboolean merged = FALSE;

  g_signal_connect (window, "merged", G_CALLBACK (merged_cb), &merged);
  gtk_widget_activate_action (GTK_WIDGET (window), "merge.run", NULL);
  while (!merged)
    g_main_context_iteration (NULL, TRUE);
}

/* What is chosen holds, all entries are there once, and the other record leads to this one. */
static void
test_choose_and_merge (Fixture       *fixture,
                       gconstpointer  data)
{
  TyMergeWindow *window = open_window (fixture, fixture->kept, fixture->other);
  GtkWidget *choice = find_choice (GTK_WIDGET (window), "1980.02.21");
  g_autoptr(TyPersonFile) file = NULL;
  TyRecord *person;

  g_assert_nonnull (choice);
  g_assert_null (find_choice (GTK_WIDGET (window), "李一"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
  merge (window);
  file = ty_test_office_load_person (fixture->office, fixture->other);
  person = TY_RECORD (file->person);
  g_assert_cmpint (ty_record_get_integer (person, TY_PERSON_ID), ==, fixture->kept);
  g_assert_cmpstr (ty_record_get_text (person, TY_PERSON_BIRTH), ==, "1980-02-21");
  g_assert_cmpstr (ty_record_get_text (person, TY_PERSON_ID_NUMBER), ==, NUMBER);
  g_assert_cmpuint (file->posts->len, ==, 2);
}

/* Numbers are masked until somebody asks for them. */
static void
test_masked (Fixture       *fixture,
             gconstpointer  data)
{
  TyMergeWindow *window = open_window (fixture, fixture->kept, fixture->other);

  g_assert_false (ty_test_has_text (GTK_WIDGET (window), NUMBER));
  g_assert_true (ty_test_has_text (GTK_WIDGET (window), "****"));
  gtk_widget_activate_action (GTK_WIDGET (window), "merge.reveal", NULL);
  g_assert_true (ty_test_has_text (GTK_WIDGET (window), NUMBER));
  g_assert_true (ty_test_has_text (GTK_WIDGET (window), OTHER_NUMBER));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The other record can be the one that stays. */
static void
test_swap (Fixture       *fixture,
           gconstpointer  data)
{
  TyMergeWindow *window = open_window (fixture, fixture->kept, fixture->other);
  g_autoptr(TyPersonFile) file = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "merge.swap", NULL);
  g_assert_false (ty_merge_window_is_ready (window));
  while (!ty_merge_window_is_ready (window))
    g_main_context_iteration (NULL, TRUE);
  merge (window);
  file = ty_test_office_load_person (fixture->office, fixture->kept);
  g_assert_cmpint (ty_record_get_integer (TY_RECORD (file->person), TY_PERSON_ID), ==, fixture->other);
}

/* Who has the same name and month of birth is proposed before anything is typed. */
static void
test_twin_is_proposed (Fixture       *fixture,
                       gconstpointer  data)
{
  TyMergeWindow *window = open_window (fixture, fixture->kept, 0);
  GtkWidget *picker = ty_test_find_type (GTK_WIDGET (window), TY_TYPE_PERSON_PICKER);
  GtkWidget *list = ty_test_find_type (picker, GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ty_test_has_text (GTK_WIDGET (row), "Same name and month of birth"));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_signal_emit_by_name (list, "row-activated", row);
  while (!ty_merge_window_is_ready (window))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find_choice (GTK_WIDGET (window), "1980.02.21"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A record with itself: said, and nothing is done. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  TyMergeWindow *window = ty_merge_window_new (NULL, fixture->office, fixture->kept, fixture->kept);

  gtk_window_present (GTK_WINDOW (window));
  while (!ty_test_has_text (GTK_WIDGET (window), "cannot be merged with itself"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (ty_merge_window_is_ready (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* There is one program in a process; it brings the .ui files of its layer. */
int
main (int   argc,
      char *argv[])
{
  GtkApplication *application;

  ty_test_office_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();
  application = ty_test_window_start_application ();
  g_assert_nonnull (application);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/merge-window/choose-and-merge", test_choose_and_merge);
  ADD ("/merge-window/masked", test_masked);
  ADD ("/merge-window/swap", test_swap);
  ADD ("/merge-window/twin-is-proposed", test_twin_is_proposed);
  ADD ("/merge-window/refused", test_refused);

  return g_test_run ();
}
