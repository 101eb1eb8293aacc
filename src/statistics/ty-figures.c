/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-figures"

#include "config.h"

#include "ty-figures.h"

#include "ty-grouping.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (TyFigures, ty_figures, ty_figures_copy, ty_figures_free)

TyFigures *
ty_figures_copy (const TyFigures *self)
{
  return g_memdup2 (self, sizeof *self);
}

void
ty_figures_free (TyFigures *self)
{
  g_free (self);
}

/* What is counted of secretaries and of members, in the order in which it is taken. */
static const char *const words[] = {
  "count",      "average_age",       "age_le_35",
  "age_le_45",  "age_le_50",         "college_and_above",
  "fulltime_bachelor_and_above",     "female",
  "dual_role",  "cross_appointments", "retained",
  "from_reserves", "returned_home",  "dispatched",
};

static TyGrouping *
count_who (TyView *view,
           TyWho   who)
{
  g_autoptr(TyPopulation) population = ty_population_new_who (who);
  TyGroupingSpec spec = { .population = population };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    spec.measures[spec.n_measures++] = ty_measure_find (words[i]);
  return ty_grouping_new (&spec, view, NULL);
}

static guint
get_sum (TyGrouping *grouping,
         const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      return (guint) ty_grouping_get_total (grouping, i).sum;

  g_return_val_if_reached (0);
}

static TyGroupFigures
get_group (TyGrouping *grouping)
{
  return (TyGroupFigures){
    .count = get_sum (grouping, "count"),
    .age_sum = get_sum (grouping, "average_age"),
    .age_known = (guint) ty_grouping_get_total (grouping, 1).n,
    .age_le_35 = get_sum (grouping, "age_le_35"),
    .age_le_45 = get_sum (grouping, "age_le_45"),
    .age_le_50 = get_sum (grouping, "age_le_50"),
    .college = get_sum (grouping, "college_and_above"),
    .bachelor = get_sum (grouping, "fulltime_bachelor_and_above"),
    .female = get_sum (grouping, "female"),
    .dual_role = get_sum (grouping, "dual_role"),
    .cross = get_sum (grouping, "cross_appointments"),
  };
}

static guint
count (TyView *view,
       TyWho   who)
{
  g_autoptr(TyPopulation) population = ty_population_new_who (who);

  return ty_population_count (population, view, NULL);
}

/* Of whatever level: a unit with somebody in the two committees. */
static guint
count_villages (TyView *view)
{
  const guint32 *facts = ty_view_get_unit_facts (view, TY_FACT_MEMBER);
  guint n = 0;

  for (guint i = 0; i < ty_units_get_n (ty_columns_get_units (ty_view_get_columns (view))); i++)
    n += (facts[i] & TY_FACT_MEMBER) != 0;
  return n;
}

/**
 * ty_figures_new:
 * @view: a date and a scope, made for the term @term
 * @term: year of a term election whose four batches are asked for, or 0 for that of the term in which
 *   the date lies
 *
 * Returns: (transfer full): the figures
 */
TyFigures *
ty_figures_new (TyView *view,
                int     term)
{
  TyFigures *self = g_new0 (TyFigures, 1);
  g_autoptr(TyGrouping) secretaries = count_who (view, TY_WHO_SECRETARIES);
  g_autoptr(TyGrouping) members = count_who (view, TY_WHO_MEMBERS);

  self->as_of = ty_view_get_as_of (view);
  self->villages = count_villages (view);
  self->secretaries = get_group (secretaries);
  self->members = get_group (members);
  self->specialists = count (view, TY_WHO_SPECIALISTS);
  self->in_office = count (view, TY_WHO_IN_OFFICE);
  self->departed = count (view, TY_WHO_DEPARTED);
  self->term = term;
  self->retained = get_sum (secretaries, "retained");
  self->from_reserves = get_sum (secretaries, "from_reserves");
  self->returned_home = get_sum (secretaries, "returned_home");
  self->dispatched = get_sum (secretaries, "dispatched");
  return self;
}

/**
 * ty_figures_load:
 * @database: a connection
 * @as_of: the cut-off date
 * @scope: key of a unit, or 0 for the whole file
 * @term: year of a term election whose four batches are asked for, or 0 for that of the term in which
 *   @as_of lies
 * @error: a `TY_STORE_ERROR`
 *
 * For who asks once: loads the columns and throws them away.
 *
 * Returns: (transfer full) (nullable): the figures
 */
