/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-table-line"

#include "config.h"

#include "ty-table-line.h"

#include "ty-text.h"

#include <string.h>

static TyCell
copy_cell (const TyCell *cell)
{
  TyCell copy = *cell;

  copy.text = g_strdup (cell->text);
  return copy;
}

/* The texts of a row are one piece of memory, but for those that came from other rows. */
static void
copy_texts (TyTableLine *self)
{
  char *to;

  for (guint i = 0; i < self->n_cells; i++)
    self->n_texts += strlen (self->cells[i].text) + 1;
  to = self->texts = g_malloc (self->n_texts + 1);
  for (guint i = 0; i < self->n_cells; i++)
    {
      gsize n = strlen (self->cells[i].text) + 1;

      memcpy (to, self->cells[i].text, n);
      self->cells[i].text = to;
      to += n;
    }
}

static void
free_text (TyTableLine *self,
           const char  *text)
{
  if (text < self->texts || text >= self->texts + self->n_texts)
    g_free ((char *) text);
}

/**
 * ty_table_line_new:
 * @row: the row of the sheet, from 1
 * @cells: (array length=n_cells): its cells
 * @n_cells: their number
 *
 * Returns: (transfer full): a copy of the row
 */
TyTableLine *
ty_table_line_new (guint         row,
                    const TyCell *cells,
                    guint         n_cells)
{
  TyTableLine *self = g_new0 (TyTableLine, 1);

  self->row = row;
  self->n_cells = n_cells;
  self->cells = g_new (TyCell, n_cells + 1);
  memcpy (self->cells, cells, n_cells * sizeof (TyCell));
  copy_texts (self);
  return self;
}

void
ty_table_line_free (TyTableLine *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    free_text (self, self->cells[i].text);
  g_free (self->texts);
  g_free (self->cells);
  g_free (self);
}

/**
 * ty_table_line_dup_text:
 * @self: a line
 * @column: a column, from 0; any other number is a column without anything in it
 *
 * Returns: (transfer full): what stands in the cell, cleaned of blanks at its ends
 */
char *
ty_table_line_dup_text (TyTableLine *self,
                         guint         column)
{
  g_autofree char *text = ty_cell_dup_text (ty_cell_at (self->cells, self->n_cells, column));

  return ty_text_clean (text);
}

/**
 * ty_table_line_fill:
 * @self: a line
 * @from: the line in which a merged cell begins
 * @column: its column, from 0
 *
 * Gives the line what stands in a cell that was merged over several rows.
 */
void
ty_table_line_fill (TyTableLine *self,
                     TyTableLine *from,
                     guint         column)
{
  const TyCell *source = ty_cell_at (from->cells, from->n_cells, column);
  guint place = 0;

  if (source->kind == TY_CELL_EMPTY)
    return;
  while (place < self->n_cells && self->cells[place].column < column)
    place++;
  if (place < self->n_cells && self->cells[place].column == column)
    {
      if (self->cells[place].kind != TY_CELL_EMPTY)
        return;
      free_text (self, self->cells[place].text);
    }
  else
    {
      self->cells = g_renew (TyCell, self->cells, self->n_cells + 2);
      memmove (&self->cells[place + 1], &self->cells[place],
               (self->n_cells - place) * sizeof (TyCell));
      self->n_cells++;
    }
  self->cells[place] = copy_cell (source);
}
