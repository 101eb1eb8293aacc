/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-condition.h"
#include "ty-database.h"
#include "ty-ratio.h"
#include "ty-statistics-types.h"
#include "ty-views.h"

G_BEGIN_DECLS

/**
 * TyGroupFigures:
 * @count: how many people
 * @age_sum: sum of the ages in full years of those whose age is known
 * @age_known: how many these are
 * @age_le_35: 35 full years and under
 * @age_le_45: 45 full years and under
 * @age_le_50: 50 full years and under
 * @college: college and higher
 * @bachelor: full-time bachelor and higher
 * @female: women
 * @dual_role: secretaries who are head of the same village
 * @cross: in both committees of the same village
 *
 * The figures of a population on a date, as counts; shares and averages are shown from them.
 */
typedef struct
{
  guint count;
  guint age_sum;
  guint age_known;
  guint age_le_35;
  guint age_le_45;
  guint age_le_50;
  guint college;
  guint bachelor;
  guint female;
  guint dual_role;
  guint cross;
} TyGroupFigures;

/**
 * TyFigures:
 * @as_of: the cut-off date
 * @villages: villages and communities with somebody in the two committees
 * @secretaries: the secretaries
 * @members: the members of the two committees
 * @specialists: how many party-building specialists
 * @in_office: how many people hold a post
 * @departed: how many people held one
 * @term: year of the term whose batches are given, or 0
 * @retained: secretaries retained
 * @from_reserves: secretaries from the reserves
 * @returned_home: secretaries who returned home for it
 * @dispatched: secretaries dispatched
 *
 * What is published of a county at a date (chain.md 2).
 */
struct _TyFigures
{
  TyDate as_of;
  guint villages;
  TyGroupFigures secretaries;
  TyGroupFigures members;
  guint specialists;
  guint in_office;
  guint departed;
  int term;
  guint retained;
  guint from_reserves;
  guint returned_home;
  guint dispatched;
};

#define TY_TYPE_FIGURES (ty_figures_get_type ())

GType      ty_figures_get_type    (void);
TyFigures *ty_figures_new         (TyView               *view,
                                   int                   term) G_GNUC_WARN_UNUSED_RESULT;
TyFigures *ty_figures_load        (TyDatabase           *database,
                                   TyDate                as_of,
                                   gint64                scope,
                                   int                   term,
                                   GError              **error);
TyFigures *ty_figures_copy        (const TyFigures      *self);
void       ty_figures_free        (TyFigures            *self);
char      *ty_figures_to_json     (const TyFigures      *self) G_GNUC_WARN_UNUSED_RESULT;
guint      ty_group_figures_get   (const TyGroupFigures *self,
                                   TyCondition           condition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFigures, ty_figures_free)

G_END_DECLS
