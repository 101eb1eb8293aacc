/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-board-export"

#include "config.h"

#include "ty-board-workbook.h"

#include "ty-xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The numbers of a dashboard as a workbook: a table for each card, below each other. */

#define FIRST_WIDTH 24
#define WIDTH 14
#define HEIGHT 18 /* points */

static gboolean
has_groups (TyChart *chart)
{
  for (guint i = 0; i < ty_chart_get_n_categories (chart); i++)
    if (ty_chart_get_group (chart, i) != NULL)
      return TRUE;

  return FALSE;
}

static guint
count_columns (GPtrArray *charts)
{
  guint n = 2;

  for (guint i = 0; i < charts->len; i++)
    n = MAX (n, ty_chart_get_n_series (charts->pdata[i]) + 1 + has_groups (charts->pdata[i]));
  return n;
}

static gboolean
add_line (TyXlsxWriter  *writer,
          TyXlsxStyle    style,
          const char    *text,
          GError       **error)
{
  if (text == NULL)
    return TRUE;

  ty_xlsx_writer_begin_row (writer, HEIGHT);
  ty_xlsx_writer_add_text (writer, style, text);
  return ty_xlsx_writer_end_row (writer, error);
}

/* A number stays one, so that it can be reckoned with; it is rounded as it is shown. */
static void
add_value (TyXlsxWriter *writer,
           TyChart      *chart,
           guint         category,
           guint         series)
{
  const char *text = ty_chart_get_value_text (chart, category, series);
  double value = ty_chart_get_value (chart, category, series);
  const char *point = text != NULL ? strchr (text, '.') : NULL;

  if (text == NULL || isnan (value))
    ty_xlsx_writer_add_text (writer, TY_XLSX_CENTRED, text != NULL ? text : "");
  else if (point == NULL)
    ty_xlsx_writer_add_number (writer, TY_XLSX_NUMBER, round (value));
  else
    {
      double power = pow (10, (double) strspn (point + 1, "0123456789"));

      ty_xlsx_writer_add_number (writer, TY_XLSX_DECIMAL, round (value * power) / power);
    }
}

static gboolean
add_row (TyXlsxWriter  *writer,
         TyChart       *chart,
         const char    *group,
         const char    *label,
         guint          category,
         gboolean       groups,
         GError       **error)
{
  ty_xlsx_writer_begin_row (writer, HEIGHT);
  if (groups)
    ty_xlsx_writer_add_text (writer, TY_XLSX_TEXT, group != NULL ? group : "");
  ty_xlsx_writer_add_text (writer, TY_XLSX_TEXT, label);
  for (guint s = 0; s < ty_chart_get_n_series (chart); s++)
    add_value (writer, chart, category, s);
  return ty_xlsx_writer_end_row (writer, error);
}

static gboolean
add_heads (TyXlsxWriter  *writer,
           TyChart       *chart,
           gboolean       groups,
           GError       **error)
{
  const char *heading = ty_chart_get_text (chart, TY_CHART_HEADING);

  ty_xlsx_writer_begin_row (writer, HEIGHT);
  if (groups)
    ty_xlsx_writer_add_text (writer, TY_XLSX_HEADING, "");
  ty_xlsx_writer_add_text (writer, TY_XLSX_HEADING, heading != NULL ? heading : "");
  for (guint s = 0; s < ty_chart_get_n_series (chart); s++)
    ty_xlsx_writer_add_text (writer, TY_XLSX_HEADING, ty_chart_get_series (chart, s));
  return ty_xlsx_writer_end_row (writer, error);
}

static gboolean
has_totals (TyChart *chart)
{
  for (guint s = 0; s < ty_chart_get_n_series (chart); s++)
    if (ty_chart_get_value_text (chart, TY_CHART_ALL, s) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
add_chart (TyXlsxWriter  *writer,
           TyChart       *chart,
           GError       **error)
{
  gboolean groups = has_groups (chart);

  if (!add_line (writer, TY_XLSX_GROUP, ty_chart_get_text (chart, TY_CHART_TITLE), error)
      || !add_line (writer, TY_XLSX_LINE, ty_chart_get_text (chart, TY_CHART_SUBTITLE), error)
      || !add_line (writer, TY_XLSX_LINE, ty_chart_get_text (chart, TY_CHART_MESSAGE), error)
      || !add_line (writer, TY_XLSX_LINE, ty_chart_get_text (chart, TY_CHART_BODY), error))
    return FALSE;
  if (ty_chart_get_n_series (chart) > 0 && !add_heads (writer, chart, groups, error))
    return FALSE;
  for (guint c = 0; c < ty_chart_get_n_categories (chart); c++)
    if (!add_row (writer, chart, ty_chart_get_group (chart, c), ty_chart_get_category (chart, c), c, groups, error))
      return FALSE;
  if (has_totals (chart) && !add_row (writer, chart, NULL, _("Total"), TY_CHART_ALL, groups, error))
    return FALSE;

  return add_line (writer, TY_XLSX_LINE, ty_chart_get_text (chart, TY_CHART_NOTE), error)
         && add_line (writer, TY_XLSX_LINE, "", error);
}

/**
 * ty_board_workbook_write:
 * @fd: an open file, which stays open
 * @title: the title
 * @line: whose numbers they are and from when
 * @charts: (element-type TyChart): the cards
 * @error: a `G_IO_ERROR`
 *
 * Returns: whether all of it was written
 */
gboolean
ty_board_workbook_write (int          fd,
                         const char  *title,
                         const char  *line,
                         GPtrArray   *charts,
                         GError     **error)
{
  guint n = MIN (count_columns (charts), TY_XLSX_MAX_COLUMNS);
  g_autofree double *widths = g_new (double, n);
  TyXlsxPage page = { .name = title, .widths = widths, .n_columns = n };
  g_autoptr(TyXlsxWriter) writer = NULL;

  for (guint i = 0; i < n; i++)
    widths[i] = i == 0 ? FIRST_WIDTH : WIDTH;
  writer = ty_xlsx_writer_new (fd, &page, error);
  if (writer == NULL || !add_line (writer, TY_XLSX_TITLE, title, error) || !add_line (writer, TY_XLSX_LINE, line, error)
      || !add_line (writer, TY_XLSX_LINE, "", error))
    return FALSE;
  for (guint i = 0; i < charts->len; i++)
    if (!add_chart (writer, charts->pdata[i], error))
      return FALSE;

  return ty_xlsx_writer_finish (writer, error);
}
