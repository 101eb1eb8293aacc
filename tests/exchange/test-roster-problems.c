/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-roster-problems"

#include "config.h"

#include "test-roster-county.h"
#include "test-roster-rows.h"
#include "test-roster-sheet.h"

#include "ty-action-log.h"
#include "ty-xlsx-error.h"

#include <string.h>

/* Bad input: each gets a message that names the place, and the county file is byte for byte what it
 * was. */

#define DAY "2021-12-31"
#define WRONG_NUMBER "990101197805120013"

typedef struct
{
  TestCounty *county;
  char *roster;
  char *sum;
} Fixture;

/* A county with somebody in it, closed. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(TyTestXlsx) xlsx = test_sheet_new ();
  g_autoptr(TyImportReport) report = NULL;

  fixture->county = test_county_new ();
  fixture->roster = test_county_dup_path (fixture->county, "roster.xlsx");
  test_sheet_add (xlsx, 3, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
  ty_test_xlsx_save (xlsx, fixture->roster);
  report = test_county_import (fixture->county, fixture->roster, "2020-12-31", NULL);
  g_assert_cmpuint (report->problems->len, ==, 0);
  test_county_close (fixture->county);
  fixture->sum = test_county_dup_sum (fixture->county);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_county_free (fixture->county);
  g_free (fixture->roster);
  g_free (fixture->sum);
}

/* Three good rows, and room for a bad one in row 5. */
static TyTestXlsx *
new_roster (void)
{
  TyTestXlsx *xlsx = test_sheet_new ();

  test_sheet_add (xlsx, 3, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
  test_sheet_add (xlsx, 4, "云岭镇/东山村", "石一鸣", 103, "村委会主任", "2021.10");
  test_sheet_add (xlsx, 5, "石泉镇/西岭村", "方大同", 105, "村委会委员", "2021.10");
  test_sheet_add (xlsx, 6, "石泉镇/南坪村", "田秀英", 106, "党支部委员", "2021.10");
  return xlsx;
}

static TyImportReport *
import (Fixture    *fixture,
        TyTestXlsx *xlsx,
        gboolean    skip_errors)
{
  g_autoptr(GError) error = NULL;
  TyImportReport *report;

  ty_test_xlsx_save (xlsx, fixture->roster);
  test_county_open (fixture->county);
  report = test_county_try (fixture->county, fixture->roster, DAY, NULL, FALSE, skip_errors, &error);
  g_assert_no_error (error);
  test_county_close (fixture->county);
  return report;
}

/* The import is refused for one reason, with its place; nothing is touched. */
static void
assert_refused (Fixture    *fixture,
                TyTestXlsx *xlsx,
                const char *kind,
                guint       row,
                const char *column,
                const char *heading)
{
  g_autoptr(TyImportReport) report = import (fixture, xlsx, FALSE);
  const TyImportProblem *problem = test_report_find (report, kind);
  g_autofree char *place = ty_problem_dup_place (problem);
  g_autofree char *json = ty_import_report_to_json (report);
  g_autofree char *expected = NULL;

  g_test_message ("%s", place);
  g_assert_false (report->imported);
  g_assert_true (problem->error);
  g_assert_cmpstr (problem->sheet, ==, "花名册");
  g_assert_cmpuint (problem->row, ==, row);
  g_assert_cmpstr (problem->column, ==, column);
  g_assert_cmpstr (problem->heading, ==, heading);
  g_assert_cmpuint (strlen (problem->text), >, 10);
  expected = column != NULL
               ? g_strdup_printf ("Sheet “花名册”, row %u, column %s “%s”", row, column, heading)
               : g_strdup_printf ("Sheet “花名册”, row %u", row);
  if (row > 0)
    g_assert_cmpstr (place, ==, expected);
  g_assert_nonnull (strstr (json, kind));
  g_assert_nonnull (strstr (json, problem->text));
  test_county_assert_untouched (fixture->county, fixture->sum);
}

typedef struct
{
  TestField field;
  TyTestXlsxKind cell;
  const char *value;
  const char *kind;
  const char *part_of_text;
  const char *shown; /* what the message repeats of the cell */
} BadCell;

static const BadCell bad_cells[] = {
  { FIELD_BIRTH, TY_TEST_XLSX_TEXT, "1978.13", "date", "not a date", "1978.13" },
  { FIELD_BIRTH, TY_TEST_XLSX_TEXT, "19781", "date", "not a date", "19781" },
  { FIELD_BIRTH, TY_TEST_XLSX_NUMBER, "19781", "date", "not a date", "19781" },
  { FIELD_BIRTH, TY_TEST_XLSX_TEXT, "28622", "date", "not a date", "28622" },
  { FIELD_BIRTH, TY_TEST_XLSX_TEXT, "1978.02.30", "date", "not a date", "1978.02.30" },
  { FIELD_BIRTH, TY_TEST_XLSX_TEXT, "不详", "date", "not a date", "不详" },
  { FIELD_BIRTH, TY_TEST_XLSX_TEXT, "2022.01", "date", "after the date", NULL },
  { FIELD_SINCE, TY_TEST_XLSX_TEXT, "2021.14", "date", "not a date", "2021.14" },
  { FIELD_ID_NUMBER, TY_TEST_XLSX_TEXT, WRONG_NUMBER, "check-digit", "check digit",
    "990101 19780512 ****" },
  { FIELD_ID_NUMBER, TY_TEST_XLSX_NUMBER, "990101197805120000", "id-numeric", "number cell",
    "990101 19780512 ****" },
  { FIELD_ID_NUMBER, TY_TEST_XLSX_NUMBER, "9.9010119780512E+17", "id-numeric", "number cell", "****" },
  { FIELD_ID_NUMBER, TY_TEST_XLSX_TEXT, "9.90101E+17", "id-numeric", "lost its last digits", "****" },
  { FIELD_ID_NUMBER, TY_TEST_XLSX_TEXT, "99010119780512001", "id-number", "18 characters", "****" },
  { FIELD_ID_NUMBER, TY_TEST_XLSX_TEXT, "990101197813120013", "id-number", "18 characters",
    "990101 19781312 ****" },
  { FIELD_NAME, TY_TEST_XLSX_TEXT, "", "no-name", "name is missing", NULL },
  { FIELD_NAME, TY_TEST_XLSX_TEXT, "　 ", "no-name", "name is missing", NULL },
  { FIELD_VILLAGE, TY_TEST_XLSX_TEXT, "", "no-village", "village or community is missing", NULL },
  { FIELD_TOWNSHIP, TY_TEST_XLSX_TEXT, "", "no-township", "township is missing", NULL },
  { FIELD_POST, TY_TEST_XLSX_TEXT, "退休", "unknown-post", "“退休” is not known", "退休" },
  { FIELD_POST, TY_TEST_XLSX_TEXT, "党支部书记、去世", "unknown-post", "去世", "党支部书记、去世" },
  { FIELD_POST, TY_TEST_XLSX_TEXT, "", "no-post", "post is missing", NULL },
};

static void
test_bad_cells (Fixture       *fixture,
                gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_cells); i++)
    {
      const BadCell *bad = &bad_cells[i];
      g_autoptr(TyTestXlsx) xlsx = new_roster ();
      const char letter[] = { (char) ('A' + bad->field), '\0' };
      g_autoptr(TyImportReport) report = NULL;
      const TyImportProblem *problem;

      g_test_message ("%u: %s", i, bad->value);
      ty_test_xlsx_set_cell (xlsx, 5, bad->field, bad->cell, bad->value);
      assert_refused (fixture, xlsx, bad->kind, 5, letter, test_field_headings[bad->field]);

      report = import (fixture, xlsx, FALSE);
      g_assert_cmpuint (report->n_errors, ==, 1);
      g_assert_cmpuint (report->n_skipped, ==, 1);
      problem = test_report_find (report, bad->kind);
      g_assert_nonnull (strstr (problem->text, bad->part_of_text));
      g_assert_cmpstr (problem->value, ==, bad->shown);
    }
}

