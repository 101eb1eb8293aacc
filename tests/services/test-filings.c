/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-office-filings.h"
#include "ty-sample.h"
#include "ty-statement.h"
#include "ty-test-office.h"
#include "ty-unit-names.h"
#include "ty-words.h"

/* The county filings of a sample, against the tables, on dates before, between and after them. */

#define COLUMNS "a.person, a.id, p.name, a.unit, a.post, "
#define PEOPLE "JOIN person p ON p.id = a.person AND p.merged_into IS NULL "
#define BEGUN "(a.from_date IS NULL OR a.from_date <= ?1) "

static const char *const oracle[] = {
  "SELECT " COLUMNS "a.from_date, m.term, t.year, m.filing_number, m.filing_date, 0, m.filing_date IS NULL "
  "FROM mandate m JOIN appointment a ON a.person = m.person AND a.id = m.appointment " PEOPLE
  "LEFT JOIN term t ON t.id = m.term "
  "WHERE m.filing_number IS NOT NULL AND " BEGUN "AND (m.filing_date IS NULL OR m.filing_date <= ?1)",

  /* A number without a date is told where it stands, and not as missing. */
  "SELECT " COLUMNS "a.from_date, 0, 0, NULL, NULL, 0, 1 FROM appointment a " PEOPLE
  "WHERE a.post = 'D1' AND " BEGUN "AND (a.until_date IS NULL OR a.until_date > ?1) "
  "AND NOT EXISTS (SELECT 1 FROM mandate m WHERE m.person = a.person AND m.appointment = a.id "
  "AND m.filing_number IS NOT NULL AND (m.filing_date IS NULL OR m.filing_date <= ?1))",

  "SELECT " COLUMNS "a.until_date, 0, 0, a.end_filing_number, a.end_filing_date, 1, a.end_filing_number IS NULL "
  "FROM appointment a " PEOPLE
  "WHERE a.until_date <= ?1 AND (a.end_filing_number IS NOT NULL OR (a.post = 'D1' "
  "AND a.end_reason IN ('removed', 'resigned', 'transferred', 'retired', 'promoted') "
  "AND EXISTS (SELECT 1 FROM appointment WHERE end_filing_number IS NOT NULL)))",
};

/* What a sample has none of: numbers without a date, dates without a day, removals, somebody who was merged into
 * another, and a village that was given up. */
static const char changes[] =
  "UPDATE mandate SET filing_date = NULL WHERE filing_number IS NOT NULL AND person % 11 = 1;"
  "UPDATE mandate SET filing_date = substr(filing_date, 1, 7) WHERE filing_number IS NOT NULL AND person % 11 = 2;"
  "UPDATE mandate SET filing_date = substr(filing_date, 1, 4) WHERE filing_number IS NOT NULL AND person % 11 = 3;"
  "UPDATE mandate SET filing_number = NULL, filing_date = NULL WHERE person % 11 = 4;"
  "UPDATE appointment SET end_reason = 'resigned' WHERE post = 'D1' AND until_date IS NOT NULL AND person % 3 = 0;"
  "UPDATE appointment SET end_filing_number = '石组备〔2018〕' || id || '号', end_filing_date = until_date "
  "WHERE until_date IS NOT NULL AND person % 5 = 0;"
  "UPDATE person SET merged_into = (SELECT max (id) FROM person) WHERE id = (SELECT min (person) FROM appointment "
  "WHERE post = 'D1');"
  "UPDATE unit_state SET until_date = '2018-06-01' WHERE unit = (SELECT max (unit) FROM unit_state "
  "WHERE level = 'village');";

static char *
describe (gint64      person,
          gint64      appointment,
          gint64      term,
          gboolean    removal,
          gboolean    open,
          const char *words)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %d %s", person,
                          appointment, term, removal, open, words);
}

static char *
dup_date (TyStatement *statement,
          int          column)
{
  return ty_date_to_record (ty_date_from_iso (ty_statement_get_text (statement, column)));
}

