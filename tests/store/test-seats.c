/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-seat-edit.h"
#include "ty-seat-table.h"
#include "ty-seat.h"
#include "ty-table.h"
#include "ty-test-county.h"
#include "ty-unit-move.h"
#include "ty-unit-table.h"

/* Approved seats from a date on, and the official order of units. */

#define N_VILLAGES 5
#define N_DAYS 24 /* months from 2020-01 on, which the random test knows */

typedef struct
{
  gint64 parent;
  const char *kind;
  gint64 position;
  gint64 unit;
} NewUnit;

static gboolean
add_unit_cb (TyStore   *store,
             gpointer   data,
             GError   **error)
{
  NewUnit *new_unit = data;
  g_autoptr(TyUnitState) state = ty_unit_state_new ();
  TyRecord *record = TY_RECORD (state);

  ty_record_set_integer (record, TY_UNIT_STATE_PARENT, new_unit->parent);
  ty_record_set_text (record, TY_UNIT_STATE_NAME, "某村");
  ty_record_set_text (record, TY_UNIT_STATE_LEVEL, "village");
  ty_record_set_text (record, TY_UNIT_STATE_KIND, new_unit->kind);
  ty_record_set_integer (record, TY_UNIT_STATE_POSITION, new_unit->position);
  if (!ty_unit_table_add (store, state, error))
    return FALSE;

  new_unit->unit = ty_record_get_integer (record, TY_UNIT_STATE_UNIT);
  return TRUE;
}

static gint64
get_root (TyTestCounty *county)
{
  g_autoptr(TyUnitState) root = ty_unit_table_get_root (ty_store_get_database (county->store), NULL);

  return ty_record_get_integer (TY_RECORD (root), TY_UNIT_STATE_UNIT);
}

static gint64
add_unit (TyTestCounty *county,
          const char   *kind,
          gint64        position)
{
  TyActionSpec spec = { "tester", "unit.edit", NULL, 0 };
  NewUnit new_unit = { get_root (county), kind, position, 0 };
  g_autoptr(GError) error = NULL;

  ty_store_run (county->store, &spec, add_unit_cb, &new_unit, &error);
  g_assert_no_error (error);
  return new_unit.unit;
}

static gint64
set_seats (TyTestCounty *county,
           gint64        unit,
           const char   *body,
           int           seats,
           const char   *from)
{
  TySeatChange change = { body, seats, 0 };
  g_autoptr(GError) error = NULL;
  gint64 seq;

  ty_seat_edit_run (county->store, "tester", &unit, 1, &change, 1, ty_date_from_iso (from), &seq,
                    &error);
  g_assert_no_error (error);
  return seq;
}

/* The seats on a day, or -1 where none are approved; two rows for one day would be wrong. */
static int
get_seats (TyTestCounty *county,
           gint64        unit,
           const char   *body,
           const char   *day)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) rows = ty_seat_table_list (ty_store_get_database (county->store),
                                               ty_date_from_iso (day), &error);
  int seats = -1;

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const TySeatRow *row = &g_array_index (rows, TySeatRow, i);

      if (row->unit != unit || !g_str_equal (row->body, body))
        continue;
      g_assert_cmpint (seats, ==, -1);
      seats = (int) row->seats;
    }
  return seats;
}

static void
test_from_a_date (TyTestCounty  *county,
                  gconstpointer  data)
{
  gint64 village = add_unit (county, "village", 1);

  g_assert_cmpint (set_seats (county, village, "party", 5, "2017-12"), >, 0);
  g_assert_cmpint (set_seats (county, village, "party", 7, "2021-10-01"), >, 0);
  g_assert_cmpint (get_seats (county, village, "party", "2017-11-30"), ==, -1);
  g_assert_cmpint (get_seats (county, village, "party", "2017-12-01"), ==, 5);
  g_assert_cmpint (get_seats (county, village, "party", "2021-09-30"), ==, 5);
  g_assert_cmpint (get_seats (county, village, "party", "2021-10-01"), ==, 7);
  g_assert_cmpint (get_seats (county, village, "village_committee", "2021-10-01"), ==, -1);

  /* What is decided for before holds until the next decision. */
  set_seats (county, village, "party", 3, NULL);
  g_assert_cmpint (get_seats (county, village, "party", "2000-01-01"), ==, 3);
  g_assert_cmpint (get_seats (county, village, "party", "2018-01-01"), ==, 5);

  /* On the day itself it is said anew, and no row is added. */
  set_seats (county, village, "party", 9, "2021-10-01");
  g_assert_cmpint (get_seats (county, village, "party", "2022-01-01"), ==, 9);
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count(*) FROM seat"), ==, 3);

  set_seats (county, village, "party", TY_SEATS_NONE, "2023-01-01");
  g_assert_cmpint (get_seats (county, village, "party", "2022-12-31"), ==, 9);
  g_assert_cmpint (get_seats (county, village, "party", "2023-01-01"), ==, -1);
  ty_test_county_assert_sound (county->store);
}

