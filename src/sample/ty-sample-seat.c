/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-seat"

#include "config.h"

#include "ty-sample-seat.h"

#include "ty-sample-draw.h"

/* What follows the heads, in the order in which the seats are filled; the second post makes a
 * cross-appointment and is there in so many of a hundred villages. */
static const struct
{
  TySampleSeat seat;
  int crossed;
} kinds[] = {
  { { { "D2", "C2" }, 16 }, 34 }, { { { "C3", NULL }, 52 }, 0 },  { { { "D4", NULL }, 18 }, 0 },
  { { { "D5", "C3" }, 26 }, 38 }, { { { "C2", NULL }, 22 }, 0 },  { { { "C3", NULL }, 30 }, 0 },
  { { { "D6", NULL }, 32 }, 0 },  { { { "D3", "C3" }, 24 }, 40 },
};

/**
 * ty_sample_seat_plan:
 * @rand: the sample's generator
 * @heads: who leads the two committees
 * @n: how many people; at least 3 and at most %TY_SAMPLE_SEATS
 * @seats: (out): the seats, the secretary's first
 *
 * Returns: @n
 */
guint
ty_sample_seat_plan (GRand         *rand,
                     TySampleHeads  heads,
                     guint          n,
                     TySampleSeat   seats[TY_SAMPLE_SEATS])
{
  guint filled = 1;
  gboolean deputy = FALSE; /* whether somebody is deputy head already */

  seats[0] = (TySampleSeat){ { "D1", heads == TY_SAMPLE_HEADS_DUAL ? "C1" : NULL }, 6 };
  if (heads == TY_SAMPLE_HEADS_TWO)
    seats[filled++]
      = (TySampleSeat){ { "C1", ty_sample_draw_percent (rand, 40) ? "D3" : NULL }, 8 };
  for (guint i = 0; filled < n && i < G_N_ELEMENTS (kinds); i++)
    {
      TySampleSeat seat = kinds[i].seat;

      if (kinds[i].crossed > 0 && !ty_sample_draw_percent (rand, kinds[i].crossed))
        seat.posts[1] = NULL;
      if (deputy && ty_sample_seat_has_post (&seat, "C2"))
        continue;
      deputy = deputy || ty_sample_seat_has_post (&seat, "C2");
      seats[filled++] = seat;
    }
  return filled;
}

/**
 * ty_sample_seat_is_party:
 * @self: a seat
 *
 * Returns: whether only a party member can sit there
 */
gboolean
ty_sample_seat_is_party (const TySampleSeat *self)
{
  return self->posts[0][0] == 'D' || (self->posts[1] != NULL && self->posts[1][0] == 'D');
}

/**
 * ty_sample_seat_has_post:
 * @self: a seat
 * @post: a key of the posts of a village, not of a community
 *
 * Returns: whether who sits there holds it
 */
gboolean
ty_sample_seat_has_post (const TySampleSeat *self,
                         const char         *post)
{
  return g_str_equal (self->posts[0], post) || g_strcmp0 (self->posts[1], post) == 0;
}
