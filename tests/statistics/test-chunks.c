/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-chunks"

#include "config.h"

#include "test-answers.h"

#include "ty-appointment.h"
#include "ty-bulk-run.h"
#include "ty-bulk.h"
#include "ty-education.h"
#include "ty-person.h"
#include "ty-population.h"
#include "ty-test-county.h"
#include "ty-unit-table.h"

#include <string.h>

/* A county whose people need several chunks: what nothing touched is shared between generations, what
 * grows is cut, what is emptied goes; and it does not matter over how many connections it is read. */

#define N_PEOPLE 41000
#define N_CONNECTIONS 3

typedef struct
{
  TyTestCounty county;
  TyColumns *columns; /* as it was filled */
  gint64 unit;
} Fixture;

typedef struct
{
  TyBulk *people;
  TyBulk *posts;
  TyBulk *studies;
} Tables;

static gboolean
write_person (Fixture  *fixture,
              Tables   *tables,
              guint     i,
              GError  **error)
{
  static const char *const posts[] = { "D1", "C1", "D3", "C3", "P9" };
  static const char *const levels[] = { "21", "31", "37" };
  gint64 id = ty_store_mint_id (fixture->county.store);
  char birth[8];

  g_snprintf (birth, sizeof birth, "%04u-%02u", 1950 + i % 50, 1 + i % 12);
  ty_bulk_set_int (tables->people, TY_PERSON_ID, id);
  ty_bulk_set_text (tables->people, TY_PERSON_NAME, "某人");
  ty_bulk_set_text (tables->people, TY_PERSON_SEX, i % 3 == 0 ? "2" : "1");
  ty_bulk_set_text (tables->people, TY_PERSON_BIRTH, birth);
  ty_bulk_set_int (tables->posts, TY_APPOINTMENT_PERSON, id);
  ty_bulk_set_int (tables->posts, TY_APPOINTMENT_ID, ty_store_mint_id (fixture->county.store));
  ty_bulk_set_int (tables->posts, TY_APPOINTMENT_UNIT, fixture->unit);
  ty_bulk_set_text (tables->posts, TY_APPOINTMENT_POST, posts[i % G_N_ELEMENTS (posts)]);
  ty_bulk_set_text (tables->posts, TY_APPOINTMENT_FROM_DATE, i % 7 == 0 ? NULL : "2021-10");
  ty_bulk_set_int (tables->studies, TY_EDUCATION_PERSON, id);
  ty_bulk_set_int (tables->studies, TY_EDUCATION_ID, ty_store_mint_id (fixture->county.store));
  ty_bulk_set_text (tables->studies, TY_EDUCATION_LEVEL, levels[i % G_N_ELEMENTS (levels)]);
  ty_bulk_set_text (tables->studies, TY_EDUCATION_OUTCOME, "graduated");
  /* Keys that nobody got, so that the people are worth several parts. */
  for (guint waste = 0; waste < 6; waste++)
    ty_store_mint_id (fixture->county.store);
  return ty_bulk_insert (tables->people, error) && ty_bulk_insert (tables->posts, error)
         && ty_bulk_insert (tables->studies, error);
}

static gboolean
fill (TyStore   *store,
      gpointer   data,
      GError   **error)
{
  Fixture *fixture = data;
  g_autoptr(TyUnitState) root = ty_unit_table_get_root (ty_store_get_database (store), error);
  g_autoptr(TyBulk) people = ty_bulk_new (store, &ty_person_info, error);
  g_autoptr(TyBulk) posts = ty_bulk_new (store, &ty_appointment_info, error);
  g_autoptr(TyBulk) studies = ty_bulk_new (store, &ty_education_info, error);
  Tables tables = { people, posts, studies };

  fixture->unit = ty_record_get_integer (TY_RECORD (root), TY_UNIT_STATE_UNIT);
  for (guint i = 0; i < N_PEOPLE; i++)
    if (!write_person (fixture, &tables, i, error))
      return FALSE;
  return TRUE;
}