static void
assert_remark (Fixture    *fixture,
               TyTestXlsx *xlsx,
               const char *kind,
               const char *column,
               const char *heading)
{
  g_autoptr(TyImportReport) report = import (fixture, xlsx, FALSE);
  const TyImportProblem *problem = test_report_find (report, kind);

  g_assert_true (report->imported);
  g_assert_cmpuint (report->n_errors, ==, 0);
  g_assert_cmpuint (test_report_count (report, kind), ==, 1);
  g_assert_false (problem->error);
  g_assert_cmpstr (problem->sheet, ==, "花名册");
  g_assert_cmpuint (problem->row, ==, 5);
  g_assert_cmpstr (problem->column, ==, column);
  g_assert_cmpstr (problem->heading, ==, heading);
}

/* Remarks are listed, and the row is imported. */
static void
test_remarks (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    TestField field;
    const char *value;
    const char *kind;
    const char *stored; /* of the person: birth, sex, political, ethnicity and what was kept */
  } cases[] = {
    { FIELD_BIRTH, "1978.00", "month-unknown", "1978|1|01|01|-|-" },
    { FIELD_BIRTH, "1978.06", "birth-differs", "1978-06|1|01|01|-|-" },
    { FIELD_BIRTH, "1979", "birth-differs", "1979|1|01|01|-|-" },
    { FIELD_SEX, "女", "sex-differs", "1978-05|2|01|01|-|-" },
    { FIELD_SEX, "不明", "unknown-word", "1978-05|1|01|01|-|-" },
    { FIELD_POLITICAL, "铁杆群众", "unknown-word", "1978-05|1|-|01|铁杆群众|-" },
    { FIELD_ETHNICITY, "石城族", "unknown-word", "1978-05|1|01|-|-|石城族" },
    { FIELD_EDUCATION, "学前班", "unknown-word", "1978-05|1|01|01|-|-" },
    { FIELD_SOURCE, "路过人员", "unknown-word", "1978-05|1|01|01|-|-" },
    { FIELD_ID_NUMBER, "", "no-id-number", "1978-05|1|01|01|-|-" },
    { FIELD_SINCE, "2022.01", "start-after-roster", "1978-05|1|01|01|-|-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TestCounty) county = test_county_new ();
      Fixture fresh = { county, fixture->roster, NULL };
      g_autoptr(TyTestXlsx) xlsx = new_roster ();
      const char letter[] = { (char) ('A' + cases[i].field), '\0' };
      g_autofree char *stored = NULL;

      g_test_message ("%s", cases[i].value);
      test_county_close (county);
      test_sheet_set (xlsx, 5, cases[i].field, cases[i].value);
      assert_remark (&fresh, xlsx, cases[i].kind, letter, test_field_headings[cases[i].field]);
      test_county_open (county);
      stored = test_county_dup_text (county, "SELECT birth, sex, political, ethnicity, "
                                             "political_text, ethnicity_text FROM person "
                                             "WHERE name = '方大同'");
      g_assert_cmpstr (stored, ==, cases[i].stored);
      test_county_assert_sound (county);
    }
}

