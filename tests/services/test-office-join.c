/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-backup-folder.h"
#include "ty-office-history.h"
#include "ty-office-person.h"
#include "ty-test-office.h"

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
undo_once (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  ty_office_undo_async (office, 0, NULL, ty_test_office_keep_result, &result);
  label = ty_office_undo_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

/* Two offices write one file, and each sees at once what the other did. */
static void
test_join (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NULL);
  g_autoptr(TyOffice) first = ty_test_office_open (county);
  g_autoptr(TyOffice) second = ty_office_new ();
  guint *n_first, *n_second;

  ty_office_set_as_of (first, ty_date_new (2021, 6, 1));
  ty_office_set_scope (first, county->north);
  g_assert_true (ty_office_join (second, first));
  g_assert_false (ty_office_join (second, first));
  g_assert_false (ty_office_is_read_only (second));
  g_assert_cmpstr (ty_office_get_path (second), ==, ty_office_get_path (first));
  g_assert_cmpint (ty_office_get_scope (second), ==, county->north);
  g_assert_cmpint (ty_date_compare (ty_office_get_as_of (second), ty_date_new (2021, 6, 1)), ==, 0);

  /* A date and a scope of its own. */
  n_first = count_changed (first);
  n_second = count_changed (second);
  ty_office_set_scope (second, 0);
  ty_office_set_as_of (second, ty_date_new (2020, 1, 1));
  g_assert_cmpint (ty_office_get_scope (first), ==, county->north);
  g_assert_cmpuint (*n_first, ==, 0);
  g_assert_cmpuint (*n_second, ==, 2);

  save_phone (second, person, "19900000001");
  g_assert_cmpuint (*n_first, ==, 1);
  g_assert_cmpuint (*n_second, ==, 3);
  g_assert_cmpstr (ty_office_get_undo_label (first), ==, "Person edited");
  assert_phone (first, person, "19900000001");
  undo_once (first);
  g_assert_null (ty_office_get_undo_label (second));
  assert_phone (second, person, NULL);
}

/* Whoever is last closes the file, and backs it up. */
static void
test_join_close (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", NULL);
  g_autoptr(TyOffice) first = ty_test_office_open (county);
  g_autoptr(TyOffice) second = ty_office_new ();
  g_autofree char *folder = ty_backup_folder_get_default (county->path);
  g_autoptr(GAsyncResult) saved = NULL;
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (first, person);

  g_assert_true (ty_office_join (second, first));
  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_PHONE, "19900000003");
  ty_office_save_person_async (first, file->person, NULL, ty_test_office_keep_result, &saved);
  ty_test_office_close (first); /* while it is being written */
  g_assert_false (ty_office_is_open (first));
  ty_test_office_await (&saved);
  g_assert_true (ty_office_is_open (second));
  g_assert_cmpstr (ty_office_get_undo_label (second), ==, "Person edited");
  assert_phone (second, person, "19900000003");
  g_assert_cmpuint (ty_test_office_count_files (folder), ==, 0);

  /* The one that left may show the file again, and the other one leave. */
  g_assert_true (ty_office_join (first, second));
  g_object_unref (g_steal_pointer (&second));
  save_phone (first, person, "19900000004");
  ty_test_office_close (first);
  g_assert_cmpuint (ty_test_office_count_files (folder), ==, 1);
  g_assert_cmpuint (ty_test_office_count_files (county->folder), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/office-join/both-write", test_join);
  g_test_add_func ("/office-join/last-closes", test_join_close);
  return g_test_run ();
}
