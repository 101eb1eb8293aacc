/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-world.h"

G_BEGIN_DECLS

/* The pools go on after the day for which the sample is made: who is prepared for the next term
 * entered after the election of 2021. */

/**
 * TySampleReserve:
 *
 * A membership in the pool of reserves. All words are static keys.
 */
typedef struct
{
  TySamplePerson *person;
  TySamplePlace *place;
  const char *post;
  TySampleMonth from;
  TySampleMonth until; /* 0: still */
  const char *way_in;
  const char *way_out; /* (nullable) */
} TySampleReserve;

/**
 * TySampleMentor:
 *
 * A membership in the pool of mentors. All words are static.
 */
typedef struct
{
  TySamplePerson *person;
  TySamplePlace *place; /* (nullable): a mentor of the county has none */
  const char *level;
  TySampleMonth from;
  TySampleMonth until;  /* 0: still */
  int capacity;
  const char *note;     /* (nullable): why it ended */
} TySampleMentor;

void     ty_sample_reserves_fill (TySampleWorld        *world);
void     ty_sample_mentors_fill  (TySampleWorld        *world);
gboolean ty_sample_pools_write   (const TySampleWorld  *world,
                                  TyStore              *store,
                                  GError              **error);

G_END_DECLS
