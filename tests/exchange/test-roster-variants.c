/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-roster-variants"

#include "config.h"

#include "test-roster-county.h"
#include "test-roster-rows.h"

#include <opencc/opencc.h>
#include <stdlib.h>
#include <string.h>

/* The acceptance rosters as other offices would have written them. Whatever the form, the figures
 * must be the same. */

typedef void (*WriteFunc) (TyTestXlsx *xlsx,
                           GPtrArray  *rows);

/* Other orders of the columns and other words for them. */

static void
write_other_columns (TyTestXlsx *xlsx,
                     GPtrArray  *rows)
{
  static const struct { TestColumn column; const char *heading; } order[] = {
    { TEST_NAME, "姓　名" },          { TEST_ID_NUMBER, "公民身份号码" },
    { TEST_SEX, "性 别" },            { TEST_SINCE, "任职时间" },
    { TEST_POST, "职务" },            { TEST_VILLAGE, "所在村（社区）" },
    { TEST_NUMBER, "编号" },          { TEST_TOWNSHIP, "所在乡镇（街道）" },
    { TEST_IN_SERVICE, "在职教育" },  { TEST_FULL_TIME, "全日制教育" },
    { TEST_BIRTH, "出生\n年月" },     { TEST_PARTY_DATE, "入党年月" },
    { TEST_POLITICAL, "政治面目" },   { TEST_ETHNICITY, "族别" },
    { TEST_SOURCE, "人员来源" },      { TEST_PHONE, "手机号码" },
  };

  ty_test_xlsx_add_row (xlsx, "附件1", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      test_set_text (xlsx, 5, i + 2, order[i].heading);
      for (guint j = 0; j < rows->len; j++)
        test_set_text (xlsx, 6 + j, i + 2, test_rows_get (rows, j)[order[i].column]);
    }
}

/* 全日制教育 over 学历 and 毕业院校及专业, and all other headings merged over two rows. */
static void
write_two_headers (TyTestXlsx *xlsx,
                   GPtrArray  *rows)
{
  static const TestColumn order[] = { TEST_NUMBER, TEST_TOWNSHIP, TEST_VILLAGE, TEST_NAME, TEST_SEX,
                                      TEST_BIRTH, TEST_FULL_TIME, TEST_N_COLUMNS, TEST_IN_SERVICE,
                                      TEST_SCHOOL, TEST_POST, TEST_SINCE, TEST_ID_NUMBER,
                                      TEST_SOURCE };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (i >= 6 && i < 10)
        {
          test_set_text (xlsx, 3, i, i == 6 ? "全日制教育" : i == 8 ? "在职教育" : "");
          test_set_text (xlsx, 4, i, i % 2 == 0 ? "学历" : "毕业院校及专业");
        }
      else
        {
          test_set_text (xlsx, 3, i, test_headings[order[i]]);
          ty_test_xlsx_merge (xlsx, 3, i, 4, i);
        }
      for (guint j = 0; j < rows->len; j++)
        if (order[i] != TEST_N_COLUMNS)
          test_set_text (xlsx, 5 + j, i, test_rows_get (rows, j)[order[i]]);
    }
  ty_test_xlsx_merge (xlsx, 3, 6, 3, 7);
  ty_test_xlsx_merge (xlsx, 3, 8, 3, 9);
}

static void
merge_equal (TyTestXlsx *xlsx,
             GPtrArray  *rows,
             TestColumn  column,
             guint       first_row)
{
  guint start = 0;

  for (guint i = 1; i <= rows->len; i++)
    {
      gboolean same = i < rows->len
                      && g_str_equal (test_rows_get (rows, i)[column],
                                      test_rows_get (rows, start)[column]);

      if (same)
        continue;
      test_set_text (xlsx, first_row + start, column, test_rows_get (rows, start)[column]);
      if (i - start > 1)
        ty_test_xlsx_merge (xlsx, first_row + start, column, first_row + i - 1, column);
      start = i;
    }
}

static void
write_merged_units (TyTestXlsx *xlsx,
                    GPtrArray  *rows)
{
  test_rows_add_header (xlsx, 2);
  merge_equal (xlsx, rows, TEST_TOWNSHIP, 3);
  merge_equal (xlsx, rows, TEST_VILLAGE, 3);
  for (guint i = 0; i < rows->len; i++)
    for (guint j = TEST_NAME; j < TEST_N_COLUMNS; j++)
      test_set_text (xlsx, 3 + i, j, test_rows_get (rows, i)[j]);
}

