/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-measure"

#include "config.h"

#include "ty-measure.h"

#include "ty-decimal.h"
#include "ty-ratio.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHARE(what, word, name) \
  { .key = word, .label = name, .kind = TY_MEASURE_SHARE, .condition = what }

#define SERVED(word, name, by, is) \
  { .key = word, .label = name, .kind = TY_MEASURE_SHARE, .func = is, .dimension = by, .value = "served" }

/* Amounts of a file are in ten thousandths of a yuan, offices speak of 10,000 yuan. */
#define WAN_YUAN .divisor = TY_DECIMAL_ONE * 10000u, .unit = NC_("unit of a figure", "10,000 yuan")
#define WHOLE .divisor = TY_DECIMAL_ONE

#define OF_UNITS(word, name, shown, add) \
  .key = word, .label = name, .kind = shown, .unit_func = add

/* Approved, taken and vacant ones of some of the seats. */
#define SEATS(of, approved, taken, vacant) \
  { OF_UNITS ("seats_" #of, approved, TY_MEASURE_COUNT, ty_measure_add_seats_of_##of), \
    .unit = NC_("unit of a figure", "seats") }, \
  { OF_UNITS ("seated_" #of, taken, TY_MEASURE_COUNT, ty_measure_add_seated_of_##of), \
    .unit = NC_("unit of a figure", "people") }, \
  { OF_UNITS ("vacancies_" #of, vacant, TY_MEASURE_COUNT, ty_measure_add_vacancies_of_##of), \
    .unit = NC_("unit of a figure", "seats") }

static const TyMeasure measures[] = {
  { .key = "count", .label = N_("Number"), .kind = TY_MEASURE_COUNT },
  { .key = "average_age", .label = N_("Average age"), .kind = TY_MEASURE_AVERAGE,
    .unit = NC_("unit of a figure", "years of age") },
  SHARE (TY_CONDITION_AGE_LE_35, "age_le_35", N_("35 and under")),
  SHARE (TY_CONDITION_AGE_LE_45, "age_le_45", N_("45 and under")),
  SHARE (TY_CONDITION_AGE_LE_50, "age_le_50", N_("50 and under")),
  SHARE (TY_CONDITION_COLLEGE, "college_and_above", N_("College and higher")),
  SHARE (TY_CONDITION_BACHELOR, "fulltime_bachelor_and_above",
         N_("Full-time bachelor and higher")),
  SHARE (TY_CONDITION_FEMALE, "female", N_("Women")),
  SHARE (TY_CONDITION_DUAL_ROLE, "dual_role", N_("Dual role")),
  SHARE (TY_CONDITION_CROSS, "cross_appointments", N_("Cross-appointment")),
  SHARE (TY_CONDITION_PARTY, "party", N_("Party members")),
  SHARE (TY_CONDITION_MINORITY, "minority", N_("Ethnic minorities")),
  SHARE (TY_CONDITION_RETAINED, "retained", N_("Retained")),
  SHARE (TY_CONDITION_FROM_RESERVES, "from_reserves", N_("From the reserves")),
  SHARE (TY_CONDITION_RETURNED_HOME, "returned_home", N_("Returned home")),
  SHARE (TY_CONDITION_DISPATCHED, "dispatched", N_("Dispatched")),
  { .key = "average_tenure", .label = N_("Average years in the post"), .kind = TY_MEASURE_AVERAGE,
    .func = ty_measure_get_tenure, .dimension = "tenure", .value = "lt_1|1_2|3_4|5_9|ge_10", .unit = NC_("unit of a figure", "years held") },
  { .key = "posts", .label = N_("Posts held"), .kind = TY_MEASURE_COUNT, .func = ty_measure_count_posts,
    .unit = NC_("unit of a figure", "posts") },
  { .key = "honours", .label = N_("Honours"), .kind = TY_MEASURE_COUNT, .func = ty_measure_count_honours,
    .dimension = "honoured", .value = "this_year|earlier", .unit = NC_("unit of a figure", "honours") },
  { .key = "honours_this_year", .label = N_("Honours this year"), .kind = TY_MEASURE_COUNT,
    .func = ty_measure_count_new_honours, .dimension = "honoured", .value = "this_year",
    .unit = NC_("unit of a figure", "honours") },
  { .key = "honoured", .label = N_("Honoured"), .kind = TY_MEASURE_SHARE, .func = ty_measure_is_honoured,
    .dimension = "honoured", .value = "this_year|earlier" },
  { .key = "paired", .label = N_("Paired"), .kind = TY_MEASURE_SHARE, .func = ty_measure_is_paired,
    .dimension = "paired", .value = "yes" },
  { .key = "mentees", .label = N_("Mentees"), .kind = TY_MEASURE_COUNT, .func = ty_measure_count_mentees },
  { .key = "average_mentees", .label = N_("Average mentees"), .kind = TY_MEASURE_AVERAGE,
    .func = ty_measure_count_mentees, .unit = NC_("unit of a figure", "people") },
  { .key = "talks_due", .label = N_("Talks due this month"), .kind = TY_MEASURE_COUNT,
    .func = ty_measure_count_talks_due, .unit = NC_("unit of a figure", "talks") },
  { .key = "talks_held", .label = N_("Talks held this month"), .kind = TY_MEASURE_COUNT,
    .func = ty_measure_count_talks, .unit = NC_("unit of a figure", "talks") },
  { .key = "talks_overdue", .label = N_("With overdue talks"), .kind = TY_MEASURE_SHARE,
    .func = ty_measure_is_overdue, .dimension = "talk_state", .value = "overdue" },
  { .key = "in_need", .label = N_("Need a mentor"), .kind = TY_MEASURE_COUNT, .func = ty_measure_is_in_need,
    .dimension = "coverage", .value = "served|waiting", .unit = NC_("unit of a figure", "people") },
  { .key = "waiting", .label = N_("Without the mentor they need"), .kind = TY_MEASURE_COUNT, .func = ty_measure_is_waiting,
    .dimension = "coverage", .value = "waiting", .unit = NC_("unit of a figure", "people") },
  SERVED ("served", N_("Covered by mentors"), "coverage", ty_measure_is_served),
  SERVED ("served_county", N_("Covered by county programmes"), "coverage:county", ty_measure_is_served_by_county),
  SERVED ("served_township", N_("Covered by township programmes"), "coverage:township",
          ty_measure_is_served_by_township),
  SERVED ("served_village", N_("Covered by village programmes"), "coverage:village", ty_measure_is_served_by_village),
  { .key = "average_training", .label = N_("Average days of training this year"), .kind = TY_MEASURE_AVERAGE,
    .func = ty_measure_get_training, .divisor = 100, .unit = NC_("unit of a figure", "days") },
  { .key = "trained", .label = N_("Minimum of training reached"), .kind = TY_MEASURE_SHARE,
    .func = ty_measure_is_trained, .dimension = "training", .value = "enough" },
  { .key = "training_days", .label = N_("Days of training this year"), .kind = TY_MEASURE_SUM,
    .func = ty_measure_get_training, .divisor = 100, .unit = NC_("unit of a figure", "days") },
  { .key = "attended", .label = N_("With training this year"), .kind = TY_MEASURE_SHARE,
    .func = ty_measure_is_attended, .dimension = "training", .value = "below|enough" },
  { .key = "appraised_excellent", .label = N_("Appraised as excellent"), .kind = TY_MEASURE_SHARE,
    .func = ty_measure_is_excellent, .dimension = "appraisal_grade", .value = "excellent" },
  { .key = "annual_excellent", .label = N_("Annual result excellent"), .kind = TY_MEASURE_SHARE,
    .func = ty_measure_is_annual_excellent, .dimension = "annual_result", .value = "1" },
  { .key = "reserves_joined", .label = N_("Entered the reserves this year"), .kind = TY_MEASURE_COUNT,
    .func = ty_measure_is_reserve_joined, .dimension = "reserve_change", .value = "joined",
    .unit = NC_("unit of a figure", "people") },
  { .key = "reserves_left", .label = N_("Left the reserves this year"), .kind = TY_MEASURE_COUNT,
    .func = ty_measure_is_reserve_left, .dimension = "reserve_change", .value = "left",
    .unit = NC_("unit of a figure", "people") },
  SHARE (TY_CONDITION_TEAM, "team", N_("With a team")),
  SHARE (TY_CONDITION_LED, "led", N_("With a secretary")),
  SHARE (TY_CONDITION_HEADED, "headed", N_("With a village head")),
  SHARE (TY_CONDITION_WITH_SPECIALIST, "with_specialist", N_("With a party-building specialist")),
  SHARE (TY_CONDITION_WITH_WOMAN, "with_woman", N_("With a woman in the team")),
  SHARE (TY_CONDITION_WITH_YOUNG, "with_young", N_("With a member of 35 and under")),
  SHARE (TY_CONDITION_WITH_COLLEGE, "with_college", N_("With a member of college education")),
  { OF_UNITS ("seats", N_("Approved seats"), TY_MEASURE_COUNT, ty_measure_add_seats),
    .unit = NC_("unit of a figure", "seats") },
  { OF_UNITS ("seated", N_("Seats taken"), TY_MEASURE_COUNT, ty_measure_add_filled),
    .unit = NC_("unit of a figure", "people") },
  { OF_UNITS ("vacancies", N_("Vacant seats"), TY_MEASURE_COUNT, ty_measure_add_vacancies),
    .dimension = "seat_state", .value = "vacant", .unit = NC_("unit of a figure", "seats") },
  { OF_UNITS ("over_filled", N_("Beyond the approved seats"), TY_MEASURE_COUNT, ty_measure_add_over),
    .unit = NC_("unit of a figure", "people") },
  { OF_UNITS ("seats_filled", N_("Share of seats taken"), TY_MEASURE_SHARE, ty_measure_add_seats_filled) },
  { OF_UNITS ("with_vacancy", N_("With a vacant seat"), TY_MEASURE_SHARE, ty_measure_add_with_vacancy),
    .dimension = "seat_state", .value = "vacant" },
  SEATS (party, N_("Approved seats of the party organization"), N_("Seats taken of the party organization"),
         N_("Vacant seats of the party organization")),
  SEATS (committee, N_("Approved seats of the committee"), N_("Seats taken of the committee"),
         N_("Vacant seats of the committee")),
  SEATS (women, N_("Seats for women"), N_("Women on the seats"), N_("Women missing")),
  { OF_UNITS ("four_ones", N_("Difficult villages with the four ones"), TY_MEASURE_SHARE, ty_measure_add_four_ones),
    .dimension = "four_ones", .value = "complete" },
  { OF_UNITS ("reserves", N_("Reserve cadres"), TY_MEASURE_COUNT, ty_measure_add_reserves),
    .unit = NC_("unit of a figure", "people") },
  { OF_UNITS ("average_reserves", N_("Reserves in each village"), TY_MEASURE_AVERAGE, ty_measure_add_reserves),
    .unit = NC_("unit of a figure", "people") },
  { OF_UNITS ("with_reserves", N_("With enough reserves"), TY_MEASURE_SHARE, ty_measure_add_with_reserves),
    .dimension = "reserve_state", .value = "enough" },
  { OF_UNITS ("income", N_("Collective income"), TY_MEASURE_SUM, ty_measure_add_income), WAN_YUAN },
  { OF_UNITS ("average_income", N_("Average collective income"), TY_MEASURE_AVERAGE, ty_measure_add_income),
    WAN_YUAN },
  { OF_UNITS ("operating_income", N_("Operating income"), TY_MEASURE_SUM, ty_measure_add_operating), WAN_YUAN,
    .dimension = "weak_economy", .value = "weak|other" },
  { OF_UNITS ("average_operating_income", N_("Average operating income"), TY_MEASURE_AVERAGE,
              ty_measure_add_operating), WAN_YUAN, .dimension = "weak_economy", .value = "weak|other" },
  { OF_UNITS ("debts", N_("Debts"), TY_MEASURE_SUM, ty_measure_add_debt), WAN_YUAN },
  { OF_UNITS ("average_debts", N_("Average debts"), TY_MEASURE_AVERAGE, ty_measure_add_debt), WAN_YUAN },
  { OF_UNITS ("weak_economy", N_("Weak collective economy"), TY_MEASURE_SHARE, ty_measure_add_weak),
    .dimension = "weak_economy", .value = "weak" },
  { OF_UNITS ("enough_income", N_("Operating income above the threshold"), TY_MEASURE_SHARE,
              ty_measure_add_not_weak), .dimension = "weak_economy", .value = "other" },
  { OF_UNITS ("households", N_("Households"), TY_MEASURE_SUM, ty_measure_add_households), WHOLE,
    .unit = NC_("unit of a figure", "households") },
  { OF_UNITS ("population", N_("Registered population"), TY_MEASURE_SUM, ty_measure_add_population), WHOLE,
    .unit = NC_("unit of a figure", "people") },
  { OF_UNITS ("residents", N_("Residents"), TY_MEASURE_SUM, ty_measure_add_residents), WHOLE,
    .unit = NC_("unit of a figure", "people") },
  { OF_UNITS ("party_members", N_("Party members of the villages"), TY_MEASURE_SUM,
              ty_measure_add_party_members), WHOLE, .unit = NC_("unit of a figure", "people") },
};

/**
 * ty_measure_get_n:
 *
 * Returns: how many measures there are
 */
guint
ty_measure_get_n (void)
{
  return G_N_ELEMENTS (measures);
}

/**
 * ty_measure_get:
 * @number: which, from 0
 *
 * Returns: (transfer none): the measure
 */
const TyMeasure *
ty_measure_get (guint number)
{
  g_return_val_if_fail (number < G_N_ELEMENTS (measures), NULL);

  return &measures[number];
}

/**
 * ty_measure_find:
 * @key: a word
 *
 * Returns: (transfer none) (nullable): the measure of that word
 */
const TyMeasure *
ty_measure_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (strcmp (measures[i].key, key) == 0)
      return &measures[i];

  return NULL;
}

/**
 * ty_measure_dup_label:
 * @self: a measure
 *
 * Returns: (transfer full): its name in the user’s language
 */
char *
ty_measure_dup_label (const TyMeasure *self)
{
  return g_strdup (_(self->label));
}

/**
 * ty_measure_suits:
 * @self: a measure
 * @subject: people, villages or posts
 *
 * Returns: whether it can be measured of them; posts are only counted
 */
gboolean
ty_measure_suits (const TyMeasure *self,
                  TySubject        subject)
{
  gboolean of_condition = self->condition != TY_CONDITION_NONE;

  if (strcmp (self->key, "count") == 0)
    return TRUE;
  if (subject == TY_SUBJECT_VILLAGES)
    return self->unit_func != NULL || (of_condition && ty_condition_suits (self->condition, TY_WHO_VILLAGES));

  return subject == TY_SUBJECT_PEOPLE && self->unit_func == NULL
         && (!of_condition || ty_condition_suits (self->condition, TY_WHO_SECRETARIES));
}

/**
 * ty_measure_dup_unit:
 * @self: a measure
 * @subject: of what
 *
 * Returns: (transfer full): in what it is counted, in the user’s language, to stand behind the number
 */
char *
ty_measure_dup_unit (const TyMeasure *self,
                     TySubject        subject)
{
  if (self->kind == TY_MEASURE_SHARE)
    return g_strdup ("%");
  if (self->unit != NULL)
    return g_strdup (g_dpgettext2 (NULL, "unit of a figure", self->unit));

  switch (subject)
    {
    case TY_SUBJECT_VILLAGES:
      /* Translators: behind a number of villages and communities */
      return g_strdup (C_("unit of a figure", "villages"));
    case TY_SUBJECT_POSTS:
      return g_strdup (C_("unit of a figure", "posts"));
    case TY_SUBJECT_PEOPLE:
    default:
      return g_strdup (C_("unit of a figure", "people"));
    }
}

/**
 * ty_measure_get_counted:
 * @self: a measure
 *
 * Returns: what is asked besides of those who are behind it: of a share that of which it is one, of an average
 *   age that the age is known
 */
TyCondition
ty_measure_get_counted (const TyMeasure *self)
{
  if (self->kind == TY_MEASURE_AVERAGE && self->func == NULL && self->unit_func == NULL)
    return TY_CONDITION_BIRTH_KNOWN;

  return self->condition;
}

static int
get_decimals (const TyMeasure *self,
              int              decimals)
{
  return self->kind == TY_MEASURE_COUNT ? 0 : CLAMP (decimals, 0, 4);
}

/* By what the sum is divided to be shown. */
static guint64
get_denominator (const TyMeasure *self,
                 TyAmount         amount)
{
  guint64 of = self->kind == TY_MEASURE_COUNT || self->kind == TY_MEASURE_SUM ? 1 : amount.n;

  return of * (self->divisor != 0 ? self->divisor : 1);
}

/**
 * ty_measure_get_shown:
 * @self: a measure
 * @amount: its value
 * @decimals: how many decimals of what is no count
 * @shown: (out): the number that ty_measure_format() shows, without its point: 9863 for `98.63`
 *
 * Returns: whether there is a number; %FALSE where a dash is shown
 */
gboolean
ty_measure_get_shown (const TyMeasure *self,
                      TyAmount         amount,
                      int              decimals,
                      gint64          *shown)
{
  if (self->kind != TY_MEASURE_COUNT && amount.n == 0)
    return FALSE;

  *shown = (gint64) ty_ratio_round (amount.sum, get_denominator (self, amount),
                                    self->kind == TY_MEASURE_SHARE ? 100 : 1, get_decimals (self, decimals));
  return TRUE;
}

/* A whole number of things has no decimals, whatever others have. */
static gboolean
is_whole (const TyMeasure *self)
{
  return self->kind == TY_MEASURE_SUM && self->divisor == TY_DECIMAL_ONE;
}

/**
 * ty_measure_format:
 * @self: a measure
 * @amount: its value
 * @decimals: how many decimals of what is no count
 *
 * Returns: (transfer full): the number, the share in per cent, the average or the amount, rounded half up; `—`
 * of an empty population
 */
char *
ty_measure_format (const TyMeasure *self,
                   TyAmount         amount,
                   int              decimals)
{
  if (self->kind != TY_MEASURE_COUNT && amount.n == 0)
    return g_strdup ("—");

  return ty_ratio_format (amount.sum, get_denominator (self, amount), self->kind == TY_MEASURE_SHARE ? 100 : 1,
                          is_whole (self) ? 0 : get_decimals (self, decimals));
}

/**
 * ty_measure_format_change:
 * @self: a measure
 * @now: its value
 * @before: what it was
 * @decimals: how many decimals of what is no count
 *
 * Returns: (transfer full): the difference of the two shown values, of shares in percentage points: `+57.30`;
 * `—` where one of them is not known
 */
char *
ty_measure_format_change (const TyMeasure *self,
                          TyAmount         now,
                          TyAmount         before,
                          int              decimals)
{
  int shown_decimals = is_whole (self) ? 0 : get_decimals (self, decimals);
  gint64 shown, shown_before, change, power = 1;

  if (!ty_measure_get_shown (self, now, shown_decimals, &shown)
      || !ty_measure_get_shown (self, before, shown_decimals, &shown_before))
    return g_strdup ("—");

  change = shown - shown_before;
  for (int i = 0; i < shown_decimals; i++)
    power *= 10;
  if (power == 1)
    return g_strdup_printf (change != 0 ? "%+" G_GINT64_FORMAT : "%" G_GINT64_FORMAT, change);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT,
                          change > 0 ? "+" : change < 0 ? "-" : "", ABS (change) / power, shown_decimals,
                          ABS (change) % power);
}

/**
 * ty_measure_add_unit:
 * @self: a measure of villages
 * @view: a date and a scope
 * @unit: number of a village of the scope
 * @amount: (inout): to which is added what the village has
 */
void
ty_measure_add_unit (const TyMeasure *self,
                     TyView          *view,
                     guint32          unit,
                     TyAmount        *amount)
{
  guint32 facts = ty_condition_get_facts (self->condition);

  if (self->unit_func != NULL)
    {
      self->unit_func (view, unit, amount);
      return;
    }

  amount->sum += facts == 0 || (ty_view_get_unit_facts (view, facts)[unit] & facts) != 0;
  amount->n++;
}
