/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-appointment.h"
#include "ty-chunk.h"
#include "ty-office-checks.h"
#include "ty-sample.h"
#include "ty-statement.h"
#include "ty-test-office.h"

#include <string.h>

/* What the checks find in a county: nothing where nothing is wrong, each planted problem exactly, and in the
 * sample as much as SQL counts that was written from what each check means. */

#define DAY "2021-12-31"

static TyCheckReport *
list_checks (TyOffice *office)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyCheckReport *report;

  ty_office_list_checks_async (office, 0, NULL, NULL, ty_test_office_keep_result, &result);
  report = ty_office_list_checks_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return report;
}

static TyCheckReport *
check_person (TyOffice *office,
              gint64    person)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyCheckReport *report;

  ty_office_check_person_async (office, person, NULL, ty_test_office_keep_result, &result);
  report = ty_office_check_person_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return report;
}

static void
exec (TyTestOffice *county,
      const char   *sql)
{
  g_autoptr(GError) error = NULL;

  ty_database_exec (ty_store_get_database (county->store), sql, &error);
  g_assert_no_error (error);
}

static TyOffice *
open_office (TyTestOffice *county)
{
  TyOffice *office = ty_test_office_open (county);

  ty_office_set_as_of (office, ty_date_from_iso (DAY));
  return office;
}

/* Without anything that a check would find. */
static TyTestOffice *
make_county (void)
{
  TyTestOffice *county = ty_test_office_new ();
  g_autofree char *seats = g_strdup_printf (
    "INSERT INTO seat (unit, id, body, seats, women) VALUES (%" G_GINT64_FORMAT ", 1, 'party', 1, 0)",
    county->pine);
  gint64 li = ty_test_office_add_person (county, "李一", "2", "1980-01", "990101198001030021");
  gint64 wang = ty_test_office_add_person (county, "王二", "1", "1970-01", NULL);
  gint64 zhao = ty_test_office_add_person (county, "赵三", "1", "1990-01", NULL);

  ty_test_office_add_post (county, li, county->pine, "D1", "2021-10", NULL);
  ty_test_office_add_post (county, li, county->pine, "C1", "2021-10", NULL);
  ty_test_office_add_post (county, wang, county->pine, "D1", "2017-10", "2021-10");
  ty_test_office_add_post (county, wang, county->creek, "D2", "2021-10", NULL);
  ty_test_office_add_post (county, zhao, county->plum, "D1", "2021-10", NULL);
  ty_test_office_add_study (county, li, "31", "graduated");
  ty_test_office_add_study (county, wang, "38", "graduated");
  ty_test_office_add_study (county, zhao, "21", "graduated");
  exec (county, "UPDATE person SET political = '01', party_date = '2010-07', id_number = NULL");
  exec (county, seats);
  return county;
}

static TyTestOffice *
make_sample (void)
{
  TyTestOffice *county = ty_test_office_new ();
  const TySampleOptions options = { .n_villages = 20 };
  g_autoptr(GError) error = NULL;

  ty_test_office_done (county);
  g_free (county->path);
  county->path = g_build_filename (county->folder, "sample.touyan", NULL);
  g_assert_true (ty_sample_create (county->path, &options, "tester", NULL, &error));
  county->store = ty_store_open (county->path, TY_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  return county;
}

/* As “kind person text”, one for each entry. */
static GHashTable *
name_entries (TyCheckReport *report)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < report->entries->len; i++)
    {
      TyCheckEntry *entry = g_ptr_array_index (report->entries, i);
      const TyProblemInfo *info = ty_problem_kind_get_info (ty_check_entry_get_kind (entry));
      gint64 key = ty_check_entry_get_person (entry);

      g_assert_true (g_hash_table_add (names, g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", info->word, key,
                                                               ty_check_entry_get_text (entry))));
    }
  return names;
}

static void
test_none (void)
{
  g_autoptr(TyTestOffice) county = make_county ();
  g_autoptr(TyOffice) office = open_office (county);
  g_autoptr(TyCheckReport) report = list_checks (office);

  for (guint i = 0; i < report->entries->len; i++)
    g_test_message ("%s", ty_check_entry_get_text (g_ptr_array_index (report->entries, i)));
  g_assert_cmpuint (ty_check_report_count (report), ==, 0);
  g_assert_cmpuint (report->entries->len, ==, 0);
  ty_test_office_close (office);
}

