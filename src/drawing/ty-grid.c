/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-grid"

#include "config.h"

#include "ty-grid.h"

#include <string.h>

/* Headings of groups, of columns, of the parts of a column. */
#define N_LEVELS 3

typedef struct
{
  char *headings[N_LEVELS]; /* (owned): empty where there is none */
} Column;

typedef struct
{
  char *text; /* (owned) */
  double number;
  TyGridKind kind;
  gboolean leads;
} Cell;

typedef struct
{
  char *label;   /* (owned) */
  gboolean total;
  GArray *cells; /* (owned) (element-type Cell) */
} Row;

/**
 * TyGrid:
 *
 * A table of figures as plain texts and numbers: for the screen, paper, workbooks and the clipboard. Above its
 * columns stand up to three headings; what is equal in neighbours stands there once.
 *
 * It is filled once and then only read, by any thread.
 */
struct _TyGrid
{
  char *title;
  char *corner;    /* above the labels of the rows */
  char *left;      /* (nullable) */
  char *right;     /* (nullable) */
  GArray *columns; /* (element-type Column) */
  GArray *rows;    /* (element-type Row) */
};

G_DEFINE_BOXED_TYPE (TyGrid, ty_grid, ty_grid_ref, ty_grid_unref)

static void
column_clear (gpointer data)
{
  Column *column = data;

  for (guint i = 0; i < N_LEVELS; i++)
    g_free (column->headings[i]);
}

static void
cell_clear (gpointer data)
{
  g_free (((Cell *) data)->text);
}

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->label);
  g_array_unref (row->cells);
}

/**
 * ty_grid_new:
 * @title: what the table is called
 * @corner: what stands above the labels of its rows
 *
 * Returns: (transfer full): a table without columns and rows
 */
TyGrid *
ty_grid_new (const char *title,
             const char *corner)
{
  TyGrid *self = g_atomic_rc_box_new0 (TyGrid);

  self->title = g_strdup (title);
  self->corner = g_strdup (corner);
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->columns, column_clear);
  g_array_set_clear_func (self->rows, row_clear);
  return self;
}

/**
 * ty_grid_ref:
 * @self: a table
 *
 * Returns: (transfer full): the same
 */
TyGrid *
ty_grid_ref (TyGrid *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
grid_clear (gpointer data)
{
  TyGrid *self = data;

  g_free (self->title);
  g_free (self->corner);
  g_free (self->left);
  g_free (self->right);
  g_array_unref (self->columns);
  g_array_unref (self->rows);
}

/**
 * ty_grid_unref:
 * @self: (transfer full): a table
 */
void
ty_grid_unref (TyGrid *self)
{
  g_atomic_rc_box_release_full (self, grid_clear);
}

/**
 * ty_grid_set_notes:
 * @self: a table that is being filled
 * @left: (nullable): what stands below the title, such as the unit
 * @right: (nullable): at the other end of the line, such as the day
 */
void
ty_grid_set_notes (TyGrid     *self,
                   const char *left,
                   const char *right)
{
  g_free (self->left);
  g_free (self->right);
  self->left = g_strdup (left);
  self->right = g_strdup (right);
}

/**
 * ty_grid_add_column:
 * @self: a table without rows
 * @group: (nullable): what stands above the column and its neighbours of the same group
 * @title: what it is
 * @part: (nullable): which part of it, such as a day or a share
 *
 * Returns: its number, from 0
 */
guint
ty_grid_add_column (TyGrid     *self,
                    const char *group,
                    const char *title,
                    const char *part)
{
  Column column = { { g_strdup (group != NULL ? group : ""), g_strdup (title),
                      g_strdup (part != NULL ? part : "") } };

  g_assert (self->rows->len == 0);

  g_array_append_val (self->columns, column);
  return self->columns->len - 1;
}

/**
 * ty_grid_add_row:
 * @self: a table with all its columns
 * @label: what the row is
 * @total: whether it is that of all
 *
 * Returns: its number, from 0
 */
guint
ty_grid_add_row (TyGrid     *self,
                 const char *label,
                 gboolean    total)
{
  Row row = { g_strdup (label), total, g_array_sized_new (FALSE, TRUE, sizeof (Cell),
                                                          self->columns->len) };

  g_array_set_clear_func (row.cells, cell_clear);
  g_array_set_size (row.cells, self->columns->len);
  g_array_append_val (self->rows, row);
  return self->rows->len - 1;
}

static Row *
get_row (TyGrid *self,
         guint   row)
{
  g_assert (row < self->rows->len);

  return &g_array_index (self->rows, Row, row);
}

static Cell *
get_cell (TyGrid *self,
          guint   row,
          guint   column)
{
  GArray *cells = get_row (self, row)->cells;

  g_assert (column < cells->len);

  return &g_array_index (cells, Cell, column);
}

/**
 * ty_grid_set_cell:
 * @self: a table that is being filled
 * @row: which row
 * @column: which column
 * @kind: what it holds
 * @text: how it is shown
 * @number: the number of it, as exact as it is shown
 * @leads: whether there are people behind it
 */
void
ty_grid_set_cell (TyGrid     *self,
                  guint       row,
                  guint       column,
                  TyGridKind  kind,
                  const char *text,
                  double      number,
                  gboolean    leads)
{
  Cell *cell = get_cell (self, row, column);

  g_free (cell->text);
  *cell = (Cell){ g_strdup (text), number, kind, leads };
}

/**
 * ty_grid_get_title:
 * @self: a table
 *
 * Returns: (transfer none): what it is called
 */
const char *
ty_grid_get_title (TyGrid *self)
{
  return self->title;
}

/**
 * ty_grid_get_corner:
 * @self: a table
 *
 * Returns: (transfer none): what stands above the labels of the rows
 */
const char *
ty_grid_get_corner (TyGrid *self)
{
  return self->corner;
}

/**
 * ty_grid_get_left:
 * @self: a table
 *
 * Returns: (transfer none): what stands below the title; may be empty
 */
const char *
ty_grid_get_left (TyGrid *self)
{
  return self->left != NULL ? self->left : "";
}

/**
 * ty_grid_get_right:
 * @self: a table
 *
 * Returns: (transfer none): what stands at the other end of that line; may be empty
 */
const char *
ty_grid_get_right (TyGrid *self)
{
  return self->right != NULL ? self->right : "";
}

/**
 * ty_grid_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns it has beside the labels
 */
guint
ty_grid_get_n_columns (TyGrid *self)
{
  return self->columns->len;
}

/**
 * ty_grid_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has, totals among them
 */
guint
ty_grid_get_n_rows (TyGrid *self)
{
  return self->rows->len;
}

static gboolean
is_used (TyGrid *self,
         guint   level)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (*g_array_index (self->columns, Column, i).headings[level] != '\0')
      return TRUE;

  return FALSE;
}

