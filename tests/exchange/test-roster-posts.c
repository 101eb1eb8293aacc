/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-roster-posts"

#include "config.h"

#include "test-roster-county.h"
#include "test-roster-sheet.h"

#include "ty-action-log.h"
#include "ty-appointment.h"
#include "ty-person-table.h"
#include "ty-table.h"
#include "ty-unit-table.h"

#include <string.h>

/* When posts begin and end, and which townships a roster speaks for. */

#define BEFORE "2020-12-31"
#define AFTER "2021-12-31"
#define CHANGE "2021-10-01"

typedef struct
{
  guint row;
  TyTestXlsx *xlsx; /* (owned) */
  TestCounty *county;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->county = test_county_new ();
  fixture->xlsx = test_sheet_new ();
  fixture->row = 3;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_county_assert_sound (fixture->county);
  test_county_free (fixture->county);
  ty_test_xlsx_free (fixture->xlsx);
}

static void
add (Fixture    *fixture,
     const char *village,
     const char *name,
     guint       order,
     const char *post,
     const char *since)
{
  test_sheet_add (fixture->xlsx, fixture->row++, village, name, order, post, since);
}

/* Imports what was added, and begins another roster. */
static TyImportReport *
import (Fixture    *fixture,
        const char *as_of,
        const char *end_missing)
{
  g_autofree char *path = test_county_dup_path (fixture->county, "roster.xlsx");
  TyImportReport *report;

  ty_test_xlsx_save (fixture->xlsx, path);
  report = test_county_import (fixture->county, path, as_of, end_missing);
  ty_test_xlsx_free (fixture->xlsx);
  fixture->xlsx = test_sheet_new ();
  fixture->row = 3;
  return report;
}

/* The posts of a person as `D1 2017-12..2021-10-01`. */
static void
assert_posts (Fixture    *fixture,
              const char *name,
              const char *expected)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT a.post || ' ' || coalesce (a.from_date, '') || '..' || coalesce (a.until_date, '') "
    "FROM appointment a JOIN person p ON p.id = a.person WHERE p.name = '%s' "
    "ORDER BY a.post, a.from_date", name);
  g_autofree char *posts = test_county_dup_text (fixture->county, sql);

  g_test_message ("%s", sql);
  g_assert_cmpstr (posts, ==, expected);
}

static void
test_new_person (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(TyImportReport) report = NULL;

  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部书记、村委会主任", "2017.12");
  add (fixture, "云岭镇/下河村", "石一鸣", 103, "村委会委员", "");
  add (fixture, "云岭镇/下河村", "方大同", 105, "村委会委员", "2016");
  add (fixture, "云岭镇/东山村", "田秀英", 106, "村委会委员", "2018年3月5日");
  report = import (fixture, BEFORE, NULL);

  assert_posts (fixture, "何长安", "C1 2017-12..;D1 2017-12..");
  assert_posts (fixture, "石一鸣", "C3 ..");
  assert_posts (fixture, "方大同", "C3 2016..");
  assert_posts (fixture, "田秀英", "C3 2018-03-05..");
  g_assert_cmpuint (report->assumed_starts, ==, 0);
  g_assert_cmpuint (report->new_posts, ==, 5);
}

/* Somebody new to the file starts at 任现职时间 whatever rosters of the village were read before. */
static void
test_new_person_later (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(TyImportReport) first = NULL;
  g_autoptr(TyImportReport) second = NULL;

  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
  first = import (fixture, BEFORE, NULL);
  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
  add (fixture, "云岭镇/下河村", "石一鸣", 103, "党支部委员、村委会委员", "2017.12");
  add (fixture, "云岭镇/东山村", "石一鸣", 103, "村委会主任", "2018.02");
  second = import (fixture, AFTER, CHANGE);
  assert_posts (fixture, "石一鸣", "C1 2018-02..;C3 2017-12..;D3 2017-12..");
  g_assert_cmpuint (second->assumed_starts, ==, 0);
}