static char *
dup_serial (const char *month,
            int         day)
{
  g_autoptr(GDate) date = g_date_new_dmy ((GDateDay) day, (GDateMonth) atoi (month + 5),
                                          (GDateYear) atoi (month));
  g_autoptr(GDate) base = g_date_new_dmy (30, G_DATE_DECEMBER, 1899);

  return g_strdup_printf ("%d", g_date_days_between (base, date));
}

/* Real dates: of the birth the whole day, of the rest the first of the month. */
static void
write_date_cells (TyTestXlsx *xlsx,
                  GPtrArray  *rows)
{
  test_rows_add_header (xlsx, 1);
  for (guint i = 0; i < rows->len; i++)
    {
      TestRow row = test_rows_get (rows, i);
      g_autofree char *day = g_strndup (row[TEST_ID_NUMBER] + 12, 2);
      g_autofree char *birth = dup_serial (row[TEST_BIRTH], i % 3 == 0 ? 1 : atoi (day));
      g_autofree char *since = dup_serial (row[TEST_SINCE], 1);

      test_rows_add_row (xlsx, 2 + i, row);
      ty_test_xlsx_set_cell (xlsx, 2 + i, TEST_BIRTH,
                             i % 2 == 0 ? TY_TEST_XLSX_DATE : TY_TEST_XLSX_DATE_CUSTOM, birth);
      ty_test_xlsx_set_cell (xlsx, 2 + i, TEST_SINCE,
                             i % 2 == 0 ? TY_TEST_XLSX_DATE_CUSTOM : TY_TEST_XLSX_DATE, since);
    }
}

/* Months as numbers: the file holds 2021.1 for October, whatever the cell shows. */
static void
write_number_cells (TyTestXlsx *xlsx,
                    GPtrArray  *rows)
{
  test_rows_add_header (xlsx, 1);
  for (guint i = 0; i < rows->len; i++)
    {
      TestRow row = test_rows_get (rows, i);
      g_autofree char *birth = g_strdup (row[TEST_BIRTH]);
      g_autofree char *since = g_strdup (row[TEST_SINCE]);

      if (g_str_has_suffix (birth, ".10"))
        birth[strlen (birth) - 1] = '\0';
      if (g_str_has_suffix (since, ".10"))
        since[strlen (since) - 1] = '\0';
      test_rows_add_row (xlsx, 2 + i, row);
      ty_test_xlsx_set_cell (xlsx, 2 + i, TEST_BIRTH,
                             i % 2 == 0 ? TY_TEST_XLSX_NUMBER : TY_TEST_XLSX_DECIMAL, birth);
      ty_test_xlsx_set_cell (xlsx, 2 + i, TEST_SINCE,
                             i % 2 == 0 ? TY_TEST_XLSX_DECIMAL : TY_TEST_XLSX_NUMBER, since);
    }
}

/* The posts of the two bodies in two columns; every other row leaves the body to the heading. */
static void
write_two_posts (TyTestXlsx *xlsx,
                 GPtrArray  *rows)
{
  test_rows_add_header (xlsx, 1);
  test_set_text (xlsx, 1, TEST_POST, "党组织职务");
  test_set_text (xlsx, 1, TEST_N_COLUMNS, "村（居）委会职务");
  for (guint i = 0; i < rows->len; i++)
    {
      g_auto(GStrv) parts = g_strsplit (test_rows_get (rows, i)[TEST_POST], "、", -1);

      test_rows_add_row (xlsx, 2 + i, test_rows_get (rows, i));
      ty_test_xlsx_set_cell (xlsx, 2 + i, TEST_POST, TY_TEST_XLSX_TEXT, "");
      for (guint j = 0; parts[j] != NULL; j++)
        {
          gboolean party = g_str_has_prefix (parts[j], "党");

          test_set_text (xlsx, 2 + i, party ? TEST_POST : TEST_N_COLUMNS,
                         parts[j] + (i % 2 == 0 ? 0 : strlen ("党支部")));
        }
    }
}