/* Which of the three headings a level shows. */
static guint
find_level (TyGrid *self,
            guint   level)
{
  guint n = 0;

  for (guint i = 0; i < N_LEVELS; i++)
    if ((i == 1 || is_used (self, i)) && n++ == level)
      return i;

  return 1;
}

/**
 * ty_grid_get_n_levels:
 * @self: a table
 *
 * Returns: how many lines of headings it needs, from 1 to 3
 */
guint
ty_grid_get_n_levels (TyGrid *self)
{
  return 1 + is_used (self, 0) + is_used (self, 2);
}

/**
 * ty_grid_has_parts:
 * @self: a table
 *
 * Returns: whether its last line of headings is of parts of columns
 */
gboolean
ty_grid_has_parts (TyGrid *self)
{
  return is_used (self, N_LEVELS - 1);
}

/**
 * ty_grid_get_heading:
 * @self: a table
 * @level: which line of headings
 * @column: which column
 *
 * Returns: (transfer none): what stands there; may be empty
 */
const char *
ty_grid_get_heading (TyGrid *self,
                     guint   level,
                     guint   column)
{
  g_return_val_if_fail (column < self->columns->len, "");

  return g_array_index (self->columns, Column, column).headings[find_level (self, level)];
}

/* Whether two neighbours have one heading in a line, and in all above it. */
static gboolean
is_shared (TyGrid *self,
           guint   level,
           guint   column)
{
  guint last = find_level (self, level);

  for (guint i = 0; i <= last; i++)
    if (strcmp (g_array_index (self->columns, Column, column).headings[i],
                g_array_index (self->columns, Column, column + 1).headings[i]) != 0)
      return FALSE;

  return *g_array_index (self->columns, Column, column).headings[last] != '\0';
}

/**
 * ty_grid_get_span:
 * @self: a table
 * @level: which line of headings
 * @column: which column
 *
 * Returns: over how many columns the heading goes; 0 where it began further left
 */
guint
ty_grid_get_span (TyGrid *self,
                  guint   level,
                  guint   column)
{
  guint span = 1;

  g_return_val_if_fail (column < self->columns->len, 0);

  if (column > 0 && is_shared (self, level, column - 1))
    return 0;
  while (column + span < self->columns->len && is_shared (self, level, column + span - 1))
    span++;
  return span;
}

/**
 * ty_grid_get_label:
 * @self: a table
 * @row: which row
 *
 * Returns: (transfer none): what the row is
 */
const char *
ty_grid_get_label (TyGrid *self,
                   guint   row)
{
  return get_row (self, row)->label;
}

/**
 * ty_grid_is_total:
 * @self: a table
 * @row: which row
 *
 * Returns: whether it is that of all
 */
gboolean
ty_grid_is_total (TyGrid *self,
                  guint   row)
{
  return get_row (self, row)->total;
}

