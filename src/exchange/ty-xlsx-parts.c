/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xlsx-parts"

#include "config.h"

#include "ty-xlsx-parts.h"

#include "ty-xlsx-text.h"

#include <string.h>

/* The parts of a workbook around the rows of its sheets (ECMA-376-1, SpreadsheetML). */

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define TYPES "application/vnd.openxmlformats-officedocument.spreadsheetml"
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

#define MAX_NAME 31          /* characters of the name of a sheet */
#define MAX_HEADER 255       /* characters of a header with its codes */
#define ESCAPE "_x%04X_"

static const char package_relations[] =
  HEAD "<Relationships xmlns=\"" PACKAGE "/relationships\">"
  "<Relationship Id=\"rId1\" Type=\"" OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/>"
  "</Relationships>";

#define FONT(size, bold) \
  "<font>" bold "<sz val=\"" size "\"/><name val=\"宋体\"/><family val=\"0\"/><charset val=\"134\"/></font>"
#define EDGE(side) "<" side " style=\"thin\"><color auto=\"1\"/></" side ">"
#define FILL(colour) \
  "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"" colour "\"/><bgColor indexed=\"64\"/>" \
  "</patternFill></fill>"
#define XF(format, font, fill, border, alignment) \
  "<xf numFmtId=\"" format "\" fontId=\"" font "\" fillId=\"" fill "\" borderId=\"" border "\" " \
  "xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" " \
  "applyAlignment=\"1\"><alignment " alignment "/></xf>"

/* A text, a number, one with two decimals and a day, on a fill that says that something is with them. */
#define MARKED(fill) \
  XF ("49", "0", fill, "1", "vertical=\"center\" wrapText=\"1\"") \
  XF ("0", "0", fill, "1", "horizontal=\"center\" vertical=\"center\"") \
  XF ("2", "0", fill, "1", "horizontal=\"center\" vertical=\"center\"") \
  XF ("164", "0", fill, "1", "horizontal=\"center\" vertical=\"center\"")

/* What may be changed in a sheet that is guarded. */
#define OPEN_XF(format, alignment) \
  "<xf numFmtId=\"" format "\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" " \
  "applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\" applyProtection=\"1\">" \
  "<alignment " alignment "/><protection locked=\"0\"/></xf>"

/* The formats of cells are in the order of TyXlsxStyle; 49 is text, 164 a day. */
static const char styles[] =
  HEAD "<styleSheet xmlns=\"" MAIN "\">"
  "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
  "<fonts count=\"3\">" FONT ("11", "") FONT ("11", "<b/>") FONT ("18", "<b/>") "</fonts>"
  "<fills count=\"5\"><fill><patternFill patternType=\"none\"/></fill>"
  "<fill><patternFill patternType=\"gray125\"/></fill>"
  "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFEFEFEF\"/><bgColor indexed=\"64\"/>"
  "</patternFill></fill>" FILL ("FFFFC7CE") FILL ("FFFFEB9C") "</fills>"
  "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
  "<border>" EDGE ("left") EDGE ("right") EDGE ("top") EDGE ("bottom") "<diagonal/></border></borders>"
  "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
  "<cellXfs count=\"23\">"
  "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
  XF ("49", "0", "0", "1", "vertical=\"center\" wrapText=\"1\"")
  XF ("49", "0", "0", "1", "horizontal=\"center\" vertical=\"center\" wrapText=\"1\"")
  XF ("0", "0", "0", "1", "horizontal=\"center\" vertical=\"center\"")
  XF ("164", "0", "0", "1", "horizontal=\"center\" vertical=\"center\"")
  XF ("49", "1", "2", "1", "horizontal=\"center\" vertical=\"center\" wrapText=\"1\"")
  XF ("49", "1", "0", "1", "vertical=\"center\"")
  XF ("49", "2", "0", "0", "horizontal=\"center\" vertical=\"center\"")
  XF ("49", "0", "0", "0", "vertical=\"center\"")
  XF ("49", "0", "0", "0", "horizontal=\"right\" vertical=\"center\"")
  XF ("2", "0", "0", "1", "horizontal=\"center\" vertical=\"center\"")
  MARKED ("3")
  MARKED ("4")
  OPEN_XF ("49", "vertical=\"center\" wrapText=\"1\"")
  OPEN_XF ("49", "horizontal=\"center\" vertical=\"center\" wrapText=\"1\"")
  OPEN_XF ("0", "horizontal=\"center\" vertical=\"center\"")
  XF ("49", "0", "2", "1", "horizontal=\"center\" vertical=\"center\" wrapText=\"1\"")
  "</cellXfs>"
  "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
  "</styleSheet>";

