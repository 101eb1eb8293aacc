/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-grid-view"

#include "config.h"

#include "ty-grid-view-private.h"

#include "ty-widget-theme.h"

/* A table as it is seen: labels and headings stay where they are, the rest is scrolled below them. */

#define RING 2.5

typedef struct
{
  TyGridView *view;
  cairo_t *cr;
  TyTheme theme;
  int width;
  int height;
  double x; /* how far it is scrolled */
  double y;
} Drawing;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} Box;

static void
draw_text (Drawing        *drawing,
           const Box      *box,
           const char     *text,
           PangoAlignment  alignment,
           gboolean        bold,
           TyColorName     color)
{
  PangoLayout *layout = drawing->view->text;
  int height;

  pango_layout_set_attributes (layout, bold ? drawing->view->bold : drawing->view->plain);
  pango_layout_set_width (layout, (int) ((box->width - 2 * TY_GRID_VIEW_PADDING) * PANGO_SCALE));
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  ty_theme_set_source (&drawing->theme, drawing->cr, color);
  cairo_move_to (drawing->cr, box->x + TY_GRID_VIEW_PADDING, box->y + (box->height - height) / 2);
  pango_cairo_show_layout (drawing->cr, layout);
}

static void
fill (Drawing     *drawing,
      const Box   *box,
      TyColorName  color)
{
  ty_theme_set_source (&drawing->theme, drawing->cr, color);
  cairo_rectangle (drawing->cr, box->x, box->y, box->width, box->height);
  cairo_fill (drawing->cr);
}

static void
draw_line (Drawing     *drawing,
           double       y,
           TyColorName  color)
{
  const Box line = { 0, y - 1, MIN (drawing->width, ty_grid_view_get_total (drawing->view)), 1 };

  fill (drawing, &line, color);
}

static Box
get_box (Drawing *drawing,
         guint    row,
         guint    column)
{
  TyGridView *view = drawing->view;
  int start = ty_grid_view_get_start (view, column);

  return (Box){ view->layout.label + start - drawing->x, view->layout.head + view->layout.row * (double) row - drawing->y,
                ty_grid_view_get_start (view, column + 1) - start, view->layout.row };
}

static void
draw_cell (Drawing *drawing,
           guint    row,
           guint    column)
{
  TyGridView *view = drawing->view;
  Box box = get_box (drawing, row, column);
  gboolean leads = ty_grid_leads (view->grid, row, column);
  const char *text = ty_grid_get_text (view->grid, row, column);
  gboolean nothing = g_str_equal (text, "0") || ty_grid_get_kind (view->grid, row, column) == TY_GRID_TEXT;

  if (box.x > drawing->width || box.x + box.width < view->layout.label)
    return;

  if (leads && row == view->hover_row && column == view->hover_column)
    fill (drawing, &box, TY_COLOR_TINT);
  draw_text (drawing, &box, text, PANGO_ALIGN_RIGHT, ty_grid_is_total (view->grid, row),
             nothing ? TY_COLOR_DIM : TY_COLOR_FG);
}

static void
clip (Drawing *drawing,
      int      x,
      int      y)
{
  cairo_save (drawing->cr);
  cairo_rectangle (drawing->cr, x, y, drawing->width - x, drawing->height - y);
  cairo_clip (drawing->cr);
}

static void
draw_ring (Drawing *drawing)
{
  TyGridView *view = drawing->view;
  Box box;

  if (!gtk_widget_has_focus (GTK_WIDGET (view)) || view->row >= ty_grid_get_n_rows (view->grid)
      || view->column >= ty_grid_get_n_columns (view->grid))
    return;

  box = get_box (drawing, view->row, view->column);
  ty_theme_set_source (&drawing->theme, drawing->cr, TY_COLOR_ACCENT_TEXT);
  cairo_set_line_width (drawing->cr, RING);
  cairo_rectangle (drawing->cr, box.x + RING / 2, box.y + RING / 2, box.width - RING, box.height - RING);
  cairo_stroke (drawing->cr);
}

