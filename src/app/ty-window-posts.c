/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-posts"

#include "config.h"

#include "ty-window-private.h"

#include "ty-post-batch.h"
#include "ty-post-forms.h"

/* Appointments from wherever one is, and the lists of those who may be appointed. */

/* All that one document decides. */
static void
document_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  TyPage *page = ty_window_get_page (self);

  if (page != NULL)
    ty_post_forms_open (page, GTK_WINDOW (ty_post_batch_new (self->office)));
}

static void
appoint_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  TyPage *page = ty_window_get_page (self);

  if (page != NULL)
    ty_post_forms_open (page, GTK_WINDOW (ty_post_editor_new (self->office, TY_MOVE_APPOINT)));
}

static void
show_reserves_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ty_window_go (TY_WINDOW (widget), (TyPlace) { .page = "roster", .population = TY_WHO_RESERVES });
}

static void
show_specialists_action (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  ty_window_go (TY_WINDOW (widget), (TyPlace) { .page = "roster", .population = TY_WHO_SPECIALISTS });
}

/**
 * ty_window_install_post_actions:
 * @widget_class: the class of the window
 */
void
ty_window_install_post_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.appoint", NULL, appoint_action);
  gtk_widget_class_install_action (widget_class, "win.appoint-by-document", NULL, document_action);
  gtk_widget_class_install_action (widget_class, "win.show-reserves", NULL, show_reserves_action);
  gtk_widget_class_install_action (widget_class, "win.show-specialists", NULL, show_specialists_action);
}
