/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-own"

#include "config.h"

#include "ty-roster-own.h"

#include "ty-cell-range.h"
#include "ty-text.h"

#include <string.h>

/* The columns of a roster whose heading is the name of a field of the county. */

typedef struct
{
  guint place;
  TyCustomField *field; /* (unowned) */
} OwnColumn;

static TyCustomField *
find_field (GPtrArray  *fields,
            const char *heading)
{
  g_autofree char *folded = ty_text_fold (heading);

  for (guint i = 0; i < fields->len; i++)
    {
      g_autofree char *name = ty_text_fold (ty_custom_field_get_name (g_ptr_array_index (fields, i)));

      if (strcmp (name, folded) == 0)
        return g_ptr_array_index (fields, i);
    }
  return NULL;
}

static gboolean
is_known (GArray        *columns,
          TyCustomField *field)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, OwnColumn, i).field == field)
      return TRUE;

  return FALSE;
}

/**
 * ty_roster_own_find_columns:
 * @fields: (element-type TyCustomField): the fields of the county, which outlive the columns
 * @lines: (element-type TyTableLine): the first rows of a sheet
 * @header_row: the last row of its header
 *
 * Returns: (transfer full): the columns of the sheet that are read into the fields; of two headings of one
 *   name the first
 */
GArray *
ty_roster_own_find_columns (GPtrArray *fields,
                            GPtrArray *lines,
                            guint      header_row)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (OwnColumn));

  for (guint i = 0; i < lines->len; i++)
    {
      TyTableLine *line = g_ptr_array_index (lines, i);

      if (line->row > header_row || line->row + 1 < header_row)
        continue;
      for (guint j = 0; j < line->n_cells; j++)
        {
          OwnColumn column = { line->cells[j].column, NULL };

          if (line->cells[j].kind == TY_CELL_TEXT)
            column.field = find_field (fields, line->cells[j].text);
          if (column.field != NULL && !is_known (columns, column.field))
            g_array_append_val (columns, column);
        }
    }
  return columns;
}

/* What stands in the cell is repeated unless it is a secret. */
static void
report (TyRosterEntry   *entry,
        TyImportReport  *to,
        const OwnColumn *column,
        const char      *text,
        const char      *message)
{
  g_autofree char *place = ty_cell_place_to_string (1, column->place);
  TyImportProblem *problem = ty_roster_entry_add_problem (entry, to, FALSE, "own-value", g_strdup (message));

  problem->column = g_strndup (place, strlen (place) - 1);
  problem->heading = g_strdup (ty_custom_field_get_name (column->field));
  problem->value = ty_custom_field_get_privacy (column->field) == TY_PRIVACY_SENSITIVE
                     ? g_strdup ("****") : g_strdup (text);
}

/**
 * ty_roster_own_read:
 * @columns: what ty_roster_own_find_columns() returned
 * @line: a row of the sheet
 * @entry: what else the row says, which gets the values
 * @to: gets what does not fit
 *
 * Reads what a row says for the fields of the county. A value that does not fit is left out; the row is
 * read all the same.
 */
void
ty_roster_own_read (GArray         *columns,
                    TyTableLine   *line,
                    TyRosterEntry  *entry,
                    TyImportReport *to)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const OwnColumn *column = &g_array_index (columns, OwnColumn, i);
      g_autofree char *text = ty_table_line_dup_text (line, column->place);
      g_autoptr(GError) error = NULL;
      TyRosterOwn own = { column->field, NULL };

      if (!ty_custom_field_parse (column->field, text, &own.value, &error))
        report (entry, to, column, text, error->message);
      else if (own.value != NULL)
        g_array_append_val (entry->own, own);
    }
}

/**
 * ty_roster_own_new:
 *
 * Returns: (transfer full): no columns yet, for ty_roster_own_read()
 */
GArray *
ty_roster_own_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (OwnColumn));
}

/**
 * ty_roster_own_add:
 * @columns: columns
 * @place: where a column is, from 0
 * @field: the field into which it is read, which outlives the columns
 *
 * Adds a column.
 */
void
ty_roster_own_add (GArray        *columns,
                   guint          place,
                   TyCustomField *field)
{
  OwnColumn column = { place, field };

  g_array_append_val (columns, column);
}
