/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-completeness.h"
#include "ty-office-roster.h"
#include "ty-office-villages.h"
#include "ty-reserve.h"
#include "ty-resume-entry.h"
#include "ty-table.h"
#include "ty-test-office.h"

#define BIT(name) TY_PERSON_TAG_BIT (TY_PERSON_TAG_##name)

static TyPersonTags
find_tags (TyOffice *office,
           gint64    person)
{
  g_autoptr(TyPersonFile) file = ty_test_office_load_person (office, person);

  return file->tags;
}

static gboolean
insert (TyStore  *store,
        gpointer  data,
        GError  **error)
{
  return ty_table_insert (ty_store_get_database (store), data, error);
}

static void
add_reserve (TyTestOffice *county,
             gint64        person,
             const char   *from)
{
  TyActionSpec spec = { "tester", "genesis", NULL, 0 };
  g_autoptr(TyReserve) reserve = ty_reserve_new ();
  g_autoptr(GError) error = NULL;
  TyRecord *record = TY_RECORD (reserve);

  ty_record_set_integer (record, TY_RESERVE_PERSON, person);
  ty_record_set_integer (record, TY_RESERVE_ID, ty_store_mint_id (county->store));
  ty_record_set_integer (record, TY_RESERVE_UNIT, county->pine);
  ty_record_set_text (record, TY_RESERVE_POST, "D1");
  ty_record_set_date (record, TY_RESERVE_FROM_DATE, ty_date_from_iso (from));
  ty_store_run_final (county->store, &spec, insert, reserve, &error);
  g_assert_no_error (error);
}

/* The same person on the way: a reserve, a member, both heads, near the limit, over it, departed. */
static void
test_way (void)
{
  static const struct { int year; int month; TyPersonTags tags; } cases[] = {
    { 2016, 1, 0 },
    { 2017, 6, BIT (RESERVE) },
    { 2018, 3, BIT (RESERVE) | BIT (NEW) },
    { 2019, 3, BIT (RESERVE) },
    { 2021, 11, BIT (RESERVE) | BIT (DUAL_ROLE) | BIT (NEW) },
    { 2023, 3, BIT (RESERVE) | BIT (DUAL_ROLE) | BIT (NEAR_AGE) },
    { 2024, 6, BIT (RESERVE) | BIT (DUAL_ROLE) | BIT (NEAR_AGE) },
    { 2025, 3, BIT (RESERVE) | BIT (DUAL_ROLE) | BIT (OVER_AGE) },
    { 2026, 3, BIT (RESERVE) | BIT (DEPARTED) },
  };
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1964-02", NULL);
  g_autoptr(TyOffice) office = NULL;

  add_reserve (county, person, "2017-01");
  ty_test_office_add_post (county, person, county->pine, "C2", "2017-12", "2021-10");
  ty_test_office_add_post (county, person, county->pine, "C1", "2021-10", "2025-12");
  ty_test_office_add_post (county, person, county->pine, "D1", "2021-10", "2025-12");
  office = ty_test_office_open (county);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ty_office_set_as_of (office, ty_date_new ((guint) cases[i].year, (guint) cases[i].month, 15));
      g_test_message ("%d-%d", cases[i].year, cases[i].month);
      g_assert_cmphex (find_tags (office, person), ==, cases[i].tags);
    }
  ty_test_office_close (office);
}

/* Who is one of the two heads is said to be that. A post of which nobody knows since when is not new. */
static void
test_posts (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 secretary = ty_test_office_add_person (county, "李春", "2", "1980-02", NULL);
  gint64 head = ty_test_office_add_person (county, "王夏", "1", NULL, NULL);
  g_autoptr(TyOffice) office = NULL;

  ty_test_office_add_post (county, secretary, county->pine, "D1", NULL, NULL);
  ty_test_office_add_post (county, head, county->pine, "C1", "2021-12", NULL);
  office = ty_test_office_open (county);
  ty_office_set_as_of (office, ty_date_new (2021, 12, 31));
  g_assert_cmphex (find_tags (office, secretary), ==, BIT (SECRETARY));
  g_assert_cmphex (find_tags (office, head), ==, BIT (HEAD) | BIT (NEW));

  /* Whatever the scope. */
  ty_office_set_scope (office, county->creek);
  g_assert_cmphex (find_tags (office, secretary), ==, BIT (SECRETARY));
  ty_test_office_close (office);
}

/* A roster says only what its other columns do not. */
static void
test_roster (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1960-02", NULL);
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  TyRosterRow *row;

  ty_test_office_add_post (county, person, county->pine, "C1", "2021-12", NULL);
  ty_test_office_add_post (county, person, county->pine, "D1", "2021-12", NULL);
  office = ty_test_office_open (county);
  ty_office_set_as_of (office, ty_date_new (2022, 1, 31));
  ty_office_load_rows_async (office, &person, 1, NULL, ty_test_office_keep_result, &result);
  rows = ty_office_load_rows_finish (office, ty_test_office_await (&result), NULL);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmphex (ty_roster_row_get_tags (row), ==, BIT (OVER_AGE) | BIT (NEW));
  g_assert_cmpstr (ty_roster_row_get_text (row, TY_ROSTER_TEXT_TAGS), ==, "Over age, New");
  ty_test_office_close (office);
}

