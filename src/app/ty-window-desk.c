/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-desk"

#include "config.h"

#include "ty-window-private.h"

#include "ty-settings.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

#define ROOMY 860 /* pixels of the window from which there is room for the whole sidebar */

/* What is of one desk: who works here, and how wide the sidebar is. */

/* The name of the account is one only where somebody gave it. */
static const char *
get_account_name (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && *name != '\0' && !g_str_equal (name, "Unknown") ? name : g_get_user_name ();
}

/* Under which name one works is asked once, without standing in the way. */
static void
update_user_bar (TyWindow *self)
{
  g_autofree char *user = g_settings_get_string (ty_settings_get (), "user-name");
  gboolean asks = *user == '\0' && self->office != NULL && !ty_office_is_read_only (self->office);
  g_autofree char *message = NULL;

  if (asks)
    message = g_strdup_printf (_("Your changes are noted in the history under the name “%s”."),
                               ty_office_get_user (self->office));
  ty_problem_bar_set_message (self->user_bar, message);
}

/* Who closes the question agrees to the name that it told. */
static void
user_bar_cb (TyWindow     *self,
             GParamSpec   *pspec,
             TyProblemBar *bar)
{
  g_autofree char *user = g_settings_get_string (ty_settings_get (), "user-name");

  if (ty_problem_bar_get_message (bar) == NULL && *user == '\0' && self->office != NULL
      && ty_office_is_open (self->office) && !ty_office_is_read_only (self->office)
      && !self->closing)
    g_settings_set_string (ty_settings_get (), "user-name", ty_office_get_user (self->office));
}

static void
update_sidebar (TyWindow *self)
{
  gboolean folded = g_settings_get_boolean (ty_settings_get (), "sidebar-folded");

  g_object_set (self->sidebar, "narrow", self->tight || folded, NULL);
  ty_widget_action_enable (GTK_WIDGET (self), "win.fold-sidebar", !self->tight);
  ty_topics_set_enabled (self->topics, "win.fold-sidebar", !self->tight);
}

/**
 * ty_window_apply_desk:
 * @self: a window
 *
 * Obeys the settings, also for another file.
 */
void
ty_window_apply_desk (TyWindow *self)
{
  GSettings *settings = ty_settings_get ();
  g_autofree char *user = g_settings_get_string (settings, "user-name");
  g_autofree char *folder = g_settings_get_string (settings, "second-backup-folder");

  update_sidebar (self);
  if (self->office == NULL)
    return;

  ty_office_set_user (self->office, *user != '\0' ? user : get_account_name ());
  ty_office_set_second_folder (self->office, *folder != '\0' ? folder : NULL);
  update_user_bar (self);
}

static void
set_tight (TyWindow *self,
           int       width)
{
  gboolean tight = width > 0 && width < ROOMY;

  if (self->tight == tight)
    return;

  self->tight = tight;
  update_sidebar (self);
}

static void
width_cb (TyWindow   *self,
          GParamSpec *pspec,
          GdkSurface *surface)
{
  set_tight (self, gdk_surface_get_width (surface));
}

static void
realize_cb (TyWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));

  g_signal_connect_object (surface, "notify::width", G_CALLBACK (width_cb), self, G_CONNECT_SWAPPED);
}

static void
fold_sidebar_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  GSettings *settings = ty_settings_get ();

  g_settings_set_boolean (settings, "sidebar-folded",
                          !g_settings_get_boolean (settings, "sidebar-folded"));
}

static void
name_changed_cb (AdwMessageDialog *dialog,
                 GtkEditable      *entry)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "set", *name != '\0');
}

static void
name_response_cb (GtkEditable *entry,
                  const char  *response)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_str_equal (response, "set") && *name != '\0')
    g_settings_set_string (ty_settings_get (), "user-name", name);
}

static void
set_user_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (self), _("Your Name"),
    _("Each change is noted in the history with the name of who made it."));
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *user = g_settings_get_string (ty_settings_get (), "user-name");

  gtk_editable_set_text (GTK_EDITABLE (entry), *user != '\0' ? user : get_account_name ());
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Your name in the history"), -1);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "set",
                                    _("_Use This Name"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "set",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "set");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (name_response_cb), entry,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

/**
 * ty_window_install_desk:
 * @widget_class: the class of the window
 *
 * Installs the actions of the desk.
 */
void
ty_window_install_desk (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.fold-sidebar", NULL, fold_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.set-user", NULL, set_user_action);
}

/**
 * ty_window_start_desk:
 * @self: a window that is made
 *
 * Follows the settings and the width of the window from here on.
 */
void
ty_window_start_desk (TyWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  self->tight = !g_settings_get_boolean (ty_settings_get (), "window-maximized") && width < ROOMY;
  g_signal_connect (self, "realize", G_CALLBACK (realize_cb), NULL);
  g_signal_connect_object (ty_settings_get (), "changed", G_CALLBACK (ty_window_apply_desk), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->user_bar, "notify::message", G_CALLBACK (user_bar_cb), self,
                           G_CONNECT_SWAPPED);
  ty_window_apply_desk (self);
}
