/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-month.h"

G_BEGIN_DECLS

/**
 * TySampleStudy:
 *
 * A course of study.
 */
typedef struct
{
  const char *mode;
  const char *level;    /* a ZB64 key */
  const char *outcome;
  const char *degree;   /* (nullable) */
  const char *school;   /* (nullable): not below junior college (field.md 3) */
  const char *subject;  /* (nullable) */
  TySampleMonth from;   /* 0 where nobody asks */
  TySampleMonth until;
} TySampleStudy;

guint    ty_sample_study_draw        (GRand               *rand,
                                      int                  birth_year,
                                      gboolean             college,
                                      TySampleStudy        studies[2]);
gboolean ty_sample_study_is_college  (const TySampleStudy *self);
char    *ty_sample_study_dup_place   (const TySampleStudy *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