/* How many bytes of the text can be written, and whether there are more than a cell may hold. */
static gsize
get_fitting (const char *text,
             gboolean   *cut)
{
  gsize units = 0;
  const char *before_last = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      units += g_utf8_get_char (p) > 0xFFFF ? 2 : 1;
      /* Room is left for the dots that say so. */
      if (units < TY_XLSX_MAX_CELL_CHARS)
        before_last = g_utf8_next_char (p);
      if (units > TY_XLSX_MAX_CELL_CHARS)
        {
          *cut = TRUE;
          return (gsize) (before_last - text);
        }
    }
  return strlen (text);
}

/* `_x000D_` in a text would be read as the character that it names. */
static gboolean
looks_like_escape (const char *text)
{
  return text[0] == '_' && text[1] == 'x' && g_ascii_isxdigit (text[2])
         && g_ascii_isxdigit (text[3]) && g_ascii_isxdigit (text[4]) && g_ascii_isxdigit (text[5])
         && text[6] == '_';
}

static gboolean
is_noncharacter (const char *text)
{
  return text[0] == '\xEF' && text[1] == '\xBF' && (text[2] == '\xBE' || text[2] == '\xBF');
}

/* Everything that XML does not allow, or would read as something else, as ST_Xstring writes it. */
static void
append_escaped (GString    *xml,
                const char *text,
                gsize       n)
{
  for (const char *p = text; p < text + n; p++)
    {
      guchar c = (guchar) *p;

      if (c == '&')
        g_string_append (xml, "&amp;");
      else if (c == '<')
        g_string_append (xml, "&lt;");
      else if (c == '>')
        g_string_append (xml, "&gt;");
      else if (c == '"')
        g_string_append (xml, "&quot;");
      else if ((c < 0x20 && c != '\t' && c != '\n') || looks_like_escape (p))
        g_string_append_printf (xml, ESCAPE, c);
      else if (is_noncharacter (p))
        {
          g_string_append_printf (xml, ESCAPE, g_utf8_get_char (p));
          p += 2;
        }
      else
        g_string_append_c (xml, (char) c);
    }
}

/* Most texts are written as they are. */
static gboolean
is_plain (const char *text,
          gsize      *n)
{
  static const gboolean special[256] = {
    [0x01 ... 0x1F] = TRUE, ['&'] = TRUE, ['<'] = TRUE, ['>'] = TRUE, ['"'] = TRUE, ['_'] = TRUE,
    [0xEF] = TRUE,
  };
  const guchar *p = (const guchar *) text;

  while (*p != '\0' && !special[*p])
    p++;
  *n = (gsize) (p - (const guchar *) text);
  return *p == '\0';
}

/**
 * ty_xlsx_parts_append_text:
 * @xml: where
 * @text: a text
 *
 * Adds a text of a cell, cut where a cell would have no room for it.
 *
 * Returns: 1 where it was cut, else 0
 */
guint
ty_xlsx_parts_append_text (GString    *xml,
                           const char *text)
{
  g_autofree char *valid = NULL;
  gboolean cut = FALSE;
  gsize n;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  if (is_plain (text, &n) && n <= TY_XLSX_MAX_CELL_CHARS)
    {
      g_string_append_len (xml, text, (gssize) n);
      return 0;
    }

  append_escaped (xml, text, get_fitting (text, &cut));
  if (cut)
    g_string_append (xml, "…");
  return cut ? 1 : 0;
}

/* What no sheet may be called is left out. */
static char *
dup_sheet_name (const char *name)
{
  g_autoptr(GString) clean = g_string_new (NULL);
  guint n = 0;

  for (const char *p = name; *p != '\0' && n < MAX_NAME; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || c == '\'' || (c < 0x80 && strchr ("[]:*?/\\", (int) c) != NULL))
        continue;
      g_string_append_unichar (clean, c);
      n += c > 0xFFFF ? 2 : 1;
    }
  if (clean->len == 0)
    g_string_append (clean, "Sheet1");
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/* A name that another sheet has got a number behind it. */
static GPtrArray *
make_names (const TyXlsxPage *pages,
            guint             n_pages)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *name = dup_sheet_name (pages[i].name);
      gboolean taken = FALSE;

      for (guint j = 0; j < names->len; j++)
        taken |= g_ascii_strcasecmp (g_ptr_array_index (names, j), name) == 0;
      if (taken)
        {
          g_autofree char *cut = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_NAME - 6));

          g_ptr_array_add (names, g_strdup_printf ("%s-%u", cut, i + 1));
        }
      else
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  return names;
}

