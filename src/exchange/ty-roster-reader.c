/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-reader"

#include "config.h"

#include "ty-roster-reader.h"

#include "ty-cell-range.h"
#include "ty-roster-own.h"
#include "ty-text.h"
#include "ty-xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The header is looked for among so many first rows with something in them. */
#define HEADER_ROWS 30

/* The columns in which offices merge cells over the people of a unit. */
static const TyRosterColumn merged_columns[] = {
  TY_ROSTER_COLUMN_TOWNSHIP, TY_ROSTER_COLUMN_VILLAGE, TY_ROSTER_COLUMN_UNIT,
};

#define N_MERGED G_N_ELEMENTS (merged_columns)

/* The merged blocks of one column, in the order of the rows, and how far the reading has come. */
typedef struct
{
  guint column;
  GArray *ranges;     /* (owned): of TyCellRange */
  guint next;
  TyRosterLine *from; /* (owned) (nullable): the first row of the present block */
  guint from_row;
} Merged;

typedef struct
{
  const char *sheet;
  TyDate as_of;
  TyImportReport *report;
  GPtrArray *entries;       /* of TyRosterEntry */
  GPtrArray *first_lines;   /* (owned): of TyRosterLine, until the header is found */
  GArray *merges;           /* (owned): of TyCellRange */
  TyRosterHeader *columns; /* (owned) (nullable) */
  Merged merged[N_MERGED];
  GPtrArray *fields;        /* (element-type TyCustomField): those of the county */
  GArray *own;              /* (owned) (nullable): the columns of these */
} Reading;

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const TyCellRange *first = a;
  const TyCellRange *second = b;

  return (first->first_row > second->first_row) - (first->first_row < second->first_row);
}

static void
prepare_merged (Reading *reading)
{
  for (guint i = 0; i < N_MERGED; i++)
    {
      Merged *merged = &reading->merged[i];

      merged->column = reading->columns->places[merged_columns[i]];
      merged->ranges = g_array_new (FALSE, FALSE, sizeof (TyCellRange));
      for (guint j = 0; j < reading->merges->len; j++)
        {
          TyCellRange *range = &g_array_index (reading->merges, TyCellRange, j);

          if (range->first_column == merged->column && range->last_row > range->first_row)
            g_array_append_val (merged->ranges, *range);
        }
      g_array_sort (merged->ranges, compare_ranges);
    }
}

static void
fill_merged (Merged       *merged,
             TyRosterLine *line)
{
  TyCellRange *range;

  while (merged->next < merged->ranges->len
         && g_array_index (merged->ranges, TyCellRange, merged->next).last_row < line->row)
    merged->next++;
  if (merged->next >= merged->ranges->len)
    return;

  range = &g_array_index (merged->ranges, TyCellRange, merged->next);
  if (line->row < range->first_row)
    return;
  if (line->row == range->first_row)
    {
      g_clear_pointer (&merged->from, ty_roster_line_free);
      merged->from = ty_roster_line_new (line->row, line->cells, line->n_cells);
      merged->from_row = line->row;
    }
  else if (merged->from != NULL && merged->from_row == range->first_row)
    ty_roster_line_fill (line, merged->from, merged->column);
}

static gboolean
is_empty (TyRosterLine    *line,
          TyRosterHeader *columns,
          TyRosterColumn   column)
{
  g_autofree char *text = ty_roster_line_dup_text (line, columns->places[column]);

  return *text == '\0';
}

static gboolean
begins_like_a_total (TyRosterLine *line)
{
  static const char *const words[] = { "合计", "总计", "小计", "共计", "总数", "汇总", "填表", "填报",
                                       "审核", "制表", "联系人", "备注", "注:", "说明", "注：" };
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (line->n_cells == 0)
    return TRUE;
  text = ty_cell_dup_text (&line->cells[0]);
  folded = ty_text_fold (text);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i]))
      return TRUE;

  return FALSE;
}

/* Blank rows, totals, signatures and headers repeated for print hold nobody. */
static gboolean
holds_nobody (TyRosterLine    *line,
              TyRosterHeader *columns)
{
  g_autofree char *name = ty_roster_line_dup_text (line, columns->places[TY_ROSTER_COLUMN_NAME]);
  gboolean no_details = is_empty (line, columns, TY_ROSTER_COLUMN_ID_NUMBER)
                        && is_empty (line, columns, TY_ROSTER_COLUMN_BIRTH)
                        && is_empty (line, columns, TY_ROSTER_COLUMN_POST)
                        && is_empty (line, columns, TY_ROSTER_COLUMN_POST_PARTY)
                        && is_empty (line, columns, TY_ROSTER_COLUMN_POST_COMMITTEE);

  if (*name == '\0')
    return no_details || begins_like_a_total (line);
  if (ty_roster_header_is_heading (name, TY_ROSTER_COLUMN_NAME))
    return TRUE;

  return no_details && begins_like_a_total (line);
}

static void
take_line (Reading      *reading,
           TyRosterLine *line)
{
  TyRosterEntry *entry;

  for (guint i = 0; i < N_MERGED; i++)
    fill_merged (&reading->merged[i], line);
  if (line->row <= reading->columns->header_row || holds_nobody (line, reading->columns))
    return;

  entry = ty_roster_entry_parse (line, reading->columns, reading->sheet, reading->as_of, reading->report);
  ty_roster_own_read (reading->own, line, entry, reading->report);
  g_ptr_array_add (reading->entries, entry);
}

