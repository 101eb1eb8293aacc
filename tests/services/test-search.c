/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-office-search.h"
#include "ty-office-units.h"
#include "ty-reserve.h"
#include "ty-table.h"
#include "ty-test-office.h"

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 li_hua;
  gint64 departed;
} Fixture;

/* Two of one name, one of whom has departed, and others whose names begin so or have it inside. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TyTestOffice *county = ty_test_office_new ();
  gint64 inside = ty_test_office_add_person (county, "王李华", "1", "1970-01", NULL);
  gint64 longer = ty_test_office_add_person (county, "李华英", "2", "1985-01", NULL);
  gint64 other = ty_test_office_add_person (county, "歐陽靜", "2", "1985-06", "990101198506010022");
  gint64 same = ty_test_office_add_person (county, "黎桦", "2", "1991-06", NULL);

  fixture->departed = ty_test_office_add_person (county, "李华", "1", "1955-06", "990101195506010017");
  fixture->li_hua = ty_test_office_add_person (county, "李华", "1", "1980-02-21", NULL);
  fixture->county = county;
  ty_test_office_add_post (county, inside, county->pine, "D1", "2017-12", NULL);
  ty_test_office_add_post (county, longer, county->pine, "D2", "2017-12", NULL);
  ty_test_office_add_post (county, other, county->plum, "D1", "2017-12", NULL);
  ty_test_office_add_post (county, same, county->plum, "D3", "2017-12", NULL);
  ty_test_office_add_post (county, fixture->departed, county->pine, "D1", "2010-01", "2017-12");
  ty_test_office_add_post (county, fixture->li_hua, county->creek, "D4", "2017-12", NULL);
  fixture->office = ty_test_office_open (county);
  ty_office_set_as_of (fixture->office, ty_date_new (2021, 12, 31));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
}

static GPtrArray *
find (Fixture    *fixture,
      const char *text,
      guint       limit)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *people;

  ty_office_find_people_async (fixture->office, text, limit, NULL, ty_test_office_keep_result,
                               &result);
  people = ty_office_find_people_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return people;
}

/* Who has departed is marked by a star. */
static char *
join (GPtrArray *people)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      const TyFoundPerson *person = g_ptr_array_index (people, i);

      g_string_append_printf (names, "%s%s%s", i > 0 ? " " : "",
                              ty_roster_row_get_name (person->row), person->departed ? "*" : "");
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_found (Fixture    *fixture,
              const char *text,
              guint       limit,
              const char *expected)
{
  g_autoptr(GPtrArray) people = find (fixture, text, limit);
  g_autofree char *names = join (people);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_best_first (Fixture       *fixture,
                 gconstpointer  data)
{
  assert_found (fixture, "李华", 6, "李华 李华* 李华英 王李华");
  assert_found (fixture, "李華", 6, "李华 李华* 李华英 王李华");
  assert_found (fixture, "李华", 2, "李华 李华*");
  assert_found (fixture, "李华", 1, "李华");
  assert_found (fixture, "lihua", 6, "李华 黎桦 李华* 李华英 王李华");
  assert_found (fixture, "lh", 6, "李华 黎桦 李华* 李华英 王李华");
  assert_found (fixture, "欧阳", 6, "歐陽靜");
  assert_found (fixture, "oyj", 6, "歐陽靜");
  assert_found (fixture, "hua", 6, "王李华 李华英 李华 黎桦 李华*");
  assert_found (fixture, "ihua", 6, "王李华 李华英 李华 黎桦 李华*");
  assert_found (fixture, "赵", 6, "");
  assert_found (fixture, "上松村", 6, ""); /* people are not found by their villages */
}

static void
test_number (Fixture       *fixture,
             gconstpointer  data)
{
  assert_found (fixture, "990101195506010017", 6, "李华*");
  assert_found (fixture, " 990101198506010022 ", 6, "歐陽靜");
  assert_found (fixture, "9901011985060100", 6, ""); /* never by a part of it */
}

/* On an earlier date somebody else was in office; the scope does not matter. */
static void
test_date_and_scope (Fixture       *fixture,
                     gconstpointer  data)
{
  ty_office_set_scope (fixture->office, fixture->county->plum);
  assert_found (fixture, "李华", 2, "李华 李华*");
  ty_office_set_as_of (fixture->office, ty_date_new (2015, 6, 30));
  assert_found (fixture, "李华", 2, "李华 李华");
}

static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) people = find (fixture, "李华", 2);
  const TyFoundPerson *first = g_ptr_array_index (people, 0);
  const TyFoundPerson *second = g_ptr_array_index (people, 1);

  g_assert_cmpint (ty_roster_row_get_person (first->row), ==, fixture->li_hua);
  g_assert_cmpstr (ty_roster_row_get_text (first->row, TY_ROSTER_TEXT_VILLAGE), ==, "下溪村");
  g_assert_cmpstr (ty_roster_row_get_text (first->row, TY_ROSTER_TEXT_AGE), ==, "41");
  g_assert_cmpint (ty_roster_row_get_person (second->row), ==, fixture->departed);
  g_assert_cmpstr (ty_roster_row_get_text (second->row, TY_ROSTER_TEXT_VILLAGE), ==, "上松村");
}

