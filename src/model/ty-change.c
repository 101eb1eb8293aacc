/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-change"

#include "config.h"

#include "ty-change.h"

#include <string.h>

/**
 * ty_change_new:
 * @kind: what was done
 * @info: the table
 *
 * Returns: (transfer full): a change without values
 */
TyChange *
ty_change_new (TyChangeKind        kind,
               const TyRecordInfo *info)
{
  TyChange *self = g_new0 (TyChange, 1);

  self->kind = kind;
  self->info = info;
  self->columns = g_ptr_array_new ();
  self->old_values = g_ptr_array_new_with_free_func (g_free);
  self->new_values = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ty_change_free (TyChange *self)
{
  g_free (self->key);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->old_values);
  g_ptr_array_unref (self->new_values);
  g_free (self);
}

/**
 * ty_change_take:
 * @self: a change
 * @column: a column, static
 * @old_value: (transfer full) (nullable): its value before
 * @new_value: (transfer full) (nullable): its value after
 */
void
ty_change_take (TyChange   *self,
                const char *column,
                char       *old_value,
                char       *new_value)
{
  g_ptr_array_add (self->columns, (gpointer) column);
  g_ptr_array_add (self->old_values, old_value);
  g_ptr_array_add (self->new_values, new_value);
}

/**
 * ty_change_get_value:
 * @self: a change
 * @column: a column
 * @old: whether the value before is asked for
 *
 * Returns: (transfer none) (nullable): the value, if the change concerns the column
 */
const char *
ty_change_get_value (TyChange   *self,
                     const char *column,
                     gboolean    old)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (strcmp (g_ptr_array_index (self->columns, i), column) == 0)
      return g_ptr_array_index (old ? self->old_values : self->new_values, i);

  return NULL;
}
