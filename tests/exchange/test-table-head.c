/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-table-head.h"
#include "ty-table-source.h"

#include <string.h>

/* What somebody knows here. */
static gboolean
knows (const char *text,
       gpointer    data)
{
  static const char *const words[] = { "姓名", "性别", "村", "身份证号", "全日制教育/学历", "党内职务" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], text) == 0)
      return TRUE;

  return FALSE;
}

static GPtrArray *
read_text (const char *text)
{
  g_autoptr(TyTableSource) source = ty_table_source_new_for_text (text);

  g_assert_cmpuint (ty_table_source_get_n_sheets (source), ==, 1);
  g_assert_cmpstr (ty_table_source_get_format (source), ==, "text");
  return ty_table_source_peek (source, 0, TY_TABLE_CONTENT_ROWS, NULL, NULL);
}

static void
assert_headings (TyTableHead *head,
                 const char  *expected)
{
  g_autoptr(GString) joined = g_string_new (NULL);

  for (guint i = 0; i < head->columns->len; i++)
    {
      TyTableColumn *column = g_ptr_array_index (head->columns, i);

      g_string_append_printf (joined, "%s%u %s", i > 0 ? "; " : "", column->place, column->heading);
    }
  g_assert_cmpstr (joined->str, ==, expected);
}

static TyTableContent
get_content (TyTableHead *head,
             guint        place)
{
  return ty_table_head_get_column (head, place)->content;
}

static TyTableRow
tell (TyTableHead *head,
      GPtrArray   *lines,
      guint        at)
{
  return ty_table_head_tell_row (head, g_ptr_array_index (lines, at));
}

static void
test_one_row (void)
{
  g_autoptr(GPtrArray) lines
    = read_text ("附件1\n石城县干部名册\t\t\t单位：人\n\n序号\t姓名\t性别\t手机\t得分\n1\t周岭\t男\t13900000001\t90\n"
                 "2\t林穗\t女\t13900000002\t85.5\n合  计\t2\n序号\t姓名\t性别\t手机\t得分\n1\t2\t3\t4\t5\n"
                 "填表人：王五\t审核人：赵六\n");
  g_autoptr(TyTableHead) head = ty_table_head_find (lines, NULL, knows, NULL);

  g_assert_cmpuint (head->first_row, ==, 4);
  g_assert_cmpuint (head->last_row, ==, 4);
  g_assert_cmpuint (head->n_known, ==, 2);
  g_assert_cmpuint (head->titles->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (head->titles, 1), ==, "石城县干部名册 单位：人");
  assert_headings (head, "0 序号; 1 姓名; 2 性别; 3 手机; 4 得分");
  g_assert_cmpint (get_content (head, 0), ==, TY_TABLE_CONTENT_NUMBER);
  g_assert_cmpint (get_content (head, 1), ==, TY_TABLE_CONTENT_NAME);
  g_assert_cmpint (get_content (head, 2), ==, TY_TABLE_CONTENT_TEXT);
  g_assert_cmpint (get_content (head, 3), ==, TY_TABLE_CONTENT_MOBILE);
  g_assert_cmpint (get_content (head, 4), ==, TY_TABLE_CONTENT_NUMBER);

  g_assert_cmpint (tell (head, lines, 1), ==, TY_TABLE_ROW_HEAD);
  g_assert_cmpint (tell (head, lines, 3), ==, TY_TABLE_ROW_DATA);
  g_assert_cmpint (tell (head, lines, 5), ==, TY_TABLE_ROW_TOTAL);
  g_assert_cmpint (tell (head, lines, 6), ==, TY_TABLE_ROW_HEADING);
  g_assert_cmpint (tell (head, lines, 7), ==, TY_TABLE_ROW_HEADING);
  g_assert_cmpint (tell (head, lines, 8), ==, TY_TABLE_ROW_FOOTER);
}

