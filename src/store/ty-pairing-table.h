/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"
#include "ty-period.h"
#include "ty-record.h"

G_BEGIN_DECLS

/**
 * TyMentorRow:
 * @person: key of the person
 * @unit: key of the unit, 0 = none
 * @level: (owned) (nullable): key of `unit_level`
 * @from: the first day
 * @until: the first day that does not count any more
 * @capacity: how many mentees at once
 * @name: (owned): the name
 * @birth: (owned) (nullable): the birth as it is stored
 *
 * A membership in the pool of mentors.
 */
typedef struct
{
  gint64 person;
  gint64 unit;
  char *level;
  TyDate from;
  TyDate until;
  guint capacity;
  char *name;
  char *birth;
} TyMentorRow;

/**
 * TyPairingTextRow:
 * @key: key of a person or a unit
 * @name: (owned): what its row says first
 * @other: (owned) (nullable): and second
 *
 * Texts of a row.
 */
typedef struct
{
  gint64 key;
  char *name;
  char *other;
} TyPairingTextRow;

/**
 * TyPairingRow:
 * @pairing: (owned): the row
 * @programme: (owned): the name of its programme
 * @talks_wanted: how many talks a month that wants
 * @mentee: (owned): the name of the mentee
 * @mentor: (owned): the name of the mentor
 * @level: (owned) (nullable): level of the mentor in the pool, key of `unit_level`
 * @talks: (owned) (element-type TyDate): the days of their talks while they are paired, up to the day
 * @pauses: (owned) (element-type TyPeriod): when they rested
 * @goals: (owned) (element-type TyPeriod): of each milestone by when (from) and when it was reached (until)
 *
 * A pairing with what it is judged by.
 */
typedef struct
{
  TyRecord *pairing;
  char *programme;
  guint talks_wanted;
  char *mentee;
  char *mentor;
  char *level;
  GArray *talks;
  GArray *pauses;
  GArray *goals;
} TyPairingRow;

void       ty_pairing_row_free               (TyPairingRow      *self);
GPtrArray *ty_pairing_table_list_in_force    (TyDatabase        *database,
                                              TyDate             as_of,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ty_pairing_table_list_all         (TyDatabase        *database,
                                              TyDate             as_of,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void       ty_mentor_row_free                (TyMentorRow       *self);
void       ty_pairing_text_row_free          (TyPairingTextRow  *self);
GPtrArray *ty_pairing_table_list_mentors     (TyDatabase        *database,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ty_pairing_table_list_strengths   (TyDatabase        *database,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ty_pairing_table_list_industries  (TyDatabase        *database,
                                              int                year,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ty_pairing_table_list_guides      (TyDatabase        *database,
                                              TyDate             as_of,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ty_pairing_table_list_family      (TyDatabase        *database,
                                              const gint64      *people,
                                              guint              n_people,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ty_pairing_table_list_names       (TyDatabase        *database,
                                              const gint64      *people,
                                              guint              n_people,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