/* Training and appraisals of the person, class and income of the village, as of the date. */
static void
test_marks (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 people[] = { ty_test_office_add_person (county, "张晓明", "1", "1980-02", NULL),
                      ty_test_office_add_person (county, "李春", "2", "1980-02", NULL) };
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO course (id, name, from_date, days) VALUES (1, '轮训班', '2021-05', '3'), (2, '网络班', '2021-11', '1'); "
    "INSERT INTO attendance (person, course, days) VALUES (%" G_GINT64_FORMAT ", 1, '2.5'), (%" G_GINT64_FORMAT ", 2, NULL); "
    "INSERT INTO appraisal (person, id, year, period, grade) VALUES (%" G_GINT64_FORMAT ", 1, 2020, 'Y', 'good'); "
    "INSERT INTO unit_class (unit, id, class) VALUES (%" G_GINT64_FORMAT ", 1, 'difficult'); "
    "INSERT INTO unit_year (unit, year, operating_income) VALUES (%" G_GINT64_FORMAT ", 2020, '1')",
    people[0], people[0], people[0], county->pine, county->pine);
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GError) error = NULL;
  TyRosterRow *first, *second;

  ty_test_office_add_post (county, people[0], county->pine, "D1", "2017", NULL);
  ty_test_office_add_post (county, people[1], county->creek, "D1", "2017", NULL);
  g_assert_true (ty_database_exec (ty_store_get_database (county->store), sql, &error));
  office = ty_test_office_open (county);
  ty_office_set_as_of (office, ty_date_new (2021, 12, 31));
  ty_office_load_rows_async (office, people, 2, NULL, ty_test_office_keep_result, &result);
  rows = ty_office_load_rows_finish (office, ty_test_office_await (&result), NULL);
  first = g_ptr_array_index (rows, 0);
  second = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (ty_roster_row_get_text (first, TY_ROSTER_TEXT_TRAINING), ==, "3.5");
  g_assert_cmpstr (ty_roster_row_get_text (first, TY_ROSTER_TEXT_APPRAISAL), ==, "Good");
  g_assert_cmpstr (ty_roster_row_get_text (first, TY_ROSTER_TEXT_DIFFICULTY), ==, "Difficult");
  g_assert_cmpstr (ty_roster_row_get_text (first, TY_ROSTER_TEXT_ECONOMY), ==, "Weak");
  g_assert_cmpstr (ty_roster_row_get_text (second, TY_ROSTER_TEXT_TRAINING), ==, "0");
  for (TyRosterText text = TY_ROSTER_TEXT_APPRAISAL; text <= TY_ROSTER_TEXT_ECONOMY; text++)
    g_assert_cmpstr (ty_roster_row_get_text (second, text), ==, "");
  ty_test_office_close (office);
}

/* Each tag has a word and a look of the style sheet. */
static void
test_words (void)
{
  static const char *const looks[] = { "warn", "accent", "neutral", "outline", NULL };

  for (guint i = 0; i < TY_N_PERSON_TAGS; i++)
    {
      g_assert_cmpstr (ty_person_tag_get_label (i), !=, "");
      g_assert_true (g_strv_contains (looks, ty_person_tag_get_look (i)));
    }
}

static void
test_completeness (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 person = ty_test_office_add_person (county, "张晓明", "1", "1980-02", "990101198002210018");
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyPersonFile) file = NULL;
  TyCompleteness found;
  guint there;

  ty_test_office_add_study (county, person, "37", "graduated");
  office = ty_test_office_open (county);
  file = ty_test_office_load_person (office, person);
  found = ty_completeness_find (file);
  g_assert_cmphex (found.missing & 1u << TY_EXPECTED_EDUCATION, ==, 0);
  g_assert_cmphex (found.missing & 1u << TY_EXPECTED_BIRTH, ==, 0);
  g_assert_cmphex (found.missing & 1u << TY_EXPECTED_RESUME, !=, 0);
  g_assert_cmphex (found.missing & 1u << TY_EXPECTED_PHOTO, !=, 0);
  there = found.percent;
  g_assert_cmpuint (there, <, 100);

  /* When somebody joined the party is asked of members only. */
  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_POLITICAL, "13");
  g_assert_cmphex (ty_completeness_find (file).missing & 1u << TY_EXPECTED_PARTY_DATE, ==, 0);
  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_POLITICAL, "01");
  g_assert_cmphex (ty_completeness_find (file).missing & 1u << TY_EXPECTED_PARTY_DATE, !=, 0);
  ty_record_set_date (TY_RECORD (file->person), TY_PERSON_PARTY_DATE, ty_date_new (2005, 9, 0));
  found = ty_completeness_find (file);
  g_assert_cmphex (found.missing & 1u << TY_EXPECTED_PARTY_DATE, ==, 0);
  g_assert_cmpuint (found.percent, >, there);
  ty_test_office_close (office);
}