static char *
make_content_types (guint n_pages)
{
  GString *xml = g_string_new (HEAD "<Types xmlns=\"" PACKAGE "/content-types\">"
                               "<Default Extension=\"rels\" ContentType=\"application/"
                               "vnd.openxmlformats-package.relationships+xml\"/>"
                               "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                               "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPES
                               ".sheet.main+xml\"/>");

  for (guint i = 1; i <= n_pages; i++)
    g_string_append_printf (xml, "<Override PartName=\"/xl/worksheets/sheet%u.xml\" ContentType=\""
                            TYPES ".worksheet+xml\"/>", i);
  g_string_append (xml, "<Override PartName=\"/xl/styles.xml\" ContentType=\"" TYPES
                   ".styles+xml\"/></Types>");
  return g_string_free (xml, FALSE);
}

static char *
make_relations (guint n_pages)
{
  GString *xml = g_string_new (HEAD "<Relationships xmlns=\"" PACKAGE "/relationships\">");

  for (guint i = 1; i <= n_pages; i++)
    g_string_append_printf (xml, "<Relationship Id=\"rId%u\" Type=\"" OFFICE "/worksheet\" "
                            "Target=\"worksheets/sheet%u.xml\"/>", i, i);
  g_string_append_printf (xml, "<Relationship Id=\"rId%u\" Type=\"" OFFICE "/styles\" "
                          "Target=\"styles.xml\"/></Relationships>", n_pages + 1);
  return g_string_free (xml, FALSE);
}

static void
append_print_titles (GString          *xml,
                     GPtrArray        *names,
                     const TyXlsxPage *pages)
{
  gsize before = xml->len;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (pages[i].first_repeated == 0)
        continue;
      g_string_append_printf (xml, "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"%u\">'", i);
      append_escaped (xml, name, strlen (name));
      g_string_append_printf (xml, "'!$%u:$%u</definedName>", pages[i].first_repeated,
                              pages[i].last_repeated);
    }
  if (xml->len == before)
    return;

  g_string_insert (xml, (gssize) before, "<definedNames>");
  g_string_append (xml, "</definedNames>");
}

static char *
make_workbook (const TyXlsxPage *pages,
               guint             n_pages)
{
  g_autoptr(GPtrArray) names = make_names (pages, n_pages);
  GString *xml = g_string_new (HEAD "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE "\"><sheets>");

  for (guint i = 0; i < n_pages; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      g_string_append (xml, "<sheet name=\"");
      append_escaped (xml, name, strlen (name));
      g_string_append_printf (xml, "\" sheetId=\"%u\"%s r:id=\"rId%u\"/>", i + 1,
                              pages[i].hidden ? " state=\"hidden\"" : "", i + 1);
    }
  g_string_append (xml, "</sheets>");
  append_print_titles (xml, names, pages);
  g_string_append (xml, "</workbook>");
  return g_string_free (xml, FALSE);
}

static gboolean
write_part (TyZipWriter  *zip,
            const char   *name,
            const char   *text,
            GError      **error)
{
  return ty_zip_writer_begin (zip, name, error)
         && ty_zip_writer_add (zip, text, strlen (text), error);
}

/**
 * ty_xlsx_parts_write:
 * @zip: a zip without a member
 * @pages: (array length=n_pages): the sheets
 * @n_pages: how many
 * @error: a `G_IO_ERROR`
 *
 * Writes all parts but the sheets.
 *
 * Returns: whether they were written
 */
gboolean
ty_xlsx_parts_write (TyZipWriter       *zip,
                     const TyXlsxPage  *pages,
                     guint              n_pages,
                     GError           **error)
{
  g_autofree char *content_types = make_content_types (n_pages);
  g_autofree char *workbook = make_workbook (pages, n_pages);
  g_autofree char *relations = make_relations (n_pages);

  return write_part (zip, "[Content_Types].xml", content_types, error)
         && write_part (zip, "_rels/.rels", package_relations, error)
         && write_part (zip, "xl/workbook.xml", workbook, error)
         && write_part (zip, "xl/_rels/workbook.xml.rels", relations, error)
         && write_part (zip, "xl/styles.xml", styles, error);
}