static const struct
{
  const char *since;
  const char *end_missing;
  const char *expected; /* start of the post that is new */
  gboolean assumed;
} starts[] = {
  { "2017.12", NULL, AFTER, TRUE },
  { "2017.12", CHANGE, CHANGE, TRUE },
  { "2020.12", CHANGE, CHANGE, TRUE },
  { "2020.12.31", CHANGE, CHANGE, TRUE },
  { "2020.12.31", NULL, AFTER, TRUE },
  { "2021.01.01", CHANGE, "2021-01-01", FALSE },
  { "2021.01", NULL, "2021-01", FALSE },
  { "2021", CHANGE, "2021", FALSE },
  { "2021.05", NULL, "2021-05", FALSE },
  { "2021.05", CHANGE, "2021-05", FALSE },
  { "2021.11", CHANGE, "2021-11", FALSE },
  { "", NULL, AFTER, TRUE },
  { "", CHANGE, CHANGE, TRUE },
};

/* A post that is new to somebody whose posts the file knew on 2020-12-31. */
static void
test_known_person (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      Fixture fixture;
      g_autoptr(TyImportReport) first = NULL;
      g_autoptr(TyImportReport) second = NULL;
      g_autofree char *expected = g_strdup_printf ("C1 %s..;D1 2017-12..", starts[i].expected);

      g_test_message ("%s", starts[i].since);
      set_up (&fixture, NULL);
      add (&fixture, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
      first = import (&fixture, BEFORE, NULL);
      add (&fixture, "云岭镇/下河村", "何长安", 101, "党支部书记、村委会主任", starts[i].since);
      second = import (&fixture, AFTER, starts[i].end_missing);

      assert_posts (&fixture, "何长安", expected);
      g_assert_cmpuint (second->assumed_starts, ==, starts[i].assumed);
      g_assert_cmpuint (test_report_count (second, "start-assumed"), ==, starts[i].assumed);
      g_assert_cmpuint (second->new_posts, ==, 1);
      if (starts[i].assumed)
        {
          const TyImportProblem *problem = test_report_find (second, "start-assumed");

          g_assert_false (problem->error);
          g_assert_cmpuint (problem->row, ==, 3);
          g_assert_nonnull (strstr (problem->text, "村委会主任"));
          g_assert_nonnull (strstr (problem->text, "何长安"));
        }
      tear_down (&fixture, NULL);
    }
}


/* Somebody who was entered by hand: no roster knew the posts. */
static gboolean
enter_secretary (TyStore   *store,
                 gpointer   data,
                 GError   **error)
{
  g_autoptr(TyPerson) person = ty_person_new ();
  g_autoptr(TyAppointment) appointment = ty_appointment_new ();
  g_autofree char *number = test_make_number ("19780512", 101);
  TyRecord *record = TY_RECORD (appointment);
  const gint64 *village = data;

  ty_record_set_text (TY_RECORD (person), TY_PERSON_NAME, "何长安");
  ty_record_set_text (TY_RECORD (person), TY_PERSON_ID_NUMBER, number);
  if (!ty_person_table_add (store, person, error))
    return FALSE;
  ty_record_set_integer (record, TY_APPOINTMENT_ID, ty_store_mint_id (store));
  ty_record_set_integer (record, TY_APPOINTMENT_PERSON,
                         ty_record_get_integer (TY_RECORD (person), TY_PERSON_ID));
  ty_record_set_integer (record, TY_APPOINTMENT_UNIT, *village);
  ty_record_set_text (record, TY_APPOINTMENT_POST, "D1");
  ty_record_set_text (record, TY_APPOINTMENT_FROM_DATE, "2016-03");
  return ty_table_insert (ty_store_get_database (store), record, error);
}

static void
test_entered_by_hand (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(TyImportReport) first = NULL;
  g_autoptr(TyImportReport) second = NULL;
  TyActionSpec spec = { "tester", "person.add", NULL, 0 };
  g_autoptr(GError) error = NULL;
  gint64 village;

  add (fixture, "云岭镇/东山村", "石一鸣", 103, "村委会委员", "2017.12");
  add (fixture, "石泉镇/西岭村", "方大同", 105, "村委会委员", "2017.12");
  first = import (fixture, AFTER, NULL);
  village = ty_unit_table_resolve (ty_store_get_database (fixture->county->store), "西岭村",
                                   (TyDate){ 2021, 12, 31 }, &error);
  g_assert_no_error (error);
  ty_store_run (fixture->county->store, &spec, enter_secretary, &village, &error);
  g_assert_no_error (error);

  /* No roster of an earlier date: the file did not know the posts then. */
  add (fixture, "石泉镇/西岭村", "何长安", 101, "党支部书记、村委会主任", "2018.02");
  second = import (fixture, AFTER, NULL);
  assert_posts (fixture, "何长安", "C1 2018-02..;D1 2016-03..");
  g_assert_cmpuint (second->assumed_starts, ==, 0);
}

