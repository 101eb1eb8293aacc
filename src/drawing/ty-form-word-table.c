/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-word-table"

#include "config.h"

#include "ty-form-word-private.h"

#include <stdlib.h>

/* Boxes of a page become tables: those that stand beside each other are one, whose columns are all edges that
 * they have. Widths and heights are exact, so that every word processor sets them as the form has them. */

/* Edges that are nearer to each other are one, in twips. */
#define SNAP 8

/* No paragraph between two tables is lower. */
#define LEAST_GAP 20

static const char *const valigns[] = { "top", "center", "bottom" };

/* Tables of which one has to stand beside or in the other, from the first row to the last. */
typedef struct
{
  int y0, y1;
  GPtrArray *cells;  /* (owned) (element-type TyWordCell) */
} Band;

typedef struct
{
  GArray *xs, *ys;   /* (owned) (element-type int): edges */
  GPtrArray *cells;  /* (unowned) (element-type TyWordCell) */
  int *squares;      /* (owned): row by row, which cell, -1 = none */
  guint n_columns, n_rows;
} Grid;

static int
get_int (GArray *array,
         guint   i)
{
  return g_array_index (array, int, i);
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static int
compare_bands (gconstpointer a,
               gconstpointer b)
{
  return (*(Band *const *) a)->y0 - (*(Band *const *) b)->y0;
}

static void
band_free (gpointer data)
{
  Band *band = data;

  g_ptr_array_unref (band->cells);
  g_free (band);
}

static void
band_take (Band       *band,
           TyWordCell *cell)
{
  band->y0 = band->cells->len > 0 ? MIN (band->y0, cell->y0) : cell->y0;
  band->y1 = MAX (band->y1, cell->y1);
  g_ptr_array_add (band->cells, cell);
}

/* A band for each table of the form. */
static GPtrArray *
list_groups (GPtrArray *cells)
{
  GPtrArray *bands = g_ptr_array_new_with_free_func (band_free);
  g_autoptr(GHashTable) groups = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < cells->len; i++)
    {
      TyWordCell *cell = g_ptr_array_index (cells, i);
      Band *band = g_hash_table_lookup (groups, GUINT_TO_POINTER (cell->group));

      if (band == NULL)
        {
          band = g_new0 (Band, 1);
          band->cells = g_ptr_array_new ();
          g_hash_table_insert (groups, GUINT_TO_POINTER (cell->group), band);
          g_ptr_array_add (bands, band);
        }
      band_take (band, cell);
    }
  g_ptr_array_sort (bands, compare_bands);
  return bands;
}

/* What has no room for a paragraph between goes together. */
static GPtrArray *
list_bands (GPtrArray *cells)
{
  GPtrArray *bands = list_groups (cells);

  for (guint i = 1; i < bands->len; )
    {
      Band *above = g_ptr_array_index (bands, i - 1);
      Band *band = g_ptr_array_index (bands, i);

      if (band->y0 >= above->y1 + LEAST_GAP)
        {
          i++;
          continue;
        }
      for (guint k = 0; k < band->cells->len; k++)
        band_take (above, g_ptr_array_index (band->cells, k));
      g_ptr_array_remove_index (bands, i);
    }
  return bands;
}

static GArray *
list_edges (GPtrArray *cells,
            gboolean   across)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (int));
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < cells->len; i++)
    {
      const TyWordCell *cell = g_ptr_array_index (cells, i);
      const int pair[] = { across ? cell->x0 : cell->y0, across ? cell->x1 : cell->y1 };

      g_array_append_vals (all, pair, 2);
    }
  g_array_sort (all, compare_ints);
  for (guint i = 0; i < all->len; i++)
    if (edges->len == 0 || get_int (all, i) > get_int (edges, edges->len - 1) + SNAP)
      g_array_append_vals (edges, &g_array_index (all, int, i), 1);

  return edges;
}

