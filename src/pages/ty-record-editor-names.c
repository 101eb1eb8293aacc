/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-record-editor"

#include "config.h"

#include "ty-record-editor-private.h"

#include "ty-field-row.h"
#include "ty-pick-row.h"

/* What the units, people and programmes are called to which the fields of a record lead. */

/**
 * ty_record_editor_set_unit_name:
 * @self: a form
 * @name: what the unit or the course of the record is called
 *
 * Names the unit or the course that the form begins with.
 */
void
ty_record_editor_set_unit_name (TyRecordEditor *self,
                                const char     *name)
{
  g_return_if_fail (TY_IS_RECORD_EDITOR (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      TyFieldRow *row = g_ptr_array_index (self->rows, i);
      GtkWidget *widget = ty_field_row_get_widget (row);

      if (ty_field_row_get_info (row)->kind != TY_FIELD_REFERENCE)
        continue;
      ty_pick_row_set_value (TY_PICK_ROW (widget), ty_pick_row_get_value (TY_PICK_ROW (widget)), name);
    }
}

/**
 * ty_record_editor_set_linked_name:
 * @self: a form
 * @field: index of a field of its record that leads to a person or a programme
 * @name: what that is called
 *
 * Names what the field leads to when the form begins.
 */
void
ty_record_editor_set_linked_name (TyRecordEditor *self,
                                  guint           field,
                                  const char     *name)
{
  TyFieldRow *row;
  GtkWidget *widget;

  g_return_if_fail (TY_IS_RECORD_EDITOR (self));

  row = ty_record_editor_find_row (self, field);
  if (row == NULL || ty_field_row_get_info (row)->kind != TY_FIELD_REFERENCE)
    return;
  widget = ty_field_row_get_widget (row);
  ty_pick_row_set_value (TY_PICK_ROW (widget), ty_pick_row_get_value (TY_PICK_ROW (widget)), name);
}
