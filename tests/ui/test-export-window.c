/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-export-window.h"
#include "ty-format.h"
#include "ty-pages.h"
#include "ty-people-page.h"
#include "ty-settings.h"
#include "ty-test-office.h"
#include "ty-test-widgets.h"
#include "ty-test-window.h"
#include "ty-window.h"
#include "ty-xlsx-reader.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

/* The dialog that exports a list, on a county of three people. */

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GtkWindow *parent;
  TyExportWindow *window;
  char *path;
  char *told;
} Fixture;

static GtkApplication *application;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();
  gint64 a = ty_test_office_add_person (county, "张晓明", "1", "1980-02", "990101198002210018");
  gint64 b = ty_test_office_add_person (county, "李云", "2", "1991", NULL);
  gint64 c = ty_test_office_add_person (county, "王梅", "2", NULL, "990101197011110029");

  ty_test_office_add_post (county, a, county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_post (county, b, county->creek, "D1", NULL, NULL);
  ty_test_office_add_post (county, c, county->plum, "D1", "2021-10-01", NULL);
  fixture->county = county;
  fixture->office = ty_test_office_open (county);
  ty_office_set_as_of (fixture->office, ty_date_new (2022, 1, 31));
  fixture->parent = GTK_WINDOW (gtk_window_new ());
  fixture->path = g_build_filename (county->folder, "out.xlsx", NULL);
  gtk_window_present (fixture->parent);
}

static void
close_window (Fixture *fixture)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_window (fixture);
  gtk_window_destroy (fixture->parent);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  g_remove (fixture->path);
  g_free (fixture->path);
  g_free (fixture->told);
  ty_test_office_free (fixture->county);
}

