/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-table-sheet"

#include "config.h"

#include "ty-table-sheet.h"

#include "ty-theme.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All in points. */
#define TITLE_SIZE 16
#define TEXT_SIZE 10
#define SMALL_SIZE 9
#define PADDING 4
#define GAP 6
#define FOOT_HEIGHT 24

/**
 * TyTableSheet:
 *
 * A table on paper. What does not fit on a page goes on to the next one below the same headings; long texts
 * are broken into lines, and nothing is cut. In the first column what is the same as above is not said
 * again, but on a new page it is.
 */
struct _TyTableSheet
{
  char *title;
  char *subtitle;
  char *footer;
  TySheetColumn *columns;
  guint n_columns;
  GPtrArray *rows;      /* (element-type GStrv) */

  GArray *pages;        /* (element-type guint): the first row of each */
  PangoLayout *layout;  /* (owned) (nullable) until it is laid out */
  PangoFontDescription *font;
  double width;
  double height;
  double head;          /* where the rows begin */
};

/**
 * ty_table_sheet_new:
 * @title: of the whole
 * @subtitle: what it is about, in a line below
 * @footer: what stands at the foot of each page
 * @columns: (array length=n_columns): its columns
 * @n_columns: how many
 *
 * Returns: (transfer full): a table without rows
 */
TyTableSheet *
ty_table_sheet_new (const char          *title,
                    const char          *subtitle,
                    const char          *footer,
                    const TySheetColumn *columns,
                    guint                n_columns)
{
  TyTableSheet *self = g_new0 (TyTableSheet, 1);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->footer = g_strdup (footer);
  self->columns = g_new0 (TySheetColumn, n_columns);
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i] = columns[i];
      self->columns[i].heading = g_strdup (columns[i].heading);
    }
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
ty_table_sheet_free (TyTableSheet *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free ((char *) self->columns[i].heading);
  g_free (self->columns);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->footer);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->pages);
  g_free (self);
}

/**
 * ty_table_sheet_add_row:
 * @self: a table
 * @cells: a text for each column
 */
void
ty_table_sheet_add_row (TyTableSheet      *self,
                        const char *const *cells)
{
  GStrv row = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    row[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
  g_ptr_array_add (self->rows, row);
}

/**
 * ty_table_sheet_get_title:
 * @self: a table
 *
 * Returns: (transfer none): of the whole
 */
const char *
ty_table_sheet_get_title (TyTableSheet *self)
{
  return self->title;
}

static double
get_column_width (TyTableSheet *self,
                  guint         column)
{
  double sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    sum += self->columns[i].share;
  return self->width * self->columns[column].share / sum;
}

/* Returns: the height of the text, in points */
static double
set_text (TyTableSheet   *self,
          const char     *text,
          int             size,
          gboolean        bold,
          PangoAlignment  alignment,
          double          width)
{
  int height;

  pango_font_description_set_size (self->font, size * PANGO_SCALE);
  pango_font_description_set_weight (self->font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, self->font);
  pango_layout_set_alignment (self->layout, alignment);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_size (self->layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static double
set_cell (TyTableSheet *self,
          guint         column,
          const char   *text,
          gboolean      bold)
{
  return set_text (self, text, bold ? SMALL_SIZE : TEXT_SIZE, bold,
                   self->columns[column].at_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
                   get_column_width (self, column) - 2 * PADDING);
}

static double
measure_row (TyTableSheet      *self,
             const char *const *cells,
             gboolean           bold)
{
  double height = 0;

  for (guint i = 0; i < self->n_columns; i++)
    height = MAX (height, set_cell (self, i, cells != NULL ? cells[i] : self->columns[i].heading, bold));
  return height + 2 * PADDING;
}

/**
 * ty_table_sheet_lay_out:
 * @self: a table
 * @context: with which is drawn
 * @font: the font; its size is ours
 * @width: of a page without its margins, in points
 * @height: the same
 *
 * Finds which rows stand on which page.
 *
 * Returns: how many pages there are, at least one
 */
guint
ty_table_sheet_lay_out (TyTableSheet               *self,
                        PangoContext               *context,
                        const PangoFontDescription *font,
                        double                      width,
                        double                      height)
{
  double y = 0;

  g_clear_object (&self->layout);
  g_clear_pointer (&self->font, pango_font_description_free);
  self->layout = pango_layout_new (context);
  self->font = pango_font_description_copy (font);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  self->width = width;
  self->height = height;
  self->head = set_text (self, self->title, TITLE_SIZE, TRUE, PANGO_ALIGN_CENTER, width) + GAP
               + set_text (self, self->subtitle, SMALL_SIZE, FALSE, PANGO_ALIGN_CENTER, width) + GAP
               + measure_row (self, NULL, TRUE);

  g_array_set_size (self->pages, 0);
  for (guint i = 0; i < MAX (self->rows->len, 1); i++)
    {
      double row = i < self->rows->len ? measure_row (self, g_ptr_array_index (self->rows, i), FALSE) : 0;

      /* A row that is higher than a page stands on one of its own. */
      if (self->pages->len == 0 || (y + row > height - FOOT_HEIGHT && y > self->head))
        {
          g_array_append_val (self->pages, i);
          y = self->head;
        }
      y += row;
    }
  return self->pages->len;
}

static void
draw_rule (TyTableSheet  *self,
           const TyTheme *theme,
           cairo_t       *cr,
           double         y,
           TyColorName    color,
           double         thickness)
{
  ty_theme_set_source (theme, cr, color);
  cairo_set_line_width (cr, thickness);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, self->width, y);
  cairo_stroke (cr);
}

static void
show_text (TyTableSheet *self,
           cairo_t      *cr,
           double        x,
           double        y)
{
  pango_cairo_update_layout (cr, self->layout);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, self->layout);
}

static void
draw_row (TyTableSheet      *self,
          cairo_t           *cr,
          const char *const *cells,
          gboolean           with_first,
          double             y)
{
  double x = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (i > 0 || with_first)
        {
          set_cell (self, i, cells != NULL ? cells[i] : self->columns[i].heading, cells == NULL);
          show_text (self, cr, x + PADDING, y + PADDING);
        }
      x += get_column_width (self, i);
    }
}

