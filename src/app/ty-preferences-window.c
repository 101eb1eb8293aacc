/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-preferences-window"

#include "config.h"

#include "ty-preferences-window.h"

#include "ty-file-dialog.h"
#include "ty-own-fields-page.h"
#include "ty-settings.h"
#include "ty-widget-action.h"
#include "ty-whole-choice.h"

#include <glib/gi18n-lib.h>

/**
 * TyPreferencesWindow:
 *
 * What is the taste of one desk: its language, under which name changes are noted, and where second
 * backups go. What is the county’s own, its fields, has a page while its file is open.
 *
 * It is no #AdwPreferencesWindow: that of libadwaita 1.2 leaks every group with all of its rows.
 */
struct _TyPreferencesWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwViewStack *stack;
  AdwViewSwitcherTitle *switcher;
  AdwComboRow *language_row;
  AdwEntryRow *user_row;
  AdwActionRow *folder_row;
  GtkSwitch *remind_switch;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TyPreferencesWindow, ty_preferences_window, ADW_TYPE_WINDOW)

/* Each language by its own name, so that whoever cannot read the present one finds it. */
static const struct
{
  const char *code;
  const char *name; /* (nullable): that of the system */
} languages[] = {
  { "", NULL },
  { "zh_CN", "简体中文" },
  { "zh_TW", "繁體中文" },
  { "en", "English" },
};

static void
language_chosen_cb (TyPreferencesWindow *self,
                    GParamSpec          *pspec,
                    AdwComboRow         *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (!self->filling && selected < G_N_ELEMENTS (languages))
    g_settings_set_string (ty_settings_get (), "language", languages[selected].code);
}

static void
fill_languages (TyPreferencesWindow *self)
{
  g_autofree char *chosen = g_settings_get_string (ty_settings_get (), "language");
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      gtk_string_list_append (names, languages[i].name != NULL ? languages[i].name
                                                               : _("That of the system"));
      if (g_str_equal (languages[i].code, chosen))
        selected = i;
    }
  self->filling = TRUE;
  ty_whole_choice_show (self->language_row);
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, selected);
  self->filling = FALSE;
}

static void
show_folder (TyPreferencesWindow *self)
{
  g_autofree char *folder = g_settings_get_string (ty_settings_get (), "second-backup-folder");
  g_autofree char *shown = g_filename_display_name (folder);

  adw_action_row_set_subtitle (self->folder_row, *folder != '\0' ? shown : _("None"));
  ty_widget_action_enable (GTK_WIDGET (self), "preferences.clear-folder", *folder != '\0');
}

static void
user_applied_cb (TyPreferencesWindow *self,
                 AdwEntryRow         *row)
{
  g_settings_set_string (ty_settings_get (), "user-name",
                         gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;

  g_settings_set_string (ty_settings_get (), "second-backup-folder", path);
  show_folder (TY_PREFERENCES_WINDOW (source));
}

static void
choose_folder_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ty_file_dialog_open_async (GTK_WINDOW (widget), _("Folder for Second Backups"),
                             TY_FILE_KIND_FOLDER, folder_chosen_cb, NULL);
}

static void
clear_folder_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  g_settings_reset (ty_settings_get (), "second-backup-folder");
  show_folder (TY_PREFERENCES_WINDOW (widget));
}

static void
ty_preferences_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_PREFERENCES_WINDOW);

  G_OBJECT_CLASS (ty_preferences_window_parent_class)->dispose (object);
}

static void
ty_preferences_window_class_init (TyPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_preferences_window_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/touyan/Touyan/ui/app/ty-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TyPreferencesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TyPreferencesWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, TyPreferencesWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, TyPreferencesWindow, user_row);
  gtk_widget_class_bind_template_child (widget_class, TyPreferencesWindow, folder_row);
  gtk_widget_class_bind_template_child (widget_class, TyPreferencesWindow, remind_switch);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, user_applied_cb);
  gtk_widget_class_install_action (widget_class, "preferences.choose-folder", NULL,
                                   choose_folder_action);
  gtk_widget_class_install_action (widget_class, "preferences.clear-folder", NULL,
                                   clear_folder_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ty_preferences_window_init (TyPreferencesWindow *self)
{
  g_autofree char *user = g_settings_get_string (ty_settings_get (), "user-name");

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_languages (self);
  gtk_editable_set_text (GTK_EDITABLE (self->user_row), *user != '\0' ? user : g_get_real_name ());
  show_folder (self);
  g_settings_bind (ty_settings_get (), "remind-pairings", self->remind_switch, "active", G_SETTINGS_BIND_DEFAULT);
}

/**
 * ty_preferences_window_new:
 * @parent: the window to which it belongs
 *
 * Returns: (transfer none): the dialog
 */
TyPreferencesWindow *
ty_preferences_window_new (GtkWindow *parent)
{
  return g_object_new (TY_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);
}

/**
 * ty_preferences_window_set_office:
 * @self: the dialog
 * @office: (nullable): the county file of the window
 *
 * Adds the page of the county’s own fields, where there is a file that can be written.
 */
void
ty_preferences_window_set_office (TyPreferencesWindow *self,
                                  TyOffice            *office)
{
  GtkWidget *page;

  g_return_if_fail (TY_IS_PREFERENCES_WINDOW (self));

  if (office == NULL || !ty_office_is_open (office) || ty_office_is_read_only (office))
    return;

  page = ty_own_fields_page_new (office);
  adw_view_stack_add_titled_with_icon (self->stack, page, NULL,
                                       adw_preferences_page_get_title (ADW_PREFERENCES_PAGE (page)),
                                       adw_preferences_page_get_icon_name (ADW_PREFERENCES_PAGE (page)));
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher, TRUE);
}
