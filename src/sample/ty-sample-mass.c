/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-mass"

#include "config.h"

#include "ty-sample-mass.h"

#include "ty-sample-mass-people.h"

typedef struct
{
  TySampleMassUnits *units;
  TySampleMassPeople *people;
  const TySampleOptions *options;
  GCancellable *cancellable;
  guint done; /* villages */
} Mass;

static gboolean
write_township (Mass    *mass,
                GError **error)
{
  const TySampleOptions *options = mass->options;
  GArray *villages = ty_sample_mass_units_write_township (mass->units, error);

  if (villages == NULL)
    return FALSE;
  if (ty_sample_mass_units_is_new_county (mass->units))
    ty_sample_mass_people_begin_county (mass->people,
                                        ty_sample_mass_units_get_county (mass->units));
  for (guint i = 0; i < villages->len; i++)
    {
      TySampleMassVillage *village = &g_array_index (villages, TySampleMassVillage, i);

      if (g_cancellable_set_error_if_cancelled (mass->cancellable, error)
          || !ty_sample_mass_people_write_village (mass->people, village,
                                                   i + 1 < villages->len ? village + 1 : NULL,
                                                   error))
        return FALSE;
    }

  mass->done += villages->len;
  if (options->progress != NULL)
    options->progress (mass->done, options->n_villages, options->progress_data);
  return TRUE;
}

/**
 * ty_sample_mass_write:
 * @store: a store that writes, inside an action
 * @root: the unit of the province
 * @options: how large, and which
 * @n_people: (out): how many people there are
 * @cancellable: (nullable): asked before each village
 * @error: a `TY_STORE_ERROR` or `G_IO_ERROR_CANCELLED`
 *
 * Writes the cities, counties, townships and villages of an invented province, and the people who
 * are in office there with their posts and education. Of all this no more than one township is
 * in memory.
 *
 * Returns: whether everything is in the file
 */
gboolean
ty_sample_mass_write (TyStore                *store,
                      gint64                  root,
                      const TySampleOptions  *options,
                      guint                  *n_people,
                      GCancellable           *cancellable,
                      GError                **error)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (options->seed);
  g_autoptr(TySampleMassUnits) units = NULL;
  g_autoptr(TySampleMassPeople) people = NULL;
  Mass mass = { .options = options, .cancellable = cancellable };

  units = ty_sample_mass_units_new (store, root, options->n_villages, rand, error);
  people = units != NULL ? ty_sample_mass_people_new (store, rand, error) : NULL;
  if (people == NULL)
    return FALSE;

  mass.units = units;
  mass.people = people;
  while (!ty_sample_mass_units_is_done (units))
    if (!write_township (&mass, error))
      return FALSE;

  *n_people = ty_sample_mass_people_get_n_people (people);
  return TRUE;
}
