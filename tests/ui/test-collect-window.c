/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-application.h"
#include "ty-collect-item.h"
#include "ty-collect-window.h"
#include "ty-office-person.h"
#include "ty-pages.h"
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
  ty_collect_window_read (fixture->window, fixture->folder);
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
  g_assert_cmpuint (count_items (fixture, "张晓明"), ==, 0);
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "collect.take", NULL)
                  && !ty_collect_window_is_idle (fixture->window));
}

static TyRecord *
dup_person (Fixture *fixture)
{
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (fixture->office, fixture->person);

  return g_object_ref (TY_RECORD (file->person));
}

static void
set_note (Fixture    *fixture,
          const char *note)
{
  g_autoptr(TyRecord) person = dup_person (fixture);
  g_autoptr(GAsyncResult) result = NULL;

  ty_record_set_text (person, TY_PERSON_NOTE, note);
  ty_office_save_person_async (fixture->office, TY_PERSON (person), NULL, ty_test_office_keep_result, &result);
  g_assert_true (ty_office_save_person_finish (fixture->office, ty_test_office_await (&result), NULL));
}

/* A row that says something else than the file: it is shown with old and new, taken over, and told. */
static void
test_taken (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TyRecord) person = NULL;

  set_note (fixture, "前");
  send_out (fixture);
  set_note (fixture, "后");
  read_in (fixture);
  g_assert_cmpuint (count_items (fixture, "张晓明"), ==, 1);
  g_assert_cmpuint (count_items (fixture, "后 → 前"), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "collect.take", NULL);
  ty_test_wait_until (ty_collect_window_is_idle (fixture->window));
  g_assert_nonnull (strstr (fixture->told, "1 township"));
  person = dup_person (fixture);
  g_assert_cmpstr (ty_record_get_text (person, TY_PERSON_NOTE), ==, "前");
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
  g_test_add ("/collect/nowhere", Fixture, NULL, set_up, test_nowhere, tear_down);
  return g_test_run ();
}
