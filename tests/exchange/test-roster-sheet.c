/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-roster-sheet"

#include "config.h"

#include "test-roster-sheet.h"

#include "ty-id-number.h"

const char *const test_field_headings[N_FIELDS] = {
  "乡镇", "村（社区）", "姓名", "性别", "出生年月", "身份证号", "现任职务", "任现职时间", "来源",
  "政治面貌", "民族", "学历",
};

/**
 * test_make_number:
 * @birth: eight digits
 * @order: the digits before the check digit; an odd one is a man
 *
 * Returns: (transfer full): an ID number of a division that does not exist
 */
char *
test_make_number (const char *birth,
                  guint       order)
{
  g_autofree char *body = g_strdup_printf ("990101%s%03u", birth, order);

  return g_strdup_printf ("%s%c", body, ty_id_number_complete (body));
}

/**
 * test_sheet_new:
 *
 * Returns: (transfer full): a roster with a title, its header in row 2 and nobody
 */
TyTestXlsx *
test_sheet_new (void)
{
  TyTestXlsx *xlsx = ty_test_xlsx_new ();

  ty_test_xlsx_add_sheet (xlsx, "花名册", TRUE);
  ty_test_xlsx_add_row (xlsx, "石城县村（社区）干部花名册", NULL);
  for (guint i = 0; i < N_FIELDS; i++)
    test_sheet_set (xlsx, 2, i, test_field_headings[i]);
  return xlsx;
}

/**
 * test_sheet_set:
 * @xlsx: a roster
 * @row: a row, from 1
 * @field: a column
 * @text: the text, which may be empty
 */
void
test_sheet_set (TyTestXlsx *xlsx,
                guint       row,
                TestField   field,
                const char *text)
{
  ty_test_xlsx_set_cell (xlsx, row, field, TY_TEST_XLSX_TEXT, text);
}

/**
 * test_sheet_add:
 * @xlsx: a roster
 * @row: a row, from 3
 * @village: township and village, such as `云岭镇/下河村`
 * @name: a name
 * @order: another one makes another person
 * @post: the post
 * @since: since when
 *
 * Adds somebody born in May 1978 in whose row nothing is wrong.
 */
void
test_sheet_add (TyTestXlsx *xlsx,
                guint       row,
                const char *village,
                const char *name,
                guint       order,
                const char *post,
                const char *since)
{
  g_auto(GStrv) unit = g_strsplit (village, "/", 2);
  g_autofree char *number = test_make_number ("19780512", order);

  test_sheet_set (xlsx, row, FIELD_TOWNSHIP, unit[0]);
  test_sheet_set (xlsx, row, FIELD_VILLAGE, unit[1]);
  test_sheet_set (xlsx, row, FIELD_NAME, name);
  test_sheet_set (xlsx, row, FIELD_SEX, order % 2 == 1 ? "男" : "女");
  test_sheet_set (xlsx, row, FIELD_BIRTH, "1978.05");
  test_sheet_set (xlsx, row, FIELD_ID_NUMBER, number);
  test_sheet_set (xlsx, row, FIELD_POST, post);
  test_sheet_set (xlsx, row, FIELD_SINCE, since);
  test_sheet_set (xlsx, row, FIELD_SOURCE, "致富能手");
  test_sheet_set (xlsx, row, FIELD_POLITICAL, "中共党员");
  test_sheet_set (xlsx, row, FIELD_ETHNICITY, "汉族");
  test_sheet_set (xlsx, row, FIELD_EDUCATION, "大专");
}
