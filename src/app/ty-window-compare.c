/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-compare"

#include "config.h"

#include "ty-window-private.h"

#include "ty-compare-page.h"
#include "ty-office-compare.h"
#include "ty-people-page.h"
#include "ty-person-page.h"

/* People side by side: those who are chosen in a roster, or whoever is shown, with others to be added. */

static void
go_to_people (TyWindow     *self,
              const gint64 *people,
              guint         n)
{
  g_autoptr(GVariant) keys = g_variant_ref_sink (
    g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, people, n, sizeof (gint64)));

  ty_window_go (self, (TyPlace) { .page = "compare", .people = keys });
}

static void
compare_people_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  ty_window_go (TY_WINDOW (widget), (TyPlace) { .page = "compare", .people = parameter });
}

/* Whom the page that is shown is about; of a roster those who are chosen, if they are not too many. */
static GArray *
list_people (TyPage *page)
{
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (TY_IS_PERSON_PAGE (page))
    {
      gint64 person = ty_person_page_get_person (TY_PERSON_PAGE (page));

      if (person != 0)
        g_array_append_val (people, person);
    }
  else if (TY_IS_PEOPLE_PAGE (page))
    {
      TyRosterSelection *selection = ty_people_page_get_selection (TY_PEOPLE_PAGE (page));
      guint n = ty_roster_selection_get_n (selection);

      if (n > 0 && n <= TY_COMPARE_MOST)
        {
          g_array_unref (people);
          people = ty_roster_selection_list_people (selection);
        }
    }
  return g_steal_pointer (&people);
}

static void
compare_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  TyPage *page = ty_window_get_page (self);
  g_autoptr(GArray) people = NULL;

  if (self->office == NULL || page == NULL || TY_IS_COMPARE_PAGE (page))
    return;

  people = list_people (page);
  if (people->len > 0)
    go_to_people (self, (const gint64 *) (gpointer) people->data, people->len);
  else
    ty_window_go (self, (TyPlace) { .page = "compare" });
}

/**
 * ty_window_install_compare:
 * @widget_class: the class of the window
 *
 * Installs `win.compare-people` (ax), and `win.compare` for whoever is shown or chosen.
 */
void
ty_window_install_compare (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.compare-people", "ax", compare_people_action);
  gtk_widget_class_install_action (widget_class, "win.compare", NULL, compare_action);
}
