/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-field-row"

#include "config.h"

#include "ty-field-row.h"

#include "ty-clipboard.h"
#include "ty-code-list.h"
#include "ty-date.h"
#include "ty-mask.h"
#include "ty-pick-row.h"
#include "ty-private-use.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

#define MOST_AT_A_GLANCE 12 /* choices that are found without a search */
#define MOST 999999         /* the largest number that can be typed */

/**
 * TyFieldRow:
 *
 * A row of a form for one field of a record, as its table of fields describes it: an entry for a
 * text, a number or a date, a choice for a code, which is searched where the list is long, and a
 * choice for another record. What is wrong with an entry is said in the row itself.
 */
struct _TyFieldRow
{
  const TyFieldInfo *info; /* (unowned) */
  guint field;

  /* Owned */
  GtkWidget *widget;
  GtkWidget *better; /* (unowned) (nullable): the button that writes encoded characters */
  gboolean watched;  /* whether characters of private use are looked for */
  TyFieldInfo *own_info;   /* (nullable): of a field of the county */
  TyCustomField *custom;   /* (nullable) */
  GPtrArray *keys;         /* (nullable): of the short code list, in the order of the choices */
};

static void
better_cb (TyFieldRow *self)
{
  g_autofree char *better = ty_private_use_dup_encoded (gtk_editable_get_text (GTK_EDITABLE (self->widget)));
  int position = gtk_editable_get_position (GTK_EDITABLE (self->widget));

  if (better == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->widget), better);
  gtk_widget_grab_focus (self->widget);
  gtk_editable_set_position (GTK_EDITABLE (self->widget), position);
}

/* An empty place for it would move the pencil of the row. */
static void
add_better_button (TyFieldRow *self)
{
  self->better = gtk_button_new ();
  gtk_widget_add_css_class (self->better, "flat");
  gtk_widget_add_css_class (self->better, "ty-link");
  gtk_widget_set_valign (self->better, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->better, "clicked", G_CALLBACK (better_cb), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->widget), self->better);
}

/* Said while one types: what looks right here looks wrong elsewhere. */
static void
check_characters (TyFieldRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->widget));
  g_autofree char *better = ty_private_use_dup_encoded (text);
  g_autofree char *label = NULL;

  if (self->better != NULL)
    gtk_widget_set_visible (self->better, better != NULL);
  if (better == NULL)
    {
      if (ty_private_use_has (text))
        ty_field_row_set_error (self, _("has a character that other computers may not show."));
      return;
    }

  /* Translators: a button that writes this text instead of what stands in the field */
  label = g_strdup_printf (_("Write “%s”"), better);
  if (self->better == NULL)
    add_better_button (self);
  gtk_button_set_label (GTK_BUTTON (self->better), label);
  ty_field_row_set_error (self, _("has a character that other computers do not show."));
}

static void
changed_cb (GtkEditable *editable,
            gpointer     user_data)
{
  TyFieldRow *self = user_data;

  ty_field_row_set_error (self, NULL);
  if (self->watched)
    check_characters (self);
}

/* What is masked in lists does not stay on the clipboard; the form says so. */
static void
copied_cb (GtkWidget  *text,
           TyFieldRow *self)
{
  ty_clipboard_guard (text);
  gtk_widget_activate_action (self->widget, "editor.copied", NULL);
}

static void
guard_entry (TyFieldRow *self,
             GtkWidget  *entry)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (entry));

  g_signal_connect_after (text, "copy-clipboard", G_CALLBACK (copied_cb), self);
  g_signal_connect_after (text, "cut-clipboard", G_CALLBACK (copied_cb), self);
}

