/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-forms-window.h"
#include "ty-import-window.h"
#include "ty-model.h"
#include "ty-pages.h"
#include "ty-photos-window.h"
#include "ty-settings.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-test-window.h"
#include "ty-window-private.h"

#include <glib/gstdio.h>

/* What is imported together has one window after the other: tables, appointment files, photos. */

static GtkApplication *application;

typedef struct
{
  TyTestOffice *county;
  TyWindow *window;
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->county = ty_test_office_new ();
  ty_test_office_add_person (fixture->county, "张晓明", "1", "1980-02", NULL);
  ty_test_office_done (fixture->county);
  fixture->folder = g_build_filename (fixture->county->folder, "all", NULL);
  g_mkdir (fixture->folder, 0700);
  fixture->window = ty_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ty_window_start (fixture->window, fixture->county->path);
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
  g_free (fixture->folder);
  ty_test_office_free (fixture->county);
}

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static GtkWidget *
await (GType type)
{
  GtkWidget *window;

  while ((window = ty_test_find_window (type)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
await_gone (GType type)
{
  while (ty_test_find_window (type) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Without a table among them the forms come at once, then the photos; who closes one sees the next all the same. */
static void
test_no_tables (Fixture       *fixture,
                gconstpointer  data)
{
  const char *paths[] = { fixture->folder, NULL };
  GtkWidget *forms, *photos;

  write_file (fixture, "张晓明.lrmx", "<Person><XingMing>张晓明</XingMing></Person>");
  write_file (fixture, "张晓明.jpg", "no picture");
  ty_window_import (fixture->window, paths);
  forms = await (TY_TYPE_FORMS_WINDOW);
  while (!ty_forms_window_is_planned (TY_FORMS_WINDOW (forms)))
    g_main_context_iteration (NULL, TRUE);
  await_gone (TY_TYPE_IMPORT_WINDOW);
  g_assert_null (ty_test_find_window (TY_TYPE_PHOTOS_WINDOW));
  gtk_window_close (GTK_WINDOW (forms));

  photos = await (TY_TYPE_PHOTOS_WINDOW);
  while (!ty_photos_window_is_ready (TY_PHOTOS_WINDOW (photos)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (ty_test_find_window (TY_TYPE_FORMS_WINDOW));
  gtk_window_close (GTK_WINDOW (photos));
  await_gone (TY_TYPE_PHOTOS_WINDOW);
}

/* A folder in which nothing can be imported is told, and the window asks for files again. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  const char *paths[] = { fixture->folder, NULL };
  GtkWidget *window;

  write_file (fixture, "~$open.xlsx", "x");
  write_file (fixture, "读我.pdf", "x");
  ty_window_import (fixture->window, paths);
  window = await (TY_TYPE_IMPORT_WINDOW);
  while (ty_import_window_is_busy (TY_IMPORT_WINDOW (window)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (ty_import_window_is_looked_at (TY_IMPORT_WINDOW (window)));
  gtk_window_close (GTK_WINDOW (window));
  await_gone (TY_TYPE_IMPORT_WINDOW);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ty_test_office_init ();
  ty_model_init ();
  ty_pages_init ();
  ty_app_resources_register_resource ();
  application = g_object_new (GTK_TYPE_APPLICATION, "application-id", TY_APP_ID, "flags",
                              G_APPLICATION_NON_UNIQUE, NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/import-ways/no-tables", test_no_tables);
  ADD ("/import-ways/nothing", test_nothing);
#undef ADD
  return g_test_run ();
}
