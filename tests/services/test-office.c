/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action.h"
#include "ty-backup-folder.h"
#include "ty-office-figures.h"
#include "ty-office-history.h"
#include "ty-office-import.h"
#include "ty-office-person.h"
#include "ty-office-units.h"
#include "ty-term.h"
#include "ty-test-office.h"
#include "ty-unit-state.h"
#include "ty-test-xlsx.h"

#include <glib/gstdio.h>

static void
count_emission (gpointer user_data)
{
  (*(guint *) user_data)++;
}

static guint *
count_changed (TyOffice *office)
{
  guint *n = g_new0 (guint, 1);

  g_signal_connect_data (office, "changed", G_CALLBACK (count_emission), n,
                         (GClosureNotify) (void (*) (void)) g_free, G_CONNECT_SWAPPED);
  return n;
}

static void
save_phone (TyOffice   *office,
            gint64      person,
            const char *phone)
{
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (office, person);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_PHONE, phone);
  ty_office_save_person_async (office, file->person, NULL, ty_test_office_keep_result, &result);
  g_assert_true (ty_office_save_person_finish (office, ty_test_office_await (&result), &error));
  g_assert_no_error (error);
}

static void
assert_phone (TyOffice   *office,
              gint64      person,
              const char *expected)
{
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (office, person);

  g_assert_cmpstr (ty_record_get_text (TY_RECORD (file->person), TY_PERSON_PHONE), ==, expected);
}

static void
test_open (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = ty_office_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint *n_changed = count_changed (office);

  ty_test_office_done (county);
  g_assert_false (ty_office_is_open (office));
  g_assert_null (ty_office_get_county_name (office));
  g_assert_null (ty_office_get_county_level (office));
  ty_office_open_async (office, county->path, NULL, ty_test_office_keep_result, &result);
  g_assert_true (ty_office_open_finish (office, ty_test_office_await (&result), &error));
  g_assert_no_error (error);

  g_assert_true (ty_office_is_open (office));
  g_assert_false (ty_office_is_read_only (office));
  g_assert_cmpstr (ty_office_get_path (office), ==, county->path);
  g_assert_cmpstr (ty_office_get_county_name (office), ==, "石城县");
  g_assert_cmpstr (ty_office_get_county_level (office), ==, "county");
  g_assert_cmpint (ty_date_compare (ty_office_get_as_of (office), ty_date_today ()), ==, 0);
  g_assert_null (ty_office_get_undo_label (office));
  g_assert_null (ty_office_get_redo_label (office));
  g_assert_null (ty_office_get_last_backup (office));
  g_assert_cmpuint (*n_changed, ==, 1);

  ty_test_office_close (office);
  g_assert_false (ty_office_is_open (office));
  g_assert_null (ty_office_get_path (office));
  /* One file is left, without lock and log. */
  g_assert_cmpuint (ty_test_office_count_files (county->folder), ==, 1);
}