static GtkWidget *
make_entry (TyFieldRow *self,
            TyRecord   *record)
{
  GtkWidget *entry = adw_entry_row_new ();
  const char *text = self->info->kind == TY_FIELD_TEXT ? ty_record_get_text (record, self->field)
                                                       : NULL;
  g_autofree char *date = NULL;

  if (self->custom != NULL)
    {
      text = date = ty_custom_field_dup_shown (self->custom, text);
      if (ty_custom_field_get_kind (self->custom) == TY_CUSTOM_KIND_NUMBER)
        adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (entry), GTK_INPUT_PURPOSE_NUMBER);
    }
  else if (self->info->kind == TY_FIELD_DATE)
    {
      date = ty_date_to_record (ty_record_get_date (record, self->field));
      text = date;
    }
  else if (self->info->kind == TY_FIELD_DECIMAL)
    {
      text = ty_record_get_text (record, self->field);
      adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (entry), GTK_INPUT_PURPOSE_NUMBER);
    }
  else if (self->info->kind == TY_FIELD_INTEGER)
    {
      gint64 number = ty_record_get_integer (record, self->field);

      text = date = number != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
      adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (entry), GTK_INPUT_PURPOSE_DIGITS);
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), self);
  if (ty_mask_is_needed (self->info))
    guard_entry (self, entry);
  if (self->info->kind == TY_FIELD_TEXT)
    self->watched = TRUE;
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

/* What may be chosen, and what stands there. */
static GPtrArray *
list_codes (TyFieldRow *self,
            const char *key)
{
  TyCodeList *list = ty_code_list_get_shipped (self->info->code_list);
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < ty_code_list_get_n_items (list); i++)
    {
      TyCode *code = ty_code_list_get_item (list, i);

      if (g_strcmp0 (key, ty_code_get_key (code)) == 0 || !is_heading (list, code))
        g_ptr_array_add (codes, code);
    }
  return codes;
}

static void
begin_keys (TyFieldRow    *self,
            GtkStringList *labels)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->keys, NULL);
  gtk_string_list_append (labels, _("Not filled in"));
}

static GtkWidget *
make_short_choice (TyFieldRow *self,
                   GPtrArray  *codes,
                   const char *key)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  begin_keys (self, labels);
  for (guint i = 0; i < codes->len; i++)
    {
      TyCode *code = g_ptr_array_index (codes, i);

      if (g_strcmp0 (key, ty_code_get_key (code)) == 0)
        selected = self->keys->len;
      g_ptr_array_add (self->keys, g_strdup (ty_code_get_key (code)));
      gtk_string_list_append (labels, ty_code_get_label (code));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  return row;
}

static void
picked_cb (TyPickRow *row,
           gpointer   user_data)
{
  ty_field_row_set_error (user_data, NULL);
}

static GtkWidget *
make_long_choice (TyFieldRow *self,
                  GPtrArray  *codes,
                  const char *key)
{
  GtkWidget *row = ty_pick_row_new ();
  TyPickRow *pick = TY_PICK_ROW (row);

  ty_pick_row_add_choice (pick, NULL, _("Not filled in"), NULL);
  for (guint i = 0; i < codes->len; i++)
    {
      TyCode *code = g_ptr_array_index (codes, i);

      ty_pick_row_add_choice (pick, ty_code_get_key (code), ty_code_get_label (code), NULL);
      if (g_strcmp0 (key, ty_code_get_key (code)) == 0)
        ty_pick_row_set_value (pick, key, ty_code_get_label (code));
    }
  g_signal_connect (row, "picked", G_CALLBACK (picked_cb), self);
  return row;
}

static GtkWidget *
make_choice (TyFieldRow *self,
             TyRecord   *record)
{
  const char *key = ty_record_get_text (record, self->field);
  g_autoptr(GPtrArray) codes = list_codes (self, key);

  return codes->len <= MOST_AT_A_GLANCE ? make_short_choice (self, codes, key)
                                        : make_long_choice (self, codes, key);
}

/* Whoever knows the other records follows the signal “asked”. */
static GtkWidget *
make_reference (TyFieldRow *self,
                TyRecord   *record)
{
  GtkWidget *row = ty_pick_row_new ();
  gint64 id = ty_record_get_integer (record, self->field);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  ty_pick_row_set_asking (TY_PICK_ROW (row), TRUE);
  if (id != 0)
    ty_pick_row_set_value (TY_PICK_ROW (row), key, key);
  g_signal_connect (row, "picked", G_CALLBACK (picked_cb), self);
  return row;
}

/* What the county offers, and what stands there. */
static char **
list_own_choices (TyFieldRow *self,
                  const char *value)
{
  g_auto(GStrv) choices = ty_custom_field_list_choices (self->custom);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) choices);
  if (value != NULL && !g_strv_contains ((const char * const *) choices, value))
    g_strv_builder_add (builder, value);
  return g_strv_builder_end (builder);
}

