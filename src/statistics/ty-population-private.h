/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-filter-test.h"
#include "ty-population.h"

G_BEGIN_DECLS

typedef enum
{
  TY_NODE_WHO,
  TY_NODE_CONDITION,
  TY_NODE_VALUE,
  TY_NODE_LIST,
  TY_NODE_TEST, /* a condition of a filter */
  TY_NODE_ROWS, /* what was read of records for one: rows of one generation */
  TY_NODE_AND,
  TY_NODE_OR,
  TY_NODE_NOT,
  TY_NODE_AT, /* the same asked on another date or in another scope */
  TY_NODE_IN, /* the same asked in the units of a value */
} TyNode;

/**
 * TyPopulation:
 *
 * Who is meant, as an expression that is asked on a date in a scope. It never changes; figures,
 * lists and drill-downs of one population are all asked through it.
 */
struct _TyPopulation
{
  gatomicrefcount count;
  TyNode node;
  TyWho who;
  TyCondition condition;
  const TyDimension *dimension;
  char *key;           /* (owned) (nullable): of a value */
  TyFilterTest *test;  /* (owned) (nullable) */
  TyBitmap *rows;      /* (owned) (nullable) */
  TyDate as_of;        /* none = the date that is set */
  gint64 scope;        /* 0 = the scope that is set */
  gint64 list;         /* key of a named list */
  TyPopulation *a;     /* (owned) (nullable) */
  TyPopulation *b;     /* (owned) (nullable) */
};

TyPopulation *ty_population_new_rows (TyBitmap *rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