static void
add_entry (GPtrArray  *entries,
           const char *from,
           const char *until)
{
  TyRecord *entry = TY_RECORD (ty_resume_entry_new ());

  if (from != NULL)
    ty_record_set_date (entry, TY_RESUME_ENTRY_FROM_DATE, ty_date_from_iso (from));
  if (until != NULL)
    ty_record_set_date (entry, TY_RESUME_ENTRY_UNTIL_DATE, ty_date_from_iso (until));
  g_ptr_array_add (entries, entry);
}

/* Going on in the same month or in the next is neither; what is not known to the month says nothing. */
static void
test_resume (void)
{
  static const struct { const char *dates[6]; const char *gap; const char *overlap; } cases[] = {
    { { "2001-09", "2005-07", "2005-07", "2010-01", "2010-02", NULL }, NULL, NULL },
    { { "2001-09", "2005-07", "2005-10", "2010-01", "2010-01", NULL }, "2005-08", NULL },
    { { "2001-09", "2005-07", "2005-06", "2010-01", "2010-01", NULL }, NULL, "2005-06" },
    { { "2001", "2005", "2008-06", "2010-01", "2010-02", NULL }, NULL, NULL },
    { { "2001-09", "2005-12", "2006-02", "2010-01", "2009-03", NULL }, "2006-01", "2009-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *gap = NULL;
      g_autofree char *overlap = NULL;
      TyResumeCheck check;
      gboolean right;

      for (guint j = 0; j < 6; j += 2)
        add_entry (entries, cases[i].dates[j], cases[i].dates[j + 1]);
      right = ty_resume_check_run (entries, &check);
      g_assert_true (right == (cases[i].gap == NULL && cases[i].overlap == NULL));
      gap = ty_date_is_known (check.gap_from) ? ty_date_to_iso (check.gap_from) : NULL;
      overlap = ty_date_is_known (check.overlap) ? ty_date_to_iso (check.overlap) : NULL;
      g_assert_cmpstr (gap, ==, cases[i].gap);
      g_assert_cmpstr (overlap, ==, cases[i].overlap);
    }
}

static TyVillageFile *
load_village (TyOffice *office,
              gint64    unit)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyVillageFile *file;

  ty_office_load_village_async (office, unit, NULL, ty_test_office_keep_result, &result);
  file = ty_office_load_village_finish (office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  return file;
}

/* Whom the term brought is now, who left with it was before; the bands are those of the county. */
static void
test_ages (void)
{
  g_autoptr(TyTestOffice) county = ty_test_office_new ();
  gint64 old = ty_test_office_add_person (county, "赵大", "1", "1963-02", NULL);
  gint64 young = ty_test_office_add_person (county, "钱小", "2", "1990-02", NULL);
  g_autoptr(TyOffice) office = NULL;
  g_autoptr(TyVillageFile) file = NULL;
  guint before = 0, now = 0;

  add_reserve (county, young, "2019-01");
  ty_test_office_add_term (county, 2021, "2021-10-01");
  ty_test_office_add_post (county, old, county->pine, "C1", "2015-01", "2021-10-01");
  ty_test_office_add_post (county, young, county->pine, "C1", "2021-10-01", NULL);
  office = ty_test_office_open (county);
  ty_office_set_as_of (office, ty_date_new (2021, 12, 31));
  file = load_village (office, county->pine);
  g_assert_cmpint (file->term, ==, 2021);
  g_assert_cmpuint (file->n_reserves, ==, 1);
  g_assert_cmpuint (file->ages->len, >, 4);
  for (guint i = 0; i < file->ages->len; i++)
    {
      const TyVillageAge *age = &g_array_index (file->ages, TyVillageAge, i);

      before += age->before;
      now += age->now;
      if (i == 0)
        g_assert_cmpuint (age->now, ==, 1);
    }
  g_assert_cmpuint (before, ==, 1);
  g_assert_cmpuint (now, ==, 1);
  ty_test_office_close (office);
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/person-tags/way", test_way);
  g_test_add_func ("/person-tags/posts", test_posts);
  g_test_add_func ("/person-tags/roster", test_roster);
  g_test_add_func ("/person-tags/marks", test_marks);
  g_test_add_func ("/person-tags/words", test_words);
  g_test_add_func ("/person-tags/completeness", test_completeness);
  g_test_add_func ("/person-tags/resume", test_resume);
  g_test_add_func ("/person-tags/ages", test_ages);
  return g_test_run ();
}
