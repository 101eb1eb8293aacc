/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-actions"

#include "config.h"

#include "ty-window-private.h"

#include "ty-file-dialog.h"
#include "ty-help-overlay.h"
#include "ty-history-page.h"
#include "ty-lists-page.h"
#include "ty-photos-window.h"
#include "ty-new-county-window.h"
#include "ty-office-history.h"
#include "ty-people-page.h"
#include "ty-person.h"
#include "ty-preferences-window.h"
#include "ty-recent.h"
#include "ty-villages-page.h"
#include "ty-record-editor.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ty_window_step (TY_WINDOW (widget), -1);
}

static void
forward_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  ty_window_step (TY_WINDOW (widget), 1);
}

static void
show_sidebar_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  ty_shell_show_sidebar (TY_WINDOW (widget)->shell);
}

static void
find_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyPage *page = ty_window_get_page (TY_WINDOW (widget));

  if (page != NULL)
    ty_page_find (page);
}

static void
show_page_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);
  TyPlace place;

  if (g_str_has_prefix (name, TY_TOPICS_LIST))
    gtk_widget_activate_action (widget, "win.show-list", "x",
                                g_ascii_strtoll (name + strlen (TY_TOPICS_LIST), NULL, 10));
  else if (ty_window_find_place (name, &place))
    ty_window_go (TY_WINDOW (widget), place);
}

/* Opens a named list by its key. */
static void
show_list_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);

  ty_window_go (self, (TyPlace) { .page = "lists" });
  ty_lists_page_show (TY_LISTS_PAGE (gtk_stack_get_child_by_name (self->pages, "lists")),
                      g_variant_get_int64 (parameter));
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ty_window_print (TY_WINDOW (widget));
}

/* Opens the people behind a figure: (population, condition, ISO day or empty). */
static void
show_roster_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  TyPlace place = { .page = "roster" };
  const char *population, *condition, *date;

  g_variant_get (parameter, "(&s&s&s)", &population, &condition, &date);
  place.population = ty_who_from_string (population);
  place.condition = ty_condition_from_string (condition);
  if (place.population == TY_WHO_DEPARTED)
    place.page = "departed";
  if (*date != '\0' && TY_WINDOW (widget)->office != NULL)
    place.as_of = ty_date_from_iso (date);
  ty_people_page_clear_filters (TY_PEOPLE_PAGE (gtk_stack_get_child_by_name (
    TY_WINDOW (widget)->pages, place.page)));
  ty_window_go (TY_WINDOW (widget), place);
}

/* Opens the people who have a value of a dimension: (population, dimension, value, its name). */
static void
show_value_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  TyPeoplePage *page = TY_PEOPLE_PAGE (gtk_stack_get_child_by_name (self->pages, "roster"));
  const char *population, *word, *key, *label;
  const TyDimension *dimension;

  g_variant_get (parameter, "(&s&s&s&s)", &population, &word, &key, &label);
  dimension = ty_dimension_find (word);
  if (dimension == NULL)
    return;

  ty_people_page_clear_filters (page);
  ty_people_page_choose (page, dimension, key, label);
  ty_window_go (self, (TyPlace) {
    .page = "roster",
    .population = ty_who_from_string (population),
  });
}

/* Opens the villages that lack something, or all of them. */
static void
show_villages_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, "villages");

  ty_villages_page_pick (TY_VILLAGES_PAGE (page), g_variant_get_string (parameter, NULL));
  ty_window_go (self, (TyPlace) { .page = "villages" });
}

/* Opens the history at an action. */
static void
show_action_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);

  ty_window_go (self, (TyPlace) { .page = "history" });
  ty_history_page_show (TY_HISTORY_PAGE (gtk_stack_get_child_by_name (self->pages, "history")),
                        g_variant_get_int64 (parameter));
}

/* Opens the people behind a figure of a unit, which becomes the scope: (unit, population, condition). */
static void
show_unit_roster_action (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  TyPlace place = { .page = "roster" };
  const char *population, *condition;

  if (self->office == NULL)
    return;

  g_variant_get (parameter, "(x&s&s)", &place.scope, &population, &condition);
  place.population = ty_who_from_string (population);
  place.condition = ty_condition_from_string (condition);
  place.has_scope = TRUE;
  ty_window_go (self, place);
}

