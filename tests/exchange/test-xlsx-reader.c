/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-xlsx-reader"

#include "config.h"

#include "ty-test-xlsx.h"
#include "ty-xlsx-reader.h"
#include "ty-xlsx-styles.h"

#include <glib/gstdio.h>
#include <string.h>

#define SHEET "xl/worksheets/sheet1.xml"
#define STRINGS "xl/sharedStrings.xml"
#define WORKBOOK "xl/workbook.xml"
#define HEAD "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
#define TAIL "</sheetData></worksheet>"
#define ROW(cells) HEAD "<row r=\"1\">" cells "</row>" TAIL

static char *folder;

/* Each row as "3:A=text|C=(number)text", so that a test states a whole sheet in one string. */
static gboolean
dump_row (guint         row,
          const TyCell *cells,
          guint         n_cells,
          gpointer      data,
          GError      **error)
{
  static const char marks[] = { ' ', 't', 'n', 'd', 'b', 'e' };
  GString *dump = data;

  g_string_append_printf (dump, "%s%u:", dump->len > 0 ? " / " : "", row);
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *text = ty_cell_dup_text (&cells[i]);

      g_assert_true (i == 0 || cells[i].column > cells[i - 1].column);
      g_assert_true (g_utf8_validate (cells[i].text, -1, NULL));
      g_string_append_printf (dump, "%s%u%c=%s", i > 0 ? "|" : "", cells[i].column,
                              marks[cells[i].kind], text);
    }
  return TRUE;
}

static char *
dump_bytes (GBytes   *bytes,
            guint     sheet,
            GError  **error)
{
  g_autofree char *path = g_build_filename (folder, "case.xlsx", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(TyXlsxReader) reader = NULL;
  g_autoptr(GString) dump = g_string_new (NULL);
  g_autoptr(GArray) merges = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  reader = ty_xlsx_reader_new (file, error);
  if (reader == NULL)
    return NULL;
  g_assert_cmpuint (sheet, <, ty_xlsx_reader_get_n_sheets (reader));
  if (!ty_xlsx_reader_read_sheet (reader, sheet, dump_row, dump, NULL, error))
    return NULL;
  merges = ty_xlsx_reader_scan_merges (reader, sheet, NULL, error);
  if (merges == NULL)
    return NULL;

  return g_strdup (dump->str);
}

static void
assert_dump (TyTestXlsx *xlsx,
             guint       sheet,
             const char *expected)
{
  g_autoptr(GBytes) bytes = ty_test_xlsx_to_bytes (xlsx);
  g_autoptr(GError) error = NULL;
  g_autofree char *dump = dump_bytes (bytes, sheet, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, expected);
}

static void
assert_fails_bytes (GBytes      *bytes,
                    TyXlsxError  code,
                    const char  *part_of_message)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *dump = dump_bytes (bytes, 0, &error);

  g_assert_null (dump);
  g_assert_error (error, TY_XLSX_ERROR, (int) code);
  if (strstr (error->message, part_of_message) == NULL)
    g_error ("“%s” is not in “%s”", part_of_message, error->message);
}

static void
assert_fails (TyTestXlsx  *xlsx,
              TyXlsxError  code,
              const char  *part_of_message)
{
  g_autoptr(GBytes) bytes = ty_test_xlsx_to_bytes (xlsx);

  assert_fails_bytes (bytes, code, part_of_message);
}

static void
assert_sheet (const char *xml,
              const char *expected)
{
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();

  ty_test_xlsx_set_part (xlsx, SHEET, xml);
  assert_dump (xlsx, 0, expected);
}

static void
assert_sheet_fails (const char  *xml,
                    TyXlsxError  code,
                    const char  *part_of_message)
{
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();

  ty_test_xlsx_set_part (xlsx, SHEET, xml);
  assert_fails (xlsx, code, part_of_message);
}