static void
draw_rows (Drawing *drawing)
{
  TyGridView *view = drawing->view;
  guint first = (guint) (drawing->y / view->layout.row);
  guint last = MIN (ty_grid_get_n_rows (view->grid),
                    (guint) ((drawing->y + drawing->height) / view->layout.row) + 1);

  clip (drawing, 0, view->layout.head);
  for (guint row = first; row < last; row++)
    {
      Box box = get_box (drawing, row, 0);

      if (row > 0 && ty_grid_is_total (view->grid, row))
        draw_line (drawing, box.y, TY_COLOR_LINE2);
      draw_line (drawing, box.y + box.height, TY_COLOR_GRID);
      box.x = 0;
      box.width = view->layout.label;
      draw_text (drawing, &box, ty_grid_get_label (view->grid, row), PANGO_ALIGN_LEFT,
                 ty_grid_is_total (view->grid, row), TY_COLOR_FG);
    }
  cairo_restore (drawing->cr);

  clip (drawing, view->layout.label, view->layout.head);
  for (guint row = first; row < last; row++)
    for (guint column = 0; column < ty_grid_get_n_columns (view->grid); column++)
      draw_cell (drawing, row, column);
  draw_ring (drawing);
  cairo_restore (drawing->cr);
}

/* A heading with nothing below it has the room of all lines. */
static int
get_height (TyGridView *view,
            guint       level,
            guint       column)
{
  int height = view->layout.levels[level];

  for (guint i = level + 1; i < ty_grid_get_n_levels (view->grid); i++)
    {
      if (*ty_grid_get_heading (view->grid, i, column) != '\0')
        break;
      height += view->layout.levels[i];
    }
  return height;
}

/* The heading of many columns stands over those of them that are seen. */
static Box
get_seen_part (Drawing    *drawing,
               const Box  *box,
               const char *heading)
{
  TyGridView *view = drawing->view;
  double start = MAX (box->x, view->layout.label);
  double end = MIN (box->x + box->width, drawing->width);
  double needed;
  int text;

  pango_layout_set_attributes (view->text, view->bold);
  pango_layout_set_width (view->text, -1);
  pango_layout_set_text (view->text, heading, -1);
  pango_layout_get_pixel_size (view->text, &text, NULL);
  needed = MIN (text + 2 * TY_GRID_VIEW_PADDING + 1, box->width);
  if (end - start < needed && box->x < view->layout.label)
    start = end - needed;
  return (Box){ start, box->y, MAX (end - start, needed), box->height };
}

static void
draw_heading (Drawing *drawing,
              guint    level,
              guint    column,
              int      y)
{
  TyGridView *view = drawing->view;
  guint span = ty_grid_get_span (view->grid, level, column);
  gboolean last = level + 1 == ty_grid_get_n_levels (view->grid);
  g_autofree char *heading = NULL;
  int start, end;
  Box box, seen;

  if (span == 0 || *ty_grid_get_heading (view->grid, level, column) == '\0')
    return;

  start = ty_grid_view_get_start (view, column);
  end = ty_grid_view_get_start (view, column + span);
  box = (Box){ view->layout.label + start - drawing->x, y, end - start, get_height (view, level, column) };
  heading = ty_grid_view_dup_heading (view, level, column);
  pango_layout_set_ellipsize (view->text, PANGO_ELLIPSIZE_NONE);
  seen = span > 1 ? get_seen_part (drawing, &box, heading) : box;
  draw_text (drawing, &seen, heading,
             span > 1 || !last ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT, TRUE, TY_COLOR_DIM);
  if (span > 1)
    {
      Box line = { box.x + TY_GRID_VIEW_PADDING / 2, y + view->layout.levels[level] - 1,
                   box.width - TY_GRID_VIEW_PADDING, 1 };

      fill (drawing, &line, TY_COLOR_LINE2);
    }
}

static void
draw_headings (Drawing *drawing)
{
  TyGridView *view = drawing->view;
  const Box corner = { 0, 0, view->layout.label, view->layout.head };

  draw_text (drawing, &corner, ty_grid_get_corner (view->grid), PANGO_ALIGN_LEFT, TRUE, TY_COLOR_DIM);
  clip (drawing, view->layout.label, 0);
  for (guint level = 0, y = 0; level < ty_grid_get_n_levels (view->grid); level++)
    {
      for (guint column = 0; column < ty_grid_get_n_columns (view->grid); column++)
        draw_heading (drawing, level, column, (int) y);
      y += (guint) view->layout.levels[level];
    }
  cairo_restore (drawing->cr);
  draw_line (drawing, view->layout.head, TY_COLOR_LINE2);
}

/**
 * ty_grid_view_draw:
 * @self: a view that was laid out
 * @cr: where
 */
void
ty_grid_view_draw (TyGridView *self,
                   cairo_t    *cr)
{
  Drawing drawing = {
    .view = self,
    .cr = cr,
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .x = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]),
    .y = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]),
  };

  ty_widget_theme_read (GTK_WIDGET (self), &drawing.theme);
  pango_layout_set_ellipsize (self->text, PANGO_ELLIPSIZE_END);
  draw_rows (&drawing);
  draw_headings (&drawing);
}