/* Without the day of the change nothing ends; what is not listed is counted. */
static void
test_nothing_ends (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(TyImportReport) first = NULL;
  g_autoptr(TyImportReport) second = NULL;

  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部书记、村委会主任", "2017.12");
  add (fixture, "云岭镇/下河村", "石一鸣", 103, "村委会委员", "2017.12");
  first = import (fixture, BEFORE, NULL);
  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
  second = import (fixture, AFTER, NULL);

  assert_posts (fixture, "何长安", "C1 2017-12..;D1 2017-12..");
  assert_posts (fixture, "石一鸣", "C3 2017-12..");
  g_assert_cmpuint (second->ended_posts, ==, 0);
  g_assert_cmpuint (test_report_count (second, "not-listed"), ==, 1);
  g_assert_nonnull (strstr (test_report_find (second, "not-listed")->text, "2 posts"));
  g_assert_cmpint (test_county_count (fixture->county, "SELECT count (*) FROM term"), ==, 0);
  g_assert_cmpint (test_county_count (fixture->county, "SELECT count (*) FROM mandate"), ==, 0);
}

/* On the day of the change end the posts of who is not listed, and those that the roster no longer
 * names of who is. */
static void
test_ends (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TyImportReport) first = NULL;
  g_autoptr(TyImportReport) second = NULL;
  g_autofree char *reasons = NULL;

  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部书记、村委会主任", "2017.12");
  add (fixture, "云岭镇/下河村", "石一鸣", 103, "村委会委员", "2017.12");
  add (fixture, "云岭镇/下河村", "方大同", 105, "村务监督委员会主任、民兵连长", "2017.12");
  first = import (fixture, BEFORE, NULL);
  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
  add (fixture, "云岭镇/下河村", "田秀英", 106, "村委会主任", "2021.10");
  second = import (fixture, AFTER, CHANGE);

  assert_posts (fixture, "何长安", "C1 2017-12..2021-10-01;D1 2017-12..");
  assert_posts (fixture, "石一鸣", "C3 2017-12..2021-10-01");
  assert_posts (fixture, "方大同", "P3 2017-12..2021-10-01;S1 2017-12..2021-10-01");
  assert_posts (fixture, "田秀英", "C1 2021-10..");
  g_assert_cmpuint (second->ended_posts, ==, 4);
  reasons = test_county_dup_text (fixture->county, "SELECT end_reason, count (*) FROM appointment "
                                                   "GROUP BY end_reason ORDER BY end_reason");
  g_assert_cmpstr (reasons, ==, "-|2;not_on_roster|4");
}

/* What began after the change, ended before it or is of a later date is left alone. */
static void
test_ends_only_then (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(TyImportReport) first = NULL;
  g_autoptr(TyImportReport) second = NULL;
  g_autoptr(TyImportReport) third = NULL;

  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
  add (fixture, "云岭镇/下河村", "石一鸣", 103, "村委会委员", "2021.10");
  add (fixture, "云岭镇/下河村", "方大同", 105, "村委会委员", "2021.11.20");
  first = import (fixture, "2021-11-30", NULL);
  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
  second = import (fixture, AFTER, CHANGE);
  assert_posts (fixture, "石一鸣", "C3 2021-10..");
  assert_posts (fixture, "方大同", "C3 2021-11-20..");
  g_assert_cmpuint (second->ended_posts, ==, 0);

  add (fixture, "云岭镇/下河村", "方大同", 105, "村委会委员", "2021.11.20");
  third = import (fixture, "2024-12-31", "2024-11-01");
  assert_posts (fixture, "何长安", "D1 2017-12..2024-11-01");
  assert_posts (fixture, "石一鸣", "C3 2021-10..2024-11-01");
  assert_posts (fixture, "方大同", "C3 2021-11-20..");
  g_assert_cmpuint (third->ended_posts, ==, 2);
}

