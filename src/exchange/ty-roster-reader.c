/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-reader"

#include "config.h"

#include "ty-roster-reader.h"

#include "ty-roster-own.h"
#include "ty-table-merges.h"
#include "ty-table-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The columns in which offices merge cells over the people of a unit. */
static const TyRosterColumn merged_columns[] = {
  TY_ROSTER_COLUMN_TOWNSHIP, TY_ROSTER_COLUMN_VILLAGE, TY_ROSTER_COLUMN_UNIT,
};

#define N_MERGED G_N_ELEMENTS (merged_columns)

typedef struct
{
  const char *sheet;
  TyDate as_of;
  TyImportReport *report;
  GPtrArray *entries;       /* of TyRosterEntry */
  GPtrArray *first_lines;   /* (owned): of TyTableLine, until the header is found */
  GArray *merges;           /* (owned): of TyCellRange */
  gboolean has_merges;      /* whether the format knows them */
  TyRosterHeader *columns; /* (owned) (nullable) */
  TyTableMerges *merged;    /* (owned) (nullable) */
  GPtrArray *fields;        /* (element-type TyCustomField): those of the county */
  GArray *own;              /* (owned) (nullable): the columns of these */
} Reading;

static void
prepare_merged (Reading *reading)
{
  guint places[N_MERGED];

  for (guint i = 0; i < N_MERGED; i++)
    places[i] = reading->columns->places[merged_columns[i]];
  reading->merged = ty_table_merges_new (reading->has_merges ? reading->merges : NULL, places, N_MERGED);
}

static gboolean
is_empty (TyTableLine    *line,
          TyRosterHeader *columns,
          TyRosterColumn   column)
{
  g_autofree char *text = ty_table_line_dup_text (line, columns->places[column]);

  return *text == '\0';
}

static gboolean
looks_like_nobody (TyTableLine    *line,
                   TyRosterHeader *columns)
{
  return ty_table_head_tell_row (columns->head, line) != TY_TABLE_ROW_DATA;
}

/* Blank rows, totals, signatures and headers repeated for print hold nobody. */
static gboolean
holds_nobody (TyTableLine    *line,
              TyRosterHeader *columns)
{
  g_autofree char *name = ty_table_line_dup_text (line, columns->places[TY_ROSTER_COLUMN_NAME]);
  gboolean no_details = is_empty (line, columns, TY_ROSTER_COLUMN_ID_NUMBER)
                        && is_empty (line, columns, TY_ROSTER_COLUMN_BIRTH)
                        && is_empty (line, columns, TY_ROSTER_COLUMN_POST)
                        && is_empty (line, columns, TY_ROSTER_COLUMN_POST_PARTY)
                        && is_empty (line, columns, TY_ROSTER_COLUMN_POST_COMMITTEE);

  if (*name == '\0')
    return no_details || looks_like_nobody (line, columns);
  if (ty_roster_header_is_heading (name, TY_ROSTER_COLUMN_NAME))
    return TRUE;
  /* Totals may stand in any column. */
  if (ty_table_head_tell_row (columns->head, line) == TY_TABLE_ROW_TOTAL)
    return is_empty (line, columns, TY_ROSTER_COLUMN_ID_NUMBER);

  return no_details && looks_like_nobody (line, columns);
}

static void
report_unit_from_above (Reading     *reading,
                        TyTableLine *line)
{
  ty_import_report_add (reading->report, FALSE, "unit-from-above", reading->sheet, line->row,
                        g_strdup (_("The township or village is empty here and below, and was taken from the "
                                    "row above: a text does not keep merged cells.")));
}

static void
take_line (Reading     *reading,
           TyTableLine *line)
{
  gboolean nobody = line->row <= reading->columns->header_row || holds_nobody (line, reading->columns);
  TyRosterEntry *entry;

  /* What is said above somebody is no total and no footer. */
  if (nobody && !reading->has_merges)
    return;
  if (ty_table_merges_fill (reading->merged, line))
    report_unit_from_above (reading, line);
  if (nobody)
    return;

  entry = ty_roster_entry_parse (line, reading->columns, reading->sheet, reading->as_of, reading->report);
  ty_roster_own_read (reading->own, line, entry, reading->report);
  g_ptr_array_add (reading->entries, entry);
}

static void
find_header (Reading *reading)
{
  reading->columns = ty_roster_header_find (reading->first_lines, reading->merges);
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
  TyTableLine *line = ty_table_line_new (row, cells, n_cells);

  if (reading->columns != NULL)
    {
      take_line (reading, line);
      ty_table_line_free (line);
      return TRUE;
    }

  g_ptr_array_add (reading->first_lines, line);
  if (reading->first_lines->len == TY_TABLE_HEAD_ROWS + 2)
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
  g_clear_pointer (&reading->merged, ty_table_merges_free);
}

/* Reads one sheet; @found becomes %TRUE if it has the header of a roster, @empty if it has nothing. */
static gboolean
read_sheet (TyTableSource  *source,
            guint          sheet,
            Reading       *reading,
            gboolean      *found,
            gboolean      *empty,
            GCancellable  *cancellable,
            GError       **error)
{
  reading->sheet = ty_table_source_get_sheet_name (source, sheet);
  reading->first_lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_table_line_free);
  reading->has_merges = ty_table_source_has_merges (source);
  reading->merges = ty_table_source_scan_merges (source, sheet, cancellable, error);
  if (reading->merges == NULL
      || !ty_table_source_read_sheet (source, sheet, read_row, reading, cancellable, error))
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
 * @path: an .xlsx, .xls or .csv, told by its content
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
  g_autoptr(TyTableSource) source = ty_table_source_open (file, error);
  guint n_found = 0;

  if (source == NULL)
    return NULL;

  for (guint i = 0; i < ty_table_source_get_n_sheets (source); i++)
    {
      Reading reading = { .as_of = as_of, .report = report, .entries = entries,
                          .fields = fields };
      gboolean found = FALSE, empty = FALSE, done;

      if (!ty_table_source_get_sheet_shown (source, i))
        continue;
      done = read_sheet (source, i, &reading, &found, &empty, cancellable, error);
      reading_clear (&reading);
      if (!done)
        return NULL;
      n_found += found;
      if (!found && !empty)
        g_ptr_array_add (without, (gpointer) ty_table_source_get_sheet_name (source, i));
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
