/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-csv-guard.h"
#include "ty-csv.h"
#include "ty-event-table.h"
#include "ty-office-export.h"
#include "ty-office-history.h"
#include "ty-test-office.h"
#include "ty-xlsx-reader.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECRETARY "D1"
#define HEAD "C1"

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  GPtrArray *layouts;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();
  gint64 a = ty_test_office_add_person (county, "张晓明", "1", "1980-02", "990101198002210018");
  gint64 b = ty_test_office_add_person (county, "=李+云", "2", "1991", NULL);
  gint64 c = ty_test_office_add_person (county, "王梅", "2", NULL, "990101197011110029");
  g_autoptr(GAsyncResult) result = NULL;

  fixture->county = county;
  ty_test_office_add_post (county, a, county->pine, SECRETARY, "2017-12", NULL);
  ty_test_office_add_post (county, a, county->pine, HEAD, "2021-10", NULL);
  ty_test_office_add_post (county, b, county->creek, SECRETARY, NULL, NULL);
  ty_test_office_add_post (county, c, county->plum, SECRETARY, "2021-10-01", NULL);
  ty_test_office_add_study (county, a, "37", "graduated");
  fixture->office = ty_test_office_open (county);
  fixture->path = g_build_filename (county->folder, "out.xlsx", NULL);
  ty_office_set_as_of (fixture->office, ty_date_new (2022, 1, 31));

  ty_office_list_layouts_async (fixture->office, NULL, ty_test_office_keep_result, &result);
  fixture->layouts = ty_office_list_layouts_finish (fixture->office, ty_test_office_await (&result),
                                                    NULL);
  g_assert_cmpuint (fixture->layouts->len, ==, 2);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->layouts);
  g_remove (fixture->path);
  g_free (fixture->path);
  if (fixture->office != NULL)
    ty_test_office_close (fixture->office);
  g_clear_object (&fixture->office);
  ty_test_office_free (fixture->county);
}

static const TyRosterQuery everybody = { .who = TY_WHO_IN_OFFICE };

static TyRosterExport *
export_roster (Fixture               *fixture,
               const TyRosterLayout  *layout,
               TyRosterFormat         format,
               GError               **error)
{
  const TyOfficeExport spec = {
    .query = &everybody,
    .layout = layout,
    .format = format,
    .path = fixture->path,
  };
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_export_roster_async (fixture->office, &spec, NULL, NULL, NULL, ty_test_office_keep_result,
                                 &result);
  return ty_office_export_roster_finish (fixture->office, ty_test_office_await (&result), error);
}

static TyRosterLayout *
make_layout (TyRosterField first,
             TyRosterField second,
             TyRosterField third)
{
  TyRosterLayout *layout = ty_roster_layout_new ("own", "Own");

  ty_roster_layout_add (layout, first);
  ty_roster_layout_add (layout, second);
  ty_roster_layout_add (layout, third);
  return layout;
}

static gboolean
row_cb (guint          row,
        const TyCell  *cells,
        guint          n_cells,
        gpointer       data,
        GError       **error)
{
  GString *text = data;

  for (guint i = 0; i < n_cells; i++)
    if (cells[i].kind != TY_CELL_EMPTY)
      g_string_append_printf (text, "%s%c=%s", cells[i].column > 0 ? "|" : "",
                              "etndbx"[cells[i].kind], cells[i].text);
  g_string_append_c (text, '\n');
  return TRUE;
}

static char *
read_all (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyXlsxReader) reader = ty_xlsx_reader_new (file, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (ty_xlsx_reader_read_sheet (reader, 0, row_cb, text, NULL, &error));
  return g_string_free (text, FALSE);
}

/* Ends the office, so that the file can be read by itself. */
static GPtrArray *
list_events (Fixture *fixture)
{
  g_autoptr(TyStore) store = NULL;
  GPtrArray *events;

  ty_test_office_close (fixture->office);
  g_clear_object (&fixture->office);
  store = ty_store_open (fixture->county->path, TY_STORE_READ_WRITE, NULL);
  events = ty_event_table_list (ty_store_get_database (store), NULL);
  g_assert_true (ty_store_close (store, NULL));
  return events;
}

