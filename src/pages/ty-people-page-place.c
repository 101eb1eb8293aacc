/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-people-page"

#include "config.h"

#include "ty-people-page-private.h"

/* What back and forward keep of a roster besides who is shown: what it is narrowed to, its order, who is
 * chosen, and how far one had scrolled; and how a figure takes that away. */

/* search, order, values of dimensions (key, label), current person, chosen people, whether they were
 * chosen on purpose, scroll, filter of conditions */
#define PLACE_TYPE "(sasa(sa(ss))xaxbds)"

#define N_CHOSEN_MAX 1000
#define N_FRAMES_MAX 60

static GVariant *
save_filters (TyPeoplePage *self)
{
  TyRosterQuery query = { 0 };
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sa(ss))"));
  ty_facet_bar_fill_query (self->facets, &query);
  for (guint i = 0; i < query.n_filters; i++)
    {
      TyFacetChip *chip = ty_facet_bar_find (self->facets, query.filters[i].dimension);

      g_variant_builder_add (&builder, "(s@a(ss))", query.filters[i].dimension->key,
                             ty_facet_chip_save (chip));
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
save_chosen (TyPeoplePage *self)
{
  g_autoptr(GArray) people = NULL;

  if (ty_roster_selection_get_n (self->selection) > N_CHOSEN_MAX)
    return g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, NULL, 0, sizeof (gint64));

  people = ty_roster_selection_list_people (self->selection);
  return g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, people->data, people->len, sizeof (gint64));
}

/**
 * ty_people_page_save:
 * @self: a page
 *
 * Returns: (transfer floating): how it is looked at, for ty_people_page_restore()
 */
GVariant *
ty_people_page_save (TyPeoplePage *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  g_auto(GStrv) order = ty_roster_sort_to_words (&self->sort);
  g_autofree char *filter = ty_people_page_save_filter (self);

  g_return_val_if_fail (TY_IS_PEOPLE_PAGE (self), NULL);

  /* One who left before the roster had come back. */
  if (self->restoring != NULL)
    return g_variant_ref (self->restoring);

  return g_variant_new ("(s^as@a(sa(ss))x@axbds)",
                        gtk_editable_get_text (GTK_EDITABLE (self->search)), order,
                        save_filters (self), ty_roster_selection_get_person (self->selection),
                        save_chosen (self), ty_roster_selection_is_marked (self->selection),
                        gtk_adjustment_get_value (adjustment), filter);
}

static void
restore_filters (TyPeoplePage *self,
                 GVariant     *filters)
{
  GVariantIter iter;
  const char *key;
  GVariant *values;

  ty_facet_bar_clear (self->facets);
  g_variant_iter_init (&iter, filters);
  while (g_variant_iter_loop (&iter, "(&s@a(ss))", &key, &values))
    ty_facet_bar_restore (self->facets, ty_dimension_find (key), values);
}

/**
 * ty_people_page_restore:
 * @self: a page that shows the population and the condition of the place already
 * @place: what ty_people_page_save() had returned
 *
 * Narrows and sorts it as it was, and asks anew; who was chosen is so again when the people come.
 */
void
ty_people_page_restore (TyPeoplePage *self,
                        GVariant     *place)
{
  g_autoptr(GVariant) filters = NULL;
  g_autofree const char **order = NULL;
  const char *search, *conditions;

  g_return_if_fail (TY_IS_PEOPLE_PAGE (self));
  g_return_if_fail (g_variant_is_of_type (place, G_VARIANT_TYPE (PLACE_TYPE)));

  g_variant_get_child (place, 0, "&s", &search);
  g_variant_get_child (place, 1, "^a&s", &order);
  filters = g_variant_get_child_value (place, 2);
  g_variant_get_child (place, 7, "&s", &conditions);

  self->held = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), search);
  restore_filters (self, filters);
  ty_people_page_restore_filter (self, conditions);
  ty_people_page_set_order (self, order);
  self->held = FALSE;

  g_clear_pointer (&self->restoring, g_variant_unref);
  self->restoring = g_variant_ref (place);
  ty_people_page_ask_again (self);
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (widget);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  double room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (room < self->scroll_to && self->n_frames++ < N_FRAMES_MAX)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_set_value (adjustment, self->scroll_to);
  self->scroll_tick = 0;
  return G_SOURCE_REMOVE;
}

/**
 * ty_people_page_put_back:
 * @self: a page whose people have come
 *
 * Chooses who was chosen and scrolls to where one was, if the page was restored.
 */
void
ty_people_page_put_back (TyPeoplePage *self)
{
  g_autoptr(GVariant) place = g_steal_pointer (&self->restoring);
  g_autoptr(GVariant) chosen = NULL;
  gint64 person;
  gboolean marked;
  const gint64 *people;
  gsize n_people;

  if (place == NULL)
    return;

  ty_roster_list_grow_up (self->list);
  g_variant_get_child (place, 3, "x", &person);
  chosen = g_variant_get_child_value (place, 4);
  g_variant_get_child (place, 5, "b", &marked);
  g_variant_get_child (place, 6, "d", &self->scroll_to);
  people = g_variant_get_fixed_array (chosen, &n_people, sizeof (gint64));
  ty_roster_selection_restore (self->selection, people, (guint) n_people, person, marked);

  /* The rows have their heights with the next frames. */
  self->n_frames = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/**
 * ty_people_page_clear_filters:
 * @self: a page
 *
 * Takes away what was searched and chosen by dimensions, so that nothing but the next ty_people_page_show()
 * decides who is shown: a figure leads to as many people as it says.
 */
void
ty_people_page_clear_filters (TyPeoplePage *self)
{
  g_return_if_fail (TY_IS_PEOPLE_PAGE (self));

  if (ty_facet_bar_is_active (self->facets) || self->filter != NULL)
    {
      ty_facet_bar_clear (self->facets);
      ty_people_page_drop_filter (self);
      ty_people_page_ask (self);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}
