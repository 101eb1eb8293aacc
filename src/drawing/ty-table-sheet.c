/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-table-sheet"

#include "config.h"

#include "ty-table-sheet-private.h"

#include "ty-font-features.h"
#include "ty-label-break.h"

#include <string.h>

#define PADDING 4
#define GRID_PADDING 2
#define CHUNK_BYTES 65536

/* Against the size of the font: how wide half a Chinese character is, with some room. */
#define HALF_WIDTH 0.6

/**
 * TyTableSheet:
 *
 * A table on paper. What does not fit on a page goes on to the next one below the same headings; long texts
 * are broken into lines, and nothing is cut: a row that is higher than a page goes on, too. In the first
 * column what is the same as above is not said again, but on a new page it is.
 *
 * With a grid it is a roster: its lines are drawn, headings have groups, rows have headings of groups, and the
 * texts are as large as the widths of the columns allow.
 *
 * It holds rows of any number in one piece of memory each, and finds its pages some rows at a time.
 */

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
  self->widths = g_new0 (double, n_columns);
  self->n_columns = n_columns;
  self->texts = g_string_chunk_new (CHUNK_BYTES);
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i] = columns[i];
      self->columns[i].heading = g_string_chunk_insert (self->texts, columns[i].heading);
      if (columns[i].group != NULL)
        self->columns[i].group = g_string_chunk_insert (self->texts, columns[i].group);
      self->grouped |= columns[i].group != NULL;
    }
  self->rows = g_array_new (FALSE, FALSE, sizeof (TySheetRow));
  self->pages = g_array_new (FALSE, FALSE, sizeof (TySheetPage));
  return self;
}

void
ty_table_sheet_free (TyTableSheet *self)
{
  g_free (self->columns);
  g_free (self->widths);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->right);
  g_free (self->below);
  g_free (self->footer);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_array_unref (self->rows);
  g_array_unref (self->pages);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * ty_table_sheet_set_grid:
 * @self: a table without pages
 * @right: (nullable): what stands at the end of the line of the subtitle, which then stands at its beginning
 * @below: (nullable): what stands in a line below it
 *
 * Makes it a roster.
 */
void
ty_table_sheet_set_grid (TyTableSheet *self,
                         const char   *right,
                         const char   *below)
{
  self->grid = TRUE;
  self->right = g_strdup (right);
  self->below = g_strdup (below);
}

/**
 * ty_table_sheet_has_grid:
 * @self: a table
 *
 * Returns: whether it is a roster, which stands across the page
 */
gboolean
ty_table_sheet_has_grid (TyTableSheet *self)
{
  return self->grid;
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
  g_autoptr(GString) texts = g_string_new (NULL);
  TySheetRow row = { NULL, FALSE };

  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_len (texts, cells[i] != NULL ? cells[i] : "",
                         cells[i] != NULL ? (gssize) strlen (cells[i]) + 1 : 1);
  row.cells = g_string_chunk_insert_len (self->texts, texts->str, (gssize) texts->len);
  g_array_append_val (self->rows, row);
}

/**
 * ty_table_sheet_add_group:
 * @self: a table
 * @text: what stands above the rows that follow; where they go on to another page it stands there again
 */
