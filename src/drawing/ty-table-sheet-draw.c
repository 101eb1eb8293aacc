/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-table-sheet-draw"

#include "config.h"

#include "ty-table-sheet-private.h"

#include "ty-theme.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A page of a table on paper. */

typedef struct
{
  TyTableSheet *sheet;
  cairo_t *cr;
  TyTheme theme;
  GArray *lines;   /* (owned) (element-type Line): of the grid, drawn all at once */
  double run_from; /* where the rows without a heading between them begin */
} Pen;

typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} Line;

static void
draw_line (Pen         *pen,
           double       x1,
           double       y1,
           double       x2,
           double       y2,
           TyColorName  color,
           double       thickness)
{
  ty_theme_set_source (&pen->theme, pen->cr, color);
  cairo_set_line_width (pen->cr, thickness);
  cairo_move_to (pen->cr, x1, y1);
  cairo_line_to (pen->cr, x2, y2);
  cairo_stroke (pen->cr);
}

static void
draw_rule (Pen         *pen,
           double       y,
           TyColorName  color,
           double       thickness)
{
  draw_line (pen, 0, y, pen->sheet->width, y, color, thickness);
}

static void
fill_box (Pen         *pen,
          double       y,
          double       height,
          TyColorName  color)
{
  ty_theme_set_source (&pen->theme, pen->cr, color);
  cairo_rectangle (pen->cr, 0, y, pen->sheet->width, height);
  cairo_fill (pen->cr);
}

static void
show_text (Pen    *pen,
           double  x,
           double  y)
{
  pango_cairo_update_layout (pen->cr, pen->sheet->layout);
  cairo_move_to (pen->cr, x, y);
  pango_cairo_show_layout (pen->cr, pen->sheet->layout);
}

