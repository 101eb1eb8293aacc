/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-out-file.h"
#include "ty-problem-workbook.h"
#include "ty-roster-header.h"
#include "ty-roster-reader.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean
knows (const char *text,
       gpointer    data)
{
  return ty_roster_header_knows (text);
}

static TyTableSource *
open_path (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  TyTableSource *source = ty_table_source_open (file, &error);

  g_assert_no_error (error);
  return source;
}

static char *
write_copies (const TyProblemTable *tables,
              guint                 n_tables)
{
  g_autofree char *folder = g_dir_make_tmp ("touyan-problems-XXXXXX", NULL);
  char *path = g_build_filename (folder, "copy.xlsx", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyOutFile) file = ty_out_file_new (path, &error);

  g_assert_no_error (error);
  ty_problem_workbook_write (tables, n_tables, knows, NULL, ty_out_file_get_fd (file), NULL, &error);
  g_assert_no_error (error);
  ty_out_file_commit (file, &error);
  g_assert_no_error (error);
  return path;
}

static char *
write_copy (TyTableSource *source,
            GPtrArray     *problems)
{
  const TyProblemTable table = { source, problems, NULL };

  return write_copies (&table, 1);
}

static void
remove_copy (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (folder);
  g_free (path);
}

static gboolean
describe_row (guint          row,
              const TyCell  *cells,
              guint          n_cells,
              gpointer       data,
              GError       **error)
{
  GString *text = data;
  const gboolean marks = text->len > 0 && text->str[0] == '*';

  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *shown = ty_cell_dup_text (&cells[i]);

      g_string_append_printf (text, "%u:%u%c%s%s|", row, cells[i].column, "-tnd?e"[cells[i].kind], shown,
                              !marks                                         ? ""
                              : cells[i].style >= 11 && cells[i].style <= 14   ? "!"
                              : cells[i].style >= 15 && cells[i].style <= 18 ? "?"
                                                                             : "");
    }
  g_string_append_c (text, '\n');
  return TRUE;
}

