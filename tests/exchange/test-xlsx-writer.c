/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-xlsx-writer"

#include "config.h"

#include "ty-csv-guard.h"
#include "ty-csv-writer.h"
#include "ty-csv.h"
#include "ty-out-file.h"
#include "ty-xlsx-reader.h"
#include "ty-xlsx-text.h"
#include "ty-xlsx-writer.h"

#include <glib/gstdio.h>
#include <string.h>

/* What is written is read back by our own reader, cell by cell. */

static const char *const hostile[] = {
  "=1+1", "+86 199", "-", "@SUM(A1)", "'=1", "'", "''", "=cmd|' /C calc'!A0", "\t=1", "\r=1",
  "990101197805120018", "99010119780512001X", "000123", "1978.05", "1e5", "TRUE", "#N/A",
  "党总支书记、村委会主任", "a<b>&\"c\"'d'", "]]>", "<![CDATA[x]]>", "&amp;", "&#65;",
  " before", "after ", "two\nlines", "car\rriage", "both\r\nof them", "a\tb", "\n",
  "\x01\x02\x1F", "bell\a", "\x7F", "_x000D_", "_x0041_ and _x", "_xD800_", "__x0041__",
  "\xEF\xBF\xBE\xEF\xBF\xBF", "𠮷野", "👩‍🌾", "é", "﷽", "\xE2\x80\xAE" "rtl", "a,b;c", "\"quoted\"", "\"",
};

static char *
dup_path (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("touyan-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return g_build_filename (folder, name, NULL);
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

typedef struct
{
  GPtrArray *texts;
  GString *kinds;
} Read;

static gboolean
row_cb (guint          row,
        const TyCell  *cells,
        guint          n_cells,
        gpointer       data,
        GError       **error)
{
  Read *read = data;

  for (guint i = 0; i < n_cells; i++)
    {
      g_string_append_printf (read->kinds, "%u:%u%c ", row, cells[i].column,
                              "etndbx"[cells[i].kind]);
      g_ptr_array_add (read->texts, cells[i].kind == TY_CELL_DATE ? ty_date_to_iso (cells[i].date)
                                                                  : g_strdup (cells[i].text));
    }
  return TRUE;
}

static void
read_clear (Read *self)
{
  g_ptr_array_unref (self->texts);
  g_string_free (self->kinds, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Read, read_clear)

static void
read_sheet (const char *path,
            const char *name,
            Read       *read)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyXlsxReader) reader = ty_xlsx_reader_new (file, &error);

  g_assert_no_error (error);
  read->texts = g_ptr_array_new_with_free_func (g_free);
  read->kinds = g_string_new (NULL);
  g_assert_cmpuint (ty_xlsx_reader_get_n_sheets (reader), ==, 1);
  g_assert_cmpstr (ty_xlsx_reader_get_sheet_name (reader, 0), ==, name);
  g_assert_true (ty_xlsx_reader_read_sheet (reader, 0, row_cb, read, NULL, &error));
  g_assert_no_error (error);
}

static TyXlsxWriter *
begin (TyOutFile  *file,
       const char *name,
       guint       n_columns)
{
  static const double widths[3] = { 10, 10, 10 };
  const TyXlsxPage page = { .name = name, .widths = widths, .n_columns = n_columns };
  g_autoptr(GError) error = NULL;
  TyXlsxWriter *writer = ty_xlsx_writer_new (ty_out_file_get_fd (file), &page, &error);

  g_assert_no_error (error);
  return writer;
}

static void
end (TyXlsxWriter *writer,
     TyOutFile    *file)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (ty_xlsx_writer_finish (writer, &error));
  g_assert_no_error (error);
  g_assert_true (ty_out_file_commit (file, &error));
  g_assert_no_error (error);
}

static void
end_row (TyXlsxWriter *writer)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (ty_xlsx_writer_end_row (writer, &error));
  g_assert_no_error (error);
}

