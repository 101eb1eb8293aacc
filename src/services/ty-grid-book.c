/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-grid-book"

#include "config.h"

#include "ty-grid-book.h"

#include "ty-action-log.h"
#include "ty-date.h"
#include "ty-out-file.h"
#include "ty-text.h"
#include "ty-xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Heights in points, widths in characters. */
#define TITLE_HEIGHT 34
#define LINE_HEIGHT 20
#define HEAD_HEIGHT 22
#define ROW_HEIGHT 20
#define LEAST_WIDTH 9
#define MOST_WIDTH 16
#define LEAST_LABEL 14
#define MOST_LABEL 40

/* A table of figures in a workbook: numbers are numbers, headings are merged and stay in sight; and the same on
 * paper. */

static gboolean
write_title (TyXlsxWriter  *writer,
             TyGrid        *grid,
             GError       **error)
{
  ty_xlsx_writer_begin_row (writer, TITLE_HEIGHT);
  ty_xlsx_writer_add_text (writer, TY_XLSX_TITLE, ty_grid_get_title (grid));
  ty_xlsx_writer_merge (writer, 0, ty_grid_get_n_columns (grid), 1);
  return ty_xlsx_writer_end_row (writer, error);
}

/* Two merged halves; a narrow table has both in one. */
static gboolean
write_notes (TyXlsxWriter  *writer,
             TyGrid        *grid,
             GError       **error)
{
  guint n = ty_grid_get_n_columns (grid) + 1;
  guint half = n > 3 ? n / 2 : n;
  g_autofree char *both = g_strdup_printf ("%s　%s", ty_grid_get_left (grid), ty_grid_get_right (grid));

  ty_xlsx_writer_begin_row (writer, LINE_HEIGHT);
  for (guint i = 0; i < n; i++)
    if (i == 0)
      ty_xlsx_writer_add_text (writer, TY_XLSX_LINE, half == n ? both : ty_grid_get_left (grid));
    else
      ty_xlsx_writer_add_text (writer, TY_XLSX_LINE_END, i == half ? ty_grid_get_right (grid) : NULL);
  ty_xlsx_writer_merge (writer, 0, half - 1, 1);
  if (half < n)
    ty_xlsx_writer_merge (writer, half, n - 1, 1);
  return ty_xlsx_writer_end_row (writer, error);
}

/* Whether nothing stands below a heading of a column that has it for itself. */
static gboolean
goes_down (TyGrid *grid,
           guint   level,
           guint   column)
{
  if (ty_grid_get_span (grid, level, column) != 1)
    return FALSE;
  for (guint i = level + 1; i < ty_grid_get_n_levels (grid); i++)
    if (*ty_grid_get_heading (grid, i, column) != '\0')
      return FALSE;

  return level + 1 < ty_grid_get_n_levels (grid);
}

static void
merge_heading (TyXlsxWriter *writer,
               TyGrid       *grid,
               guint         level,
               guint         column)
{
  guint n_levels = ty_grid_get_n_levels (grid);
  guint span = ty_grid_get_span (grid, level, column);
  gboolean down = *ty_grid_get_heading (grid, level, column) != '\0' && goes_down (grid, level, column);

  if (span > 1 || down)
    ty_xlsx_writer_merge (writer, column + 1, column + MAX (span, 1), down ? n_levels - level : 1);
}

static gboolean
write_headings (TyXlsxWriter  *writer,
                TyGrid        *grid,
                GError       **error)
{
  guint n_levels = ty_grid_get_n_levels (grid);

  for (guint level = 0; level < n_levels; level++)
    {
      ty_xlsx_writer_begin_fitting_row (writer, HEAD_HEIGHT);
      ty_xlsx_writer_add_text (writer, TY_XLSX_HEADING, level == 0 ? ty_grid_get_corner (grid) : NULL);
      for (guint i = 0; i < ty_grid_get_n_columns (grid); i++)
        ty_xlsx_writer_add_text (writer, TY_XLSX_HEADING, ty_grid_get_span (grid, level, i) > 0
                                                            ? ty_grid_get_heading (grid, level, i) : NULL);
      if (level == 0 && n_levels > 1)
        ty_xlsx_writer_merge (writer, 0, 0, n_levels);
      for (guint i = 0; i < ty_grid_get_n_columns (grid); i++)
        merge_heading (writer, grid, level, i);
      if (!ty_xlsx_writer_end_row (writer, error))
        return FALSE;
    }
  return TRUE;
}