/* Some lines of the text that was set, the first of them at the top. Returns: their height */
static double
show_lines (Pen    *pen,
            int     first,
            int     last,
            double  x,
            double  y)
{
  PangoLayoutIter *iter;
  double top = 0, bottom = 0;
  int line = 0;

  pango_cairo_update_layout (pen->cr, pen->sheet->layout);
  iter = pango_layout_get_iter (pen->sheet->layout);
  do
    {
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      if (line == first)
        top = (double) extents.y / PANGO_SCALE;
      if (line >= first && line < last)
        {
          bottom = (double) (extents.y + extents.height) / PANGO_SCALE;
          cairo_move_to (pen->cr, x + (double) extents.x / PANGO_SCALE,
                         y - top + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
          pango_cairo_show_layout_line (pen->cr, pango_layout_iter_get_line_readonly (iter));
        }
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return bottom - top;
}

/* In a grid texts stand in the middle of the height of their row, elsewhere at its top. */
static void
draw_cells (Pen              *pen,
            const TySheetRow *row,
            gboolean          with_first,
            double            y,
            double            height)
{
  TyTableSheet *self = pen->sheet;
  const char *cell = row->cells;
  double x = 0;

  ty_theme_set_source (&pen->theme, pen->cr, TY_COLOR_FG);
  for (guint i = 0; i < self->n_columns; i++, cell = ty_sheet_next_cell (cell))
    {
      if (*cell != '\0' && (i > 0 || with_first))
        {
          double text = ty_table_sheet_set_cell (self, i, cell);

          show_text (pen, x + self->padding, self->grid ? y + (height - text) / 2 : y + self->padding);
        }
      x += self->widths[i];
    }
}

/* Returns: the height of the part */
static double
draw_part (Pen              *pen,
           const TySheetRow *row,
           guint             part,
           double            y)
{
  TyTableSheet *self = pen->sheet;
  const char *cell = row->cells;
  double x = 0, height = 0;

  ty_theme_set_source (&pen->theme, pen->cr, TY_COLOR_FG);
  for (guint i = 0; i < self->n_columns; i++, cell = ty_sheet_next_cell (cell))
    {
      int first, last;

      ty_table_sheet_set_cell (self, i, cell);
      first = ty_table_sheet_find_part (self, part, &last);
      if (first >= 0)
        height = MAX (height, show_lines (pen, first, last, x + self->padding, y + self->padding));
      x += self->widths[i];
    }
  return height + 2 * self->padding;
}

static void
add_line (Pen    *pen,
          double  x1,
          double  y1,
          double  x2,
          double  y2)
{
  const Line line = { x1, y1, x2, y2 };

  g_array_append_val (pen->lines, line);
}

/* The lines between the columns, as long as no heading stands across them. */
static void
end_run (Pen    *pen,
         double  y)
{
  double x = 0;

  if (!pen->sheet->grid || y <= pen->run_from)
    return;

  for (guint i = 0; i <= pen->sheet->n_columns; i++)
    {
      add_line (pen, x, pen->run_from, x, y);
      x += i < pen->sheet->n_columns ? pen->sheet->widths[i] : 0;
    }
}

/* Thousands of lines are one path: each by itself would be as much work as a text. */
static void
draw_lines (Pen *pen)
{
  ty_theme_set_source (&pen->theme, pen->cr, pen->sheet->grid ? TY_COLOR_FG : TY_COLOR_LINE2);
  cairo_set_line_width (pen->cr, pen->sheet->grid ? 0.4 : 0.5);
  for (guint i = 0; i < pen->lines->len; i++)
    {
      const Line *line = &g_array_index (pen->lines, Line, i);

      cairo_move_to (pen->cr, line->x1, line->y1);
      cairo_line_to (pen->cr, line->x2, line->y2);
    }
  cairo_stroke (pen->cr);
}

static void
draw_group_heading (Pen        *pen,
                    const char *text,
                    gboolean    again,
                    double      y,
                    double      height)
{
  TyTableSheet *self = pen->sheet;
  /* Translators: the heading of a group of rows that goes on from the page before */
  g_autofree char *shown = again ? g_strdup_printf (_("%s (continued)"), text) : g_strdup (text);

  fill_box (pen, y, height, TY_COLOR_PILL);
  ty_theme_set_source (&pen->theme, pen->cr, TY_COLOR_FG);
  ty_table_sheet_set_heading (self, shown);
  show_text (pen, self->padding, y + self->padding);
  end_run (pen, y);
  pen->run_from = y + height;
  add_line (pen, 0, y + height, self->width, y + height);
  add_line (pen, 0, y, 0, y + height);
  add_line (pen, self->width, y, self->width, y + height);
}

/* Returns: the height of the headings in the grid */
static void
draw_grid_headings (Pen    *pen,
                    double  y)
{
  TyTableSheet *self = pen->sheet;
  double x = 0, bottom = self->head;

  fill_box (pen, y, bottom - y, TY_COLOR_PILL);
  draw_rule (pen, y, TY_COLOR_FG, 0.8);
  for (guint i = 0, n; i < self->n_columns; i += n)
    {
      double left = x, top = self->columns[i].group != NULL ? y + self->upper : y;

      n = ty_table_sheet_count_same_group (self, i);
      for (guint j = i; j < i + n; j++)
        {
          double height = ty_table_sheet_set_column_heading (self, j);

          ty_theme_set_source (&pen->theme, pen->cr, TY_COLOR_FG);
          show_text (pen, x + self->padding, top + (bottom - top - height) / 2);
          draw_line (pen, x, j == i ? y : top, x, bottom, TY_COLOR_FG, 0.4);
          x += self->widths[j];
        }
      if (self->columns[i].group == NULL)
        continue;
      draw_line (pen, left, top, x, top, TY_COLOR_FG, 0.4);
      ty_theme_set_source (&pen->theme, pen->cr, TY_COLOR_FG);
      ty_table_sheet_set_text (self, self->columns[i].group, self->size, TRUE, PANGO_ALIGN_CENTER,
                               x - left - 2 * self->padding);
      show_text (pen, left + self->padding, y + self->padding);
    }
  draw_line (pen, self->width, y, self->width, bottom, TY_COLOR_FG, 0.4);
  draw_rule (pen, bottom, TY_COLOR_FG, 0.8);
}

static void
draw_plain_headings (Pen    *pen,
                     double  y)
{
  TyTableSheet *self = pen->sheet;
  double x = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      ty_table_sheet_set_column_heading (self, i);
      show_text (pen, x + self->padding, y + self->padding);
      x += self->widths[i];
    }
  draw_rule (pen, self->head, TY_COLOR_FG, 1);
}

static double
draw_small (Pen            *pen,
            const char     *text,
            PangoAlignment  alignment,
            double          y)
{
  double height = ty_table_sheet_set_text (pen->sheet, text, TY_SHEET_SMALL_SIZE, FALSE, alignment,
                                           pen->sheet->width);

  ty_theme_set_source (&pen->theme, pen->cr, pen->sheet->grid ? TY_COLOR_FG : TY_COLOR_DIM);
  show_text (pen, 0, y);
  return height;
}

static void
draw_head (Pen *pen)
{
  TyTableSheet *self = pen->sheet;
  double y = ty_table_sheet_set_text (self, self->title, TY_SHEET_TITLE_SIZE, TRUE, PANGO_ALIGN_CENTER,
                                      self->width) + TY_SHEET_GAP;

  ty_theme_set_source (&pen->theme, pen->cr, TY_COLOR_FG);
  show_text (pen, 0, 0);
  if (self->right != NULL)
    draw_small (pen, self->right, PANGO_ALIGN_RIGHT, y);
  y += draw_small (pen, self->subtitle, self->grid ? PANGO_ALIGN_LEFT : PANGO_ALIGN_CENTER, y) + TY_SHEET_GAP;
  if (self->below != NULL)
    y += draw_small (pen, self->below, PANGO_ALIGN_LEFT, y) + TY_SHEET_GAP;
  if (self->grid)
    draw_grid_headings (pen, y);
  else
    draw_plain_headings (pen, y);
}

static void
draw_foot (Pen   *pen,
           guint  page)
{
  TyTableSheet *self = pen->sheet;
  /* Translators: at the foot of a printed page: which page it is, and how many there are */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, self->pages->len);
  double y = self->height - TY_SHEET_FOOT_HEIGHT + TY_SHEET_GAP;

  if (!self->grid)
    draw_rule (pen, y, TY_COLOR_LINE2, 0.5);
  draw_small (pen, self->footer, PANGO_ALIGN_LEFT, y + 2);
  draw_small (pen, number, PANGO_ALIGN_RIGHT, y + 2);
}

