/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-grid-view"

#include "config.h"

#include "ty-grid-view-private.h"

#include "ty-label-break.h"
#include "ty-text.h"

#include <string.h>

/* How wide and high everything in a table is. Figures are as wide as their characters are many, so that the longest
 * of a column stands for all. */

#define LEAST_COLUMN 48
#define LEAST_LABEL 96
#define MOST_LABEL 17 /* characters, where the figures need the room */
#define HEAD_PADDING 5
#define ROW_PADDING 4
#define LEAST_ROW 28
#define MOST_STRETCH 0.6 /* by how much of its width a table grows where there is room */

static int
measure (TyGridView *self,
         const char *text,
         gboolean    bold)
{
  int width;

  pango_layout_set_width (self->text, -1);
  pango_layout_set_attributes (self->text, bold ? self->bold : self->plain);
  pango_layout_set_text (self->text, text, -1);
  pango_layout_get_pixel_size (self->text, &width, NULL);
  return width;
}

static int *
get_width (TyGridView *self,
           guint       column)
{
  return &g_array_index (self->layout.widths, int, column);
}

static int
measure_label (TyGridView *self)
{
  const char *longest = ty_grid_get_corner (self->grid);

  for (guint i = 0; i < ty_grid_get_n_rows (self->grid); i++)
    if (ty_text_width (ty_grid_get_label (self->grid, i)) > ty_text_width (longest))
      longest = ty_grid_get_label (self->grid, i);
  return MAX (measure (self, longest, TRUE) + 2 * TY_GRID_VIEW_PADDING, LEAST_LABEL);
}

static int
measure_cells (TyGridView *self,
               guint       column)
{
  const char *longest = "";
  const char *total = "";
  glong n_longest = 0;

  for (guint i = 0; i < ty_grid_get_n_rows (self->grid); i++)
    {
      const char *text = ty_grid_get_text (self->grid, i, column);

      /* A minus has three bytes. */
      if (g_utf8_strlen (text, -1) > n_longest)
        {
          longest = text;
          n_longest = g_utf8_strlen (text, -1);
        }
      if (ty_grid_is_total (self->grid, i))
        total = text;
    }
  return MAX (measure (self, longest, FALSE), measure (self, total, TRUE));
}

/* Days and words in Latin letters are not broken. */
static int
measure_words (TyGridView *self,
               const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  int widest = 0;

  for (char **word = words; *word != NULL; word++)
    if (g_str_is_ascii (*word))
      widest = MAX (widest, measure (self, *word, TRUE));
  return widest;
}

/* Latin words are parted by Pango, in as many lines as are needed; Chinese ones it does not know. */
static char *
break_heading (const char *text)
{
  return g_str_is_ascii (text) ? NULL : ty_label_break (text);
}

/* A heading may stand in two lines, unless it is short. */
static int
measure_heading (TyGridView *self,
                 const char *text)
{
  g_autofree char *broken = break_heading (text);
  int whole = measure (self, text, TRUE);
  int em = measure (self, "村", TRUE);
  int half = broken != NULL ? measure (self, broken, TRUE) : whole / 2 + em;

  return MIN (whole, MAX (MAX (5 * em, half), measure_words (self, text)));
}

static void
widen (TyGridView *self,
       guint       level,
       guint       column)
{
  guint span = ty_grid_get_span (self->grid, level, column);
  const char *heading = ty_grid_get_heading (self->grid, level, column);
  int sum = 0, lacking;

  if (span == 0 || *heading == '\0')
    return;

  for (guint i = 0; i < span; i++)
    sum += *get_width (self, column + i);
  lacking = measure_heading (self, heading) + 2 * TY_GRID_VIEW_PADDING - sum;
  for (guint i = 0; lacking > 0 && i < span; i++)
    *get_width (self, column + i) += (lacking + (int) span - 1) / (int) span;
}

static void
measure_columns (TyGridView *self)
{
  guint n = ty_grid_get_n_columns (self->grid);
  guint n_levels = ty_grid_get_n_levels (self->grid);

  for (guint i = 0; i < n; i++)
    {
      int width = MAX (measure_cells (self, i) + 2 * TY_GRID_VIEW_PADDING, LEAST_COLUMN);

      g_array_append_val (self->layout.widths, width);
    }
  for (guint level = n_levels; level > 0; level--)
    for (guint i = 0; i < n; i++)
      widen (self, level - 1, i);
}

/* Labels are cut rather than that figures are not seen; where there is room for both, neither is. */
static void
stretch (TyGridView *self,
         int         width)
{
  guint n = self->layout.widths->len;
  int sum = 0, label = measure_label (self), most = MOST_LABEL * measure (self, "村", FALSE), room;

  for (guint i = 0; i < n; i++)
    sum += *get_width (self, i);
  self->layout.label = CLAMP (width - sum, MIN (label, most), label);
  room = MIN (width - self->layout.label - sum, (int) (sum * MOST_STRETCH));
  for (guint i = 0; room > 0 && i < n; i++)
    *get_width (self, i) += room / (int) n;
}