/* Two decimals are those of the style; fewer are told by the number itself. */
static TyXlsxStyle
find_style (TyGrid *grid,
            guint   row,
            guint   column)
{
  const char *point = strchr (ty_grid_get_text (grid, row, column), '.');

  return point != NULL && strlen (point) == 3 ? TY_XLSX_DECIMAL : TY_XLSX_NUMBER;
}

static gboolean
write_row (TyXlsxWriter  *writer,
           TyGrid        *grid,
           guint          row,
           GError       **error)
{
  ty_xlsx_writer_begin_row (writer, ROW_HEIGHT);
  ty_xlsx_writer_add_text (writer, ty_grid_is_total (grid, row) ? TY_XLSX_GROUP : TY_XLSX_TEXT,
                           ty_grid_get_label (grid, row));
  for (guint i = 0; i < ty_grid_get_n_columns (grid); i++)
    if (ty_grid_get_kind (grid, row, i) == TY_GRID_TEXT)
      ty_xlsx_writer_add_text (writer, TY_XLSX_CENTRED, ty_grid_get_text (grid, row, i));
    else
      ty_xlsx_writer_add_number (writer, find_style (grid, row, i), ty_grid_get_number (grid, row, i));
  return ty_xlsx_writer_end_row (writer, error);
}

static double *
make_widths (TyGrid *grid)
{
  guint n = ty_grid_get_n_columns (grid);
  double *widths = g_new (double, n + 1);

  widths[0] = LEAST_LABEL;
  for (guint row = 0; row < ty_grid_get_n_rows (grid); row++)
    widths[0] = MAX (widths[0], ty_text_width (ty_grid_get_label (grid, row)) + 2);
  widths[0] = MIN (widths[0], MOST_LABEL);
  for (guint i = 0; i < n; i++)
    {
      guint last = ty_grid_get_n_levels (grid) - 1;
      double width = ty_text_width (ty_grid_get_heading (grid, last, i)) + 2;

      widths[i + 1] = CLAMP (width, LEAST_WIDTH, MOST_WIDTH);
    }
  return widths;
}

static gboolean
write_book (TyGrid  *grid,
            int      fd,
            GError **error)
{
  guint n_levels = ty_grid_get_n_levels (grid);
  g_autofree double *widths = make_widths (grid);
  g_autofree char *pages = g_strdup_printf (C_("roster", "Page %s of %s"), TY_XLSX_PAGE_NUMBER,
                                            TY_XLSX_N_PAGES);
  const TyXlsxPage page = {
    .name = ty_grid_get_title (grid),
    .widths = widths,
    .n_columns = ty_grid_get_n_columns (grid) + 1,
    .n_frozen_rows = 2 + n_levels,
    .n_frozen_columns = 1,
    .first_repeated = 3,
    .last_repeated = 2 + n_levels,
    .header = { ty_grid_get_left (grid), NULL, ty_grid_get_right (grid) },
    .footer = { C_("roster", "Filled in by:"), C_("roster", "Checked by:"), pages },
  };
  g_autoptr(TyXlsxWriter) writer = ty_xlsx_writer_new (fd, &page, error);

  if (writer == NULL || !write_title (writer, grid, error) || !write_notes (writer, grid, error)
      || !write_headings (writer, grid, error))
    return FALSE;
  for (guint i = 0; i < ty_grid_get_n_rows (grid); i++)
    if (!write_row (writer, grid, i, error))
      return FALSE;

  return ty_xlsx_writer_finish (writer, error);
}

