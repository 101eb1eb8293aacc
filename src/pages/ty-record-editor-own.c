/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-record-editor"

#include "config.h"

#include "ty-record-editor-private.h"

#include "ty-custom-table.h"
#include "ty-custom-value.h"
#include "ty-field-row.h"
#include "ty-office-custom.h"

#include <glib/gi18n-lib.h>

static void
save_own_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean saved = ty_office_set_own_values_finish (TY_OFFICE (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ty_record_editor_finish (TY_RECORD_EDITOR (user_data), saved, FALSE, error);
}

/**
 * ty_record_editor_save_own: (skip)
 * @self: a form of what somebody has in the fields of the county
 *
 * Saves it. What was not touched is left alone, whatever stands there by now.
 */
void
ty_record_editor_save_own (TyRecordEditor *self)
{
  g_autoptr(GArray) changes = g_array_new (FALSE, FALSE, sizeof (TyCustomChange));

  for (guint i = 0; i < self->own->len; i++)
    {
      TyRecord *value = g_ptr_array_index (self->own, i);
      TyCustomChange change = { ty_record_get_integer (value, TY_CUSTOM_VALUE_FIELD),
                                g_ptr_array_index (self->own_stored, i),
                                ty_record_get_text (value, TY_CUSTOM_VALUE_VALUE) };

      if (g_strcmp0 (change.stored, change.typed) != 0)
        g_array_append_val (changes, change);
    }
  if (changes->len == 0)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  ty_record_editor_begin (self);
  ty_office_set_own_values_async (self->office,
                                  ty_record_get_integer (self->record, TY_CUSTOM_VALUE_PERSON),
                                  (const TyCustomChange *) changes->data, changes->len,
                                  self->cancellable, save_own_cb, self);
}

static void
add_own_row (TyRecordEditor *self,
             gint64          person,
             TyCustomField  *field,
             GPtrArray      *values)
{
  gint64 key = ty_custom_field_get_key (field);
  TyRecord *stored = ty_custom_table_find_value (values, key);
  g_autoptr(TyRecord) value = stored != NULL ? ty_record_dup (stored)
                                             : ty_record_new (&ty_custom_value_info);
  TyFieldRow *row;

  ty_record_set_integer (value, TY_CUSTOM_VALUE_PERSON, person);
  ty_record_set_integer (value, TY_CUSTOM_VALUE_FIELD, key);
  row = ty_field_row_new_custom (value, TY_CUSTOM_VALUE_VALUE, field);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->own_stored, g_strdup (ty_record_get_text (value, TY_CUSTOM_VALUE_VALUE)));
  g_ptr_array_add (self->own, g_steal_pointer (&value));
  adw_preferences_group_add (self->group, ty_field_row_get_widget (row));
}

/**
 * ty_record_editor_new_own:
 * @office: where it is saved
 * @person: key of a person
 * @fields: (element-type TyCustomField): the fields of the county
 * @values: (element-type TyCustomValue): what the person has in them, as it was read
 *
 * Returns: (transfer none): a window with a form for all of them; it is destroyed when it is closed
 */
TyRecordEditor *
ty_record_editor_new_own (TyOffice  *office,
                          gint64     person,
                          GPtrArray *fields,
                          GPtrArray *values)
{
  TyRecordEditor *self = g_object_new (TY_TYPE_RECORD_EDITOR, NULL);

  self->office = g_object_ref (office);
  self->record = ty_record_new (&ty_custom_value_info);
  ty_record_set_integer (self->record, TY_CUSTOM_VALUE_PERSON, person);
  self->own = g_ptr_array_new_with_free_func (g_object_unref);
  self->own_stored = g_ptr_array_new_with_free_func (g_free);
  adw_window_title_set_title (self->title, _("Own Data"));
  gtk_window_set_title (GTK_WINDOW (self), _("Own Data"));
  gtk_widget_set_visible (GTK_WIDGET (self->remove_group), FALSE);
  for (guint i = 0; i < fields->len; i++)
    add_own_row (self, person, g_ptr_array_index (fields, i), values);
  if (self->rows->len > 0)
    gtk_widget_grab_focus (ty_field_row_get_widget (g_ptr_array_index (self->rows, 0)));
  return self;
}

static void
save_field_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean saved = ty_office_save_field_finish (TY_OFFICE (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ty_record_editor_finish (TY_RECORD_EDITOR (user_data), saved, FALSE, error);
}

/**
 * ty_record_editor_save_field: (skip)
 * @self: a form of a field of the county
 *
 * Saves it.
 */
void
ty_record_editor_save_field (TyRecordEditor *self)
{
  ty_office_save_field_async (self->office, (TyCustomField *) self->stored,
                              TY_CUSTOM_FIELD (self->record), self->cancellable, save_field_cb, self);
}

/* Only a choice has choices. */
static void
kind_cb (TyRecordEditor *self)
{
  g_autoptr(TyCustomField) typed = ty_custom_field_new ();

  ty_field_row_apply (ty_record_editor_find_row (self, TY_CUSTOM_FIELD_KIND), TY_RECORD (typed));
  gtk_widget_set_visible (
    ty_field_row_get_widget (ty_record_editor_find_row (self, TY_CUSTOM_FIELD_CHOICES)),
    ty_custom_field_get_kind (typed) == TY_CUSTOM_KIND_CHOICE);
}

/**
 * ty_record_editor_watch_kind: (skip)
 * @self: a form of a field of the county
 *
 * Asks for the choices where the kind that is chosen has some.
 */
void
ty_record_editor_watch_kind (TyRecordEditor *self)
{
  GtkWidget *kind = ty_field_row_get_widget (ty_record_editor_find_row (self, TY_CUSTOM_FIELD_KIND));
  GtkWidget *choices = ty_field_row_get_widget (ty_record_editor_find_row (self,
                                                                           TY_CUSTOM_FIELD_CHOICES));

  gtk_widget_set_tooltip_text (choices, _("Choices stand one behind the other: excellent, good, fair"));
  g_signal_connect_object (kind, "notify::selected", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  kind_cb (self);
}
