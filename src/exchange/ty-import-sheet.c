/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-sheet"

#include "config.h"

#include "ty-import-sheet.h"

#include "ty-table-merges.h"

static void
understand (TyImportSheet      *self,
            const TyImportKind *kind,
            GPtrArray          *targets,
            TyImportMapping    *mapping)
{
  self->head = ty_table_head_find (self->lines, self->merges, ty_import_kind_knows, targets);
  self->columns = ty_import_kind_map (kind, targets, self->head->columns, mapping);
}

/**
 * ty_import_sheet_new:
 * @source: an open source
 * @place: the place of a sheet
 * @kind: what the table is
 * @targets: (element-type TyImportTarget): the targets of this kind, which outlive the sheet
 * @mapping: (nullable): what is said of the columns
 * @cancellable: (nullable): stops the reading
 * @error: a `TY_XLSX_ERROR`, or %G_IO_ERROR_CANCELLED
 *
 * Reads the first rows of a sheet, finds its heading and what its columns mean.
 *
 * Returns: (transfer full) (nullable): the table
 */
TyImportSheet *
ty_import_sheet_new (TyTableSource       *source,
                     guint                place,
                     const TyImportKind  *kind,
                     GPtrArray           *targets,
                     TyImportMapping     *mapping,
                     GCancellable        *cancellable,
                     GError             **error)
{
  g_autoptr(TyImportSheet) self = g_new0 (TyImportSheet, 1);

  self->place = place;
  self->name = g_strdup (ty_table_source_get_sheet_name (source, place));
  self->merges = ty_table_source_scan_merges (source, place, cancellable, error);
  if (self->merges == NULL)
    return NULL;
  self->lines = ty_table_source_peek (source, place, TY_TABLE_CONTENT_ROWS, cancellable, error);
  if (self->lines == NULL)
    return NULL;

  understand (self, kind, targets, mapping);
  return g_steal_pointer (&self);
}

/**
 * ty_import_sheet_new_as:
 * @other: a table
 * @kind: what it shall be
 * @targets: (element-type TyImportTarget): the targets of this kind, which outlive the sheet
 * @mapping: (nullable): what is said of the columns
 *
 * Understands the same first rows as another kind of table, without reading them again.
 *
 * Returns: (transfer full): the table
 */
TyImportSheet *
ty_import_sheet_new_as (TyImportSheet      *other,
                        const TyImportKind *kind,
                        GPtrArray          *targets,
                        TyImportMapping    *mapping)
{
  TyImportSheet *self = g_new0 (TyImportSheet, 1);

  self->place = other->place;
  self->name = g_strdup (other->name);
  self->merges = g_array_ref (other->merges);
  self->lines = g_ptr_array_ref (other->lines);
  understand (self, kind, targets, mapping);
  return self;
}

