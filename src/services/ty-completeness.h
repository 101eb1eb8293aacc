/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office-person.h"

G_BEGIN_DECLS

/**
 * TyExpected:
 *
 * What the file of a cadre should say, as the form for appointments and removals asks.
 */
typedef enum
{
  TY_EXPECTED_PHOTO,
  TY_EXPECTED_SEX,
  TY_EXPECTED_BIRTH,
  TY_EXPECTED_ETHNICITY,
  TY_EXPECTED_NATIVE_PLACE,
  TY_EXPECTED_POLITICAL,
  TY_EXPECTED_PARTY_DATE,
  TY_EXPECTED_WORK_DATE,
  TY_EXPECTED_HEALTH,
  TY_EXPECTED_ID_NUMBER,
  TY_EXPECTED_PHONE,
  TY_EXPECTED_EDUCATION,
  TY_EXPECTED_RESUME,
  TY_EXPECTED_FAMILY,
  TY_N_EXPECTED,
} TyExpected;

/**
 * TyCompleteness:
 * @missing: what is missing, a bit each: `1 << expected`
 * @percent: how much of what is expected is there, in whole percent; 100 only where nothing is missing
 *
 * How complete a file is.
 */
typedef struct
{
  guint32 missing;
  guint percent;
} TyCompleteness;

TyCompleteness ty_completeness_find      (const TyPersonFile *file);
const char    *ty_expected_get_label     (TyExpected          self);
guint          ty_expected_get_field     (TyExpected          self);

/**
 * TyResumeCheck:
 * @gap_from: the first month of which the résumé says nothing, or none
 * @gap_until: the last month of that gap
 * @overlap: the month in which an entry begins before the one above it has ended, or none
 *
 * What is wrong with the months of a résumé; the first of each.
 */
typedef struct
{
  TyDate gap_from;
  TyDate gap_until;
  TyDate overlap;
} TyResumeCheck;

gboolean       ty_resume_check_run       (GPtrArray          *entries,
                                          TyResumeCheck      *check);

G_END_DECLS