static void
find_header (Reading *reading)
{
  reading->columns = ty_roster_header_find (reading->first_lines);
  if (reading->columns == NULL)
    return;

  reading->own = ty_roster_own_find_columns (reading->fields, reading->first_lines,
                                             reading->columns->header_row);
  prepare_merged (reading);
  for (guint i = 0; i < reading->first_lines->len; i++)
    take_line (reading, g_ptr_array_index (reading->first_lines, i));
}

static gboolean
read_row (guint          row,
          const TyCell  *cells,
          guint          n_cells,
          gpointer       data,
          GError       **error)
{
  Reading *reading = data;
  TyRosterLine *line = ty_roster_line_new (row, cells, n_cells);

  if (reading->columns != NULL)
    {
      take_line (reading, line);
      ty_roster_line_free (line);
      return TRUE;
    }

  g_ptr_array_add (reading->first_lines, line);
  if (reading->first_lines->len == HEADER_ROWS)
    {
      find_header (reading);
      return reading->columns != NULL;
    }
  return TRUE;
}

/* A roster must say who, where and what; the rest may be missing. */
static void
check_columns (Reading *reading)
{
  TyRosterHeader *columns = reading->columns;

  if (!ty_roster_header_has (columns, TY_ROSTER_COLUMN_VILLAGE)
      && !ty_roster_header_has (columns, TY_ROSTER_COLUMN_UNIT))
    ty_import_report_add (reading->report, TRUE, "no-village-column", reading->sheet,
                          columns->header_row,
                          g_strdup (_("The header names no column for the village.")));
  if (!ty_roster_header_has (columns, TY_ROSTER_COLUMN_POST)
      && !ty_roster_header_has (columns, TY_ROSTER_COLUMN_POST_PARTY)
      && !ty_roster_header_has (columns, TY_ROSTER_COLUMN_POST_COMMITTEE))
    ty_import_report_add (reading->report, TRUE, "no-post-column", reading->sheet,
                          columns->header_row,
                          g_strdup (_("The header names no column for the post.")));
}

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->columns, ty_roster_header_free);
  g_clear_pointer (&reading->first_lines, g_ptr_array_unref);
  g_clear_pointer (&reading->merges, g_array_unref);
  g_clear_pointer (&reading->own, g_array_unref);
  for (guint i = 0; i < N_MERGED; i++)
    {
      g_clear_pointer (&reading->merged[i].ranges, g_array_unref);
      g_clear_pointer (&reading->merged[i].from, ty_roster_line_free);
    }
}

/* Reads one sheet; @found becomes %TRUE if it has the header of a roster, @empty if it has nothing. */
static gboolean
read_sheet (TyXlsxReader  *reader,
            guint          sheet,
            Reading       *reading,
            gboolean      *found,
            gboolean      *empty,
            GCancellable  *cancellable,
            GError       **error)
{
  reading->sheet = ty_xlsx_reader_get_sheet_name (reader, sheet);
  reading->first_lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_roster_line_free);
  reading->merges = ty_xlsx_reader_scan_merges (reader, sheet, cancellable, error);
  if (reading->merges == NULL
      || !ty_xlsx_reader_read_sheet (reader, sheet, read_row, reading, cancellable, error))
    return FALSE;

  if (reading->columns == NULL)
    find_header (reading);
  *found = reading->columns != NULL;
  *empty = reading->first_lines->len == 0;
  if (*found)
    check_columns (reading);
  return TRUE;
}

/**
 * ty_roster_reader_read:
 * @path: an .xlsx
 * @as_of: the date for which the roster speaks
 * @fields: (element-type TyCustomField): the fields of the county, which outlive the entries
 * @report: gets the problems, each with sheet, row, column and reason
 * @cancellable: (nullable): stops the reading
 * @error: a `TY_XLSX_ERROR` where the file cannot be read as a whole
 *
 * Reads the people of all sheets that are shown and have the header of a roster.
 *
 * Returns: (transfer full) (nullable) (element-type TyRosterEntry): one entry a row
 */
GPtrArray *
ty_roster_reader_read (const char      *path,
                       TyDate           as_of,
                       GPtrArray       *fields,
                       TyImportReport  *report,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_autoptr(GPtrArray) entries
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_roster_entry_free);
  g_autoptr(GPtrArray) without = g_ptr_array_new ();
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(TyXlsxReader) reader = ty_xlsx_reader_new (file, error);
  guint n_found = 0;

  if (reader == NULL)
    return NULL;

  for (guint i = 0; i < ty_xlsx_reader_get_n_sheets (reader); i++)
    {
      Reading reading = { .as_of = as_of, .report = report, .entries = entries,
                          .fields = fields };
      gboolean found = FALSE, empty = FALSE, done;

      if (!ty_xlsx_reader_get_sheet_shown (reader, i))
        continue;
      done = read_sheet (reader, i, &reading, &found, &empty, cancellable, error);
      reading_clear (&reading);
      if (!done)
        return NULL;
      n_found += found;
      if (!found && !empty)
        g_ptr_array_add (without, (gpointer) ty_xlsx_reader_get_sheet_name (reader, i));
    }

  for (guint i = 0; i < without->len; i++)
    ty_import_report_add (report, n_found == 0, "no-header", g_ptr_array_index (without, i), 0,
                          g_strdup (_("The sheet has no header row with name, village and post. "
                                      "It was not read.")));
  if (n_found == 0 && without->len == 0)
    ty_import_report_add (report, TRUE, "no-header", NULL, 0, g_strdup (_("All sheets are empty.")));
  if (n_found > 0 && entries->len == 0)
    ty_import_report_add (report, TRUE, "no-people", NULL, 0,
                          g_strdup (_("There is nobody below the header.")));
  return g_steal_pointer (&entries);
}