void
ty_table_sheet_add_group (TyTableSheet *self,
                          const char   *text)
{
  const TySheetRow row = { g_string_chunk_insert (self->texts, text), TRUE };

  g_array_append_val (self->rows, row);
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

/* Returns: the height of the text, in points */
double
ty_table_sheet_set_text (TyTableSheet   *self,
                         const char     *text,
                         double          size,
                         gboolean        bold,
                         PangoAlignment  alignment,
                         double          width)
{
  int height;

  pango_font_description_set_size (self->font, (int) (size * PANGO_SCALE));
  pango_font_description_set_weight (self->font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, self->font);
  pango_layout_set_alignment (self->layout, alignment);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_size (self->layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static double
get_inner_width (TyTableSheet *self,
                 guint         column)
{
  return self->widths[column] - 2 * self->padding;
}

double
ty_table_sheet_set_cell (TyTableSheet *self,
                         guint         column,
                         const char   *text)
{
  const TySheetColumn *info = &self->columns[column];

  return ty_table_sheet_set_text (self, text, self->size, FALSE,
                                  info->centred ? PANGO_ALIGN_CENTER
                                                : info->at_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
                                  get_inner_width (self, column));
}

static double
set_column_heading (TyTableSheet *self,
                    guint         column,
                    const char   *text)
{
  const TySheetColumn *info = &self->columns[column];

  return ty_table_sheet_set_text (self, text, self->grid ? self->size : TY_SHEET_SMALL_SIZE, TRUE,
                                  self->grid ? PANGO_ALIGN_CENTER
                                             : info->at_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
                                  get_inner_width (self, column));
}

/* Broken at a word, where both parts have room. */
double
ty_table_sheet_set_column_heading (TyTableSheet *self,
                                   guint         column)
{
  const char *heading = self->columns[column].heading;
  double height = set_column_heading (self, column, heading);
  g_autofree char *broken = pango_layout_get_line_count (self->layout) == 2 ? ty_label_break (heading) : NULL;

  if (broken == NULL)
    return height;

  height = set_column_heading (self, column, broken);
  return pango_layout_get_line_count (self->layout) == 2 ? height : set_column_heading (self, column, heading);
}

double
ty_table_sheet_set_heading (TyTableSheet *self,
                            const char   *text)
{
  return ty_table_sheet_set_text (self, text, self->size, TRUE, PANGO_ALIGN_LEFT,
                                  self->width - 2 * self->padding);
}

/* Whether the text surely stands in one line of the usual height: said of most, and it saves laying out
 * millions of them twice. */
static gboolean
is_one_line (const char *text,
             double      width,
             double      size)
{
  double taken = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || (c >= 0x7F && (c < 0x3001 || c > 0x9FFF)))
        return FALSE;
      taken += g_ascii_isdigit (c < 0x7F ? (char) c : 'x') || c == '.' ? size * 0.7 : size;
      if (taken > width)
        return FALSE;
    }
  return TRUE;
}

static double
measure_cell (TyTableSheet *self,
              guint         column,
              const char   *text)
{
  if (*text == '\0' || is_one_line (text, get_inner_width (self, column), self->size))
    return self->line;

  return ty_table_sheet_set_cell (self, column, text);
}

double
ty_table_sheet_measure_row (TyTableSheet     *self,
                            const TySheetRow *row)
{
  const char *cell = row->cells;
  double height = 0;

  if (row->heading)
    return ty_table_sheet_set_heading (self, cell) + 2 * self->padding;

  for (guint i = 0; i < self->n_columns; i++, cell = ty_sheet_next_cell (cell))
    height = MAX (height, measure_cell (self, i, cell));
  return height + 2 * self->padding;
}

/* The columns from @first on that have the same group. */
guint
ty_table_sheet_count_same_group (TyTableSheet *self,
                                 guint         first)
{
  const char *group = self->columns[first].group;
  guint n = 1;

  while (group != NULL && first + n < self->n_columns
         && g_strcmp0 (self->columns[first + n].group, group) == 0)
    n++;
  return n;
}

static double
get_width_of (TyTableSheet *self,
              guint         first,
              guint         n)
{
  double width = 0;

  for (guint i = first; i < first + n; i++)
    width += self->widths[i];
  return width;
}

static void
measure_headings (TyTableSheet *self,
                  double       *lower)
{
  self->upper = *lower = 0;
  for (guint i = 0, n; i < self->n_columns; i += n)
    {
      n = ty_table_sheet_count_same_group (self, i);
      if (self->columns[i].group != NULL)
        self->upper = MAX (self->upper,
                           ty_table_sheet_set_text (self, self->columns[i].group, self->size, TRUE,
                                                    PANGO_ALIGN_CENTER,
                                                    get_width_of (self, i, n) - 2 * self->padding)
                             + 2 * self->padding);
      for (guint j = i; j < i + n; j++)
        *lower = MAX (*lower, ty_table_sheet_set_column_heading (self, j) + 2 * self->padding);
    }
}

/* The widths of a layout are characters. As large as they allow, and at most as large as usual; a column
 * that is narrower than a character would lose it. */
static void
fit_columns (TyTableSheet *self)
{
  double sum = 0, least = G_MAXDOUBLE, room;

  for (guint i = 0; i < self->n_columns; i++)
    {
      sum += self->columns[i].share;
      least = MIN (least, self->columns[i].share);
    }
  self->padding = self->grid ? MIN (GRID_PADDING, self->width / self->n_columns / 8) : PADDING;
  self->size = TY_SHEET_TEXT_SIZE;
  room = self->width - 2 * self->padding * self->n_columns;
  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] = self->grid ? 2 * self->padding + room * self->columns[i].share / sum
                                 : self->width * self->columns[i].share / sum;
  if (self->grid)
    self->size = MIN (self->size, MIN (room / (sum * HALF_WIDTH), room * least / sum));
}

