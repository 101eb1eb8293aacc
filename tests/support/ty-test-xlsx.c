/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-test-xlsx"

#include "config.h"

#include "ty-test-xlsx.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdarg.h>
#include <string.h>

#define MAIN_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATION_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_NS "http://schemas.openxmlformats.org/package/2006/relationships"
#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/**
 * TyTestXlsx:
 *
 * Writes workbooks for tests, well-formed ones and, by replacing parts, any other. Rows count
 * from 1 and columns from 0. Cells go to the sheet that was added last; without one, a sheet
 * named Sheet1 is added.
 */
struct _TyTestXlsx
{
  GPtrArray *sheets;      /* (owned) (element-type Sheet) */
  GPtrArray *strings;     /* (owned) (element-type utf8) */
  GHashTable *replaced;   /* (owned) (element-type utf8 GBytes): NULL for a removed part */
  GPtrArray *order;       /* (owned) (element-type utf8): the names of added parts */
  gboolean shared;
  gboolean since_1904;
};

typedef struct
{
  char *name;
  gboolean shown;
  guint last_row;
  GTree *cells;           /* (element-type guint64 Cell): by row and column */
  GString *merges;
} Sheet;

typedef struct
{
  guint64 key;
  TyTestXlsxKind kind;
  char *value;
} Cell;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->value);
  g_free (cell);
}

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_tree_unref (sheet->cells);
  g_string_free (sheet->merges, TRUE);
  g_free (sheet);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  guint64 key_a = *(const guint64 *) a;
  guint64 key_b = *(const guint64 *) b;

  return (key_a > key_b) - (key_a < key_b);
}

static void
bytes_clear (gpointer data)
{
  if (data != NULL)
    g_bytes_unref (data);
}

/**
 * ty_test_xlsx_new:
 *
 * Returns: (transfer full): a workbook without a sheet, whose texts will be shared strings
 */
TyTestXlsx *
ty_test_xlsx_new (void)
{
  TyTestXlsx *self = g_new0 (TyTestXlsx, 1);

  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->order = g_ptr_array_new_with_free_func (g_free);
  self->replaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bytes_clear);
  self->shared = TRUE;
  return self;
}

void
ty_test_xlsx_free (TyTestXlsx *self)
{
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->strings);
  g_ptr_array_unref (self->order);
  g_hash_table_unref (self->replaced);
  g_free (self);
}

/**
 * ty_test_xlsx_add_sheet:
 * @self: a workbook
 * @name: the text on the tab
 * @shown: whether the tab is shown
 *
 * Adds a sheet, to which what follows goes.
 */
void
ty_test_xlsx_add_sheet (TyTestXlsx *self,
                        const char *name,
                        gboolean    shown)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->name = g_strdup (name);
  sheet->shown = shown;
  sheet->cells = g_tree_new_full (compare_keys, NULL, NULL, cell_free);
  sheet->merges = g_string_new (NULL);
  g_ptr_array_add (self->sheets, sheet);
}

static Sheet *
current_sheet (TyTestXlsx *self)
{
  if (self->sheets->len == 0)
    ty_test_xlsx_add_sheet (self, "Sheet1", TRUE);

  return g_ptr_array_index (self->sheets, self->sheets->len - 1);
}

/**
 * ty_test_xlsx_set_cell:
 * @self: a workbook
 * @row: the row, from 1
 * @column: the column, from 0
 * @kind: what the cell holds
 * @value: its characters
 *
 * Sets a cell of the sheet that was added last.
 */
void
ty_test_xlsx_set_cell (TyTestXlsx     *self,
                       guint           row,
                       guint           column,
                       TyTestXlsxKind  kind,
                       const char     *value)
{
  Sheet *sheet = current_sheet (self);
  Cell *cell = g_new0 (Cell, 1);

  cell->key = ((guint64) row << 32) | column;
  cell->kind = kind;
  cell->value = g_strdup (value);
  g_tree_replace (sheet->cells, &cell->key, cell);
  sheet->last_row = MAX (sheet->last_row, row);
}

/**
 * ty_test_xlsx_add_row:
 * @self: a workbook
 * @...: the texts of the cells from column 0; the empty text for no cell; %NULL ends them
 *
 * Adds a row of texts below the last row of the sheet that was added last.
 *
 * Returns: the number of the row, from 1
 */
