/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-preedit"

#include "config.h"

#include "ty-preedit.h"

/* What an input method has not yet committed (预编辑): letters of pinyin that wait for a choice. While
 * there are some, all keys are its own: Enter, Escape, arrows and whatever a window has keys for. */

static GtkIMContext *
get_input_method (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = NULL;

  if (!GTK_IS_TEXT (widget) && !GTK_IS_TEXT_VIEW (widget))
    return NULL;

  controllers = gtk_widget_observe_controllers (widget);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);
      GtkIMContext *context =
        GTK_IS_EVENT_CONTROLLER_KEY (controller)
          ? gtk_event_controller_key_get_im_context (GTK_EVENT_CONTROLLER_KEY (controller))
          : NULL;

      if (context != NULL)
        return context;
    }
  return NULL;
}

/**
 * ty_preedit_is_active:
 * @widget: (nullable): what has the focus
 *
 * For whoever takes keys before they get to an entry.
 *
 * Returns: whether @widget is an entry in which an input method is at work
 */
gboolean
ty_preedit_is_active (GtkWidget *widget)
{
  GtkIMContext *context = get_input_method (widget);
  g_autofree char *text = NULL;

  if (context == NULL)
    return FALSE;

  gtk_im_context_get_preedit_string (context, &text, NULL, NULL);
  return text != NULL && *text != '\0';
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GHashTable            *forwarded)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (!ty_preedit_is_active (focus))
    return GDK_EVENT_PROPAGATE;

  g_hash_table_add (forwarded, GUINT_TO_POINTER (keycode));
  gtk_event_controller_key_forward (controller, focus);
  return GDK_EVENT_STOP;
}

/* A controller that took a key takes its release too, and input methods have a meaning for that of Shift
 * and Control. */
static void
key_released_cb (GtkEventControllerKey *controller,
                 guint                  keyval,
                 guint                  keycode,
                 GdkModifierType        state,
                 GHashTable            *forwarded)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (g_hash_table_remove (forwarded, GUINT_TO_POINTER (keycode)) && focus != NULL)
    gtk_event_controller_key_forward (controller, focus);
}

/**
 * ty_preedit_protect:
 * @window: a window that has keys of its own
 *
 * Gives all keys to the input method of an entry while it is at work. What is added to the window later
 * is asked before.
 */
void
ty_preedit_protect (GtkWindow *window)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  GHashTable *forwarded = g_hash_table_new (NULL, NULL);

  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_object_set_data_full (G_OBJECT (controller), "ty-forwarded", forwarded,
                          (GDestroyNotify) g_hash_table_unref);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), forwarded);
  g_signal_connect (controller, "key-released", G_CALLBACK (key_released_cb), forwarded);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

static void
preedit_changed_cb (GtkSearchEntry *entry,
                    const char     *text,
                    GtkText        *delegate)
{
  if (*text != '\0' && !gtk_widget_has_focus (GTK_WIDGET (delegate)))
    gtk_text_grab_focus_without_selecting (delegate);
}

/**
 * ty_preedit_follow_captured:
 * @entry: an entry that captures what is typed in a list
 *
 * Moves the focus to @entry when an input method begins in it: its next keys, among them those that the
 * list has for its own, must get there.
 */
void
ty_preedit_follow_captured (GtkSearchEntry *entry)
{
  g_return_if_fail (GTK_IS_SEARCH_ENTRY (entry));

  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "preedit-changed",
                           G_CALLBACK (preedit_changed_cb), entry, G_CONNECT_SWAPPED);
}