/* A roster of one township ends nothing in the others, be it of people or of villages. */
static void
test_coverage (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(TyImportReport) first = NULL;
  g_autoptr(TyImportReport) second = NULL;
  g_autofree char *covered = NULL;

  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
  add (fixture, "云岭镇/东山村", "石一鸣", 103, "党支部书记", "2017.12");
  add (fixture, "石泉镇/西岭村", "方大同", 105, "党支部书记", "2017.12");
  add (fixture, "石泉镇/南坪村", "田秀英", 106, "党支部书记", "2017.12");
  first = import (fixture, BEFORE, NULL);
  add (fixture, "云岭镇/下河村", "白晓宇", 107, "党支部书记", "2021.10");
  second = import (fixture, AFTER, CHANGE);

  assert_posts (fixture, "何长安", "D1 2017-12..2021-10-01");
  assert_posts (fixture, "石一鸣", "D1 2017-12..2021-10-01");
  assert_posts (fixture, "方大同", "D1 2017-12..");
  assert_posts (fixture, "田秀英", "D1 2017-12..");
  g_assert_cmpuint (second->vanished_villages->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (second->vanished_villages, 0), ==, "云岭镇/东山村");
  g_assert_cmpuint (test_report_count (second, "village-vanished"), ==, 1);
  covered = test_county_dup_text (fixture->county,
                                  "SELECT i.as_of, s.name FROM import i JOIN import_unit u "
                                  "ON u.import = i.id JOIN unit_state s ON s.unit = u.unit "
                                  "ORDER BY i.as_of, s.position");
  g_assert_cmpstr (covered, ==, BEFORE "|云岭镇;" BEFORE "|石泉镇;" AFTER "|云岭镇");
  g_assert_cmpint (test_county_count (fixture->county, "SELECT count (*) FROM unit_state "
                                                       "WHERE until_date IS NOT NULL"), ==, 0);
}

/* Somebody who moved out of a township that the roster does not cover keeps the post there, and one
 * who moved within loses it. */
static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TyImportReport) first = NULL;
  g_autoptr(TyImportReport) second = NULL;

  add (fixture, "石泉镇/西岭村", "方大同", 105, "党支部书记", "2017.12");
  add (fixture, "云岭镇/东山村", "石一鸣", 103, "党支部书记", "2017.12");
  first = import (fixture, BEFORE, NULL);
  add (fixture, "云岭镇/下河村", "方大同", 105, "村委会主任", "2021.10");
  add (fixture, "云岭镇/下河村", "石一鸣", 103, "党支部书记", "2017.12");
  second = import (fixture, AFTER, CHANGE);
  assert_posts (fixture, "方大同", "C1 2021-10..;D1 2017-12..");
  assert_posts (fixture, "石一鸣", "D1 2017-12..2021-10-01;D1 2021-10-01..");
  g_assert_cmpuint (second->assumed_starts, ==, 1);
}

