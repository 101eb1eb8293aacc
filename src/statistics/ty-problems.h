/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-columns.h"

G_BEGIN_DECLS

/**
 * TyProblemKind:
 * @TY_PROBLEM_CIRCLE: a unit is its own ancestor: it stands at the top
 * @TY_PROBLEM_STATES: a unit is two things at the same time: what began last counts
 * @TY_PROBLEM_UNIT_PERIOD: what a unit was ends before it begins: it counts on no date
 * @TY_PROBLEM_BIRTH: somebody is not born yet, and so has no age
 * @TY_PROBLEM_PERIOD: a post or a membership in a pool ends before it begins: it counts on no date
 * @TY_PROBLEM_TWICE: somebody has a post twice at the same time in the same unit: one person, two posts
 * @TY_PROBLEM_OUTSIDE: somebody has a post in a unit that did not exist: it counts while the unit did
 *
 * Why a record cannot be right, and what figures make of it.
 */
typedef enum
{
  TY_PROBLEM_CIRCLE,
  TY_PROBLEM_STATES,
  TY_PROBLEM_UNIT_PERIOD,
  TY_PROBLEM_BIRTH,
  TY_PROBLEM_PERIOD,
  TY_PROBLEM_TWICE,
  TY_PROBLEM_OUTSIDE,
} TyProblemKind;

#define TY_N_PROBLEM_KINDS (TY_PROBLEM_OUTSIDE + 1)

/**
 * TyProblem:
 * @kind: why it cannot be right
 * @person: key of the person, or 0
 * @unit: key of the unit, or 0
 * @text: (owned): a sentence for the user that says what to do
 *
 * A record that cannot be right.
 */
typedef struct
{
  TyProblemKind kind;
  gint64 person;
  gint64 unit;
  char *text;
} TyProblem;

GPtrArray  *ty_problems_find          (TyColumns      *columns,
                                       TyDatabase     *database,
                                       TyDate          today,
                                       GError        **error);
const char *ty_problem_kind_to_string (TyProblemKind   kind);

G_END_DECLS
