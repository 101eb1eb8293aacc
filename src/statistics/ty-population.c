/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-population"

#include "config.h"

#include "ty-population.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *word;
  const char *label;
} populations[] = {
  [TY_POPULATION_IN_OFFICE] = { "in_office", N_("All in office") },
  [TY_POPULATION_SECRETARIES] = { "secretaries", N_("Secretaries") },
  [TY_POPULATION_HEADS] = { "heads", N_("Village heads") },
  [TY_POPULATION_MEMBERS] = { "members", N_("Members of the two committees") },
  [TY_POPULATION_SPECIALISTS] = { "specialists", N_("Party-building specialists") },
  [TY_POPULATION_DEPARTED] = { "departed", N_("Departed cadres") },
};

/* The words are those of the published figures. */
static const struct
{
  const char *word;
  const char *label;
} conditions[] = {
  [TY_CONDITION_NONE] = { "count", N_("All") },
  [TY_CONDITION_AGE_LE_35] = { "age_le_35", N_("35 and under") },
  [TY_CONDITION_AGE_LE_45] = { "age_le_45", N_("45 and under") },
  [TY_CONDITION_AGE_LE_50] = { "age_le_50", N_("50 and under") },
  [TY_CONDITION_COLLEGE] = { "college_and_above", N_("College and higher") },
  [TY_CONDITION_BACHELOR] = { "fulltime_bachelor_and_above", N_("Full-time bachelor and higher") },
  [TY_CONDITION_FEMALE] = { "female", N_("Women") },
  [TY_CONDITION_DUAL_ROLE] = { "dual_role", N_("Dual role") },
  [TY_CONDITION_CROSS] = { "cross_appointments", N_("Cross-appointment") },
  [TY_CONDITION_RETAINED] = { "retained", N_("Retained") },
  [TY_CONDITION_FROM_RESERVES] = { "from_reserves", N_("From the reserves") },
  [TY_CONDITION_RETURNED_HOME] = { "returned_home", N_("Returned home") },
  [TY_CONDITION_DISPATCHED] = { "dispatched", N_("Dispatched") },
  [TY_CONDITION_BIRTH_KNOWN] = { "birth_known", N_("Age known") },
};

/**
 * ty_population_to_string:
 * @self: a population
 *
 * Returns: (transfer none): its word in JSON
 */
const char *
ty_population_to_string (TyPopulation self)
{
  return populations[self].word;
}

/**
 * ty_population_from_string:
 * @word: a word of ty_population_to_string()
 *
 * Returns: its population; all in office for another word
 */
TyPopulation
ty_population_from_string (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (populations); i++)
    if (strcmp (populations[i].word, word) == 0)
      return i;

  return TY_POPULATION_IN_OFFICE;
}

/**
 * ty_population_dup_label:
 * @self: a population
 *
 * Returns: (transfer full): its name in the user's language
 */
char *
ty_population_dup_label (TyPopulation self)
{
  return g_strdup (_(populations[self].label));
}

/**
 * ty_condition_to_string:
 * @self: a condition
 *
 * Returns: (transfer none): its word in JSON
 */
const char *
ty_condition_to_string (TyCondition self)
{
  return conditions[self].word;
}

/**
 * ty_condition_from_string:
 * @word: a word of ty_condition_to_string()
 *
 * Returns: its condition; none for another word
 */
TyCondition
ty_condition_from_string (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (strcmp (conditions[i].word, word) == 0)
      return i;

  return TY_CONDITION_NONE;
}

/**
 * ty_condition_suits:
 * @self: a condition
 * @population: a population
 *
 * Returns: whether it makes sense to ask it: the four batches are of secretaries, and two conditions
 * ask for present posts, which the departed do not have
 */
gboolean
ty_condition_suits (TyCondition  self,
                    TyPopulation population)
{
  switch (self)
    {
    case TY_CONDITION_RETAINED:
    case TY_CONDITION_FROM_RESERVES:
    case TY_CONDITION_RETURNED_HOME:
    case TY_CONDITION_DISPATCHED:
      return population == TY_POPULATION_SECRETARIES;
    case TY_CONDITION_DUAL_ROLE:
    case TY_CONDITION_CROSS:
      return population != TY_POPULATION_DEPARTED;
    case TY_CONDITION_NONE:
    case TY_CONDITION_AGE_LE_35:
    case TY_CONDITION_AGE_LE_45:
    case TY_CONDITION_AGE_LE_50:
    case TY_CONDITION_COLLEGE:
    case TY_CONDITION_BACHELOR:
    case TY_CONDITION_FEMALE:
    case TY_CONDITION_BIRTH_KNOWN:
    default:
      return TRUE;
    }
}

/**
 * ty_condition_dup_label:
 * @self: a condition
 *
 * Returns: (transfer full): its name in the user's language
 */
char *
ty_condition_dup_label (TyCondition self)
{
  return g_strdup (_(conditions[self].label));
}
