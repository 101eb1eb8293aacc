/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-guard"

#include "config.h"

#include "ty-form-guard.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What was typed into a form is not lost by a slip of the hand: by Escape, or the button that closes it. */

#define BEFORE "ty-form-guard-before" /* what stood in the form when it was shown */

static void
add_state (GtkWidget *widget,
           GString   *state)
{
  /* What is looked for is not part of the form. */
  if (GTK_IS_POPOVER (widget) || GTK_IS_SEARCH_ENTRY (widget))
    return;
  if (GTK_IS_TEXT (widget))
    g_string_append_printf (state, "%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (ADW_IS_COMBO_ROW (widget))
    g_string_append_printf (state, "%u\n", adw_combo_row_get_selected (ADW_COMBO_ROW (widget)));
  else if (GTK_IS_CHECK_BUTTON (widget))
    g_string_append_printf (state, "%d\n", gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_state (child, state);
}

static char *
dup_state (GtkWindow *form)
{
  GString *state = g_string_new (NULL);

  add_state (GTK_WIDGET (form), state);
  return g_string_free (state, FALSE);
}

static void
map_cb (GtkWindow *form)
{
  if (g_object_get_data (G_OBJECT (form), BEFORE) == NULL)
    g_object_set_data_full (G_OBJECT (form), BEFORE, dup_state (form), g_free);
}

static gboolean
destroy_cb (gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

/* The question is still at work, and goes first. */
static void
response_cb (GtkWindow        *form,
             const char       *response,
             AdwMessageDialog *dialog)
{
  if (g_str_equal (response, "discard"))
    g_idle_add_full (G_PRIORITY_DEFAULT, destroy_cb, g_object_ref (form), g_object_unref);
}

static gboolean
close_request_cb (GtkWindow *form)
{
  const char *before = g_object_get_data (G_OBJECT (form), BEFORE);
  g_autofree char *now = dup_state (form);
  GtkWidget *dialog;

  if (before == NULL || g_str_equal (before, now))
    return FALSE;

  dialog = adw_message_dialog_new (form, _("Discard What Was Entered?"),
                                   _("The form has not been saved."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Keep Editing"), "discard",
                                    _("_Discard"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), form, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

/**
 * ty_form_guard_watch:
 * @form: a form that is about to be shown
 *
 * Whoever closes it when something in it is not as it was asks first. A form that was saved is destroyed, which asks
 * nothing.
 */
void
ty_form_guard_watch (GtkWindow *form)
{
  g_return_if_fail (GTK_IS_WINDOW (form));

  g_signal_connect (form, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (form, "close-request", G_CALLBACK (close_request_cb), NULL);
}
