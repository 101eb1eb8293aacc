/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-table"

#include "config.h"

#include "ty-village-table.h"

void
ty_village_table_free (TyVillageTable *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->units, ty_units_unref);
  g_free (self);
}

/**
 * ty_village_table_get:
 * @self: townships and villages
 * @row: number of a row
 *
 * Returns: (transfer none): the row
 */
const TyVillageRow *
ty_village_table_get (TyVillageTable *self,
                      guint           row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return &g_array_index (self->rows, TyVillageRow, row);
}
