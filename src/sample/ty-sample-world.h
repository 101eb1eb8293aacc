/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-person.h"

G_BEGIN_DECLS

/**
 * TySampleWorld:
 * @rand: what everything is drawn from
 * @places: townships and villages
 * @people: (element-type TySamplePerson): everybody who has or had a post
 * @promoted: (element-type TySamplePerson): those of them who went to a township
 *
 * The sample before it is written.
 */
typedef struct
{
  GRand *rand;
  TySamplePlaces *places;
  GPtrArray *people;
  GPtrArray *promoted;
} TySampleWorld;

TySampleWorld  *ty_sample_world_new        (guint32               seed,
                                            guint                 n_villages) G_GNUC_WARN_UNUSED_RESULT;
void            ty_sample_world_free       (TySampleWorld        *self);
TySamplePerson *ty_sample_world_add_person (TySampleWorld        *self,
                                            const TySampleWanted *wanted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TySampleWorld, ty_sample_world_free)

G_END_DECLS