static void
test_workbook (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(TyRosterLayout) layout = make_layout (TY_ROSTER_FIELD_NUMBER, TY_ROSTER_FIELD_NAME,
                                                  TY_ROSTER_FIELD_AGE);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyRosterExport) export = NULL;
  g_autoptr(GPtrArray) events = NULL;
  g_autofree char *text = NULL;
  const TyEvent *event;

  ty_roster_layout_add (layout, TY_ROSTER_FIELD_BIRTH);
  ty_roster_layout_add (layout, TY_ROSTER_FIELD_DUAL_ROLE);
  ty_roster_layout_add (layout, TY_ROSTER_FIELD_SINCE);
  export = export_roster (fixture, layout, TY_ROSTER_XLSX, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ty_roster_export_get_n_people (export), ==, 3);
  g_assert_cmpuint (ty_roster_export_get_n_cut (export), ==, 0);
  g_assert_true (ty_roster_export_is_noted (export));

  text = read_all (fixture->path);
  g_assert_true (g_str_has_suffix (text,
                                   "t=No.|t=Name|t=Age|t=Born|t=Dual role|t=In the present post since\n"
                                   "n=1|t=张晓明|n=41|t=1980.02|t=Yes|t=2017.12\n"
                                   "n=2|t==李+云|n=31|t=1991|t=No\n"
                                   "n=3|t=王梅|t=No|t=2021.10\n"));
  g_assert_nonnull (strstr (text, "|t=As of: 2022.01.31\n"));

  events = list_events (fixture);
  g_assert_cmpuint (events->len, ==, 1);
  event = g_ptr_array_index (events, 0);
  g_assert_cmpstr (event->kind, ==, "exported");
  g_assert_nonnull (strstr (event->detail, "\"file\":\"out.xlsx\""));
  g_assert_nonnull (strstr (event->detail, "\"as_of\":\"2022-01-31\""));
  g_assert_nonnull (strstr (event->detail, "\"columns\":[\"number\",\"name\",\"age\",\"birth\","));
  g_assert_nonnull (strstr (event->detail, "\"sensitive\":[]"));
  g_assert_nonnull (strstr (event->detail, "\"people\":3"));
}

/* What is sensitive is whole, typed as a text, and named in the note. */
static void
test_sensitive (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TyRosterLayout) layout = ty_roster_layout_copy (g_ptr_array_index (fixture->layouts, 0));
  guint n = layout->columns->len;
  g_autoptr(TyRosterExport) export = NULL;
  g_autoptr(GPtrArray) events = NULL;
  g_autofree char *text = NULL;
  const TyEvent *event;

  g_assert_true (ty_roster_layout_is_sensitive (layout));
  export = export_roster (fixture, layout, TY_ROSTER_XLSX, NULL);
  text = read_all (fixture->path);
  g_assert_nonnull (strstr (text, "|t=990101198002210018"));
  g_clear_pointer (&export, ty_roster_export_free);
  g_clear_pointer (&text, g_free);

  ty_roster_layout_remove_sensitive (layout);
  g_assert_cmpuint (layout->columns->len, ==, n - 2);
  export = export_roster (fixture, layout, TY_ROSTER_XLSX, NULL);
  text = read_all (fixture->path);
  g_assert_null (strstr (text, "990101198002210018"));

  events = list_events (fixture);
  g_assert_cmpuint (events->len, ==, 2);
  event = g_ptr_array_index (events, 0);
  g_assert_nonnull (strstr (event->detail, "\"sensitive\":[\"phone\",\"id_number\"]"));
  event = g_ptr_array_index (events, 1);
  g_assert_nonnull (strstr (event->detail, "\"sensitive\":[]"));
}

static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TyRosterLayout) layout = make_layout (TY_ROSTER_FIELD_NUMBER, TY_ROSTER_FIELD_NAME,
                                                  TY_ROSTER_FIELD_SEX);
  g_autoptr(TyRosterExport) export = NULL;
  g_autofree char *text = NULL;

  layout->groups = TY_ROSTER_GROUPS_TOWNSHIP;
  export = export_roster (fixture, layout, TY_ROSTER_XLSX, NULL);
  text = read_all (fixture->path);
  g_assert_nonnull (strstr (text, "t=云岭镇\nn=1|t=张晓明|t=Male\nn=2|t==李+云|t=Female\nt="));
  g_clear_pointer (&export, ty_roster_export_free);
  g_clear_pointer (&text, g_free);

  layout->groups = TY_ROSTER_GROUPS_VILLAGE;
  export = export_roster (fixture, layout, TY_ROSTER_XLSX, NULL);
  text = read_all (fixture->path);
  g_assert_nonnull (strstr (text, "t=云岭镇  上松村\nn=1|t=张晓明|t=Male\nt=云岭镇  下溪村\nn=2|"));
}

