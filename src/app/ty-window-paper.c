/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-paper"

#include "config.h"

#include "ty-window-private.h"

#include "ty-filings-page.h"
#include "ty-lists-page.h"
#include "ty-pairing-page.h"
#include "ty-paper-window.h"
#include "ty-people-page.h"
#include "ty-person-page.h"
#include "ty-village-page.h"

#include <glib/gi18n-lib.h>

/* Forms on paper. */

static void
saved_cb (TyWindow      *self,
          const char    *text,
          const char    *path,
          TyPaperWindow *window)
{
  ty_window_say_exported (self, text, path);
}

static void
printed_cb (TyWindow      *self,
            const char    *text,
            TyPaperWindow *window)
{
  ty_window_say (self, text, FALSE);
}

/* The person who is looked at, those who are selected in a list, the team of the village, whose filings are shown,
 * or the mentee of the chosen card of the board; without one those of all cards. */
static GArray *
list_people (TyWindow *self)
{
  TyPage *page = ty_window_get_page (self);
  GArray *people;
  gint64 person;

  if (TY_IS_PEOPLE_PAGE (page))
    return ty_people_page_list_selected (TY_PEOPLE_PAGE (page));
  if (TY_IS_LISTS_PAGE (page))
    return ty_people_page_list_selected (ty_lists_page_get_people (TY_LISTS_PAGE (page)));
  if (TY_IS_FILINGS_PAGE (page))
    return ty_filings_page_list_people (TY_FILINGS_PAGE (page));
  if (TY_IS_PAIRING_PAGE (page))
    return ty_pairing_page_list_people (TY_PAIRING_PAGE (page));
  if (TY_IS_VILLAGE_PAGE (page))
    return ty_village_page_list_people (TY_VILLAGE_PAGE (page));

  people = g_array_new (FALSE, FALSE, sizeof (gint64));
  person = TY_IS_PERSON_PAGE (page) ? ty_person_page_get_person (TY_PERSON_PAGE (page)) : 0;
  if (person != 0)
    g_array_append_val (people, person);
  return people;
}

static void
show_dialog (TyWindow *self,
             GArray   *people)
{
  gboolean of_pairings = TY_IS_PAIRING_PAGE (ty_window_get_page (self));
  TyPaperWindow *window = of_pairings ? ty_paper_window_new_of_pairings (GTK_WINDOW (self), self->office, people)
                                      : ty_paper_window_new (GTK_WINDOW (self), self->office, people);

  g_signal_connect_object (window, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "printed", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyWindow) self = TY_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) people = ty_office_list_roster_finish (TY_OFFICE (source), result, &error);

  if (self->office != TY_OFFICE (source))
    return;
  if (people == NULL)
    ty_window_say (self, error->message, FALSE);
  else
    show_dialog (self, people);
}

static void
draw_forms_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  TyPage *page = ty_window_get_page (self);
  g_autoptr(GArray) people = NULL;
  g_autoptr(TyRosterQuery) query = NULL;

  if (self->office == NULL)
    return;

  people = list_people (self);
  if (people->len > 0 || !TY_IS_LISTS_PAGE (page))
    {
      show_dialog (self, people);
      return;
    }
  /* Of a named list of which nobody is selected all are meant. */
  query = ty_people_page_dup_query (ty_lists_page_get_people (TY_LISTS_PAGE (page)));
  ty_office_list_roster_async (self->office, query, NULL, listed_cb, g_object_ref (self));
}

/**
 * ty_window_install_paper_actions:
 * @widget_class: the class of the window
 *
 * Installs forms on paper.
 */
void
ty_window_install_paper_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.draw-forms", NULL, draw_forms_action);
}