/* The last edge that is not behind @at. */
static guint
find_edge (GArray *edges,
           int     at)
{
  guint low = 0, high = edges->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (get_int (edges, middle) <= at)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static void
find_squares (const Grid       *grid,
              const TyWordCell *cell,
              guint            *column,
              guint            *row,
              guint            *columns,
              guint            *rows)
{
  *column = find_edge (grid->xs, cell->x0);
  *row = find_edge (grid->ys, cell->y0);
  *columns = MAX (find_edge (grid->xs, cell->x1), *column + 1) - *column;
  *rows = MAX (find_edge (grid->ys, cell->y1), *row + 1) - *row;
}

/* The text of a box that stands on another one comes behind the text of that. */
static void
lay (Grid  *grid,
     guint  number)
{
  TyWordCell *cell = g_ptr_array_index (grid->cells, number);
  guint column, row, columns, rows;

  find_squares (grid, cell, &column, &row, &columns, &rows);
  for (guint r = row; r < row + rows; r++)
    for (guint c = column; c < column + columns; c++)
      if (grid->squares[r * grid->n_columns + c] >= 0)
        {
          TyWordCell *below = g_ptr_array_index (grid->cells, grid->squares[r * grid->n_columns + c]);

          g_string_append (below->paragraphs, cell->paragraphs->str);
          return;
        }
  for (guint r = row; r < row + rows; r++)
    for (guint c = column; c < column + columns; c++)
      grid->squares[r * grid->n_columns + c] = (int) number;
}

static void
grid_init (Grid      *grid,
           GPtrArray *cells)
{
  grid->cells = cells;
  grid->xs = list_edges (cells, TRUE);
  grid->ys = list_edges (cells, FALSE);
  grid->n_columns = MAX (grid->xs->len, 2) - 1;
  grid->n_rows = MAX (grid->ys->len, 2) - 1;
  grid->squares = g_new (int, grid->n_columns * grid->n_rows);
  for (guint i = 0; i < grid->n_columns * grid->n_rows; i++)
    grid->squares[i] = -1;
  for (guint i = 0; i < cells->len; i++)
    lay (grid, i);
}

static void
grid_clear (Grid *grid)
{
  g_array_unref (grid->xs);
  g_array_unref (grid->ys);
  g_free (grid->squares);
}

static int
get_square (const Grid *grid,
            int         row,
            int         column)
{
  if (row < 0 || column < 0 || row >= (int) grid->n_rows || column >= (int) grid->n_columns)
    return -1;

  return grid->squares[(guint) row * grid->n_columns + (guint) column];
}

/* Two cells share a line, which only one of them has in the form. */
static int
get_line (const Grid *grid,
          int         row,
          int         column,
          TyFormSide  side)
{
  static const struct
  {
    int row, column;
    TyFormSide side;
  } others[TY_FORM_N_SIDES] = {
    [TY_FORM_LEFT] = { 0, -1, TY_FORM_RIGHT },
    [TY_FORM_TOP] = { -1, 0, TY_FORM_BOTTOM },
    [TY_FORM_RIGHT] = { 0, 1, TY_FORM_LEFT },
    [TY_FORM_BOTTOM] = { 1, 0, TY_FORM_TOP },
  };
  int own = get_square (grid, row, column);
  int other = get_square (grid, row + others[side].row, column + others[side].column);
  int line = own >= 0 ? ((TyWordCell *) g_ptr_array_index (grid->cells, own))->lines[side] : 0;

  if (other >= 0)
    line = MAX (line, ((TyWordCell *) g_ptr_array_index (grid->cells, other))->lines[others[side].side]);
  return line;
}

static void
append_border (GString    *xml,
               const char *name,
               int         thickness)
{
  if (thickness > 0)
    g_string_append_printf (xml, "<w:%s w:val=\"single\" w:sz=\"%d\" w:space=\"0\" w:color=\"000000\"/>", name,
                            thickness);
  else
    g_string_append_printf (xml, "<w:%s w:val=\"nil\"/>", name);
}

static void
append_blank (GString *xml)
{
  g_string_append (xml, "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>"
                        "<w:rPr><w:sz w:val=\"2\"/></w:rPr></w:pPr></w:p>");
}

/* What of a cell stands in a row. */
static void
append_cell (GString    *xml,
             const Grid *grid,
             guint       row,
             guint       column,
             guint       columns)
{
  int number = get_square (grid, (int) row, (int) column);
  const TyWordCell *cell = number >= 0 ? g_ptr_array_index (grid->cells, number) : NULL;
  gboolean from_above = cell != NULL && row > 0 && get_square (grid, (int) row - 1, (int) column) == number;
  gboolean goes_on = cell != NULL && get_square (grid, (int) row + 1, (int) column) == number;
  int last = (int) (column + columns) - 1;

  g_string_append_printf (xml, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>",
                          get_int (grid->xs, column + columns) - get_int (grid->xs, column));
  if (columns > 1)
    g_string_append_printf (xml, "<w:gridSpan w:val=\"%u\"/>", columns);
  if (from_above || goes_on)
    g_string_append (xml, from_above ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>");
  g_string_append (xml, "<w:tcBorders>");
  append_border (xml, "top", from_above ? 0 : get_line (grid, (int) row, (int) column, TY_FORM_TOP));
  append_border (xml, "left", get_line (grid, (int) row, (int) column, TY_FORM_LEFT));
  append_border (xml, "bottom", goes_on ? 0 : get_line (grid, (int) row, (int) column, TY_FORM_BOTTOM));
  append_border (xml, "right", get_line (grid, (int) row, last, TY_FORM_RIGHT));
  g_string_append_printf (xml, "</w:tcBorders><w:vAlign w:val=\"%s\"/></w:tcPr>",
                          valigns[cell != NULL ? cell->down : TY_FORM_START]);
  if (cell != NULL && !from_above && cell->paragraphs->len > 0)
    g_string_append_len (xml, cell->paragraphs->str, (gssize) cell->paragraphs->len);
  else
    append_blank (xml);
  g_string_append (xml, "</w:tc>");
}

/* Squares without a box are one cell as far as no line is between them. */
static guint
count_columns (const Grid *grid,
               guint       row,
               guint       column)
{
  int number = get_square (grid, (int) row, (int) column);
  guint n = 1;

  while (column + n < grid->n_columns && get_square (grid, (int) row, (int) (column + n)) == number
         && (number >= 0
             || (get_line (grid, (int) row, (int) (column + n), TY_FORM_TOP)
                   == get_line (grid, (int) row, (int) column, TY_FORM_TOP)
                 && get_line (grid, (int) row, (int) (column + n), TY_FORM_BOTTOM)
                      == get_line (grid, (int) row, (int) column, TY_FORM_BOTTOM))))
    n++;
  return n;
}

static void
append_row (GString    *xml,
            const Grid *grid,
            guint       row)
{
  g_string_append_printf (xml, "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"%d\" w:hRule=\"exact\"/></w:trPr>",
                          get_int (grid->ys, row + 1) - get_int (grid->ys, row));
  for (guint column = 0; column < grid->n_columns; )
    {
      guint columns = count_columns (grid, row, column);

      append_cell (xml, grid, row, column, columns);
      column += columns;
    }
  g_string_append (xml, "</w:tr>");
}

static void
append_table (GString    *xml,
              const Grid *grid,
              int         left)
{
  int width = get_int (grid->xs, grid->n_columns) - get_int (grid->xs, 0);

  g_string_append_printf (xml, "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblInd w:w=\"%d\" "
                               "w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"0\" "
                               "w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>"
                               "<w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>", width,
                          get_int (grid->xs, 0) - left);
  for (guint i = 0; i < grid->n_columns; i++)
    g_string_append_printf (xml, "<w:gridCol w:w=\"%d\"/>", get_int (grid->xs, i + 1) - get_int (grid->xs, i));
  g_string_append (xml, "</w:tblGrid>");
  for (guint row = 0; row < grid->n_rows; row++)
    append_row (xml, grid, row);
  g_string_append (xml, "</w:tbl>");
}

/* An empty paragraph of a height, with what ends its section. */
void
ty_word_append_spacer (GString    *xml,
                       int         height,
                       const char *section)
{
  g_string_append_printf (xml, "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"%d\" "
                               "w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr>%s</w:pPr></w:p>",
                          MAX (height, LEAST_GAP), section != NULL ? section : "");
}

/* Writes the boxes of a page, whose body begins at @left and @top; says where the last table ends. */
int
ty_word_append_cells (GString   *xml,
                      GPtrArray *cells,
                      int        left,
                      int        top)
{
  g_autoptr(GPtrArray) bands = list_bands (cells);

  for (guint i = 0; i < bands->len; i++)
    {
      const Band *band = g_ptr_array_index (bands, i);
      Grid grid;

      if (i > 0)
        ty_word_append_spacer (xml, band->y0 - top, NULL);
      grid_init (&grid, band->cells);
      if (grid.xs->len > 1 && grid.ys->len > 1)
        append_table (xml, &grid, left);
      grid_clear (&grid);
      top = band->y1;
    }
  return top;
}