/* Other words for the same posts. */
static char *
reword (const char *title,
        guint       i)
{
  static const struct { const char *word; const char *others[3]; } words[] = {
    { "党支部副书记", { "副支书", "支部副书记", "村党支部副书记" } },
    { "党支部书记", { "村支书", "支部书记", "党支部书记（主持工作）" } },
    { "党支部纪检委员", { "支部纪检委员", "纪检委员", "党支部纪检书记" } },
    { "党支部组织委员", { "组织委员", "支部组织委员", "党支部组宣委员" } },
    { "党支部委员", { "支委", "支部委员", "支部委员会委员" } },
    { "党总支副书记", { "总支副书记", "村党总支副书记", "党总支部副书记" } },
    { "党总支书记", { "总支书记", "村党总支书记", "党总支部书记" } },
    { "村委会副主任", { "村副主任", "村委副主任", "村民委员会副主任" } },
    { "村委会主任", { "村主任", "村委主任", "村民委员会主任" } },
    { "村委会委员", { "村委委员", "村委会成员", "村民委员会委员" } },
    { "居委会副主任", { "社区副主任", "居委副主任", "居民委员会副主任" } },
    { "居委会主任", { "社区主任", "居委主任", "社区居委会主任" } },
    { "居委会委员", { "居委委员", "居委会成员", "居民委员会委员" } },
  };
  static const char *const joints[] = { "兼", "，", "；", "/", " ", "\n", "兼任", "和", "" };
  g_autoptr(GString) text = g_string_new (title);

  for (guint j = 0; j < G_N_ELEMENTS (words); j++)
    g_string_replace (text, words[j].word, words[j].others[i % 3], 0);
  g_string_replace (text, "、", joints[i % G_N_ELEMENTS (joints)], 0);
  return g_strdup (text->str);
}

static void
write_other_posts (TyTestXlsx *xlsx,
                   GPtrArray  *rows)
{
  test_rows_add_header (xlsx, 1);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *title = reword (test_rows_get (rows, i)[TEST_POST], i);

      test_rows_add_row (xlsx, 2 + i, test_rows_get (rows, i));
      test_set_text (xlsx, 2 + i, TEST_POST, title);
    }
}

static void
write_traditional (TyTestXlsx *xlsx,
                   GPtrArray  *rows)
{
  opencc_t opencc = opencc_open ("s2t.json");

  g_assert_true (opencc != (opencc_t) -1);
  for (guint i = 0; i <= rows->len; i++)
    for (guint j = 0; j < TEST_N_COLUMNS; j++)
      {
        const char *text = i == 0 ? test_headings[j] : test_rows_get (rows, i - 1)[j];
        char *converted = opencc_convert_utf8 (opencc, text, (size_t) -1);

        test_set_text (xlsx, 1 + i, j, converted);
        opencc_convert_utf8_free (converted);
      }
  opencc_close (opencc);
}

/* Blank rows, sums of each township, the header again as for printing, a total and signatures. */
static void
write_clutter (TyTestXlsx *xlsx,
               GPtrArray  *rows)
{
  guint row = 3;

  test_set_text (xlsx, 1, 0, "石城县村（社区）“两委”成员花名册");
  test_set_text (xlsx, 2, 0, "填报单位：石城县委组织部");
  test_set_text (xlsx, 2, 8, "填报时间：2021年12月31日");
  test_rows_add_header (xlsx, row++);
  for (guint i = 0; i < rows->len; i++)
    {
      if (i % 7 == 3)
        row++;
      if (i % 50 == 49)
        {
          test_set_text (xlsx, row, 0, "小计");
          test_set_text (xlsx, row++, 3, "50人");
          test_rows_add_header (xlsx, row++);
        }
      test_rows_add_row (xlsx, row++, test_rows_get (rows, i));
    }
  test_set_text (xlsx, row, TEST_TOWNSHIP, "合计");
  ty_test_xlsx_set_cell (xlsx, row++, TEST_NAME, TY_TEST_XLSX_NUMBER, "480");
  test_set_text (xlsx, row + 1, 0, "填表人：某某");
  test_set_text (xlsx, row + 1, 5, "审核人：某某");
  test_set_text (xlsx, row + 1, 12, "联系电话：19900000000");
  test_set_text (xlsx, row + 2, 0, "注：本表一式三份。");
}

/* One sheet for each township, a sheet of instructions, an empty one and a hidden old version. */
static void
write_sheets (TyTestXlsx *xlsx,
              GPtrArray  *rows)
{
  const char *township = "";
  guint row = 0;

  ty_test_xlsx_add_sheet (xlsx, "填表说明", TRUE);
  ty_test_xlsx_add_row (xlsx, "一、请按要求填写。", NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      TestRow texts = test_rows_get (rows, i);

      if (!g_str_equal (texts[TEST_TOWNSHIP], township))
        {
          township = texts[TEST_TOWNSHIP];
          ty_test_xlsx_add_sheet (xlsx, township, TRUE);
          row = 2;
          test_rows_add_header (xlsx, row++);
        }
      test_rows_add_row (xlsx, row++, texts);
    }
  ty_test_xlsx_add_sheet (xlsx, "Sheet3", TRUE);
  ty_test_xlsx_add_sheet (xlsx, "旧", FALSE);
  test_rows_add_header (xlsx, 1);
  ty_test_xlsx_add_row (xlsx, "1", "旧镇", "旧村", "某某", NULL);
}