static void
test_nothing_new (TyTestCounty  *county,
                  gconstpointer  data)
{
  gint64 village = add_unit (county, "village", 1);

  set_seats (county, village, "party", 5, "2021-10-01");
  g_assert_cmpint (set_seats (county, village, "party", 5, "2022-01-01"), ==, 0);
  g_assert_cmpint (set_seats (county, village, "supervision", TY_SEATS_NONE, "2022-01-01"), ==, 0);
}

static void
test_undo (TyTestCounty  *county,
           gconstpointer  data)
{
  gint64 village = add_unit (county, "village", 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr(GError) error = NULL;

  set_seats (county, village, "party", 5, "2017-12");
  before = ty_test_county_dup_content (county->store);
  set_seats (county, village, "party", 6, "2021-10");
  after = ty_test_county_dup_content (county->store);
  ty_store_undo (county->store, "tester", 0, NULL, &error);
  g_assert_no_error (error);
  undone = ty_test_county_dup_content (county->store);
  g_assert_cmpstr (undone, ==, before);
  ty_store_redo (county->store, "tester", NULL, &error);
  g_assert_no_error (error);
  redone = ty_test_county_dup_content (county->store);
  g_assert_cmpstr (redone, ==, after);
  ty_test_county_assert_sound (county->store);
}

/* One action for all of them, each with the committee that it has. */
static void
test_many (TyTestCounty  *county,
           gconstpointer  data)
{
  gint64 units[] = { add_unit (county, "village", 1), add_unit (county, "community", 2) };
  const TySeatChange changes[] = { { "party", 5, 0 }, { "village_committee", 7, 1 } };
  g_autoptr(GError) error = NULL;
  gint64 seq, n;

  ty_seat_edit_run (county->store, "tester", units, 2, changes, 2, ty_date_from_iso ("2021-10-01"),
                    &seq, &error);
  g_assert_no_error (error);
  g_assert_cmpint (seq, >, 0);
  g_assert_cmpint (get_seats (county, units[0], "village_committee", "2021-10-01"), ==, 7);
  g_assert_cmpint (get_seats (county, units[1], "residents_committee", "2021-10-01"), ==, 7);
  g_assert_cmpint (get_seats (county, units[1], "village_committee", "2021-10-01"), ==, -1);

  /* Each is found under its villages. */
  n = ty_test_county_count (county->store,
                            "SELECT count(*) FROM action_subject WHERE kind = 'unit' AND seq = "
                            "(SELECT max(seq) FROM action)");
  g_assert_cmpint (n, ==, 2);
}

static void
test_refused (TyTestCounty  *county,
              gconstpointer  data)
{
  static const TySeatChange wrong[] = { { "party", 100, 0 }, { "party", 3, 4 }, { "party", -2, 0 } };
  gint64 village = add_unit (county, "village", 1);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (ty_seat_edit_run (county->store, "tester", &village, 1, &wrong[i], 1,
                                        TY_DATE_NONE, NULL, &error));
      g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
    }
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count(*) FROM seat"), ==, 0);
}

static char *
dup_month (guint index)
{
  return g_strdup_printf ("20%02u-%02u-01", 20 + index / 12, index % 12 + 1);
}

/* Against an array of months: a decision holds from its month to that of the next one. */
static void
test_random (TyTestCounty  *county,
             gconstpointer  data)
{
  gint64 village = add_unit (county, "village", 1);
  int expected[N_DAYS];
  gboolean begins[N_DAYS + 1] = { FALSE };

  for (guint i = 0; i < N_DAYS; i++)
    expected[i] = -1;
  for (guint round = 0; round < 200; round++)
    {
      guint from = (guint) g_test_rand_int_range (0, N_DAYS);
      int seats = g_test_rand_int_range (-1, 6);
      g_autofree char *day = dup_month (from);
      gboolean same = expected[from] == seats;

      g_assert_true (same == (set_seats (county, village, "party", seats, day) == 0));
      for (guint i = from; !same && i < N_DAYS && (i == from || !begins[i]); i++)
        expected[i] = seats;
      begins[from] = begins[from] || !same;
      /* What begins nothing any more: the same rows on both sides do not merge, but none does. */
      for (guint i = 0; i < N_DAYS; i++)
        {
          g_autofree char *month = dup_month (i);
          g_autofree char *sql = g_strdup_printf (
            "SELECT count(*) FROM seat WHERE from_date = '%s'", month);
          g_autofree char *ends = g_strdup_printf (
            "SELECT count(*) FROM seat WHERE until_date = '%s'", month);

          g_assert_cmpint (get_seats (county, village, "party", month), ==, expected[i]);
          begins[i] = ty_test_county_count (county->store, sql) > 0
                      || ty_test_county_count (county->store, ends) > 0;
        }
    }
  ty_test_county_assert_sound (county->store);
}

