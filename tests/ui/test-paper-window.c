/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-form-print.h"
#include "ty-office-paper.h"
#include "ty-pages.h"
#include "ty-paper-window.h"
#include "ty-settings.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-test-window.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

/* The dialog of forms on paper, on a county of two people, and what it prints and saves, read back. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWindow *parent;
  TyPaperWindow *window; /* (nullable): destroyed when it closes */
  GArray *people;
  char *path;
  char *told;
} Fixture;

static GtkApplication *application;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();
  gint64 li = ty_test_office_add_person (county, "李晓一", "2", "1980-01", "123");
  gint64 wang = ty_test_office_add_person (county, "王晓二", "1", "1970-01", NULL);

  ty_test_office_add_post (county, li, county->plum, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, wang, county->plum, "D2", "2011-05", NULL);
  fixture->county = county;
  fixture->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (fixture->people, li);
  g_array_append_val (fixture->people, wang);
  fixture->office = ty_test_office_open (county);
  ty_office_set_as_of (fixture->office, ty_date_from_iso ("2021-12-31"));
  fixture->path = g_build_filename (g_get_tmp_dir (), "touyan-paper-test.pdf", NULL);
  fixture->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (fixture->parent);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  gtk_window_destroy (fixture->parent);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  g_array_unref (fixture->people);
  g_unlink (fixture->path);
  g_free (fixture->path);
  g_free (fixture->told);
  ty_test_office_free (fixture->county);
}

static void
saved_cb (TyPaperWindow *window,
          const char    *text,
          const char    *path,
          Fixture       *fixture)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
open_window (Fixture *fixture,
             GArray  *people)
{
  fixture->window = ty_paper_window_new (fixture->parent, fixture->office, people);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  g_signal_connect (fixture->window, "saved", G_CALLBACK (saved_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static char *
read_text (Fixture *fixture)
{
  const char *argv[] = { "pdftotext", "-raw", fixture->path, "-", NULL };
  g_autoptr(GError) error = NULL;
  char *text = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return text;
}

/* The preview has the pages of both people, and of all forms without noting it again. */
static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  open_window (fixture, fixture->people);
  ty_paper_window_show_form (fixture->window, "appointment-a4");
  ty_test_wait_until (ty_paper_window_get_n_pages (fixture->window) == 4);
  ty_paper_window_show_form (fixture->window, "sign-in");
  ty_test_wait_until (ty_paper_window_get_n_pages (fixture->window) == 1);
  ty_paper_window_show_form (fixture->window, "village-cadre");
  ty_test_wait_until (ty_paper_window_get_n_pages (fixture->window) == 2);
  for (guint i = 0; i < 3; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "paper.next", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "paper.zoom-in", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "paper.zoom-fit", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "paper.previous", NULL);
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_BOX (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

static gboolean
is_seen (GtkWidget *list)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)));
  GtkWidget *scrolled = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_get_height (row) > 0 && gtk_widget_compute_bounds (row, scrolled, &bounds)
         && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scrolled) + 1;
}

/* The form of the last time is in sight, though it is the last of the list; the preview has most of the width. */
static void
test_remembered (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *list;

  g_settings_set_string (ty_settings_get (), "paper-form", "spine-labels");
  open_window (fixture, NULL);
  list = find_list (GTK_WIDGET (fixture->window));
  ty_test_wait_until (is_seen (list));
  g_assert_cmpint (gtk_widget_get_width (list), <, 400);
  g_settings_reset (ty_settings_get (), "paper-form");
}

/* Where nobody is chosen there are blank forms. */
static void
test_blank (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = NULL;

  open_window (fixture, NULL);
  ty_paper_window_show_form (fixture->window, "appointment-b5");
  g_assert_cmpuint (ty_paper_window_get_n_pages (fixture->window), ==, 2);
  ty_paper_window_save (fixture->window, fixture->path);
  ty_test_wait_until (fixture->window == NULL);
  text = read_text (fixture);
  g_assert_null (strstr (text, "李晓一"));
  g_assert_nonnull (strstr (text, "毕业院校"));
}

/* The PDF has everybody, and what it is is told. */
static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  open_window (fixture, fixture->people);
  ty_paper_window_show_form (fixture->window, "appointment-a4");
  ty_test_wait_until (ty_paper_window_get_n_pages (fixture->window) == 4);
  ty_paper_window_save (fixture->window, fixture->path);
  ty_test_wait_until (fixture->window == NULL);
  g_assert_cmpstr (fixture->told, ==, "PDF of 4 pages written");
  text = read_text (fixture);
  g_assert_nonnull (strstr (text, "李晓一"));
  g_assert_nonnull (strstr (text, "王晓二"));
}

/* A document of each in an archive, by the names that were chosen. */
static void
test_archive (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *zip = g_strconcat (fixture->path, ".zip", NULL);

  open_window (fixture, fixture->people);
  ty_paper_window_show_form (fixture->window, "appointment-a4");
  ty_test_wait_until (ty_paper_window_get_n_pages (fixture->window) == 4);
  ty_paper_save_choose (ty_paper_window_get_save (fixture->window), TY_FORM_FORMAT_DOCX, TY_FORM_PACK_ZIP,
                        "{no}-{name}");
  ty_paper_window_save (fixture->window, zip);
  ty_test_wait_until (fixture->window == NULL);
  g_assert_cmpstr (fixture->told, ==, "Forms written into 2 files");
  g_assert_true (g_file_test (zip, G_FILE_TEST_EXISTS));
  g_unlink (zip);
}