void
ty_import_sheet_free (TyImportSheet *self)
{
  g_free (self->name);
  g_clear_pointer (&self->head, ty_table_head_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->merges, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_free (self);
}

/**
 * ty_import_sheet_is_wanted:
 * @source: an open source
 * @place: the place of a sheet
 * @only: (nullable): the name of the only sheet that is read
 *
 * Returns: whether the sheet is looked at: the one that is named, else each that is shown
 */
gboolean
ty_import_sheet_is_wanted (TyTableSource *source,
                           guint          place,
                           const char    *only)
{
  if (only != NULL)
    return g_strcmp0 (ty_table_source_get_sheet_name (source, place), only) == 0;

  return ty_table_source_get_sheet_shown (source, place);
}

/**
 * ty_import_sheet_is_usable:
 * @self: a table
 * @kind: what it shall be
 *
 * Returns: whether it has a heading and the columns without which a table of this kind says nothing
 */
gboolean
ty_import_sheet_is_usable (TyImportSheet      *self,
                           const TyImportKind *kind)
{
  return self->head->first_row > 0 && ty_import_kind_rate (kind, self->columns) > 0;
}

typedef struct
{
  TyImportSheet *sheet;
  TyTableMerges *merges;
  TyImportLineFunc func;
  gpointer data;
  gboolean has_merges;
} Reading;

/* Words of totals and footers may deceive: whoever has an ID number is a person. */
static gboolean
says_something (TyImportSheet *self,
                TyTableLine   *line)
{
  if (ty_table_head_tell_row (self->head, line) == TY_TABLE_ROW_DATA)
    return TRUE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const TyImportColumn *column = &g_array_index (self->columns, TyImportColumn, i);
      const TyCell *cell = ty_cell_at (line->cells, line->n_cells, column->place);

      if (column->target != NULL && g_str_equal (column->target->word, "person.id_number")
          && ty_table_content_find (cell) == TY_TABLE_CONTENT_ID_NUMBER)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_row (guint          row,
          const TyCell  *cells,
          guint          n_cells,
          gpointer       data,
          GError       **error)
{
  Reading *reading = data;
  TyTableLine *line = ty_table_line_new (row, cells, n_cells);
  gboolean wanted = row > reading->sheet->head->last_row && says_something (reading->sheet, line);
  gboolean done = TRUE;

  /* What is said above somebody is no total and no footer. */
  if (wanted || reading->has_merges)
    reading->sheet->from_above = ty_table_merges_fill (reading->merges, line);
  if (wanted)
    done = reading->func (reading->sheet, line, reading->data, error);
  ty_table_line_free (line);
  return done;
}

static gboolean
is_column (const TyImportColumn *column,
           TyRosterColumn        wanted)
{
  return column->target != NULL && column->target->role == TY_IMPORT_ROLE_COLUMN
         && column->target->column == wanted;
}

/* Without blocks only the unit is taken from above, and of a table of families the person. */
static gboolean
goes_down (TyImportSheet        *self,
           const TyImportColumn *column,
           gboolean              has_merges)
{
  gboolean families = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const TyImportTarget *target = g_array_index (self->columns, TyImportColumn, i).target;

      families |= target != NULL && g_str_equal (target->word, "family_member.relation");
    }
  return has_merges || is_column (column, TY_ROSTER_COLUMN_TOWNSHIP)
         || is_column (column, TY_ROSTER_COLUMN_VILLAGE) || is_column (column, TY_ROSTER_COLUMN_UNIT)
         || (families && (is_column (column, TY_ROSTER_COLUMN_NAME)
                          || is_column (column, TY_ROSTER_COLUMN_ID_NUMBER)));
}

/**
 * ty_import_sheet_read:
 * @self: a table
 * @source: its source
 * @func: gets each row that says something; titles, totals, blank rows and footers are left out, and what is
 *   merged over several rows stands in each of them
 * @data: for @func
 * @cancellable: (nullable): stops the reading
 * @error: a `TY_XLSX_ERROR`, %G_IO_ERROR_CANCELLED, or what @func sets
 *
 * Returns: whether it was read to the end
 */
gboolean
ty_import_sheet_read (TyImportSheet     *self,
                      TyTableSource     *source,
                      TyImportLineFunc   func,
                      gpointer           data,
                      GCancellable      *cancellable,
                      GError           **error)
{
  g_autoptr(TyTableMerges) merges = NULL;
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  Reading reading = { self, NULL, func, data, ty_table_source_has_merges (source) };

  for (guint i = 0; i < self->columns->len; i++)
    if (goes_down (self, &g_array_index (self->columns, TyImportColumn, i), reading.has_merges))
      g_array_append_val (places, g_array_index (self->columns, TyImportColumn, i).place);
  merges = ty_table_merges_new (reading.has_merges ? self->merges : NULL, (const guint *) places->data, places->len);
  reading.merges = merges;
  return ty_table_source_read_sheet (source, self->place, read_row, &reading, cancellable, error);
}
