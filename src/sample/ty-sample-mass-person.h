/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-mass-seat.h"
#include "ty-sample-study.h"

G_BEGIN_DECLS

/**
 * TySampleMassPerson:
 *
 * An invented person of the mass county. All months are known, a January too.
 */
typedef struct
{
  gboolean woman;
  TySampleMonth birth;
  int day;                  /* of birth */
  const char *ethnicity;
  const char *political;
  TySampleMonth party_date; /* 0: not in the party */
  TySampleMonth work_date;
  TySampleMonth from[2];    /* of the posts of the seat */
  TySampleStudy studies[2];
  guint n_studies;
} TySampleMassPerson;

void ty_sample_mass_person_draw (TySampleMassPerson     *self,
                                 const TySampleMassSeat *seat,
                                 GRand                  *rand);

G_END_DECLS
