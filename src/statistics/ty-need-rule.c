/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-need-rule"

#include "config.h"

#include "ty-need-rule.h"

#include "ty-decimal.h"
#include "ty-view-private.h"

#include <string.h>

/* Who needs a mentor, as the rules of a programme say it: one place for the board, which tells the reason, and
 * for figures, which count. A rule asks for a holding of its fact in the scope, and for more about its person or
 * its unit. */

#define YOUNG_AGE 35
#define NEW_SECRETARY_MONTHS 24
#define NEW_CADRE_MONTHS 12

typedef gboolean (*RuleFunc) (TyView        *view,
                              const TyChunk *chunk,
                              guint          index,
                              guint          holding,
                              TyNeedKind     kind,
                              guint          threshold);

typedef struct
{
  const char *key;
  TyFacts fact;
  guint usual;     /* the limit, 0 = none or that of the county */
  RuleFunc applies;
} Rule;

static gint64
get_unit (TyView        *view,
          const TyChunk *chunk,
          guint          holding)
{
  return ty_units_get_id (ty_columns_get_units (ty_view_get_columns (view)),
                          TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[holding]);
}

static gboolean
is_weak_base (TyView        *view,
              const TyChunk *chunk,
              guint          index,
              guint          holding,
              TyNeedKind     kind,
              guint          threshold)
{
  TyMarks *marks = ty_columns_get_marks (ty_view_get_columns (view));

  return g_strcmp0 (ty_marks_get_present (marks, TY_MARK_CLASS, get_unit (view, chunk, holding),
                                          ty_view_get_as_of (view)), "difficult") == 0;
}

static gboolean
is_weak_economy (TyView        *view,
                 const TyChunk *chunk,
                 guint          index,
                 guint          holding,
                 TyNeedKind     kind,
                 guint          threshold)
{
  TyColumns *columns = ty_view_get_columns (view);
  gint64 least = threshold;
  gint64 income;

  if (threshold == 0)
    least = ty_county_rules_get_weak_economy_income (ty_columns_get_rules (columns));
  return ty_marks_get_of_year (ty_columns_get_marks (columns), TY_MARK_INCOME, get_unit (view, chunk, holding),
                               ty_view_get_as_of (view), &income)
         && income < least * TY_DECIMAL_ONE;
}

static gboolean
is_new (TyView        *view,
        const TyChunk *chunk,
        guint          index,
        guint          holding,
        TyNeedKind     kind,
        guint          threshold)
{
  gint32 day = ty_need_rule_get_first_day (view, chunk, index, kind);
  TyDate since = ty_date_add_months (ty_view_get_as_of (view), -(int) threshold);

  return day > ty_date_to_days (since) && day != TY_DAY_LAST;
}

static gboolean
is_young (TyView        *view,
          const TyChunk *chunk,
          guint          index,
          guint          holding,
          TyNeedKind     kind,
          guint          threshold)
{
  int age = ty_view_get_age (view, TY_CHUNK_PEOPLE_FIELD (chunk, gint32, TY_PEOPLE_BIRTH)[index]);

  return age >= 0 && (guint) age <= threshold;
}

static const Rule rules[TY_N_NEED_KINDS] = {
  [TY_NEED_WEAK_BASE] = { "weak_base", TY_FACT_SECRETARY, 0, is_weak_base },
  [TY_NEED_WEAK_ECONOMY] = { "weak_economy", TY_FACT_SECRETARY, 0, is_weak_economy },
  [TY_NEED_NEW_SECRETARY] = { "new_secretary", TY_FACT_SECRETARY, NEW_SECRETARY_MONTHS, is_new },
  [TY_NEED_YOUNG_SECRETARY] = { "young_secretary", TY_FACT_SECRETARY, YOUNG_AGE, is_young },
  [TY_NEED_NEW_CADRE] = { "new_cadre", TY_FACT_MEMBER, NEW_CADRE_MONTHS, is_new },
  [TY_NEED_SPECIALIST] = { "specialist", TY_FACT_SPECIALIST, 0, NULL },
  [TY_NEED_RESERVE] = { "reserve", TY_FACT_RESERVE, 0, NULL },
};