guint
ty_test_xlsx_add_row (TyTestXlsx *self,
                      ...)
{
  Sheet *sheet = current_sheet (self);
  guint row = ++sheet->last_row;
  guint column = 0;
  const char *text;
  va_list texts;

  va_start (texts, self);
  for (; (text = va_arg (texts, const char *)) != NULL; column++)
    if (*text != '\0')
      ty_test_xlsx_set_cell (self, row, column, TY_TEST_XLSX_TEXT, text);
  va_end (texts);

  return row;
}

static void
append_place (GString *xml,
              guint    row,
              guint    column)
{
  if (column >= 26)
    g_string_append_c (xml, (char) ('A' + column / 26 - 1));
  g_string_append_c (xml, (char) ('A' + column % 26));
  g_string_append_printf (xml, "%u", row);
}

/**
 * ty_test_xlsx_merge:
 * @self: a workbook
 * @first_row: from 1
 * @first_column: from 0, below 702
 * @last_row: from 1
 * @last_column: from 0, below 702
 *
 * Merges cells of the sheet that was added last.
 */
void
ty_test_xlsx_merge (TyTestXlsx *self,
                    guint       first_row,
                    guint       first_column,
                    guint       last_row,
                    guint       last_column)
{
  GString *merges = current_sheet (self)->merges;

  g_string_append (merges, "<mergeCell ref=\"");
  append_place (merges, first_row, first_column);
  g_string_append_c (merges, ':');
  append_place (merges, last_row, last_column);
  g_string_append (merges, "\"/>");
}

/**
 * ty_test_xlsx_set_shared:
 * @self: a workbook
 * @shared: whether texts are shared strings, or inline
 *
 * Says where the texts of all sheets go.
 */
void
ty_test_xlsx_set_shared (TyTestXlsx *self,
                         gboolean    shared)
{
  self->shared = shared;
}

/**
 * ty_test_xlsx_set_since_1904:
 * @self: a workbook
 * @since_1904: whether days count from 1904
 *
 * Says what the serials of dates mean.
 */
void
ty_test_xlsx_set_since_1904 (TyTestXlsx *self,
                             gboolean    since_1904)
{
  self->since_1904 = since_1904;
}

/**
 * ty_test_xlsx_set_part_bytes:
 * @self: a workbook
 * @name: the name of a member, such as `xl/worksheets/sheet1.xml`
 * @content: what it holds
 *
 * Replaces a part, or adds one.
 */
void
ty_test_xlsx_set_part_bytes (TyTestXlsx *self,
                             const char *name,
                             GBytes     *content)
{
  if (!g_hash_table_contains (self->replaced, name))
    g_ptr_array_add (self->order, g_strdup (name));
  g_hash_table_replace (self->replaced, g_strdup (name), g_bytes_ref (content));
}

/**
 * ty_test_xlsx_set_part:
 * @self: a workbook
 * @name: the name of a member
 * @content: what it holds
 *
 * Replaces a part by a text, or adds one.
 */
void
ty_test_xlsx_set_part (TyTestXlsx *self,
                       const char *name,
                       const char *content)
{
  g_autoptr(GBytes) bytes = g_bytes_new (content, strlen (content));

  ty_test_xlsx_set_part_bytes (self, name, bytes);
}

/**
 * ty_test_xlsx_remove_part:
 * @self: a workbook
 * @name: the name of a member
 *
 * Leaves a part out.
 */
void
ty_test_xlsx_remove_part (TyTestXlsx *self,
                          const char *name)
{
  g_hash_table_replace (self->replaced, g_strdup (name), NULL);
}

typedef struct
{
  TyTestXlsx *self;
  GString *xml;
  guint row;
} Writing;

static void
append_text (Writing    *writing,
             const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  if (writing->self->shared)
    {
      g_string_append_printf (writing->xml, " t=\"s\"><v>%u</v></c>", writing->self->strings->len);
      g_ptr_array_add (writing->self->strings, g_strdup (value));
    }
  else
    {
      g_string_append_printf (writing->xml,
                              " t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>",
                              escaped);
    }
}