static void
test_csv (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(TyRosterLayout) layout = ty_roster_layout_copy (g_ptr_array_index (fixture->layouts, 1));
  g_autoptr(TyRosterExport) export = export_roster (fixture, layout, TY_ROSTER_CSV, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr(GPtrArray) records = NULL;
  char **record;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, NULL, NULL));
  records = ty_csv_parse (bytes, NULL);
  g_assert_cmpuint (records->len, ==, 5);
  record = g_ptr_array_index (records, 1);
  g_assert_cmpstr (record[0], ==, "Name");
  g_assert_cmpstr (record[8], ==, "Full-time educationLevel and degree");
  record = g_ptr_array_index (records, 3);
  g_assert_cmpstr (record[0], ==, "'=李+云");
  g_assert_cmpstr (ty_csv_guard_take_off (record[0]), ==, "=李+云");
}

/* What is printed is noted, too, and nothing is written. */
static void
test_paper (Fixture       *fixture,
            gconstpointer  data)
{
  const TyOfficeExport spec = {
    .query = &everybody,
    .layout = g_ptr_array_index (fixture->layouts, 1),
    .format = TY_ROSTER_PAPER,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(TyRosterExport) export = NULL;
  g_autoptr(TyTableSheet) sheet = NULL;
  g_autoptr(GPtrArray) events = NULL;
  const TyEvent *event;

  ty_office_export_roster_async (fixture->office, &spec, NULL, NULL, NULL, ty_test_office_keep_result,
                                 &result);
  export = ty_office_export_roster_finish (fixture->office, ty_test_office_await (&result), NULL);
  g_assert_nonnull (export);
  g_assert_null (ty_roster_export_get_path (export));
  sheet = ty_roster_export_steal_sheet (export);
  g_assert_true (ty_table_sheet_has_grid (sheet));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  events = list_events (fixture);
  g_assert_cmpuint (events->len, ==, 1);
  event = g_ptr_array_index (events, 0);
  g_assert_nonnull (strstr (event->detail, "\"format\":\"paper\""));
  g_assert_nonnull (strstr (event->detail, "\"people\":3"));
}

static void
cancel_cb (guint    n_done,
           guint    n_people,
           gpointer data)
{
  g_cancellable_cancel (data);
}

/* What was there stays, and nothing is left beside it. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  const TyOfficeExport spec = {
    .query = &everybody,
    .layout = g_ptr_array_index (fixture->layouts, 1),
    .path = fixture->path,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) events = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  ty_office_export_roster_async (fixture->office, &spec, cancel_cb, cancellable, cancellable,
                                 ty_test_office_keep_result, &result);
  g_assert_null (ty_office_export_roster_finish (fixture->office, ty_test_office_await (&result),
                                                 &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (fixture->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "before");

  events = list_events (fixture);
  g_assert_cmpuint (events->len, ==, 0);
}

/* A place that cannot be written is told, and nothing is noted. */
static void
test_no_place (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) events = NULL;
  g_autofree char *path = fixture->path;

  fixture->path = g_build_filename (fixture->county->folder, "nowhere", "out.xlsx", NULL);
  g_assert_null (export_roster (fixture, g_ptr_array_index (fixture->layouts, 0), TY_ROSTER_XLSX,
                                &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  events = list_events (fixture);
  g_assert_cmpuint (events->len, ==, 0);
}

static void
test_chosen (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TyRosterLayout) layout = make_layout (TY_ROSTER_FIELD_NAME, TY_ROSTER_FIELD_VILLAGE,
                                                  TY_ROSTER_FIELD_EDUCATION);
  TyOfficeExport spec = { .query = &everybody, .layout = layout };
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GAsyncResult) shown = NULL;
  g_autoptr(GArray) people = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  char **row;

  ty_office_list_roster_async (fixture->office, &everybody, NULL, ty_test_office_keep_result, &listed);
  people = ty_office_list_roster_finish (fixture->office, ty_test_office_await (&listed), NULL);
  spec.people = &g_array_index (people, gint64, 2);
  spec.n_people = 1;
  ty_office_preview_roster_async (fixture->office, &spec, 10, NULL, ty_test_office_keep_result, &shown);
  rows = ty_office_preview_roster_finish (fixture->office, ty_test_office_await (&shown), NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (row[0], ==, "王梅");
  g_assert_cmpstr (row[2], ==, "");
}

static GPtrArray *
list_layouts (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_list_layouts_async (fixture->office, NULL, ty_test_office_keep_result, &result);
  return ty_office_list_layouts_finish (fixture->office, ty_test_office_await (&result), NULL);
}

/* A layout of the county is an action: it is undone, and comes back. */
static void
test_layouts (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TyRosterLayout) layout = make_layout (TY_ROSTER_FIELD_NAME, TY_ROSTER_FIELD_BLANK,
                                                  TY_ROSTER_FIELD_AGE);
  g_autoptr(GAsyncResult) saved = NULL;
  g_autoptr(GAsyncResult) undone = NULL;
  g_autoptr(GAsyncResult) redone = NULL;
  g_autoptr(GAsyncResult) removed = NULL;
  g_autoptr(GPtrArray) list = NULL;
  g_autofree char *label = NULL;
  g_autofree char *again = NULL;
  const TyRosterLayout *found;

  ty_office_save_layout_async (fixture->office, layout, NULL, ty_test_office_keep_result, &saved);
  g_assert_true (ty_office_save_layout_finish (fixture->office, ty_test_office_await (&saved), NULL));
  list = list_layouts (fixture);
  g_assert_cmpuint (list->len, ==, 3);
  found = g_ptr_array_index (list, 2);
  g_assert_cmpstr (found->name, ==, "Own");
  g_assert_false (found->shipped);
  g_assert_cmpuint (found->columns->len, ==, 3);
  g_assert_cmpint (ty_roster_layout_get (found, 1)->field, ==, TY_ROSTER_FIELD_BLANK);
  g_clear_pointer (&list, g_ptr_array_unref);

  ty_office_undo_async (fixture->office, 0, NULL, ty_test_office_keep_result, &undone);
  label = ty_office_undo_finish (fixture->office, ty_test_office_await (&undone), NULL);
  g_assert_cmpstr (label, ==, "Roster layout “own” saved");
  list = list_layouts (fixture);
  g_assert_cmpuint (list->len, ==, 2);
  g_clear_pointer (&list, g_ptr_array_unref);

  ty_office_redo_async (fixture->office, NULL, ty_test_office_keep_result, &redone);
  again = ty_office_redo_finish (fixture->office, ty_test_office_await (&redone), NULL);
  g_assert_nonnull (again);
  ty_office_remove_layout_async (fixture->office, "own", NULL, ty_test_office_keep_result, &removed);
  g_assert_true (ty_office_remove_layout_finish (fixture->office, ty_test_office_await (&removed),
                                                 NULL));
  list = list_layouts (fixture);
  g_assert_cmpuint (list->len, ==, 2);
}