static void
measure_head (TyTableSheet *self)
{
  double lower;

  self->line = ty_table_sheet_set_text (self, "国Ag", self->size, FALSE, PANGO_ALIGN_LEFT, self->width);
  measure_headings (self, &lower);
  self->head = ty_table_sheet_set_text (self, self->title, TY_SHEET_TITLE_SIZE, TRUE, PANGO_ALIGN_CENTER,
                                        self->width) + TY_SHEET_GAP
               + ty_table_sheet_set_text (self, self->subtitle, TY_SHEET_SMALL_SIZE, FALSE,
                                          PANGO_ALIGN_CENTER, self->width) + TY_SHEET_GAP;
  if (self->below != NULL)
    self->head += ty_table_sheet_set_text (self, self->below, TY_SHEET_SMALL_SIZE, FALSE, PANGO_ALIGN_LEFT,
                                           self->width) + TY_SHEET_GAP;
  self->head += self->upper + lower;
}

/* A hyphen in an ID number or a name would be taken for a part of it. */
static PangoLayout *
new_layout (PangoContext *context)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  ty_font_features_add (attributes);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/**
 * ty_table_sheet_begin:
 * @self: a table
 * @context: with which is drawn
 * @font: the font; its size is ours
 * @width: of a page without its margins, in points
 * @height: the same
 *
 * Begins to find which rows stand on which page. ty_table_sheet_go_on() follows.
 */
void
ty_table_sheet_begin (TyTableSheet               *self,
                      PangoContext               *context,
                      const PangoFontDescription *font,
                      double                      width,
                      double                      height)
{
  const TySheetPage first = { 0, 0, -1 };

  g_clear_object (&self->layout);
  g_clear_pointer (&self->font, pango_font_description_free);
  self->layout = new_layout (context);
  self->font = pango_font_description_copy (font);
  self->width = width;
  self->height = height;
  fit_columns (self);
  measure_head (self);

  g_array_set_size (self->pages, 0);
  g_array_append_val (self->pages, first);
  self->next = 0;
  self->heading = -1;
  self->y = self->head;
}

/* How high all rows of a page may be together. */
double
ty_table_sheet_get_room (TyTableSheet *self)
{
  return self->height - TY_SHEET_FOOT_HEIGHT - self->head;
}

/* The first line of a part of the text that was set, and the one behind its last; each part is as high as a
 * page has room for. Returns: the first line, or -1 where the text has no such part */
