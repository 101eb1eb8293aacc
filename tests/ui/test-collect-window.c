/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-application.h"
#include "ty-appointment.h"
#include "ty-collect-item.h"
#include "ty-collect-window.h"
#include "ty-form-guard.h"
#include "ty-office-person.h"
#include "ty-office-rows.h"
#include "ty-pages.h"
#include "ty-store.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

/* Workbooks sent out and taken in by the window, on a county of two people. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWindow *parent;
  TyCollectWindow *window;
  char *folder;
  char *told;
  gint64 person;
} Fixture;

static GtkApplication *application;

static void
told_cb (TyCollectWindow *window,
         const char      *text,
         const char      *path,
         Fixture         *fixture)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
taken_cb (TyCollectWindow *window,
          const char      *text,
          Fixture         *fixture)
{
  told_cb (window, text, NULL, fixture);
}

static void
open_window (Fixture *fixture)
{
  fixture->window = ty_collect_window_new (fixture->parent, fixture->office);
  g_object_ref (fixture->window);
  g_signal_connect (fixture->window, "sent-out", G_CALLBACK (told_cb), fixture);
  g_signal_connect (fixture->window, "taken", G_CALLBACK (taken_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = fixture->county = ty_test_office_new ();
  gint64 b = ty_test_office_add_person (county, "李云", "2", "1991", NULL);

  fixture->person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", "990101198002210018");
  ty_test_office_add_post (county, fixture->person, county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_post (county, b, county->creek, "D1", NULL, NULL);
  fixture->office = ty_test_office_open (county);
  ty_office_set_as_of (fixture->office, ty_date_new (2022, 1, 31));
  fixture->parent = GTK_WINDOW (gtk_window_new ());
  fixture->folder = g_build_filename (county->folder, "townships", NULL);
  gtk_window_present (fixture->parent);
  open_window (fixture);
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->window);
  gtk_window_destroy (fixture->parent);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->told);
  ty_test_office_free (fixture->county);
}

static GtkWidget *
find_named (GtkWidget  *widget,
            const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GListModel *
get_list (Fixture    *fixture,
          const char *id)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_named (GTK_WIDGET (fixture->window), id))));
}

/* The line of a list in which a property is a text; the last where there is none. */
static GObject *
find_line (GListModel *list,
           const char *property,
           const char *text)
{
  GObject *item = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autofree char *found = NULL;

      g_clear_object (&item);
      item = g_list_model_get_item (list, i);
      g_object_get (item, property, &found, NULL);
      if (g_strcmp0 (found, text) == 0)
        return item;
    }
  g_clear_object (&item);
  return NULL;
}

/* The rows of somebody that say something else than the file. */
static guint
count_rows (Fixture    *fixture,
            const char *name)
{
  GListModel *rows = get_list (fixture, "rows_view");
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (rows, i);
      g_autofree char *found = NULL;
      g_autofree char *state = NULL;

      g_object_get (item, "name", &found, "state-word", &state, NULL);
      n += g_strcmp0 (found, name) == 0 && g_strcmp0 (state, "same") != 0;
    }
  return n;
}

/* The lines that contain a text, as name or as what of it. */
static guint
count_items (Fixture    *fixture,
             const char *text)
{
  GListModel *items = ty_collect_window_get_items (fixture->window);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(TyCollectItem) item = g_list_model_get_item (items, i);
      const char *of = ty_collect_item_get_text (item);

      n += strstr (ty_collect_item_get_name (item), text) != NULL || (of != NULL && strstr (of, text) != NULL);
    }
  return n;
}

static void
send_out (Fixture *fixture)
{
  ty_collect_window_send_out (fixture->window, fixture->folder);
  ty_test_wait_until (ty_collect_window_is_idle (fixture->window));
}

static void
read_in (Fixture *fixture)
{
  ty_collect_window_read (fixture->window, (const char *const[]) { fixture->folder, NULL });
  ty_test_wait_until (ty_collect_window_is_idle (fixture->window));
}

/* What was sent out and comes back untouched is there, and cannot be taken over. */
static void
test_untouched (Fixture       *fixture,
                gconstpointer  data)
{
  send_out (fixture);
  g_assert_nonnull (fixture->told);
  read_in (fixture);
  g_assert_cmpuint (count_items (fixture, "云岭镇"), ==, 1);
  g_assert_cmpuint (count_rows (fixture, "张晓明"), ==, 0);
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "collect.take", NULL)
                  && !ty_collect_window_is_idle (fixture->window));
}

static TyRecord *
dup_person (Fixture *fixture)
{
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (fixture->office, fixture->person);

  return g_object_ref (TY_RECORD (file->person));
}

static gint64
count (Fixture    *fixture,
       const char *sql)
{
  g_autoptr(TyStore) store = ty_store_open (ty_office_get_path (fixture->office), TY_STORE_READ_ONLY, NULL);
  gint64 n = 0;

  g_assert_true (ty_database_get_integer (ty_store_get_database (store), sql, &n, NULL));
  return n;
}

