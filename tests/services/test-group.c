/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-annual-result.h"
#include "ty-content-hash.h"
#include "ty-custom-edit.h"
#include "ty-custom-value.h"
#include "ty-honour.h"
#include "ty-office-group.h"
#include "ty-office-rows.h"
#include "ty-person.h"
#include "ty-reserve.h"
#include "ty-test-office.h"

/* The same for many people: what is planned, what is done, as SQL tells, and all of it undone. */

#define N_PEOPLE 60

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 people[N_PEOPLE];
  gint64 licence; /* a field of the county, a choice */
} Fixture;

static gint64
add_field (TyTestOffice *county)
{
  g_autoptr(TyCustomField) field = ty_custom_field_new ();
  g_autoptr(GError) error = NULL;

  ty_record_set_text (TY_RECORD (field), TY_CUSTOM_FIELD_NAME, "驾驶证");
  ty_record_set_text (TY_RECORD (field), TY_CUSTOM_FIELD_KIND, "choice");
  ty_record_set_text (TY_RECORD (field), TY_CUSTOM_FIELD_CHOICES, "C1、B2");
  ty_record_set_text (TY_RECORD (field), TY_CUSTOM_FIELD_PRIVACY, "internal");
  ty_custom_edit_add (county->store, "test", field, NULL, &error);
  g_assert_no_error (error);
  return ty_custom_field_get_key (field);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->county = ty_test_office_new ();
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("王%u", i + 1);

      fixture->people[i] = ty_test_office_add_person (fixture->county, name, "1",
                                                      i < 3 ? "1999-05" : "1980-05", NULL);
    }
  fixture->licence = add_field (fixture->county);
  ty_test_office_done (fixture->county);
  fixture->office = ty_test_office_open (fixture->county);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
}

static gint64
ask (Fixture    *fixture,
     const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (fixture->county->path, TY_STORE_READER, &error);
  gint64 number = 0;

  g_assert_no_error (error);
  ty_database_get_integer (ty_store_get_database (store), sql, &number, &error);
  g_assert_no_error (error);
  g_assert_true (ty_store_close (store, NULL));
  return number;
}

static char *
dup_hash (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (fixture->county->path, TY_STORE_READER, &error);
  gint64 n_rows;
  char *hash;

  g_assert_no_error (error);
  hash = ty_content_hash (ty_store_get_database (store), &n_rows, &error);
  g_assert_no_error (error);
  g_assert_true (ty_store_close (store, NULL));
  return hash;
}

static TyGroupReport *
plan (Fixture           *fixture,
      const TyGroupEdit *edit)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyGroupReport *report;

  ty_office_plan_group_async (fixture->office, edit, NULL, NULL, ty_test_office_keep_result, &result);
  report = ty_office_plan_group_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_changed + report->n_same + report->refused->len, ==, edit->n_people);
  return report;
}

static TyGroupReport *
run (Fixture             *fixture,
     const TyGroupEdit   *edit,
     const TyGroupReport *planned,
     GCancellable        *cancellable,
     GError             **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_edit_group_async (fixture->office, edit, planned, NULL, cancellable,
                              ty_test_office_keep_result, &result);
  return ty_office_edit_group_finish (fixture->office, ty_test_office_await (&result), error);
}

static void
undo (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  ty_office_undo_async (fixture->office, 0, NULL, ty_test_office_keep_result, &result);
  label = ty_office_undo_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
}

static TyGroupEdit
make_edit (Fixture   *fixture,
           TyGroupOp  op,
           TyRecord  *record,
           guint      field)
{
  return (TyGroupEdit) { op, record, field, fixture->people, N_PEOPLE };
}