static TyColumns *
load (Fixture *fixture)
{
  TyDatabase *database = ty_store_get_database (fixture->county.store);
  g_autoptr(GError) error = NULL;
  TyColumns *columns = ty_columns_load (&database, 1, NULL, &error);

  g_assert_no_error (error);
  return columns;
}

static void
set_up (Fixture *fixture)
{
  TyActionSpec spec = { "tester", "genesis", NULL, 0 };
  g_autoptr(GError) error = NULL;

  ty_test_county_set_up (&fixture->county, NULL);
  ty_store_set_writer (fixture->county.store, 1000, &error);
  g_assert_no_error (error);
  ty_store_run_bulk (fixture->county.store, &spec, fill, fixture, NULL, &error);
  g_assert_no_error (error);
}

/* The file is the same for all tests; each leaves behind what the next begins with. */
static void
begin (Fixture *fixture)
{
  g_clear_pointer (&fixture->columns, ty_columns_unref);
  fixture->columns = load (fixture);
}

static TyColumns *
refresh (Fixture   *fixture,
         TyColumns *before)
{
  g_autoptr(GError) error = NULL;
  TyColumns *columns = ty_columns_refresh (before, ty_store_get_database (fixture->county.store), &error);

  g_assert_no_error (error);
  return columns;
}

/* Rows of people stand in the order of their keys, and each is found. */
static void
assert_sound (TyColumns *columns)
{
  gint64 last = 0;
  guint n = 0;

  for (guint i = 0; i < ty_columns_get_n_chunks (columns); i++)
    {
      const TyChunk *chunk = ty_columns_get_chunk (columns, i);
      const gint64 *ids = TY_CHUNK_PEOPLE_FIELD (chunk, gint64, TY_PEOPLE_ID);

      for (guint j = 0; j < ty_chunk_get_n (chunk); j++, n++)
        {
          guint32 row;

          g_assert_cmpint (ids[j], >, last);
          last = ids[j];
          g_assert_true (ty_columns_find_person (columns, last, &row));
          g_assert_cmpuint (row, ==, (i << TY_CHUNK_SHIFT) | j);
        }
    }
  g_assert_cmpuint (n, ==, ty_columns_get_n_people (columns));
}

static void
assert_fresh (Fixture   *fixture,
              TyColumns *columns)
{
  g_autoptr(TyColumns) fresh = load (fixture);

  test_answers_assert_people (fresh, columns);
  test_answers_assert_people (columns, fresh);
  assert_sound (columns);
}

static gboolean
run_sql (TyStore   *store,
         gpointer   data,
         GError   **error)
{
  return ty_database_exec (ty_store_get_database (store), data, error);
}

static void
do_sql (Fixture    *fixture,
        const char *sql)
{
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  g_autoptr(GError) error = NULL;

  ty_store_run (fixture->county.store, &spec, run_sql, (gpointer) sql, &error);
  g_assert_no_error (error);
}

static gboolean
has_chunk (TyColumns *columns,
           TyChunk   *chunk)
{
  for (guint i = 0; i < ty_columns_get_n_chunks (columns); i++)
    if (ty_columns_get_chunk (columns, i) == chunk)
      return TRUE;

  return FALSE;
}

static guint
count_shared (TyColumns *columns,
              TyColumns *before)
{
  guint n = 0;

  for (guint i = 0; i < ty_columns_get_n_chunks (before); i++)
    n += has_chunk (columns, ty_columns_get_chunk (before, i));
  return n;
}