/* 云岭镇下松河村 in one column, for a third of the rows with the county before it. */
static void
write_units (TyTestXlsx *xlsx,
             GPtrArray  *rows)
{
  test_rows_add_header (xlsx, 1);
  test_set_text (xlsx, 1, TEST_TOWNSHIP, "单位");
  test_set_text (xlsx, 1, TEST_VILLAGE, "序");
  for (guint i = 0; i < rows->len; i++)
    {
      TestRow texts = test_rows_get (rows, i);
      g_autofree char *unit = g_strconcat (i % 3 == 2 ? "石城县" : "", texts[TEST_TOWNSHIP],
                                           texts[TEST_VILLAGE], NULL);

      test_rows_add_row (xlsx, 2 + i, texts);
      test_set_text (xlsx, 2 + i, TEST_TOWNSHIP, unit);
      ty_test_xlsx_set_cell (xlsx, 2 + i, TEST_VILLAGE, TY_TEST_XLSX_NUMBER, "1");
    }
}

/* The township said again with the village, and a village without its last character. */
static void
write_long_villages (TyTestXlsx *xlsx,
                     GPtrArray  *rows)
{
  test_rows_add_header (xlsx, 1);
  for (guint i = 0; i < rows->len; i++)
    {
      TestRow texts = test_rows_get (rows, i);
      g_autofree char *village = g_strconcat (texts[TEST_TOWNSHIP], texts[TEST_VILLAGE], NULL);
      g_autofree char *title = g_strconcat (texts[TEST_TOWNSHIP], texts[TEST_VILLAGE],
                                            texts[TEST_POST], NULL);

      test_rows_add_row (xlsx, 2 + i, texts);
      test_set_text (xlsx, 2 + i, TEST_VILLAGE, village);
      if (i % 2 == 0)
        test_set_text (xlsx, 2 + i, TEST_POST, title);
    }
}

static char *
widen (const char *number)
{
  GString *wide = g_string_new ("　");

  for (const char *p = number; *p != '\0'; p++)
    {
      g_string_append_unichar (wide, g_ascii_isdigit (*p) ? 0xFF10 + (gunichar) (*p - '0')
                                                         : (gunichar) g_ascii_tolower (*p));
      if (p - number == 5 || p - number == 13)
        g_string_append (wide, " ");
    }
  return g_string_free (wide, FALSE);
}

/* Full-width digits, blanks, a lower-case x and an apostrophe in the ID numbers; blanks in names and
 * words; full-width months. */
static void
write_wide_digits (TyTestXlsx *xlsx,
                   GPtrArray  *rows)
{
  test_rows_add_header (xlsx, 1);
  for (guint i = 0; i < rows->len; i++)
    {
      TestRow texts = test_rows_get (rows, i);
      g_autofree char *wide = widen (texts[TEST_ID_NUMBER]);
      g_autofree char *lower = g_ascii_strdown (texts[TEST_ID_NUMBER], -1);
      g_autofree char *marked = g_strconcat ("'", lower, " ", NULL);
      g_autofree char *birth = widen (texts[TEST_BIRTH]);
      const char *given = g_utf8_offset_to_pointer (texts[TEST_NAME], 1);
      g_autofree char *surname = g_strndup (texts[TEST_NAME], (gsize) (given - texts[TEST_NAME]));
      g_autofree char *name = g_strconcat (" ", surname, "　", given, NULL);

      test_rows_add_row (xlsx, 2 + i, texts);
      test_set_text (xlsx, 2 + i, TEST_ID_NUMBER, i % 2 == 0 ? wide : marked);
      test_set_text (xlsx, 2 + i, TEST_NAME, name);
      if (strlen (texts[TEST_BIRTH]) == 7 && i % 3 == 0)
        {
          g_autofree char *year = g_strndup (texts[TEST_BIRTH], 4);
          g_autofree char *words = g_strdup_printf ("%s年%d月", year, atoi (texts[TEST_BIRTH] + 5));

          test_set_text (xlsx, 2 + i, TEST_BIRTH, words);
        }
      test_set_text (xlsx, 2 + i, TEST_SEX, g_str_equal (texts[TEST_SEX], "男") ? " 男 " : "女性");
    }
}