static void
test_set (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(TyRecord) value = TY_RECORD (ty_person_new ());
  TyGroupEdit edit = make_edit (fixture, TY_GROUP_SET, value, TY_PERSON_POLITICAL);
  TyGroupEdit two = edit;
  g_autofree char *before = dup_hash (fixture);
  g_autofree char *after = NULL;
  g_autoptr(TyGroupReport) first = NULL;
  g_autoptr(TyGroupReport) planned = NULL;
  g_autoptr(TyGroupReport) done = NULL;
  g_autoptr(GError) error = NULL;

  ty_record_set_text (value, TY_PERSON_POLITICAL, "01");
  two.n_people = 2;
  first = run (fixture, &two, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->n_changed, ==, 2);

  planned = plan (fixture, &edit);
  g_assert_cmpuint (planned->n_changed, ==, 58);
  g_assert_cmpuint (planned->n_same, ==, 2);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM person WHERE political = '01'"), ==, 2);
  done = run (fixture, &edit, planned, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (done->n_changed, ==, 58);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM person WHERE political = '01'"), ==, 60);
  g_assert_cmpstr (ty_office_get_undo_label (fixture->office), ==, "Political status set, 58 people");

  undo (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM person WHERE political = '01'"), ==, 2);
  undo (fixture);
  after = dup_hash (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* An honour of 1990 was before the birth of three; the others get it, and lose it again. */
static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TyRecord) honour = TY_RECORD (ty_honour_new ());
  g_autoptr(TyRecord) meant = TY_RECORD (ty_honour_new ());
  TyGroupEdit add = make_edit (fixture, TY_GROUP_ADD, honour, 0);
  TyGroupEdit remove = make_edit (fixture, TY_GROUP_REMOVE, meant, 0);
  g_autofree char *before = dup_hash (fixture);
  g_autofree char *after = NULL;
  g_autoptr(TyGroupReport) planned = NULL;
  g_autoptr(TyGroupReport) done = NULL;
  g_autoptr(TyGroupReport) again = NULL;
  g_autoptr(TyGroupReport) removed = NULL;
  g_autoptr(GError) error = NULL;

  ty_record_set_text (honour, TY_HONOUR_TITLE, "担当作为好支书");
  ty_record_set_date (honour, TY_HONOUR_DATE, ty_date_new (1999, 4, 0));
  planned = plan (fixture, &add);
  g_assert_cmpuint (planned->n_changed, ==, 57);
  g_assert_cmpuint (planned->refused->len, ==, 3);
  g_assert_cmpstr (((TyGroupRefusal *) g_ptr_array_index (planned->refused, 0))->name, ==, "王1");
  g_assert_cmpstr (((TyGroupRefusal *) g_ptr_array_index (planned->refused, 0))->reason, ==,
                   "Date: before the birth (1999.05).");
  done = run (fixture, &add, planned, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM honour WHERE title = '担当作为好支书' "
                                 "AND date = '1999-04'"), ==, 57);
  g_assert_cmpint (ask (fixture, "SELECT count(DISTINCT id) FROM honour"), ==, 57);
  g_assert_cmpstr (ty_office_get_undo_label (fixture->office), ==, "Honour added, 57 people");

  again = plan (fixture, &add);
  g_assert_cmpuint (again->n_same, ==, 57);
  g_assert_cmpuint (again->n_changed, ==, 0);

  ty_record_set_text (meant, TY_HONOUR_TITLE, "担当作为好支书");
  removed = run (fixture, &remove, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (removed->n_changed, ==, 57);
  g_assert_cmpuint (removed->n_same, ==, 3);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM honour"), ==, 0);

  undo (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM honour"), ==, 57);
  undo (fixture);
  after = dup_hash (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Of a year there is one result, and nobody is twice at once among the reserves of a unit. */
static void
test_rules (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TyRecord) result = TY_RECORD (ty_annual_result_new ());
  g_autoptr(TyRecord) reserve = TY_RECORD (ty_reserve_new ());
  TyGroupEdit add = make_edit (fixture, TY_GROUP_ADD, result, 0);
  g_autoptr(TyGroupReport) done = NULL;
  g_autoptr(TyGroupReport) planned = NULL;
  g_autoptr(TyGroupReport) pool = NULL;
  g_autoptr(TyGroupReport) later = NULL;
  g_autoptr(GError) error = NULL;

  ty_record_set_integer (result, TY_ANNUAL_RESULT_YEAR, 2021);
  ty_record_set_text (result, TY_ANNUAL_RESULT_RESULT, "1");
  add.n_people = 10;
  done = run (fixture, &add, NULL, NULL, &error);
  g_assert_no_error (error);
  ty_record_set_text (result, TY_ANNUAL_RESULT_RESULT, "2");
  add.n_people = 12;
  planned = plan (fixture, &add);
  g_assert_cmpuint (planned->refused->len, ==, 10);
  g_assert_cmpuint (planned->n_changed, ==, 2);

  ty_record_set_integer (reserve, TY_RESERVE_UNIT, fixture->county->pine);
  ty_record_set_date (reserve, TY_RESERVE_FROM_DATE, ty_date_new (2022, 3, 0));
  ty_record_set_text (reserve, TY_RESERVE_POST, "D1");
  add.record = reserve;
  pool = run (fixture, &add, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pool->n_changed, ==, 12);
  ty_record_set_date (reserve, TY_RESERVE_FROM_DATE, ty_date_new (2023, 1, 0));
  later = plan (fixture, &add);
  g_assert_cmpuint (later->refused->len, ==, 12);
}

/* What somebody else did meanwhile is not overlooked, and what is stopped leaves nothing. */
static void
test_stale (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TyRecord) value = TY_RECORD (ty_person_new ());
  TyGroupEdit edit = make_edit (fixture, TY_GROUP_SET, value, TY_PERSON_HEALTH);
  TyGroupEdit one = edit;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(TyGroupReport) planned = NULL;
  g_autoptr(TyGroupReport) meanwhile = NULL;
  g_autoptr(TyGroupReport) done = NULL;
  g_autoptr(GError) error = NULL;

  ty_record_set_text (value, TY_PERSON_HEALTH, "1");
  planned = plan (fixture, &edit);
  one.n_people = 1;
  meanwhile = run (fixture, &one, NULL, NULL, &error);
  g_assert_no_error (error);
  before = dup_hash (fixture);

  done = run (fixture, &edit, planned, NULL, &error);
  g_assert_null (done);
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  done = run (fixture, &edit, NULL, cancellable, &error);
  g_assert_null (done);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = dup_hash (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TyRecord) value = TY_RECORD (ty_person_new ());
  const gint64 people[] = { fixture->people[0], 4711 };
  const TyGroupEdit edit = { TY_GROUP_SET, value, TY_PERSON_SKILL, people, 2 };
  g_autoptr(TyGroupReport) planned = NULL;

  ty_record_set_text (value, TY_PERSON_SKILL, "电商");
  planned = plan (fixture, &edit);
  g_assert_cmpuint (planned->n_changed, ==, 1);
  g_assert_cmpuint (planned->refused->len, ==, 1);
  g_assert_null (((TyGroupRefusal *) g_ptr_array_index (planned->refused, 0))->name);
}

/* A field of the county: set of those who have nothing or something else, and taken away again. */
static void
test_own (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(TyRecord) value = TY_RECORD (ty_custom_value_new ());
  TyGroupEdit edit = make_edit (fixture, TY_GROUP_SET_OWN, value, TY_CUSTOM_VALUE_VALUE);
  TyGroupEdit few = edit;
  g_autofree char *before = dup_hash (fixture);
  g_autofree char *after = NULL;
  g_autoptr(TyGroupReport) first = NULL;
  g_autoptr(TyGroupReport) planned = NULL;
  g_autoptr(TyGroupReport) done = NULL;
  g_autoptr(TyGroupReport) wrong = NULL;
  g_autoptr(TyGroupReport) cleared = NULL;
  g_autoptr(GError) error = NULL;

  ty_record_set_integer (value, TY_CUSTOM_VALUE_FIELD, fixture->licence);
  ty_record_set_text (value, TY_CUSTOM_VALUE_VALUE, "B2");
  few.n_people = 5;
  first = run (fixture, &few, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->n_changed, ==, 5);

  /* Of those who have the other one it is changed, of the same five it is so already. */
  ty_record_set_text (value, TY_CUSTOM_VALUE_VALUE, "C1");
  few.people += 2;
  few.n_people = 3;
  g_clear_pointer (&first, ty_group_report_free);
  first = run (fixture, &few, NULL, NULL, &error);
  g_assert_no_error (error);
  planned = plan (fixture, &edit);
  g_assert_cmpuint (planned->n_changed, ==, 57);
  g_assert_cmpuint (planned->n_same, ==, 3);
  done = run (fixture, &edit, planned, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM custom_value WHERE value = 'C1'"), ==, 60);
  g_assert_cmpstr (ty_office_get_undo_label (fixture->office), ==, "驾驶证 set, 57 people");

  ty_record_set_text (value, TY_CUSTOM_VALUE_VALUE, "A9");
  wrong = plan (fixture, &edit);
  g_assert_cmpuint (wrong->refused->len, ==, 60);

  ty_record_set_text (value, TY_CUSTOM_VALUE_VALUE, NULL);
  cleared = run (fixture, &edit, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cleared->n_changed, ==, 60);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM custom_value"), ==, 0);
  for (guint i = 0; i < 4; i++)
    undo (fixture);
  after = dup_hash (fixture);
  g_assert_cmpstr (after, ==, before);
}

int
main (int   argc,
      char *argv[])
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/group/set", test_set);
  ADD ("/group/rows", test_rows);
  ADD ("/group/rules", test_rules);
  ADD ("/group/stale", test_stale);
  ADD ("/group/gone", test_gone);
  ADD ("/group/own", test_own);

  return g_test_run ();
}