/* Which posts have a mandate of which source in the term of the change. */
static void
test_mandates (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(TyImportReport) first = NULL;
  g_autoptr(TyImportReport) second = NULL;
  g_autoptr(TyImportReport) third = NULL;
  g_autofree char *mandates = NULL;
  g_autofree char *terms = NULL;

  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
  first = import (fixture, BEFORE, NULL);
  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部书记、村委会主任", "2017.12");
  add (fixture, "云岭镇/下河村", "石一鸣", 103, "村委会委员", "2021.10");
  test_sheet_set (fixture->xlsx, 3, FIELD_SOURCE, "现任干部");
  second = import (fixture, AFTER, CHANGE);
  mandates = test_county_dup_text (fixture->county,
                                   "SELECT p.name, a.post, t.year, m.source, m.batch FROM mandate m "
                                   "JOIN person p ON p.id = m.person JOIN appointment a "
                                   "ON a.person = m.person AND a.id = m.appointment "
                                   "JOIN term t ON t.id = m.term "
                                   "ORDER BY a.post");
  g_assert_cmpstr (mandates, ==, "何长安|C1|2021|incumbent|retained;"
                                 "石一鸣|C3|2021|able_farmer|-;"
                                 "何长安|D1|2021|incumbent|retained");

  /* Another township in the same year belongs to the same term; a later one ends it. */
  add (fixture, "石泉镇/西岭村", "方大同", 105, "党支部书记", "2021.11");
  third = import (fixture, AFTER, "2021-11-01");
  g_assert_cmpint (test_county_count (fixture->county, "SELECT count (*) FROM term"), ==, 1);
  g_assert_cmpint (test_county_count (fixture->county, "SELECT count (*) FROM mandate"), ==, 4);
  g_clear_pointer (&third, ty_import_report_free);
  add (fixture, "石泉镇/西岭村", "方大同", 105, "党支部书记", "2021.11");
  third = import (fixture, "2026-12-31", "2026-11-01");
  terms = test_county_dup_text (fixture->county, "SELECT year, from_date, until_date FROM term "
                                                 "ORDER BY year");
  g_assert_cmpstr (terms, ==, "2021|2021-10-01|2026-11-01;2026|2026-11-01|-");
}

/* An education that is new and undated did not hold on the date of the roster before. */
static void
test_later_education (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(TyImportReport) first = NULL;
  g_autoptr(TyImportReport) second = NULL;
  g_autoptr(JsonObject) before = NULL;
  g_autoptr(JsonObject) after = NULL;

  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
  test_sheet_set (fixture->xlsx, 3, FIELD_EDUCATION, "高中");
  first = import (fixture, BEFORE, NULL);
  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
  second = import (fixture, AFTER, CHANGE);
  g_assert_cmpuint (test_report_count (second, "finish-assumed"), ==, 1);
  before = test_county_get_figures (fixture->county, BEFORE, 0);
  after = test_county_get_figures (fixture->county, AFTER, 0);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (before, "secretaries"),
                                               "college_and_above"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (after, "secretaries"),
                                               "college_and_above"), ==, 1);
}

/* People are recognised again by their number, whatever else has changed; a later roster is right. */
static void
test_recognised (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(TyImportReport) first = NULL;
  g_autoptr(TyImportReport) second = NULL;
  g_autofree char *person = NULL;

  add (fixture, "云岭镇/下河村", "何长安", 101, "村委会委员", "2017.12");
  test_sheet_set (fixture->xlsx, 3, FIELD_POLITICAL, "群众");
  add (fixture, "云岭镇/下河村", "何长安", 103, "村委会委员", "2017.12");
  first = import (fixture, BEFORE, NULL);
  g_assert_cmpuint (first->new_people, ==, 2);
  add (fixture, "云岭镇/下河村", "何长安", 101, "村委会委员", "2017.12");
  second = import (fixture, AFTER, NULL);
  g_assert_cmpuint (second->new_people, ==, 0);
  g_assert_cmpuint (second->known_people, ==, 1);
  g_assert_cmpuint (second->changed_people, ==, 1);
  person = test_county_dup_text (fixture->county, "SELECT political, birth FROM person "
                                                  "WHERE substr (id_number, 15, 3) = '101'");
  g_assert_cmpstr (person, ==, "01|1978-05");
}

/* A roster of an earlier date that is read later fills gaps and changes nothing. */
static void
test_late_roster (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(TyImportReport) later = NULL;
  g_autoptr(TyImportReport) earlier = NULL;
  g_autofree char *person = NULL;

  add (fixture, "云岭镇/下河村", "何长安", 101, "村委会委员", "2017.12");
  test_sheet_set (fixture->xlsx, 3, FIELD_ETHNICITY, "");
  later = import (fixture, AFTER, NULL);
  add (fixture, "云岭镇/下河村", "何长安", 101, "村委会委员", "2017.12");
  test_sheet_set (fixture->xlsx, 3, FIELD_POLITICAL, "群众");
  test_sheet_set (fixture->xlsx, 3, FIELD_SEX, "女");
  test_sheet_set (fixture->xlsx, 3, FIELD_BIRTH, "1977.05");
  earlier = import (fixture, BEFORE, NULL);
  g_assert_cmpuint (earlier->known_people, ==, 1);
  g_assert_cmpuint (earlier->new_posts, ==, 0);
  person = test_county_dup_text (fixture->county, "SELECT political, ethnicity, sex, birth "
                                                  "FROM person");
  g_assert_cmpstr (person, ==, "01|01|1|1978-05");
}

