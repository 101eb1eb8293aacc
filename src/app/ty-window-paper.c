/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-paper"

#include "config.h"

#include "ty-window-private.h"

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

/* The person who is looked at, those who are selected in a list, or the team of the village. */
static GArray *
list_people (TyWindow *self)
{
  TyPage *page = ty_window_get_page (self);
  GArray *people;
  gint64 person;

  if (TY_IS_PEOPLE_PAGE (page))
    return ty_people_page_list_selected (TY_PEOPLE_PAGE (page));
  if (TY_IS_VILLAGE_PAGE (page))
    return ty_village_page_list_people (TY_VILLAGE_PAGE (page));

  people = g_array_new (FALSE, FALSE, sizeof (gint64));
  person = TY_IS_PERSON_PAGE (page) ? ty_person_page_get_person (TY_PERSON_PAGE (page)) : 0;
  if (person != 0)
    g_array_append_val (people, person);
  return people;
}

static void
draw_forms_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  g_autoptr(GArray) people = NULL;
  TyPaperWindow *window;

  if (self->office == NULL)
    return;

  people = list_people (self);
  window = ty_paper_window_new (GTK_WINDOW (self), self->office, people);
  g_signal_connect_object (window, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "printed", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
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
