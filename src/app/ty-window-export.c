/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-export"

#include "config.h"

#include "ty-window-private.h"

#include "ty-export-window.h"
#include "ty-lists-page.h"
#include "ty-people-page.h"

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
         const TyRosterQuery *query,
         const char          *filter_text,
         GArray              *people)
{
  TyExportWindow *window = ty_export_window_new (GTK_WINDOW (self), self->office, query, filter_text,
                                                 people);

  g_signal_connect_object (window, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
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
  const TyRosterQuery everybody = { .who = TY_WHO_IN_OFFICE };
  TyPage *page = ty_window_get_page (self);
  g_autoptr(TyRosterQuery) query = NULL;
  g_autofree char *filter_text = NULL;
  g_autoptr(GArray) people = NULL;

  if (self->office == NULL || !ty_office_is_open (self->office))
    return;
  if (TY_IS_LISTS_PAGE (page))
    page = TY_PAGE (ty_lists_page_get_people (TY_LISTS_PAGE (page)));
  if (!TY_IS_PEOPLE_PAGE (page))
    {
      present (self, &everybody, NULL, NULL);
      return;
    }

  query = ty_people_page_dup_query (TY_PEOPLE_PAGE (page));
  filter_text = ty_people_page_dup_filter_text (TY_PEOPLE_PAGE (page));
  people = ty_people_page_list_chosen (TY_PEOPLE_PAGE (page));
  present (self, query, filter_text, people);
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
