/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-toasts"

#include "config.h"

#include "ty-window-private.h"

#include <glib/gi18n-lib.h>

/* ms, by the clock of the frames, until a toast has come. libadwaita 1.2 forgets a toast that has gone and
 * then ends its coming, and falls over it, where one is taken away early or a frame comes very late. */
#define COMING 600

/* What was done, in a few words at the bottom of the window: one at a time, the newest. */

static void
dismissed_cb (TyWindow *self,
              AdwToast *toast)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

static void show_toast (TyWindow *self,
                        AdwToast *toast);

/* What comes next, or nothing. */
static void
show_next (TyWindow *self)
{
  g_autoptr(AdwToast) next = g_steal_pointer (&self->next_toast);

  self->toast_leaves = FALSE;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  if (next != NULL)
    show_toast (self, next);
}

/* Its coming ended in the frame before this one. */
static gboolean
coming_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TyWindow *self = TY_WINDOW (user_data);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->toast_time == 0)
    self->toast_time = now;
  if (now < self->toast_time + COMING * G_GINT64_CONSTANT (1000) || !self->toast_late)
    {
      self->toast_late = now >= self->toast_time + COMING * G_GINT64_CONSTANT (1000);
      return G_SOURCE_CONTINUE;
    }

  self->toast_id = 0;
  if (self->toast_leaves)
    show_next (self);
  return G_SOURCE_REMOVE;
}

/* The cross of a toast of libadwaita 1.2 has only a picture. */
static void
name_cross (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"),
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_cross (child);
}

static void
show_toast (TyWindow *self,
            AdwToast *toast)
{
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  g_set_object (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (toast));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->toasts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (self->toasts))
      name_cross (child);
  self->toast_time = 0;
  self->toast_late = FALSE;
  if (self->toast_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->toasts), self->toast_id);
  self->toast_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->toasts), coming_cb, self, NULL);
}

/* Takes away what is shown, at once or when it has come; until then it has no button any more. */
static void
take_away (TyWindow *self)
{
  if (self->toast == NULL || self->toast_id == 0)
    {
      show_next (self);
      return;
    }

  adw_toast_set_button_label (self->toast, NULL);
  self->toast_leaves = TRUE;
}

static void
say (TyWindow   *self,
     const char *text,
     const char *button_label,
     const char *action,
     GVariant   *target)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autoptr(AdwToast) toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, button_label);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_set_object (&self->next_toast, toast);
  take_away (self);
}

/* What the button of a toast would take back now, or 0. Two actions may have the same label. */
static gint64
get_next_seq (TyWindow   *self,
              const char *action)
{
  if (self->office == NULL || action == NULL)
    return 0;

  return ty_office_get_next_seq (self->office, g_str_equal (action, "win.redo"));
}

static void
say_with_button (TyWindow   *self,
                 const char *text,
                 const char *button_label,
                 const char *action)
{
  say (self, text, button_label, action, NULL);
  self->toast_seq = get_next_seq (self, action);
}

/**
 * ty_window_say:
 * @self: a window
 * @text: what was done, a short sentence
 * @with_undo: whether it can be undone
 *
 * Says what was done. One such message is seen at a time.
 */
void
ty_window_say (TyWindow   *self,
               const char *text,
               gboolean    with_undo)
{
  g_return_if_fail (TY_IS_WINDOW (self));

  if (with_undo)
    say_with_button (self, text, _("Undo"), "win.undo");
  else
    say (self, text, NULL, NULL, NULL);
}

/**
 * ty_window_say_exported:
 * @self: a window
 * @text: what was done
 * @path: the file that was written
 *
 * Says so, and offers to show its folder.
 */
void
ty_window_say_exported (TyWindow   *self,
                        const char *text,
                        const char *path)
{
  g_return_if_fail (TY_IS_WINDOW (self));

  say (self, text, _("Open Folder"), "win.open-folder", g_variant_new_string (path));
}

/**
 * ty_window_say_undone:
 * @self: a window
 * @label: what was undone
 *
 * Says so, and offers to do it again.
 */
void
ty_window_say_undone (TyWindow   *self,
                      const char *label)
{
  g_autofree char *text = g_strdup_printf (_("Undone: %s"), label);

  g_return_if_fail (TY_IS_WINDOW (self));

  say_with_button (self, text, _("Redo"), "win.redo");
}

/**
 * ty_window_say_taken_back:
 * @self: a window
 * @text: what was done, a short sentence
 * @seq: the action that did it
 *
 * Says what was done, and offers to take back that very action.
 */
void
ty_window_say_taken_back (TyWindow   *self,
                          const char *text,
                          gint64      seq)
{
  g_return_if_fail (TY_IS_WINDOW (self));

  say (self, text, _("Undo"), "win.take-back", g_variant_new_int64 (seq));
}

/**
 * ty_window_update_toast:
 * @self: a window
 *
 * Takes back a message whose button would undo something else than what it says.
 */
void
ty_window_update_toast (TyWindow *self)
{
  AdwToast *newest = self->next_toast != NULL ? self->next_toast : self->toast;
  const char *action = newest != NULL ? adw_toast_get_action_name (newest) : NULL;

  /* What was chosen by itself says for itself which action it is. */
  if (action == NULL || g_str_equal (action, "win.take-back")
      || get_next_seq (self, action) == self->toast_seq)
    return;

  g_clear_object (&self->next_toast);
  take_away (self);
}
