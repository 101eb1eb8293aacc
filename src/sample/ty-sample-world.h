/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-person.h"

G_BEGIN_DECLS

/**
 * TySampleWorld:
 * @rand: what everything is drawn from
 * @places: townships and villages
 * @people: (element-type TySamplePerson): everybody
 * @promoted: (element-type TySamplePerson): those of them who went to a township
 * @pool_rand: what the pools are drawn from, which so leave the rest as it is
 * @reserves: (element-type TySampleReserve): the pool of reserves
 * @mentors: (element-type TySampleMentor): the pool of mentors
 *
 * The sample before it is written.
 */
typedef struct
{
  GRand *rand;
  TySamplePlaces *places;
  GPtrArray *people;
  GPtrArray *promoted;
  GRand *pool_rand;
  GPtrArray *reserves;
  GPtrArray *mentors;
} TySampleWorld;

TySampleWorld  *ty_sample_world_new        (guint32               seed,
                                            guint                 n_villages) G_GNUC_WARN_UNUSED_RESULT;
void            ty_sample_world_free       (TySampleWorld        *self);
TySamplePerson *ty_sample_world_add_person (TySampleWorld        *self,
                                            const TySampleWanted *wanted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TySampleWorld, ty_sample_world_free)

G_END_DECLS
