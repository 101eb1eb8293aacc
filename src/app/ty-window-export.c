/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-export"

#include "config.h"

#include "ty-window-private.h"

#include "ty-collect-window.h"
#include "ty-export-window.h"
#include "ty-lists-page.h"
#include "ty-people-page.h"
#include "ty-training-page.h"

#include <glib/gi18n-lib.h>

/* From a list to a file. */

static void
exported_cb (TyWindow       *self,
             const char     *text,
             const char     *path,
             TyExportWindow *window)
{
  ty_window_say_exported (self, text, path);
}

static void
present (TyWindow            *self,
         gboolean             printing,
         const TyRosterQuery *query,
         const char          *filter_text,
         GArray              *people)
{
  TyExportWindow *window = ty_export_window_new (GTK_WINDOW (self), self->office, query, filter_text,
                                                 people);

  if (printing)
    ty_export_window_set_printing (window);
  g_signal_connect_object (window, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* The page with a list of people that is shown, if it is one. */
static TyPeoplePage *
get_people (TyWindow *self)
{
  TyPage *page = ty_window_get_page (self);

  if (page != NULL && TY_IS_LISTS_PAGE (page))
    return ty_lists_page_get_people (TY_LISTS_PAGE (page));

  return page != NULL && TY_IS_PEOPLE_PAGE (page) ? TY_PEOPLE_PAGE (page) : NULL;
}

static void
export (TyWindow *self,
        gboolean  printing)
{
  const TyRosterQuery everybody = { .who = TY_WHO_IN_OFFICE };
  const TyRosterQuery whoever = { .who = TY_WHO_EVERYBODY };
  TyPeoplePage *page = get_people (self);
  g_autoptr(TyRosterQuery) query = NULL;
  g_autofree char *filter_text = NULL;
  g_autoptr(GArray) people = NULL;

  if (self->office == NULL || !ty_office_is_open (self->office))
    return;
  if (TY_IS_TRAINING_PAGE (ty_window_get_page (self)))
    {
      TyTrainingPage *training = TY_TRAINING_PAGE (ty_window_get_page (self));

      filter_text = ty_training_page_dup_name (training);
      people = ty_training_page_list_people (training);
      present (self, printing, &whoever, people != NULL ? filter_text : NULL, people);
      return;
    }
  if (page == NULL)
    {
      present (self, printing, &everybody, NULL, NULL);
      return;
    }

  query = ty_people_page_dup_query (page);
  filter_text = ty_people_page_dup_filter_text (page);
  people = ty_people_page_list_chosen (page);
  present (self, printing, query, filter_text, people);
}

/* People whom a page names: (what they are called, whether it is for the printer, their keys in order). */
static void
export_people_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  const TyRosterQuery everybody = { .who = TY_WHO_EVERYBODY };
  TyWindow *self = TY_WINDOW (widget);
  g_autoptr(GVariant) keys = NULL;
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *text;
  const gint64 *values;
  gboolean printing;
  gsize n;

  if (self->office == NULL || !ty_office_is_open (self->office))
    return;

  g_variant_get (parameter, "(&sb@ax)", &text, &printing, &keys);
  values = g_variant_get_fixed_array (keys, &n, sizeof (gint64));
  g_array_append_vals (people, values, (guint) n);
  present (self, printing, &everybody, text, people);
}

void
ty_window_install_export_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-people", "(sbax)", export_people_action);
}

/**
 * ty_window_export_roster:
 * @self: a window with an open file
 *
 * Asks how the list that is shown is exported; on a page without one, that of everybody in office.
 */
void
ty_window_export_roster (TyWindow *self)
{
  export (self, FALSE);
}

/**
 * ty_window_can_print:
 * @self: a window
 *
 * Returns: whether the page has something to print: a table of its own, or a list of people
 */
gboolean
ty_window_can_print (TyWindow *self)
{
  TyPage *page = ty_window_get_page (self);

  return page != NULL && (ty_page_can_print (page) || get_people (self) != NULL);
}

/**
 * ty_window_print:
 * @self: a window for which ty_window_can_print() is true
 *
 * Prints what the page shows; of a list of people it is asked first with which columns.
 */
void
ty_window_print (TyWindow *self)
{
  if (get_people (self) != NULL)
    export (self, TRUE);
  else if (ty_window_can_print (self))
    ty_page_print (ty_window_get_page (self));
}

static void
sent_out_cb (TyWindow        *self,
             const char      *text,
             const char      *path,
             TyCollectWindow *window)
{
  ty_window_say_exported (self, text, path);
}

static void
taken_cb (TyWindow        *self,
          const char      *text,
          TyCollectWindow *window)
{
  ty_window_say (self, text, TRUE);
}

/**
 * ty_window_collect:
 * @self: a window with an open file
 * @paths: (nullable) (array zero-terminated=1): what came back, files and folders; %NULL to ask
 *
 * Sends workbooks out to the townships, and takes in what comes back.
 */
void
ty_window_collect (TyWindow          *self,
                   const char *const *paths)
{
  TyCollectWindow *window = ty_collect_window_new (GTK_WINDOW (self), self->office);

  g_signal_connect_object (window, "sent-out", G_CALLBACK (sent_out_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
  if (paths != NULL)
    ty_collect_window_read (window, paths);
}

/**
 * ty_window_open_folder:
 * @self: a window
 * @path: a file
 *
 * Shows the folder of a file.
 */
void
ty_window_open_folder (TyWindow   *self,
                       const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}
