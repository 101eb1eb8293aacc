/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-roster-rows"

#include "config.h"

#include "test-roster-rows.h"

#include "ty-xlsx-reader.h"

/* The header of the acceptance rosters, which stands in their third row. */
const char *const test_headings[TEST_N_COLUMNS] = {
  "序号", "乡镇", "村（社区）", "姓名", "性别", "出生年月", "民族", "政治面貌", "入党时间",
  "全日制学历", "在职学历", "毕业院校及专业", "现任职务", "任现职时间", "身份证号", "来源",
  "联系电话", "备注",
};

#define HEADER_ROW 3

/**
 * test_acceptance_dup_path:
 * @name: a file of the acceptance data
 *
 * Returns: (transfer full): where it is
 */
char *
test_acceptance_dup_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "term-election-2021", name, NULL);
}

/**
 * test_acceptance_expect:
 * @member: `before`, `after` or `four_batches`
 *
 * Returns: (transfer full): what the figures must be
 */
JsonObject *
test_acceptance_expect (const char *member)
{
  g_autofree char *path = test_acceptance_dup_path ("expected.json");
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  JsonObject *root;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  return json_object_ref (json_object_get_object_member (root, member));
}

static gboolean
read_row (guint          row,
          const TyCell  *cells,
          guint          n_cells,
          gpointer       data,
          GError       **error)
{
  GPtrArray *rows = data;
  TestRow texts;

  if (row <= HEADER_ROW)
    return TRUE;

  texts = g_new0 (char *, TEST_N_COLUMNS + 1);
  for (guint i = 0; i < TEST_N_COLUMNS; i++)
    texts[i] = ty_cell_dup_text (ty_cell_at (cells, n_cells, i));
  g_ptr_array_add (rows, texts);
  return TRUE;
}

/**
 * test_rows_read:
 * @name: a roster of the acceptance data
 *
 * Returns: (transfer full) (element-type TestRow): its rows
 */
GPtrArray *
test_rows_read (const char *name)
{
  g_autofree char *path = test_acceptance_dup_path (name);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyXlsxReader) reader = ty_xlsx_reader_new (file, &error);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_assert_no_error (error);
  ty_xlsx_reader_read_sheet (reader, 0, read_row, rows, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, >, 400);
  return rows;
}

TestRow
test_rows_get (GPtrArray *rows,
               guint      i)
{
  return g_ptr_array_index (rows, i);
}

/**
 * test_rows_shuffle:
 * @rows: rows
 * @seed: another one gives another order
 */
void
test_rows_shuffle (GPtrArray *rows,
                   guint32    seed)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);

  for (guint i = rows->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
      gpointer row = rows->pdata[i - 1];

      rows->pdata[i - 1] = rows->pdata[j];
      rows->pdata[j] = row;
    }
}

/**
 * test_set_text:
 * @xlsx: a workbook
 * @row: the row, from 1
 * @column: the column, from 0
 * @text: (nullable): a text; an empty one leaves the cell out
 */
void
test_set_text (TyTestXlsx *xlsx,
               guint       row,
               guint       column,
               const char *text)
{
  if (text != NULL && *text != '\0')
    ty_test_xlsx_set_cell (xlsx, row, column, TY_TEST_XLSX_TEXT, text);
}

/**
 * test_rows_add_header:
 * @xlsx: a workbook
 * @row: the row, from 1
 *
 * Writes the header of the acceptance rosters.
 */
void
test_rows_add_header (TyTestXlsx *xlsx,
                      guint       row)
{
  for (guint i = 0; i < TEST_N_COLUMNS; i++)
    test_set_text (xlsx, row, i, test_headings[i]);
}

/**
 * test_rows_add_row:
 * @xlsx: a workbook
 * @row: the row, from 1
 * @texts: what stands in it
 *
 * Writes a row as the acceptance rosters have it.
 */
void
test_rows_add_row (TyTestXlsx *xlsx,
                   guint       row,
                   TestRow     texts)
{
  for (guint i = 0; i < TEST_N_COLUMNS; i++)
    test_set_text (xlsx, row, i, texts[i]);
}

/**
 * test_rows_save:
 * @rows: rows
 * @path: where the roster goes
 *
 * Writes a roster in the form of the acceptance data.
 */
void
test_rows_save (GPtrArray  *rows,
                const char *path)
{
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();

  test_rows_add_header (xlsx, HEADER_ROW);
  for (guint i = 0; i < rows->len; i++)
    test_rows_add_row (xlsx, HEADER_ROW + 1 + i, test_rows_get (rows, i));
  ty_test_xlsx_save (xlsx, path);
}