/* A word that is not known is kept as text and not counted. */
static void
test_unknown_words (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(TyTestXlsx) xlsx = new_roster ();
  g_autoptr(TyImportReport) report = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonObject) figures = NULL;
  g_autofree char *study = NULL;
  g_autofree char *mandate = NULL;

  test_sheet_set (xlsx, 5, FIELD_EDUCATION, "学前班");
  test_sheet_set (xlsx, 5, FIELD_SOURCE, "路过人员");
  ty_test_xlsx_save (xlsx, fixture->roster);
  test_county_open (fixture->county);
  report = test_county_import (fixture->county, fixture->roster, DAY, "2021-10-01");
  g_assert_cmpuint (test_report_count (report, "unknown-word"), ==, 2);

  study = test_county_dup_text (fixture->county,
                                "SELECT level, level_text, outcome FROM education e JOIN person p "
                                "ON p.id = e.person WHERE p.name = '方大同'");
  g_assert_cmpstr (study, ==, "-|学前班|-");
  mandate = test_county_dup_text (fixture->county,
                                  "SELECT source, source_text FROM mandate m JOIN person p "
                                  "ON p.id = m.person WHERE p.name = '方大同'");
  g_assert_cmpstr (mandate, ==, "-|路过人员");
  figures = test_county_get_figures (fixture->county, DAY, 0);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (figures, "members"),
                                               "count"), ==, 4);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (figures, "members"),
                                               "college_and_above"), ==, 3);
}

static void
test_two_secretaries (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(TyTestXlsx) xlsx = new_roster ();
  g_autoptr(TyImportReport) report = NULL;
  const TyImportProblem *problem;

  test_sheet_add (xlsx, 5, "云岭镇/下河村", "方大同", 105, "党总支书记", "2021.10");
  report = import (fixture, xlsx, FALSE);
  problem = test_report_find (report, "two-secretaries");
  g_assert_true (report->imported);
  g_assert_false (problem->error);
  g_assert_cmpuint (problem->row, ==, 5);
  g_assert_nonnull (strstr (problem->text, "下河村"));
}

