/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-people-page-list"

#include "config.h"

#include "ty-people-page-list.h"

#include "ty-people-page-private.h"
#include "ty-roster-cell.h"

/* The roster of a named list. It has all that a roster has; who is on it, and in which order, the list
 * says, whatever the scope. */

/* As many as have room beside the lists in a window of 1366 pixels; the others can be added. */
static const char *const facets[] = { "post", "township", "age_band", NULL };

/**
 * ty_people_page_make_of_list:
 * @self: a page that is made and knows its name
 *
 * Makes it a page that shows named lists, and no population that could be chosen.
 */
void
ty_people_page_make_of_list (TyPeoplePage *self)
{
  g_return_if_fail (TY_IS_PEOPLE_PAGE (self));

  self->of_list = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->population_button), FALSE);
  ty_facet_bar_set_dimensions (self->facets, facets);
  ty_people_page_restore_view (self);
  ty_people_page_show_list (self, 0, NULL);
}

/**
 * ty_people_page_show_list:
 * @self: a page of named lists
 * @list: key of a list; 0 = of none, and nobody is shown
 * @name: (nullable): what it is called
 *
 * Shows another list, in its own order and with nobody filtered out.
 */
void
ty_people_page_show_list (TyPeoplePage *self,
                          gint64        list,
                          const char   *name)
{
  static const char *const own_order[] = { NULL };

  g_return_if_fail (TY_IS_PEOPLE_PAGE (self));

  if (g_strcmp0 (self->list_name, name) != 0)
    {
      g_free (self->list_name);
      self->list_name = g_strdup (name);
    }
  if (self->population != NULL && ty_population_get_list (self->population) == list)
    return;

  g_clear_pointer (&self->population, ty_population_unref);
  g_clear_pointer (&self->asked, ty_population_unref);
  self->population = ty_population_new_list (list);
  self->held = TRUE;
  ty_people_page_clear_filters (self);
  ty_people_page_set_order (self, own_order);
  ty_people_page_show (self, TY_WHO_EVERYBODY, TY_CONDITION_NONE);
  self->held = FALSE;
  ty_people_page_ask (self);
}

/**
 * ty_people_page_get_list:
 * @self: a page
 *
 * Returns: key of the list that it shows, or 0
 */
gint64
ty_people_page_get_list (TyPeoplePage *self)
{
  g_return_val_if_fail (TY_IS_PEOPLE_PAGE (self), 0);

  return self->population != NULL ? ty_population_get_list (self->population) : 0;
}

/**
 * ty_people_page_is_by_hand:
 * @self: a page
 *
 * Returns: whether it shows all of a list in the list’s own order, so that rows can be moved
 */
gboolean
ty_people_page_is_by_hand (TyPeoplePage *self)
{
  g_return_val_if_fail (TY_IS_PEOPLE_PAGE (self), FALSE);

  return ty_people_page_get_list (self) != 0 && self->sort.n_keys == 0
         && self->condition == TY_CONDITION_NONE && !ty_facet_bar_is_active (self->facets)
         && *gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0';
}

/**
 * ty_people_page_get_person:
 * @self: a page
 * @position: a place of the list
 *
 * Returns: key of the person there; 0 = nobody
 */
gint64
ty_people_page_get_person (TyPeoplePage *self,
                           guint         position)
{
  g_return_val_if_fail (TY_IS_PEOPLE_PAGE (self), 0);

  return position < ty_people_page_get_n_people (self)
           ? ty_roster_list_get_person (self->list, position) : 0;
}

/**
 * ty_people_page_get_n_people:
 * @self: a page
 *
 * Returns: how many are shown
 */
guint
ty_people_page_get_n_people (TyPeoplePage *self)
{
  g_return_val_if_fail (TY_IS_PEOPLE_PAGE (self), 0);

  return self->list != NULL ? ty_roster_list_get_n_people (self->list) : 0;
}

/**
 * ty_people_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): the table, for whoever drags its rows
 */
GtkWidget *
ty_people_page_get_view (TyPeoplePage *self)
{
  g_return_val_if_fail (TY_IS_PEOPLE_PAGE (self), NULL);

  return GTK_WIDGET (self->view);
}

/**
 * ty_people_page_pick:
 * @self: a page
 * @x: in pixels of the table
 * @y: in pixels of the table
 * @position: (out): the place in the list
 *
 * Returns: whether there is a row
 */
gboolean
ty_people_page_pick (TyPeoplePage *self,
                     double        x,
                     double        y,
                     guint        *position)
{
  TyRosterCell *cell;
  TyRosterItem *item;

  g_return_val_if_fail (TY_IS_PEOPLE_PAGE (self), FALSE);

  cell = ty_people_page_pick_cell (self, x, y);
  item = cell != NULL ? ty_roster_cell_get_item (cell) : NULL;
  if (item == NULL)
    return FALSE;

  g_object_get (item, "position", position, NULL);
  return TRUE;
}

/**
 * ty_people_page_get_asked:
 * @self: a page
 *
 * Who is on the list and passes the conditions; kept while both are the same, for the query that names it.
 *
 * Returns: (transfer none) (nullable): it, none where there are no conditions and no list
 */
TyPopulation *
ty_people_page_get_asked (TyPeoplePage *self)
{
  if (self->population == NULL || self->filter_population == NULL)
    return self->population != NULL ? self->population : self->filter_population;

  if (self->asked == NULL || self->asked_filter != self->filter_population)
    {
      g_clear_pointer (&self->asked, ty_population_unref);
      g_clear_pointer (&self->asked_filter, ty_population_unref);
      self->asked_filter = ty_population_ref (self->filter_population);
      self->asked = ty_population_new_and (ty_population_ref (self->population),
                                           ty_population_ref (self->filter_population));
    }
  return self->asked;
}