static void
exported_cb (TyExportWindow *window,
             const char     *text,
             const char     *path,
             Fixture        *fixture)
{
  g_assert_cmpstr (path, ==, fixture->path);
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
open_window (Fixture    *fixture,
             const char *filter_text,
             GArray     *people)
{
  const TyRosterQuery query = { .who = TY_WHO_IN_OFFICE };

  close_window (fixture);
  fixture->window = g_object_ref (ty_export_window_new (fixture->parent, fixture->office, &query,
                                                        filter_text, people));
  g_signal_connect (fixture->window, "exported", G_CALLBACK (exported_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ty_test_wait_until (ty_export_window_is_ready (fixture->window));
}

static void
choose (Fixture       *fixture,
        TyRosterField  field,
        gboolean       chosen)
{
  ty_layout_columns_choose (ty_export_window_get_columns (fixture->window), field, chosen);
  ty_test_wait_until (ty_export_window_is_ready (fixture->window));
}

static gboolean
has_heading (Fixture    *fixture,
             const char *heading)
{
  const char *text;

  for (guint i = 0; (text = ty_export_window_get_preview (fixture->window, 0, i)) != NULL; i++)
    if (g_str_equal (text, heading))
      return TRUE;

  return FALSE;
}

static gboolean
row_cb (guint          row,
        const TyCell  *cells,
        guint          n_cells,
        gpointer       data,
        GError       **error)
{
  for (guint i = 0; i < n_cells; i++)
    g_string_append_printf (data, "|%s", cells[i].text);
  return TRUE;
}

static char *
read_file (Fixture *fixture)
{
  g_autoptr(GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr(TyXlsxReader) reader = ty_xlsx_reader_new (file, NULL);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (reader);
  g_assert_true (ty_xlsx_reader_read_sheet (reader, 0, row_cb, text, NULL, NULL));
  return g_string_free (text, FALSE);
}

/* Sensitive columns are off until they are chosen, also when the layout comes again. */
static void
test_sensitive (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *text = NULL;

  open_window (fixture, NULL, NULL);
  g_assert_true (has_heading (fixture, "Name"));
  g_assert_false (has_heading (fixture, "ID number"));
  choose (fixture, TY_ROSTER_FIELD_ID_NUMBER, TRUE);
  g_assert_true (has_heading (fixture, "ID number"));
  choose (fixture, TY_ROSTER_FIELD_SCHOOL, FALSE);

  ty_export_window_export (fixture->window, fixture->path);
  ty_test_wait_until (fixture->told != NULL);
  g_assert_cmpstr (fixture->told, ==, "Exported 3 people to out.xlsx");
  text = read_file (fixture);
  g_assert_nonnull (strstr (text, "|990101198002210018"));
  g_assert_null (strstr (text, "|School"));

  open_window (fixture, NULL, NULL);
  g_assert_false (has_heading (fixture, "ID number"));
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *text = NULL;

  open_window (fixture, "Township: 云岭镇", NULL);
  ty_export_window_export (fixture->window, fixture->path);
  ty_test_wait_until (fixture->told != NULL);
  text = read_file (fixture);
  g_assert_nonnull (strstr (text, "|Only: Township: 云岭镇"));
  g_assert_nonnull (strstr (text, "|As of: 2022.01.31"));
}

static void
test_chosen (Fixture       *fixture,
             gconstpointer  data)
{
  const TyRosterQuery query = { .who = TY_WHO_IN_OFFICE };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) people = NULL;
  GtkSwitch *only;

  ty_office_list_roster_async (fixture->office, &query, NULL, ty_test_office_keep_result, &result);
  people = ty_office_list_roster_finish (fixture->office, ty_test_office_await (&result), NULL);
  g_array_set_size (people, 2);
  open_window (fixture, NULL, people);
  g_assert_cmpstr (ty_export_window_get_preview (fixture->window, 2, 0), ==, "2");
  g_assert_null (ty_export_window_get_preview (fixture->window, 3, 0));

  only = GTK_SWITCH (ty_test_find_type (GTK_WIDGET (fixture->window), GTK_TYPE_SWITCH));
  gtk_switch_set_active (only, FALSE);
  ty_test_wait_until (ty_export_window_is_ready (fixture->window));
  g_assert_cmpstr (ty_export_window_get_preview (fixture->window, 3, 0), ==, "3");
}

/* A layout of the county is saved from the columns, shown, and remembered by the desk. */
static void
test_layout (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *combo, *name;
  g_autofree char *id = NULL;

  open_window (fixture, NULL, NULL);
  combo = ty_test_find_type (GTK_WIDGET (fixture->window), ADW_TYPE_COMBO_ROW);
  name = ty_test_find_type (GTK_WIDGET (fixture->window), ADW_TYPE_ENTRY_ROW);
  choose (fixture, TY_ROSTER_FIELD_NUMBER, FALSE);
  choose (fixture, TY_ROSTER_FIELD_HEALTH, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (name), " 我的名册 ");
  g_signal_emit_by_name (name, "apply");
  ty_test_wait_until (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (combo))) == 3);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (combo)), ==, 2);
  ty_test_wait_until (ty_export_window_is_ready (fixture->window));
  g_assert_false (has_heading (fixture, "No."));
  g_assert_true (has_heading (fixture, "Health"));

  ty_export_window_export (fixture->window, fixture->path);
  ty_test_wait_until (fixture->told != NULL);
  id = g_settings_get_string (ty_settings_get (), "export-layout");
  g_assert_cmpstr (id, ==, "我的名册");
  open_window (fixture, NULL, NULL);
  g_assert_true (has_heading (fixture, "Health"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "export.remove-layout", NULL);
  combo = ty_test_find_type (GTK_WIDGET (fixture->window), ADW_TYPE_COMBO_ROW);
  ty_test_wait_until (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (combo))) == 2);
  g_settings_reset (ty_settings_get (), "export-layout");
}

