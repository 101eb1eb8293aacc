/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-facts.h"
#include "ty-who.h"

G_BEGIN_DECLS

/**
 * TyCondition:
 * @TY_CONDITION_NONE: everybody
 * @TY_CONDITION_AGE_LE_35: 35 full years and under
 * @TY_CONDITION_AGE_LE_45: 45 full years and under
 * @TY_CONDITION_AGE_LE_50: 50 full years and under
 * @TY_CONDITION_COLLEGE: college and higher
 * @TY_CONDITION_BACHELOR: full-time bachelor and higher
 * @TY_CONDITION_FEMALE: women
 * @TY_CONDITION_DUAL_ROLE: secretary and head of the same village; of a village, that it has one
 * @TY_CONDITION_CROSS: in both committees of the same village
 * @TY_CONDITION_RETAINED: retained in the term (四个一批)
 * @TY_CONDITION_FROM_RESERVES: from the reserves
 * @TY_CONDITION_RETURNED_HOME: returned home for it
 * @TY_CONDITION_DISPATCHED: dispatched
 * @TY_CONDITION_BIRTH_KNOWN: whose age is known
 * @TY_CONDITION_PARTY: members of the Communist Party on that date
 * @TY_CONDITION_MINORITY: of an ethnicity other than Han
 * @TY_CONDITION_TEAM: villages with somebody in the two committees
 * @TY_CONDITION_LED: villages with a secretary
 * @TY_CONDITION_HEADED: villages with a village head
 * @TY_CONDITION_WITH_SPECIALIST: villages with a party-building specialist
 * @TY_CONDITION_WITH_WOMAN: villages with a woman in the two committees
 * @TY_CONDITION_WITH_YOUNG: villages with a member of 35 and under
 * @TY_CONDITION_WITH_COLLEGE: villages with a member of college education and higher
 *
 * What is asked of them.
 */
typedef enum
{
  TY_CONDITION_NONE,
  TY_CONDITION_AGE_LE_35,
  TY_CONDITION_AGE_LE_45,
  TY_CONDITION_AGE_LE_50,
  TY_CONDITION_COLLEGE,
  TY_CONDITION_BACHELOR,
  TY_CONDITION_FEMALE,
  TY_CONDITION_DUAL_ROLE,
  TY_CONDITION_CROSS,
  TY_CONDITION_RETAINED,
  TY_CONDITION_FROM_RESERVES,
  TY_CONDITION_RETURNED_HOME,
  TY_CONDITION_DISPATCHED,
  TY_CONDITION_BIRTH_KNOWN,
  TY_CONDITION_PARTY,
  TY_CONDITION_MINORITY,
  TY_CONDITION_TEAM,
  TY_CONDITION_LED,
  TY_CONDITION_HEADED,
  TY_CONDITION_WITH_SPECIALIST,
  TY_CONDITION_WITH_WOMAN,
  TY_CONDITION_WITH_YOUNG,
  TY_CONDITION_WITH_COLLEGE,
} TyCondition;

#define TY_N_CONDITIONS (TY_CONDITION_WITH_COLLEGE + 1)

const char  *ty_condition_to_string   (TyCondition   self);
gboolean     ty_condition_parse       (const char   *word,
                                       TyCondition  *condition);
TyCondition  ty_condition_from_string (const char   *word);
char        *ty_condition_dup_label   (TyCondition   self) G_GNUC_WARN_UNUSED_RESULT;
gboolean     ty_condition_suits       (TyCondition   self,
                                       TyWho         who);
TyFacts      ty_condition_get_facts   (TyCondition   self);
int          ty_condition_get_age     (TyCondition   self);

G_END_DECLS