/* One statement is all that is wrong. */
static void
assert_planted (const char    *sql,
                TyProblemKind  kind,
                guint          n,
                const char    *words)
{
  g_autoptr(TyTestOffice) county = make_county ();
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyCheckReport) report = NULL;

  exec (county, sql);
  office = open_office (county);
  report = list_checks (office);
  for (guint i = 0; i < report->entries->len; i++)
    g_test_message ("%s", ty_check_entry_get_text (g_ptr_array_index (report->entries, i)));
  g_assert_cmpuint (report->counts[kind], ==, n);
  g_assert_cmpuint (ty_check_report_count (report), ==, n);
  for (guint i = 0; i < report->entries->len; i++)
    {
      TyCheckEntry *entry = g_ptr_array_index (report->entries, i);

      g_assert_nonnull (strstr (ty_check_entry_get_text (entry), words));
      if (ty_check_entry_get_person (entry) != 0)
        {
          g_autoptr(TyCheckReport) own = check_person (office, ty_check_entry_get_person (entry));

          g_assert_cmpuint (own->counts[kind], ==, 1);
          g_assert_cmpuint (ty_check_report_count (own), ==, 1);
          g_assert_cmpstr (ty_check_entry_get_text (g_ptr_array_index (own->entries, 0)), ==,
                           ty_check_entry_get_text (entry));
        }
    }
  ty_test_office_close (office);
}

#define PERSON(name) "(SELECT id FROM person WHERE name = '" name "')"

static void
test_heads (void)
{
  /* A day is enough; the day on which one follows the other is none. */
  assert_planted ("UPDATE appointment SET until_date = '2021-10-02' WHERE until_date = '2021-10'",
                  TY_PROBLEM_HEADS, 1, "王二");
  assert_planted ("UPDATE appointment SET until_date = '2021-10-01' WHERE until_date = '2021-10'",
                  TY_PROBLEM_HEADS, 0, "");
  /* After the cut-off date is another day’s question. */
  assert_planted ("INSERT INTO appointment (person, id, unit, post, from_date) SELECT " PERSON ("赵三")
                  ", 99, unit, 'C1', '2022-01' FROM appointment WHERE post = 'C1'",
                  TY_PROBLEM_HEADS, 0, "");
  /* Deputies may be several. */
  assert_planted ("INSERT INTO appointment (person, id, unit, post, from_date) SELECT " PERSON ("赵三")
                  ", 99, unit, 'D2', '2021-11' FROM appointment WHERE post = 'D2'",
                  TY_PROBLEM_HEADS, 0, "");
}

static void
test_seats (void)
{
  assert_planted ("INSERT INTO appointment (person, id, unit, post, from_date) SELECT " PERSON ("赵三")
                  ", 99, unit, 'D3', '2021-11' FROM seat", TY_PROBLEM_SEATS, 1, "1 approved, 2 filled");
  /* Who has two posts in the body sits there once. */
  assert_planted ("INSERT INTO appointment (person, id, unit, post, from_date) SELECT " PERSON ("李一")
                  ", 99, unit, 'D5', '2021-11' FROM seat", TY_PROBLEM_SEATS, 0, "");
  assert_planted ("UPDATE seat SET seats = 0, until_date = '2021-12-31'", TY_PROBLEM_SEATS, 0, "");
}

#define COURSE "INSERT INTO course (id, name, days) VALUES (1, '轮训班', '3'); "

/* Training, appraisals and classes. */
static void
test_work (void)
{
  assert_planted (COURSE "INSERT INTO attendance (person, course, days) VALUES (" PERSON ("李一") ", 1, '3.5')",
                  TY_PROBLEM_TRAINING_DAYS, 1, "attended 3.5 days of “轮训班”, which had 3");
  assert_planted (COURSE "INSERT INTO attendance (person, course, days) VALUES (" PERSON ("李一") ", 1, '3.0')",
                  TY_PROBLEM_TRAINING_DAYS, 0, "");
  assert_planted ("INSERT INTO appraisal (person, id, year, period) VALUES (" PERSON ("李一") ", 1, 2020, 'Y'), ("
                  PERSON ("李一") ", 2, 2020, 'Y'), (" PERSON ("李一") ", 3, 2021, 'Y')",
                  TY_PROBLEM_APPRAISALS, 1, "2020, Whole year");
  /* Two who appraise are two appraisals. */
  assert_planted ("INSERT INTO appraisal (person, id, year, period, appraised_by) VALUES (" PERSON ("李一")
                  ", 1, 2020, 'Y', '镇党委'), (" PERSON ("李一") ", 2, 2020, 'Y', '县委')",
                  TY_PROBLEM_APPRAISALS, 0, "");
  assert_planted ("INSERT INTO unit_class (unit, id, class, from_date) SELECT unit, 1, 'steady', '2020' FROM seat; "
                  "INSERT INTO unit_class (unit, id, class, from_date) SELECT unit, 2, 'difficult', '2021-05' FROM seat",
                  TY_PROBLEM_CLASSES, 1, "Steady and Difficult");
  assert_planted ("INSERT INTO unit_class (unit, id, class, from_date, until_date) SELECT unit, 2, 'steady', '2020', "
                  "'2021-05' FROM seat; "
                  "INSERT INTO unit_class (unit, id, class, from_date) SELECT unit, 1, 'difficult', '2021-05' FROM seat",
                  TY_PROBLEM_CLASSES, 0, "");
}

