/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-field-info.h"

G_BEGIN_DECLS

/**
 * TyProblemKind:
 * @TY_PROBLEM_CIRCLE: a unit is its own ancestor: it stands at the top
 * @TY_PROBLEM_STATES: a unit is two things at the same time: what began last counts
 * @TY_PROBLEM_UNIT_PERIOD: what a unit was ends before it begins: it counts on no date
 * @TY_PROBLEM_TERMS: two terms of the county overlap
 * @TY_PROBLEM_HEADS: two people hold the same leading post of a village at the same time
 * @TY_PROBLEM_SEATS: more people sit in a body than seats are approved
 * @TY_PROBLEM_CLASSES: a village is of two difficulty classes at the same time: what began last counts
 * @TY_PROBLEM_BIRTH: somebody is not born yet, and so has no age
 * @TY_PROBLEM_AGE: somebody in office is a child, or older than a hundred
 * @TY_PROBLEM_PERIOD: a post or a membership in a pool ends before it begins: it counts on no date
 * @TY_PROBLEM_TWICE: somebody has a post twice at the same time in the same unit: one person, two posts
 * @TY_PROBLEM_OUTSIDE: somebody has a post in a unit that did not exist: it counts while the unit did
 * @TY_PROBLEM_ID_TWICE: two people have one ID number
 * @TY_PROBLEM_SAME_PERSON: two people of one name and month of birth, and no ID numbers that tell them apart
 * @TY_PROBLEM_ID_NUMBER: an ID number that cannot be one
 * @TY_PROBLEM_ID_BIRTH: the ID number tells another birth
 * @TY_PROBLEM_ID_SEX: the ID number tells another sex
 * @TY_PROBLEM_FUTURE: a date that is still to come
 * @TY_PROBLEM_PARTY_AGE: joined the party as a minor
 * @TY_PROBLEM_PARTY_DATE: a member without a date of joining, or a date without membership
 * @TY_PROBLEM_LEAGUE_AGE: too old for the Youth League
 * @TY_PROBLEM_WORK_AGE: started work as a minor
 * @TY_PROBLEM_RESUME_PERIOD: a segment of the résumé ends before it begins
 * @TY_PROBLEM_RESUME_OVERLAP: two segments overlap by more than a month
 * @TY_PROBLEM_RESUME_GAP: more than a month between two segments
 * @TY_PROBLEM_RESUME_START: the résumé begins after work began
 * @TY_PROBLEM_RESUME_POST: the résumé does not tell the present post
 * @TY_PROBLEM_RESUME_MONTH: a month of the résumé is not known
 * @TY_PROBLEM_EDUCATION_PERIOD: a course of study ends before it begins
 * @TY_PROBLEM_EDUCATION_MODE: a party-school education that is not in-service
 * @TY_PROBLEM_FAMILY_AGE: a parent or a child whose age cannot be right
 * @TY_PROBLEM_TRAINING_DAYS: somebody attended more days than the course had
 * @TY_PROBLEM_APPRAISALS: somebody was appraised twice in the same way for the same period
 * @TY_PROBLEM_REQUIRED: something is not filled in without which figures leave the person out
 * @TY_PROBLEM_MATERIAL: something is not filled in that the county has of others
 *
 * Why a record cannot be right, or is not complete.
 */