static void
assert_cancelled (TyDatabase **databases)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ty_columns_load (databases, N_CONNECTIONS, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_connections (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  TyStore *stores[N_CONNECTIONS];
  TyDatabase *databases[N_CONNECTIONS];
  g_autoptr(GError) error = NULL;

  begin (fixture);
  assert_sound (fixture->columns);
  for (guint i = 0; i < N_CONNECTIONS; i++)
    {
      stores[i] = ty_store_open (fixture->county.path, TY_STORE_READER, &error);
      g_assert_no_error (error);
      databases[i] = ty_store_get_database (stores[i]);
    }
  for (guint n = 2; n <= N_CONNECTIONS; n++)
    {
      g_autoptr(TyColumns) columns = ty_columns_load (databases, n, NULL, &error);

      g_assert_no_error (error);
      test_answers_assert_people (fixture->columns, columns);
      test_answers_assert_people (columns, fixture->columns);
      assert_sound (columns);
      /* Else the test means nothing. */
      g_assert_cmpuint (ty_columns_get_n_chunks (columns), >, ty_columns_get_n_chunks (fixture->columns));
    }
  assert_cancelled (databases);
  for (guint i = 0; i < N_CONNECTIONS; i++)
    g_object_unref (stores[i]);
}

/* Only the chunks of those who were touched are made anew. */
static void
test_shared (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(TyColumns) one = NULL, two = NULL, units = NULL;

  begin (fixture);
  before = test_answers_dup_rows (fixture->columns, NULL);
  g_assert_cmpuint (ty_columns_get_n_chunks (fixture->columns), ==, 3);
  do_sql (fixture, "UPDATE person SET birth = '1900' WHERE id = (SELECT min(id) FROM person)");
  one = refresh (fixture, fixture->columns);
  g_assert_cmpuint (count_shared (one, fixture->columns), ==, 2);
  g_assert_false (has_chunk (one, ty_columns_get_chunk (fixture->columns, 0)));
  assert_fresh (fixture, one);

  do_sql (fixture, "UPDATE person SET sex = NULL WHERE id IN (SELECT min(id) FROM person "
                   "UNION SELECT max(id) FROM person)");
  two = refresh (fixture, one);
  g_assert_cmpuint (count_shared (two, one), ==, 1);
  g_assert_true (has_chunk (two, ty_columns_get_chunk (fixture->columns, 1)));
  assert_fresh (fixture, two);

  /* A unit is nobody. */
  do_sql (fixture, "UPDATE unit_state SET name = '新县'");
  units = refresh (fixture, two);
  g_assert_cmpuint (count_shared (units, two), ==, 3);
  assert_fresh (fixture, units);

  after = test_answers_dup_rows (fixture->columns, NULL);
  g_assert_cmpstr (before, ==, after);
}

#define NEW_PEOPLE(first) \
  "WITH RECURSIVE n (i) AS (SELECT " first " UNION ALL SELECT i + 1 FROM n WHERE i < " first " + 16999) " \
  "INSERT INTO person (id, name, sex) SELECT i, '新人', '1' FROM n; "

/* People with keys before all others, between and behind. */
static void
test_growth (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  static const char *const added[] = {
    NEW_PEOPLE ("1"),
    NEW_PEOPLE ("(1 << 50)"),
    "INSERT INTO person (id, name) SELECT id + 1, '旁人' FROM person WHERE id >= 1000 * (1 << 32) "
    "AND id < 1001 * (1 << 32) AND id + 1 NOT IN (SELECT id FROM person)",
  };
  TyColumns *columns;

  begin (fixture);
  columns = ty_columns_ref (fixture->columns);
  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    {
      TyColumns *before = columns;

      do_sql (fixture, added[i]);
      columns = refresh (fixture, before);
      g_assert_cmpuint (ty_columns_get_n_chunks (columns), >, ty_columns_get_n_chunks (before));
      if (i < 2)
        g_assert_cmpuint (count_shared (columns, before), ==, ty_columns_get_n_chunks (before) - 1);
      assert_fresh (fixture, columns);
      ty_columns_unref (before);
    }
  ty_columns_unref (columns);
}

/* The people of a chunk are deleted, and come back. */
static void
test_emptied (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  gint64 second;
  g_autofree char *sql = NULL;
  g_autoptr(TyColumns) without = NULL, with = NULL;
  g_autoptr(GError) error = NULL;

  begin (fixture);
  second = ty_columns_get_person (fixture->columns, TY_CHUNK_PEOPLE);
  sql = g_strdup_printf ("DELETE FROM appointment WHERE person < %1$" G_GINT64_FORMAT "; "
                         "DELETE FROM education WHERE person < %1$" G_GINT64_FORMAT "; "
                         "DELETE FROM person WHERE id < %1$" G_GINT64_FORMAT, second);
  do_sql (fixture, sql);
  without = refresh (fixture, fixture->columns);
  g_assert_cmpuint (ty_columns_get_n_chunks (without), ==, 2);
  g_assert_cmpuint (count_shared (without, fixture->columns), ==, 2);
  assert_fresh (fixture, without);

  ty_store_undo (fixture->county.store, "tester", 0, NULL, &error);
  g_assert_no_error (error);
  with = refresh (fixture, without);
  g_assert_cmpuint (ty_columns_get_n_people (with), ==, N_PEOPLE);
  assert_fresh (fixture, with);
}

static guint
count_people (TyWho   who,
              TyView *view)
{
  g_autoptr(TyPopulation) population = ty_population_new_who (who);

  return ty_population_count (population, view, NULL);
}

/* In a scope of the last chunk the others are far: figures are the same, and whoever asks for their facts gets
 * those of a plain look at each person. */
static void
test_far (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  const TyDate as_of = { 2026, 6, 30 };
  const TyGroups all = { NULL, 0 };
  g_autoptr(TyColumns) columns = NULL;
  g_autoptr(TyView) view = NULL;
  const guint32 *facts;

  begin (fixture);
  do_sql (fixture, "INSERT INTO unit (id) VALUES (9000000000000000); "
                   "INSERT INTO unit_state (unit, id, parent, name, level, kind, position) SELECT 9000000000000000, "
                   "9000000000000001, unit, '远村', 'village', 'village', 1 FROM unit_state WHERE parent IS NULL; "
                   "UPDATE appointment SET unit = 9000000000000000 WHERE person IN (SELECT person FROM appointment "
                   "ORDER BY person DESC LIMIT 2000)");
  columns = load (fixture);
  view = ty_view_new (columns, as_of, 9000000000000000, 0, NULL);
  g_assert_cmpuint (count_people (TY_WHO_IN_OFFICE, view), >, 0);
  g_assert_cmpuint (count_people (TY_WHO_IN_OFFICE, view), <, TY_CHUNK_PEOPLE);
  g_assert_cmpuint (ty_view_get_size (view), <, N_PEOPLE * sizeof (guint32));
  g_assert_cmpuint (count_people (TY_WHO_EVERYBODY, view), ==, ty_columns_get_n_people (columns));
  facts = ty_view_get_facts (view, 0);
  for (guint i = 0; i < ty_chunk_get_n (ty_columns_get_chunk (columns, 0)); i++)
    g_assert_cmphex (facts[i], ==, ty_view_scan_person (view, 0, i, all));
}

int
main (int   argc,
      char *argv[])
{
  Fixture fixture = { .columns = NULL };
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up (&fixture);
  g_test_add_data_func ("/chunks/connections", &fixture, test_connections);
  g_test_add_data_func ("/chunks/shared", &fixture, test_shared);
  g_test_add_data_func ("/chunks/emptied", &fixture, test_emptied);
  g_test_add_data_func ("/chunks/growth", &fixture, test_growth);
  g_test_add_data_func ("/chunks/far", &fixture, test_far);
  status = g_test_run ();
  g_clear_pointer (&fixture.columns, ty_columns_unref);
  ty_test_county_tear_down (&fixture.county, NULL);
  return status;
}
