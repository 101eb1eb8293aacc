/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-code-list.h"
#include "ty-roster-reader.h"
#include "ty-table-source.h"

#include <glib/gstdio.h>
#include <string.h>

static char *folder;

static GFile *
write_file (const char *name,
            const char *bytes,
            gsize       length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  return g_file_new_for_path (path);
}

static TyTableSource *
open_bytes (const char *bytes,
            gsize       length)
{
  g_autoptr(GFile) file = write_file ("名册.csv", bytes, length);
  g_autoptr(GError) error = NULL;
  TyTableSource *source = ty_table_source_open (file, &error);

  g_assert_no_error (error);
  return source;
}

static GFile *
get_stored (const char *name)
{
  g_autofree char *path
    = g_build_filename (g_getenv ("TY_SOURCE_ROOT"), "tests", "data", "tables", name, NULL);

  return g_file_new_for_path (path);
}

static TyTableSource *
open_stored (const char *name)
{
  g_autoptr(GFile) file = get_stored (name);
  g_autoptr(GError) error = NULL;
  TyTableSource *source = ty_table_source_open (file, &error);

  g_assert_no_error (error);
  return source;
}

static gboolean
describe_row (guint          row,
              const TyCell  *cells,
              guint          n_cells,
              gpointer       data,
              GError       **error)
{
  GString *text = data;

  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *place = ty_cell_place_to_string (row, cells[i].column);
      g_autofree char *shown = ty_cell_dup_text (&cells[i]);

      g_string_append_printf (text, "%s%c%s|", place, "-tnd?e"[cells[i].kind], shown);
    }
  g_string_append_c (text, '\n');
  return TRUE;
}