typedef enum
{
  TY_PROBLEM_CIRCLE,
  TY_PROBLEM_STATES,
  TY_PROBLEM_UNIT_PERIOD,
  TY_PROBLEM_TERMS,
  TY_PROBLEM_HEADS,
  TY_PROBLEM_SEATS,
  TY_PROBLEM_CLASSES,
  TY_PROBLEM_BIRTH,
  TY_PROBLEM_AGE,
  TY_PROBLEM_PERIOD,
  TY_PROBLEM_TWICE,
  TY_PROBLEM_OUTSIDE,
  TY_PROBLEM_ID_TWICE,
  TY_PROBLEM_SAME_PERSON,
  TY_PROBLEM_ID_NUMBER,
  TY_PROBLEM_ID_BIRTH,
  TY_PROBLEM_ID_SEX,
  TY_PROBLEM_FUTURE,
  TY_PROBLEM_PARTY_AGE,
  TY_PROBLEM_PARTY_DATE,
  TY_PROBLEM_LEAGUE_AGE,
  TY_PROBLEM_WORK_AGE,
  TY_PROBLEM_RESUME_PERIOD,
  TY_PROBLEM_RESUME_OVERLAP,
  TY_PROBLEM_RESUME_GAP,
  TY_PROBLEM_RESUME_START,
  TY_PROBLEM_RESUME_POST,
  TY_PROBLEM_RESUME_MONTH,
  TY_PROBLEM_EDUCATION_PERIOD,
  TY_PROBLEM_EDUCATION_MODE,
  TY_PROBLEM_FAMILY_AGE,
  TY_PROBLEM_TRAINING_DAYS,
  TY_PROBLEM_APPRAISALS,
  TY_PROBLEM_REQUIRED,
  TY_PROBLEM_MATERIAL,
} TyProblemKind;

#define TY_N_PROBLEM_KINDS (TY_PROBLEM_MATERIAL + 1)

/**
 * TySeverity:
 * @TY_SEVERITY_ERROR: it cannot be so
 * @TY_SEVERITY_WARNING: it can hardly be so; somebody has to look at the papers
 * @TY_SEVERITY_HINT: it could be more complete
 *
 * How bad a problem is.
 */
typedef enum
{
  TY_SEVERITY_ERROR,
  TY_SEVERITY_WARNING,
  TY_SEVERITY_HINT,
} TySeverity;

#define TY_N_SEVERITIES (TY_SEVERITY_HINT + 1)

/**
 * TyProblemInfo:
 * @word: its word in JSON
 * @label: what is looked for, in English, marked for translation
 * @severity: how bad it is
 * @table: the table in which it is corrected
 * @column: (nullable): the field
 * @source: the section of the rules of the trade from which it comes (field.md)
 * @advice: what to do, as a sentence in English, marked for translation
 *
 * All that pages, the command line and tests need to know of a check.
 */
typedef struct
{
  const char *word;
  const char *label;
  TySeverity severity;
  const char *table;
  const char *column;
  const char *source;
  const char *advice;
} TyProblemInfo;

/**
 * TyProblem:
 * @kind: why it cannot be right
 * @person: key of the person, or 0
 * @unit: key of the unit that it is about, or 0
 * @other: key of another person who may be the same human, or 0
 * @place: key of the unit where the person serves, or served last, or @unit, or 0
 * @from: the first cut-off date on which it is found, as a number of days
 * @until: the first one on which it is not found any more
 * @in_office: whether it is found only where the person is in office
 * @name: (owned): what the person is called, or the unit
 * @text: (owned) (nullable): a sentence that says what is wrong, with its values; %NULL where the sentence tells
 *   the cut-off date and none was asked for
 *
 * A record that cannot be right.
 */
typedef struct
{
  TyProblemKind kind;
  gint64 person;
  gint64 unit;
  gint64 other;
  gint64 place;
  gint32 from;
  gint32 until;
  gboolean in_office;
  char *name;
  char *text;
} TyProblem;

TyProblem           *ty_problem_new                (TyProblemKind    kind,
                                                    gint64           person,
                                                    gint64           unit,
                                                    const char      *name,
                                                    char            *text) G_GNUC_WARN_UNUSED_RESULT;
TyProblem           *ty_problem_copy               (const TyProblem *self) G_GNUC_WARN_UNUSED_RESULT;
void                 ty_problem_free               (TyProblem       *self);
const TyProblemInfo *ty_problem_kind_get_info      (TyProblemKind    kind);
const char          *ty_problem_kind_get_label     (TyProblemKind    kind);
const char          *ty_problem_kind_get_advice    (TyProblemKind    kind);
gboolean             ty_problem_kind_find          (const char      *word,
                                                    TyProblemKind   *kind);
const char          *ty_severity_to_string         (TySeverity       severity);
const char          *ty_severity_get_label         (TySeverity       severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyProblem, ty_problem_free)

G_END_DECLS