TyFigures *
ty_figures_load (TyDatabase  *database,
                 TyDate       as_of,
                 gint64       scope,
                 int          term,
                 GError     **error)
{
  g_autoptr(TyColumns) columns = ty_columns_load (&database, 1, NULL, error);
  g_autoptr(TyView) view = NULL;

  if (columns == NULL)
    return NULL;

  view = ty_view_new (columns, as_of, scope, term, NULL);
  return ty_figures_new (view, term);
}

/**
 * ty_group_figures_get:
 * @self: figures of a population
 * @condition: what is asked
 *
 * Returns: how many people meet it; the four batches are not figures of a population but of the term
 */
guint
ty_group_figures_get (const TyGroupFigures *self,
                      TyCondition           condition)
{
  switch (condition)
    {
    case TY_CONDITION_AGE_LE_35:
      return self->age_le_35;
    case TY_CONDITION_AGE_LE_45:
      return self->age_le_45;
    case TY_CONDITION_AGE_LE_50:
      return self->age_le_50;
    case TY_CONDITION_COLLEGE:
      return self->college;
    case TY_CONDITION_BACHELOR:
      return self->bachelor;
    case TY_CONDITION_FEMALE:
      return self->female;
    case TY_CONDITION_DUAL_ROLE:
      return self->dual_role;
    case TY_CONDITION_CROSS:
      return self->cross;
    case TY_CONDITION_BIRTH_KNOWN:
      return self->age_known;
    case TY_CONDITION_RETAINED:
    case TY_CONDITION_FROM_RESERVES:
    case TY_CONDITION_RETURNED_HOME:
    case TY_CONDITION_DISPATCHED:
    case TY_CONDITION_PARTY:
    case TY_CONDITION_MINORITY:
    case TY_CONDITION_TEAM:
    case TY_CONDITION_LED:
    case TY_CONDITION_WITH_WOMAN:
    case TY_CONDITION_WITH_YOUNG:
    case TY_CONDITION_WITH_COLLEGE:
      return 0;
    case TY_CONDITION_NONE:
    default:
      return self->count;
    }
}

/* A JSON number must not end in zeros that mean nothing to it, and null stands for “—”. */
static char *
format_average (const TyGroupFigures *group)
{
  g_autofree char *text = NULL;
  size_t length;

  if (group->age_known == 0)
    return g_strdup ("null");

  text = ty_ratio_format (group->age_sum, group->age_known, 1, 2);
  for (length = strlen (text); length > 0 && text[length - 1] == '0'; length--)
    text[length - 1] = '\0';
  if (length > 0 && text[length - 1] == '.')
    text[length - 1] = '\0';
  return g_steal_pointer (&text);
}

static void
append_group (GString              *json,
              const char           *name,
              const TyGroupFigures *group,
              TyCondition           last)
{
  static const TyCondition steps[] = { TY_CONDITION_AGE_LE_35, TY_CONDITION_AGE_LE_45,
                                       TY_CONDITION_AGE_LE_50, TY_CONDITION_COLLEGE,
                                       TY_CONDITION_BACHELOR, TY_CONDITION_FEMALE };
  g_autofree char *average = format_average (group);

  g_string_append_printf (json, ",\n  \"%s\": {\n    \"count\": %u,\n    \"average_age\": %s", name,
                          group->count, average);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_string_append_printf (json, ",\n    \"%s\": %u", ty_condition_to_string (steps[i]),
                            ty_group_figures_get (group, steps[i]));
  g_string_append_printf (json, ",\n    \"%s\": %u\n  }", ty_condition_to_string (last),
                          ty_group_figures_get (group, last));
}

/**
 * ty_figures_to_json:
 * @self: figures
 *
 * Writes the keys of the published figures. The average is written with its two decimals, which a
 * generator of binary fractions would not do.
 *
 * Returns: (transfer full): a JSON object
 */
char *
ty_figures_to_json (const TyFigures *self)
{
  GString *json = g_string_new ("{\n");
  g_autofree char *as_of = ty_date_to_iso (self->as_of);

  g_string_append_printf (json, "  \"as_of\": \"%s\",\n  \"villages\": %u", as_of, self->villages);
  append_group (json, "secretaries", &self->secretaries, TY_CONDITION_DUAL_ROLE);
  append_group (json, "members", &self->members, TY_CONDITION_CROSS);
  if (self->term != 0)
    g_string_append_printf (json,
                            ",\n  \"four_batches\": {\n    \"retained\": %u,\n"
                            "    \"from_reserves\": %u,\n    \"returned_home\": %u,\n"
                            "    \"dispatched\": %u\n  }",
                            self->retained, self->from_reserves, self->returned_home,
                            self->dispatched);
  g_string_append (json, "\n}");
  return g_string_free (json, FALSE);
}