/**
 * ty_need_kind_parse:
 * @key: (nullable): a key of `need_kind`
 * @kind: (out): which it is
 *
 * Returns: whether there is a rule for it
 */
gboolean
ty_need_kind_parse (const char *key,
                    TyNeedKind *kind)
{
  for (TyNeedKind i = 0; i < TY_N_NEED_KINDS; i++)
    if (g_strcmp0 (rules[i].key, key) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ty_need_kind_to_string:
 * @self: a kind
 *
 * Returns: (transfer none): its key of `need_kind`
 */
const char *
ty_need_kind_to_string (TyNeedKind self)
{
  return rules[self].key;
}

/**
 * ty_need_rule_get_usual:
 * @kind: a kind
 *
 * Returns: the limit of its rule unless a programme says otherwise; 0 where there is none, or where it is that of
 *   the county’s rules
 */
guint
ty_need_rule_get_usual (TyNeedKind kind)
{
  return rules[kind].usual;
}

/**
 * ty_need_rule_get_fact:
 * @kind: a kind
 *
 * Returns: what whoever needs somebody for it is in the scope
 */
TyFacts
ty_need_rule_get_fact (TyNeedKind kind)
{
  return rules[kind].fact;
}

/**
 * ty_need_rule_get_first_day:
 * @view: a date
 * @chunk: a chunk of its generation
 * @index: one of its people
 * @kind: a kind
 *
 * Returns: the first day of any post that has the fact of the rule, wherever: who was one elsewhere is not new
 */
gint32
ty_need_rule_get_first_day (TyView        *view,
                            const TyChunk *chunk,
                            guint          index,
                            TyNeedKind     kind)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const guint16 *post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST);
  const gint32 *from = TY_CHUNK_HOLDINGS_FIELD (chunk, gint32, TY_HOLDINGS_FROM);
  gint32 day = TY_DAY_LAST;

  for (guint i = first[index]; i < first[index + 1]; i++)
    if ((ty_view_get_post_facts (view, post[i]) & rules[kind].fact) != 0)
      day = MIN (day, from[i]);
  return day;
}

static gboolean
is_held (TyView        *view,
         const TyChunk *chunk,
         guint          holding,
         TyFacts        facts,
         TyGroups       groups)
{
  guint16 post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST)[holding];
  guint32 unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[holding];

  return (ty_view_get_post_facts (view, post) & facts) != 0 && ty_view_is_held (view, chunk, holding)
         && ty_view_is_in_scope (view, unit, groups);
}

/**
 * ty_need_rule_applies:
 * @view: a date and a scope
 * @chunk: a chunk of its generation
 * @index: one of its people
 * @kind: a kind
 * @threshold: the limit of the rule, as the programme sets it; 0 for none, or for that of the county
 * @groups: to what the scope is narrowed
 * @holding: (out) (optional): the first holding in the scope that makes the rule apply
 *
 * Returns: whether the person needs a mentor by the rule
 */
gboolean
ty_need_rule_applies (TyView        *view,
                      const TyChunk *chunk,
                      guint          index,
                      TyNeedKind     kind,
                      guint          threshold,
                      TyGroups       groups,
                      guint         *holding)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  const Rule *rule = &rules[kind];

  for (guint i = first[index]; i < first[index + 1]; i++)
    if (is_held (view, chunk, i, rule->fact, groups)
        && (rule->applies == NULL || rule->applies (view, chunk, index, i, kind, threshold)))
      {
        if (holding != NULL)
          *holding = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ty_need_rule_find_place:
 * @view: a date and a scope
 * @chunk: a chunk of its generation
 * @index: one of its people
 * @facts: what the holding has to be
 * @groups: to what the scope is narrowed
 * @holding: (out) (optional): the first such holding in the scope
 *
 * Returns: whether the person has such a holding there
 */
gboolean
ty_need_rule_find_place (TyView        *view,
                         const TyChunk *chunk,
                         guint          index,
                         TyFacts        facts,
                         TyGroups       groups,
                         guint         *holding)
{
  const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);

  for (guint i = first[index]; i < first[index + 1]; i++)
    if (is_held (view, chunk, i, facts, groups))
      {
        if (holding != NULL)
          *holding = i;
        return TRUE;
      }
  return FALSE;
}
