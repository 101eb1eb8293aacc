/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-view.h"

G_BEGIN_DECLS

/**
 * TyMentorRule:
 * @TY_MENTOR_HONOURED: a secretary in office with an honour and so many years as secretary
 * @TY_MENTOR_LONG: a secretary in office with so many years as secretary
 * @TY_MENTOR_DEPARTED: a departed cadre who was secretary for so many years: a governance mentor
 * @TY_MENTOR_LEADER: of the leadership of a township for so many years
 *
 * By what somebody is proposed as a mentor.
 */
typedef enum
{
  TY_MENTOR_HONOURED,
  TY_MENTOR_LONG,
  TY_MENTOR_DEPARTED,
  TY_MENTOR_LEADER,
} TyMentorRule;

#define TY_N_MENTOR_RULES (TY_MENTOR_LEADER + 1)
#define TY_MENTOR_MOST_YEARS 40

/**
 * TyMentorRules:
 * @wanted: by rule: whether it proposes anybody
 * @years: by rule: how many full years it asks for
 * @list: key of a named list of which everybody is proposed too, 0 = none
 *
 * Who is proposed as a mentor.
 */
typedef struct
{
  gboolean wanted[TY_N_MENTOR_RULES];
  guint years[TY_N_MENTOR_RULES];
  gint64 list;
} TyMentorRules;

/**
 * TyMentorProposal:
 * @person: key of the person
 * @name: (owned): the name
 * @unit: key of the unit where the person works or worked, 0 = none
 * @unit_name: (owned) (nullable): its name on the day
 * @level: (nullable): key of `unit_level`
 * @reason: (owned): why, in the user’s language
 *
 * Somebody who could be a mentor and is not in the pool.
 */
typedef struct
{
  gint64 person;
  char *name;
  gint64 unit;
  char *unit_name;
  const char *level;
  char *reason;
} TyMentorProposal;

void        ty_mentor_rules_init           (TyMentorRules        *self);
const char *ty_mentor_rule_to_string       (TyMentorRule          self);
const char *ty_mentor_rule_get_label       (TyMentorRule          self);
const char *ty_mentor_rule_get_years_label (TyMentorRule          self);
GPtrArray  *ty_mentor_proposals_find       (TyView               *view,
                                            TyDatabase           *database,
                                            const TyMentorRules  *rules,
                                            GCancellable         *cancellable,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
