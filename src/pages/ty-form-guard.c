/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-guard"

#include "config.h"

#include "ty-form-guard.h"

#include "ty-files-group.h"
#include "ty-pick-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What was entered in a form is not lost by a slip of the hand: by Escape, or the button that closes it. */

#define BEFORE "ty-form-guard-before" /* what stood in the form when nobody had entered anything */
#define FUNC "ty-form-guard-func"     /* says what stands there */

/* What is looked for is not part of the form. What a menu, a choice or a list has inside of it says nothing more than
 * that which was chosen; the rows of a list are made anew as it is scrolled. */
static gboolean
is_whole (GtkWidget *widget)
{
  return GTK_IS_POPOVER (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_MENU_BUTTON (widget)
         || GTK_IS_DROP_DOWN (widget) || ADW_IS_COMBO_ROW (widget) || TY_IS_PICK_ROW (widget)
         || GTK_IS_LIST_BASE (widget) || GTK_IS_COLUMN_VIEW (widget);
}

static void
add_text (GtkTextBuffer *buffer,
          GString       *state)
{
  GtkTextIter first, last;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &first, &last);
  text = gtk_text_buffer_get_text (buffer, &first, &last, TRUE);
  g_string_append_printf (state, "%s\n", text);
}

static void
add_value (GtkWidget *widget,
           GString   *state)
{
  if (GTK_IS_TEXT (widget))
    g_string_append_printf (state, "%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    add_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), state);
  else if (TY_IS_FILES_GROUP (widget))
    g_string_append_printf (state, "%u\n", ty_files_group_get_files (TY_FILES_GROUP (widget))->len);
  else if (TY_IS_PICK_ROW (widget))
    g_string_append_printf (state, "%s\n", ty_pick_row_get_value (TY_PICK_ROW (widget)));
  else if (ADW_IS_COMBO_ROW (widget))
    g_string_append_printf (state, "%u\n", adw_combo_row_get_selected (ADW_COMBO_ROW (widget)));
  else if (GTK_IS_DROP_DOWN (widget))
    g_string_append_printf (state, "%u\n", gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)));
  else if (GTK_IS_SWITCH (widget))
    g_string_append_printf (state, "%d\n", gtk_switch_get_active (GTK_SWITCH (widget)));
  else if (GTK_IS_CHECK_BUTTON (widget))
    g_string_append_printf (state, "%d\n", gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  else if (GTK_IS_TOGGLE_BUTTON (widget))
    g_string_append_printf (state, "%d\n", gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (widget)));
}

static void
add_children (GtkWidget *widget,
              GString   *state)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      /* What is hidden is not asked for, whatever stands in it. */
      if (!gtk_widget_get_visible (child))
        continue;
      add_value (child, state);
      if (!is_whole (child))
        add_children (child, state);
    }
}

static char *
dup_state (GtkWindow *form)
{
  TyFormGuardFunc func = (TyFormGuardFunc) g_object_get_data (G_OBJECT (form), FUNC);
  GString *state = g_string_new (NULL);

  func (form, state);
  return g_string_free (state, FALSE);
}

static void
map_cb (GtkWindow *form)
{
  if (g_object_get_data (G_OBJECT (form), BEFORE) == NULL)
    ty_form_guard_settle (form);
}

static gboolean
destroy_cb (gpointer user_data)
{
  ty_form_guard_close (GTK_WINDOW (user_data));
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
  GtkWidget *dialog;

  if (!ty_form_guard_is_begun (form))
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
 * Whoever closes it when something in it is not as it was asks first. A form that was saved is closed by
 * ty_form_guard_close(), which asks nothing.
 */
void
ty_form_guard_watch (GtkWindow *form)
{
  ty_form_guard_watch_with (form, ty_form_guard_add_values);
}

/**
 * ty_form_guard_watch_with:
 * @form: a form that is about to be shown
 * @func: says what stands in the form
 *
 * The same of a form whose values do not all stand in its widgets, or that has widgets which are no part of it.
 */
void
ty_form_guard_watch_with (GtkWindow       *form,
                          TyFormGuardFunc  func)
{
  g_return_if_fail (GTK_IS_WINDOW (form) && func != NULL);

  g_object_set_data (G_OBJECT (form), FUNC, (gpointer) func);
  g_signal_connect (form, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (form, "close-request", G_CALLBACK (close_request_cb), NULL);
}

/**
 * ty_form_guard_add_values:
 * @form: a form
 * @state: what stands in it
 *
 * Adds what was typed, switched and chosen in its widgets.
 */
void
ty_form_guard_add_values (GtkWindow *form,
                          GString   *state)
{
  g_return_if_fail (GTK_IS_WINDOW (form) && state != NULL);

  add_children (GTK_WIDGET (form), state);
}

/**
 * ty_form_guard_is_begun:
 * @form: a form that is watched
 *
 * Returns: whether something was entered in it
 */
gboolean
ty_form_guard_is_begun (GtkWindow *form)
{
  const char *before;
  g_autofree char *now = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (form), FALSE);

  before = g_object_get_data (G_OBJECT (form), BEFORE);
  if (before == NULL)
    return FALSE;

  now = dup_state (form);
  return !g_str_equal (before, now);
}

/**
 * ty_form_guard_settle:
 * @form: a form that is watched
 *
 * What stands in it was put there by the program: it is what the form begins with.
 */
void
ty_form_guard_settle (GtkWindow *form)
{
  g_return_if_fail (GTK_IS_WINDOW (form));

  g_object_set_data_full (G_OBJECT (form), BEFORE, dup_state (form), g_free);
}

/**
 * ty_form_guard_close:
 * @form: a form that was saved, or is given up
 *
 * Closes it without a question. An entry that goes with the focus in it complains.
 */
void
ty_form_guard_close (GtkWindow *form)
{
  g_return_if_fail (GTK_IS_WINDOW (form));

  gtk_window_set_focus (form, NULL);
  gtk_window_destroy (form);
}
