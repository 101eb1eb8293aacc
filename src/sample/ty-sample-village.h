/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-seat.h"
#include "ty-sample-world.h"

G_BEGIN_DECLS

/* Some villages stand for a case of a rule by their number. */
#define TY_SAMPLE_BEFORE_RECORDS 5u /* the secretary since before our records */
#define TY_SAMPLE_TWO_VILLAGES 24u  /* this one's secretary leads the next village too */
#define TY_SAMPLE_MERGED 1000000u   /* no number of a village of today */

/**
 * TySampleVillage:
 * @world: the sample
 * @place: the village
 * @number: its place in the official order, from 0
 * @batch: where the secretary of the term 2021 comes from
 * @present: (element-type TySamplePerson): those in the committees at the moment
 * @left: (element-type TySamplePerson): those who left when the term of 2017 began
 *
 * A village while its committees are elected.
 */
typedef struct
{
  TySampleWorld *world;
  TySamplePlace *place;
  guint number;
  const char *batch;
  GPtrArray *present;
  GPtrArray *left;
} TySampleVillage;

void            ty_sample_village_init            (TySampleVillage     *self,
                                                   TySampleWorld       *world,
                                                   TySamplePlace       *place,
                                                   guint                number,
                                                   const char          *batch);
void            ty_sample_village_clear           (TySampleVillage     *self);
TySamplePerson *ty_sample_village_add_person      (TySampleVillage     *self,
                                                   TySampleMonth        month,
                                                   int                  youngest,
                                                   int                  oldest,
                                                   const TySampleSeat  *seat);
gboolean        ty_sample_village_keeps_secretary (TySampleVillage     *self);
TySamplePerson *ty_sample_village_find_secretary  (TySampleVillage     *self);
void            ty_sample_village_elect_2017      (TySampleVillage     *self);
TySamplePerson *ty_sample_village_elect_2021      (TySampleVillage     *self,
                                                   TySamplePerson      *neighbour);

G_END_DECLS