/**
 * ty_grid_get_text:
 * @self: a table
 * @row: which row
 * @column: which column
 *
 * Returns: (transfer none): how the cell is shown
 */
const char *
ty_grid_get_text (TyGrid *self,
                  guint   row,
                  guint   column)
{
  const char *text = get_cell (self, row, column)->text;

  return text != NULL ? text : "";
}

/**
 * ty_grid_get_kind:
 * @self: a table
 * @row: which row
 * @column: which column
 *
 * Returns: what the cell holds
 */
TyGridKind
ty_grid_get_kind (TyGrid *self,
                  guint   row,
                  guint   column)
{
  return get_cell (self, row, column)->kind;
}

/**
 * ty_grid_get_number:
 * @self: a table
 * @row: which row
 * @column: which column
 *
 * Returns: its number, as exact as it is shown
 */
double
ty_grid_get_number (TyGrid *self,
                    guint   row,
                    guint   column)
{
  return get_cell (self, row, column)->number;
}

/**
 * ty_grid_leads:
 * @self: a table
 * @row: which row
 * @column: which column
 *
 * Returns: whether there are people behind the cell
 */
gboolean
ty_grid_leads (TyGrid *self,
               guint   row,
               guint   column)
{
  return get_cell (self, row, column)->leads;
}

/**
 * ty_grid_dup_name:
 * @self: a table
 * @row: which row
 * @column: which column
 *
 * Returns: (transfer full): what the cell is and what it says, as it is read aloud
 */
char *
ty_grid_dup_name (TyGrid *self,
                  guint   row,
                  guint   column)
{
  GString *name = g_string_new (ty_grid_get_label (self, row));

  for (guint i = 0; i < N_LEVELS; i++)
    if (*g_array_index (self->columns, Column, column).headings[i] != '\0')
      g_string_append_printf (name, "　%s", g_array_index (self->columns, Column, column).headings[i]);
  g_string_append_printf (name, "　%s", ty_grid_get_text (self, row, column));
  return g_string_free (name, FALSE);
}

/**
 * ty_grid_to_text:
 * @self: a table
 *
 * Returns: (transfer full): lines with tabs between the cells, as spreadsheets paste them
 */
char *
ty_grid_to_text (TyGrid *self)
{
  GString *text = g_string_new (NULL);

  for (guint level = 0; level < ty_grid_get_n_levels (self); level++)
    {
      g_string_append (text, level == 0 ? self->corner : "");
      for (guint i = 0; i < self->columns->len; i++)
        g_string_append_printf (text, "\t%s", ty_grid_get_span (self, level, i) > 0
                                                ? ty_grid_get_heading (self, level, i) : "");
      g_string_append_c (text, '\n');
    }
  for (guint row = 0; row < self->rows->len; row++)
    {
      g_string_append (text, ty_grid_get_label (self, row));
      for (guint i = 0; i < self->columns->len; i++)
        g_string_append_printf (text, "\t%s", ty_grid_get_text (self, row, i));
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
append_cell (GString    *html,
             const char *text,
             guint       n_columns,
             guint       n_rows,
             gboolean    heading)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  const char *tag = heading ? "th" : "td";

  g_string_append_printf (html, "<%s", tag);
  if (n_columns > 1)
    g_string_append_printf (html, " colspan=\"%u\"", n_columns);
  if (n_rows > 1)
    g_string_append_printf (html, " rowspan=\"%u\"", n_rows);
  g_string_append_printf (html, ">%s</%s>", escaped, tag);
}

/**
 * ty_grid_to_html:
 * @self: a table
 *
 * Returns: (transfer full): the same as a table of HTML, as word processors paste it
 */
char *
ty_grid_to_html (TyGrid *self)
{
  GString *html = g_string_new ("<table>");
  guint n_levels = ty_grid_get_n_levels (self);

  for (guint level = 0; level < n_levels; level++)
    {
      g_string_append (html, "<tr>");
      if (level == 0)
        append_cell (html, self->corner, 1, n_levels, TRUE);
      for (guint i = 0; i < self->columns->len; i++)
        if (ty_grid_get_span (self, level, i) > 0)
          append_cell (html, ty_grid_get_heading (self, level, i), ty_grid_get_span (self, level, i), 1,
                       TRUE);
      g_string_append (html, "</tr>");
    }
  for (guint row = 0; row < self->rows->len; row++)
    {
      g_string_append (html, "<tr>");
      append_cell (html, ty_grid_get_label (self, row), 1, 1, TRUE);
      for (guint i = 0; i < self->columns->len; i++)
        append_cell (html, ty_grid_get_text (self, row, i), 1, 1, FALSE);
      g_string_append (html, "</tr>");
    }
  g_string_append (html, "</table>");
  return g_string_free (html, FALSE);
}