static char *
describe_row (TyStatement *statement,
              TyUnitNames *names,
              TyDate       day)
{
  gint64 unit = ty_statement_get_int (statement, 3);
  TyUnitState *township = ty_unit_names_find_at_level (names, unit, day, "township");
  gboolean above = township != NULL && ty_record_get_integer (TY_RECORD (township), TY_UNIT_STATE_UNIT) != unit;
  g_autofree char *post = ty_words_dup_post (names, unit, ty_statement_get_text (statement, 4), day);
  g_autofree char *begun = dup_date (statement, 5);
  g_autofree char *date = dup_date (statement, 9);
  g_autofree char *year = g_strdup_printf ("%" G_GINT64_FORMAT, ty_statement_get_int (statement, 7));
  const char *number = ty_statement_get_text (statement, 8);
  g_autofree char *words
    = g_strjoin ("|", ty_statement_get_text (statement, 2),
                 township != NULL ? ty_record_get_text (TY_RECORD (township), TY_UNIT_STATE_NAME) : "",
                 above || township == NULL ? ty_unit_names_get (names, unit, day) : "", post, begun,
                 ty_statement_get_int (statement, 7) != 0 ? year : "", number != NULL ? number : "", date, NULL);

  return describe (ty_statement_get_int (statement, 0), ty_statement_get_int (statement, 1),
                   ty_statement_get_int (statement, 6), ty_statement_get_int (statement, 10) != 0,
                   ty_statement_get_int (statement, 11) != 0, words);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list_by_sql (const char *path,
             TyDate      day)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyDatabase) database = ty_database_open (path, TY_DATABASE_READ_ONLY, &error);
  g_autoptr(TyUnitNames) names = ty_unit_names_new (database);
  g_autofree char *iso = ty_date_to_iso (day);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (oracle); i++)
    {
      g_autoptr(TyStatement) statement = ty_database_prepare (database, oracle[i], &error);

      g_assert_no_error (error);
      ty_statement_bind_text (statement, 0, iso);
      while (ty_statement_step (statement, &error) == TY_STEP_ROW)
        g_ptr_array_add (rows, describe_row (statement, names, day));
      g_assert_no_error (error);
    }
  g_ptr_array_sort (rows, compare_texts);
  return rows;
}

static GPtrArray *
list_filings (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *filings;

  ty_office_list_filings_async (office, NULL, ty_test_office_keep_result, &result);
  filings = ty_office_list_filings_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  for (guint i = 1; i < filings->len; i++)
    g_assert_cmpint (ty_filing_compare (&filings->pdata[i - 1], &filings->pdata[i]), <=, 0);
  return filings;
}

static void
assert_filings (TyOffice   *office,
                const char *path)
{
  static const char *const shown[] = { "name", "township", "village", "post", "day", "term", "number", "date" };
  g_autoptr(GPtrArray) filings = list_filings (office);
  g_autoptr(GPtrArray) expected = list_by_sql (path, ty_office_get_as_of (office));
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < filings->len; i++)
    {
      TyFiling *filing = g_ptr_array_index (filings, i);
      const TyFilingKey *key = ty_filing_get_key (filing);
      const char *texts[G_N_ELEMENTS (shown) + 1] = { NULL };
      g_autofree char *words = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (shown); k++)
        texts[k] = ty_filing_get_text (filing, shown[k]);
      words = g_strjoinv ("|", (char **) texts);
      g_ptr_array_add (rows, describe (key->person, key->appointment, key->term, key->removal,
                                       ty_filing_is_open (filing), words));
    }
  g_ptr_array_sort (rows, compare_texts);
  for (guint i = 0; i < MIN (rows->len, expected->len); i++)
    g_assert_cmpstr (g_ptr_array_index (rows, i), ==, g_ptr_array_index (expected, i));
  g_assert_cmpuint (rows->len, ==, expected->len);
}

/* Those of a township alone are those that say so. */
static void
assert_scope (TyOffice *office)
{
  g_autoptr(GPtrArray) all = list_filings (office);
  gint64 township = ty_filing_get_township (g_ptr_array_index (all, 0));
  g_autoptr(GPtrArray) some = NULL;
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += ty_filing_get_township (g_ptr_array_index (all, i)) == township;
  ty_office_set_scope (office, township);
  some = list_filings (office);
  g_assert_cmpuint (some->len, ==, n);
  g_assert_cmpuint (n, <, all->len);
  ty_office_set_scope (office, 0);
}

static void
test_sample (void)
{
  static const char *const days[] = { "1990-01-01", "2017-12-31", "2018-06-30", "2019-12-31", "2021-10-31",
                                      "2021-12-31", "2025-06-30" };
  const TySampleOptions options = { .n_villages = 60, .seed = 11 };
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  g_autofree char *path = g_build_filename (county->folder, "样例.touyan", NULL);
  g_autoptr(TyDatabase) database = NULL;
  g_autoptr(GError) error = NULL;
  TyOffice *office;

  ty_store_close (county->store, NULL);
  g_clear_object (&county->store);
  ty_sample_create (path, &options, "tester", NULL, &error);
  g_assert_no_error (error);
  database = ty_database_open (path, TY_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  ty_database_exec (database, changes, &error);
  g_assert_no_error (error);
  g_clear_pointer (&database, ty_database_close);
  g_free (county->path);
  county->path = g_steal_pointer (&path);
  office = ty_test_office_open (county);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      ty_office_set_as_of (office, ty_date_from_iso (days[i]));
      assert_filings (office, county->path);
    }
  assert_scope (office);

  ty_test_office_close (office);
  g_assert_finalize_object (office);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ty_test_office_init ();

  g_test_add_func ("/filings/sample", test_sample);
  return g_test_run ();
}