/* The same person twice is one person with the posts of both rows. */
static void
test_twice (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TyTestXlsx) xlsx = new_roster ();
  g_autoptr(TyImportReport) report = NULL;
  g_autofree char *posts = NULL;

  test_sheet_add (xlsx, 5, "石泉镇/西岭村", "石一鸣", 103, "党支部书记", "2021.10");
  test_sheet_add (xlsx, 7, "云岭镇/东山村", "石一鸣", 103, "村委会主任", "2021.10");
  report = import (fixture, xlsx, FALSE);
  g_assert_true (report->imported);
  g_assert_cmpuint (test_report_count (report, "listed-twice"), ==, 2);
  g_assert_cmpuint (test_report_find (report, "listed-twice")->row, ==, 5);
  g_assert_nonnull (strstr (test_report_find (report, "listed-twice")->text, "石一鸣"));
  g_assert_cmpuint (report->new_people, ==, 2);
  g_assert_cmpuint (report->known_people, ==, 1);

  test_county_open (fixture->county);
  posts = test_county_dup_text (fixture->county,
                                "SELECT a.post FROM appointment a JOIN person p ON p.id = a.person "
                                "WHERE p.name = '石一鸣' ORDER BY a.post");
  g_assert_cmpstr (posts, ==, "C1;D1");
}

static void
test_two_names (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TyTestXlsx) within = new_roster ();
  g_autoptr(TyTestXlsx) against = new_roster ();
  g_autoptr(TyImportReport) report = NULL;

  test_sheet_add (within, 5, "石泉镇/西岭村", "另一人", 103, "村委会委员", "2021.10");
  assert_refused (fixture, within, "id-two-names", 4, "F", "身份证号");
  report = import (fixture, within, FALSE);
  g_assert_cmpuint (test_report_count (report, "id-two-names"), ==, 2);
  g_assert_nonnull (strstr (test_report_find (report, "id-two-names")->text, "另一人"));
  g_assert_cmpuint (report->n_skipped, ==, 2);

  test_sheet_add (against, 3, "云岭镇/下河村", "不同名", 101, "党支部书记", "2017.12");
  assert_refused (fixture, against, "id-two-names", 3, "F", "身份证号");
  g_clear_pointer (&report, ty_import_report_free);
  report = import (fixture, against, FALSE);
  g_assert_cmpuint (report->n_errors, ==, 1);
  g_assert_nonnull (strstr (test_report_find (report, "id-two-names")->text, "何长安"));
}

/* A sheet without a header, without people, and headers that lack what a roster must say. */
static void
test_no_roster (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const lines[][4] = {
    { "序号", "单价", "数量", "金额" },
    { "何长安", "男", "1978.05", "党支部书记" },
  };
  g_autoptr(TyTestXlsx) empty = ty_test_xlsx_new ();
  g_autoptr(TyTestXlsx) nobody = test_sheet_new ();
  g_autoptr(TyTestXlsx) no_village = test_sheet_new ();
  g_autoptr(TyTestXlsx) no_post = test_sheet_new ();
  g_autoptr(TyImportReport) report = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();

      ty_test_xlsx_add_sheet (xlsx, "花名册", TRUE);
      for (guint j = 0; j < 40; j++)
        ty_test_xlsx_add_row (xlsx, lines[i][0], lines[i][1], lines[i][2], lines[i][3], NULL);
      assert_refused (fixture, xlsx, "no-header", 0, NULL, NULL);
    }

  test_sheet_set (no_village, 2, FIELD_VILLAGE, "第几");
  test_sheet_add (no_village, 3, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
  test_sheet_set (no_village, 3, FIELD_VILLAGE, "1");
  assert_refused (fixture, no_village, "no-village-column", 2, NULL, NULL);
  test_sheet_set (no_post, 2, FIELD_POST, "第几");
  test_sheet_add (no_post, 3, "云岭镇/下河村", "何长安", 101, "党支部书记", "2017.12");
  assert_refused (fixture, no_post, "no-post-column", 2, NULL, NULL);

  report = import (fixture, nobody, TRUE);
  g_assert_false (report->imported);
  g_assert_true (test_report_find (report, "no-people")->error);
  g_clear_pointer (&report, ty_import_report_free);
  report = import (fixture, empty, TRUE);
  g_assert_false (report->imported);
  g_assert_true (test_report_find (report, "no-header")->error);
  test_county_assert_untouched (fixture->county, fixture->sum);
}