int
ty_table_sheet_find_part (TyTableSheet *self,
                          guint         part,
                          int          *last)
{
  double room = ty_table_sheet_get_room (self) - 2 * self->padding - 2 * self->line;
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);
  double taken = 0;
  guint now = 0;
  int line = 0, first = part == 0 ? 0 : -1;

  do
    {
      PangoRectangle extents;
      double height;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      height = (double) extents.height / PANGO_SCALE;
      if (taken > 0 && taken + height > room)
        {
          if (now == part)
            break;
          now++;
          taken = 0;
          first = now == part ? line : first;
        }
      taken += height;
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  *last = line;
  return first;
}

static guint
count_parts (TyTableSheet     *self,
             const TySheetRow *row)
{
  const char *cell = row->cells;
  guint n = 1;

  for (guint i = 0; i < self->n_columns; i++, cell = ty_sheet_next_cell (cell))
    {
      int last;

      ty_table_sheet_set_cell (self, i, cell);
      while (ty_table_sheet_find_part (self, n, &last) >= 0)
        n++;
    }
  return n;
}

static void
begin_page (TyTableSheet *self,
            guint         row,
            guint         part)
{
  const TySheetRow *first = &g_array_index (self->rows, TySheetRow, row);
  const TySheetPage page = { row, part, first->heading ? -1 : self->heading };

  g_array_append_val (self->pages, page);
  self->y = self->head;
  if (page.heading >= 0)
    self->y += ty_table_sheet_measure_row (self, &g_array_index (self->rows, TySheetRow, page.heading));
}

/* A row that is higher than a page begins one and goes on to others; what follows begins a new one. */
static void
place_high_row (TyTableSheet     *self,
                guint             i,
                const TySheetRow *row)
{
  guint n = count_parts (self, row);

  if (self->y > self->head)
    begin_page (self, i, 0);
  for (guint part = 1; part < n; part++)
    begin_page (self, i, part);
  self->y = self->height;
}

/* The heading of a group is not the last on its page. */
static double
measure_with_next (TyTableSheet *self,
                   guint         i,
                   double        height)
{
  const TySheetRow *row = &g_array_index (self->rows, TySheetRow, i);

  if (!row->heading || i + 1 == self->rows->len)
    return height;

  return MIN (height + ty_table_sheet_measure_row (self, row + 1), ty_table_sheet_get_room (self));
}

static void
place_row (TyTableSheet *self,
           guint         i)
{
  const TySheetRow *row = &g_array_index (self->rows, TySheetRow, i);
  double height = ty_table_sheet_measure_row (self, row);
  double heading = 0;

  if (row->heading)
    self->heading = (int) i;
  else if (self->heading >= 0)
    heading = ty_table_sheet_measure_row (self, &g_array_index (self->rows, TySheetRow, self->heading));
  if (height + heading > ty_table_sheet_get_room (self) && !row->heading)
    {
      place_high_row (self, i, row);
      return;
    }
  if (self->y + measure_with_next (self, i, height) > self->height - TY_SHEET_FOOT_HEIGHT
      && self->y > self->head)
    begin_page (self, i, 0);
  self->y += height;
}

/**
 * ty_table_sheet_go_on:
 * @self: a table that ty_table_sheet_begin() began
 * @n_rows: how many rows at most
 *
 * Finds pages for some more rows.
 *
 * Returns: whether there are more
 */
gboolean
ty_table_sheet_go_on (TyTableSheet *self,
                      guint         n_rows)
{
  g_return_val_if_fail (self->layout != NULL, FALSE);

  for (guint i = 0; i < n_rows && self->next < self->rows->len; i++)
    place_row (self, self->next++);

  return self->next < self->rows->len;
}

/**
 * ty_table_sheet_get_n_pages:
 * @self: a table all of whose rows have a page
 *
 * Returns: how many pages there are, at least one
 */
guint
ty_table_sheet_get_n_pages (TyTableSheet *self)
{
  return self->pages->len;
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
  ty_table_sheet_begin (self, context, font, width, height);
  while (ty_table_sheet_go_on (self, G_MAXUINT))
    continue;
  return self->pages->len;
}
