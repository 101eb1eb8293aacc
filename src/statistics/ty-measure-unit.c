/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-measure"

#include "config.h"

#include "ty-measure.h"

#include "ty-decimal.h"
#include "ty-dimension.h"
#include "ty-unit-reserves.h"
#include "ty-unit-seats.h"

/* What is added up for a village: its seats and who sits on them, its reserves, and what it tells of a
 * year. */

static const TySeatCount *
get_seats (TyView  *view,
           guint32  unit)
{
  return &ty_unit_seats_get (view)[unit];
}

static void
add (TyAmount *amount,
     guint64   sum,
     guint64   n)
{
  amount->sum += sum;
  amount->n += n;
}

void
ty_measure_add_seats (TyView   *view,
                      guint32   unit,
                      TyAmount *amount)
{
  add (amount, get_seats (view, unit)->approved, 1);
}

void
ty_measure_add_filled (TyView   *view,
                       guint32   unit,
                       TyAmount *amount)
{
  add (amount, get_seats (view, unit)->filled, 1);
}

void
ty_measure_add_vacancies (TyView   *view,
                          guint32   unit,
                          TyAmount *amount)
{
  add (amount, get_seats (view, unit)->vacant, 1);
}

void
ty_measure_add_over (TyView   *view,
                     guint32   unit,
                     TyAmount *amount)
{
  add (amount, get_seats (view, unit)->over, 1);
}

/* Of the approved seats those that somebody has. */
void
ty_measure_add_seats_filled (TyView   *view,
                             guint32   unit,
                             TyAmount *amount)
{
  const TySeatCount *seats = get_seats (view, unit);

  add (amount, seats->approved - seats->vacant, seats->approved);
}

#define ADD_SEATS(of, kind) \
  void \
  ty_measure_add_seats_of_##of (TyView *view, guint32 unit, TyAmount *amount) \
  { \
    add (amount, ty_unit_seats_get_of (view, kind)[unit].approved, 1); \
  } \
  \
  void \
  ty_measure_add_seated_of_##of (TyView *view, guint32 unit, TyAmount *amount) \
  { \
    add (amount, ty_unit_seats_get_of (view, kind)[unit].filled, 1); \
  } \
  \
  void \
  ty_measure_add_vacancies_of_##of (TyView *view, guint32 unit, TyAmount *amount) \
  { \
    add (amount, ty_unit_seats_get_of (view, kind)[unit].vacant, 1); \
  }

ADD_SEATS (party, TY_SEATS_PARTY)
ADD_SEATS (committee, TY_SEATS_COMMITTEE)
ADD_SEATS (women, TY_SEATS_WOMEN)

/* Of the difficult villages only. */
void
ty_measure_add_four_ones (TyView   *view,
                          guint32   unit,
                          TyAmount *amount)
{
  gboolean complete;

  if (ty_dimension_get_four_ones (view, unit, &complete))
    add (amount, complete, 1);
}

/* Of the villages whose seats are known. */
void
ty_measure_add_with_vacancy (TyView   *view,
                             guint32   unit,
                             TyAmount *amount)
{
  const TySeatCount *seats = get_seats (view, unit);

  add (amount, seats->vacant > 0, seats->approved > 0);
}

void
ty_measure_add_reserves (TyView   *view,
                         guint32   unit,
                         TyAmount *amount)
{
  add (amount, ty_unit_reserves_get (view)[unit], 1);
}

void
ty_measure_add_with_reserves (TyView   *view,
                              guint32   unit,
                              TyAmount *amount)
{
  TyCountyRules *rules = ty_columns_get_rules (ty_view_get_columns (view));

  add (amount, ty_unit_reserves_get (view)[unit] >= (guint) ty_county_rules_get_reserves_per_post (rules), 1);
}

static gboolean
get_of_year (TyView     *view,
             TyMarkKind  kind,
             guint32     unit,
             gint64     *number)
{
  TyColumns *columns = ty_view_get_columns (view);

  return ty_marks_get_of_year (ty_columns_get_marks (columns), kind,
                               ty_units_get_id (ty_columns_get_units (columns), unit), ty_view_get_as_of (view),
                               number);
}

/* A village that tells nothing is in no average. Less than nothing is none. */
static void
add_of_year (TyView     *view,
             TyMarkKind  kind,
             guint32     unit,
             TyAmount   *amount)
{
  gint64 number;

  if (get_of_year (view, kind, unit, &number))
    add (amount, (guint64) MAX (number, 0), 1);
}

void
ty_measure_add_income (TyView   *view,
                       guint32   unit,
                       TyAmount *amount)
{
  add_of_year (view, TY_MARK_COLLECTIVE, unit, amount);
}

void
ty_measure_add_operating (TyView   *view,
                          guint32   unit,
                          TyAmount *amount)
{
  add_of_year (view, TY_MARK_INCOME, unit, amount);
}

void
ty_measure_add_debt (TyView   *view,
                     guint32   unit,
                     TyAmount *amount)
{
  add_of_year (view, TY_MARK_DEBT, unit, amount);
}

void
ty_measure_add_households (TyView   *view,
                           guint32   unit,
                           TyAmount *amount)
{
  add_of_year (view, TY_MARK_HOUSEHOLDS, unit, amount);
}

void
ty_measure_add_population (TyView   *view,
                           guint32   unit,
                           TyAmount *amount)
{
  add_of_year (view, TY_MARK_POPULATION, unit, amount);
}

void
ty_measure_add_residents (TyView   *view,
                          guint32   unit,
                          TyAmount *amount)
{
  add_of_year (view, TY_MARK_RESIDENTS, unit, amount);
}

void
ty_measure_add_party_members (TyView   *view,
                              guint32   unit,
                              TyAmount *amount)
{
  add_of_year (view, TY_MARK_PARTY_MEMBERS, unit, amount);
}

static gboolean
is_weak (TyView *view,
         gint64  income)
{
  TyCountyRules *rules = ty_columns_get_rules (ty_view_get_columns (view));

  return income < (gint64) ty_county_rules_get_weak_economy_income (rules) * TY_DECIMAL_ONE;
}

void
ty_measure_add_weak (TyView   *view,
                     guint32   unit,
                     TyAmount *amount)
{
  gint64 income;

  if (get_of_year (view, TY_MARK_INCOME, unit, &income))
    add (amount, is_weak (view, income), 1);
}

void
ty_measure_add_not_weak (TyView   *view,
                         guint32   unit,
                         TyAmount *amount)
{
  gint64 income;

  if (get_of_year (view, TY_MARK_INCOME, unit, &income))
    add (amount, !is_weak (view, income), 1);
}