static void
show_village_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  ty_window_go (TY_WINDOW (widget), (TyPlace) {
    .page = "village",
    .unit = g_variant_get_int64 (parameter),
  });
}

static void
show_person_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  ty_window_go (TY_WINDOW (widget), (TyPlace) {
    .page = "person",
    .person = g_variant_get_int64 (parameter),
  });
}

/* Opens the roster of a unit; 0 is the whole county. */
static void
show_unit_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ty_window_go (TY_WINDOW (widget), (TyPlace) {
    .page = "roster",
    .population = TY_WHO_IN_OFFICE,
    .scope = g_variant_get_int64 (parameter),
    .has_scope = TRUE,
  });
}

static void
search_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ty_header_search (TY_WINDOW (widget)->header);
}

static void
today_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TyOffice *office = ty_window_get_office (TY_WINDOW (widget));

  if (office != NULL)
    ty_office_set_as_of (office, ty_date_today ());
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyWindow) self = TY_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *label = ty_office_undo_finish (TY_OFFICE (source), result, &error);

  if (label == NULL)
    ty_window_tell_problem (self, error->message);
  else
    ty_window_say_undone (self, label);
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);

  ty_office_undo_async (self->office, 0, NULL, undone_cb, g_object_ref (self));
}

static void
redone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyWindow) self = TY_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *label = ty_office_redo_finish (TY_OFFICE (source), result, &error);
  g_autofree char *text = NULL;

  if (label == NULL)
    {
      ty_window_tell_problem (self, error->message);
      return;
    }

  text = g_strdup_printf (_("Redone: %s"), label);
  ty_window_say (self, text, TRUE);
}

static void
redo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);

  ty_office_redo_async (self->office, NULL, redone_cb, g_object_ref (self));
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(TyWindow) self = TY_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  gint64 seq;
  g_autofree char *label = ty_office_take_back_finish (TY_OFFICE (source), result, &seq, &error);

  if (label != NULL)
    ty_window_say_taken_back (self, label, seq);
  else
    ty_window_tell_problem (self, error->message);
}

/* Takes back one action, whichever it is; its toast takes back that. */
static void
take_back_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);

  if (self->office != NULL)
    ty_office_take_back_async (self->office, g_variant_get_int64 (parameter), NULL, taken_back_cb,
                               g_object_ref (self));
}

static void
open_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    ty_window_open_file (TY_WINDOW (source), path);
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ty_file_dialog_open_async (GTK_WINDOW (widget), _("Open a County File"), TY_FILE_KIND_COUNTY,
                             open_chosen_cb, NULL);
}

static void
open_recent_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  const char *path = g_variant_get_string (parameter, NULL);
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      ty_window_open_file (TY_WINDOW (widget), path);
      return;
    }

  name = g_filename_display_name (path);
  message = g_strdup_printf (_("The file %s is no longer there. If it was moved, choose “Open…” and "
                               "look for it."),
                             name);
  ty_recent_remove_file (path);
  ty_window_tell_problem (TY_WINDOW (widget), message);
}

static void
create_cb (TyWindow          *self,
           const char        *path,
           const char        *name,
           const char        *code,
           TyNewCountyWindow *window)
{
  ty_window_create_file (self, path, name, code);
}