static void
test_hostile (void)
{
  g_autofree char *path = dup_path ("hostile.xlsx");
  g_autoptr(TyOutFile) file = ty_out_file_new (path, NULL);
  g_autoptr(TyXlsxWriter) writer = begin (file, "a[b]:c*?/\\'d", 2);
  g_auto(Read) read = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      ty_xlsx_writer_begin_row (writer, 0);
      ty_xlsx_writer_add_text (writer, TY_XLSX_TEXT, hostile[i]);
      end_row (writer);
    }
  end (writer, file);

  read_sheet (path, "abcd", &read);
  g_assert_cmpuint (read.texts->len, ==, G_N_ELEMENTS (hostile));
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    g_assert_cmpstr (g_ptr_array_index (read.texts, i), ==, hostile[i]);
  g_assert_null (strpbrk (read.kinds->str, "endbx"));
  g_assert_cmpuint (ty_xlsx_writer_get_n_cut (writer), ==, 0);
  remove_file (path);
}

static void
test_kinds (void)
{
  g_autofree char *path = dup_path ("kinds.xlsx");
  g_autoptr(TyOutFile) file = ty_out_file_new (path, NULL);
  g_autoptr(TyXlsxWriter) writer = begin (file, "", 3);
  g_auto(Read) read = { 0 };
  static const char *const texts[] = {
    "标题", "-12.5", "2021-10-01", "0", "1978.05", "1978", "1899.12.31", "1900-03-01", "2099-12-31",
  };

  ty_xlsx_writer_begin_row (writer, 30);
  ty_xlsx_writer_add_text (writer, TY_XLSX_TITLE, "标题");
  ty_xlsx_writer_add_text (writer, TY_XLSX_TITLE, NULL);
  ty_xlsx_writer_add_text (writer, TY_XLSX_TITLE, "");
  ty_xlsx_writer_merge (writer, 0, 2, 1);
  end_row (writer);
  ty_xlsx_writer_begin_row (writer, 0);
  ty_xlsx_writer_add_number (writer, TY_XLSX_NUMBER, -12.5);
  ty_xlsx_writer_add_date (writer, TY_XLSX_DAY, ty_date_new (2021, 10, 1));
  ty_xlsx_writer_add_number (writer, TY_XLSX_NUMBER, 0);
  end_row (writer);
  ty_xlsx_writer_begin_row (writer, 0);
  ty_xlsx_writer_add_date (writer, TY_XLSX_DAY, ty_date_new (1978, 5, 0));
  ty_xlsx_writer_add_date (writer, TY_XLSX_DAY, ty_date_new (1978, 0, 0));
  ty_xlsx_writer_add_date (writer, TY_XLSX_DAY, TY_DATE_NONE);
  end_row (writer);
  ty_xlsx_writer_begin_row (writer, 0);
  ty_xlsx_writer_add_date (writer, TY_XLSX_DAY, ty_date_new (1899, 12, 31));
  ty_xlsx_writer_add_date (writer, TY_XLSX_DAY, ty_date_new (1900, 3, 1));
  ty_xlsx_writer_add_date (writer, TY_XLSX_DAY, ty_date_new (2099, 12, 31));
  end_row (writer);
  end (writer, file);

  read_sheet (path, "Sheet1", &read);
  g_assert_cmpstr (read.kinds->str, ==,
                   "1:0t 2:0n 2:1d 2:2n 3:0t 3:1t 4:0t 4:1d 4:2d ");
  g_assert_cmpuint (read.texts->len, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (g_ptr_array_index (read.texts, i), ==, texts[i]);
  remove_file (path);
}

/* A cell has at most 32,767 characters, as UTF-16 counts them; what is longer ends in dots. */
static void
test_long (void)
{
  g_autofree char *path = dup_path ("long.xlsx");
  g_autoptr(TyOutFile) file = ty_out_file_new (path, NULL);
  g_autoptr(TyXlsxWriter) writer = begin (file, "长", 3);
  g_autoptr(GString) fits = g_string_new (NULL);
  g_autoptr(GString) rare = g_string_new (NULL);
  g_autofree char *longer = NULL;
  g_auto(Read) read = { 0 };

  for (guint i = 0; i < TY_XLSX_MAX_CELL_CHARS; i++)
    g_string_append (fits, "村");
  for (guint i = 0; i < TY_XLSX_MAX_CELL_CHARS / 2 + 1; i++)
    g_string_append (rare, "𠮷");
  longer = g_strconcat (fits->str, "民", NULL);

  ty_xlsx_writer_begin_row (writer, 0);
  ty_xlsx_writer_add_text (writer, TY_XLSX_TEXT, fits->str);
  ty_xlsx_writer_add_text (writer, TY_XLSX_TEXT, longer);
  ty_xlsx_writer_add_text (writer, TY_XLSX_TEXT, rare->str);
  end_row (writer);
  end (writer, file);

  g_assert_cmpuint (ty_xlsx_writer_get_n_cut (writer), ==, 2);
  read_sheet (path, "长", &read);
  g_assert_cmpuint (read.texts->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (read.texts, 0), ==, fits->str);
  g_assert_cmpint (g_utf8_strlen (g_ptr_array_index (read.texts, 1), -1), ==,
                   TY_XLSX_MAX_CELL_CHARS);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (read.texts, 1), "村…"));
  g_assert_cmpint (g_utf8_strlen (g_ptr_array_index (read.texts, 2), -1), ==,
                   TY_XLSX_MAX_CELL_CHARS / 2 + 1);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (read.texts, 2), "𠮷…"));
  remove_file (path);
}