static void
test_open_missing (void)
{
  g_autoptr(TyOffice) office = ty_office_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_open_async (office, "/nowhere/county.touyan", NULL, ty_test_office_keep_result,
                        &result);
  g_assert_false (ty_office_open_finish (office, ty_test_office_await (&result), &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND);
  g_assert_false (ty_office_is_open (office));
}

static void
test_open_twice (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_open_async (office, county->path, NULL, ty_test_office_keep_result, &result);
  g_assert_false (ty_office_open_finish (office, ty_test_office_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_true (ty_office_is_open (office));
}

static void
test_create (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = ty_office_new ();
  g_autofree char *path = g_build_filename (county->folder, "new.touyan", NULL);
  g_autofree char *backups = ty_backup_folder_get_default (path);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) again = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_create_async (office, path, "青山县", NULL, NULL, ty_test_office_keep_result, &result);
  g_assert_true (ty_office_create_finish (office, ty_test_office_await (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (ty_office_get_county_name (office), ==, "青山县");

  /* Nothing was entered since, so that there is nothing to back up. */
  ty_test_office_close (office);
  g_assert_cmpuint (ty_test_office_count_files (backups), ==, 0);

  ty_office_create_async (office, path, "青山县", NULL, NULL, ty_test_office_keep_result, &again);
  g_assert_false (ty_office_create_finish (office, ty_test_office_await (&again), &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_EXISTS);
}

static void
test_backup_on_close (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NULL);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autofree char *folder = ty_backup_folder_get_default (county->path);
  g_autofree char *second = g_build_filename (county->folder, "second", NULL);

  ty_office_set_second_folder (office, second);
  ty_test_office_close (office);
  g_assert_cmpuint (ty_test_office_count_files (folder), ==, 0);

  g_clear_object (&office);
  office = ty_test_office_open (county);
  ty_office_set_second_folder (office, second);
  save_phone (office, person, "19900000001");
  ty_test_office_close (office);
  g_assert_cmpuint (ty_test_office_count_files (folder), ==, 1);
  g_assert_cmpuint (ty_test_office_count_files (second), ==, 1);

  g_clear_object (&office);
  office = ty_test_office_open (county);
  g_assert_nonnull (ty_office_get_last_backup (office));
}

static void
test_second_backup_fails (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NULL);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autofree char *folder = ty_backup_folder_get_default (county->path);
  g_autofree char *second = g_build_filename (county->path, "not-a-folder", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ty_office_set_second_folder (office, second);
  save_phone (office, person, "19900000001");
  ty_office_close_async (office, ty_test_office_keep_result, &result);
  g_assert_false (ty_office_close_finish (office, ty_test_office_await (&result), &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FAILED);
  g_assert_false (ty_office_is_open (office));
  g_assert_cmpuint (ty_test_office_count_files (folder), ==, 1);
}

static void
test_undo_redo (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NULL);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(GAsyncResult) undone = NULL;
  g_autoptr(GAsyncResult) redone = NULL;
  g_autoptr(GAsyncResult) nothing = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  save_phone (office, person, "19900000001");
  g_assert_cmpstr (ty_office_get_undo_label (office), ==, "Person edited");
  g_assert_null (ty_office_get_redo_label (office));

  ty_office_undo_async (office, 0, NULL, ty_test_office_keep_result, &undone);
  undo_label = ty_office_undo_finish (office, ty_test_office_await (&undone), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undo_label, ==, "Person edited");
  g_assert_null (ty_office_get_undo_label (office));
  g_assert_cmpstr (ty_office_get_redo_label (office), ==, "Person edited");
  assert_phone (office, person, NULL);

  ty_office_redo_async (office, NULL, ty_test_office_keep_result, &redone);
  redo_label = ty_office_redo_finish (office, ty_test_office_await (&redone), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (redo_label, ==, "Person edited");
  g_assert_cmpstr (ty_office_get_undo_label (office), ==, "Person edited");
  g_assert_null (ty_office_get_redo_label (office));
  assert_phone (office, person, "19900000001");

  ty_office_redo_async (office, NULL, ty_test_office_keep_result, &nothing);
  g_assert_null (ty_office_redo_finish (office, ty_test_office_await (&nothing), &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOTHING);
}

typedef struct
{
  GMainLoop *loop;
  gint64 person;
  guint n_changed;
  char *label_at_change;
} Order;

static void
order_changed_cb (TyOffice *office,
                  Order    *order)
{
  order->n_changed++;
  order->label_at_change = g_strdup (ty_office_get_undo_label (office));
}

static void
order_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Order *order = user_data;
  g_autoptr(TyPersonFile) file = ty_office_load_person_finish (TY_OFFICE (source), result, NULL);

  g_assert_cmpstr (ty_record_get_text (TY_RECORD (file->person), TY_PERSON_PHONE), ==,
                   "19900000007");
  g_main_loop_quit (order->loop);
}

static void
order_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Order *order = user_data;

  g_assert_true (ty_office_save_person_finish (TY_OFFICE (source), result, NULL));
  g_assert_cmpuint (order->n_changed, ==, 1);
  g_assert_cmpstr (order->label_at_change, ==, "Person edited");
  ty_office_load_person_async (TY_OFFICE (source), order->person, NULL, order_read_cb, order);
}

static void
test_order (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NULL);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (office, person);
  Order order = { loop, person, 0, NULL };

  g_signal_connect (office, "changed", G_CALLBACK (order_changed_cb), &order);
  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_PHONE, "19900000007");
  ty_office_save_person_async (office, file->person, NULL, order_saved_cb, &order);
  g_main_loop_run (loop);
  g_free (order.label_at_change);
}

static void
test_read_only (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NULL);
  g_autoptr(TyOffice) first = ty_test_office_open (county);
  g_autoptr(TyOffice) second = ty_test_office_open (county);
  g_autoptr(TyPersonFile) file = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *reason = NULL;

  save_phone (first, person, "19900000001");
  g_assert_true (ty_office_is_read_only (second));
  g_object_get (second, "read-only-reason", &reason, NULL);
  g_assert_nonnull (strstr (reason, g_get_user_name ()));
  g_assert_null (ty_office_get_undo_label (second));
  assert_phone (second, person, "19900000001");

  file = ty_test_office_load_person (second, person);
  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_PHONE, "19900000002");
  ty_office_save_person_async (second, file->person, NULL, ty_test_office_keep_result, &result);
  g_assert_false (ty_office_save_person_finish (second, ty_test_office_await (&result), &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_READ_ONLY);
  ty_test_office_close (second);
  ty_test_office_close (first);
}

static TyOverview *
load_overview (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyOverview *overview;

  ty_office_load_overview_async (office, NULL, ty_test_office_keep_result, &result);
  overview = ty_office_load_overview_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return overview;
}

static void
test_overview (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 old = ty_test_office_add_person (county, "张晓明", "1", "1960-02", NULL);
  gint64 new = ty_test_office_add_person (county, "李梅", "2", "1990-02", NULL);
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyOverview) now = NULL;
  g_autoptr(TyOverview) earlier = NULL;
  g_autoptr(TyOverview) elsewhere = NULL;
  guint *n_changed;

  ty_test_office_add_term (county, 2017, "2017-12-01");
  ty_test_office_add_term (county, 2021, "2021-10-01");
  ty_test_office_add_post (county, old, county->pine, "D1", "2017-12", "2021-10");
  ty_test_office_add_post (county, new, county->pine, "D1", "2021-10", NULL);
  office = ty_test_office_open (county);
  n_changed = count_changed (office);

  g_object_set (office, "as-of", "2021-12-31", NULL);
  g_assert_cmpuint (*n_changed, ==, 1);
  now = load_overview (office);
  g_assert_cmpint (now->term, ==, 2021);
  g_assert_cmpuint (now->n_people, ==, 2);
  g_assert_cmpuint (now->now->secretaries.count, ==, 1);
  g_assert_cmpuint (now->now->secretaries.female, ==, 1);
  g_assert_cmpuint (now->before->secretaries.count, ==, 1);
  g_assert_cmpuint (now->before->secretaries.female, ==, 0);
  g_assert_cmpint (now->before->as_of.day, ==, 30);

  ty_office_set_as_of (office, ty_date_new (2020, 12, 31));
  g_assert_cmpuint (*n_changed, ==, 2);
  earlier = load_overview (office);
  g_assert_cmpint (earlier->term, ==, 2017);
  g_assert_null (earlier->before);

  ty_office_set_scope (office, county->south);
  g_assert_cmpuint (*n_changed, ==, 3);
  elsewhere = load_overview (office);
  g_assert_cmpuint (elsewhere->now->secretaries.count, ==, 0);
}

static void
test_scope_name (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autofree char *name = NULL;
  g_autofree char *whole = NULL;

  ty_office_set_scope (office, county->north);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (name);
      g_object_get (office, "scope-name", &name, NULL);
    }
  while (name == NULL);
  g_assert_cmpstr (name, ==, "云岭镇");

  ty_office_set_scope (office, 0);
  g_object_get (office, "scope-name", &whole, NULL);
  g_assert_cmpstr (whole, ==, "石城县");
}

