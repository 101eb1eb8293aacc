/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-forms"

#include "config.h"

#include "ty-window-private.h"

#include "ty-file-dialog.h"
#include "ty-forms-window.h"
#include "ty-office-forms.h"
#include "ty-people-page.h"
#include "ty-person-page.h"

#include <glib/gi18n-lib.h>

/* Appointment files in and out. */

typedef struct
{
  TyWindow *window; /* (owned) */
  GArray *people;   /* (owned) (element-type gint64) */
  char *folder;     /* (owned) (nullable) */
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->window);
  g_clear_pointer (&export->people, g_array_unref);
  g_free (export->folder);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
imported_cb (TyWindow      *self,
             const char    *text,
             TyFormsWindow *window)
{
  ty_window_say (self, text, TRUE);
}

static void
present (TyWindow          *self,
         const char *const *paths)
{
  TyFormsWindow *window;

  if (paths[0] == NULL || self->office == NULL)
    return;

  window = ty_forms_window_new (GTK_WINDOW (self), self->office, paths);
  g_signal_connect_object (window, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GListModel) files = ty_file_dialog_finish_several (result, NULL);
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);
  present (TY_WINDOW (source), (const char *const *) paths->pdata);
}

static void
folder_to_import_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GFile) file = ty_file_dialog_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  present (TY_WINDOW (source), (const char *const[]) { path, NULL });
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Export) export = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) failures = ty_office_export_forms_finish (TY_OFFICE (source), result, &error);
  g_autofree char *text = NULL;
  g_autofree char *place = NULL;

  if (failures == NULL)
    {
      ty_window_say (export->window, error->message, FALSE);
      return;
    }

  if (failures->len > 0)
    /* Translators: how many forms were not written, and why the first of them was not */
    text = g_strdup_printf (_("Forms that were not written: %u. %s"), failures->len,
                            (const char *) g_ptr_array_index (failures, 0));
  else
    text = g_strdup_printf (ngettext ("Appointment file of %u person exported",
                                      "Appointment files of %u people exported", export->people->len),
                            export->people->len);
  place = g_build_filename (export->folder, "any", NULL);
  ty_window_say_exported (export->window, text, place);
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(Export) export = user_data;
  g_autoptr(GFile) folder = ty_file_dialog_finish (result, NULL);
  TyOffice *office = export->window->office;

  export->folder = folder != NULL ? g_file_get_path (folder) : NULL;
  if (export->folder == NULL || office == NULL)
    return;

  ty_office_export_forms_async (office, export->people, export->folder, TY_APPOINTMENT_FORMAT_LRMX, NULL,
                                exported_cb, export);
  export = NULL;
}

/* The person who is looked at, or those who are chosen in a list. */
static GArray *
list_people (TyWindow *self)
{
  TyPage *page = ty_window_get_page (self);
  GArray *people;
  gint64 person;

  if (TY_IS_PEOPLE_PAGE (page))
    return ty_people_page_list_chosen (TY_PEOPLE_PAGE (page));
  if (!TY_IS_PERSON_PAGE (page))
    return NULL;

  person = ty_person_page_get_person (TY_PERSON_PAGE (page));
  people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (people, person);
  return people;
}

/* Asks for a folder, and writes there the appointment files of the person who is looked at or of those who
 * are chosen in the list. */
static void
export_forms_of (TyWindow *self)
{
  g_autoptr(GArray) people = list_people (self);
  Export *export;

  if (people == NULL || people->len == 0)
    {
      ty_window_say (self, _("Choose people in a list first, or open the page of a person."), FALSE);
      return;
    }

  export = g_new0 (Export, 1);
  export->window = g_object_ref (self);
  export->people = g_steal_pointer (&people);
  ty_file_dialog_open_async (GTK_WINDOW (self), _("Export Appointment Files to a Folder"),
                             TY_FILE_KIND_FOLDER, folder_chosen_cb, export);
}

static void
import_form_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  ty_file_dialog_open_several_async (GTK_WINDOW (widget), _("Import Appointment Files"), TY_FILE_KIND_FORM,
                                     files_chosen_cb, NULL);
}

static void
import_forms_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  ty_file_dialog_open_async (GTK_WINDOW (widget), _("Import a Folder of Appointment Files"), TY_FILE_KIND_FOLDER,
                             folder_to_import_cb, NULL);
}

static void
export_forms_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  export_forms_of (TY_WINDOW (widget));
}

/**
 * ty_window_install_form_actions:
 * @widget_class: the class of the window
 *
 * Installs what is done with appointment files.
 */
void
ty_window_install_form_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import-form", NULL, import_form_action);
  gtk_widget_class_install_action (widget_class, "win.import-forms", NULL, import_forms_action);
  gtk_widget_class_install_action (widget_class, "win.export-forms", NULL, export_forms_action);
}