/* What goes wrong is told in the dialog, which stays. */
static void
test_problem (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->county->folder, "nowhere", "a.xlsx", NULL);
  GtkWidget *bar;

  open_window (fixture, NULL, NULL);
  ty_export_window_export (fixture->window, nowhere);
  bar = ty_test_find_type (GTK_WIDGET (fixture->window), GTK_TYPE_INFO_BAR);
  g_assert_nonnull (bar);
  ty_test_wait_until (gtk_info_bar_get_revealed (GTK_INFO_BAR (bar)));
  g_assert_null (fixture->told);
  ty_export_window_export (fixture->window, fixture->path);
  ty_test_wait_until (fixture->told != NULL);
}

/* A page says what it shows. */
static void
test_page (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TyRosterQuery) query = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *words = NULL;
  GtkWidget *page = g_object_ref_sink (ty_people_page_new (fixture->office));

  nothing = ty_people_page_dup_filter_text (TY_PEOPLE_PAGE (page));
  g_assert_null (nothing);
  ty_people_page_show (TY_PEOPLE_PAGE (page), TY_WHO_SECRETARIES, TY_CONDITION_FEMALE);
  query = ty_people_page_dup_query (TY_PEOPLE_PAGE (page));
  g_assert_cmpint (query->who, ==, TY_WHO_SECRETARIES);
  g_assert_cmpint (query->condition, ==, TY_CONDITION_FEMALE);
  words = ty_people_page_dup_filter_text (TY_PEOPLE_PAGE (page));
  g_assert_nonnull (strstr (words, "; "));
  g_assert_null (ty_people_page_list_chosen (TY_PEOPLE_PAGE (page)));
  g_object_unref (page);
}

static TyExportWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (TY_IS_EXPORT_WINDOW (window))
        return TY_EXPORT_WINDOW (window);
    }
  return NULL;
}

/* From the roster of the window to the file, and what is said of it. */
static void
test_whole (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 a = ty_test_office_add_person (county, "张晓明", "1", "1980-02", "990101198002210018");
  gint64 b = ty_test_office_add_person (county, "李云", "2", "1991", NULL);
  Fixture fixture = { .path = g_build_filename (county->folder, "out.xlsx", NULL) };
  TyWindow *window = ty_window_new (application);
  g_autofree char *text = NULL;

  ty_test_office_add_post (county, a, county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_post (county, b, county->creek, "C1", NULL, NULL);
  ty_test_office_done (county);
  gtk_window_present (GTK_WINDOW (window));
  ty_window_start (window, county->path);
  ty_test_wait_until (ty_window_get_office (window) != NULL && ty_window_is_settled (window));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-roster", "(sss)", "secretaries", "count",
                              "2022-01-31");
  ty_test_wait_until (ty_window_is_settled (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-roster", NULL);
  ty_test_wait_until (find_dialog () != NULL && ty_export_window_is_ready (find_dialog ()));
  ty_export_window_export (find_dialog (), fixture.path);
  ty_test_wait_until (find_dialog () == NULL);
  ty_test_wait_until (ty_test_has_text (GTK_WIDGET (window), "Exported 1 person to out.xlsx"));
  g_assert_true (ty_test_has_text (GTK_WIDGET (window), "Open Folder"));
  text = read_file (&fixture);
  g_assert_nonnull (strstr (text, "|张晓明"));
  g_assert_null (strstr (text, "|李云"));
  g_assert_nonnull (strstr (text, "|As of: 2022.01.31"));

  gtk_window_close (GTK_WINDOW (window));
  while (gtk_application_get_windows (application) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_remove (fixture.path);
  g_free (fixture.path);
}

/* There is one program in a process. */
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

  ADD ("/export/sensitive", test_sensitive);
  ADD ("/export/filter", test_filter);
  ADD ("/export/chosen", test_chosen);
  ADD ("/export/layout", test_layout);
  ADD ("/export/problem", test_problem);
  ADD ("/export/page", test_page);
  g_test_add_func ("/export/whole", test_whole);
  return g_test_run ();
}
