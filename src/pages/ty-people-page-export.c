/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-people-page-export"

#include "config.h"

#include "ty-people-page-private.h"

#include <glib/gi18n-lib.h>

/* What somebody who exports the list must know of it. */

/**
 * ty_people_page_dup_query:
 * @self: a page
 *
 * Returns: (transfer full): whom the page shows, and in which order
 */
TyRosterQuery *
ty_people_page_dup_query (TyPeoplePage *self)
{
  TyRosterQuery query;

  g_return_val_if_fail (TY_IS_PEOPLE_PAGE (self), NULL);

  ty_people_page_make_query (self, &query);
  return ty_roster_query_copy (&query);
}

/**
 * ty_people_page_dup_filter_text:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): how the list is narrowed, in words; %NULL where it shows all in
 * office
 */
char *
ty_people_page_dup_filter_text (TyPeoplePage *self)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const char *text;

  g_return_val_if_fail (TY_IS_PEOPLE_PAGE (self), NULL);

  text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  if (self->list_name != NULL)
    g_ptr_array_add (words, g_strdup_printf (_("List: %s"), self->list_name));
  else if (self->who != TY_WHO_IN_OFFICE)
    g_ptr_array_add (words, ty_who_dup_label (self->who));
  ty_facet_bar_describe (self->facets, words);
  ty_people_page_describe_filter (self, words);
  if (self->condition != TY_CONDITION_NONE)
    g_ptr_array_add (words, ty_condition_dup_label (self->condition));
  if (*text != '\0')
    g_ptr_array_add (words, g_strdup_printf (_("Search: %s"), text));
  if (words->len == 0)
    return NULL;

  g_ptr_array_add (words, NULL);
  /* Translators: stands between the filters of a list */
  return g_strjoinv (C_("filters", "; "), (char **) words->pdata);
}

/**
 * ty_people_page_list_chosen:
 * @self: a page
 *
 * Returns: (transfer full) (nullable) (element-type gint64): who was chosen in the list; %NULL where it
 * is not more than one
 */
GArray *
ty_people_page_list_chosen (TyPeoplePage *self)
{
  g_return_val_if_fail (TY_IS_PEOPLE_PAGE (self), NULL);

  return ty_roster_selection_get_n (self->selection) > 1
           ? ty_roster_selection_list_people (self->selection) : NULL;
}

/**
 * ty_people_page_list_selected:
 * @self: a page
 *
 * Returns: (transfer full) (element-type gint64): who is selected in the list, be it one or nobody
 */
GArray *
ty_people_page_list_selected (TyPeoplePage *self)
{
  g_return_val_if_fail (TY_IS_PEOPLE_PAGE (self), NULL);

  return ty_roster_selection_list_people (self->selection);
}