static void
test_kinds (void)
{
  for (guint shared = 0; shared < 2; shared++)
    {
      g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();

      ty_test_xlsx_set_shared (xlsx, shared == 1);
      ty_test_xlsx_add_row (xlsx, "姓名", "", "a<b>&\"c\"", NULL);
      ty_test_xlsx_set_cell (xlsx, 5, 0, TY_TEST_XLSX_NUMBER, "1978.1");
      ty_test_xlsx_set_cell (xlsx, 5, 1, TY_TEST_XLSX_DECIMAL, "1978.1");
      ty_test_xlsx_set_cell (xlsx, 5, 2, TY_TEST_XLSX_DATE, "44470");
      ty_test_xlsx_set_cell (xlsx, 5, 3, TY_TEST_XLSX_DATE_CUSTOM, "44470.75");
      ty_test_xlsx_set_cell (xlsx, 5, 4, TY_TEST_XLSX_BOOLEAN, "1");
      ty_test_xlsx_set_cell (xlsx, 5, 5, TY_TEST_XLSX_ERROR, "#N/A");
      ty_test_xlsx_set_cell (xlsx, 5, 30, TY_TEST_XLSX_FORMULA, "书记_x000A_主任");
      assert_dump (xlsx, 0,
                   "1:0t=姓名|2t=a<b>&\"c\" / "
                   "5:0n=1978.1|1n=1978.10|2d=2021-10-01|3d=2021-10-01|4b=TRUE|5e=#N/A|"
                   "30t=书记\n主任");
    }
}

static void
test_1904 (void)
{
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();

  /* 2021-10-01 is 44470 days after 1899-12-30 and 43008 after 1904-01-01. */
  ty_test_xlsx_set_since_1904 (xlsx, TRUE);
  ty_test_xlsx_set_cell (xlsx, 1, 0, TY_TEST_XLSX_DATE, "43008");
  assert_dump (xlsx, 0, "1:0d=2021-10-01");
}

