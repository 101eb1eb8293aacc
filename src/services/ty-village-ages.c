/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-ages"

#include "config.h"

#include "ty-village-ages.h"

#include "ty-grouping.h"

/* How old the members of the two committees are, and were on the day before the present term began. */

static void
clear_age (gpointer data)
{
  g_free (((TyVillageAge *) data)->label);
}

/**
 * ty_village_ages_new:
 *
 * Returns: (transfer full) (element-type TyVillageAge): no ages
 */
GArray *
ty_village_ages_new (void)
{
  GArray *ages = g_array_new (FALSE, FALSE, sizeof (TyVillageAge));

  g_array_set_clear_func (ages, clear_age);
  return ages;
}

static const TyTermRow *
find_term (TyView *view)
{
  GArray *terms = ty_columns_get_terms (ty_view_get_columns (view));
  const TyTermRow *found = NULL;

  for (guint i = 0; i < terms->len; i++)
    {
      const TyTermRow *term = &g_array_index (terms, TyTermRow, i);

      if (term->from != 0 && term->from <= ty_view_get_day (view)
          && (found == NULL || term->from > found->from))
        found = term;
    }
  return found;
}

static TyGrouping *
group (TyView  *view,
       TyViews *views)
{
  g_autoptr(TyPopulation) members = ty_population_new_who (TY_WHO_MEMBERS);
  const TyGroupingSpec spec = {
    .population = members,
    .dimensions = { ty_dimension_find ("age_band") },
    .n_dimensions = 1,
    .measures = { ty_measure_find ("count") },
    .n_measures = 1,
  };

  return ty_grouping_new (&spec, view, views);
}

static guint
get_count (TyGrouping *grouping,
           guint       value)
{
  return (guint) ty_grouping_get_amount (grouping, value, 0, 0).sum;
}

/**
 * ty_village_ages_count:
 * @file: gets the ages, none where the file does not know when a term began
 * @view: everybody at the cut-off date, with the unit as the scope
 * @views: where views are kept
 */
void
ty_village_ages_count (TyVillageFile *file,
                       TyView        *view,
                       TyViews       *views)
{
  const TyTermRow *term = find_term (view);
  g_autoptr(TyView) eve = NULL;
  g_autoptr(TyGrouping) now = NULL;
  g_autoptr(TyGrouping) before = NULL;
  GPtrArray *labels;

  if (term == NULL)
    return;

  eve = ty_views_get (views, ty_view_get_columns (view), ty_date_from_days (term->from - 1),
                      ty_view_get_scope (view), 0);
  now = group (view, views);
  before = group (eve, views);
  labels = ty_grouping_get_scale (now, 0)->labels;
  file->term = term->year;
  for (guint i = TY_SCALE_NONE + 1; i < labels->len; i++)
    {
      TyVillageAge age = { g_strdup (g_ptr_array_index (labels, i)), get_count (before, i),
                           get_count (now, i) };

      g_array_append_val (file->ages, age);
    }
}