/**
 * ty_xlsx_parts_begin_sheet:
 * @zip: a zip with all other parts
 * @sheet: the number of the sheet, from 0
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether the sheet could be begun
 */
gboolean
ty_xlsx_parts_begin_sheet (TyZipWriter  *zip,
                           guint         sheet,
                           GError      **error)
{
  g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", sheet + 1);

  return ty_zip_writer_begin (zip, name, error);
}

static void
append_number (GString *xml,
               double   number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (xml, g_ascii_formatd (text, sizeof text, "%.6g", number));
}

/* The letters of a column, from 0. */
static void
append_column (GString *xml,
               guint    column)
{
  if (column >= 26)
    append_column (xml, column / 26 - 1);
  g_string_append_c (xml, (char) ('A' + column % 26));
}

static void
append_pane (GString          *xml,
             const TyXlsxPage *page)
{
  const char *pane = page->n_frozen_columns == 0 ? "bottomLeft"
                     : page->n_frozen_rows == 0  ? "topRight"
                                                 : "bottomRight";

  if (page->n_frozen_rows == 0 && page->n_frozen_columns == 0)
    return;

  g_string_append (xml, "<pane");
  if (page->n_frozen_columns > 0)
    g_string_append_printf (xml, " xSplit=\"%u\"", page->n_frozen_columns);
  if (page->n_frozen_rows > 0)
    g_string_append_printf (xml, " ySplit=\"%u\"", page->n_frozen_rows);
  g_string_append (xml, " topLeftCell=\"");
  append_column (xml, page->n_frozen_columns);
  g_string_append_printf (xml, "%u\" activePane=\"%s\" state=\"frozen\"/><selection pane=\"%s\"/>",
                          page->n_frozen_rows + 1, pane, pane);
}

/**
 * ty_xlsx_parts_append_begin:
 * @xml: where
 * @page: the page
 *
 * Adds what stands before the rows of the sheet.
 */
void
ty_xlsx_parts_append_begin (GString          *xml,
                            const TyXlsxPage *page)
{
  g_string_append (xml, HEAD "<worksheet xmlns=\"" MAIN "\">"
                   "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
                   "<sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\">");
  append_pane (xml, page);
  g_string_append (xml, "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"16\"/>");
  if (page->n_columns > 0)
    g_string_append (xml, "<cols>");
  for (guint i = 0; i < page->n_columns; i++)
    {
      g_string_append_printf (xml, "<col min=\"%u\" max=\"%u\" width=\"", i + 1, i + 1);
      append_number (xml, CLAMP (page->widths[i], 1, 255));
      g_string_append (xml, i < page->n_hidden_columns ? "\" customWidth=\"1\" hidden=\"1\"/>"
                                                       : "\" customWidth=\"1\"/>");
    }
  g_string_append (xml, page->n_columns > 0 ? "</cols><sheetData>" : "<sheetData>");
}

/* An ampersand begins a code, and is doubled to be one. */
static void
append_place (GString    *code,
              char        place,
              const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append_printf (code, "&%c", place);
  for (const char *p = text; *p != '\0'; p++)
    if (*p == *TY_XLSX_PAGE_NUMBER)
      g_string_append (code, "&P");
    else if (*p == *TY_XLSX_N_PAGES)
      g_string_append (code, "&N");
    else if (*p == '&')
      g_string_append (code, "&&");
    else
      g_string_append_c (code, *p);
}

static void
append_header (GString            *xml,
               const char         *element,
               const char *const   texts[3])
{
  g_autoptr(GString) code = g_string_new (NULL);
  g_autofree char *cut = NULL;

  for (guint i = 0; i < 3; i++)
    append_place (code, "LCR"[i], texts[i]);
  if (code->len == 0)
    return;

  cut = g_utf8_substring (code->str, 0, MIN (g_utf8_strlen (code->str, -1), MAX_HEADER));
  g_string_append_printf (xml, "<%s>", element);
  append_escaped (xml, cut, strlen (cut));
  g_string_append_printf (xml, "</%s>", element);
}