static void
new_county_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  TyNewCountyWindow *window = ty_new_county_window_new (GTK_WINDOW (widget));

  g_signal_connect_object (window, "create", G_CALLBACK (create_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* Another window on the same file, at the same place; another file can be opened there. */
static void
new_window_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  TyWindow *window = ty_window_new (gtk_window_get_application (GTK_WINDOW (self)));

  ty_window_start (window, self->office != NULL ? ty_office_get_path (self->office) : NULL);
  if (window->office != NULL)
    ty_window_go (window, ty_window_get_place (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
photos_imported_cb (TyWindow       *self,
                    const char     *text,
                    TyPhotosWindow *window)
{
  ty_window_say (self, text, TRUE);
}

static void
photos_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  TyWindow *self = TY_WINDOW (source);
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  TyPhotosWindow *window;

  if (path == NULL || self->office == NULL)
    return;

  window = ty_photos_window_new (GTK_WINDOW (self), self->office, (const char *const[]) { path, NULL });
  g_signal_connect_object (window, "imported", G_CALLBACK (photos_imported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
import_photos_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ty_file_dialog_open_async (GTK_WINDOW (widget), _("Import Photos of a Folder"), TY_FILE_KIND_FOLDER,
                             photos_chosen_cb, NULL);
}

static void
person_added_cb (TyWindow       *self,
                 const char     *text,
                 TyRecordEditor *editor)
{
  ty_window_go (self, (TyPlace) { .page = "person", .person = ty_record_editor_get_key (editor) });
  ty_window_say (self, text, TRUE);
}

static void
new_person_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  g_autoptr(TyPerson) person = ty_person_new ();
  TyRecordEditor *editor = ty_record_editor_new (self->office, NULL, TY_RECORD (person));

  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (self));
  g_signal_connect_object (editor, "saved", G_CALLBACK (person_added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
import_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ty_window_import (TY_WINDOW (widget), NULL);
}

static void
export_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ty_window_export_roster (TY_WINDOW (widget));
}

static void
collect_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  ty_window_collect (TY_WINDOW (widget), NULL);
}

static void
open_folder_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  ty_window_open_folder (TY_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(TyWindow) self = TY_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  if (ty_office_backup_finish (TY_OFFICE (source), result, &error))
    ty_window_say (self, _("The backup was made."), FALSE);
  else
    ty_window_tell_problem (self, error->message);
}

static void
backup_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  TyWindow *self = TY_WINDOW (source);
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->office != NULL)
    ty_office_backup_async (self->office, path, NULL, backed_up_cb, g_object_ref (self));
}

static void
backup_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  g_autofree char *name = NULL;
  g_autofree char *today = ty_date_to_iso (ty_date_today ());

  if (self->office == NULL)
    return;

  name = g_strdup_printf ("%s-%s.touyan", ty_office_get_county_name (self->office), today);
  ty_file_dialog_save_async (GTK_WINDOW (self), _("Back Up the County File"), TY_FILE_KIND_COUNTY,
                             name, backup_chosen_cb, NULL);
}

static void
preferences_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  TyPreferencesWindow *preferences = ty_preferences_window_new (GTK_WINDOW (widget));

  ty_preferences_window_set_office (preferences, TY_WINDOW (widget)->office);
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
show_help_overlay_action (GtkWidget  *widget,
                          const char *action,
                          GVariant   *parameter)
{
  gtk_window_present (ty_help_overlay_new (GTK_WINDOW (widget)));
}

