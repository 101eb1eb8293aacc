/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pairing-page-mentors"

#include "config.h"

#include "ty-pairing-page-private.h"

#include "ty-day-question.h"
#include "ty-mentor-finder.h"

/* The pool of mentors is filled from the board, where it is missed. */

static void
added_cb (TyPairingPage *self,
          const char    *text,
          GtkWindow     *window)
{
  ty_page_tell_done (TY_PAGE (self), text);
}

static void
propose (TyPage   *page,
         gpointer  data)
{
  GtkWindow *window = GTK_WINDOW (ty_mentor_finder_new (ty_page_get_office (page)));

  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  g_signal_connect_object (window, "saved", G_CALLBACK (added_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
propose_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  ty_day_question_ask (TY_PAGE (widget), propose, NULL, NULL);
}

/**
 * ty_pairing_page_install_pool_actions:
 * @widget_class: the class of the page
 */
void
ty_pairing_page_install_pool_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "board.propose-mentors", NULL, propose_action);
}
