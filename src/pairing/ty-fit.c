/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-fit"

#include "config.h"

#include "ty-fit.h"

#include <glib/gi18n-lib.h>

/* Shares of a criterion are in thousandths, so that points are whole numbers. */
#define WHOLE 1000

typedef struct
{
  const char *word;
  const char *label;
  int weight; /* unless the programme says otherwise */
} Criterion;

static const Criterion criteria[] = {
  [TY_FIT_NEEDS] = { "needs", N_("Needs met by strengths"), 300 },
  [TY_FIT_INDUSTRY] = { "industry", N_("Same line of industry"), 150 },
  [TY_FIT_DISTANCE] = { "distance", N_("Distance"), 150 },
  [TY_FIT_LEVEL] = { "level", N_("Mentor level"), 100 },
  [TY_FIT_EXPERIENCE] = { "experience", N_("Experience"), 100 },
  [TY_FIT_LOAD] = { "load", N_("Room for mentees"), 50 },
  [TY_FIT_CONTINUITY] = { "continuity", N_("Continuity"), 100 },
  [TY_FIT_WISHES] = { "wishes", N_("Wishes of both"), 50 },
};

typedef struct
{
  const char *word;
  const char *label;
} Obstacle;

static const Obstacle obstacles[] = {
  [TY_FIT_POSSIBLE] = { "possible", N_("Can be paired") },
  [TY_FIT_SELF] = { "self", N_("The same person") },
  [TY_FIT_EXCLUDED] = { "excluded", N_("Not to be paired, as was entered") },
  [TY_FIT_RELATIVE] = { "relative", N_("Relatives, as the family section says") },
  [TY_FIT_SUPERIOR] = { "superior", N_("The mentee’s own superior") },
  [TY_FIT_LEVEL_OTHER] = { "level", N_("Not of the mentor level of the programme") },
  [TY_FIT_PERIOD] = { "period", N_("Not available in this period") },
  [TY_FIT_FULL] = { "full", N_("No room for another mentee") },
};

/**
 * ty_fit_criterion_to_string:
 * @self: a criterion
 *
 * Returns: (transfer none): its word
 */
const char *
ty_fit_criterion_to_string (TyFitCriterion self)
{
  g_return_val_if_fail (self < TY_N_FIT_CRITERIA, NULL);

  return criteria[self].word;
}

/**
 * ty_fit_criterion_parse:
 * @word: a word
 * @criterion: (out): what it means
 *
 * Returns: whether it is the word of a criterion
 */