static void
test_lists (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(GAsyncResult) units_result = NULL;
  g_autoptr(GAsyncResult) terms_result = NULL;
  g_autoptr(GAsyncResult) actions_result = NULL;
  g_autoptr(GPtrArray) units = NULL;
  g_autoptr(GPtrArray) terms = NULL;
  g_autoptr(GPtrArray) actions = NULL;
  static const char *const names[] = { "石城县", "云岭镇", "上松村", "下溪村", "石泉乡", "梅园社区" };

  ty_test_office_add_term (county, 2017, "2017-12-01");
  ty_test_office_add_term (county, 2021, "2021-10-01");
  office = ty_test_office_open (county);
  ty_office_list_units_async (office, NULL, ty_test_office_keep_result, &units_result);
  ty_office_list_terms_async (office, NULL, ty_test_office_keep_result, &terms_result);
  ty_office_list_actions_async (office, 0, 3, NULL, ty_test_office_keep_result, &actions_result);

  units = ty_office_list_units_finish (office, ty_test_office_await (&units_result), NULL);
  g_assert_cmpuint (units->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < units->len; i++)
    g_assert_cmpstr (ty_record_get_text (g_ptr_array_index (units, i), TY_UNIT_STATE_NAME), ==,
                     names[i]);
  terms = ty_office_list_terms_finish (office, ty_test_office_await (&terms_result), NULL);
  g_assert_cmpuint (terms->len, ==, 2);
  g_assert_cmpint (ty_record_get_integer (g_ptr_array_index (terms, 0), TY_TERM_YEAR), ==, 2021);
  actions = ty_office_list_actions_finish (office, ty_test_office_await (&actions_result), NULL);
  g_assert_cmpuint (actions->len, ==, 3);
  g_assert_cmpint (ty_action_get_seq (g_ptr_array_index (actions, 0)), >,
                   ty_action_get_seq (g_ptr_array_index (actions, 1)));
}