static void
about_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  adw_show_about_window (GTK_WINDOW (widget),
                         "application-name", _("Touyan"),
                         "application-icon", TY_APP_ID,
                         "version", TY_VERSION,
                         "comments", _("Registers, rosters and figures of village cadres."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

static void
set_enabled (TyWindow   *self,
             const char *action,
             gboolean    enabled)
{
  ty_widget_action_enable (GTK_WIDGET (self), action, enabled);
  ty_topics_set_enabled (self->topics, action, enabled);
}

/* Not the window: GTK looks for the style of all that is in it again, of pages out of sight, too, which takes a
 * fifth of a second. */
static void
mark_other_day (GtkWidget *widget,
                gboolean   other_day)
{
  if (other_day)
    gtk_widget_add_css_class (widget, "ty-other-day");
  else
    gtk_widget_remove_css_class (widget, "ty-other-day");
}

/**
 * ty_window_update_actions:
 * @self: a window
 *
 * Enables the actions that can be done now.
 */
void
ty_window_update_actions (TyWindow *self)
{
  TyPage *page = ty_window_get_page (self);
  gboolean open = self->office != NULL && ty_office_is_open (self->office);
  gboolean writable = open && !ty_office_is_read_only (self->office);
  gboolean other_day = open && ty_date_compare (ty_office_get_as_of (self->office), ty_date_today ()) != 0;

  ty_window_update_toast (self);
  mark_other_day (GTK_WIDGET (self->header), other_day);
  mark_other_day (GTK_WIDGET (self->sidebar), other_day);
  set_enabled (self, "win.back", self->place > 0);
  set_enabled (self, "win.forward", self->place + 1 < self->trail->len);
  set_enabled (self, "win.find", open && page != NULL && ty_page_can_find (page));
  set_enabled (self, "win.print", open && ty_window_can_print (self));
  set_enabled (self, "win.undo", writable && ty_office_get_undo_label (self->office) != NULL);
  set_enabled (self, "win.redo", writable && ty_office_get_redo_label (self->office) != NULL);
  set_enabled (self, "win.take-back", writable);
  ty_topics_set_detail (self->topics, "win.undo",
                        writable ? ty_office_get_undo_label (self->office) : NULL);
  ty_topics_set_detail (self->topics, "win.redo",
                        writable ? ty_office_get_redo_label (self->office) : NULL);
  set_enabled (self, "win.today", other_day);
  set_enabled (self, "win.import-roster", writable);
  set_enabled (self, "win.import-photos", writable);
  set_enabled (self, "win.new-person", writable);
  set_enabled (self, "win.appoint", writable);
  set_enabled (self, "win.appoint-by-document", writable);
  set_enabled (self, "win.show-reserves", open);
  set_enabled (self, "win.show-specialists", open);
  set_enabled (self, "win.merge-people", writable);
  set_enabled (self, "win.compare", open);
  set_enabled (self, "win.export-roster", open);
  set_enabled (self, "win.present", open);
  set_enabled (self, "win.collect", writable);
  set_enabled (self, "win.edit-filter", open);
  set_enabled (self, "win.import-form", writable);
  set_enabled (self, "win.import-forms", writable);
  set_enabled (self, "win.export-forms", writable);
  set_enabled (self, "win.draw-forms", open);
  set_enabled (self, "win.backup", open);
}

/**
 * ty_window_install_actions:
 * @widget_class: the class of the window
 *
 * Installs what the window can do. The keys are in TyApplication.
 */
void
ty_window_install_actions (GtkWidgetClass *widget_class)
{
  ty_window_install_filter_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, show_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.show-list", "x", show_list_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.show-roster", "(sss)", show_roster_action);
  gtk_widget_class_install_action (widget_class, "win.show-unit-roster", "(xss)",
                                   show_unit_roster_action);
  gtk_widget_class_install_action (widget_class, "win.show-value", "(ssss)", show_value_action);
  gtk_widget_class_install_action (widget_class, "win.show-villages", "s", show_villages_action);
  gtk_widget_class_install_action (widget_class, "win.show-action", "x", show_action_action);
  gtk_widget_class_install_action (widget_class, "win.show-person", "x", show_person_action);
  gtk_widget_class_install_action (widget_class, "win.show-unit", "x", show_unit_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.show-village", "x", show_village_action);
  gtk_widget_class_install_action (widget_class, "win.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.take-back", "x", take_back_action);
  gtk_widget_class_install_action (widget_class, "win.new-county", NULL, new_county_action);
  gtk_widget_class_install_action (widget_class, "win.new-window", NULL, new_window_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (widget_class, "win.import-roster", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.import-photos", NULL, import_photos_action);
  gtk_widget_class_install_action (widget_class, "win.new-person", NULL, new_person_action);
  ty_window_install_post_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.export-roster", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.collect", NULL, collect_action);
  ty_window_install_form_actions (widget_class);
  ty_window_install_paper_actions (widget_class);
  ty_window_install_ledger_actions (widget_class);
  ty_window_install_present_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.open-folder", "s", open_folder_action);
  gtk_widget_class_install_action (widget_class, "win.backup", NULL, backup_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_help_overlay_action);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_action);
}
