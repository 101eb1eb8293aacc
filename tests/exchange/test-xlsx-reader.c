/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-xlsx-reader"

#include "config.h"

#include "ty-test-dump.h"
#include "ty-xlsx-styles.h"

#define SHEET TY_TEST_SHEET_PART
#define STRINGS TY_TEST_STRINGS_PART
#define HEAD TY_TEST_SHEET_HEAD
#define TAIL TY_TEST_SHEET_TAIL
#define ROW(cells) HEAD "<row r=\"1\">" cells "</row>" TAIL

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
      ty_test_assert_dump (xlsx, 0,
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
  ty_test_assert_dump (xlsx, 0, "1:0d=2021-10-01");
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
  ty_test_xlsx_set_part (
      xlsx,
      STRINGS,
      "<sst><si><r><t>王</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 小 </t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>ワン</t></rPh><phoneticPr/></si>"
      "<si><t>a_x000D__x000A_b</t></si>"
      "<si><t>_x005F_x0041_ _x12_ _xZZZZ_ _x</t></si>"
      "<si><t>_xD840__xDC0B_ _xD840_ _x0000_</t></si>"
      "<si><t/></si>"
      "<si><t><![CDATA[<x>]]> &#x4E66;</t></si></sst>");
  ty_test_assert_dump (xlsx, 0,
                       "1:0t=王 小 |1t=a\r\nb|2t=_x0041_ _x12_ _xZZZZ_ _x|3t=𠀋 _xD840_ _x0000_|"
                       "5t=<x> 书");
}

static void
test_loose_sheets (void)
{
  /* Neither rows nor cells say where they are. */
  ty_test_assert_sheet (
      HEAD "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>" TAIL,
      "1:0n=1|2n=3 / 3:0n=4");
  /* Gaps, and a cell without a place behind one that has a place. */
  ty_test_assert_sheet (HEAD "<row r=\"7\"><c r=\"C7\"><v>1</v></c><c><v>2</v></c></row>"
                        "<row><c><v>3</v></c></row>" TAIL, "7:2n=1|3n=2 / 8:0n=3");
  /* Prefixes, and the namespace of the Strict form. */
  ty_test_assert_sheet (
      "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
      "<x:row r=\"1\"><x:c r=\"A1\" t=\"str\"><x:f>1</x:f><x:v>a</x:v></x:c></x:row>"
      "</x:sheetData></x:worksheet>",
      "1:0t=a");
  ty_test_assert_sheet (
      ROW ("<c t=\"d\"><v>2021-10-01T00:00:00</v></c><c t=\"d\"><v>x</v></c>"
           "<c t=\"inlineStr\"><is><r><t>a</t></r><rPh><t>b</t></rPh><r><t>c</t></r></is></c>"
           "<c t=\"b\"><v>0</v></c><c t=\"s\"><v></v></c><c t=\"str\"><v/></c>"
           "<c t=\"n\"><v>1</v><extLst><v>2</v></extLst></c>"),
      "1:0d=2021-10-01|1t=x|2t=ac|3b=FALSE|6n=1");
  ty_test_assert_sheet (HEAD TAIL, "");
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
  ty_test_assert_dump (xlsx, 0, "1:0t=书记");
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
  g_autofree char *path = g_build_filename (ty_test_folder (), "sheets.xlsx", NULL);
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
  g_assert_true (ty_xlsx_reader_read_sheet (reader, 1, ty_test_dump_row, dump, NULL, &error));
  g_assert_cmpstr (dump->str, ==, "1:0t=男");
  g_assert_false (ty_xlsx_reader_read_sheet (reader, 0, fail_at_once, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (
      ty_xlsx_reader_read_sheet (reader, 0, ty_test_dump_row, dump, cancellable, &error));
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

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);

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

  result = g_test_run ();
  ty_test_remove_folder ();
  return result;
}