static void
assert_unreadable (Fixture     *fixture,
                   GBytes      *bytes,
                   TyXlsxError  code,
                   const char  *part_of_message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyImportReport) report = NULL;

  g_assert_true (g_file_set_contents (fixture->roster, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  test_county_open (fixture->county);
  report = test_county_try (fixture->county, fixture->roster, DAY, NULL, FALSE, TRUE, &error);
  g_assert_null (report);
  g_assert_error (error, TY_XLSX_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part_of_message));
  test_county_close (fixture->county);
  test_county_assert_untouched (fixture->county, fixture->sum);
}

static void
test_other_files (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  g_autofree guint8 *old = g_malloc0 (8192);
  g_autoptr(GBytes) page = g_bytes_new_static ("<html>", strlen ("<html>"));
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) old_xls = NULL;
  g_autoptr(GBytes) encrypted = NULL;
  g_autoptr(TyTestXlsx) letter = new_roster ();
  g_autoptr(GBytes) no_workbook = NULL;

  assert_unreadable (fixture, page, TY_XLSX_ERROR_NOT_XLSX, "no workbook");
  assert_unreadable (fixture, nothing, TY_XLSX_ERROR_NOT_XLSX, "empty");
  memcpy (old, ole, 8);
  old_xls = g_bytes_new (old, 8192);
  assert_unreadable (fixture, old_xls, TY_XLSX_ERROR_TRUNCATED, "cut off or damaged");
  memcpy (old + 4096, name, sizeof name);
  encrypted = g_bytes_new (old, 8192);
  assert_unreadable (fixture, encrypted, TY_XLSX_ERROR_ENCRYPTED, "password");
  ty_test_xlsx_remove_part (letter, "xl/workbook.xml");
  no_workbook = ty_test_xlsx_to_bytes (letter);
  assert_unreadable (fixture, no_workbook, TY_XLSX_ERROR_NOT_XLSX, "no .xlsx workbook");
}

static void
test_cut_off (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TyTestXlsx) xlsx = new_roster ();
  g_autoptr(GBytes) bytes = ty_test_xlsx_to_bytes (xlsx);
  gsize length = g_bytes_get_size (bytes);

  for (guint i = 1; i < 8; i++)
    {
      g_autoptr(GBytes) head = g_bytes_new_from_bytes (bytes, 0, length * i / 8);

      assert_unreadable (fixture, head, TY_XLSX_ERROR_TRUNCATED, "cut off or damaged");
    }
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TyTestXlsx) long_cell = new_roster ();
  g_autoptr(TyTestXlsx) bomb = ty_test_xlsx_new ();
  g_autofree char *text = g_strnfill (40000, 'x');
  g_autofree char *blanks = g_strnfill (100000000, ' ');
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) packed = NULL;

  ty_test_xlsx_set_shared (long_cell, FALSE);
  test_sheet_set (long_cell, 5, FIELD_EDUCATION, text);
  bytes = ty_test_xlsx_to_bytes (long_cell);
  assert_unreadable (fixture, bytes, TY_XLSX_ERROR_TOO_LARGE, "Sheet “花名册”, cell L5");

  ty_test_xlsx_add_row (bomb, "姓名", NULL);
  ty_test_xlsx_set_part (bomb, "xl/worksheets/sheet1.xml", blanks);
  packed = ty_test_xlsx_to_bytes (bomb);
  g_assert_cmpuint (g_bytes_get_size (packed), <, 1000000);
  assert_unreadable (fixture, packed, TY_XLSX_ERROR_TOO_LARGE, "Sheet “Sheet1”");
}