static void
test_layout_json (void)
{
  static const char *const wrong[] = {
    "", "[]", "{}", "{\"id\":\"a\",\"name\":\"A\"}", "{\"id\":\"a\",\"name\":\"A\",\"columns\":[]}",
    "{\"id\":\"a\",\"name\":\"A\",\"columns\":[{\"field\":\"nobody\"}]}",
    "{\"id\":\"a\",\"name\":\"A\",\"columns\":[{\"field\":\"name\",\"width\":-1}]}",
    "{\"id\":\"a\",\"name\":\"A\",\"columns\":[{\"field\":\"name\",\"width\":\"x\"}]}",
    "{\"id\":\"a\",\"name\":\"A\",\"groups\":\"x\",\"columns\":[{\"field\":\"name\"}]}",
    "{\"id\":\"a\",\"name\":7,\"columns\":[{\"field\":\"name\"}]}",
  };
  g_autoptr(GPtrArray) shipped = ty_roster_layout_list_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (ty_roster_layout_from_json (wrong[i], &error));
      g_assert_nonnull (error);
    }
  for (guint i = 0; i < shipped->len; i++)
    {
      g_autofree char *json = ty_roster_layout_to_json (g_ptr_array_index (shipped, i));
      g_autoptr(TyRosterLayout) copy = ty_roster_layout_from_json (json, NULL);
      g_autofree char *again = ty_roster_layout_to_json (copy);

      g_assert_cmpstr (again, ==, json);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ty_test_office_init ();

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/export/workbook", test_workbook);
  ADD ("/export/sensitive", test_sensitive);
  ADD ("/export/groups", test_groups);
  ADD ("/export/csv", test_csv);
  ADD ("/export/paper", test_paper);
  ADD ("/export/cancelled", test_cancelled);
  ADD ("/export/no-place", test_no_place);
  ADD ("/export/chosen", test_chosen);
  ADD ("/export/layouts", test_layouts);
  g_test_add_func ("/export/layout-json", test_layout_json);

  return g_test_run ();
}