static void
set_fields (Fixture    *fixture,
            const char *note,
            const char *native_place)
{
  g_autoptr(TyRecord) person = dup_person (fixture);
  g_autoptr(GAsyncResult) result = NULL;

  ty_record_set_text (person, TY_PERSON_NOTE, note);
  ty_record_set_text (person, TY_PERSON_NATIVE_PLACE, native_place);
  ty_office_save_person_async (fixture->office, TY_PERSON (person), NULL, ty_test_office_keep_result, &result);
  g_assert_true (ty_office_save_person_finish (fixture->office, ty_test_office_await (&result), NULL));
}

/* A row that says something else than the file: it is shown with old and new, taken over but for the field that is
 * left out, and told. */
static void
test_taken (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TyRecord) person = NULL;
  g_autoptr(GObject) change = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autoptr(GObject) left_out = NULL;

  set_fields (fixture, "前", "东山");
  send_out (fixture);
  set_fields (fixture, "后", "西山");
  read_in (fixture);
  g_assert_cmpuint (count_rows (fixture, "张晓明"), ==, 1);
  change = find_line (get_list (fixture, "changes_view"), "label", "Note");
  g_assert_nonnull (change);
  g_object_get (change, "old", &old, "new", &new, NULL);
  g_assert_cmpstr (old, ==, "后");
  g_assert_cmpstr (new, ==, "前");
  left_out = find_line (get_list (fixture, "changes_view"), "label", "Native place");
  g_assert_nonnull (left_out);
  g_assert_false (ty_form_guard_is_begun (GTK_WINDOW (fixture->window)));
  g_object_set (left_out, "accepted", FALSE, NULL);
  g_assert_true (ty_form_guard_is_begun (GTK_WINDOW (fixture->window)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "collect.take", NULL);
  ty_test_wait_until (ty_collect_window_is_idle (fixture->window));
  g_assert_nonnull (strstr (fixture->told, "1 township"));
  person = dup_person (fixture);
  g_assert_cmpstr (ty_record_get_text (person, TY_PERSON_NOTE), ==, "前");
  g_assert_cmpstr (ty_record_get_text (person, TY_PERSON_NATIVE_PLACE), ==, "西山");
}

/* A post that the workbooks do not name, since they were sent out before. */
static void
add_post (Fixture *fixture)
{
  g_autoptr(TyAppointment) post = ty_appointment_new ();
  g_autoptr(GAsyncResult) result = NULL;

  ty_record_set_integer (TY_RECORD (post), TY_APPOINTMENT_PERSON, fixture->person);
  ty_record_set_integer (TY_RECORD (post), TY_APPOINTMENT_UNIT, fixture->county->pine);
  ty_record_set_text (TY_RECORD (post), TY_APPOINTMENT_POST, "C1");
  ty_record_set_date (TY_RECORD (post), TY_APPOINTMENT_FROM_DATE, ty_date_new (2018, 5, 0));
  ty_office_save_row_async (fixture->office, NULL, TY_RECORD (post), NULL, ty_test_office_keep_result, &result);
  g_assert_true (ty_office_save_row_finish (fixture->office, ty_test_office_await (&result), NULL));
}

/* With the day of the change posts end that no workbook names; without it they go on. What is no date is said. */
static void
test_end_day (Fixture       *fixture,
              gconstpointer  data)
{
  GtkEditable *end = GTK_EDITABLE (find_named (GTK_WIDGET (fixture->window), "end_row"));
  GtkProgressBar *bar = GTK_PROGRESS_BAR (find_named (GTK_WIDGET (fixture->window), "progress_bar"));

  send_out (fixture);
  add_post (fixture);
  gtk_editable_set_text (end, "昨天");
  ty_collect_window_read (fixture->window, (const char *const[]) { fixture->folder, NULL });
  g_assert_true (ty_collect_window_is_idle (fixture->window));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (end), "error"));
  gtk_editable_set_text (end, "");
  read_in (fixture);
  g_assert_cmpuint (count_rows (fixture, "张晓明"), ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "collect.back", NULL);
  gtk_editable_set_text (end, "2021.12.01");
  ty_collect_window_read (fixture->window, (const char *const[]) { fixture->folder, NULL });
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (bar)));
  ty_test_wait_until (ty_collect_window_is_idle (fixture->window));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (bar)));
  /* The post that ends, and the other one, which goes on in the new term. */
  g_assert_cmpuint (count_rows (fixture, "张晓明"), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "collect.take", NULL);
  ty_test_wait_until (ty_collect_window_is_idle (fixture->window));
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM appointment WHERE until_date = '2021-12-01'"), ==, 1);
}

/* A folder that is not there is told, and nothing is shown. */
static void
test_nowhere (Fixture       *fixture,
              gconstpointer  data)
{
  read_in (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (ty_collect_window_get_items (fixture->window)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  ty_test_office_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_pages_init ();
  /* It brings the pieces of the windows along. */
  application = GTK_APPLICATION (ty_application_new (0));
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add ("/collect/untouched", Fixture, NULL, set_up, test_untouched, tear_down);
  g_test_add ("/collect/taken", Fixture, NULL, set_up, test_taken, tear_down);
  g_test_add ("/collect/end-day", Fixture, NULL, set_up, test_end_day, tear_down);
  g_test_add ("/collect/nowhere", Fixture, NULL, set_up, test_nowhere, tear_down);
  return g_test_run ();
}
