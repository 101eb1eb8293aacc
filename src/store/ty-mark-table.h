/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"

G_BEGIN_DECLS

/**
 * TyMarkKind:
 * @TY_MARK_TRAINING: a course of a person: its first day, and for how many days
 * @TY_MARK_APPRAISAL: an appraisal of a person: the last day of its period, and the grade
 * @TY_MARK_COURSE_KIND: a course of a person as above: its kind
 * @TY_MARK_COURSE_LEVEL: the same: its level
 * @TY_MARK_RESULT: an annual result of a person: the last day of the year, and the result
 * @TY_MARK_CLASS: the difficulty class of a unit
 * @TY_MARK_INCOME: the operating income of a unit: the last day of the year, and the amount
 * @TY_MARK_COLLECTIVE: its collective income, in the same way
 * @TY_MARK_DEBT: its debts
 * @TY_MARK_HOUSEHOLDS: how many households it has
 * @TY_MARK_POPULATION: how many people are registered there
 * @TY_MARK_PARTY_MEMBERS: how many party members it has
 * @TY_MARK_RESIDENTS: how many people live there
 * @TY_MARK_FOUR_ONES: what a difficult village has of its “four ones” and the plan: the class, and how many of the five
 * @TY_MARK_SEAT: approved seats of a unit: the body and how many
 * @TY_MARK_SEAT_WOMEN: the same rows in the same order: how many of the seats are to be women’s
 * @TY_MARK_RESERVE_POST: a membership in the reserve pool: the post
 * @TY_MARK_RESERVE_WAY: the same: the way in
 * @TY_MARK_RESERVE_SOURCE: the same: the source
 * @TY_MARK_RESERVE_WAY_OUT: one that ended: the day, and the way out
 * @TY_MARK_HONOUR: an honour of a person: the day
 * @TY_MARK_PAIRING: a pairing of a mentee that was at least agreed: its state
 * @TY_MARK_MENTEE: the same, of the mentor
 * @TY_MARK_PROGRAMME: the same, of the mentee: the name of the programme
 * @TY_MARK_PAIRING_LEVEL: the same: the level of the programme
 * @TY_MARK_PAIRING_MENTOR: the same: the key of the mentor, as text
 * @TY_MARK_PAIRING_RESULT: what came out of one: the day on which it ended, and the result
 * @TY_MARK_MEETING: a pairing in which two meet, and how long: the mentor as text, and talks wanted in a month
 * @TY_MARK_TALK: a talk of a mentee: the day, and the mentor as text
 * @TY_MARK_PAUSE: when a pairing rested, and the mentor as text
 * @TY_MARK_MENTOR_LEVEL: a membership in the pool of mentors: the level
 * @TY_MARK_PROGRAMME_LEVEL: a programme of mentoring, while it runs: its level
 * @TY_MARK_PROGRAMME_NAME: the same: its name
 * @TY_MARK_PROGRAMME_NEED: for what a programme gives mentors: the kind, and the limit of its rule
 * @TY_MARK_NEED: what was added by hand to the needs of a person, or waived where it has a number: the kind
 * @TY_MARK_PAIRED_IN: a pairing of a mentee that was at least agreed, until it ended, whatever end was planned: the
 *   key of the programme, as text
 */
typedef enum
{
  TY_MARK_TRAINING,
  TY_MARK_APPRAISAL,
  TY_MARK_COURSE_KIND,
  TY_MARK_COURSE_LEVEL,
  TY_MARK_RESULT,
  TY_MARK_CLASS,
  TY_MARK_INCOME,
  TY_MARK_COLLECTIVE,
  TY_MARK_DEBT,
  TY_MARK_HOUSEHOLDS,
  TY_MARK_POPULATION,
  TY_MARK_PARTY_MEMBERS,
  TY_MARK_RESIDENTS,
  TY_MARK_FOUR_ONES,
  TY_MARK_SEAT,
  TY_MARK_SEAT_WOMEN,
  TY_MARK_RESERVE_POST,
  TY_MARK_RESERVE_WAY,
  TY_MARK_RESERVE_SOURCE,
  TY_MARK_RESERVE_WAY_OUT,
  TY_MARK_HONOUR,
  TY_MARK_PAIRING,
  TY_MARK_MENTEE,
  TY_MARK_PROGRAMME,
  TY_MARK_PAIRING_LEVEL,
  TY_MARK_PAIRING_MENTOR,
  TY_MARK_PAIRING_RESULT,
  TY_MARK_MEETING,
  TY_MARK_TALK,
  TY_MARK_PAUSE,
  TY_MARK_MENTOR_LEVEL,
  TY_MARK_PROGRAMME_LEVEL,
  TY_MARK_PROGRAMME_NAME,
  TY_MARK_PROGRAMME_NEED,
  TY_MARK_NEED,
  TY_MARK_PAIRED_IN,
} TyMarkKind;

#define TY_N_MARK_KINDS (TY_MARK_PAIRED_IN + 1)

/**
 * TyMarkRow:
 * @owner: key of the person or the unit
 * @from: from when, or when
 * @until: until when, where it has an end
 * @key: (nullable): an interned key of a code list
 * @number: an amount, in units of 1 / `TY_DECIMAL_ONE`
 *
 * Something that figures ask of somebody or of a unit.
 */
typedef struct
{
  gint64 owner;
  TyDate from;
  TyDate until;
  const char *key;
  gint64 number;
} TyMarkRow;

const char * const *ty_mark_table_get_sources (TyMarkKind kind);
GArray *ty_mark_table_list (TyDatabase  *database,
                            TyMarkKind   kind,
                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
