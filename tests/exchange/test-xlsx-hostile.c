/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-xlsx-hostile"

#include "config.h"

#include "ty-test-dump.h"

#include <string.h>

#define SHEET TY_TEST_SHEET_PART
#define STRINGS TY_TEST_STRINGS_PART
#define HEAD TY_TEST_SHEET_HEAD
#define TAIL TY_TEST_SHEET_TAIL
#define ROW(cells) HEAD "<row r=\"1\">" cells "</row>" TAIL

static void
assert_fails_data (const char  *data,
                   gsize        length,
                   TyXlsxError  code,
                   const char  *part_of_message)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, length);

  ty_test_assert_fails_bytes (bytes, code, part_of_message);
}

static void
test_other_files (void)
{
  static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  g_autofree char *old = g_malloc0 (70000);
  g_autofree char *missing = g_build_filename (ty_test_folder (), "missing.xlsx", NULL);
  g_autoptr(GFile) no_file = g_file_new_for_path (missing);
  g_autoptr(GFile) no_regular = g_file_new_for_path (ty_test_folder ());
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
  ty_test_assert_fails (bare, TY_XLSX_ERROR_NOT_XLSX, "no .xlsx workbook");

  ty_test_xlsx_set_part (letter, "_rels/.rels",
                         "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\""
                         " Target=\"word/document.xml\"/></Relationships>");
  ty_test_xlsx_set_part (letter, "word/document.xml", "<document/>");
  ty_test_assert_fails (letter, TY_XLSX_ERROR_NOT_XLSX, "no .xlsx workbook");

  ty_test_xlsx_set_part (drawing, "xl/workbook.xml", "<VisioDocument/>");
  ty_test_assert_fails (drawing, TY_XLSX_ERROR_NOT_XLSX, "no .xlsx workbook");

  ty_test_xlsx_set_part (charts, "xl/workbook.xml", "<workbook><sheets/></workbook>");
  ty_test_assert_fails (charts, TY_XLSX_ERROR_EMPTY, "no sheet");
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
      ty_test_assert_fails (xlsx, TY_XLSX_ERROR_TRUNCATED, parts[i]);
    }
}

static void
test_targets (void)
{
  static const char *const targets[] = { "worksheets/sheet1.xml",
                                         "/xl/worksheets/sheet1.xml",
                                         "./x/../Worksheets/SHEET1.xml",
                                         "..\\xl\\worksheets\\sheet1.xml",
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
      ty_test_assert_dump (xlsx, 0, "1:0t=a");
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
      g_autofree char *xml
          = g_strconcat (HEAD "<row r=\"1\">", cases[i].cells, "</row>" TAIL, NULL);

      ty_test_assert_sheet_fails (xml, cases[i].code, cases[i].part_of_message);
    }
  ty_test_assert_sheet_fails (
      HEAD "<row r=\"5\"/><row r=\"4\"/>" TAIL, TY_XLSX_ERROR_TRUNCATED, "row 4:");
  ty_test_assert_sheet_fails (HEAD "<row r=\"1048577\"/>" TAIL, TY_XLSX_ERROR_TOO_LARGE, "beyond");
  ty_test_assert_sheet_fails (
      HEAD "<row r=\"1048576\"/><row/>" TAIL, TY_XLSX_ERROR_TOO_LARGE, "beyond");
  ty_test_assert_sheet_fails ("<chartsheet/>", TY_XLSX_ERROR_TRUNCATED, "damaged");
  ty_test_assert_sheet_fails ("", TY_XLSX_ERROR_TRUNCATED, "damaged");
  /* 村 in GBK: neither UTF-8 nor UTF-16. */
  ty_test_assert_sheet_fails ("<?xml version=\"1.0\" encoding=\"GBK\"?>"
                              ROW ("<c t=\"str\"><v>\xB4\xE5</v></c>"),
                              TY_XLSX_ERROR_TRUNCATED, "damaged");
  ty_test_assert_sheet_fails (
      "<worksheet><sheetData/><mergeCells><mergeCell ref=\"A1:ZZZZ9\"/></mergeCells>"
      "</worksheet>",
      TY_XLSX_ERROR_TOO_LARGE,
      "beyond");
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
      ty_test_assert_dump (fits, 0, expected);

      g_string_append (text, "村");
      ty_test_xlsx_set_shared (long_one, shared == 1);
      ty_test_xlsx_add_row (long_one, "a", text->str, NULL);
      ty_test_assert_fails (long_one, TY_XLSX_ERROR_TOO_LARGE, shared == 1 ? "32,767" : "cell B1");
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

  ty_test_assert_sheet_fails (xml->str, code, "Sheet “Sheet1”");
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
  ty_test_assert_fails (crowd, TY_XLSX_ERROR_TOO_LARGE, "far more");
}