/* The other rows are imported, these are listed, and they leave no trace. */
static void
test_skip_errors (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(TyTestXlsx) xlsx = new_roster ();
  g_autoptr(TyImportReport) report = NULL;
  g_autofree char *people = NULL;
  g_autofree char *villages = NULL;

  test_sheet_set (xlsx, 4, FIELD_BIRTH, "1978.13");
  test_sheet_set (xlsx, 5, FIELD_POST, "退休");
  report = import (fixture, xlsx, TRUE);
  g_assert_true (report->imported);
  g_assert_cmpuint (report->n_rows, ==, 4);
  g_assert_cmpuint (report->n_skipped, ==, 2);
  g_assert_cmpuint (report->n_errors, ==, 2);
  g_assert_cmpuint (test_report_find (report, "date")->row, ==, 4);
  g_assert_cmpuint (test_report_find (report, "unknown-post")->row, ==, 5);

  test_county_open (fixture->county);
  people = test_county_dup_text (fixture->county, "SELECT name FROM person ORDER BY id");
  villages = test_county_dup_text (fixture->county, "SELECT name FROM unit_state WHERE "
                                                    "level = 'village' ORDER BY unit");
  g_assert_cmpstr (people, ==, "何长安;田秀英");
  g_assert_cmpstr (villages, ==, "下河村;南坪村");
  test_county_assert_sound (fixture->county);
}

static void
test_skip_all (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(TyTestXlsx) xlsx = new_roster ();
  g_autoptr(TyImportReport) report = NULL;

  for (guint row = 3; row <= 6; row++)
    test_sheet_set (xlsx, row, FIELD_ID_NUMBER, WRONG_NUMBER);
  report = import (fixture, xlsx, TRUE);
  g_assert_false (report->imported);
  g_assert_cmpuint (report->n_skipped, ==, 4);
  g_assert_cmpuint (test_report_count (report, "check-digit"), ==, 4);
  test_county_assert_untouched (fixture->county, fixture->sum);
}

/* Somebody whose row cannot be read stands on the roster all the same: the posts do not end. */
static void
test_skip_and_end (Fixture       *fixture,
                   gconstpointer  data)
{
  static const struct { TestField field; const char *value; } cases[] = {
    { FIELD_POST, "退休" },
    { FIELD_BIRTH, "1978.13" },
    { FIELD_ID_NUMBER, WRONG_NUMBER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TyTestXlsx) xlsx = new_roster ();
      g_autoptr(TyImportReport) report = NULL;
      g_autoptr(GError) error = NULL;
      gint64 seq;

      test_sheet_set (xlsx, 3, cases[i].field, cases[i].value);
      ty_test_xlsx_save (xlsx, fixture->roster);
      test_county_open (fixture->county);
      report = test_county_try (fixture->county, fixture->roster, DAY, "2021-10-01", FALSE, TRUE,
                                &error);
      g_assert_no_error (error);
      g_assert_true (report->imported);
      g_assert_cmpuint (report->n_skipped, ==, 1);
      g_assert_cmpuint (report->ended_posts, ==, 0);
      g_assert_cmpuint (report->vanished_villages->len, ==, 0);
      ty_store_undo (fixture->county->store, "tester", 0, &seq, &error);
      g_assert_no_error (error);
      test_county_close (fixture->county);
    }
}

static void
test_dry_run (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *before = test_acceptance_dup_path ("roster-before.xlsx");
  g_autoptr(TyImportReport) report = NULL;
  g_autoptr(GError) error = NULL;

  test_county_open (fixture->county);
  report = test_county_try (fixture->county, before, DAY, "2021-10-01", TRUE, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (report->imported);
  g_assert_cmpint (report->seq, ==, 0);
  g_assert_cmpuint (report->n_rows, ==, 480);
  g_assert_cmpuint (report->new_people, ==, 480);
  g_assert_cmpuint (report->new_posts, ==, 537);
  g_assert_cmpuint (report->new_units, ==, 82);
  g_assert_cmpuint (report->ended_posts, ==, 1);
  test_county_close (fixture->county);
  test_county_assert_untouched (fixture->county, fixture->sum);
}

/* One wrong cell in the last row of a large roster keeps all of it out. */
static void
test_all_or_nothing (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GPtrArray) rows = test_rows_read ("roster-after.xlsx");
  TestRow last = test_rows_get (rows, rows->len - 1);
  g_autoptr(TyImportReport) report = NULL;
  g_autoptr(GError) error = NULL;

  g_free (last[TEST_POST]);
  last[TEST_POST] = g_strdup ("退休");
  test_rows_save (rows, fixture->roster);
  test_county_open (fixture->county);
  report = test_county_try (fixture->county, fixture->roster, DAY, "2021-10-01", FALSE, FALSE,
                            &error);
  g_assert_no_error (error);
  g_assert_false (report->imported);
  g_assert_cmpuint (report->n_errors, ==, 1);
  g_assert_cmpuint (test_report_find (report, "unknown-post")->row, ==, 3 + rows->len);
  test_county_close (fixture->county);
  test_county_assert_untouched (fixture->county, fixture->sum);
}

