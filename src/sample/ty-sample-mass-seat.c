/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-mass-seat"

#include "config.h"

#include "ty-sample-mass-seat.h"

#include "ty-sample-draw.h"

/* What follows the heads, in the order in which the seats are filled; the second post makes a
 * cross-appointment and is there in so many of a hundred villages. */
static const struct
{
  TySampleMassSeat seat;
  int crossed;
} kinds[] = {
  { { { "D2", "C2" }, TY_SAMPLE_MASS_MEMBER, 20 }, 44 },
  { { { "C3", NULL }, TY_SAMPLE_MASS_MEMBER, 50 }, 0 },
  { { { "D4", "C3" }, TY_SAMPLE_MASS_MEMBER, 20 }, 20 },
  { { { "D5", "C3" }, TY_SAMPLE_MASS_MEMBER, 30 }, 36 },
  { { { "C2", NULL }, TY_SAMPLE_MASS_MEMBER, 22 }, 0 },
  { { { "D3", "C3" }, TY_SAMPLE_MASS_MEMBER, 24 }, 34 },
  { { { "C3", NULL }, TY_SAMPLE_MASS_MEMBER, 34 }, 0 },
};

static gboolean
is_deputy_head (const TySampleMassSeat *seat)
{
  return g_str_equal (seat->posts[0], "C2") || g_strcmp0 (seat->posts[1], "C2") == 0;
}

static guint
plan_heads (GRand            *rand,
            TySampleMassRole  lent,
            TySampleMassSeat *seats)
{
  gboolean dual = lent != TY_SAMPLE_MASS_SECRETARY && ty_sample_draw_percent (rand, 86);
  guint n = 0;

  if (lent != TY_SAMPLE_MASS_SECRETARY)
    seats[n++]
      = (TySampleMassSeat){ { "D1", dual ? "C1" : NULL }, TY_SAMPLE_MASS_SECRETARY, 11 };
  if (!dual && ty_sample_draw_percent (rand, 93))
    seats[n++] = (TySampleMassSeat){ { "C1", ty_sample_draw_percent (rand, 40) ? "D3" : NULL },
                                     TY_SAMPLE_MASS_HEAD, 12 };
  return n;
}

/**
 * ty_sample_mass_seat_plan:
 * @rand: the sample's generator
 * @lent: who is there already, from the village before
 * @seats: (out): the seats, the secretary's first
 *
 * Returns: how many people the village has, the lent one not counted
 */
guint
ty_sample_mass_seat_plan (GRand            *rand,
                          TySampleMassRole  lent,
                          TySampleMassSeat  seats[TY_SAMPLE_MASS_SEATS])
{
  guint n = ty_sample_draw_percent (rand, 70) ? 7 : 6;
  guint filled = plan_heads (rand, lent, seats);
  gboolean deputy = FALSE;

  if (lent != TY_SAMPLE_MASS_NOBODY)
    n--;
  if (lent != TY_SAMPLE_MASS_SPECIALIST && ty_sample_draw_percent (rand, 82))
    seats[filled++] = (TySampleMassSeat){ { "P9", NULL }, TY_SAMPLE_MASS_SPECIALIST, 46 };
  for (guint i = 0; filled < n && i < G_N_ELEMENTS (kinds); i++)
    {
      TySampleMassSeat seat = kinds[i].seat;

      if (seat.posts[1] != NULL && !ty_sample_draw_percent (rand, kinds[i].crossed))
        seat.posts[1] = NULL;
      if (deputy && is_deputy_head (&seat))
        continue;
      deputy = deputy || is_deputy_head (&seat);
      seats[filled++] = seat;
    }
  return filled;
}

/**
 * ty_sample_mass_seat_is_party:
 * @self: a seat
 *
 * Returns: whether only a party member can sit there
 */
gboolean
ty_sample_mass_seat_is_party (const TySampleMassSeat *self)
{
  return self->posts[0][0] == 'D' || (self->posts[1] != NULL && self->posts[1][0] == 'D');
}