static char *
describe (TyTableSource *source,
          guint          sheet)
{
  GString *text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  ty_table_source_read_sheet (source, sheet, describe_row, text, NULL, &error);
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static void
assert_cells (const char *bytes,
              gsize       length,
              const char *encoding,
              const char *expected)
{
  g_autoptr(TyTableSource) source = open_bytes (bytes, length);
  g_autofree char *cells = describe (source, 0);

  g_assert_cmpstr (ty_table_source_get_format (source), ==, "csv");
  g_assert_cmpstr (ty_table_source_get_encoding (source), ==, encoding);
  g_assert_cmpstr (ty_table_source_get_sheet_name (source, 0), ==, "名册");
  g_assert_cmpstr (cells, ==, expected);
}

#define TEXT "姓名,村\n王建国,石桥村\n李秀英,下松河社區\n"
#define CELLS "A1t姓名|B1t村|\nA2t王建国|B2t石桥村|\nA3t李秀英|B3t下松河社區|\n"
#define TRADITIONAL "姓名,村里\n王建國,石橋村\n李秀英,下松河社區\n"
#define TRADITIONAL_CELLS "A1t姓名|B1t村里|\nA2t王建國|B2t石橋村|\nA3t李秀英|B3t下松河社區|\n"

static void
assert_encoded (const char *text,
                const char *as,
                const char *mark,
                gsize       mark_length,
                const char *encoding,
                const char *expected)
{
  gsize length;
  g_autofree char *encoded = g_convert (text, -1, as, "UTF-8", NULL, &length, NULL);
  g_autoptr(GString) all = g_string_new_len (mark, (gssize) mark_length);

  g_assert_nonnull (encoded);
  g_string_append_len (all, encoded, (gssize) length);
  assert_cells (all->str, all->len, encoding, expected);
}

static void
test_encodings (void)
{
  assert_encoded (TEXT, "UTF-8", "", 0, "UTF-8", CELLS);
  assert_encoded (TEXT, "UTF-8", "\xEF\xBB\xBF", 3, "UTF-8", CELLS);
  assert_encoded (TEXT, "UTF-16LE", "\xFF\xFE", 2, "UTF-16", CELLS);
  assert_encoded (TEXT, "UTF-16BE", "\xFE\xFF", 2, "UTF-16", CELLS);
  assert_encoded (TEXT, "UTF-16LE", "", 0, "UTF-16", CELLS);
  assert_encoded (TEXT, "GB18030", "", 0, "GB18030", CELLS);
  assert_encoded (TRADITIONAL, "BIG5", "", 0, "Big5", TRADITIONAL_CELLS);
  /* Four bytes of GB 18030, and one line alone. */
  assert_encoded ("姓名\n\xF0\xA0\xAE\xB7野\n", "GB18030", "", 0, "GB18030", "A1t姓名|\nA2t\xF0\xA0\xAE\xB7野|\n");
  assert_encoded ("姓名,性別,出生年月\n", "BIG5", "", 0, "Big5", "A1t姓名|B1t性別|C1t出生年月|\n");
  assert_encoded ("姓名,性别,出生年月\n", "GB18030", "", 0, "GB18030", "A1t姓名|B1t性别|C1t出生年月|\n");
}

static void
test_delimiters (void)
{
  static const struct { const char *text; const char *cells; } cases[] = {
    { "a,b\n1,2\n", "A1ta|B1tb|\nA2t1|B2t2|\n" },
    { "a;b,c\n1;2\n", "A1ta|B1tb,c|\nA2t1|B2t2|\n" },
    { "a\tb, c\n1\t2\n3\t\n", "A1ta|B1tb, c|\nA2t1|B2t2|\nA3t3|\n" },
    { "a|b\r\n1|2\r\n", "A1ta|B1tb|\nA2t1|B2t2|\n" },
    { "sep=;\na;b\n", "A1ta|B1tb|\n" },
    { "标题\n\na,b\r1,2", "A1t标题|\nA3ta|B3tb|\nA4t1|B4t2|\n" },
    { "\"a\"\"b\",\"c\nd\"\n", "A1ta\"b|B1tc\nd|\n" },
    { "\"a,b\nc,d\n", "A1t\"a|B1tb|\nA2tc|B2td|\n" },
    { "5\" x,b\n", "A1t5\" x|B1tb|\n" },
    { "'=1+1,'@a,'a,=1\n", "A1t=1+1|B1t@a|C1t'a|D1t=1|\n" },
    { "=\"0012\",\"=\"\"0013\"\"\"\n", "A1t0012|B1t0013|\n" },
    { ",,\n,b,\n", "B2tb|\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_cells (cases[i].text, strlen (cases[i].text), "UTF-8", cases[i].cells);
}

static void
test_pasted (void)
{
  g_autoptr(TyTableSource) source = ty_table_source_new_for_text ("'=x\tb\n1\t\"两\n行\"\n");
  g_autofree char *cells = describe (source, 0);

  g_assert_cmpstr (ty_table_source_get_format (source), ==, "text");
  g_assert_cmpstr (cells, ==, "A1t'=x|B1tb|\nA2t1|B2t两\n行|\n");
}

/* What one program saved in two formats is the same, cell by cell; what a text cannot say is shown. */
static void
test_formats (void)
{
  g_autoptr(TyTableSource) xlsx = open_stored ("roster.xlsx");
  g_autoptr(TyTableSource) xls = open_stored ("roster.xls");
  g_autofree char *new_cells = describe (xlsx, 0);
  g_autofree char *old_cells = describe (xls, 0);
  g_autoptr(GArray) new_merges = ty_table_source_scan_merges (xlsx, 0, NULL, NULL);
  g_autoptr(GArray) old_merges = ty_table_source_scan_merges (xls, 0, NULL, NULL);

  g_assert_cmpstr (ty_table_source_get_format (xls), ==, "xls");
  g_assert_cmpuint (ty_table_source_get_n_sheets (xls), ==, 2);
  g_assert_cmpstr (ty_table_source_get_sheet_name (xls, 0), ==, "花名册");
  g_assert_true (ty_table_source_get_sheet_shown (xls, 0));
  g_assert_false (ty_table_source_get_sheet_shown (xls, 1));
  g_assert_cmpstr (new_cells, ==, old_cells);
  /* Formulas give what they gave: a number, a text, a failure. */
  g_assert_nonnull (strstr (old_cells, "A4n1|B4t云岭镇|C4t下松河村|D4t王岭|"));
  g_assert_nonnull (strstr (old_cells, "F4d1978-01-01|"));
  g_assert_nonnull (strstr (old_cells, "F5n1978.02|"));
  g_assert_nonnull (strstr (old_cells, "K4t990101197801121009|"));
  g_assert_nonnull (strstr (old_cells, "M4t=1+1|"));
  g_assert_nonnull (strstr (old_cells, "E24e#DIV/0!|F24?TRUE|"));

  g_assert_cmpuint (old_merges->len, ==, new_merges->len);
  g_assert_cmpuint (old_merges->len, >, 10);
}

static char *
describe_people (const char *name)
{
  g_autoptr(GFile) file = get_stored (name);
  g_autoptr(TyImportReport) report = ty_import_report_new ();
  g_autoptr(GPtrArray) fields = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = ty_roster_reader_read (g_file_peek_path (file), ty_date_new (2021, 12, 31),
                                                        fields, report, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n_errors, ==, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      TyRosterEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *birth = ty_date_to_record (entry->birth);
      g_autofree char *since = ty_date_to_record (entry->since);
      TyRosterStudy *study = g_ptr_array_index (entry->studies, 0);

      g_string_append_printf (text, "%s %s %s %s %s %s %s %s %s %u\n", entry->township, entry->village, entry->name,
                              entry->sex, birth, study->level, study->school, since, entry->id_number,
                              entry->posts->len);
    }
  return g_string_free (text, FALSE);
}

/* A roster is the same whatever it was saved as, also where a text has lost its merged cells. */
static void
test_rosters (void)
{
  static const char *const names[] = { "roster.xls", "roster-gb18030.csv", "roster-utf-16.csv" };
  g_autofree char *expected = describe_people ("roster.xlsx");

  g_assert_nonnull (strstr (expected, "云岭镇 下松河村 李穗 1 1978.02 "));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *people = describe_people (names[i]);

      g_assert_cmpstr (people, ==, expected);
    }
}

/* 学历 beside the columns of full-time and in-service studies says one of them once more, or another one. */
static void
test_studies (void)
{
  static const struct { const char *cells; const char *studies; } cases[] = {
    { "本科,大专,本科,某校", "fulltime:大专: inservice:本科:某校 " },
    { "大专,大专,,某校", "fulltime:大专:某校 " },
    { "本科,大专,,某校", "fulltime:大专: -:本科:某校 " },
    { "大专,大专,无,", "fulltime:大专: " },
    { "大专,,,某校", "-:大专:某校 " },
    { "高中,高中,大专,某校", "fulltime:高中: inservice:大专:某校 " },
    { "天文,大专,,某校", "fulltime:大专:某校 -:天文: " },
  };

  TyCodeList *list = ty_code_list_get_shipped ("education");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *table = g_strdup_printf ("乡镇,村,姓名,职务,最高学历,全日制学历,在职学历,毕业院校\n"
                                                "云岭镇,石桥村,周岭,村委会委员,%s\n", cases[i].cells);
      g_autoptr(GFile) file = write_file ("名册.csv", table, strlen (table));
      g_autoptr(TyImportReport) report = ty_import_report_new ();
      g_autoptr(GPtrArray) fields = g_ptr_array_new ();
      g_autoptr(GPtrArray) entries = ty_roster_reader_read (g_file_peek_path (file), ty_date_new (2021, 12, 31),
                                                            fields, report, NULL, NULL);
      TyRosterEntry *entry = g_ptr_array_index (entries, 0);
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint j = 0; j < entry->studies->len; j++)
        {
          TyRosterStudy *study = g_ptr_array_index (entry->studies, j);
          const char *label = study->level != NULL
                                ? ty_code_get_label_in (ty_code_list_lookup (list, study->level), TY_LANGUAGE_ZH_CN)
                                : study->text;
          const char *level = strstr (label, "专") ? "大专" : strstr (label, "高中") ? "高中"
                              : study->level != NULL ? "本科" : label;

          g_string_append_printf (text, "%s:%s:%s ", study->mode != NULL ? study->mode : "-", level,
                                  study->school != NULL ? study->school : "");
        }
      g_assert_cmpstr (text->str, ==, cases[i].studies);
    }
}

