/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-village"

#include "config.h"

#include "ty-sample-village.h"

/**
 * ty_sample_village_init:
 * @self: memory for it
 * @world: the sample
 * @place: the village
 * @number: its place in the official order, from 0
 * @batch: where the secretary of the term 2021 comes from, a static key
 *
 * Makes a village in which nobody sits yet; free it with ty_sample_village_clear().
 */
void
ty_sample_village_init (TySampleVillage *self,
                        TySampleWorld   *world,
                        TySamplePlace   *place,
                        guint            number,
                        const char      *batch)
{
  self->world = world;
  self->place = place;
  self->number = number;
  self->batch = batch;
  self->present = g_ptr_array_new ();
  self->left = g_ptr_array_new ();
}

/**
 * ty_sample_village_clear:
 * @self: a village
 *
 * Frees what ty_sample_village_init() made; the people belong to the sample.
 */
void
ty_sample_village_clear (TySampleVillage *self)
{
  g_ptr_array_unref (self->present);
  g_ptr_array_unref (self->left);
}

/**
 * ty_sample_village_add_person:
 * @self: a village
 * @month: when the ages count
 * @youngest: full years
 * @oldest: full years
 * @seat: what the person is wanted for
 *
 * Returns: (transfer none): somebody new, without a post yet
 */
TySamplePerson *
ty_sample_village_add_person (TySampleVillage    *self,
                              TySampleMonth       month,
                              int                 youngest,
                              int                 oldest,
                              const TySampleSeat *seat)
{
  TySampleWanted wanted = { month, youngest, oldest, seat->women, ty_sample_seat_is_party (seat),
                            FALSE };

  return ty_sample_world_add_person (self->world, &wanted);
}

/**
 * ty_sample_village_keeps_secretary:
 * @self: a village
 *
 * Returns: whether the secretary of the term 2017 is to stay
 */
gboolean
ty_sample_village_keeps_secretary (TySampleVillage *self)
{
  return g_str_equal (self->batch, "retained");
}

/**
 * ty_sample_village_find_secretary:
 * @self: a village
 *
 * Returns: (transfer none) (nullable): its secretary at the moment
 */
TySamplePerson *
ty_sample_village_find_secretary (TySampleVillage *self)
{
  for (guint i = 0; i < self->present->len; i++)
    {
      TySamplePerson *person = g_ptr_array_index (self->present, i);

      if (ty_sample_person_find_post (person, self->place, "D1") != NULL)
        return person;
    }
  return NULL;
}