static char *
write_roster (TyTestOffice *county,
              const char   *id_number)
{
  TyTestXlsx *xlsx = ty_test_xlsx_new ();
  char *path = g_build_filename (county->folder, "roster.xlsx", NULL);

  ty_test_xlsx_add_row (xlsx, "姓名", "性别", "出生年月", "身份证号", "乡镇", "村", "职务", "任现职时间", NULL);
  ty_test_xlsx_add_row (xlsx, "王新民", "男", "1985.03", id_number, "云岭镇", "上松村",
                        "党支部书记、村委会主任", "2021.10", NULL);
  ty_test_xlsx_save (xlsx, path);
  ty_test_xlsx_free (xlsx);
  return path;
}

static TyImportReport *
import (TyOffice   *office,
        const char *path,
        gboolean    dry_run)
{
  TyRosterImportOptions options = { path, NULL, ty_date_new (2021, 12, 31), TY_DATE_NONE, dry_run,
                                    FALSE };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyImportReport *report;

  ty_office_import_roster_async (office, &options, NULL, ty_test_office_keep_result, &result);
  report = ty_office_import_roster_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return report;
}

static void
test_import (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autofree char *folder = ty_backup_folder_get_default (county->path);
  g_autofree char *wrong = write_roster (county, "990101198503011230");
  g_autofree char *right = NULL;
  g_autoptr(TyImportReport) refused = NULL;
  g_autoptr(TyImportReport) dry = NULL;
  g_autoptr(TyImportReport) real = NULL;
  guint *n_changed = count_changed (office);

  refused = import (office, wrong, FALSE);
  g_assert_cmpuint (refused->n_errors, >, 0);
  g_assert_false (refused->imported);
  g_assert_cmpuint (ty_test_office_count_files (folder), ==, 0);

  right = write_roster (county, "990101198503011236");
  dry = import (office, right, TRUE);
  g_assert_cmpuint (dry->n_errors, ==, 0);
  g_assert_cmpuint (dry->new_people, ==, 1);
  g_assert_false (dry->imported);
  g_assert_cmpuint (ty_test_office_count_files (folder), ==, 0);
  g_assert_cmpuint (*n_changed, ==, 0);

  real = import (office, right, FALSE);
  g_assert_true (real->imported);
  g_assert_cmpuint (real->new_posts, ==, 2);
  g_assert_cmpuint (ty_test_office_count_files (folder), ==, 1);
  g_assert_cmpuint (*n_changed, ==, 1);
  g_assert_nonnull (ty_office_get_last_backup (office));
  g_assert_nonnull (strstr (ty_office_get_undo_label (office), "roster.xlsx"));
}

static void
test_closed (void)
{
  g_autoptr(TyOffice) office = ty_office_new ();
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GAsyncResult) write = NULL;
  g_autoptr(GError) read_error = NULL;
  g_autoptr(GError) write_error = NULL;

  ty_office_list_units_async (office, NULL, ty_test_office_keep_result, &read);
  ty_office_undo_async (office, 0, NULL, ty_test_office_keep_result, &write);
  g_assert_null (ty_office_list_units_finish (office, ty_test_office_await (&read), &read_error));
  g_assert_error (read_error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_assert_null (ty_office_undo_finish (office, ty_test_office_await (&write), &write_error));
  g_assert_error (write_error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  ty_test_office_close (office);
}

static void
test_cancel (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NULL);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(GCancellable) before = g_cancellable_new ();
  g_autoptr(GCancellable) after = g_cancellable_new ();
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (office, person);
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GAsyncResult) write = NULL;
  g_autoptr(GError) read_error = NULL;
  g_autoptr(GError) write_error = NULL;

  ty_office_list_units_async (office, after, ty_test_office_keep_result, &read);
  g_cancellable_cancel (after);
  g_assert_null (ty_office_list_units_finish (office, ty_test_office_await (&read), &read_error));
  g_assert_error (read_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_cancellable_cancel (before);
  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_PHONE, "19900000001");
  ty_office_save_person_async (office, file->person, before, ty_test_office_keep_result, &write);
  g_assert_false (ty_office_save_person_finish (office, ty_test_office_await (&write), &write_error));
  g_assert_error (write_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_phone (office, person, NULL);
}