/* Texts as the results of formulas, and none of them shared. */
static void
write_formulas (TyTestXlsx *xlsx,
                GPtrArray  *rows)
{
  ty_test_xlsx_set_shared (xlsx, FALSE);
  test_rows_add_header (xlsx, 1);
  for (guint i = 0; i < rows->len; i++)
    {
      test_rows_add_row (xlsx, 2 + i, test_rows_get (rows, i));
      for (guint j = TEST_TOWNSHIP; j <= TEST_VILLAGE; j++)
        ty_test_xlsx_set_cell (xlsx, 2 + i, j, TY_TEST_XLSX_FORMULA, test_rows_get (rows, i)[j]);
      ty_test_xlsx_set_cell (xlsx, 2 + i, TEST_NOTE, TY_TEST_XLSX_ERROR, "#N/A");
    }
}

static TyImportReport *
import_variant (TestCounty *county,
                const char *name,
                WriteFunc   write,
                const char *as_of,
                const char *end_missing)
{
  g_autoptr(GPtrArray) rows = test_rows_read (name);
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();
  g_autofree char *path = test_county_dup_path (county, name);

  write (xlsx, rows);
  ty_test_xlsx_save (xlsx, path);
  return test_county_import (county, path, as_of, end_missing);
}

static void
assert_figures (TestCounty *county)
{
  g_autoptr(JsonObject) before = test_acceptance_expect ("before");
  g_autoptr(JsonObject) after = test_acceptance_expect ("after");
  g_autoptr(JsonObject) actual_before = test_county_get_figures (county, "2020-12-31", 0);
  g_autoptr(JsonObject) actual_after = test_county_get_figures (county, "2021-12-31", 2021);
  JsonObject *batches = test_acceptance_expect ("four_batches");

  json_object_set_object_member (after, "four_batches", batches);
  test_assert_has_members (actual_before, before);
  test_assert_has_members (actual_after, after);
  test_county_assert_sound (county);
}

static void
assert_units (TestCounty *county)
{
  g_autofree char *kinds = test_county_dup_text (
    county, "SELECT kind, count (*) FROM unit_state WHERE parent IS NOT NULL GROUP BY kind "
            "ORDER BY kind");

  g_assert_cmpstr (kinds, ==, "community|4;town|4;township|4;village|71");
}

static void
test_variant (gconstpointer data)
{
  WriteFunc write = *(const WriteFunc *) data;
  g_autoptr(TestCounty) county = test_county_new ();
  g_autoptr(TyImportReport) first = import_variant (county, "roster-before.xlsx", write,
                                                    "2020-12-31", NULL);
  g_autoptr(TyImportReport) second = NULL;

  g_assert_cmpuint (first->n_rows, ==, 480);
  g_assert_cmpuint (first->new_people, ==, 480);
  second = import_variant (county, "roster-after.xlsx", write, "2021-12-31", "2021-10-01");
  g_assert_cmpuint (second->n_rows, ==, 472);
  g_assert_cmpuint (second->known_people, ==, 44);
  g_assert_cmpuint (second->assumed_starts, ==, 23);
  assert_units (county);
  assert_figures (county);
}

/* A number that lost its zero is read as October, and said so. */
static void
test_numbers_reported (void)
{
  g_autoptr(GPtrArray) rows = test_rows_read ("roster-before.xlsx");
  g_autoptr(TestCounty) county = test_county_new ();
  g_autoptr(TyImportReport) report = import_variant (county, "roster-before.xlsx",
                                                     write_number_cells, "2020-12-31", NULL);
  guint n = 0;

  for (guint i = 0; i < rows->len; i += 2)
    n += g_str_has_suffix (test_rows_get (rows, i)[TEST_BIRTH], ".10");
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (test_report_count (report, "month-assumed"), ==, n);
  g_assert_cmpuint (report->problems->len, ==, n);
}

/* A sheet that is no roster is named; one that is hidden or empty is passed over. */
static void
test_sheets_reported (void)
{
  g_autoptr(TestCounty) county = test_county_new ();
  g_autoptr(TyImportReport) report = import_variant (county, "roster-before.xlsx", write_sheets,
                                                     "2020-12-31", NULL);

  g_assert_cmpuint (report->problems->len, ==, 1);
  g_assert_cmpstr (test_report_find (report, "no-header")->sheet, ==, "填表说明");
  g_assert_false (test_report_find (report, "no-header")->error);
}