/* The day of the change may not lie after the day of the roster. */
static void
test_wrong_days (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(TyTestXlsx) xlsx = new_roster ();
  g_autoptr(TyImportReport) report = NULL;
  g_autoptr(GError) error = NULL;

  ty_test_xlsx_save (xlsx, fixture->roster);
  test_county_open (fixture->county);
  report = test_county_try (fixture->county, fixture->roster, DAY, "2022-01-01", FALSE, FALSE,
                            &error);
  g_assert_null (report);
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT);
  test_county_close (fixture->county);
  test_county_assert_untouched (fixture->county, fixture->sum);
}

/* The command says the same, fails, and leaves the file as it was; so does a dry run that fails not. */
static void
test_program (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TyTestXlsx) xlsx = new_roster ();
  const char *json[] = { "import", fixture->county->path, fixture->roster, "--as-of", DAY, "--json",
                         NULL };
  const char *plain[] = { "import", fixture->county->path, fixture->roster, "--as-of", DAY, NULL };
  const char *dry[] = { "import", fixture->county->path, fixture->roster, "--as-of", DAY,
                        "--skip-errors", "--dry-run", NULL };
  const char *no_date[] = { "import", fixture->county->path, fixture->roster, NULL };
  const char *wrong_date[] = { "import", fixture->county->path, fixture->roster, "--as-of", "2021.12",
                               NULL };
  const char *skip[] = { "import", fixture->county->path, fixture->roster, "--as-of", DAY,
                         "--skip-errors", NULL };
  const char *const *const lines[] = { json, plain, no_date, wrong_date };
  const char *const parts[] = { "", "row 5, column E “出生年月”", "--as-of", "2021-12-31" };

  test_sheet_set (xlsx, 5, FIELD_BIRTH, "1978.13");
  ty_test_xlsx_save (xlsx, fixture->roster);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *output = NULL;
      g_autofree char *messages = NULL;

      g_assert_cmpint (test_county_run_program (fixture->county, lines[i], &output, &messages), !=, 0);
      g_assert_nonnull (strstr (messages, parts[i]));
      if (i == 0)
        g_assert_nonnull (strstr (output, "\"row\" : 5"));
      test_county_assert_untouched (fixture->county, fixture->sum);
    }

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *output = NULL;
      g_autofree char *messages = NULL;
      gboolean imports = i == 1;
      g_autofree char *sum = NULL;

      g_assert_cmpint (test_county_run_program (fixture->county, imports ? skip : dry, &output,
                                                &messages), ==, 0);
      g_assert_nonnull (strstr (messages, "row 5, column E “出生年月”"));
      g_assert_nonnull (strstr (output, "Rows read: 4, left out: 1"));
      sum = test_county_dup_sum (fixture->county);
      g_assert_cmpint (g_str_equal (sum, fixture->sum), !=, imports);
    }
}

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/roster-problems/bad-cells", test_bad_cells);
  ADD ("/roster-problems/remarks", test_remarks);
  ADD ("/roster-problems/unknown-words", test_unknown_words);
  ADD ("/roster-problems/two-secretaries", test_two_secretaries);
  ADD ("/roster-problems/twice", test_twice);
  ADD ("/roster-problems/two-names", test_two_names);
  ADD ("/roster-problems/no-roster", test_no_roster);
  ADD ("/roster-problems/other-files", test_other_files);
  ADD ("/roster-problems/cut-off", test_cut_off);
  ADD ("/roster-problems/too-large", test_too_large);
  ADD ("/roster-problems/skip-errors", test_skip_errors);
  ADD ("/roster-problems/skip-all", test_skip_all);
  ADD ("/roster-problems/skip-and-end", test_skip_and_end);
  ADD ("/roster-problems/dry-run", test_dry_run);
  ADD ("/roster-problems/all-or-nothing", test_all_or_nothing);
  ADD ("/roster-problems/wrong-days", test_wrong_days);
  ADD ("/roster-problems/program", test_program);
  return g_test_run ();
}