/* Bytes that are no text are replaced, and the workbook can still be read. */
static void
test_invalid (void)
{
  g_autofree char *path = dup_path ("invalid.xlsx");
  g_autoptr(TyOutFile) file = ty_out_file_new (path, NULL);
  g_autoptr(TyXlsxWriter) writer = begin (file, "x", 1);
  g_auto(Read) read = { 0 };

  ty_xlsx_writer_begin_row (writer, 0);
  ty_xlsx_writer_add_text (writer, TY_XLSX_TEXT, "lone \xED\xA0\x80 half \xFF byte");
  end_row (writer);
  end (writer, file);

  read_sheet (path, "x", &read);
  g_assert_nonnull (strstr (g_ptr_array_index (read.texts, 0), "\xEF\xBF\xBD half \xEF\xBF\xBD byte"));
  remove_file (path);
}

static void
test_columns (void)
{
  g_autofree char *path = dup_path ("columns.xlsx");
  g_autoptr(TyOutFile) file = ty_out_file_new (path, NULL);
  g_autoptr(TyXlsxWriter) writer = begin (file, "x", 0);
  g_auto(Read) read = { 0 };

  ty_xlsx_writer_begin_row (writer, 0);
  for (guint i = 0; i < 800; i++)
    ty_xlsx_writer_add_number (writer, TY_XLSX_NUMBER, i);
  end_row (writer);
  end (writer, file);

  read_sheet (path, "x", &read);
  g_assert_cmpuint (read.texts->len, ==, 800);
  g_assert_nonnull (strstr (read.kinds->str, " 1:701n 1:702n "));
  remove_file (path);
}

