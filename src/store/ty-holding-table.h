/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"

G_BEGIN_DECLS

/**
 * TyHoldingRow:
 * @appointment: key of the appointment
 * @person: key of the person
 * @unit: key of the unit
 * @post: (transfer none): key of the post, interned
 *
 * A post held on a date.
 */
typedef struct
{
  gint64 appointment;
  gint64 person;
  gint64 unit;
  const char *post;
} TyHoldingRow;

/**
 * TyFactRow:
 * @person: key of the person
 * @birth: date of birth
 * @sex: `1`, `2` or another digit; `0` where it is not filled in
 *
 * What figures need of a person.
 */
typedef struct
{
  gint64 person;
  TyDate birth;
  char sex;
} TyFactRow;

/**
 * TyStudyRow:
 * @person: key of the person
 * @full_time: whether it was full-time study
 * @level: (transfer none) (nullable): ZB64 key, interned
 * @outcome: (transfer none) (nullable): key of the outcome, interned
 *
 * A course of study that was finished by a date, or is undated.
 */
typedef struct
{
  gint64 person;
  gboolean full_time;
  const char *level;
  const char *outcome;
} TyStudyRow;

/**
 * TyBatchRow:
 * @appointment: key of the appointment
 * @batch: (transfer none) (nullable): key of the batch, interned
 *
 * A mandate of a term.
 */
typedef struct
{
  gint64 appointment;
  const char *batch;
} TyBatchRow;

GArray *ty_holding_table_list         (TyDatabase  *database,
                                       TyDate       as_of,
                                       GError     **error);
GArray *ty_holding_table_list_ended   (TyDatabase  *database,
                                       TyDate       as_of,
                                       GError     **error);
GArray *ty_holding_table_list_facts   (TyDatabase  *database,
                                       GError     **error);
GArray *ty_holding_table_list_studies (TyDatabase  *database,
                                       TyDate       as_of,
                                       GError     **error);
GArray *ty_holding_table_list_batches (TyDatabase  *database,
                                       int          year,
                                       GError     **error);

G_END_DECLS