static void
test_number_texts (void)
{
  static const struct
  {
    double number;
    int decimals;
    const char *raw;
    const char *text;
  } cases[] = {
    { 5, -1, "5", "5" },
    { 5, 2, "5", "5.00" },
    { 0.5, -1, "0.5", "0.5" },
    { -0.0, -1, "-0", "0" },
    { -12.5, 2, "-12.5", "-12.50" },
    { 1978.0999999999999, -1, "1978.0999999999999", "1978.1" },
    { 1978.0999999999999, 2, "1978.0999999999999", "1978.10" },
    { 1978.123, 2, "1978.123", "1978.123" },
    { 1e5, -1, "1E5", "100000" },
    { 123456789012345, -1, "1.23456789012345E14", "123456789012345" },
    { 1.23456789012345e17, -1, "1.23456789012345E+17", "1.23456789012345E+17" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TyCell cell = { .kind = TY_CELL_NUMBER,
                      .number = cases[i].number,
                      .decimals = cases[i].decimals,
                      .text = cases[i].raw };
      g_autofree char *text = ty_cell_dup_text (&cell);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_number_formats (void)
{
  static const struct
  {
    const char *code;
    gboolean is_date;
    int decimals;
  } cases[] = {
    { "General", FALSE, -1 },
    { "0", FALSE, 0 },
    { "0.00_ ", FALSE, 2 },
    { "#,##0.000;[Red]-#,##0.0", FALSE, 3 },
    { "0.0\"d\"", FALSE, 1 },
    { "0.00%", FALSE, -1 },
    { "0.00E+00", FALSE, -1 },
    { "# ?/?", FALSE, -1 },
    { "@", FALSE, -1 },
    { "[Red]0", FALSE, 0 },
    { "\\y0", FALSE, 0 },
    { "0\"年", FALSE, 0 },
    { "yyyy.mm", TRUE, -1 },
    { "[$-804]yyyy\"年\"m\"月\"", TRUE, -1 },
    { "YYYY-MM-DD;@", TRUE, -1 },
    { "[DBNum1][$-804]yyyy\"年\"", TRUE, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_date;
      int decimals;

      ty_xlsx_styles_read_code (cases[i].code, &is_date, &decimals);
      g_assert_cmpint (is_date, ==, cases[i].is_date);
      g_assert_cmpint (decimals, ==, cases[i].decimals);
    }
}

static void
test_places (void)
{
  static const struct
  {
    const char *text;
    guint row;
    guint column;
  } good[] = {
    { "A1", 1, 0 }, { "Z9", 9, 25 }, { "AA10", 10, 26 }, { "$XFD$1048576", 1048576, 16383 },
  };
  static const char *const bad[] = { "", "A", "1", "A0", "1A", "A1x", "A-1", "XFE1", "A1048577",
                                     "BDWGN1", "AAAAAAAAAAAA1", "A99999999999999999999" };
  TyCellRange range;
  guint row, column;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *plain = NULL;
      g_auto(GStrv) pieces = g_strsplit (good[i].text, "$", -1);
      g_autofree char *expected = g_strjoinv ("", pieces);

      g_assert_true (ty_cell_place_parse (good[i].text, &row, &column, NULL));
      g_assert_cmpuint (row, ==, good[i].row);
      g_assert_cmpuint (column, ==, good[i].column);
      plain = ty_cell_place_to_string (row, column);
      g_assert_cmpstr (plain, ==, expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (ty_cell_place_parse (bad[i], &row, &column, NULL));

  g_assert_true (ty_cell_range_parse ("B3:C7", &range, NULL));
  g_assert_cmpuint (range.first_row, ==, 3);
  g_assert_cmpuint (range.last_row, ==, 7);
  g_assert_cmpuint (range.first_column, ==, 1);
  g_assert_cmpuint (range.last_column, ==, 2);
  g_assert_false (ty_cell_range_parse ("B3:A7", &range, NULL));
  g_assert_false (ty_cell_range_parse ("B3:", &range, NULL));
}

static void
test_rich_texts (void)
{
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();

  ty_test_xlsx_add_row (xlsx, "1", "2", "3", "4", "5", "6", NULL);
  ty_test_xlsx_set_part (xlsx, STRINGS,
                         "<sst><si><r><t>王</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 小 </t></r>"
                         "<rPh sb=\"0\" eb=\"1\"><t>ワン</t></rPh><phoneticPr/></si>"
                         "<si><t>a_x000D__x000A_b</t></si>"
                         "<si><t>_x005F_x0041_ _x12_ _xZZZZ_ _x</t></si>"
                         "<si><t>_xD840__xDC0B_ _xD840_ _x0000_</t></si>"
                         "<si><t/></si>"
                         "<si><t><![CDATA[<x>]]> &#x4E66;</t></si></sst>");
  assert_dump (xlsx, 0,
               "1:0t=王 小 |1t=a\r\nb|2t=_x0041_ _x12_ _xZZZZ_ _x|3t=𠀋 _xD840_ _x0000_|"
               "5t=<x> 书");
}

static void
test_loose_sheets (void)
{
  /* Neither rows nor cells say where they are. */
  assert_sheet (HEAD "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>"
                     TAIL, "1:0n=1|2n=3 / 3:0n=4");
  /* Gaps, and a cell without a place behind one that has a place. */
  assert_sheet (HEAD "<row r=\"7\"><c r=\"C7\"><v>1</v></c><c><v>2</v></c></row>"
                     "<row><c><v>3</v></c></row>" TAIL, "7:2n=1|3n=2 / 8:0n=3");
  /* Prefixes, and the namespace of the Strict form. */
  assert_sheet ("<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
                "<x:row r=\"1\"><x:c r=\"A1\" t=\"str\"><x:f>1</x:f><x:v>a</x:v></x:c></x:row>"
                "</x:sheetData></x:worksheet>", "1:0t=a");
  assert_sheet (ROW ("<c t=\"d\"><v>2021-10-01T00:00:00</v></c><c t=\"d\"><v>x</v></c>"
                     "<c t=\"inlineStr\"><is><r><t>a</t></r><rPh><t>b</t></rPh><r><t>c</t></r></is></c>"
                     "<c t=\"b\"><v>0</v></c><c t=\"s\"><v></v></c><c t=\"str\"><v/></c>"
                     "<c t=\"n\"><v>1</v><extLst><v>2</v></extLst></c>"),
                "1:0d=2021-10-01|1t=x|2t=ac|3b=FALSE|6n=1");
  assert_sheet (HEAD TAIL, "");
}

static void
test_utf16 (void)
{
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();
  g_autoptr(GBytes) bytes = NULL;
  char *wide;
  gsize length;

  wide = g_convert ("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
                    ROW ("<c t=\"inlineStr\"><is><t>书记</t></is></c>"),
                    -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  bytes = g_bytes_new_take (wide, length);
  ty_test_xlsx_set_part_bytes (xlsx, SHEET, bytes);
  assert_dump (xlsx, 0, "1:0t=书记");
}

static gboolean
stop_at_two (guint         row,
             const TyCell *cells,
             guint         n_cells,
             gpointer      data,
             GError      **error)
{
  guint *n_rows = data;

  (*n_rows)++;
  return row < 2;
}

static gboolean
fail_at_once (guint         row,
              const TyCell *cells,
              guint         n_cells,
              gpointer      data,
              GError      **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "no");
  return FALSE;
}

static void
test_sheets (void)
{
  g_autofree char *path = g_build_filename (folder, "sheets.xlsx", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(TyXlsxReader) reader = NULL;
  g_autoptr(GString) dump = g_string_new (NULL);
  g_autoptr(GArray) merges = NULL;
  g_autoptr(GError) error = NULL;
  TyCellRange *range;
  guint n_rows = 0;

  ty_test_xlsx_add_sheet (xlsx, "换届后 & 前", TRUE);
  ty_test_xlsx_add_row (xlsx, "东河镇", "甲", NULL);
  ty_test_xlsx_add_row (xlsx, "", "乙", NULL);
  ty_test_xlsx_add_row (xlsx, "", "丙", NULL);
  ty_test_xlsx_merge (xlsx, 1, 0, 3, 0);
  ty_test_xlsx_add_sheet (xlsx, "选项", FALSE);
  ty_test_xlsx_add_row (xlsx, "男", NULL);
  ty_test_xlsx_save (xlsx, path);

  reader = ty_xlsx_reader_new (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ty_xlsx_reader_get_n_sheets (reader), ==, 2);
  g_assert_cmpstr (ty_xlsx_reader_get_sheet_name (reader, 0), ==, "换届后 & 前");
  g_assert_true (ty_xlsx_reader_get_sheet_shown (reader, 0));
  g_assert_false (ty_xlsx_reader_get_sheet_shown (reader, 1));

  merges = ty_xlsx_reader_scan_merges (reader, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (merges->len, ==, 1);
  range = &g_array_index (merges, TyCellRange, 0);
  g_assert_cmpuint (range->first_row, ==, 1);
  g_assert_cmpuint (range->last_row, ==, 3);
  g_assert_cmpuint (range->last_column, ==, 0);

  /* A sheet can be read twice, stopped, and refused by who takes the rows. */
  g_assert_true (ty_xlsx_reader_read_sheet (reader, 0, stop_at_two, &n_rows, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 2);
  g_assert_true (ty_xlsx_reader_read_sheet (reader, 1, dump_row, dump, NULL, &error));
  g_assert_cmpstr (dump->str, ==, "1:0t=男");
  g_assert_false (ty_xlsx_reader_read_sheet (reader, 0, fail_at_once, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (ty_xlsx_reader_read_sheet (reader, 0, dump_row, dump, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_finalize_object (g_steal_pointer (&reader));
}

static void
test_cell_at (void)
{
  const TyCell cells[] = {
    { .column = 1, .kind = TY_CELL_TEXT, .text = "b" },
    { .column = 4, .kind = TY_CELL_TEXT, .text = "e" },
  };

  g_assert_cmpstr (ty_cell_at (cells, 2, 1)->text, ==, "b");
  g_assert_cmpstr (ty_cell_at (cells, 2, 4)->text, ==, "e");
  for (guint column = 0; column < 6; column++)
    if (column != 1 && column != 4)
      g_assert_cmpint (ty_cell_at (cells, 2, column)->kind, ==, TY_CELL_EMPTY);
  g_assert_cmpstr (ty_cell_at (NULL, 0, 0)->text, ==, "");
}

static void
assert_fails_data (const char  *data,
                   gsize        length,
                   TyXlsxError  code,
                   const char  *part_of_message)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, length);

  assert_fails_bytes (bytes, code, part_of_message);
}

static void
test_other_files (void)
{
  static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  g_autofree char *old = g_malloc0 (70000);
  g_autofree char *missing = g_build_filename (folder, "missing.xlsx", NULL);
  g_autoptr(GFile) no_file = g_file_new_for_path (missing);
  g_autoptr(GFile) no_regular = g_file_new_for_path (folder);
  g_autoptr(TyXlsxReader) reader = NULL;
  g_autoptr(GError) error = NULL;

  assert_fails_data ("", 0, TY_XLSX_ERROR_NOT_XLSX, "empty");
  assert_fails_data ("PK", 2, TY_XLSX_ERROR_NOT_XLSX, "not an .xlsx");
  assert_fails_data ("姓名,性别\n", strlen ("姓名,性别\n"), TY_XLSX_ERROR_NOT_XLSX, "not an .xlsx");

  memcpy (old, ole, 8);
  assert_fails_data (old, 70000, TY_XLSX_ERROR_OLD_XLS, "old .xls");
  /* The name lies across the blocks in which the file is searched. */
  memcpy (old + 65520, name, sizeof name);
  assert_fails_data (old, 70000, TY_XLSX_ERROR_ENCRYPTED, "password");

  reader = ty_xlsx_reader_new (no_file, &error);
  g_assert_null (reader);
  g_assert_error (error, TY_XLSX_ERROR, TY_XLSX_ERROR_IO);
  g_clear_error (&error);
  reader = ty_xlsx_reader_new (no_regular, &error);
  g_assert_null (reader);
  g_assert_error (error, TY_XLSX_ERROR, TY_XLSX_ERROR_NOT_XLSX);
}

static void
test_other_zips (void)
{
  g_autoptr(TyTestXlsx) bare = ty_test_xlsx_new ();
  g_autoptr(TyTestXlsx) letter = ty_test_xlsx_new ();
  g_autoptr(TyTestXlsx) drawing = ty_test_xlsx_new ();
  g_autoptr(TyTestXlsx) charts = ty_test_xlsx_new ();

  ty_test_xlsx_remove_part (bare, "_rels/.rels");
  assert_fails (bare, TY_XLSX_ERROR_NOT_XLSX, "no .xlsx workbook");

  ty_test_xlsx_set_part (letter, "_rels/.rels",
                         "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\""
                         " Target=\"word/document.xml\"/></Relationships>");
  ty_test_xlsx_set_part (letter, "word/document.xml", "<document/>");
  assert_fails (letter, TY_XLSX_ERROR_NOT_XLSX, "no .xlsx workbook");

  ty_test_xlsx_set_part (drawing, WORKBOOK, "<VisioDocument/>");
  assert_fails (drawing, TY_XLSX_ERROR_NOT_XLSX, "no .xlsx workbook");

  ty_test_xlsx_set_part (charts, WORKBOOK, "<workbook><sheets/></workbook>");
  assert_fails (charts, TY_XLSX_ERROR_EMPTY, "no sheet");
}

static void
test_missing_parts (void)
{
  static const char *const parts[] = { SHEET, STRINGS, "xl/styles.xml",
                                       "xl/_rels/workbook.xml.rels" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();

      ty_test_xlsx_add_row (xlsx, "a", NULL);
      ty_test_xlsx_remove_part (xlsx, parts[i]);
      assert_fails (xlsx, TY_XLSX_ERROR_TRUNCATED, parts[i]);
    }
}

static void
test_targets (void)
{
  static const char *const targets[] = { "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml",
                                         "./x/../Worksheets/SHEET1.xml", "..\\xl\\worksheets\\sheet1.xml",
                                         "../../../../xl/worksheets/sheet1.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();
      g_autofree char *relations
        = g_strdup_printf ("<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\""
                           " Target=\"%s\"/></Relationships>", targets[i]);

      ty_test_xlsx_set_shared (xlsx, FALSE);
      ty_test_xlsx_add_row (xlsx, "a", NULL);
      ty_test_xlsx_set_part (xlsx, "xl/_rels/workbook.xml.rels", relations);
      assert_dump (xlsx, 0, "1:0t=a");
    }
}

static void
test_wrong_cells (void)
{
  static const struct
  {
    const char *cells;
    TyXlsxError code;
    const char *part_of_message;
  } cases[] = {
    { "<c r=\"B1\" t=\"s\"><v>7</v></c>", TY_XLSX_ERROR_TRUNCATED, "Sheet “Sheet1”, cell B1:" },
    { "<c r=\"B1\" t=\"s\"><v>-1</v></c>", TY_XLSX_ERROR_TRUNCATED, "cell B1" },
    { "<c r=\"AB1\"><v>nan</v></c>", TY_XLSX_ERROR_TRUNCATED, "cell AB1" },
    { "<c r=\"B1\"><v>0x10</v></c>", TY_XLSX_ERROR_TRUNCATED, "cell B1" },
    { "<c r=\"B1\"><v>1e999</v></c>", TY_XLSX_ERROR_TRUNCATED, "cell B1" },
    { "<c r=\"B1\" t=\"x\"><v>1</v></c>", TY_XLSX_ERROR_TRUNCATED, "cell B1" },
    { "<c r=\"B1\"/><c r=\"A1\"/>", TY_XLSX_ERROR_TRUNCATED, "order" },
    { "<c r=\"B1\"/><c r=\"B1\"/>", TY_XLSX_ERROR_TRUNCATED, "order" },
    { "<c r=\"B2\"/>", TY_XLSX_ERROR_TRUNCATED, "order" },
    { "<c r=\"BDWGN1\"/>", TY_XLSX_ERROR_TOO_LARGE, "beyond" },
    { "<c r=\"A1\"><v>1</v></c", TY_XLSX_ERROR_TRUNCATED, "damaged" },
    { "<c r=\"A1\"><v>&foo;</v></c>", TY_XLSX_ERROR_HOSTILE, "declarations" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml = g_strconcat (HEAD "<row r=\"1\">", cases[i].cells, "</row>" TAIL, NULL);

      assert_sheet_fails (xml, cases[i].code, cases[i].part_of_message);
    }
  assert_sheet_fails (HEAD "<row r=\"5\"/><row r=\"4\"/>" TAIL, TY_XLSX_ERROR_TRUNCATED, "row 4:");
  assert_sheet_fails (HEAD "<row r=\"1048577\"/>" TAIL, TY_XLSX_ERROR_TOO_LARGE, "beyond");
  assert_sheet_fails (HEAD "<row r=\"1048576\"/><row/>" TAIL, TY_XLSX_ERROR_TOO_LARGE, "beyond");
  assert_sheet_fails ("<chartsheet/>", TY_XLSX_ERROR_TRUNCATED, "damaged");
  assert_sheet_fails ("", TY_XLSX_ERROR_TRUNCATED, "damaged");
  /* 村 in GBK: neither UTF-8 nor UTF-16. */
  assert_sheet_fails ("<?xml version=\"1.0\" encoding=\"GBK\"?>"
                      ROW ("<c t=\"str\"><v>\xB4\xE5</v></c>"), TY_XLSX_ERROR_TRUNCATED, "damaged");
  assert_sheet_fails ("<worksheet><sheetData/><mergeCells><mergeCell ref=\"A1:ZZZZ9\"/></mergeCells>"
                      "</worksheet>", TY_XLSX_ERROR_TOO_LARGE, "beyond");
}

static void
test_long_cells (void)
{
  for (guint shared = 0; shared < 2; shared++)
    {
      g_autoptr(TyTestXlsx) fits = ty_test_xlsx_new ();
      g_autoptr(TyTestXlsx) long_one = ty_test_xlsx_new ();
      GString *text = g_string_new (NULL);
      g_autofree char *expected = NULL;

      for (guint i = 0; i < 32767; i++)
        g_string_append (text, "村");
      expected = g_strconcat ("1:0t=", text->str, NULL);
      ty_test_xlsx_set_shared (fits, shared == 1);
      ty_test_xlsx_add_row (fits, text->str, NULL);
      assert_dump (fits, 0, expected);

      g_string_append (text, "村");
      ty_test_xlsx_set_shared (long_one, shared == 1);
      ty_test_xlsx_add_row (long_one, "a", text->str, NULL);
      assert_fails (long_one, TY_XLSX_ERROR_TOO_LARGE, shared == 1 ? "32,767" : "cell B1");
      g_string_free (text, TRUE);
    }
}

static GString *
repeat (const char *head,
        const char *piece,
        guint       times,
        const char *tail)
{
  GString *text = g_string_new (head);

  for (guint i = 0; i < times; i++)
    g_string_append (text, piece);
  g_string_append (text, tail);
  return text;
}

static void
assert_big_sheet_fails (const char  *head,
                        const char  *piece,
                        guint        times,
                        TyXlsxError  code)
{
  g_autoptr(GString) xml = repeat (head, piece, times, "");

  assert_sheet_fails (xml->str, code, "Sheet “Sheet1”");
}

static void
test_bombs (void)
{
  const char *blanks = "                                                                "
                       "                                    ";
  g_autoptr(TyTestXlsx) crowd = ty_test_xlsx_new ();
  g_autoptr(GString) loose = NULL;

  /* 100 MB of blanks, in one text and between elements. */
  assert_big_sheet_fails (HEAD, blanks, 1000000, TY_XLSX_ERROR_TOO_LARGE);
  loose = g_string_new (blanks);
  g_string_append (loose, "<row/>");
  assert_big_sheet_fails (HEAD, loose->str, 1000000, TY_XLSX_ERROR_TOO_LARGE);
  assert_big_sheet_fails ("<worksheet", blanks, 1000000, TY_XLSX_ERROR_TOO_LARGE);
  assert_big_sheet_fails (HEAD "<row><c r=\"", "AAAAAAAAAA", 2000000, TY_XLSX_ERROR_TOO_LARGE);
  assert_big_sheet_fails ("", "<worksheet>", 100000, TY_XLSX_ERROR_TOO_LARGE);
  /* 16,385 cells without a place. */
  assert_big_sheet_fails (HEAD "<row>", "<c/>", 16385, TY_XLSX_ERROR_TOO_LARGE);
  assert_big_sheet_fails ("<worksheet><mergeCells>", "<mergeCell ref=\"A1:B2\"/>", 100001,
                          TY_XLSX_ERROR_TOO_LARGE);

  for (guint i = 0; i < 2001; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/media/%u", i);

      ty_test_xlsx_set_part (crowd, name, "");
    }
  assert_fails (crowd, TY_XLSX_ERROR_TOO_LARGE, "far more");
}

/* Small files on which the parser alone would spend minutes. */
static void
test_slow_xml (void)
{
  g_autoptr(GString) attributes = g_string_new (HEAD "<row");
  g_autoptr(GString) names = g_string_new (HEAD);
  g_autoptr(GString) orders = g_string_new (HEAD);

  for (guint i = 0; i < 300000; i++)
    {
      g_string_append_printf (attributes, " a%u='>'", i);
      g_string_append_printf (names, "<a%u/>", i);
      g_string_append_printf (orders, "<?a%u?>", i);
    }
  g_string_append (attributes, "/>" TAIL);
  g_string_append (names, TAIL);
  g_string_append (orders, TAIL);
  assert_sheet_fails (attributes->str, TY_XLSX_ERROR_TOO_LARGE, "far more");
  assert_sheet_fails (names->str, TY_XLSX_ERROR_TOO_LARGE, "far more");
  assert_sheet_fails (orders->str, TY_XLSX_ERROR_TOO_LARGE, "far more");
}

static void
test_entities (void)
{
  static const char laughs[]
    = "<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY a \"ha\">"
      "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
      "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">"
      "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">"
      "<!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\"><!ENTITY i \"&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;\">]>";
  static const char *const outside[] = {
    "<!DOCTYPE worksheet><worksheet/>",
    "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\"><worksheet/>",
    "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet>&x;</worksheet>",
    "<!DOCTYPE w [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/\"> %x;]><worksheet/>",
  };
  g_autofree char *in_text = g_strconcat (laughs, ROW ("<c t=\"str\"><v>&i;</v></c>"), NULL);
  g_autofree char *in_attribute = g_strconcat (laughs, "<worksheet x=\"&i;\"/>", NULL);
  g_autoptr(TyTestXlsx) strings = ty_test_xlsx_new ();

  assert_sheet_fails (in_text, TY_XLSX_ERROR_HOSTILE, "declarations");
  assert_sheet_fails (in_attribute, TY_XLSX_ERROR_HOSTILE, "declarations");
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    assert_sheet_fails (outside[i], TY_XLSX_ERROR_HOSTILE, "declarations");

  ty_test_xlsx_add_row (strings, "a", NULL);
  ty_test_xlsx_set_part (strings, STRINGS, laughs);
  assert_fails (strings, TY_XLSX_ERROR_HOSTILE, "declarations");
}

static GBytes *
small_workbook (void)
{
  g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();

  for (guint i = 0; i < 10; i++)
    ty_test_xlsx_add_row (xlsx, "东河镇", "青山村", "王某某", "990102197805120011", NULL);
  ty_test_xlsx_set_cell (xlsx, 12, 3, TY_TEST_XLSX_DATE, "44470");
  ty_test_xlsx_merge (xlsx, 1, 0, 10, 0);
  return ty_test_xlsx_to_bytes (xlsx);
}

static void
test_encrypted_zip (void)
{
  g_autoptr(GBytes) bytes = small_workbook ();
  gsize length;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));

  /* The flag of a password, in the heads of the members and in the directory. */
  for (gsize i = 0; i + 10 < length; i++)
    if (memcmp (copy + i, "PK\003\004", 4) == 0)
      copy[i + 6] |= 1;
    else if (memcmp (copy + i, "PK\001\002", 4) == 0)
      copy[i + 8] |= 1;

  assert_fails_data ((const char *) copy, length, TY_XLSX_ERROR_ENCRYPTED, "password");
}

static void
test_truncated (void)
{
  g_autoptr(GBytes) bytes = small_workbook ();
  gsize length = g_bytes_get_size (bytes);

  for (gsize kept = 4; kept < length; kept += kept < 200 || kept + 200 > length ? 1 : 37)
    {
      g_autoptr(GBytes) head = g_bytes_new_from_bytes (bytes, 0, kept);

      assert_fails_bytes (head, TY_XLSX_ERROR_TRUNCATED, "cut off or damaged");
    }
}

/* A flipped bit is an error, or it hit what does not matter and the cells are the same. */
static void
test_flipped (void)
{
  g_autoptr(GBytes) bytes = small_workbook ();
  g_autoptr(GRand) random = g_rand_new_with_seed (20211001);
  g_autofree char *sound = dump_bytes (bytes, 0, NULL);
  guint n_failed = 0;

  g_assert_nonnull (sound);
  for (guint i = 0; i < 2000; i++)
    {
      gsize length;
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, &length),
                                           g_bytes_get_size (bytes));
      g_autoptr(GBytes) flipped = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *dump = NULL;

      copy[g_rand_int_range (random, 0, (gint32) length)] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
      flipped = g_bytes_new (copy, length);
      dump = dump_bytes (flipped, 0, &error);
      if (dump == NULL)
        {
          g_assert_nonnull (error);
          g_assert_true (error->domain == TY_XLSX_ERROR);
          n_failed++;
        }
      else
        {
          g_assert_no_error (error);
          g_assert_cmpstr (dump, ==, sound);
        }
    }
  g_assert_cmpuint (n_failed, >, 500);
}

/* Stored members have no check that comes before the XML, so that the flips reach it. */
static void
test_flipped_xml (void)
{
  static const char sound[]
    = HEAD "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"2\"><v>44470</v></c>"
           "<c r=\"C1\" t=\"inlineStr\"><is><r><t>a_x0041_</t></r><rPh><t>b</t></rPh></is></c></row>"
           "<row r=\"2\"><c r=\"A2\" t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c></row></sheetData>"
           "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";
  g_autoptr(GRand) random = g_rand_new_with_seed (20211002);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr(TyTestXlsx) xlsx = ty_test_xlsx_new ();
      g_autofree char *copy = g_memdup2 (sound, sizeof sound);
      g_autoptr(GBytes) part = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *dump = NULL;
      int times = g_rand_int_range (random, 1, 4);

      while (times-- > 0)
        copy[g_rand_int_range (random, 0, sizeof sound - 1)] = (char) g_rand_int_range (random, 0, 256);
      part = g_bytes_new (copy, sizeof sound - 1);
      ty_test_xlsx_add_row (xlsx, "x", NULL);
      ty_test_xlsx_set_part_bytes (xlsx, SHEET, part);
      ty_test_xlsx_set_part (xlsx, STRINGS, "<sst><si><t>x</t></si></sst>");
      bytes = ty_test_xlsx_to_bytes (xlsx);
      dump = dump_bytes (bytes, 0, &error);
      g_assert_true ((dump == NULL) == (error != NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *leftover = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("touyan-xlsx-XXXXXX", NULL);
  g_assert_nonnull (folder);

  g_test_add_func ("/xlsx-reader/kinds", test_kinds);
  g_test_add_func ("/xlsx-reader/since-1904", test_1904);
  g_test_add_func ("/xlsx-reader/number-texts", test_number_texts);
  g_test_add_func ("/xlsx-reader/number-formats", test_number_formats);
  g_test_add_func ("/xlsx-reader/places", test_places);
  g_test_add_func ("/xlsx-reader/rich-texts", test_rich_texts);
  g_test_add_func ("/xlsx-reader/loose-sheets", test_loose_sheets);
  g_test_add_func ("/xlsx-reader/utf-16", test_utf16);
  g_test_add_func ("/xlsx-reader/sheets", test_sheets);
  g_test_add_func ("/xlsx-reader/cell-at", test_cell_at);
  g_test_add_func ("/xlsx-reader/other-files", test_other_files);
  g_test_add_func ("/xlsx-reader/other-zips", test_other_zips);
  g_test_add_func ("/xlsx-reader/missing-parts", test_missing_parts);
  g_test_add_func ("/xlsx-reader/targets", test_targets);
  g_test_add_func ("/xlsx-reader/wrong-cells", test_wrong_cells);
  g_test_add_func ("/xlsx-reader/long-cells", test_long_cells);
  g_test_add_func ("/xlsx-reader/bombs", test_bombs);
  g_test_add_func ("/xlsx-reader/slow-xml", test_slow_xml);
  g_test_add_func ("/xlsx-reader/entities", test_entities);
  g_test_add_func ("/xlsx-reader/encrypted-zip", test_encrypted_zip);
  g_test_add_func ("/xlsx-reader/truncated", test_truncated);
  g_test_add_func ("/xlsx-reader/flipped", test_flipped);
  g_test_add_func ("/xlsx-reader/flipped-xml", test_flipped_xml);

  result = g_test_run ();

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (folder, i == 0 ? "case.xlsx" : "sheets.xlsx", NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  leftover = g_steal_pointer (&folder);
  return result;
}
