/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-collect-window.h"
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
#include <string.h>

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

static void
drop (Fixture    *fixture,
      const char *name,
      const char *other)
{
  g_autofree char *first = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *second = other != NULL ? g_build_filename (fixture->folder, other, NULL) : NULL;
  const char *paths[] = { first, second, NULL };

  ty_window_take_files (fixture->window, paths);
}

/* A table, an appointment file or a photo that is dropped on the main window is imported. */
static void
test_drop_imports (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *window;

  write_file (fixture, "名册.csv", "村,姓名\n松岗村,张晓明\n");
  drop (fixture, "名册.csv", NULL);
  window = await (TY_TYPE_IMPORT_WINDOW);
  while (!ty_import_window_is_looked_at (TY_IMPORT_WINDOW (window)))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_close (GTK_WINDOW (window));
  await_gone (TY_TYPE_IMPORT_WINDOW);

  write_file (fixture, "张晓明.jpg", "no picture");
  drop (fixture, "张晓明.jpg", NULL);
  window = await (TY_TYPE_PHOTOS_WINDOW);
  while (!ty_photos_window_is_ready (TY_PHOTOS_WINDOW (window)))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_close (GTK_WINDOW (window));
  await_gone (TY_TYPE_PHOTOS_WINDOW);
  g_assert_null (ty_window_get_problem (fixture->window));
}

static TyCollectWindow *
await_collect (void)
{
  TyCollectWindow *window = TY_COLLECT_WINDOW (await (TY_TYPE_COLLECT_WINDOW));

  ty_test_wait_until (ty_collect_window_is_idle (window));
  return window;
}

static void
close_collect (TyCollectWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  await_gone (TY_TYPE_COLLECT_WINDOW);
}

/* A workbook that came back from a township is taken in, alone and with its whole folder. */
static void
test_drop_answers (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *name = NULL;
  g_autoptr(GDir) dir = NULL;
  TyCollectWindow *window;

  ty_window_collect (fixture->window, NULL);
  window = await_collect ();
  ty_collect_window_send_out (window, fixture->folder);
  ty_test_wait_until (ty_collect_window_is_idle (window));
  close_collect (window);

  dir = g_dir_open (fixture->folder, 0, NULL);
  name = g_strdup (g_dir_read_name (dir));
  g_assert_nonnull (name);
  drop (fixture, name, NULL);
  window = await_collect ();
  g_assert_cmpuint (g_list_model_get_n_items (ty_collect_window_get_items (window)), >, 0);
  close_collect (window);

  drop (fixture, ".", NULL);
  window = await_collect ();
  g_assert_cmpuint (g_list_model_get_n_items (ty_collect_window_get_items (window)), >, 0);
  close_collect (window);

  write_file (fixture, "名册.csv", "村,姓名\n松岗村,张晓明\n");
  drop (fixture, "名册.csv", name);
  ty_test_wait_until (ty_window_get_problem (fixture->window) != NULL);
  g_assert_null (ty_test_find_window (TY_TYPE_IMPORT_WINDOW));
}

/* A county file that is dropped is opened. */
static void
test_drop_county (Fixture       *fixture,
                  gconstpointer  data)
{
  TyTestOffice *other = ty_test_office_new ();
  const char *paths[] = { other->path, NULL };

  ty_test_office_done (other);
  ty_window_take_files (fixture->window, paths);
  ty_test_wait_until (ty_window_shows_file (fixture->window, other->path)
                      && ty_window_is_settled (fixture->window));
  g_assert_null (ty_window_get_problem (fixture->window));
  ty_window_open_file (fixture->window, fixture->county->path);
  ty_test_wait_until (ty_window_shows_file (fixture->window, fixture->county->path)
                      && ty_window_is_settled (fixture->window));
  ty_test_office_free (other);
}

/* Of anything else is said what can be dropped, by the name of the file; nothing opens. */
static void
test_drop_other (Fixture       *fixture,
                 gconstpointer  data)
{
  write_file (fixture, "通知.pdf", "x");
  drop (fixture, "通知.pdf", NULL);
  ty_test_wait_until (ty_window_get_problem (fixture->window) != NULL);
  g_assert_nonnull (strstr (ty_window_get_problem (fixture->window), "通知.pdf"));
  g_assert_nonnull (strstr (ty_window_get_problem (fixture->window), ".touyan"));
  g_assert_null (ty_test_find_window (TY_TYPE_IMPORT_WINDOW));
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
  ADD ("/import-ways/drop-imports", test_drop_imports);
  ADD ("/import-ways/drop-answers", test_drop_answers);
  ADD ("/import-ways/drop-county", test_drop_county);
  ADD ("/import-ways/drop-other", test_drop_other);
#undef ADD
  return g_test_run ();
}