static GtkWidget *
make_long_own_choice (TyFieldRow  *self,
                      char       **choices,
                      const char  *value)
{
  GtkWidget *row = ty_pick_row_new ();

  ty_pick_row_add_choice (TY_PICK_ROW (row), NULL, _("Not filled in"), NULL);
  for (guint i = 0; choices[i] != NULL; i++)
    ty_pick_row_add_choice (TY_PICK_ROW (row), choices[i], choices[i], NULL);
  if (value != NULL)
    ty_pick_row_set_value (TY_PICK_ROW (row), value, value);
  g_signal_connect (row, "picked", G_CALLBACK (picked_cb), self);
  return row;
}

static GtkWidget *
make_own_choice (TyFieldRow *self,
                 const char *value)
{
  g_auto(GStrv) choices = list_own_choices (self, value);
  g_autoptr(GtkStringList) labels = NULL;
  GtkWidget *row;

  if (g_strv_length (choices) > MOST_AT_A_GLANCE)
    return make_long_own_choice (self, choices, value);

  row = adw_combo_row_new ();
  labels = gtk_string_list_new (NULL);
  begin_keys (self, labels);
  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_ptr_array_add (self->keys, g_strdup (choices[i]));
      gtk_string_list_append (labels, choices[i]);
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  for (guint i = 1; i < self->keys->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->keys, i), value) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  return row;
}

static GtkWidget *
make_own (TyFieldRow *self,
          TyRecord   *record)
{
  const char *value = ty_record_get_text (record, self->field);
  TyCustomKind kind = ty_custom_field_get_kind (self->custom);

  if (kind == TY_CUSTOM_KIND_CHOICE)
    return make_own_choice (self, value);
  if (kind == TY_CUSTOM_KIND_YES_NO)
    return make_choice (self, record);

  return make_entry (self, record);
}

static GtkWidget *
make_widget (TyFieldRow *self,
             TyRecord   *record)
{
  if (self->custom != NULL)
    return make_own (self, record);

  switch (self->info->kind)
    {
    case TY_FIELD_CODE:
      return make_choice (self, record);
    case TY_FIELD_REFERENCE:
      return make_reference (self, record);
    case TY_FIELD_TEXT:
    case TY_FIELD_DATE:
    case TY_FIELD_INTEGER:
    case TY_FIELD_DECIMAL:
    case TY_FIELD_HASH:
    default:
      return make_entry (self, record);
    }
}

/* What a county calls its own field is in no catalogue. */
static const char *
get_label (TyFieldRow *self)
{
  return self->custom != NULL ? self->info->label : _(self->info->label);
}

static void
fill (TyFieldRow *self,
      TyRecord   *record)
{
  self->widget = make_widget (self, record);
  g_object_ref_sink (self->widget);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->widget), get_label (self));
  if (self->watched)
    check_characters (self);
}

/**
 * ty_field_row_new:
 * @record: a record
 * @field: index of a field that is a text, a number, a date, a code or a reference; for a reference,
 *   its widget is a #TyPickRow whose choices the caller finds
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
  fill (self, record);
  return self;
}

/**
 * ty_field_row_new_custom:
 * @record: a record with a value in a field of the county
 * @field: index of the value
 * @custom: the field of the county
 *
 * Returns: (transfer full): a row that shows the value as the field of the county wants it
 */