static gint64
move_unit (TyTestCounty *county,
           gint64        unit,
           gint64        before,
           const char   *day)
{
  g_autoptr(GError) error = NULL;
  gint64 seq;

  ty_unit_move_run (county->store, "tester", unit, before, ty_date_from_iso (day), &seq, &error);
  g_assert_no_error (error);
  return seq;
}

static void
assert_order (TyTestCounty *county,
              const gint64 *units,
              const char   *day)
{
  g_autoptr(GPtrArray) states = ty_unit_table_list (ty_store_get_database (county->store),
                                                    ty_date_from_iso (day), NULL);
  guint n = 0;

  for (guint i = 0; i < states->len; i++)
    {
      TyRecord *state = g_ptr_array_index (states, i);

      if (ty_record_get_integer (state, TY_UNIT_STATE_PARENT) == 0)
        continue;
      g_assert_cmpint (ty_record_get_integer (state, TY_UNIT_STATE_UNIT), ==, units[n]);
      n++;
    }
  g_assert_cmpuint (n, ==, N_VILLAGES);
}

/* Also where several have the same place, as an import may have left them. */
static void
test_move_random (TyTestCounty  *county,
                  gconstpointer  data)
{
  gint64 units[N_VILLAGES];

  for (guint i = 0; i < N_VILLAGES; i++)
    units[i] = add_unit (county, "village", i / 2);
  for (guint round = 0; round < 60; round++)
    {
      guint from = (guint) g_test_rand_int_range (0, N_VILLAGES);
      guint to = (guint) g_test_rand_int_range (0, N_VILLAGES + 1);
      gint64 unit = units[from];
      gint64 seq = move_unit (county, unit, to < N_VILLAGES ? units[to] : 0, "2022-01-01");

      if (to == from || to == from + 1)
        {
          /* Only places that were the same are told apart. */
          assert_order (county, units, "2022-01-01");
          continue;
        }
      g_assert_cmpint (seq, >, 0);
      if (to > from)
        memmove (&units[from], &units[from + 1], (to - from - 1) * sizeof *units);
      else
        memmove (&units[to + 1], &units[to], (from - to) * sizeof *units);
      units[to > from ? to - 1 : to] = unit;
      assert_order (county, units, "2022-01-01");
    }
  ty_test_county_assert_sound (county->store);
}

static void
test_move_undo (TyTestCounty  *county,
                gconstpointer  data)
{
  gint64 units[N_VILLAGES];
  gint64 moved[N_VILLAGES];
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < N_VILLAGES; i++)
    units[i] = add_unit (county, "village", i + 1);
  move_unit (county, units[4], units[0], "2022-01-01");
  for (guint i = 0; i < N_VILLAGES; i++)
    moved[i] = units[(i + 4) % N_VILLAGES];
  assert_order (county, moved, "2022-01-01");
  ty_store_undo (county->store, "tester", 0, NULL, &error);
  g_assert_no_error (error);
  assert_order (county, units, "2022-01-01");
}

static void
test_move_refused (TyTestCounty  *county,
                   gconstpointer  data)
{
  gint64 village = add_unit (county, "village", 1);
  g_autoptr(GError) error = NULL;

  g_assert_false (ty_unit_move_run (county->store, "tester", village, get_root (county),
                                    ty_date_from_iso ("2022-01-01"), NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (ty_unit_move_run (county->store, "tester", 12345, 0,
                                    ty_date_from_iso ("2022-01-01"), NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TY_TEST_ADD ("/seats/from-a-date", test_from_a_date);
  TY_TEST_ADD ("/seats/nothing-new", test_nothing_new);
  TY_TEST_ADD ("/seats/undo", test_undo);
  TY_TEST_ADD ("/seats/many", test_many);
  TY_TEST_ADD ("/seats/refused", test_refused);
  TY_TEST_ADD ("/seats/random", test_random);
  TY_TEST_ADD ("/units/move-random", test_move_random);
  TY_TEST_ADD ("/units/move-undo", test_move_undo);
  TY_TEST_ADD ("/units/move-refused", test_move_refused);

  return g_test_run ();
}