static void
test_look_up (Fixture       *fixture,
              gconstpointer  data)
{
  const gint64 keys[] = { fixture->departed, 4711, fixture->li_hua };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autofree char *names = NULL;

  ty_office_look_up_people_async (fixture->office, keys, G_N_ELEMENTS (keys), NULL,
                                  ty_test_office_keep_result, &result);
  people = ty_office_look_up_people_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  names = join (people);
  g_assert_cmpstr (names, ==, "李华* 李华");
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) people = find (fixture, "李", 1);

  g_assert_true (ty_office_has_names (fixture->office));
  ty_test_office_close (fixture->office);
  g_assert_false (ty_office_has_names (fixture->office));
}

/* Who types on does not wait for the answers to what was typed before. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = NULL;

  ty_office_find_people_async (fixture->office, "李", 6, cancellable, ty_test_office_keep_result,
                               &result);
  g_cancellable_cancel (cancellable);
  people = ty_office_find_people_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_null (people);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
insert_record (TyStore   *store,
               gpointer   data,
               GError   **error)
{
  return ty_table_insert (ty_store_get_database (store), data, error);
}

/* Who has no post is known as a reserve cadre, as long as that lasts. */
static void
test_reserve (void)
{
  TyTestOffice *county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "赵航", "1", "1991-08", NULL);
  g_autoptr(TyReserve) reserve = ty_reserve_new ();
  TyRecord *record = TY_RECORD (reserve);
  TyActionSpec spec = { "tester", "genesis", NULL, 0 };
  g_autoptr(GError) error = NULL;
  Fixture fixture = { .county = county };

  ty_record_set_integer (record, TY_RESERVE_ID, ty_store_mint_id (county->store));
  ty_record_set_integer (record, TY_RESERVE_PERSON, person);
  ty_record_set_integer (record, TY_RESERVE_UNIT, county->pine);
  ty_record_set_text (record, TY_RESERVE_POST, "D1");
  ty_record_set_text (record, TY_RESERVE_FROM_DATE, "2020-06");
  ty_record_set_text (record, TY_RESERVE_UNTIL_DATE, "2022-03");
  ty_store_run_final (county->store, &spec, insert_record, record, &error);
  g_assert_no_error (error);
  fixture.office = ty_test_office_open (county);
  for (int year = 2021; year <= 2023; year += 2)
    {
      g_autoptr(GPtrArray) people = NULL;

      ty_office_set_as_of (fixture.office, ty_date_new (year, 6, 30));
      people = find (&fixture, "赵航", 6);
      g_assert_cmpuint (people->len, ==, 1);
      g_assert_cmpint (((TyFoundPerson *) g_ptr_array_index (people, 0))->reserve, ==, year == 2021);
    }
  ty_test_office_close (fixture.office);
  g_object_unref (fixture.office);
  ty_test_office_free (county);
}

/* The unit that is called so comes before those that only begin so or stand before it. */
static void
test_units (void)
{
  TyTestOffice *county = ty_test_office_new ();
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) units = NULL;

  ty_test_office_add_unit (county, county->north, "大松坪村", "village", "branch", 3);
  ty_test_office_add_unit (county, county->north, "松坪村北", "village", "branch", 4);
  ty_test_office_add_unit (county, county->south, "松坪村", "village", "branch", 5);
  office = ty_test_office_open (county);
  ty_office_find_units_async (office, "松坪村", 2, NULL, ty_test_office_keep_result, &result);
  units = ty_office_find_units_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (units->len, ==, 2);
  g_assert_cmpstr (ty_unit_item_get_name (g_ptr_array_index (units, 0)), ==, "松坪村");
  g_assert_cmpstr (ty_unit_item_get_name (g_ptr_array_index (units, 1)), ==, "松坪村北");
  ty_test_office_close (office);
  ty_test_office_free (county);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);

  ADD ("/search/best-first", test_best_first);
  ADD ("/search/number", test_number);
  ADD ("/search/date-and-scope", test_date_and_scope);
  ADD ("/search/facts", test_facts);
  ADD ("/search/look-up", test_look_up);
  ADD ("/search/names", test_names);
  ADD ("/search/cancelled", test_cancelled);
  g_test_add_func ("/search/reserve", test_reserve);
  g_test_add_func ("/search/units", test_units);
  return g_test_run ();
}