TyFieldRow *
ty_field_row_new_custom (TyRecord      *record,
                         guint          field,
                         TyCustomField *custom)
{
  TyFieldRow *self;

  g_return_val_if_fail (TY_IS_RECORD (record), NULL);
  g_return_val_if_fail (TY_IS_CUSTOM_FIELD (custom), NULL);

  self = g_new0 (TyFieldRow, 1);
  self->field = field;
  self->custom = g_object_ref (custom);
  self->own_info = g_memdup2 (&ty_record_get_info (record)->fields[field], sizeof (TyFieldInfo));
  self->own_info->label = ty_custom_field_get_name (custom);
  self->own_info->privacy = ty_custom_field_get_privacy (custom);
  self->own_info->code_list = ty_custom_field_get_kind (custom) == TY_CUSTOM_KIND_YES_NO ? "yes_no" : NULL;
  self->info = self->own_info;
  fill (self, record);
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
  if (self->better != NULL)
    g_signal_handlers_disconnect_by_data (self->better, self);
  if (GTK_IS_EDITABLE (self->widget))
    g_signal_handlers_disconnect_by_data (gtk_editable_get_delegate (GTK_EDITABLE (self->widget)), self);
  g_clear_object (&self->widget);
  g_clear_object (&self->custom);
  g_free (self->own_info);
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
  const char *label = get_label (self);
  g_autofree char *title = NULL;

  if (message != NULL)
    {
      title = g_str_has_prefix (message, label) ? g_strdup (message)
                                                : g_strdup_printf (_("%s: %s"), label, message);
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

static gboolean
apply_number (TyFieldRow *self,
              TyRecord   *record,
              const char *text)
{
  g_autofree char *digits = ty_text_clean_code (text);
  guint64 number = 0;

  if (*digits != '\0' && !g_ascii_string_to_unsigned (digits, 10, 0, MOST, &number, NULL))
    {
      ty_field_row_set_error (self, _("Write a number in digits."));
      return FALSE;
    }

  ty_record_set_integer (record, self->field, (gint64) number);
  return TRUE;
}

static gboolean
apply_own (TyFieldRow *self,
           TyRecord   *record,
           const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *value = NULL;

  if (!ty_custom_field_parse (self->custom, text, &value, &error))
    {
      ty_field_row_set_error (self, error->message);
      return FALSE;
    }

  ty_record_set_text (record, self->field, value);
  return TRUE;
}

static void
apply_pick (TyFieldRow *self,
            TyRecord   *record)
{
  const char *key = ty_pick_row_get_value (TY_PICK_ROW (self->widget));

  if (self->info->kind == TY_FIELD_CODE || self->custom != NULL)
    ty_record_set_text (record, self->field, key);
  else
    ty_record_set_integer (record, self->field, key != NULL ? g_ascii_strtoll (key, NULL, 10) : 0);
}

/**
 * ty_field_row_read_date:
 * @self: a row of a date
 * @record: a record of the same kind
 *
 * Takes the date over into a record as far as it is one by now, without complaint.
 */
void
ty_field_row_read_date (TyFieldRow *self,
                        TyRecord   *record)
{
  g_autofree char *text = ty_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->widget)));
  TyDate date = TY_DATE_NONE;

  if (*text == '\0' || !ty_date_parse_record (text, &date, NULL, NULL))
    date = TY_DATE_NONE;
  ty_record_set_date (record, self->field, date);
}

static void
propose_choice (TyFieldRow *self,
                const char *key)
{
  if (adw_combo_row_get_selected (ADW_COMBO_ROW (self->widget)) != 0)
    return;

  for (guint i = 1; i < self->keys->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->keys, i), key) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->widget), i);
}

/**
 * ty_field_row_propose:
 * @self: a row of a date, a text, or a code of a short list
 * @record: a record of the same kind
 *
 * Fills the row from a record, where nothing has been entered yet.
 */
void
ty_field_row_propose (TyFieldRow *self,
                      TyRecord   *record)
{
  g_autofree char *date = NULL;

  if (self->keys != NULL)
    {
      propose_choice (self, ty_record_get_text (record, self->field));
      return;
    }
  if (!GTK_IS_EDITABLE (self->widget) || *gtk_editable_get_text (GTK_EDITABLE (self->widget)) != '\0')
    return;

  if (self->info->kind == TY_FIELD_TEXT)
    {
      const char *text = ty_record_get_text (record, self->field);

      gtk_editable_set_text (GTK_EDITABLE (self->widget), text != NULL ? text : "");
      return;
    }

  date = ty_date_to_record (ty_record_get_date (record, self->field));
  gtk_editable_set_text (GTK_EDITABLE (self->widget), date);
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

  if (TY_IS_PICK_ROW (self->widget))
    {
      apply_pick (self, record);
      return TRUE;
    }
  if (self->keys != NULL)
    {
      guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->widget));

      ty_record_set_text (record, self->field, g_ptr_array_index (self->keys, selected));
      return TRUE;
    }

  text = ty_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->widget)));
  if (self->custom != NULL)
    return apply_own (self, record, text);
  if (self->info->kind == TY_FIELD_DATE)
    return apply_date (self, record, text);
  if (self->info->kind == TY_FIELD_INTEGER)
    return apply_number (self, record, text);

  ty_record_set_text (record, self->field, *text != '\0' ? text : NULL);
  return TRUE;
}