static void
test_likes (void)
{
  assert_planted ("UPDATE person SET id_number = '990101199001020014' WHERE name <> '李一'; "
                  "UPDATE person SET birth = '1990-01' WHERE name <> '李一'; "
                  "UPDATE person SET id_number = '990101198001030066' WHERE name = '李一'",
                  TY_PROBLEM_ID_TWICE, 2, "9901");
  assert_planted ("UPDATE person SET name = '赵三', birth = '1990-01' WHERE name = '王二'",
                  TY_PROBLEM_SAME_PERSON, 2, "1990.01");
  assert_planted ("UPDATE person SET name = '赵三', birth = '1990' WHERE name = '王二'",
                  TY_PROBLEM_SAME_PERSON, 0, "");
  /* Two numbers tell two people apart; who was merged is nobody. */
  assert_planted ("UPDATE person SET id_number = '990101199001020014' WHERE name = '赵三'; "
                  "UPDATE person SET name = '赵三', birth = '1990-01', id_number = '990101199001020030' "
                  "WHERE name = '王二'; UPDATE person SET id_number = '990101198001030066' "
                  "WHERE name = '李一'", TY_PROBLEM_SAME_PERSON, 0, "");
  assert_planted ("INSERT INTO person (id, name, birth, merged_into) SELECT 5, name, birth, id FROM person "
                  "WHERE name = '王二'", TY_PROBLEM_SAME_PERSON, 0, "");
}

static void
test_terms (void)
{
  assert_planted ("INSERT INTO term (id, year, from_date, until_date) VALUES (1, 2017, '2017-10', "
                  "'2021-11'), (2, 2021, '2021-10', NULL)", TY_PROBLEM_TERMS, 1, "2021.11");
  assert_planted ("INSERT INTO term (id, year, from_date, until_date) VALUES (1, 2017, '2017-10', "
                  "'2021-10'), (2, 2021, '2021-10', NULL)", TY_PROBLEM_TERMS, 0, "");
}

static void
test_missing (void)
{
  assert_planted ("UPDATE person SET sex = NULL WHERE name = '王二'", TY_PROBLEM_REQUIRED, 1, "Sex");
  /* Two of three have a phone, so that the third one’s is missing; nobody has a photo. */
  assert_planted ("UPDATE person SET phone = '19900001234' WHERE name <> '王二'", TY_PROBLEM_MATERIAL, 1,
                  "Phone");
  /* Who left is asked for nothing. */
  assert_planted ("UPDATE person SET sex = NULL WHERE name = '王二'; UPDATE appointment SET until_date = "
                  "'2021-12' WHERE post = 'D2'", TY_PROBLEM_REQUIRED, 0, "");
}

static void
test_scope_and_date (void)
{
  g_autoptr(TyTestOffice) county = make_county ();
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyCheckReport) south = NULL, north = NULL, before = NULL;
  TyCheckEntry *entry;

  exec (county, "UPDATE person SET id_number = '1' WHERE name <> '李一'; "
                "UPDATE seat SET seats = 0");
  office = open_office (county);
  ty_office_set_scope (office, county->south);
  south = list_checks (office);
  /* The other one with the number is of the other township; in this scope this one is told. */
  g_assert_cmpuint (south->counts[TY_PROBLEM_ID_NUMBER], ==, 1);
  g_assert_cmpuint (south->counts[TY_PROBLEM_ID_TWICE], ==, 1);
  g_assert_cmpuint (south->counts[TY_PROBLEM_SEATS], ==, 0);
  entry = g_ptr_array_index (south->entries, 0);
  g_assert_cmpstr (ty_check_entry_get_name (entry), ==, "赵三");
  g_assert_cmpint (ty_check_entry_get_unit (entry), ==, county->plum);
  g_assert_cmpuint (ty_check_report_count (south), ==, 2);

  ty_office_set_scope (office, county->north);
  north = list_checks (office);
  g_assert_cmpuint (north->counts[TY_PROBLEM_SEATS], ==, 1);
  g_assert_cmpuint (north->counts[TY_PROBLEM_ID_NUMBER], ==, 1);

  /* On an earlier date another one sat there, and nobody before that. */
  ty_office_set_as_of (office, ty_date_from_iso ("2017-01-01"));
  ty_office_set_scope (office, 0);
  before = list_checks (office);
  g_assert_cmpuint (before->counts[TY_PROBLEM_SEATS], ==, 0);
  g_assert_cmpuint (before->counts[TY_PROBLEM_ID_NUMBER], ==, 2);
  ty_test_office_close (office);
}

