/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-term-2021"

#include "config.h"

#include "ty-sample-village.h"

#include "ty-sample-draw.h"

/* Somebody who sits already and can take the seat: best who holds its first post. */
static TySamplePerson *
take_present (TySampleVillage    *village,
              const TySampleSeat *seat,
              int                 oldest)
{
  TySamplePerson *found = NULL;

  for (guint i = 0; i < village->present->len; i++)
    {
      TySamplePerson *person = g_ptr_array_index (village->present, i);
      gboolean fit = ty_sample_person_age (person, TY_SAMPLE_TERM_2021) <= oldest
                     && (!ty_sample_seat_is_party (seat) || g_str_equal (person->political, "01"));

      if (!fit || ty_sample_person_find_post (person, village->place, "D1") != NULL)
        continue;
      if (found == NULL
          || ty_sample_person_find_post (person, village->place, seat->posts[0]) != NULL)
        found = person;
    }
  if (found != NULL)
    g_ptr_array_remove (village->present, found);
  return found;
}

/* Nearly half of those who come in 2021 are young. */
static TySamplePerson *
add_newcomer (TySampleVillage    *village,
              int                 youngest,
              const TySampleSeat *seat)
{
  gboolean young = ty_sample_draw_percent (village->world->rand, 46);

  return ty_sample_village_add_person (village, TY_SAMPLE_TERM_2021, young ? youngest : 34,
                                       young ? 37 : 53, seat);
}

static TySamplePerson *
choose_secretary (TySampleVillage    *village,
                  const TySampleSeat *seat)
{
  TySamplePerson *person = NULL;

  if (ty_sample_village_keeps_secretary (village))
    {
      person = ty_sample_village_find_secretary (village);
      g_ptr_array_remove (village->present, person);
    }
  else if (g_str_equal (village->batch, "from_reserves")
           && ty_sample_draw_percent (village->world->rand, 60))
    person = take_present (village, seat, 44);
  if (person == NULL)
    person = add_newcomer (village, 27, seat);

  person->batch = village->batch;
  return person;
}

static TySamplePerson *
choose_member (TySampleVillage    *village,
               const TySampleSeat *seat,
               gboolean            last)
{
  GRand *rand = village->world->rand;

  if (last && village->number % 25 == 13 && !ty_sample_seat_is_party (seat))
    {
      TySamplePerson *former = g_ptr_array_index (village->left, 0);

      if (ty_sample_person_age (former, TY_SAMPLE_TERM_2021) < 61)
        return former;
    }
  if (ty_sample_draw_percent (rand, 52))
    {
      TySamplePerson *person = take_present (village, seat, village->number % 6 == 1 ? 61 : 56);

      if (person != NULL)
        return person;
    }
  return add_newcomer (village, 24, seat);
}

/* What the person no longer does ends; what goes on is one unbroken holding. */
static void
take_seat (TySampleVillage    *village,
           TySamplePerson     *person,
           const TySampleSeat *seat,
           const char         *how)
{
  for (guint i = 0; i < person->holdings->len; i++)
    {
      TySampleHolding *holding = g_ptr_array_index (person->holdings, i);
      char key[3] = { holding->post[0] == 'J' ? 'C' : holding->post[0], holding->post[1], 0 };

      if (holding->until == 0 && holding->place == village->place
          && !ty_sample_seat_has_post (seat, key))
        {
          holding->until = TY_SAMPLE_TERM_2021;
          holding->end_reason = "term_ended";
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (seat->posts) && seat->posts[i] != NULL; i++)
    if (ty_sample_person_find_post (person, village->place, seat->posts[i]) == NULL)
      ty_sample_person_take_post (person, village->place, seat->posts[i], TY_SAMPLE_TERM_2021, how);
}

static TySampleHeads
draw_heads_2021 (TySampleVillage *village)
{
  if (village->number % 53 == 7)
    return TY_SAMPLE_HEADS_NO_HEAD;
  if (village->number % 40 == 11 || village->number == TY_SAMPLE_TWO_VILLAGES + 1)
    return TY_SAMPLE_HEADS_TWO;

  return TY_SAMPLE_HEADS_DUAL;
}

/**
 * ty_sample_village_elect_2021:
 * @village: a village with the committees of the term 2017
 * @neighbour: (nullable): the secretary of the village before it
 *
 * Elects the committees of the term 2021: some stay, some change their posts, the others leave.
 *
 * Returns: (transfer none): the secretary
 */
TySamplePerson *
ty_sample_village_elect_2021 (TySampleVillage *village,
                              TySamplePerson  *neighbour)
{
  TySampleSeat seats[TY_SAMPLE_SEATS];
  GRand *rand = village->world->rand;
  guint n = ty_sample_seat_plan (rand, draw_heads_2021 (village),
                                 (guint) ty_sample_draw_middle (rand, 5, 7), seats);
  gboolean shared = neighbour != NULL && village->number == TY_SAMPLE_TWO_VILLAGES + 1;
  TySamplePerson *secretary = shared ? neighbour : choose_secretary (village, &seats[0]);
  gboolean sent = g_strcmp0 (secretary->batch, "dispatched") == 0;

  take_seat (village, secretary, &seats[0], sent ? "dispatched" : "elected");
  for (guint i = 1; i < n; i++)
    take_seat (village, choose_member (village, &seats[i], i + 1 == n), &seats[i], "elected");
  for (guint i = 0; i < village->present->len; i++)
    {
      TySamplePerson *person = g_ptr_array_index (village->present, i);
      gboolean old = ty_sample_person_age (person, TY_SAMPLE_TERM_2021) >= 60;

      ty_sample_person_leave (person, village->place, TY_SAMPLE_TERM_2021,
                              old ? "retired" : "term_ended");
    }

  if (village->number % 53 == 3)
    ty_sample_person_leave (secretary, NULL, TY_SAMPLE_MONTH (2021, 11), "died");
  return secretary;
}
