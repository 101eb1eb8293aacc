/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-committees"

#include "config.h"

#include "ty-sample-committees.h"

#include "ty-sample-draw.h"
#include "ty-sample-village.h"

/* A village that went into another: its people leave, but the secretary sits on the committee of
 * the larger one. */
static void
merge (TySampleVillage *village)
{
  TySamplePerson *secretary = ty_sample_village_find_secretary (village);

  for (guint i = 0; i < village->present->len; i++)
    ty_sample_person_leave (g_ptr_array_index (village->present, i), village->place,
                            TY_SAMPLE_MERGER, "transferred");
  ty_sample_person_take_post (secretary, village->place->successor, "D3", TY_SAMPLE_MERGER,
                              "appointed");
}

static void
swap_batches (const char **batches,
              guint        a,
              guint        b)
{
  const char *kept = batches[a];

  batches[a] = batches[b];
  batches[b] = kept;
}

/* For each village the batch of its secretary, in the shares of a county that published them
 * (chain.md 2), each batch once at least. The last one dealt is a retained one. */
static const char **
deal_batches (TySampleWorld *world)
{
  guint n = world->places->villages->len;
  g_autofree guint *order = ty_sample_draw_order (world->rand, n);
  const char **batches = g_new0 (const char *, n);
  guint n_dispatched = MAX (1, n / 73);
  guint n_returned = MAX (1, n * 5 / 73);
  guint n_reserves = MAX (1, n * 23 / 73);

  for (guint i = 0; i < n; i++)
    batches[order[i]] = i < n_dispatched                             ? "dispatched"
                        : i < n_dispatched + n_returned              ? "returned_home"
                        : i < n_dispatched + n_returned + n_reserves ? "from_reserves"
                                                                     : "retained";
  if (n > TY_SAMPLE_BEFORE_RECORDS)
    swap_batches (batches, TY_SAMPLE_BEFORE_RECORDS, order[n - 1]);
  return batches;
}

/**
 * ty_sample_committees_fill:
 * @world: the sample
 *
 * Lets the two committees of all villages be elected twice, and people come and go between.
 */
void
ty_sample_committees_fill (TySampleWorld *world)
{
  TySamplePlaces *places = world->places;
  g_autofree const char **batches = deal_batches (world);
  TySamplePerson *secretary = NULL;
  TySampleVillage village;

  for (guint i = 0; i < places->villages->len; i++)
    {
      TySamplePlace *place = g_ptr_array_index (places->villages, i);

      ty_sample_village_init (&village, world, place, i, batches[i]);
      ty_sample_village_elect_2017 (&village);
      secretary = ty_sample_village_elect_2021 (&village, secretary);
      ty_sample_village_clear (&village);
    }
  for (guint i = 0; i < places->merged->len; i++)
    {
      TySamplePlace *place = g_ptr_array_index (places->merged, i);

      ty_sample_village_init (&village, world, place, TY_SAMPLE_MERGED, "retained");
      ty_sample_village_elect_2017 (&village);
      merge (&village);
      ty_sample_village_clear (&village);
    }
}