static void
test_progress (void)
{
  g_autoptr(TyTestOffice) county = make_county ();
  g_autoptr(TyOffice) office = open_office (county);
  g_autoptr(TyCheckProgress) progress = ty_check_progress_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL, cancelled = NULL;
  g_autoptr(TyCheckReport) report = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpfloat (ty_check_progress_get_fraction (progress), ==, 0);
  ty_office_list_checks_async (office, 0, progress, NULL, ty_test_office_keep_result, &result);
  report = ty_office_list_checks_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (ty_check_progress_get_fraction (progress), ==, 1);

  ty_office_list_checks_async (office, 0, NULL, cancellable, ty_test_office_keep_result, &cancelled);
  g_cancellable_cancel (cancellable);
  g_assert_null (ty_office_list_checks_finish (office, ty_test_office_await (&cancelled), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  ty_test_office_close (office);
}

/* Who has little patience is told what was found until then, and goes on from there. */
static void
test_patience (void)
{
  g_autoptr(TyTestOffice) county = make_county ();
  g_autoptr(TyOffice) office = NULL;
  guint n_done = 0, n = 0;

  ty_test_office_add_crowd (county, 2 * TY_CHUNK_PEOPLE);
  office = open_office (county);
  for (gboolean whole = FALSE; !whole;)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(TyCheckReport) report = NULL;

      ty_office_list_checks_async (office, 1, NULL, NULL, ty_test_office_keep_result, &result);
      report = ty_office_list_checks_finish (office, ty_test_office_await (&result), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (report->n_done, >, n_done);
      n_done = report->n_done;
      whole = ty_check_report_is_whole (report);
      if (whole)
        g_assert_cmpuint (report->counts[TY_PROBLEM_REQUIRED], ==, 2 * TY_CHUNK_PEOPLE);
      n++;
    }
  g_assert_cmpuint (n, >, 1);
  ty_test_office_close (office);
}

/* Of very many all are counted, and enough are told. */
static void
test_many (void)
{
  g_autoptr(TyTestOffice) county = make_county ();
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyCheckReport) report = NULL;
  guint n = 0;

  ty_test_office_add_crowd (county, TY_PROBLEMS_KEPT + 20);
  office = open_office (county);
  report = list_checks (office);
  for (guint i = 0; i < report->entries->len; i++)
    n += ty_check_entry_get_kind (g_ptr_array_index (report->entries, i)) == TY_PROBLEM_REQUIRED;
  g_assert_cmpuint (report->counts[TY_PROBLEM_REQUIRED], ==, TY_PROBLEMS_KEPT + 20);
  g_assert_cmpuint (n, ==, TY_PROBLEMS_KEPT);
  ty_test_office_close (office);
}

/* The sample. */

#define HELD(t) "coalesce(" t ".from_date, '') <= '" DAY "' AND coalesce(" t ".until_date, '9') > '" DAY "'"
#define SERVING "id IN (SELECT person FROM appointment a WHERE " HELD ("a") ")"
#define AGE "((202112 - substr(birth, 1, 4) * 100 - max(1, coalesce(nullif(substr(birth, 6, 2), ''), 1))) / 100)"

static const struct
{
  TyProblemKind kind;
  const char *sql;
} oracles[] = {
  { TY_PROBLEM_LEAGUE_AGE,
    "SELECT count(*) FROM person WHERE political = '03' AND " AGE " >= 28 AND " SERVING },
  { TY_PROBLEM_PARTY_DATE,
    "SELECT count(*) FROM person WHERE (political IN ('01', '02')) <> (party_date IS NOT NULL)" },
  { TY_PROBLEM_REQUIRED,
    "SELECT count(*) FROM person p WHERE " SERVING " AND (sex IS NULL OR birth IS NULL OR political IS NULL "
    "OR NOT EXISTS (SELECT 1 FROM education e WHERE e.person = p.id "
    "AND (level IS NOT NULL OR level_text IS NOT NULL)))" },
  { TY_PROBLEM_SEATS,
    "SELECT count(*) FROM seat s WHERE " HELD ("s") " AND seats < (SELECT count(DISTINCT person) FROM "
    "appointment a WHERE a.unit = s.unit AND " HELD ("a") " AND substr(post, 1, 1) = CASE s.body "
    "WHEN 'party' THEN 'D' WHEN 'village_committee' THEN 'C' WHEN 'residents_committee' THEN 'J' "
    "WHEN 'supervision' THEN 'S' ELSE 'E' END)" },
  { TY_PROBLEM_HEADS,
    "SELECT count(*) FROM appointment a JOIN appointment b ON a.unit = b.unit AND a.post = b.post AND "
    "a.person < b.person WHERE a.post IN ('D1', 'C1', 'J1', 'S1', 'E1', 'T1', 'T2') AND "
    "coalesce(a.from_date, '') < coalesce(b.until_date, '9') AND "
    "coalesce(b.from_date, '') < coalesce(a.until_date, '9')" },
  { TY_PROBLEM_ID_TWICE,
    "SELECT count(*) FROM person WHERE id_number IN (SELECT id_number FROM person GROUP BY 1 HAVING "
    "count(*) > 1)" },
  { TY_PROBLEM_ID_SEX,
    "SELECT count(*) FROM person WHERE id_number IS NOT NULL AND sex <> CASE substr(id_number, 17, 1) % 2 WHEN 1 THEN '1' "
    "ELSE '2' END" },
  { TY_PROBLEM_ID_BIRTH,
    "SELECT count(*) FROM person WHERE replace(birth, '-', '') <> substr(id_number, 7, "
    "length(replace(birth, '-', '')))" },
  { TY_PROBLEM_PARTY_AGE,
    "SELECT count(*) FROM person WHERE substr(party_date || '-12', 1, 4) * 12 + substr(party_date || '-12', 6, "
    "2) - substr(birth || '-01', 1, 4) * 12 - substr(birth || '-01', 6, 2) < 18 * 12" },
  { TY_PROBLEM_RESUME_MONTH,
    "SELECT count(*) FROM resume_entry r WHERE coalesce(length(from_date), 4) = 4 OR (length(until_date) = 4 "
    "AND NOT EXISTS (SELECT 1 FROM resume_entry o WHERE o.person = r.person AND o.from_date = "
    "r.until_date))" },
  { TY_PROBLEM_TRAINING_DAYS,
    "SELECT count(*) FROM attendance NATURAL JOIN (SELECT id AS course, days AS most FROM course) "
    "WHERE days + 0.0 > most + 0.0" },
  { TY_PROBLEM_APPRAISALS,
    "SELECT count(*) FROM (SELECT person, year, period FROM (SELECT * FROM appraisal GROUP BY person, year, period, "
    "ifnull(kind, ''), ifnull(appraised_by, '') HAVING count(*) > 1) GROUP BY 1, 2, 3)" },
};

static gint64
count (TyTestOffice *county,
       const char   *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStatement) statement = ty_database_prepare (ty_store_get_database (county->store), sql,
                                                          &error);

  g_assert_no_error (error);
  g_assert_true (ty_statement_step (statement, &error) == TY_STEP_ROW);
  return ty_statement_get_int (statement, 0);
}