/* What a cell of dates may hold, in either way of counting days. */
static void
test_dates (void)
{
  static const struct
  {
    TyCellKind kind;
    const char *text;
    double number;
    gboolean since_1904;
    gboolean is_date;
    const char *date; /* %NULL = none */
    TyCellDateRemarks remarks;
  } cases[] = {
    { TY_CELL_NUMBER, "28622", 28622, FALSE, TRUE, "1978-05-12", 0 },
    { TY_CELL_NUMBER, "27160", 27160, TRUE, TRUE, "1978-05-12", 0 },
    { TY_CELL_NUMBER, "28622.75", 28622.75, FALSE, TRUE, "1978-05-12", 0 },
    { TY_CELL_NUMBER, "28611", 28611, FALSE, TRUE, "1978-05", 0 },
    { TY_CELL_NUMBER, "28622", 28622, FALSE, FALSE, "1978-05-12", TY_CELL_DATE_SERIAL },
    { TY_CELL_NUMBER, "27160", 27160, TRUE, FALSE, "1978-05-12", TY_CELL_DATE_SERIAL },
    { TY_CELL_NUMBER, "28622.5", 28622.5, FALSE, FALSE, NULL, 0 },
    { TY_CELL_NUMBER, "19781", 19781, FALSE, FALSE, NULL, 0 },
    { TY_CELL_NUMBER, "197805", 197805, FALSE, FALSE, "1978-05", 0 },
    { TY_CELL_NUMBER, "19780512", 19780512, FALSE, FALSE, "1978-05-12", 0 },
    { TY_CELL_NUMBER, "1978", 1978, FALSE, FALSE, "1978", 0 },
    { TY_CELL_NUMBER, "1978.1", 1978.1, FALSE, FALSE, "1978-10", TY_CELL_DATE_OCTOBER },
    { TY_CELL_TEXT, "1978.1", 0, FALSE, FALSE, "1978-01", 0 },
    { TY_CELL_TEXT, "1978.00", 0, FALSE, FALSE, "1978", TY_CELL_DATE_NO_MONTH },
    { TY_CELL_TEXT, "28622", 0, FALSE, FALSE, NULL, 0 },
    { TY_CELL_TEXT, "一九七八年五月", 0, FALSE, FALSE, "1978-05", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TyCell cell = { .kind = cases[i].kind, .decimals = -1, .text = cases[i].text, .number = cases[i].number };
      TyCellDateRemarks remarks = 0;
      TyDate date = TY_DATE_NONE;
      gboolean is_date;
      g_autofree char *iso = NULL;

      if (cell.kind == TY_CELL_NUMBER)
        ty_cell_set_serial (&cell, cases[i].is_date, cases[i].since_1904);
      is_date = ty_cell_parse_date (&cell, &date, &remarks);
      iso = is_date ? ty_date_to_iso (date) : NULL;
      g_test_message ("%u %s", i, cases[i].text);
      g_assert_cmpstr (iso, ==, cases[i].date);
      if (is_date)
        g_assert_cmpint (remarks, ==, cases[i].remarks);
    }
}

static void
assert_refused (const char  *bytes,
                gsize        length,
                TyXlsxError  code)
{
  g_autoptr(GFile) file = write_file ("名册.xls", bytes, length);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyTableSource) source = ty_table_source_open (file, &error);
  g_autoptr(GString) text = g_string_new (NULL);

  if (source != NULL)
    g_assert_false (ty_table_source_read_sheet (source, 0, describe_row, text, NULL, &error));
  g_assert_error (error, TY_XLSX_ERROR, (int) code);
}

