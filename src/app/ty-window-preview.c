/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-preview"

#include "config.h"

#include "ty-window-private.h"

#include "ty-lists-page.h"
#include "ty-pairing-page.h"
#include "ty-people-page.h"
#include "ty-preview-window.h"

#include <string.h>

/* A look at somebody from wherever a person is named: whoever the keyboard is at. */

#define PERSON_LINK "person/"

static gint64
read_link (const char *text)
{
  return text != NULL && g_str_has_prefix (text, PERSON_LINK)
           ? g_ascii_strtoll (text + strlen (PERSON_LINK), NULL, 10) : 0;
}

static gint64
get_person_of (GtkWidget *widget)
{
  GVariant *target;

  if (GTK_IS_LABEL (widget))
    return read_link (gtk_label_get_current_uri (GTK_LABEL (widget)));
  if (!GTK_IS_ACTIONABLE (widget)
      || g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.show-person") != 0)
    return 0;

  target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget));
  return target != NULL ? g_variant_get_int64 (target) : 0;
}

/* The first person that a row names. */
static gint64
find_named (GtkWidget *widget)
{
  static const char link[] = "href=\"";
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : NULL;
  const char *found = text != NULL ? strstr (text, link) : NULL;
  gint64 person = found != NULL ? read_link (found + strlen (link)) : get_person_of (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && person == 0;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child))
      person = find_named (child);
  return person;
}

static gint64
find_person (TyWindow *self)
{
  TyPage *page = ty_window_get_page (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gint64 person = 0;

  for (GtkWidget *widget = focus; widget != NULL && person == 0;
       widget = gtk_widget_get_parent (widget))
    person = get_person_of (widget);
  if (TY_IS_LISTS_PAGE (page))
    page = TY_PAGE (ty_lists_page_get_people (TY_LISTS_PAGE (page)));
  if (person == 0 && TY_IS_PEOPLE_PAGE (page))
    person = ty_roster_selection_get_person (ty_people_page_get_selection (TY_PEOPLE_PAGE (page)));
  if (person == 0 && TY_IS_PAIRING_PAGE (page))
    person = ty_pairing_page_get_person (TY_PAIRING_PAGE (page));
  if (person == 0 && page != NULL)
    person = ty_page_get_person (page);
  if (person == 0 && focus != NULL && page != NULL && focus != GTK_WIDGET (page)
      && gtk_widget_is_ancestor (focus, GTK_WIDGET (page)))
    person = find_named (focus);
  return person;
}

static void
open_cb (TyWindow        *self,
         gint64           person,
         TyPreviewWindow *preview)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-person", "x", person);
}

static void
show_preview (TyWindow *self,
              gint64    person)
{
  TyPreviewWindow *preview;

  if (person == 0 || self->office == NULL || !ty_office_is_open (self->office))
    return;

  preview = ty_preview_window_new (GTK_WINDOW (self), self->office, person);
  g_signal_connect_object (preview, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (preview));
}

static void
preview_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  show_preview (TY_WINDOW (widget), find_person (TY_WINDOW (widget)));
}

static void
preview_person_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  show_preview (TY_WINDOW (widget), g_variant_get_int64 (parameter));
}

/**
 * ty_window_install_preview:
 * @widget_class: the class of the window
 *
 * Installs “win.preview”, of whoever the keyboard is at, and “win.preview-person” (x).
 */
void
ty_window_install_preview (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.preview", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "win.preview-person", "x", preview_person_action);
}