/**
 * ty_grid_book_write:
 * @grid: a table of figures
 * @path: where
 * @store: the store that notes it
 * @user: who exports
 * @error: a `G_IO_ERROR` or a `TY_STORE_ERROR`
 *
 * Writes a workbook. It is noted in the history, where that can be written; sums name nobody, so that they may
 * also leave a file that is only read.
 *
 * Returns: whether it is in its place; what was there before is still there otherwise
 */
gboolean
ty_grid_book_write (TyGrid      *grid,
                    const char  *path,
                    TyStore     *store,
                    const char  *user,
                    GError     **error)
{
  g_autoptr(TyOutFile) file = ty_out_file_new (path, error);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *detail = ty_action_detail_new ("file", shown, "format", "xlsx", "table",
                                                  ty_grid_get_title (grid), NULL);

  if (file == NULL || !write_book (grid, ty_out_file_get_fd (file), error) || !ty_out_file_seal (file, error))
    return FALSE;
  if (!ty_store_is_read_only (store) && !ty_store_add_event (store, user, "exported", detail, error))
    return FALSE;

  return ty_out_file_commit (file, error);
}

/* The three lines of headings are two on paper. */
static void
choose_headings (TyGrid         *grid,
                 guint           column,
                 gboolean        parts,
                 char          **group,
                 const char    **heading)
{
  guint n_levels = ty_grid_get_n_levels (grid);
  const char *upper = n_levels > (parts ? 2u : 1u) ? ty_grid_get_heading (grid, 0, column) : "";
  const char *title = ty_grid_get_heading (grid, n_levels - (parts ? 2 : 1), column);
  const char *part = parts ? ty_grid_get_heading (grid, n_levels - 1, column) : "";

  *heading = *part != '\0' ? part : title;
  if (*part == '\0')
    *group = g_strdup (*upper != '\0' ? upper : NULL);
  else
    *group = *upper != '\0' ? g_strdup_printf ("%s　%s", upper, title) : g_strdup (title);
}

/**
 * ty_grid_sheet_new:
 * @grid: a table of figures
 *
 * Returns: (transfer full): the same for paper
 */
TyTableSheet *
ty_grid_sheet_new (TyGrid *grid)
{
  guint n = ty_grid_get_n_columns (grid);
  g_autofree TySheetColumn *columns = g_new0 (TySheetColumn, n + 1);
  g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  g_autofree double *widths = make_widths (grid);
  g_autofree char *today = ty_date_to_record (ty_date_today ());
  g_autofree char *footer = g_strdup_printf (_("Printed on %s"), today);
  g_autofree const char **cells = g_new0 (const char *, n + 1);
  gboolean parts = ty_grid_has_parts (grid);
  TyTableSheet *sheet;

  columns[0] = (TySheetColumn){ .heading = ty_grid_get_corner (grid), .share = widths[0] };
  for (guint i = 0; i < n; i++)
    {
      char *group;

      columns[i + 1] = (TySheetColumn){ .share = widths[i + 1], .at_end = TRUE };
      choose_headings (grid, i, parts, &group, &columns[i + 1].heading);
      columns[i + 1].group = group;
      g_ptr_array_add (groups, group);
    }
  sheet = ty_table_sheet_new (ty_grid_get_title (grid), ty_grid_get_left (grid), footer, columns, n + 1);
  ty_table_sheet_set_grid (sheet, ty_grid_get_right (grid), NULL);
  for (guint row = 0; row < ty_grid_get_n_rows (grid); row++)
    {
      cells[0] = ty_grid_get_label (grid, row);
      for (guint i = 0; i < n; i++)
        cells[i + 1] = ty_grid_get_text (grid, row, i);
      ty_table_sheet_add_row (sheet, cells);
    }
  return sheet;
}