static void
test_csv (void)
{
  const char *const encodings[] = { "UTF-8", "GB18030" };

  for (guint e = 0; e < G_N_ELEMENTS (encodings); e++)
    {
      g_autofree char *path = dup_path ("hostile.csv");
      g_autoptr(TyOutFile) file = ty_out_file_new (path, NULL);
      g_autoptr(TyCsvWriter) writer = ty_csv_writer_new (ty_out_file_get_fd (file),
                                                         e == 0 ? TY_CSV_UTF_8 : TY_CSV_GB18030);
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) records = NULL;
      g_autofree char *bytes = NULL;
      g_autofree char *text = NULL;
      gsize n;

      for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
        {
          ty_csv_writer_add_text (writer, hostile[i]);
          ty_csv_writer_add_number (writer, -5.25);
          ty_csv_writer_add_text (writer, NULL);
          g_assert_true (ty_csv_writer_end_row (writer, &error));
        }
      g_assert_true (ty_csv_writer_finish (writer, &error));
      g_assert_true (ty_out_file_commit (file, &error));
      g_assert_true (g_file_get_contents (path, &bytes, &n, &error));
      g_assert_cmpint (g_str_has_prefix (bytes, "\xEF\xBB\xBF"), ==, e == 0);
      text = g_convert (bytes, (gssize) n, "UTF-8", encodings[e], NULL, NULL, &error);
      g_assert_no_error (error);
      records = ty_csv_parse (text, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (hostile));
      for (guint i = 0; i < records->len; i++)
        {
          char **record = g_ptr_array_index (records, i);

          g_assert_cmpint (g_strv_length (record), ==, 3);
          g_assert_null (*record[0] != '\0' ? strchr ("=+-@\t\r", *record[0]) : NULL);
          g_assert_cmpstr (ty_csv_guard_take_off (record[0]), ==, hostile[i]);
          g_assert_cmpstr (record[1], ==, "-5.25");
          g_assert_cmpstr (record[2], ==, "");
        }
      remove_file (path);
    }
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* What is given up leaves what was there, and nothing beside it. */
static void
test_out_file (void)
{
  g_autofree char *path = dup_path ("roster.xlsx");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *nowhere = g_build_filename (path, "below", "a.xlsx", NULL);
  g_autofree char *kept = NULL;
  g_autoptr(GError) error = NULL;
  TyOutFile *file;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  file = ty_out_file_new (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder), ==, 2);
  ty_out_file_free (file);
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "before");

  g_assert_null (ty_out_file_new (folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  g_assert_null (ty_out_file_new (nowhere, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  remove_file (path);
}

/* Sheets of one name are told apart, each has its own rows and merged cells, and one is hidden. */
static void
test_sheets (void)
{
  static const double widths[] = { 10, 20 };
  const TyXlsxPage pages[] = {
    { .name = "名册", .widths = widths, .n_columns = 2, .first_repeated = 1, .last_repeated = 1 },
    { .name = "选项", .hidden = TRUE },
    { .name = "名册" },
  };
  g_autofree char *path = dup_path ("sheets.xlsx");
  g_autoptr(TyOutFile) file = ty_out_file_new (path, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyXlsxWriter) writer = ty_xlsx_writer_new_book (ty_out_file_get_fd (file), pages, 3, &error);
  g_autoptr(GFile) written = g_file_new_for_path (path);
  g_autoptr(TyXlsxReader) reader = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (i == 0 || ty_xlsx_writer_next_sheet (writer, &error));
      ty_xlsx_writer_begin_row (writer, 0);
      ty_xlsx_writer_merge (writer, 0, i + 1, 1);
      ty_xlsx_writer_add_text (writer, TY_XLSX_WRONG, "甲");
      ty_xlsx_writer_add_number (writer, TY_XLSX_DOUBTFUL_DECIMAL, i);
      end_row (writer);
    }
  end (writer, file);

  reader = ty_xlsx_reader_new (written, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ty_xlsx_reader_get_n_sheets (reader), ==, 3);
  g_assert_cmpstr (ty_xlsx_reader_get_sheet_name (reader, 2), ==, "名册-3");
  for (guint i = 0; i < 3; i++)
    {
      g_auto(Read) read = { 0 };
      g_autoptr(GArray) merges = ty_xlsx_reader_scan_merges (reader, i, NULL, NULL);

      read.texts = g_ptr_array_new_with_free_func (g_free);
      read.kinds = g_string_new (NULL);
      g_assert_true (ty_xlsx_reader_read_sheet (reader, i, row_cb, &read, NULL, &error));
      g_assert_cmpstr (read.kinds->str, ==, "1:0t 1:1n ");
      g_assert_cmpuint (g_array_index (merges, TyCellRange, 0).last_column, ==, i + 1);
      g_assert_cmpint (ty_xlsx_reader_get_sheet_shown (reader, i), ==, i != 1);
    }
  remove_file (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xlsx-writer/hostile", test_hostile);
  g_test_add_func ("/xlsx-writer/kinds", test_kinds);
  g_test_add_func ("/xlsx-writer/long", test_long);
  g_test_add_func ("/xlsx-writer/invalid", test_invalid);
  g_test_add_func ("/xlsx-writer/columns", test_columns);
  g_test_add_func ("/xlsx-writer/sheets", test_sheets);
  g_test_add_func ("/csv-writer/hostile", test_csv);
  g_test_add_func ("/out-file/whole-or-not", test_out_file);

  return g_test_run ();
}
