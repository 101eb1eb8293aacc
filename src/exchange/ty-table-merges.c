/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-table-merges"

#include "config.h"

#include "ty-table-merges.h"

/* The merged blocks of one column, in the order of the rows, and how far the reading has come. */
typedef struct
{
  guint column;
  GArray *ranges;    /* (owned): of TyCellRange */
  guint next;
  TyTableLine *from; /* (owned) (nullable): the first row of the present block */
  guint from_row;
} Merged;

/**
 * TyTableMerges:
 *
 * The columns of a table in which offices merge a cell over several rows, such as the village over its
 * people: each row gets what stands in the first one of its block. A text does not keep the blocks: there an
 * empty cell gets what stands above it, unless a column before it says something else.
 */
struct _TyTableMerges
{
  GArray *columns;    /* (owned) (element-type Merged) */
  TyTableLine *above; /* (owned) (nullable): what stood above, where the file has no blocks */
  gboolean no_blocks;
  gboolean told;      /* that rows like this one got what stands above */
};

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const TyCellRange *first = a;
  const TyCellRange *second = b;

  return (first->first_row > second->first_row) - (first->first_row < second->first_row);
}

static void
merged_clear (gpointer data)
{
  Merged *merged = data;

  g_clear_pointer (&merged->ranges, g_array_unref);
  g_clear_pointer (&merged->from, ty_table_line_free);
}

/**
 * ty_table_merges_new:
 * @ranges: (nullable) (element-type TyCellRange): all merged blocks of a sheet; %NULL where its format has
 *   none
 * @places: (array length=n_places): the columns whose values hold for a whole block, from 0, the wider
 *   blocks first; a number that is no column is passed over
 * @n_places: how many
 *
 * Returns: (transfer full): what fills the rows of the sheet, from the first to the last
 */
TyTableMerges *
ty_table_merges_new (GArray      *ranges,
                     const guint *places,
                     guint        n_places)
{
  TyTableMerges *self = g_new0 (TyTableMerges, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Merged));
  g_array_set_clear_func (self->columns, merged_clear);
  self->no_blocks = ranges == NULL;
  for (guint i = 0; i < n_places; i++)
    {
      Merged merged = { .column = places[i] };

      merged.ranges = g_array_new (FALSE, FALSE, sizeof (TyCellRange));
      for (guint j = 0; ranges != NULL && j < ranges->len; j++)
        {
          TyCellRange *range = &g_array_index (ranges, TyCellRange, j);

          if (range->first_column == merged.column && range->last_row > range->first_row)
            g_array_append_val (merged.ranges, *range);
        }
      g_array_sort (merged.ranges, compare_ranges);
      g_array_append_val (self->columns, merged);
    }
  return self;
}

void
ty_table_merges_free (TyTableMerges *self)
{
  g_array_unref (self->columns);
  g_clear_pointer (&self->above, ty_table_line_free);
  g_free (self);
}

static void
fill_column (Merged      *merged,
             TyTableLine *line)
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
      g_clear_pointer (&merged->from, ty_table_line_free);
      merged->from = ty_table_line_new (line->row, line->cells, line->n_cells);
      merged->from_row = line->row;
    }
  else if (merged->from != NULL && merged->from_row == range->first_row)
    ty_table_line_fill (line, merged->from, merged->column);
}

/* An empty cell gets what stands above it, as long as no column before it has something of its own. */
static gboolean
fill_from_above (TyTableMerges *self,
                 TyTableLine   *line)
{
  gboolean filled = FALSE;

  for (guint i = 0; self->above != NULL && i < self->columns->len; i++)
    {
      guint place = g_array_index (self->columns, Merged, i).column;

      if (ty_cell_at (line->cells, line->n_cells, place)->kind != TY_CELL_EMPTY)
        break;
      ty_table_line_fill (line, self->above, place);
      filled |= ty_cell_at (line->cells, line->n_cells, place)->kind != TY_CELL_EMPTY;
    }
  g_clear_pointer (&self->above, ty_table_line_free);
  self->above = ty_table_line_new (line->row, line->cells, line->n_cells);
  return filled;
}

/**
 * ty_table_merges_fill:
 * @self: the merged columns
 * @line: the next row of the sheet
 *
 * Gives the row what stands in the blocks that began above it.
 *
 * Returns: whether something was taken from above without a block that says so, for the first time since a
 *   row had all of it
 */
gboolean
ty_table_merges_fill (TyTableMerges *self,
                      TyTableLine   *line)
{
  gboolean filled, tell;

  if (self->no_blocks)
    {
      filled = fill_from_above (self, line);
      tell = filled && !self->told;
      self->told = filled;
      return tell;
    }
  for (guint i = 0; i < self->columns->len; i++)
    fill_column (&g_array_index (self->columns, Merged, i), line);
  return FALSE;
}