/* A group stands over its first column; what is merged over both rows leaves the second one empty. */
static void
test_two_rows (void)
{
  const char *text = "姓名\t全日制教育\t\t现任职务\t\t备注栏\n\t学历\t院校\t党内职务\t行政\t\n周岭\t大专\t农大\t书记\t主任\t\n";
  const TyCellRange blocks[] = { { 1, 2, 0, 0 }, { 1, 1, 1, 2 }, { 1, 1, 3, 4 }, { 1, 2, 5, 5 } };
  g_autoptr(GArray) merges = g_array_new (FALSE, FALSE, sizeof (TyCellRange));
  g_autoptr(GPtrArray) lines = read_text (text);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(TyTableHead) head = ty_table_head_find (lines, merges, knows, NULL);

      g_assert_cmpuint (head->first_row, ==, 1);
      g_assert_cmpuint (head->last_row, ==, 2);
      g_assert_cmpuint (head->n_known, ==, 3);
      assert_headings (head, "0 姓名; 1 全日制教育/学历; 2 全日制教育/院校; 3 现任职务/党内职务; 4 现任职务/行政; "
                             "5 备注栏");
      g_assert_cmpstr (ty_table_head_get_column (head, 2)->own, ==, "院校");
      g_array_append_vals (merges, blocks, G_N_ELEMENTS (blocks));
    }
}

/* The first people may be merged as well, and do not belong to the heading. */
static void
test_merged_people (void)
{
  const TyCellRange blocks[] = { { 2, 3, 0, 0 } };
  g_autoptr(GArray) merges = g_array_new (FALSE, FALSE, sizeof (TyCellRange));
  g_autoptr(GPtrArray) lines = read_text ("村\t姓名\n下松河村\t周岭\n\t林穗\n");
  g_autoptr(TyTableHead) head = NULL;

  g_array_append_vals (merges, blocks, G_N_ELEMENTS (blocks));
  head = ty_table_head_find (lines, merges, knows, NULL);
  g_assert_cmpuint (head->last_row, ==, 1);
}

static void
test_unknown (void)
{
  g_autoptr(GPtrArray) lines = read_text ("某县统计\n甲类\t乙类\t丙类\n12\t2021.05\t东\n13\t2021.06\t西\n");
  g_autoptr(TyTableHead) head = ty_table_head_find (lines, NULL, knows, NULL);

  g_assert_cmpuint (head->first_row, ==, 2);
  g_assert_cmpuint (head->n_known, ==, 0);
  g_assert_cmpint (get_content (head, 1), ==, TY_TABLE_CONTENT_DATE);
}

/* A table without a heading is told by what stands in it. */
static void
test_none (void)
{
  g_autoptr(GPtrArray) lines
    = read_text ("周岭\t99010119780512001X\t1978年5月\n林穗\t990101198003020028\t1980-03-02\n");
  g_autoptr(TyTableHead) head = ty_table_head_find (lines, NULL, knows, NULL);

  g_assert_cmpuint (head->first_row, ==, 0);
  g_assert_cmpuint (head->last_row, ==, 0);
  g_assert_cmpuint (head->columns->len, ==, 3);
  g_assert_cmpint (get_content (head, 0), ==, TY_TABLE_CONTENT_NAME);
  g_assert_cmpint (get_content (head, 1), ==, TY_TABLE_CONTENT_ID_NUMBER);
  g_assert_cmpint (get_content (head, 2), ==, TY_TABLE_CONTENT_DATE);
  g_assert_cmpint (tell (head, lines, 0), ==, TY_TABLE_ROW_DATA);
}

static void
test_chosen (void)
{
  g_autoptr(GPtrArray) lines = read_text ("姓名\t性别\n甲\t乙\n周岭\t男\n");
  g_autoptr(TyTableHead) head = ty_table_head_new_at (lines, NULL, 2, 2, knows, NULL);
  g_autoptr(TyTableHead) none = ty_table_head_new_at (lines, NULL, 0, 0, knows, NULL);

  assert_headings (head, "0 甲; 1 乙");
  g_assert_cmpuint (head->titles->len, ==, 1);
  g_assert_cmpuint (none->columns->len, ==, 2);
  g_assert_cmpint (tell (none, lines, 0), ==, TY_TABLE_ROW_DATA);
}

static void
test_empty (void)
{
  g_autoptr(GPtrArray) lines = read_text ("");
  g_autoptr(TyTableHead) head = ty_table_head_find (lines, NULL, knows, NULL);

  g_assert_cmpuint (lines->len, ==, 0);
  g_assert_cmpuint (head->columns->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-head/one-row", test_one_row);
  g_test_add_func ("/table-head/two-rows", test_two_rows);
  g_test_add_func ("/table-head/merged-people", test_merged_people);
  g_test_add_func ("/table-head/unknown", test_unknown);
  g_test_add_func ("/table-head/none", test_none);
  g_test_add_func ("/table-head/chosen", test_chosen);
  g_test_add_func ("/table-head/empty", test_empty);

  return g_test_run ();
}