static void
test_refused (void)
{
  g_autoptr(GFile) file = get_stored ("roster.xls");
  g_autofree char *xls = NULL;
  g_autofree char *wide = g_strnfill (1000000, ',');
  g_autofree char *long_cell = g_strnfill (32768, 'x');
  g_autofree char *longest = g_strnfill (32767, 'x');
  gsize length;

  assert_refused ("", 0, TY_XLSX_ERROR_NOT_XLSX);
  assert_refused ("a\0b\0\0", 5, TY_XLSX_ERROR_NOT_XLSX);
  assert_refused ("\xFF\xFF\xFF,\xFF\n", 6, TY_XLSX_ERROR_NOT_XLSX);
  assert_refused ("<html><table><tr><td>1", 22, TY_XLSX_ERROR_NOT_XLSX);
  assert_refused ("\xEF\xBB\xBF<?xml version=", 17, TY_XLSX_ERROR_NOT_XLSX);
  assert_refused ("%PDF-1.7", 8, TY_XLSX_ERROR_NOT_XLSX);
  assert_refused ("\x09\x08\x06\0\0\0\x10\0", 8, TY_XLSX_ERROR_OLD_XLS);
  assert_refused ("\x09\x00\x04\0\x02\0\x10\0", 8, TY_XLSX_ERROR_OLD_XLS);
  assert_refused (wide, 1000000, TY_XLSX_ERROR_TOO_LARGE);
  assert_refused (long_cell, 32768, TY_XLSX_ERROR_TOO_LARGE);
  g_object_unref (open_bytes (longest, 32767));

  g_assert_true (g_file_load_contents (file, NULL, &xls, &length, NULL, NULL));
  for (guint i = 1; i < 8; i++)
    assert_refused (xls, length * i / 8, TY_XLSX_ERROR_TRUNCATED);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("touyan-table-XXXXXX", NULL);

  g_test_add_func ("/table-source/encodings", test_encodings);
  g_test_add_func ("/table-source/delimiters", test_delimiters);
  g_test_add_func ("/table-source/pasted", test_pasted);
  g_test_add_func ("/table-source/formats", test_formats);
  g_test_add_func ("/table-source/rosters", test_rosters);
  g_test_add_func ("/table-source/studies", test_studies);
  g_test_add_func ("/table-source/dates", test_dates);
  g_test_add_func ("/table-source/refused", test_refused);

  status = g_test_run ();
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (folder, i == 0 ? "名册.csv" : "名册.xls", NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
  return status;
}