static void
test_close_with_work (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NULL);
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (office, person);
  g_autoptr(GAsyncResult) saved = NULL;
  g_autoptr(GAsyncResult) closed = NULL;
  g_autoptr(GAsyncResult) late = NULL;
  g_autoptr(GError) error = NULL;

  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_PHONE, "19900000001");
  ty_office_save_person_async (office, file->person, NULL, ty_test_office_keep_result, &saved);
  ty_office_close_async (office, ty_test_office_keep_result, &closed);
  ty_office_list_units_async (office, NULL, ty_test_office_keep_result, &late);

  g_assert_true (ty_office_close_finish (office, ty_test_office_await (&closed), NULL));
  g_assert_nonnull (saved);
  g_assert_true (ty_office_save_person_finish (office, saved, NULL));
  g_assert_null (ty_office_list_units_finish (office, ty_test_office_await (&late), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);

  g_clear_object (&office);
  office = ty_test_office_open (county);
  assert_phone (office, person, "19900000001");
}

/* A thread takes its name when it first runs. */
static void
wait_for_threads (const char *name,
                  guint       n)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (ty_test_office_count_threads (name) != n && g_get_monotonic_time () < end)
    g_usleep (1000);
  g_assert_cmpuint (ty_test_office_count_threads (name), ==, n);
}

static void
test_finalize (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  TyOffice *office = ty_test_office_open (county);
  g_autoptr(TyOverview) overview = load_overview (office);

  wait_for_threads ("ty-writer", 1);
  wait_for_threads ("ty-reader", 2);
  g_assert_finalize_object (office);
  g_assert_cmpuint (ty_test_office_count_threads ("ty-writer"), ==, 0);
  g_assert_cmpuint (ty_test_office_count_threads ("ty-reader"), ==, 0);
  /* The file is whole without lock and log. */
  g_assert_cmpuint (ty_test_office_count_files (county->folder), ==, 1);
}

static void
test_sample (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autofree char *path = g_build_filename (county->folder, "sample.touyan", NULL);
  g_autoptr(TyOffice) office = ty_office_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyOverview) overview = NULL;

  ty_office_create_sample_async (office, path, NULL, ty_test_office_keep_result, &result);
  g_assert_true (ty_office_create_sample_finish (office, ty_test_office_await (&result), &error));
  g_assert_no_error (error);
  overview = load_overview (office);
  g_assert_cmpuint (overview->now->villages, ==, 159);
  g_assert_nonnull (overview->before);
}

static void
test_backup (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autoptr(TyOffice) office = ty_test_office_open (county);
  g_autofree char *to = g_build_filename (county->folder, "copy.touyan", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyOffice) copy = ty_office_new ();
  guint *n_changed = count_changed (office);

  ty_office_backup_async (office, to, NULL, ty_test_office_keep_result, &result);
  g_assert_true (ty_office_backup_finish (office, ty_test_office_await (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (*n_changed, ==, 0);

  ty_office_open_async (copy, to, NULL, ty_test_office_keep_result, &opened);
  g_assert_true (ty_office_open_finish (copy, ty_test_office_await (&opened), &error));
  g_assert_cmpstr (ty_office_get_county_name (copy), ==, "石城县");
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/open", test_open);
  g_test_add_func ("/office/open-missing", test_open_missing);
  g_test_add_func ("/office/open-twice", test_open_twice);
  g_test_add_func ("/office/create", test_create);
  g_test_add_func ("/office/backup-on-close", test_backup_on_close);
  g_test_add_func ("/office/second-backup-fails", test_second_backup_fails);
  g_test_add_func ("/office/undo-redo", test_undo_redo);
  g_test_add_func ("/office/order", test_order);
  g_test_add_func ("/office/read-only", test_read_only);
  g_test_add_func ("/office/overview", test_overview);
  g_test_add_func ("/office/scope-name", test_scope_name);
  g_test_add_func ("/office/lists", test_lists);
  g_test_add_func ("/office/import", test_import);
  g_test_add_func ("/office/closed", test_closed);
  g_test_add_func ("/office/cancel", test_cancel);
  g_test_add_func ("/office/close-with-work", test_close_with_work);
  g_test_add_func ("/office/finalize", test_finalize);
  g_test_add_func ("/office/sample", test_sample);
  g_test_add_func ("/office/backup", test_backup);
  return g_test_run ();
}
