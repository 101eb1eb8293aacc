/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-row"

#include "config.h"

#include "ty-form-row.h"

#include "ty-text.h"

#include <glib/gi18n-lib.h>

/* Rows of a form that is no record’s: what stands in them, and what is wrong with it. */

/**
 * ty_form_row_dup_text:
 * @row: an entry
 *
 * Returns: (transfer full) (nullable): what was typed, cleaned
 */
char *
ty_form_row_dup_text (GtkEditable *row)
{
  g_autofree char *text = ty_text_clean (gtk_editable_get_text (row));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/**
 * ty_form_row_read_date:
 * @row: (type GtkEditable): an entry
 *
 * Returns: the date that was typed, or none
 */
TyDate
ty_form_row_read_date (gpointer row)
{
  g_autofree char *text = ty_form_row_dup_text (GTK_EDITABLE (row));
  TyDate date = TY_DATE_NONE;

  if (text != NULL && !ty_date_parse_record (text, &date, NULL, NULL))
    date = TY_DATE_NONE;
  return date;
}

/**
 * ty_form_row_set_error:
 * @row: a row of a form
 * @label: its title
 * @message: (nullable): what is wrong, which begins with the title
 *
 * Says at the field itself what is wrong with it.
 */
void
ty_form_row_set_error (GtkWidget  *row,
                       const char *label,
                       const char *message)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), message != NULL ? message : label);
  if (message != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
}

/**
 * ty_form_row_check_date:
 * @row: (type GtkEditable): an entry
 * @label: its title
 * @required: whether it must be filled in
 *
 * Returns: whether a date stands there; if not, the row says so and has the focus
 */
gboolean
ty_form_row_check_date (gpointer    row,
                        const char *label,
                        gboolean    required)
{
  g_autofree char *text = ty_form_row_dup_text (GTK_EDITABLE (row));
  g_autofree char *message = NULL;

  if (ty_date_is_known (ty_form_row_read_date (row)) || (text == NULL && !required))
    return TRUE;

  message = g_strdup_printf (_("%s: %s"), label, _("Write a date such as 1978.05 or 2021.12.31."));
  ty_form_row_set_error (GTK_WIDGET (row), label, message);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return FALSE;
}

/**
 * ty_form_row_make_note:
 * @text: a sentence
 * @warns: whether somebody should know it before anything is done
 *
 * Returns: (transfer floating): the sentence in a form
 */
GtkWidget *
ty_form_row_make_note (const char *text,
                       gboolean    warns)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, warns ? "ty-warn" : "dim-label");
  return label;
}