/* The first page bears what the header says at its top. */
static void
append_headers (GString          *xml,
                const TyXlsxPage *page)
{
  g_string_append (xml, "<headerFooter differentFirst=\"1\">");
  append_header (xml, "oddHeader", page->header);
  append_header (xml, "oddFooter", page->footer);
  append_header (xml, "firstFooter", page->footer);
  g_string_append (xml, "</headerFooter>");
}

static void
append_list (GString          *xml,
             const TyXlsxRule *rule)
{
  g_string_append (xml, "'");
  append_escaped (xml, rule->sheet, strlen (rule->sheet));
  g_string_append (xml, "'!$");
  append_column (xml, rule->list);
  g_string_append (xml, "$1:$");
  append_column (xml, rule->list);
  g_string_append_printf (xml, "$%u", rule->n);
}

static void
append_rule (GString          *xml,
             const TyXlsxRule *rule)
{
  static const char *const kinds[] = {
    [TY_XLSX_RULE_LIST] = "type=\"list\"",
    [TY_XLSX_RULE_HINT_LIST] = "type=\"list\" errorStyle=\"warning\"",
    [TY_XLSX_RULE_LENGTH] = "type=\"textLength\" operator=\"equal\"",
    [TY_XLSX_RULE_NUMBER] = "type=\"decimal\" operator=\"between\"",
  };

  g_string_append_printf (xml, "<dataValidation %s allowBlank=\"1\" showErrorMessage=\"1\" error=\"", kinds[rule->kind]);
  append_escaped (xml, rule->message, strlen (rule->message));
  g_string_append (xml, "\" sqref=\"");
  append_column (xml, rule->column);
  g_string_append_printf (xml, "%u:", rule->first_row);
  append_column (xml, rule->column);
  g_string_append_printf (xml, "%u\"><formula1>", rule->last_row);
  if (rule->kind == TY_XLSX_RULE_NUMBER)
    g_string_append (xml, "-1000000000000</formula1><formula2>1000000000000</formula2>");
  else if (rule->kind == TY_XLSX_RULE_LENGTH)
    g_string_append_printf (xml, "%u</formula1>", rule->n);
  else
    {
      append_list (xml, rule);
      g_string_append (xml, "</formula1>");
    }
  g_string_append (xml, "</dataValidation>");
}

static void
append_rules (GString          *xml,
              const TyXlsxPage *page)
{
  if (page->n_rules == 0)
    return;

  g_string_append_printf (xml, "<dataValidations count=\"%u\">", page->n_rules);
  for (guint i = 0; i < page->n_rules; i++)
    append_rule (xml, &page->rules[i]);
  g_string_append (xml, "</dataValidations>");
}

/**
 * ty_xlsx_parts_append_end:
 * @xml: where
 * @page: the page
 * @merges: what is merged, in XML
 * @n_merges: how many blocks
 * @n_rows: how many rows there are
 *
 * Adds what stands behind the rows of the sheet.
 */
void
ty_xlsx_parts_append_end (GString          *xml,
                          const TyXlsxPage *page,
                          const GString    *merges,
                          guint             n_merges,
                          guint             n_rows)
{
  g_string_append (xml, "</sheetData>");
  /* Without a password: it guards against slips, and whoever has to can take it off. */
  if (page->guarded)
    g_string_append (xml, "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatCells=\"0\" "
                     "formatColumns=\"0\" formatRows=\"0\" sort=\"0\" autoFilter=\"0\"/>");
  if (n_merges > 0)
    g_string_append_printf (xml, "<mergeCells count=\"%u\">%s</mergeCells>", n_merges, merges->str);
  append_rules (xml, page);
  g_string_append (xml, "<printOptions horizontalCentered=\"1\"/>"
                   "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" "
                   "header=\"0.3\" footer=\"0.3\"/>"
                   "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" "
                   "fitToHeight=\"0\"/>");
  append_headers (xml, page);
  if (page->n_columns > 0 && n_rows > 0)
    {
      /* ID numbers are texts by intent: no cell needs a mark that says so. */
      g_string_append (xml, "<ignoredErrors><ignoredError sqref=\"A1:");
      append_column (xml, page->n_columns - 1);
      g_string_append_printf (xml, "%u\" numberStoredAsText=\"1\"/></ignoredErrors>", n_rows);
    }
  g_string_append (xml, "</worksheet>");
}
