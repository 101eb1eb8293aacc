/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-window-filters"

#include "config.h"

#include "ty-window-private.h"

#include "ty-office-filters.h"
#include "ty-people-page.h"

/* The named filters of the file as places of the window and in its search. */

static TyPeoplePage *
get_roster (TyWindow *self)
{
  return TY_PEOPLE_PAGE (gtk_stack_get_child_by_name (self->pages, "roster"));
}

/* Opens the roster with a named filter, and nothing else: (its key). */
static void
show_filter_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);

  ty_people_page_clear_filters (get_roster (self));
  ty_window_go (self, (TyPlace) { .page = "roster" });
  ty_people_page_show_filter (get_roster (self), g_variant_get_int64 (parameter));
}

/* Opens the people of a population, and nobody else: (who, the population in JSON). */
static void
show_population_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  const char *who, *json;

  g_variant_get (parameter, "(&s&s)", &who, &json);
  ty_people_page_clear_filters (get_roster (self));
  ty_window_go (self, (TyPlace) { .page = "roster", .population = ty_who_from_string (who) });
  ty_people_page_show_population (get_roster (self), json);
}

/* Of the page that is seen, or of the roster. */
static void
edit_filter_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  TyWindow *self = TY_WINDOW (widget);
  TyPage *page = ty_window_get_page (self);

  if (!TY_IS_PEOPLE_PAGE (page))
    {
      ty_window_go (self, (TyPlace) { .page = "roster" });
      page = TY_PAGE (get_roster (self));
    }
  gtk_widget_activate_action (GTK_WIDGET (page), "roster.edit-filter", NULL);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TyWindow) self = TY_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) filters = ty_office_list_filters_finish (TY_OFFICE (source), result, &error);

  /* Where they cannot be read, the pages tell what is wrong with the file. */
  if (filters != NULL && self->office == TY_OFFICE (source) && self->topics != NULL)
    ty_topics_set_filters (self->topics, filters);
}

/**
 * ty_window_list_filters:
 * @self: a window
 *
 * Has the search know the named filters that the file has now.
 */
void
ty_window_list_filters (TyWindow *self)
{
  if (self->office != NULL && ty_office_is_open (self->office))
    ty_office_list_filters_async (self->office, NULL, listed_cb, g_object_ref (self));
}

/**
 * ty_window_install_filter_actions:
 * @widget_class: the class of the window
 */
void
ty_window_install_filter_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-filter", "x", show_filter_action);
  gtk_widget_class_install_action (widget_class, "win.show-population", "(ss)", show_population_action);
  gtk_widget_class_install_action (widget_class, "win.edit-filter", NULL, edit_filter_action);
}
