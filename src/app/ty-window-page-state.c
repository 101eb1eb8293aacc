/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-page-state"

#include "config.h"

#include "ty-window-private.h"

#include "ty-people-page.h"

#define N_FRAMES_MAX 120 /* until one gives up that a page becomes as long as it was */

/* How a page was looked at, for back and forward. The rosters know more of themselves; of all others it
 * is how far one had scrolled. */

typedef struct
{
  double value;
  guint n_frames;
} Scroll;

/* The part of a page that scrolls: the tallest. */
static GtkScrolledWindow *
find_scroller (GtkWidget *widget)
{
  GtkScrolledWindow *found = NULL;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    return GTK_SCROLLED_WINDOW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkScrolledWindow *other = find_scroller (child);

      if (other != NULL
          && (found == NULL || gtk_widget_get_height (GTK_WIDGET (other))
                                 > gtk_widget_get_height (GTK_WIDGET (found))))
        found = other;
    }
  return found;
}

static gboolean
scroll_cb (GtkWidget     *page,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Scroll *scroll = user_data;
  GtkScrolledWindow *scroller = find_scroller (page);
  GtkAdjustment *adjustment = scroller != NULL ? gtk_scrolled_window_get_vadjustment (scroller)
                                               : NULL;
  gboolean ready = adjustment != NULL && !ty_page_get_loading (TY_PAGE (page))
                   && gtk_adjustment_get_upper (adjustment)
                        - gtk_adjustment_get_page_size (adjustment) >= scroll->value;

  if (!ready && scroll->n_frames++ < N_FRAMES_MAX)
    return G_SOURCE_CONTINUE;

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, scroll->value);
  return G_SOURCE_REMOVE;
}

/**
 * ty_window_save_page:
 * @page: a page that is left
 *
 * Returns: (transfer floating): how it is looked at
 */
GVariant *
ty_window_save_page (TyPage *page)
{
  GtkScrolledWindow *scroller;

  if (TY_IS_PEOPLE_PAGE (page))
    return ty_people_page_save (TY_PEOPLE_PAGE (page));

  scroller = find_scroller (GTK_WIDGET (page));
  return g_variant_new_double (scroller != NULL ? gtk_adjustment_get_value (
    gtk_scrolled_window_get_vadjustment (scroller)) : 0);
}

/**
 * ty_window_restore_page:
 * @page: a page that is shown
 * @state: what ty_window_save_page() had returned
 *
 * Shows it as it was looked at, once it has loaded what it shows.
 */
void
ty_window_restore_page (TyPage   *page,
                        GVariant *state)
{
  Scroll *scroll;

  if (TY_IS_PEOPLE_PAGE (page))
    {
      ty_people_page_restore (TY_PEOPLE_PAGE (page), state);
      return;
    }

  scroll = g_new0 (Scroll, 1);
  scroll->value = g_variant_get_double (state);
  gtk_widget_add_tick_callback (GTK_WIDGET (page), scroll_cb, scroll, g_free);
}
