/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-sheet"

#include "config.h"

#include "ty-import-sheet.h"

#include "ty-table-merges.h"

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

  self->head = ty_table_head_find (self->lines, self->merges, ty_import_kind_knows, targets);
  self->columns = ty_import_kind_map (kind, targets, self->head->columns, mapping);
  return g_steal_pointer (&self);
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
} Reading;

static gboolean
read_row (guint          row,
          const TyCell  *cells,
          guint          n_cells,
          gpointer       data,
          GError       **error)
{
  Reading *reading = data;
  TyTableHead *head = reading->sheet->head;
  TyTableLine *line = ty_table_line_new (row, cells, n_cells);
  gboolean done = TRUE;

  ty_table_merges_fill (reading->merges, line);
  if (row > head->last_row && ty_table_head_tell_row (head, line) == TY_TABLE_ROW_DATA)
    done = reading->func (reading->sheet, line, reading->data, error);
  ty_table_line_free (line);
  return done;
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
  Reading reading = { self, NULL, func, data };

  for (guint i = 0; i < self->columns->len; i++)
    g_array_append_val (places, g_array_index (self->columns, TyImportColumn, i).place);
  merges = ty_table_merges_new (self->merges, (const guint *) places->data, places->len);
  reading.merges = merges;
  return ty_table_source_read_sheet (source, self->place, read_row, &reading, cancellable, error);
}