/* A later roster in the other script, or with units in one column, means the same people and units. */
static void
test_mixed (void)
{
  static const WriteFunc forms[] = { write_traditional, write_units, write_long_villages };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr(TestCounty) county = test_county_new ();
      g_autoptr(TyImportReport) first = import_variant (county, "roster-before.xlsx",
                                                        write_other_columns, "2020-12-31", NULL);
      g_autoptr(TyImportReport) second = import_variant (county, "roster-after.xlsx", forms[i],
                                                         "2021-12-31", "2021-10-01");

      g_assert_cmpuint (first->new_units, ==, 83);
      g_assert_cmpuint (second->new_units, ==, 0);
      g_assert_cmpuint (second->known_people, ==, 44);
      assert_units (county);
      assert_figures (county);
    }
}

static guint
rank_of (const char *word)
{
  static const char *const words[] = { "初中", "高中", "中专", "大专", "大学", "研究生" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return i + 1;
  return 0;
}

/* Only the highest education, in one column: the full-time one is known where it is the highest. */
static void
test_one_education (void)
{
  g_autoptr(GPtrArray) rows = test_rows_read ("roster-after.xlsx");
  g_autoptr(TestCounty) county = test_county_new ();
  g_autofree char *path = test_county_dup_path (county, "one.xlsx");
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();
  g_autoptr(JsonObject) figures = NULL;
  g_autoptr(JsonObject) expected = test_acceptance_expect ("after");
  g_autoptr(TyImportReport) report = NULL;
  guint n = 0;

  test_rows_add_header (xlsx, 1);
  test_set_text (xlsx, 1, TEST_FULL_TIME, "学历");
  test_set_text (xlsx, 1, TEST_IN_SERVICE, "第几");
  for (guint i = 0; i < rows->len; i++)
    {
      TestRow row = test_rows_get (rows, i);
      gboolean full_time = rank_of (row[TEST_FULL_TIME]) >= rank_of (row[TEST_IN_SERVICE]);
      g_autofree char *highest = full_time
                                   ? g_strconcat ("全日制", row[TEST_FULL_TIME], NULL)
                                   : g_strconcat (row[TEST_IN_SERVICE], "（函授）", NULL);

      test_rows_add_row (xlsx, 2 + i, row);
      test_set_text (xlsx, 2 + i, TEST_FULL_TIME, highest);
      ty_test_xlsx_set_cell (xlsx, 2 + i, TEST_IN_SERVICE, TY_TEST_XLSX_TEXT, "");
      n += full_time && rank_of (row[TEST_FULL_TIME]) >= 5;
    }
  ty_test_xlsx_save (xlsx, path);
  report = test_county_import (county, path, "2021-12-31", NULL);
  g_assert_cmpuint (report->problems->len, ==, 0);
  figures = test_county_get_figures (county, "2021-12-31", 0);
  json_object_set_int_member (json_object_get_object_member (expected, "members"),
                              "fulltime_bachelor_and_above", n);
  json_object_remove_member (json_object_get_object_member (expected, "secretaries"),
                             "fulltime_bachelor_and_above");
  test_assert_has_members (figures, expected);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *path; WriteFunc write; } variants[] = {
    { "/roster-variants/other-columns", write_other_columns },
    { "/roster-variants/two-headers", write_two_headers },
    { "/roster-variants/merged-units", write_merged_units },
    { "/roster-variants/date-cells", write_date_cells },
    { "/roster-variants/number-cells", write_number_cells },
    { "/roster-variants/two-posts", write_two_posts },
    { "/roster-variants/other-posts", write_other_posts },
    { "/roster-variants/traditional", write_traditional },
    { "/roster-variants/clutter", write_clutter },
    { "/roster-variants/sheets", write_sheets },
    { "/roster-variants/units", write_units },
    { "/roster-variants/long-villages", write_long_villages },
    { "/roster-variants/wide-digits", write_wide_digits },
    { "/roster-variants/formulas", write_formulas },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    g_test_add_data_func (variants[i].path, &variants[i].write, test_variant);
  g_test_add_func ("/roster-variants/numbers-reported", test_numbers_reported);
  g_test_add_func ("/roster-variants/sheets-reported", test_sheets_reported);
  g_test_add_func ("/roster-variants/mixed", test_mixed);
  g_test_add_func ("/roster-variants/one-education", test_one_education);
  return g_test_run ();
}