/* Returns: where the rows begin */
static double
draw_head (TyTableSheet  *self,
           const TyTheme *theme,
           cairo_t       *cr)
{
  double y = 0;

  ty_theme_set_source (theme, cr, TY_COLOR_FG);
  y = set_text (self, self->title, TITLE_SIZE, TRUE, PANGO_ALIGN_CENTER, self->width);
  show_text (self, cr, 0, 0);
  y += GAP;
  ty_theme_set_source (theme, cr, TY_COLOR_DIM);
  set_text (self, self->subtitle, SMALL_SIZE, FALSE, PANGO_ALIGN_CENTER, self->width);
  show_text (self, cr, 0, y);
  draw_row (self, cr, NULL, TRUE, self->head - measure_row (self, NULL, TRUE));
  draw_rule (self, theme, cr, self->head, TY_COLOR_FG, 1);
  return self->head;
}

static void
draw_foot (TyTableSheet  *self,
           const TyTheme *theme,
           cairo_t       *cr,
           guint          page)
{
  /* Translators: at the foot of a printed page: which page it is, and how many there are */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, self->pages->len);
  double y = self->height - FOOT_HEIGHT + GAP + 2;

  draw_rule (self, theme, cr, self->height - FOOT_HEIGHT + GAP, TY_COLOR_LINE2, 0.5);
  ty_theme_set_source (theme, cr, TY_COLOR_DIM);
  set_text (self, self->footer, SMALL_SIZE, FALSE, PANGO_ALIGN_LEFT, self->width);
  show_text (self, cr, 0, y);
  set_text (self, number, SMALL_SIZE, FALSE, PANGO_ALIGN_RIGHT, self->width);
  show_text (self, cr, 0, y);
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
  TyTheme theme;
  guint first, last;
  double y;

  g_return_if_fail (page < self->pages->len);

  ty_theme_init_paper (&theme);
  first = g_array_index (self->pages, guint, page);
  last = page + 1 < self->pages->len ? g_array_index (self->pages, guint, page + 1) : self->rows->len;
  y = draw_head (self, &theme, cr);
  for (guint i = first; i < last; i++)
    {
      const char *const *cells = g_ptr_array_index (self->rows, i);
      const char *const *above = i > first ? g_ptr_array_index (self->rows, i - 1) : NULL;
      gboolean with_first = above == NULL || strcmp (above[0], cells[0]) != 0;

      ty_theme_set_source (&theme, cr, TY_COLOR_FG);
      draw_row (self, cr, cells, with_first, y);
      y += measure_row (self, cells, FALSE);
      draw_rule (self, &theme, cr, y, TY_COLOR_LINE2, 0.5);
    }
  draw_foot (self, &theme, cr, page);
}
