/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-world"

#include "config.h"

#include "ty-sample-world.h"

#include "ty-sample-committees.h"
#include "ty-sample-pools.h"
#include "ty-sample-staff.h"

#define POOL_SEED 0x5eed

static void
free_person (gpointer data)
{
  ty_sample_person_free (data);
}

/**
 * ty_sample_world_new:
 * @seed: what everything follows from
 * @n_villages: how many villages and communities, at least 1
 *
 * Returns: (transfer full): an invented county with its people, all their posts, and its pools
 */
TySampleWorld *
ty_sample_world_new (guint32 seed,
                     guint   n_villages)
{
  TySampleWorld *self = g_new0 (TySampleWorld, 1);

  self->rand = g_rand_new_with_seed (seed);
  self->places = ty_sample_places_new (self->rand, n_villages);
  self->people = g_ptr_array_new_with_free_func (free_person);
  self->promoted = g_ptr_array_new ();
  ty_sample_committees_fill (self);
  ty_sample_staff_fill (self);

  self->pool_rand = g_rand_new_with_seed (seed ^ POOL_SEED);
  self->reserves = g_ptr_array_new_with_free_func (g_free);
  self->mentors = g_ptr_array_new_with_free_func (g_free);
  ty_sample_reserves_fill (self);
  ty_sample_mentors_fill (self);
  return self;
}

/**
 * ty_sample_world_free:
 * @self: (transfer full): the sample
 */
void
ty_sample_world_free (TySampleWorld *self)
{
  g_ptr_array_unref (self->mentors);
  g_ptr_array_unref (self->reserves);
  g_rand_free (self->pool_rand);
  g_ptr_array_unref (self->promoted);
  g_ptr_array_unref (self->people);
  ty_sample_places_free (self->places);
  g_rand_free (self->rand);
  g_free (self);
}

/**
 * ty_sample_world_add_person:
 * @self: the sample
 * @wanted: whom a post asks for
 *
 * Returns: (transfer none): somebody new
 */
TySamplePerson *
ty_sample_world_add_person (TySampleWorld        *self,
                            const TySampleWanted *wanted)
{
  TySamplePerson *person = ty_sample_person_new (self->rand, wanted);

  g_ptr_array_add (self->people, person);
  return person;
}