static void
place_columns (TyGridView *self)
{
  int start = 0;

  for (guint i = 0; i < self->layout.widths->len; i++)
    {
      g_array_append_val (self->layout.starts, start);
      start += *get_width (self, i);
    }
  g_array_append_val (self->layout.starts, start);
}

static int
get_heading_room (TyGridView *self,
                  guint       level,
                  guint       column)
{
  guint span = ty_grid_get_span (self->grid, level, column);

  return ty_grid_view_get_start (self, column + span) - ty_grid_view_get_start (self, column)
         - 2 * TY_GRID_VIEW_PADDING;
}

/**
 * ty_grid_view_dup_heading:
 * @self: a view whose columns were placed
 * @level: a line of headings
 * @column: a column that has a heading there
 *
 * Returns: (transfer full): the heading, broken at a word where it has no room in one line
 */
char *
ty_grid_view_dup_heading (TyGridView *self,
                          guint       level,
                          guint       column)
{
  const char *heading = ty_grid_get_heading (self->grid, level, column);
  g_autofree char *broken = NULL;

  if (measure (self, heading, TRUE) > get_heading_room (self, level, column))
    broken = break_heading (heading);
  return broken != NULL ? g_steal_pointer (&broken) : g_strdup (heading);
}

static int
measure_level (TyGridView *self,
               guint       level)
{
  int highest = 0;

  for (guint i = 0; i < ty_grid_get_n_columns (self->grid); i++)
    {
      g_autofree char *heading = NULL;
      int height;

      if (ty_grid_get_span (self->grid, level, i) == 0)
        continue;
      heading = ty_grid_view_dup_heading (self, level, i);
      pango_layout_set_attributes (self->text, self->bold);
      pango_layout_set_wrap (self->text, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (self->text, get_heading_room (self, level, i) * PANGO_SCALE);
      pango_layout_set_text (self->text, heading, -1);
      pango_layout_get_pixel_size (self->text, NULL, &height);
      highest = MAX (highest, height);
    }
  return highest + 2 * HEAD_PADDING;
}

/**
 * ty_grid_view_lay_out:
 * @self: a view of a table
 * @width: the room that it has, in pixels
 *
 * Places everything.
 */
void
ty_grid_view_lay_out (TyGridView *self,
                      int         width)
{
  TyGridLayout *layout = &self->layout;
  int height;

  g_array_set_size (layout->widths, 0);
  g_array_set_size (layout->starts, 0);
  layout->head = 0;
  measure_columns (self);
  stretch (self, width);
  place_columns (self);
  for (guint i = 0; i < ty_grid_get_n_levels (self->grid); i++)
    {
      layout->levels[i] = measure_level (self, i);
      layout->head += layout->levels[i];
    }
  measure (self, "村", FALSE);
  pango_layout_get_pixel_size (self->text, NULL, &height);
  layout->row = MAX (height + 2 * ROW_PADDING, LEAST_ROW);
}

/**
 * ty_grid_view_get_start:
 * @self: a view that was laid out
 * @column: a column, or their number
 *
 * Returns: where it begins behind the labels, in pixels; for their number where the last one ends
 */
int
ty_grid_view_get_start (TyGridView *self,
                        guint       column)
{
  return g_array_index (self->layout.starts, int, column);
}

/**
 * ty_grid_view_get_total:
 * @self: a view that was laid out
 *
 * Returns: how wide the whole table is, in pixels
 */
int
ty_grid_view_get_total (TyGridView *self)
{
  return self->layout.label + ty_grid_view_get_start (self, self->layout.widths->len);
}

/**
 * ty_grid_view_find:
 * @self: a view
 * @x: a place in it, in pixels
 * @y: a place in it, in pixels
 * @row: (out): the row there
 * @column: (out): the column there
 *
 * Returns: whether there is a cell
 */
gboolean
ty_grid_view_find (TyGridView *self,
                   double      x,
                   double      y,
                   guint      *row,
                   guint      *column)
{
  double down, right;

  *row = *column = TY_GRID_VIEW_NONE;
  if (self->grid == NULL || !self->laid_out || x < self->layout.label || y < self->layout.head)
    return FALSE;

  right = x - self->layout.label + gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  down = y - self->layout.head + gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  if (down >= (double) self->layout.row * ty_grid_get_n_rows (self->grid))
    return FALSE;
  for (guint i = 0; i < self->layout.widths->len; i++)
    if (right >= ty_grid_view_get_start (self, i) && right < ty_grid_view_get_start (self, i + 1))
      {
        *row = (guint) (down / self->layout.row);
        *column = i;
        return TRUE;
      }
  return FALSE;
}