/* The cells of a sheet, with an asterisk before them also how they are marked. */
static char *
describe_sheet (TyTableSource *source,
                guint          sheet,
                const char    *begin)
{
  GString *text = g_string_new (begin);
  g_autoptr(GError) error = NULL;

  ty_table_source_read_sheet (source, sheet, describe_row, text, NULL, &error);
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static char *
describe (TyTableSource *source,
          const char    *begin)
{
  return describe_sheet (source, 0, begin);
}

static void
add_problem (TyImportReport *report,
             gboolean        is_error,
             const char     *sheet,
             guint           row,
             const char     *column,
             const char     *text)
{
  TyImportProblem *problem = ty_import_report_add (report, is_error, "test", sheet, row, g_strdup (text));

  problem->column = g_strdup (column);
  problem->heading = column != NULL ? g_strdup ("列") : NULL;
}

/* The cells are marked, also empty ones, and the last column says why. */
static void
test_marks (void)
{
  g_autoptr(TyTableSource) source
    = ty_table_source_new_for_text ("名册\n\n村\t姓名\t性别\n石桥村\t周岭\t男\n石桥村\t\t=1+1\n");
  g_autoptr(TyImportReport) report = ty_import_report_new ();
  const char *sheet = ty_table_source_get_sheet_name (source, 0);
  g_autoptr(TyTableSource) copy = NULL;
  g_autofree char *cells = NULL;
  char *path;

  add_problem (report, FALSE, NULL, 0, NULL, "整个文件");
  add_problem (report, FALSE, sheet, 4, "C", "存疑");
  add_problem (report, FALSE, sheet, 5, "B", "可能");
  add_problem (report, TRUE, sheet, 5, "B", "没有姓名");
  add_problem (report, TRUE, "别的表", 5, "A", "不在这里");
  path = write_copy (source, report->problems);
  copy = open_path (path);
  cells = describe (copy, "*");
  g_assert_cmpstr (cells, ==,
                   "*1:0t名册|1:3t整个文件?|\n3:0t村|3:1t姓名|3:2t性别|3:3tProblem|\n"
                   "4:0t石桥村|4:1t周岭|4:2t男?|4:3t列: 存疑?|\n"
                   "5:0t石桥村|5:2t=1+1|5:3t列: 可能\n列: 没有姓名!|\n");
  remove_copy (path);
}

/* A copy of what was read is the same but for the last column: cells, sheets, merged blocks. */
static void
test_copy (gconstpointer name)
{
  g_autofree char *from = g_build_filename (g_getenv ("TY_SOURCE_ROOT"), "tests", "data", "tables", name, NULL);
  g_autoptr(TyTableSource) source = open_path (from);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autofree char *before = describe (source, "");
  g_autofree char *after = NULL;
  g_autoptr(GString) expected = g_string_new (before);
  g_autoptr(TyTableSource) copy = NULL;
  g_autoptr(GArray) merges = ty_table_source_scan_merges (source, 0, NULL, NULL);
  g_autoptr(GArray) copied = NULL;
  char *path = write_copy (source, none);

  copy = open_path (path);
  after = describe (copy, "");
  copied = ty_table_source_scan_merges (copy, 0, NULL, NULL);
  /* The heading of the last column; and a failed formula and a truth are texts. */
  g_string_replace (expected, "3:7t毕业院校及专业|", "3:7t毕业院校及专业|3:13tProblem|", 1);
  g_string_replace (expected, "e#DIV/0!", "t#DIV/0!", 0);
  g_string_replace (expected, "?TRUE", "tTRUE", 0);
  g_assert_cmpstr (after, ==, expected->str);
  g_assert_cmpuint (merges->len, ==, copied->len);
  g_assert_cmpuint (ty_table_source_get_n_sheets (copy), ==, ty_table_source_get_n_sheets (source));
  g_assert_cmpstr (ty_table_source_get_sheet_name (copy, 0), ==, ty_table_source_get_sheet_name (source, 0));
  if (ty_table_source_get_n_sheets (copy) > 1)
    g_assert_false (ty_table_source_get_sheet_shown (copy, 1));
  remove_copy (path);
}

/* An ID number that a number cell has spoilt is a text in the copy, so that the right one can be typed. */
static void
test_lost_digits (void)
{
  g_autoptr(TyTableSource) source = NULL;
  g_autoptr(TyImportReport) report = ty_import_report_new ();
  g_autoptr(GPtrArray) fields = g_ptr_array_new ();
  g_autofree char *from
    = g_build_filename (g_getenv ("TY_SOURCE_ROOT"), "tests", "data", "tables", "lost-digits.xlsx", NULL);
  g_autoptr(GPtrArray) entries = ty_roster_reader_read (from, ty_date_new (2021, 12, 31), fields, report, NULL, NULL);
  g_autoptr(TyTableSource) copy = NULL;
  g_autofree char *cells = NULL;
  char *path;

  g_assert_cmpuint (entries->len, ==, 2);
  source = open_path (from);
  path = write_copy (source, report->problems);
  copy = open_path (path);
  cells = describe (copy, "*");
  g_assert_nonnull (strstr (cells, "2:4t990101197801121000!|"));
  g_assert_nonnull (strstr (cells, "3:4t990101197802121019|"));
  remove_copy (path);
}

/* Several files are one workbook: a file of one sheet gives it its name, one of several comes before theirs, and the
 * problems of each stay with it, also those of the file as a whole and of sheets that are called alike. */
static void
test_several (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("TY_SOURCE_ROOT"), "tests", "data", "tables", NULL);
  g_autofree char *text = g_build_filename (folder, "roster-gb18030.csv", NULL);
  g_autofree char *book = g_build_filename (folder, "roster.xlsx", NULL);
  g_autoptr(TyTableSource) first = open_path (text);
  g_autoptr(TyTableSource) second = open_path (book);
  g_autoptr(TyImportReport) one = ty_import_report_new ();
  g_autoptr(TyImportReport) other = ty_import_report_new ();
  const TyProblemTable tables[] = { { first, one->problems, "云岭镇" }, { second, other->problems, "河口镇" },
                                    { second, one->problems, "河口镇" } };
  const guint third = 1 + ty_table_source_get_n_sheets (second);
  const guint n = third + ty_table_source_get_n_sheets (second);
  g_autofree char *name = g_strdup_printf ("河口镇 %s", ty_table_source_get_sheet_name (second, 0));
  g_autofree char *again = g_strdup_printf ("%s-%u", name, third + 1);
  g_autoptr(TyTableSource) copy = NULL;
  char *path;

  add_problem (one, TRUE, NULL, 0, NULL, "甲表");
  add_problem (other, TRUE, ty_table_source_get_sheet_name (second, 0), 5, "B", "乙表");
  path = write_copies (tables, G_N_ELEMENTS (tables));
  copy = open_path (path);
  g_assert_cmpuint (ty_table_source_get_n_sheets (copy), ==, n);
  g_assert_cmpstr (ty_table_source_get_sheet_name (copy, 0), ==, "云岭镇");
  g_assert_cmpstr (ty_table_source_get_sheet_name (copy, 1), ==, name);
  g_assert_cmpstr (ty_table_source_get_sheet_name (copy, third), ==, again);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *cells = describe_sheet (copy, i, "*");

      g_assert_cmpint (strstr (cells, "甲表!") != NULL, ==, i == 0 || i == third);
      g_assert_cmpint (strstr (cells, "乙表!") != NULL, ==, i == 1);
    }
  remove_copy (path);
}

int
main (int    argc,
      char **argv)
{
  static const char *const names[] = { "roster.xlsx", "roster.xls", "roster-gb18030.csv" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem-workbook/marks", test_marks);
  g_test_add_func ("/problem-workbook/several", test_several);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/problem-workbook/copy/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_copy);
    }
  g_test_add_func ("/problem-workbook/lost-digits", test_lost_digits);
  return g_test_run ();
}