/* Planted on people who had no such problem. */
static void
plant (TyTestOffice *county)
{
  exec (county,
        "UPDATE person SET id_number = NULL WHERE id IN (SELECT id FROM person ORDER BY id LIMIT 3); "
        "UPDATE person SET sex = CASE sex WHEN '1' THEN '2' ELSE '1' END WHERE id IN (SELECT id FROM person "
        "WHERE id_number IS NOT NULL ORDER BY id LIMIT 5); "
        "UPDATE person SET birth = '1960-01-01' WHERE id IN (SELECT id FROM person WHERE id_number IS NOT "
        "NULL AND substr(birth, 1, 4) BETWEEN '1962' AND '1985' ORDER BY id DESC LIMIT 4); "
        "UPDATE person SET party_date = '1975-01' WHERE id IN (SELECT id FROM person WHERE political = '01' "
        "AND birth > '1965' ORDER BY id LIMIT 40, 6); "
        "UPDATE person SET party_date = NULL WHERE id IN (SELECT id FROM person WHERE political = '01' "
        "AND party_date <> '1975-01' ORDER BY id LIMIT 60, 2); "
        "UPDATE attendance SET days = '99' WHERE person % 7 = 0; "
        "UPDATE appraisal SET period = 'Y', kind = NULL, appraised_by = NULL WHERE year = 2024; "
        "UPDATE person SET id_number = (SELECT min(id_number) FROM person) WHERE id = (SELECT max(id) FROM "
        "person WHERE id_number IS NOT NULL)");
}

