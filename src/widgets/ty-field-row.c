/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-field-row"

#include "config.h"

#include "ty-field-row.h"

#include "ty-code-list.h"
#include "ty-date.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

/**
 * TyFieldRow:
 *
 * A row of a form for one field of a record, as its table of fields describes it: an entry for a
 * text or a date, a choice for a code. What is wrong with an entry is said in the row itself.
 */
struct _TyFieldRow
{
  const TyFieldInfo *info; /* (unowned) */
  guint field;

  /* Owned */
  GtkWidget *widget;
  GPtrArray *keys;         /* (nullable): of the code list, in the order of the choices */
};

static void
changed_cb (GtkEditable *editable,
            gpointer     user_data)
{
  ty_field_row_set_error (user_data, NULL);
}

static GtkWidget *
make_entry (TyFieldRow *self,
            TyRecord   *record)
{
  GtkWidget *entry = adw_entry_row_new ();
  const char *text = ty_record_get_text (record, self->field);
  g_autofree char *date = NULL;

  if (self->info->kind == TY_FIELD_DATE)
    {
      date = ty_date_to_record (ty_record_get_date (record, self->field));
      text = date;
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), self);
  return entry;
}

/* Headings of a list, which only group its codes, are no choices. */
static gboolean
is_heading (TyCodeList *list,
            TyCode     *code)
{
  for (guint i = 0; i < ty_code_list_get_n_items (list); i++)
    if (g_strcmp0 (ty_code_get_parent (ty_code_list_get_item (list, i)), ty_code_get_key (code)) == 0)
      return TRUE;

  return FALSE;
}

static GtkWidget *
make_choice (TyFieldRow *self,
             TyRecord   *record)
{
  GtkWidget *row = adw_combo_row_new ();
  TyCodeList *list = ty_code_list_get_shipped (self->info->code_list);
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  const char *key = ty_record_get_text (record, self->field);
  guint selected = 0;

  self->keys = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->keys, NULL);
  gtk_string_list_append (labels, _("Not filled in"));
  for (guint i = 0; i < ty_code_list_get_n_items (list); i++)
    {
      TyCode *code = ty_code_list_get_item (list, i);
      gboolean current = g_strcmp0 (key, ty_code_get_key (code)) == 0;

      if (!current && is_heading (list, code))
        continue;
      if (current)
        selected = self->keys->len;
      g_ptr_array_add (self->keys, g_strdup (ty_code_get_key (code)));
      gtk_string_list_append (labels, ty_code_get_label (code));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  return row;
}

/**
 * ty_field_row_new:
 * @record: a record
 * @field: index of a field that is a text, a date or a code
 *
 * Returns: (transfer full): a row that shows the field of @record
 */
TyFieldRow *
ty_field_row_new (TyRecord *record,
                  guint     field)
{
  TyFieldRow *self;

  g_return_val_if_fail (TY_IS_RECORD (record), NULL);

  self = g_new0 (TyFieldRow, 1);
  self->field = field;
  self->info = &ty_record_get_info (record)->fields[field];
  self->widget = self->info->kind == TY_FIELD_CODE ? make_choice (self, record)
                                                   : make_entry (self, record);
  g_object_ref_sink (self->widget);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->widget), _(self->info->label));
  return self;
}

/**
 * ty_field_row_free:
 * @self: (transfer full): a row
 */
void
ty_field_row_free (TyFieldRow *self)
{
  g_signal_handlers_disconnect_by_data (self->widget, self);
  g_clear_object (&self->widget);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_free (self);
}

/**
 * ty_field_row_get_widget:
 * @self: a row
 *
 * Returns: (transfer none): what is put into the form
 */
GtkWidget *
ty_field_row_get_widget (TyFieldRow *self)
{
  return self->widget;
}

/**
 * ty_field_row_get_info:
 * @self: a row
 *
 * Returns: (transfer none): its field
 */
const TyFieldInfo *
ty_field_row_get_info (TyFieldRow *self)
{
  return self->info;
}

/**
 * ty_field_row_set_error:
 * @self: a row
 * @message: (nullable): what is wrong with the entry, already translated
 *
 * Says at the field itself what is wrong with it.
 */
void
ty_field_row_set_error (TyFieldRow *self,
                        const char *message)
{
  const char *label = _(self->info->label);
  g_autofree char *title = NULL;

  if (message != NULL)
    {
      title = g_str_has_prefix (message, label) ? g_strdup (message)
                                                : g_strdup_printf ("%s: %s", label, message);
      gtk_widget_add_css_class (self->widget, "error");
    }
  else
    {
      gtk_widget_remove_css_class (self->widget, "error");
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->widget), title != NULL ? title : label);
  gtk_widget_set_tooltip_text (self->widget, message);
}

static gboolean
apply_date (TyFieldRow *self,
            TyRecord   *record,
            const char *text)
{
  g_autoptr(GError) error = NULL;
  TyDate date = TY_DATE_NONE;

  if (*text != '\0' && !ty_date_parse_record (text, &date, NULL, &error))
    {
      ty_field_row_set_error (self, _("Write a date such as 1978.05 or 2021.12.31."));
      return FALSE;
    }

  ty_record_set_date (record, self->field, date);
  return TRUE;
}

/**
 * ty_field_row_apply:
 * @self: a row
 * @record: a record of the same kind
 *
 * Takes the entry over into a record, if it is of the right kind. The rules of entry are not
 * checked here.
 *
 * Returns: whether it is; if not, the row says why
 */
gboolean
ty_field_row_apply (TyFieldRow *self,
                    TyRecord   *record)
{
  g_autofree char *text = NULL;

  if (self->keys != NULL)
    {
      guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->widget));

      ty_record_set_text (record, self->field, g_ptr_array_index (self->keys, selected));
      return TRUE;
    }

  text = ty_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->widget)));
  if (self->info->kind == TY_FIELD_DATE)
    return apply_date (self, record, text);

  ty_record_set_text (record, self->field, *text != '\0' ? text : NULL);
  return TRUE;
}