static gboolean
append_cell (gpointer key,
             gpointer value,
             gpointer data)
{
  static const char *const attributes[] = {
    [TY_TEST_XLSX_NUMBER] = "",          [TY_TEST_XLSX_DECIMAL] = " s=\"1\"",
    [TY_TEST_XLSX_DATE] = " s=\"2\"",    [TY_TEST_XLSX_DATE_CUSTOM] = " s=\"3\"",
    [TY_TEST_XLSX_BOOLEAN] = " t=\"b\"", [TY_TEST_XLSX_ERROR] = " t=\"e\"",
    [TY_TEST_XLSX_FORMULA] = " t=\"str\"",
  };
  const Cell *cell = value;
  Writing *writing = data;
  guint row = (guint) (cell->key >> 32);
  guint column = (guint) (cell->key & G_MAXUINT32);

  if (row != writing->row)
    {
      if (writing->row != 0)
        g_string_append (writing->xml, "</row>");
      g_string_append_printf (writing->xml, "<row r=\"%u\">", row);
      writing->row = row;
    }

  g_string_append (writing->xml, "<c r=\"");
  append_place (writing->xml, row, column);
  g_string_append_c (writing->xml, '"');
  if (cell->kind == TY_TEST_XLSX_TEXT)
    {
      append_text (writing, cell->value);
    }
  else
    {
      g_autofree char *escaped = g_markup_escape_text (cell->value, -1);

      g_string_append_printf (writing->xml, "%s>%s<v>%s</v></c>", attributes[cell->kind],
                              cell->kind == TY_TEST_XLSX_FORMULA ? "<f>1+1</f>" : "", escaped);
    }
  return FALSE;
}

static char *
sheet_xml (TyTestXlsx *self,
           Sheet      *sheet)
{
  Writing writing = { .self = self, .xml = g_string_new (DECLARATION) };

  g_string_append (writing.xml, "<worksheet xmlns=\"" MAIN_NS "\"><sheetData>");
  g_tree_foreach (sheet->cells, append_cell, &writing);
  if (writing.row != 0)
    g_string_append (writing.xml, "</row>");
  g_string_append (writing.xml, "</sheetData>");
  if (sheet->merges->len > 0)
    g_string_append_printf (writing.xml, "<mergeCells>%s</mergeCells>", sheet->merges->str);
  g_string_append (writing.xml, "</worksheet>");

  return g_string_free (writing.xml, FALSE);
}

static char *
workbook_xml (TyTestXlsx *self)
{
  GString *xml = g_string_new (DECLARATION "<workbook xmlns=\"" MAIN_NS "\" xmlns:r=\"" RELATION_NS
                                           "\"><workbookPr");

  g_string_append (xml, self->since_1904 ? " date1904=\"1\"/><sheets>" : "/><sheets>");
  for (guint i = 0; i < self->sheets->len; i++)
    {
      Sheet *sheet = g_ptr_array_index (self->sheets, i);
      g_autofree char *name = g_markup_escape_text (sheet->name, -1);

      g_string_append_printf (xml,
                              "<sheet name=\"%s\" sheetId=\"%u\"%s r:id=\"rId%u\"/>",
                              name,
                              i + 1,
                              sheet->shown ? "" : " state=\"hidden\"",
                              i + 1);
    }
  g_string_append (xml, "</sheets></workbook>");

  return g_string_free (xml, FALSE);
}

static char *
relations_xml (TyTestXlsx *self)
{
  GString *xml = g_string_new (DECLARATION "<Relationships xmlns=\"" PACKAGE_NS "\">");

  for (guint i = 1; i <= self->sheets->len; i++)
    g_string_append_printf (xml, "<Relationship Id=\"rId%u\" Type=\"" RELATION_NS "/worksheet\""
                                 " Target=\"worksheets/sheet%u.xml\"/>", i, i);
  g_string_append (xml, "<Relationship Id=\"rIdA\" Type=\"" RELATION_NS "/styles\""
                        " Target=\"styles.xml\"/>");
  if (self->strings->len > 0)
    g_string_append (xml, "<Relationship Id=\"rIdB\" Type=\"" RELATION_NS "/sharedStrings\""
                          " Target=\"/xl/sharedStrings.xml\"/>");
  g_string_append (xml, "</Relationships>");

  return g_string_free (xml, FALSE);
}