/* Posts that have no code keep their words; of words that nobody knows whoever imports is told. */
static void
test_own_words (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const words[] = { "妇联副主席", "民兵副连长", "团支部副书记", "妇联执委", "计生专干", "残联专职委员",
                                       "人民调解员", "红白理事会会长", "护林员", "党小组长", "书记助理", "首席幸福官" };
  g_autoptr(TyImportReport) first = NULL;
  g_autoptr(TyImportReport) second = NULL;
  g_autofree char *titles = NULL;
  g_autofree char *bodies = NULL;
  g_autofree char *expected = NULL;

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        {
          g_autofree char *name = g_strdup_printf ("何长%s", i % 2 == 0 ? "安" : "宁");

          add (fixture, "云岭镇/下河村", name, 101 + 2 * i, words[i], "2017.12");
        }
      *(round == 0 ? &first : &second) = import (fixture, BEFORE, NULL);
    }
  g_assert_cmpuint (first->n_errors, ==, 0);
  g_assert_cmpuint (first->new_posts, ==, G_N_ELEMENTS (words));
  g_assert_cmpuint (test_report_count (first, "other-post"), ==, 1);
  g_assert_cmpuint (second->new_posts, ==, 0);

  titles = test_county_dup_text (fixture->county, "SELECT title FROM appointment ORDER BY id");
  bodies = test_county_dup_text (fixture->county, "SELECT DISTINCT post || ' ' || body FROM appointment");
  expected = g_strjoin (";", words[0], words[1], words[2], words[3], words[4], words[5], words[6], words[7],
                        words[8], words[9], words[10], words[11], NULL);
  g_assert_cmpstr (titles, ==, expected);
  g_assert_cmpstr (bodies, ==, "P11 supporting");
}

/* Two of them are two posts, and one that a later roster does not name has ended. */
static void
test_own_words_end (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(TyImportReport) before = NULL;
  g_autoptr(TyImportReport) after = NULL;
  g_autofree char *left = NULL;

  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部委员、妇联副主席、民兵副连长", "2017.12");
  before = import (fixture, BEFORE, NULL);
  add (fixture, "云岭镇/下河村", "何长安", 101, "党支部委员、民兵副连长", "2017.12");
  after = import (fixture, AFTER, CHANGE);
  g_assert_cmpuint (before->new_posts, ==, 3);
  g_assert_cmpuint (after->new_posts, ==, 0);
  g_assert_cmpuint (after->ended_posts, ==, 1);
  left = test_county_dup_text (fixture->county, "SELECT title FROM appointment WHERE until_date IS NOT NULL");
  g_assert_cmpstr (left, ==, "妇联副主席");
}

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/roster-posts/new-person", test_new_person);
  ADD ("/roster-posts/new-person-later", test_new_person_later);
  g_test_add_func ("/roster-posts/known-person", test_known_person);
  ADD ("/roster-posts/entered-by-hand", test_entered_by_hand);
  ADD ("/roster-posts/nothing-ends", test_nothing_ends);
  ADD ("/roster-posts/ends", test_ends);
  ADD ("/roster-posts/ends-only-then", test_ends_only_then);
  ADD ("/roster-posts/coverage", test_coverage);
  ADD ("/roster-posts/moved", test_moved);
  ADD ("/roster-posts/mandates", test_mandates);
  ADD ("/roster-posts/later-education", test_later_education);
  ADD ("/roster-posts/recognised", test_recognised);
  ADD ("/roster-posts/late-roster", test_late_roster);
  ADD ("/roster-posts/own-words", test_own_words);
  ADD ("/roster-posts/own-words-end", test_own_words_end);
  return g_test_run ();
}
