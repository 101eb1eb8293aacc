/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TyPopulation:
 * @TY_POPULATION_IN_OFFICE: everybody who holds a post in the scope
 * @TY_POPULATION_SECRETARIES: secretaries of village party organizations; first secretaries and
 *   members of work teams are none
 * @TY_POPULATION_HEADS: heads of villagers’ and residents’ committees
 * @TY_POPULATION_MEMBERS: members of the two committees, the secretary among them
 * @TY_POPULATION_SPECIALISTS: party-building specialists
 * @TY_POPULATION_DEPARTED: held a post in the scope once, and holds none now
 *
 * Who is asked about (chain.md 0, design.md 6).
 */
typedef enum
{
  TY_POPULATION_IN_OFFICE,
  TY_POPULATION_SECRETARIES,
  TY_POPULATION_HEADS,
  TY_POPULATION_MEMBERS,
  TY_POPULATION_SPECIALISTS,
  TY_POPULATION_DEPARTED,
} TyPopulation;

/**
 * TyCondition:
 * @TY_CONDITION_NONE: everybody
 * @TY_CONDITION_AGE_LE_35: 35 full years and under
 * @TY_CONDITION_AGE_LE_45: 45 full years and under
 * @TY_CONDITION_AGE_LE_50: 50 full years and under
 * @TY_CONDITION_COLLEGE: college and higher
 * @TY_CONDITION_BACHELOR: full-time bachelor and higher
 * @TY_CONDITION_FEMALE: women
 * @TY_CONDITION_DUAL_ROLE: secretary and head of the same village
 * @TY_CONDITION_CROSS: in both committees of the same village
 * @TY_CONDITION_RETAINED: retained in the term (四个一批)
 * @TY_CONDITION_FROM_RESERVES: from the reserves
 * @TY_CONDITION_RETURNED_HOME: returned home for it
 * @TY_CONDITION_DISPATCHED: dispatched
 * @TY_CONDITION_BIRTH_KNOWN: whose age is known
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
} TyCondition;

const char   *ty_population_to_string   (TyPopulation  self);
TyPopulation  ty_population_from_string (const char   *word);
char         *ty_population_dup_label   (TyPopulation  self) G_GNUC_WARN_UNUSED_RESULT;
const char   *ty_condition_to_string    (TyCondition   self);
TyCondition   ty_condition_from_string  (const char   *word);
char         *ty_condition_dup_label    (TyCondition   self) G_GNUC_WARN_UNUSED_RESULT;
gboolean      ty_condition_suits        (TyCondition   self,
                                         TyPopulation  population);

G_END_DECLS