/* Forms of very many are cancelled on the way: nothing is there, and nothing is left beside it. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("touyan-cancel-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "forms.pdf", NULL);

  for (guint i = 0; i < 500; i++)
    {
      gint64 person = g_array_index (fixture->people, gint64, 0);

      g_array_append_val (fixture->people, person);
    }
  open_window (fixture, fixture->people);
  ty_paper_window_show_form (fixture->window, "appointment-a4");
  ty_test_wait_until (ty_paper_window_get_n_pages (fixture->window) > 0);
  ty_paper_window_save (fixture->window, path);
  ty_test_wait_until (ty_test_office_count_files (folder) == 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "paper.cancel", NULL);
  ty_test_wait_until (!ty_paper_window_is_busy (fixture->window));
  g_assert_nonnull (fixture->window);
  g_assert_null (fixture->told);
  g_assert_cmpuint (ty_test_office_count_files (folder), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A folder that is not there: nothing is lost, and the dialog stays with its reason. */
static void
test_fails (Fixture       *fixture,
            gconstpointer  data)
{
  open_window (fixture, fixture->people);
  ty_paper_window_show_form (fixture->window, "appointment-a4");
  ty_test_wait_until (ty_paper_window_get_n_pages (fixture->window) == 4);
  ty_paper_window_save (fixture->window, "/nowhere/at/all.pdf");
  ty_test_wait_until (!ty_paper_window_is_busy (fixture->window));
  g_assert_nonnull (fixture->window);
  g_assert_null (fixture->told);
}

static TyFormSet *
load (Fixture    *fixture,
      TyPaperUse  use)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyFormTemplate) template = ty_form_template_get_shipped ("appointment-a4", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  GPtrArray *values;

  ty_office_load_paper_async (fixture->office, template, fixture->people, use, NULL, ty_test_office_keep_result,
                              &result);
  values = ty_office_load_paper_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return ty_form_set_new (template, values);
}

static void
print_moved (Fixture     *fixture,
             TyFormSides  sides,
             double       right,
             double       down)
{
  g_autoptr(GtkPrintOperation) operation = ty_form_print_operation_new (load (fixture, TY_PAPER_PRINTED), "表", sides,
                                                                        right, down);
  g_autoptr(GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, fixture->path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
}

static char *
print (Fixture     *fixture,
       TyFormSides  sides)
{
  print_moved (fixture, sides, 0, 0);
  return read_text (fixture);
}

/* Where the name stands on the paper, in points. */
static void
find_name (Fixture *fixture,
           double  *x,
           double  *y)
{
  const char *argv[] = { "pdftotext", "-bbox", "-l", "1", fixture->path, "-", NULL };
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint i = 0;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  while (lines[i] != NULL && strstr (lines[i], ">李晓一<") == NULL)
    i++;
  g_assert_nonnull (lines[i]);
  *x = g_ascii_strtod (strstr (lines[i], "xMin=\"") + strlen ("xMin=\""), NULL);
  *y = g_ascii_strtod (strstr (lines[i], "yMin=\"") + strlen ("yMin=\""), NULL);
}

/* What a printer sets off is set right by millimetres. */
static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  double x[2], y[2];

  print_moved (fixture, TY_FORM_SIDES_ALL, 0, 0);
  find_name (fixture, &x[0], &y[0]);
  print_moved (fixture, TY_FORM_SIDES_ALL, 5, -3);
  find_name (fixture, &x[1], &y[1]);
  g_assert_cmpfloat_with_epsilon ((x[1] - x[0]) * 25.4 / 72, 5, 0.1);
  g_assert_cmpfloat_with_epsilon ((y[1] - y[0]) * 25.4 / 72, -3, 0.1);
}

/* Fronts and backs are printed apart for paper that is turned by hand. */
static void
test_sides (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *all = print (fixture, TY_FORM_SIDES_ALL);
  g_autofree char *fronts = print (fixture, TY_FORM_SIDES_FRONTS);
  g_autofree char *backs = print (fixture, TY_FORM_SIDES_BACKS);

  g_assert_nonnull (strstr (all, "李晓一"));
  g_assert_nonnull (strstr (all, "填表人"));
  g_assert_nonnull (strstr (fronts, "王晓二"));
  g_assert_null (strstr (fronts, "填表人"));
  g_assert_null (strstr (backs, "王晓二"));
  g_assert_nonnull (strstr (backs, "填表人"));
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

  ADD ("/paper/preview", test_preview);
  ADD ("/paper/remembered", test_remembered);
  ADD ("/paper/blank", test_blank);
  ADD ("/paper/save", test_save);
  ADD ("/paper/archive", test_archive);
  ADD ("/paper/cancel", test_cancel);
  ADD ("/paper/fails", test_fails);
  ADD ("/paper/sides", test_sides);
  ADD ("/paper/moved", test_moved);
  return g_test_run ();
}
