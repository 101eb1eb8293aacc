/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"

G_BEGIN_DECLS

/**
 * TyFitCriterion:
 * @TY_FIT_NEEDS: how many of the mentee’s needs the mentor’s strengths meet
 * @TY_FIT_INDUSTRY: the same line of industry
 * @TY_FIT_DISTANCE: the same village, the same township, or one next to it
 * @TY_FIT_LEVEL: the level from which the programme wants its mentors
 * @TY_FIT_EXPERIENCE: full years of experience, ten and more counting most
 * @TY_FIT_LOAD: how much room the mentor has left
 * @TY_FIT_CONTINUITY: the two are paired, or were and it went well
 * @TY_FIT_WISHES: wishes of both, each counting half
 *
 * By what it is told how well two fit.
 */
typedef enum
{
  TY_FIT_NEEDS,
  TY_FIT_INDUSTRY,
  TY_FIT_DISTANCE,
  TY_FIT_LEVEL,
  TY_FIT_EXPERIENCE,
  TY_FIT_LOAD,
  TY_FIT_CONTINUITY,
  TY_FIT_WISHES,
} TyFitCriterion;

#define TY_N_FIT_CRITERIA (TY_FIT_WISHES + 1)

/* The greatest weight of a criterion. */
#define TY_FIT_MAX_WEIGHT 1000
#define TY_FIT_MAX_YEARS 10

/**
 * TyFitObstacle:
 * @TY_FIT_POSSIBLE: none
 * @TY_FIT_SELF: nobody is one’s own mentor
 * @TY_FIT_EXCLUDED: the two are never wanted as a pair
 * @TY_FIT_RELATIVE: the family section of one names the other
 * @TY_FIT_SUPERIOR: the mentor leads the mentee, or inspects the mentee’s village, and the programme
 *   does not want this
 * @TY_FIT_LEVEL_OTHER: the programme takes mentors of another level only
 * @TY_FIT_PERIOD: the two are not there at the same time
 * @TY_FIT_FULL: the mentor has no room at all
 *
 * Why two cannot be paired: the first that applies, in this order.
 */
typedef enum
{
  TY_FIT_POSSIBLE,
  TY_FIT_SELF,
  TY_FIT_EXCLUDED,
  TY_FIT_RELATIVE,
  TY_FIT_SUPERIOR,
  TY_FIT_LEVEL_OTHER,
  TY_FIT_PERIOD,
  TY_FIT_FULL,
} TyFitObstacle;

#define TY_N_FIT_OBSTACLES (TY_FIT_FULL + 1)

/**
 * TyFitTie:
 * @TY_FIT_TIE_EXCLUDED: never wanted as a pair
 * @TY_FIT_TIE_RELATIVE: relatives
 * @TY_FIT_TIE_SUPERIOR: the mentor leads or inspects the mentee
 * @TY_FIT_TIE_PAIRED: paired now, in this programme
 * @TY_FIT_TIE_SUCCEEDED: once paired, and it went well
 * @TY_FIT_TIE_WISHED_BY_MENTEE: the mentee wishes it
 * @TY_FIT_TIE_WISHED_BY_MENTOR: the mentor wishes it
 *
 * What is between two people already.
 */
typedef enum
{
  TY_FIT_TIE_NONE = 0,
  TY_FIT_TIE_EXCLUDED = 1 << 0,
  TY_FIT_TIE_RELATIVE = 1 << 1,
  TY_FIT_TIE_SUPERIOR = 1 << 2,
  TY_FIT_TIE_PAIRED = 1 << 3,
  TY_FIT_TIE_SUCCEEDED = 1 << 4,
  TY_FIT_TIE_WISHED_BY_MENTEE = 1 << 5,
  TY_FIT_TIE_WISHED_BY_MENTOR = 1 << 6,
} TyFitTie;

/**
 * TyFitRules:
 * @weights: by criterion: how many points it can bring at most
 * @superior_allowed: whether one’s own superior may be the mentor
 * @levels: bits of the levels from which mentors are wanted, bit 0 being unused; 0 = from any
 * @levels_only: whether mentors of another level are no candidates; else they only fit worse
 * @neighbours: (nullable): whether two townships lie side by side
 * @data: for @neighbours
 *
 * What a programme wants.
 */
typedef struct
{
  int weights[TY_N_FIT_CRITERIA];
  gboolean superior_allowed;
  guint levels;
  gboolean levels_only;
  gboolean (*neighbours) (gint64   township,
                          gint64   other,
                          gpointer data);
  gpointer data;
} TyFitRules;

/**
 * TyFitMentee:
 * @person: key of the person
 * @needs: bits of strengths that are needed
 * @industries: bits of lines of industry
 * @village: key of the village, 0 = none
 * @township: key of the township, 0 = none
 * @from: from which day on a mentor is needed, a number of days; %G_MININT = for ever
 * @until: until which day, not included; %G_MAXINT = no end
 *
 * Who needs a mentor.
 */
typedef struct
{
  gint64 person;
  guint64 needs;
  guint64 industries;
  gint64 village;
  gint64 township;
  int from;
  int until;
} TyFitMentee;

/**
 * TyFitMentor:
 * @person: key of the person
 * @strengths: bits of strengths
 * @industries: bits of lines of industry
 * @village: key of the village, 0 = none
 * @township: key of the township, 0 = none
 * @level: from which level the mentor comes, 1 to 31; 0 = not known
 * @years: full years of experience
 * @capacity: how many mentees at once
 * @load: how many of these places are taken for good
 * @from: from which day on, a number of days
 * @until: until which day, not included
 *
 * Who can help.
 */
typedef struct
{
  gint64 person;
  guint64 strengths;
  guint64 industries;
  gint64 village;
  gint64 township;
  guint level;
  guint years;
  guint capacity;
  guint load;
  int from;
  int until;
} TyFitMentor;

const char    *ty_fit_criterion_to_string (TyFitCriterion      self);
gboolean       ty_fit_criterion_parse     (const char         *word,
                                           TyFitCriterion     *criterion);
const char    *ty_fit_criterion_get_label (TyFitCriterion      self);
const char    *ty_fit_obstacle_to_string  (TyFitObstacle       self);
const char    *ty_fit_obstacle_get_label  (TyFitObstacle       self);
void           ty_fit_rules_init          (TyFitRules         *self);
gboolean       ty_fit_rules_say_anything  (const TyFitRules   *self);
TyFitObstacle  ty_fit_find_obstacle       (const TyFitRules   *rules,
                                           const TyFitMentee  *mentee,
                                           const TyFitMentor  *mentor,
                                           TyFitTie            ties);
int            ty_fit_score_between       (const TyFitRules   *rules,
                                           const TyFitMentee  *mentee,
                                           const TyFitMentor  *mentor);
int            ty_fit_score               (const TyFitRules   *rules,
                                           const TyFitMentee  *mentee,
                                           const TyFitMentor  *mentor,
                                           TyFitTie            ties,
                                           int                *contributions);

G_END_DECLS
