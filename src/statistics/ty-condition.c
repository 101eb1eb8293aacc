/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-condition"

#include "config.h"

#include "ty-condition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whom a condition can be asked of. */
typedef enum
{
  SUITS_PEOPLE,
  SUITS_HOLDERS,     /* not the departed and those who never held a post */
  SUITS_SECRETARIES,
  SUITS_VILLAGES,
  SUITS_BOTH,        /* holders and villages */
  SUITS_ALL,
} Suits;

/* The words are those of the published figures. A condition is a fact or an age. */
static const struct
{
  const char *word;
  const char *label;
  Suits suits;
  TyFacts facts;
  int age;
} infos[TY_N_CONDITIONS] = {
  [TY_CONDITION_NONE] = { "count", N_("All"), SUITS_ALL, 0, 0 },
  [TY_CONDITION_AGE_LE_35] = { "age_le_35", N_("35 and under"), SUITS_PEOPLE, 0, 35 },
  [TY_CONDITION_AGE_LE_45] = { "age_le_45", N_("45 and under"), SUITS_PEOPLE, 0, 45 },
  [TY_CONDITION_AGE_LE_50] = { "age_le_50", N_("50 and under"), SUITS_PEOPLE, 0, 50 },
  [TY_CONDITION_COLLEGE] = { "college_and_above", N_("College and higher"), SUITS_PEOPLE,
                             TY_FACT_COLLEGE, 0 },
  [TY_CONDITION_BACHELOR] = { "fulltime_bachelor_and_above", N_("Full-time bachelor and higher"),
                              SUITS_PEOPLE, TY_FACT_BACHELOR, 0 },
  [TY_CONDITION_FEMALE] = { "female", N_("Women"), SUITS_PEOPLE, TY_FACT_FEMALE, 0 },
  [TY_CONDITION_DUAL_ROLE] = { "dual_role", N_("Dual role"), SUITS_BOTH, TY_FACT_DUAL_ROLE, 0 },
  [TY_CONDITION_CROSS] = { "cross_appointments", N_("Cross-appointment"), SUITS_HOLDERS,
                           TY_FACT_CROSS, 0 },
  [TY_CONDITION_RETAINED] = { "retained", N_("Retained"), SUITS_SECRETARIES, TY_FACT_RETAINED, 0 },
  [TY_CONDITION_FROM_RESERVES] = { "from_reserves", N_("From the reserves"), SUITS_SECRETARIES,
                                   TY_FACT_FROM_RESERVES, 0 },
  [TY_CONDITION_RETURNED_HOME] = { "returned_home", N_("Returned home"), SUITS_SECRETARIES,
                                   TY_FACT_RETURNED_HOME, 0 },
  [TY_CONDITION_DISPATCHED] = { "dispatched", N_("Dispatched"), SUITS_SECRETARIES,
                                TY_FACT_DISPATCHED, 0 },
  [TY_CONDITION_BIRTH_KNOWN] = { "birth_known", N_("Age known"), SUITS_PEOPLE, 0, G_MAXINT },
  [TY_CONDITION_PARTY] = { "party", N_("Party members"), SUITS_PEOPLE, TY_FACT_PARTY, 0 },
  [TY_CONDITION_MINORITY] = { "minority", N_("Ethnic minorities"), SUITS_PEOPLE, TY_FACT_MINORITY,
                              0 },
  [TY_CONDITION_TEAM] = { "team", N_("With a team"), SUITS_VILLAGES, TY_FACT_MEMBER, 0 },
  [TY_CONDITION_LED] = { "led", N_("With a secretary"), SUITS_VILLAGES, TY_FACT_SECRETARY, 0 },
  [TY_CONDITION_HEADED] = { "headed", N_("With a village head"), SUITS_VILLAGES, TY_FACT_HEAD, 0 },
  [TY_CONDITION_WITH_SPECIALIST] = { "with_specialist", N_("With a party-building specialist"), SUITS_VILLAGES,
                                     TY_FACT_SPECIALIST, 0 },
  [TY_CONDITION_WITH_WOMAN] = { "with_woman", N_("With a woman in the team"), SUITS_VILLAGES,
                                TY_FACT_WITH_WOMAN, 0 },
  [TY_CONDITION_WITH_YOUNG] = { "with_young", N_("With a member of 35 and under"), SUITS_VILLAGES,
                                TY_FACT_WITH_YOUNG, 0 },
  [TY_CONDITION_WITH_COLLEGE] = { "with_college", N_("With a member of college education"), SUITS_VILLAGES,
                                  TY_FACT_WITH_COLLEGE, 0 },
};

/**
 * ty_condition_to_string:
 * @self: a condition
 *
 * Returns: its word in JSON
 */
const char *
ty_condition_to_string (TyCondition self)
{
  return infos[self].word;
}

/**
 * ty_condition_parse:
 * @word: a word of ty_condition_to_string()
 * @condition: (out): its condition
 *
 * Returns: whether there is such a word
 */
gboolean
ty_condition_parse (const char  *word,
                    TyCondition *condition)
{
  for (guint i = 0; i < TY_N_CONDITIONS; i++)
    if (strcmp (infos[i].word, word) == 0)
      {
        *condition = i;
        return TRUE;
      }
  return FALSE;
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
  TyCondition condition = TY_CONDITION_NONE;

  ty_condition_parse (word, &condition);
  return condition;
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
  return g_strdup (_(infos[self].label));
}

/**
 * ty_condition_suits:
 * @self: a condition
 * @who: of whom
 *
 * Returns: whether it makes sense to ask it: the four batches are of secretaries, and two conditions
 * ask for present posts, which the departed do not have
 */
gboolean
ty_condition_suits (TyCondition self,
                    TyWho       who)
{
  gboolean people = ty_who_get_subject (who) == TY_SUBJECT_PEOPLE;
  gboolean villages = ty_who_get_subject (who) == TY_SUBJECT_VILLAGES;

  switch (infos[self].suits)
    {
    case SUITS_PEOPLE:
      return people;
    case SUITS_HOLDERS:
      return people && who != TY_WHO_DEPARTED;
    case SUITS_SECRETARIES:
      return who == TY_WHO_SECRETARIES;
    case SUITS_VILLAGES:
      return villages;
    case SUITS_BOTH:
      return villages || (people && who != TY_WHO_DEPARTED);
    case SUITS_ALL:
    default:
      return TRUE;
    }
}

/**
 * ty_condition_get_facts:
 * @self: a condition
 *
 * Returns: the fact that makes it true, or 0 where it is none or an age
 */
TyFacts
ty_condition_get_facts (TyCondition self)
{
  return infos[self].facts;
}

/**
 * ty_condition_get_age:
 * @self: a condition
 *
 * Returns: the highest age in full years that meets it, or 0 where it does not ask for the age
 */
int
ty_condition_get_age (TyCondition self)
{
  return infos[self].age;
}
