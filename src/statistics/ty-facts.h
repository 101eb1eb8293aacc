/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TyFacts:
 *
 * What is true of a person on one date in one scope, a bit each: from these all populations and
 * conditions are asked, so that a figure and the list behind it cannot disagree. Those of posts
 * are also true of the village in which they are held.
 */
typedef enum
{
  TY_FACT_IN_OFFICE = 1 << 0,      /* holds a post in the scope */
  TY_FACT_SECRETARY = 1 << 1,
  TY_FACT_HEAD = 1 << 2,
  TY_FACT_MEMBER = 1 << 3,         /* of the two committees */
  TY_FACT_SPECIALIST = 1 << 4,
  TY_FACT_DUAL_ROLE = 1 << 5,
  TY_FACT_CROSS = 1 << 6,
  TY_FACT_DEPARTED = 1 << 7,
  TY_FACT_RESERVE = 1 << 8,
  TY_FACT_MENTOR = 1 << 9,
  TY_FACT_ANYWHERE = 1 << 10,      /* holds a post somewhere, in the scope or not */
  TY_FACT_COLLEGE = 1 << 11,
  TY_FACT_BACHELOR = 1 << 12,
  TY_FACT_FEMALE = 1 << 13,
  TY_FACT_PARTY = 1 << 14,
  TY_FACT_MINORITY = 1 << 15,
  TY_FACT_RETAINED = 1 << 16,
  TY_FACT_FROM_RESERVES = 1 << 17,
  TY_FACT_RETURNED_HOME = 1 << 18,
  TY_FACT_DISPATCHED = 1 << 19,

  /* Of a village only: with somebody of the two committees who is so. */
  TY_FACT_WITH_WOMAN = 1 << 20,
  TY_FACT_WITH_YOUNG = 1 << 21,    /* 35 and under */
  TY_FACT_WITH_COLLEGE = 1 << 22,

  /* Of a post only. */
  TY_FACT_PARTY_POST = 1 << 30,    /* in the party organization */
} TyFacts;

/* What only a holding in the scope gives. */
#define TY_FACTS_OF_SCOPE \
  ((guint32) (TY_FACT_IN_OFFICE | TY_FACT_SECRETARY | TY_FACT_HEAD | TY_FACT_MEMBER | TY_FACT_SPECIALIST \
              | TY_FACT_DUAL_ROLE | TY_FACT_CROSS | TY_FACT_DEPARTED | TY_FACT_RESERVE | TY_FACT_MENTOR \
              | TY_FACT_RETAINED | TY_FACT_FROM_RESERVES | TY_FACT_RETURNED_HOME | TY_FACT_DISPATCHED))

/* What two posts give together. */
#define TY_FACTS_OF_TEAMS ((guint32) (TY_FACT_WITH_WOMAN | TY_FACT_WITH_YOUNG | TY_FACT_WITH_COLLEGE))
#define TY_FACTS_OF_PAIRS ((guint32) (TY_FACT_DUAL_ROLE | TY_FACT_CROSS))

G_END_DECLS
