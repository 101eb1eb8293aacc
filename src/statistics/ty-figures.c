/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-figures"

#include "config.h"

#include "ty-figures.h"

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

static TyGroupFigures
count_group (TySnapshot   *snapshot,
             TyPopulation  population)
{
  return (TyGroupFigures){
    .count = ty_snapshot_count (snapshot, population, TY_CONDITION_NONE),
    .age_sum = ty_snapshot_sum_ages (snapshot, population),
    .age_known = ty_snapshot_count (snapshot, population, TY_CONDITION_BIRTH_KNOWN),
    .age_le_35 = ty_snapshot_count (snapshot, population, TY_CONDITION_AGE_LE_35),
    .age_le_45 = ty_snapshot_count (snapshot, population, TY_CONDITION_AGE_LE_45),
    .age_le_50 = ty_snapshot_count (snapshot, population, TY_CONDITION_AGE_LE_50),
    .college = ty_snapshot_count (snapshot, population, TY_CONDITION_COLLEGE),
    .bachelor = ty_snapshot_count (snapshot, population, TY_CONDITION_BACHELOR),
    .female = ty_snapshot_count (snapshot, population, TY_CONDITION_FEMALE),
    .dual_role = ty_snapshot_count (snapshot, population, TY_CONDITION_DUAL_ROLE),
    .cross = ty_snapshot_count (snapshot, population, TY_CONDITION_CROSS),
  };
}

static guint
count_secretaries (TySnapshot  *snapshot,
                   TyCondition  condition)
{
  return ty_snapshot_count (snapshot, TY_POPULATION_SECRETARIES, condition);
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
 * Returns: (transfer full) (nullable): the figures
 */
TyFigures *
ty_figures_load (TyDatabase  *database,
                 TyDate       as_of,
                 gint64       scope,
                 int          term,
                 GError     **error)
{
  g_autoptr(TySnapshot) snapshot = ty_snapshot_load (database, as_of, scope, term, error);
  g_autoptr(TyFigures) self = NULL;

  if (snapshot == NULL)
    return NULL;

  self = g_new0 (TyFigures, 1);
  self->as_of = as_of;
  self->villages = ty_snapshot_count_villages (snapshot);
  self->secretaries = count_group (snapshot, TY_POPULATION_SECRETARIES);
  self->members = count_group (snapshot, TY_POPULATION_MEMBERS);
  self->specialists = ty_snapshot_count (snapshot, TY_POPULATION_SPECIALISTS, TY_CONDITION_NONE);
  self->in_office = ty_snapshot_count (snapshot, TY_POPULATION_IN_OFFICE, TY_CONDITION_NONE);
  self->departed = ty_snapshot_count (snapshot, TY_POPULATION_DEPARTED, TY_CONDITION_NONE);
  self->term = term;
  self->retained = count_secretaries (snapshot, TY_CONDITION_RETAINED);
  self->from_reserves = count_secretaries (snapshot, TY_CONDITION_FROM_RESERVES);
  self->returned_home = count_secretaries (snapshot, TY_CONDITION_RETURNED_HOME);
  self->dispatched = count_secretaries (snapshot, TY_CONDITION_DISPATCHED);
  return g_steal_pointer (&self);
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
      return 0;
    case TY_CONDITION_NONE:
    default:
      return self->count;
    }
}

/**
 * ty_figures_format_ratio:
 * @numerator: a count or a sum
 * @denominator: of how many
 * @scale: 100 for a share in per cent, 1 for an average
 * @decimals: how many decimals, 0 to 4
 *
 * Divides exactly and rounds half up, as offices do (design.md 6, field.md 9.3). A binary fraction
 * would round 0.125 the wrong way now and then.
 *
 * Returns: (transfer full): such as `98.63`; `—` of an empty population
 */
char *
ty_figures_format_ratio (guint numerator,
                         guint denominator,
                         guint scale,
                         int   decimals)
{
  guint64 power = 1;
  guint64 rounded;

  if (denominator == 0)
    return g_strdup ("—");

  for (int i = 0; i < CLAMP (decimals, 0, 4); i++)
    power *= 10;
  rounded = ((guint64) numerator * scale * power * 2 + denominator) / ((guint64) denominator * 2);
  if (power == 1)
    return g_strdup_printf ("%" G_GUINT64_FORMAT, rounded);

  return g_strdup_printf ("%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, rounded / power,
                          CLAMP (decimals, 0, 4), rounded % power);
}

/* A JSON number must not end in zeros that mean nothing to it, and null stands for “—”. */
static char *
format_average (const TyGroupFigures *group)
{
  g_autofree char *text = NULL;
  size_t length;

  if (group->age_known == 0)
    return g_strdup ("null");

  text = ty_figures_format_ratio (group->age_sum, group->age_known, 1, 2);
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