static char *
strings_xml (TyTestXlsx *self)
{
  GString *xml = g_string_new (DECLARATION "<sst xmlns=\"" MAIN_NS "\">");

  for (guint i = 0; i < self->strings->len; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (g_ptr_array_index (self->strings, i), -1);

      g_string_append_printf (xml, "<si><t xml:space=\"preserve\">%s</t></si>", escaped);
    }
  g_string_append (xml, "</sst>");

  return g_string_free (xml, FALSE);
}

static void
add_member (struct archive *zip,
            const char     *name,
            gconstpointer   data,
            gsize           length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (zip, data, length), ==, (la_ssize_t) length);
  archive_entry_free (entry);
}

static void
add_part (TyTestXlsx     *self,
          struct archive *zip,
          const char     *name,
          char           *content)
{
  g_autofree char *owned = content;

  if (!g_hash_table_contains (self->replaced, name))
    add_member (zip, name, owned, strlen (owned));
}

static la_ssize_t
write_cb (struct archive *zip,
          void           *data,
          const void     *buffer,
          size_t          length)
{
  g_byte_array_append (data, buffer, (guint) length);
  return (la_ssize_t) length;
}

/* The sheets come before the shared strings, as some programs write them. */
static void
add_parts (TyTestXlsx     *self,
           struct archive *zip)
{
  g_ptr_array_set_size (self->strings, 0);
  add_part (self, zip, "[Content_Types].xml",
            g_strdup (DECLARATION "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                                  "content-types\"/>"));
  add_part (self,
            zip,
            "_rels/.rels",
            g_strdup (DECLARATION "<Relationships xmlns=\"" PACKAGE_NS
                                  "\"><Relationship Id=\"rId1\""
                                  " Type=\"" RELATION_NS "/officeDocument\""
                                  " Target=\"xl/workbook.xml\"/></Relationships>"));
  add_part (self, zip, "xl/workbook.xml", workbook_xml (self));
  for (guint i = 0; i < self->sheets->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);

      add_part (self, zip, name, sheet_xml (self, g_ptr_array_index (self->sheets, i)));
    }
  add_part (self, zip, "xl/styles.xml",
            g_strdup (DECLARATION "<styleSheet xmlns=\"" MAIN_NS "\"><numFmts count=\"1\">"
                                  "<numFmt numFmtId=\"164\""
                                  " formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>"
                                  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                                  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"2\"/>"
                                  "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs>"
                                  "</styleSheet>"));
  if (self->strings->len > 0)
    add_part (self, zip, "xl/sharedStrings.xml", strings_xml (self));
  add_part (self, zip, "xl/_rels/workbook.xml.rels", relations_xml (self));

  for (guint i = 0; i < self->order->len; i++)
    {
      const char *name = g_ptr_array_index (self->order, i);
      GBytes *content = g_hash_table_lookup (self->replaced, name);
      gsize length;
      gconstpointer data = content != NULL ? g_bytes_get_data (content, &length) : NULL;

      if (content != NULL)
        add_member (zip, name, data, length);
    }
}

/**
 * ty_test_xlsx_to_bytes:
 * @self: a workbook
 *
 * Returns: (transfer full): the file
 */
GBytes *
ty_test_xlsx_to_bytes (TyTestXlsx *self)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *zip = archive_write_new ();

  current_sheet (self);
  archive_write_set_format_zip (zip);
  archive_write_set_bytes_in_last_block (zip, 1);
  g_assert_cmpint (archive_write_open (zip, bytes, NULL, write_cb, NULL), ==, ARCHIVE_OK);
  add_parts (self, zip);
  g_assert_cmpint (archive_write_close (zip), ==, ARCHIVE_OK);
  archive_write_free (zip);

  return g_byte_array_free_to_bytes (bytes);
}

/**
 * ty_test_xlsx_save:
 * @self: a workbook
 * @path: where the file goes
 *
 * Writes the file.
 */
void
ty_test_xlsx_save (TyTestXlsx *self,
                   const char *path)
{
  g_autoptr(GBytes) bytes = ty_test_xlsx_to_bytes (self);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}
