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
 * people: each row gets what stands in the first one of its block.
 */
struct _TyTableMerges
{
  GArray *columns; /* (owned) (element-type Merged) */
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
 * @ranges: (element-type TyCellRange): all merged blocks of a sheet
 * @places: (array length=n_places): the columns whose values hold for a whole block, from 0; a number that
 *   is no column is passed over
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
  for (guint i = 0; i < n_places; i++)
    {
      Merged merged = { .column = places[i] };

      merged.ranges = g_array_new (FALSE, FALSE, sizeof (TyCellRange));
      for (guint j = 0; j < ranges->len; j++)
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

/**
 * ty_table_merges_fill:
 * @self: the merged columns
 * @line: the next row of the sheet
 *
 * Gives the row what stands in the blocks that began above it.
 */
void
ty_table_merges_fill (TyTableMerges *self,
                      TyTableLine   *line)
{
  for (guint i = 0; i < self->columns->len; i++)
    fill_column (&g_array_index (self->columns, Merged, i), line);
}
