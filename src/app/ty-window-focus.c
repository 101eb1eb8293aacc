/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-focus"

#include "config.h"

#include "ty-window-private.h"

#define LAST_FOCUS "ty-last-focus"

/* The focus goes along from page to page, where it was in a page, and comes back to where it was there. It
 * is taken away before the page goes: else GTK 4.8 gives it to the first button of the window. */

static void
weak_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
keep_focus (TyPage    *page,
            GtkWidget *focus)
{
  GWeakRef *last = g_new0 (GWeakRef, 1);

  g_weak_ref_init (last, focus);
  g_object_set_data_full (G_OBJECT (page), LAST_FOCUS, last, weak_free);
}

/**
 * ty_window_leave_focus:
 * @self: a window that is about to show another page
 *
 * Notes where the focus is in the page, and whether it goes along: not from the sidebar and the header bar,
 * where one may press the same key again.
 */
void
ty_window_leave_focus (TyWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  TyPage *page = ty_window_get_page (self);

  self->focus_goes = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL
                                   : self->focus_waits;
  self->focus_waits = FALSE;
  if (focus == NULL || page == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (page)))
    return;

  keep_focus (page, focus);
  self->focus_goes = TRUE;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

static gboolean
give_back (TyPage *page)
{
  GWeakRef *last = g_object_get_data (G_OBJECT (page), LAST_FOCUS);
  g_autoptr(GtkWidget) focus = last != NULL ? g_weak_ref_get (last) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (page))
         && gtk_widget_grab_focus (focus);
}

/**
 * ty_window_bring_focus:
 * @self: a window that shows another page
 *
 * Gives the focus to the page, if it was in the one before: to what had it there last, or to the first
 * that takes it, also when that is read only later.
 */
void
ty_window_bring_focus (TyWindow *self)
{
  TyPage *page = ty_window_get_page (self);

  if (!self->focus_goes || page == NULL || give_back (page)
      || gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD))
    return;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  self->focus_waits = TRUE;
}

static gboolean
late_cb (gpointer user_data)
{
  TyWindow *self = TY_WINDOW (user_data);
  TyPage *page = ty_window_get_page (self);

  self->focus_id = 0;
  if (self->focus_waits && page != NULL && gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    self->focus_waits = !gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/**
 * ty_window_bring_late_focus:
 * @self: a window
 *
 * Gives the focus to the page that was waited for, as soon as it shows what was read, unless the focus went
 * elsewhere meanwhile.
 */
void
ty_window_bring_late_focus (TyWindow *self)
{
  TyPage *page = ty_window_get_page (self);

  if (self->focus_waits && self->focus_id == 0 && page != NULL && !ty_page_get_loading (page))
    self->focus_id = g_idle_add (late_cb, self);
}