gboolean
ty_fit_criterion_parse (const char     *word,
                        TyFitCriterion *criterion)
{
  g_return_val_if_fail (criterion != NULL, FALSE);

  for (guint i = 0; i < TY_N_FIT_CRITERIA; i++)
    if (g_strcmp0 (criteria[i].word, word) == 0)
      {
        *criterion = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ty_fit_criterion_get_label:
 * @self: a criterion
 *
 * Returns: (transfer none): its label, in the user’s language
 */
const char *
ty_fit_criterion_get_label (TyFitCriterion self)
{
  g_return_val_if_fail (self < TY_N_FIT_CRITERIA, NULL);

  return _(criteria[self].label);
}

/**
 * ty_fit_obstacle_to_string:
 * @self: an obstacle
 *
 * Returns: (transfer none): its word
 */
const char *
ty_fit_obstacle_to_string (TyFitObstacle self)
{
  g_return_val_if_fail (self < TY_N_FIT_OBSTACLES, NULL);

  return obstacles[self].word;
}

/**
 * ty_fit_obstacle_get_label:
 * @self: an obstacle
 *
 * Returns: (transfer none): its label, in the user’s language
 */
const char *
ty_fit_obstacle_get_label (TyFitObstacle self)
{
  g_return_val_if_fail (self < TY_N_FIT_OBSTACLES, NULL);

  return _(obstacles[self].label);
}

/**
 * ty_fit_rules_init:
 * @self: (out caller-allocates): rules
 *
 * Sets what holds unless a programme says otherwise: the usual weights, which are 1,000 together, and
 * nobody’s own superior.
 */
void
ty_fit_rules_init (TyFitRules *self)
{
  g_return_if_fail (self != NULL);

  *self = (TyFitRules){ 0 };
  for (guint i = 0; i < TY_N_FIT_CRITERIA; i++)
    self->weights[i] = criteria[i].weight;
}

/**
 * ty_fit_rules_say_anything:
 * @self: rules
 *
 * Returns: whether any criterion counts at all; if none does, all pairs fit alike
 */
gboolean
ty_fit_rules_say_anything (const TyFitRules *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < TY_N_FIT_CRITERIA; i++)
    if (self->weights[i] != 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_wanted_level (const TyFitRules  *rules,
                 const TyFitMentor *mentor)
{
  return rules->levels == 0 || (mentor->level != 0 && (rules->levels >> mentor->level & 1) != 0);
}

/**
 * ty_fit_find_obstacle:
 * @rules: what the programme wants
 * @mentee: who needs a mentor
 * @mentor: who could help
 * @ties: what is between the two
 *
 * Finds why two cannot be paired, whatever else speaks for it.
 *
 * Returns: the first obstacle, or %TY_FIT_POSSIBLE
 */
TyFitObstacle
ty_fit_find_obstacle (const TyFitRules  *rules,
                      const TyFitMentee *mentee,
                      const TyFitMentor *mentor,
                      TyFitTie           ties)
{
  if (mentee->person == mentor->person)
    return TY_FIT_SELF;
  if ((ties & TY_FIT_TIE_EXCLUDED) != 0)
    return TY_FIT_EXCLUDED;
  if ((ties & TY_FIT_TIE_RELATIVE) != 0)
    return TY_FIT_RELATIVE;
  if ((ties & TY_FIT_TIE_SUPERIOR) != 0 && !rules->superior_allowed)
    return TY_FIT_SUPERIOR;
  if (rules->levels_only && !is_wanted_level (rules, mentor))
    return TY_FIT_LEVEL_OTHER;
  if (MAX (mentee->from, mentor->from) >= MIN (mentee->until, mentor->until))
    return TY_FIT_PERIOD;
  if (mentor->load >= mentor->capacity)
    return TY_FIT_FULL;
  return TY_FIT_POSSIBLE;
}

static int
find_distance_share (const TyFitRules  *rules,
                     const TyFitMentee *mentee,
                     const TyFitMentor *mentor)
{
  if (mentee->village != 0 && mentee->village == mentor->village)
    return WHOLE;
  if (mentee->township == 0 || mentor->township == 0)
    return 0;
  if (mentee->township == mentor->township)
    return 800;
  if (rules->neighbours != NULL
      && rules->neighbours (mentee->township, mentor->township, rules->data))
    return 400;
  return 0;
}

static int
find_needs_share (const TyFitMentee *mentee,
                  const TyFitMentor *mentor)
{
  int n_needs = __builtin_popcountll (mentee->needs);

  if (n_needs == 0)
    return 0;
  return WHOLE * __builtin_popcountll (mentee->needs & mentor->strengths) / n_needs;
}

static int
find_load_share (const TyFitMentor *mentor)
{
  if (mentor->load >= mentor->capacity)
    return 0;
  return (int) ((guint64) WHOLE * (mentor->capacity - mentor->load) / mentor->capacity);
}

static int
find_wishes_share (TyFitTie ties)
{
  return ((ties & TY_FIT_TIE_WISHED_BY_MENTEE) != 0 ? WHOLE / 2 : 0)
         + ((ties & TY_FIT_TIE_WISHED_BY_MENTOR) != 0 ? WHOLE / 2 : 0);
}

/* Points are whole numbers, rounded half up. */
static inline int
find_points (const TyFitRules *rules,
             TyFitCriterion    criterion,
             int               share)
{
  return (rules->weights[criterion] * share + WHOLE / 2) / WHOLE;
}

/**
 * ty_fit_score_between:
 * @rules: what the programme wants
 * @mentee: who needs a mentor
 * @mentor: who could help
 *
 * Adds up what depends on both together, as ty_fit_score() does: needs, industry and distance. Where nothing is
 * between the two, all the rest is the mentor’s alone, and so need not be found for each mentee again.
 *
 * Returns: the points
 */
int
ty_fit_score_between (const TyFitRules  *rules,
                      const TyFitMentee *mentee,
                      const TyFitMentor *mentor)
{
  return find_points (rules, TY_FIT_NEEDS, find_needs_share (mentee, mentor))
         + find_points (rules, TY_FIT_INDUSTRY, (mentee->industries & mentor->industries) != 0 ? WHOLE : 0)
         + find_points (rules, TY_FIT_DISTANCE, find_distance_share (rules, mentee, mentor));
}

/**
 * ty_fit_score:
 * @rules: what the programme wants
 * @mentee: who needs a mentor
 * @mentor: who could help
 * @ties: what is between the two
 * @contributions: (out) (optional) (array fixed-size=8): the points by criterion
 *
 * Tells how well two fit. Each criterion brings a whole number of points, at most its weight and rounded
 * half up, and the score is these points added up and nothing else.
 *
 * Returns: the points
 */
int
ty_fit_score (const TyFitRules  *rules,
              const TyFitMentee *mentee,
              const TyFitMentor *mentor,
              TyFitTie           ties,
              int               *contributions)
{
  const int shares[TY_N_FIT_CRITERIA] = {
    [TY_FIT_NEEDS] = find_needs_share (mentee, mentor),
    [TY_FIT_INDUSTRY] = (mentee->industries & mentor->industries) != 0 ? WHOLE : 0,
    [TY_FIT_DISTANCE] = find_distance_share (rules, mentee, mentor),
    [TY_FIT_LEVEL] = is_wanted_level (rules, mentor) ? WHOLE : 0,
    [TY_FIT_EXPERIENCE] = (int) MIN (mentor->years, TY_FIT_MAX_YEARS) * WHOLE / TY_FIT_MAX_YEARS,
    [TY_FIT_LOAD] = find_load_share (mentor),
    [TY_FIT_CONTINUITY] = (ties & (TY_FIT_TIE_PAIRED | TY_FIT_TIE_SUCCEEDED)) != 0 ? WHOLE : 0,
    [TY_FIT_WISHES] = find_wishes_share (ties),
  };
  int score = 0;

  for (guint i = 0; i < TY_N_FIT_CRITERIA; i++)
    {
      int points = find_points (rules, i, shares[i]);

      score += points;
      if (contributions != NULL)
        contributions[i] = points;
    }
  return score;
}