static void
assert_oracle (TyTestOffice *county)
{
  gint64 expected[G_N_ELEMENTS (oracles)];
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyCheckReport) report = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (oracles); i++)
    expected[i] = count (county, oracles[i].sql);
  office = open_office (county);
  report = list_checks (office);
  for (guint i = 0; i < G_N_ELEMENTS (oracles); i++)
    {
      g_test_message ("%s: %d", ty_problem_kind_get_info (oracles[i].kind)->word, (int) expected[i]);
      g_assert_cmpint (report->counts[oracles[i].kind], ==, expected[i]);
    }
  ty_test_office_close (office);
}

static void
test_sample (void)
{
  g_autoptr(TyTestOffice) county = make_sample ();

  assert_oracle (county);
}

static void
test_planted (void)
{
  g_autoptr(TyTestOffice) county = make_sample ();

  plant (county);
  g_assert_cmpint (count (county, oracles[5].sql), ==, 2);
  assert_oracle (county);
}

/* The profile and the list say the same of everybody. */
static void
test_people (void)
{
  g_autoptr(TyTestOffice) county = make_sample ();
  g_autoptr(GHashTable) names = NULL;
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyCheckReport) report = NULL;
  guint n = 0;

  plant (county);
  office = open_office (county);
  report = list_checks (office);
  names = name_entries (report);
  for (guint i = 0; i < report->entries->len; i += 5)
    {
      gint64 person = ty_check_entry_get_person (g_ptr_array_index (report->entries, i));
      g_autoptr(TyCheckReport) own = person != 0 ? check_person (office, person) : NULL;
      g_autoptr(GHashTable) mine = own != NULL ? name_entries (own) : NULL;
      GHashTableIter iter;
      gpointer name;

      if (own == NULL)
        continue;
      g_assert_cmpuint (own->entries->len, >, 0);
      g_hash_table_iter_init (&iter, mine);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        g_assert_true (g_hash_table_contains (names, name));
      n += own->entries->len;
    }
  g_assert_cmpuint (n, >, 10);
  ty_test_office_close (office);
}

/* Errors first, and nobody without a place who ever served. */
static void
test_order (void)
{
  g_autoptr(TyTestOffice) county = make_sample ();
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyCheckReport) report = NULL;
  TySeverity severity = TY_SEVERITY_ERROR;

  plant (county);
  office = open_office (county);
  report = list_checks (office);
  for (guint i = 0; i < report->entries->len; i++)
    {
      TyCheckEntry *entry = g_ptr_array_index (report->entries, i);

      g_assert_cmpuint (ty_check_entry_get_severity (entry), >=, severity);
      severity = ty_check_entry_get_severity (entry);
      g_assert_cmpstr (ty_check_entry_get_name (entry), !=, "");
      g_assert_cmpstr (ty_check_entry_get_place (entry), !=, "");
    }
  g_assert_cmpuint (severity, ==, TY_SEVERITY_HINT);
  ty_test_office_close (office);
}

int
main (int   argc,
      char *argv[])
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/none", test_none);
  g_test_add_func ("/checks/heads", test_heads);
  g_test_add_func ("/checks/seats", test_seats);
  g_test_add_func ("/checks/work", test_work);
  g_test_add_func ("/checks/likes", test_likes);
  g_test_add_func ("/checks/terms", test_terms);
  g_test_add_func ("/checks/missing", test_missing);
  g_test_add_func ("/checks/scope-and-date", test_scope_and_date);
  g_test_add_func ("/checks/progress", test_progress);
  g_test_add_func ("/checks/patience", test_patience);
  g_test_add_func ("/checks/many", test_many);
  g_test_add_func ("/checks/sample", test_sample);
  g_test_add_func ("/checks/planted", test_planted);
  g_test_add_func ("/checks/people", test_people);
  g_test_add_func ("/checks/order", test_order);
  return g_test_run ();
}
