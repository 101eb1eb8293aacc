/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-people-page"

#include "config.h"

#include "ty-people-page-private.h"

#include "ty-office-choice.h"

/* ms behind the list: it is drawn first, and who types on is not counted for in between. */
#define COUNT_DELAY 150

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) counts = ty_office_count_conditions_finish (TY_OFFICE (source), result, &error);
  TyCondition conditions[TY_N_CONDITIONS];
  TyPeoplePage *self;
  guint n;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PEOPLE_PAGE (user_data);
  g_clear_object (&self->counting);
  if (counts == NULL)
    return; /* the list tells what is wrong with the file */

  n = ty_condition_bar_list (self->conditions, conditions);
  if (n == counts->len)
    ty_condition_bar_set_counts (self->conditions, conditions,
                                 (const guint *) (gpointer) counts->data, n);
  self->uncounted = FALSE;
}

static void
count_conditions (TyPeoplePage *self)
{
  TyRosterQuery query = { 0 };
  TyCondition conditions[TY_N_CONDITIONS];
  guint n = ty_condition_bar_list (self->conditions, conditions);

  cancel (&self->counting);
  self->counting = g_cancellable_new ();
  ty_people_page_make_query (self, &query);
  ty_office_count_conditions_async (ty_page_get_office (TY_PAGE (self)), &query, conditions, n,
                                    self->counting, counted_cb, self);
}

static void
faceted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) facets = ty_office_count_facets_finish (TY_OFFICE (source), result, &error);
  TyPeoplePage *self;
  const TyFacet *facet;
  TyFacetChip *chip;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PEOPLE_PAGE (user_data);
  g_clear_object (&self->faceting);
  if (facets == NULL)
    {
      ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }
  facet = g_ptr_array_index (facets, 0);
  chip = ty_facet_bar_find (self->facets, facet->dimension);
  if (chip != NULL)
    ty_facet_chip_set_facet (chip, facet);
}

static void
counted_all_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) counts = ty_office_count_conditions_finish (TY_OFFICE (source), result, &error);

  if (counts != NULL)
    ty_page_set_count (TY_PAGE (user_data), (int) g_array_index (counts, guint, 0),
                       TY_PAGE_BADGE_COUNT);
}

/**
 * ty_people_page_count_all:
 * @page: a page, seen or not
 * @cancellable: stops it
 *
 * Counts everybody whom the page is about, whatever it is narrowed to, for its entry in the sidebar.
 */
void
ty_people_page_count_all (TyPage       *page,
                          GCancellable *cancellable)
{
  const TyCondition none = TY_CONDITION_NONE;
  TyRosterQuery query = {
    .who = TY_PEOPLE_PAGE (page)->who == TY_WHO_DEPARTED ? TY_WHO_DEPARTED : TY_WHO_IN_OFFICE,
  };

  /* The roster of a list has no entry of its own. */
  if (TY_PEOPLE_PAGE (page)->population != NULL)
    return;
  ty_office_count_conditions_async (ty_page_get_office (page), &query, &none, 1, cancellable,
                                    counted_all_cb, page);
}

static gboolean
count_cb (gpointer user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  TyFacetChip *open = ty_facet_bar_get_open (self->facets);

  self->count_id = 0;
  if (!ty_office_is_open (ty_page_get_office (TY_PAGE (self))))
    return G_SOURCE_REMOVE;
  if (self->uncounted)
    count_conditions (self);
  if (open != NULL)
    ty_people_page_count_facet (self, open);
  return G_SOURCE_REMOVE;
}

/**
 * ty_people_page_forget_counts:
 * @self: a page whose question is another one
 *
 * What is being counted is out of date; the numbers that are shown stay until there are others.
 */
void
ty_people_page_forget_counts (TyPeoplePage *self)
{
  cancel (&self->counting);
  self->uncounted = TRUE;
  ty_facet_bar_set_count (self->facets, -1);
}

/**
 * ty_people_page_count:
 * @self: a page whose list has come
 *
 * Counts what stands beside the list, once that is drawn.
 */
void
ty_people_page_count (TyPeoplePage *self)
{
  ty_facet_bar_set_count (self->facets, (int) ty_roster_list_get_n_people (self->list));
  if (self->count_id == 0 && self->uncounted && self->counting == NULL)
    self->count_id = g_timeout_add (COUNT_DELAY, count_cb, self);
}

/**
 * ty_people_page_count_facet:
 * @self: a page
 * @chip: whose values are looked at
 */
void
ty_people_page_count_facet (TyPeoplePage *self,
                            TyFacetChip  *chip)
{
  const TyDimension *dimension = ty_facet_chip_get_dimension (chip);
  TyOffice *office = ty_page_get_office (TY_PAGE (self));
  TyRosterQuery query = { 0 };

  if (office == NULL || !ty_office_is_open (office))
    return;

  cancel (&self->faceting);
  self->faceting = g_cancellable_new ();
  ty_people_page_make_query (self, &query);
  ty_office_count_facets_async (office, &query, &dimension, 1, self->faceting, faceted_cb, self);
}

/**
 * ty_people_page_stop_counts:
 * @self: a page that goes
 */
void
ty_people_page_stop_counts (TyPeoplePage *self)
{
  g_clear_handle_id (&self->count_id, g_source_remove);
  cancel (&self->counting);
  cancel (&self->faceting);
}

/**
 * ty_people_page_choose:
 * @self: a page
 * @dimension: by what
 * @key: key of a value
 * @label: its name
 *
 * Shows only who has a value, with its chip.
 */
void
ty_people_page_choose (TyPeoplePage      *self,
                       const TyDimension *dimension,
                       const char        *key,
                       const char        *label)
{
  g_return_if_fail (TY_IS_PEOPLE_PAGE (self));

  ty_facet_bar_choose (self->facets, dimension, key, label);
}