/* Small files on which a parser that keeps what it met would spend minutes. */
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
  ty_test_assert_sheet_fails (attributes->str, TY_XLSX_ERROR_TOO_LARGE, "far more");
  ty_test_assert_sheet (names->str, "");
  ty_test_assert_sheet (orders->str, "");
}

static void
test_entities (void)
{
  static const char laughs[] = "<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY a \"ha\">"
                               "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
                               "\"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
                               "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e "
                               "\"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">"
                               "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g "
                               "\"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">"
                               "<!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\"><!ENTITY i "
                               "\"&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;\">]>";
  static const char *const outside[] = {
    "<!DOCTYPE worksheet><worksheet/>",
    "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\"><worksheet/>",
    "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet>&x;</worksheet>",
    "<!DOCTYPE w [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/\"> %x;]><worksheet/>",
  };
  g_autofree char *in_text = g_strconcat (laughs, ROW ("<c t=\"str\"><v>&i;</v></c>"), NULL);
  g_autofree char *in_attribute = g_strconcat (laughs, "<worksheet x=\"&i;\"/>", NULL);
  g_autoptr(TyTestXlsx) strings = ty_test_xlsx_new ();

  ty_test_assert_sheet_fails (in_text, TY_XLSX_ERROR_HOSTILE, "declarations");
  ty_test_assert_sheet_fails (in_attribute, TY_XLSX_ERROR_HOSTILE, "declarations");
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    ty_test_assert_sheet_fails (outside[i], TY_XLSX_ERROR_HOSTILE, "declarations");

  ty_test_xlsx_add_row (strings, "a", NULL);
  ty_test_xlsx_set_part (strings, STRINGS, laughs);
  ty_test_assert_fails (strings, TY_XLSX_ERROR_HOSTILE, "declarations");
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

      ty_test_assert_fails_bytes (head, TY_XLSX_ERROR_TRUNCATED, "cut off or damaged");
    }
}

/* A flipped bit is an error, or it hit what does not matter and the cells are the same. */
static void
test_flipped (void)
{
  g_autoptr(GBytes) bytes = small_workbook ();
  g_autoptr(GRand) random = g_rand_new_with_seed (20211001);
  g_autofree char *sound = ty_test_dump_bytes (bytes, 0, NULL);
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

      copy[g_rand_int_range (random, 0, (gint32)length)]
          ^= (guint8)(1 << g_rand_int_range (random, 0, 8));
      flipped = g_bytes_new (copy, length);
      dump = ty_test_dump_bytes (flipped, 0, &error);
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

/* The XML is damaged before it is packed, so that the damage reaches the parser. */
static void
test_flipped_xml (void)
{
  static const char sound[] = HEAD
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"2\"><v>44470</v></c>"
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
        copy[g_rand_int_range (random, 0, sizeof sound - 1)]
            = (char)g_rand_int_range (random, 0, 256);
      part = g_bytes_new (copy, sizeof sound - 1);
      ty_test_xlsx_add_row (xlsx, "x", NULL);
      ty_test_xlsx_set_part_bytes (xlsx, SHEET, part);
      ty_test_xlsx_set_part (xlsx, STRINGS, "<sst><si><t>x</t></si></sst>");
      bytes = ty_test_xlsx_to_bytes (xlsx);
      dump = ty_test_dump_bytes (bytes, 0, &error);
      g_assert_true ((dump == NULL) == (error != NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xlsx-hostile/other-files", test_other_files);
  g_test_add_func ("/xlsx-hostile/other-zips", test_other_zips);
  g_test_add_func ("/xlsx-hostile/missing-parts", test_missing_parts);
  g_test_add_func ("/xlsx-hostile/targets", test_targets);
  g_test_add_func ("/xlsx-hostile/wrong-cells", test_wrong_cells);
  g_test_add_func ("/xlsx-hostile/long-cells", test_long_cells);
  g_test_add_func ("/xlsx-hostile/bombs", test_bombs);
  g_test_add_func ("/xlsx-hostile/slow-xml", test_slow_xml);
  g_test_add_func ("/xlsx-hostile/entities", test_entities);
  g_test_add_func ("/xlsx-hostile/encrypted-zip", test_encrypted_zip);
  g_test_add_func ("/xlsx-hostile/truncated", test_truncated);
  g_test_add_func ("/xlsx-hostile/flipped", test_flipped);
  g_test_add_func ("/xlsx-hostile/flipped-xml", test_flipped_xml);

  result = g_test_run ();
  ty_test_remove_folder ();
  return result;
}