/* Returns: where the next row begins */
static double
draw_row (Pen      *pen,
          guint     i,
          gboolean  with_first,
          double    y)
{
  TyTableSheet *self = pen->sheet;
  const TySheetRow *row = &g_array_index (self->rows, TySheetRow, i);
  double height = ty_table_sheet_measure_row (self, row);

  if (row->heading)
    {
      draw_group_heading (pen, row->cells, FALSE, y, height);
      return y + height;
    }

  draw_cells (pen, row, with_first, y, height);
  add_line (pen, 0, y + height, self->width, y + height);
  return y + height;
}

/* A part of a row that is higher than a page: its first one is on a page of its own, as are the others. */
static double
draw_row_part (Pen    *pen,
               guint   i,
               guint   part,
               double  y)
{
  const TySheetRow *row = &g_array_index (pen->sheet->rows, TySheetRow, i);
  double bottom = y + draw_part (pen, row, part, y);

  add_line (pen, 0, bottom, pen->sheet->width, bottom);
  return bottom;
}

static double
draw_heading_again (Pen               *pen,
                    const TySheetPage *page,
                    double             y)
{
  const TySheetRow *heading;
  double height;

  if (page->heading < 0)
    return y;

  heading = &g_array_index (pen->sheet->rows, TySheetRow, page->heading);
  height = ty_table_sheet_measure_row (pen->sheet, heading);
  draw_group_heading (pen, heading->cells, TRUE, y, height);
  return y + height;
}

static gboolean
is_same_first (TyTableSheet *self,
               guint         i)
{
  const TySheetRow *row = &g_array_index (self->rows, TySheetRow, i);

  return !self->grid && !row[-1].heading && strcmp (row->cells, row[-1].cells) == 0;
}

static void
draw_rows (Pen   *pen,
           guint  page)
{
  TyTableSheet *self = pen->sheet;
  const TySheetPage *here = &g_array_index (self->pages, TySheetPage, page);
  const TySheetPage *next = page + 1 < self->pages->len ? here + 1 : NULL;
  guint last = next != NULL ? next->row : self->rows->len;
  double y;

  pen->run_from = self->head;
  y = draw_heading_again (pen, here, self->head);
  if (here->part > 0 || (next != NULL && next->row == here->row && self->rows->len > 0))
    y = draw_row_part (pen, here->row, here->part, y);
  else
    for (guint i = here->row; i < last; i++)
      y = draw_row (pen, i, i == here->row || !is_same_first (self, i), y);
  end_run (pen, y);
}

/**
 * ty_table_sheet_draw_page:
 * @self: a table that was laid out
 * @cr: where to draw, with the upper left corner inside the margins at 0, 0, in points
 * @page: which page, from 0
 */
void
ty_table_sheet_draw_page (TyTableSheet *self,
                          cairo_t      *cr,
                          guint         page)
{
  Pen pen = { .sheet = self, .cr = cr };

  g_return_if_fail (page < self->pages->len);

  ty_theme_init_paper (&pen.theme);
  pen.lines = g_array_new (FALSE, FALSE, sizeof (Line));
  draw_head (&pen);
  draw_rows (&pen, page);
  draw_lines (&pen);
  draw_foot (&pen, page);
  g_array_unref (pen.lines);
}
