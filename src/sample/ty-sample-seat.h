/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TY_SAMPLE_SEATS:
 *
 * The most people in the two committees of a village.
 */
#define TY_SAMPLE_SEATS 9

/**
 * TySampleSeat:
 * @posts: what one person holds, up to two posts
 * @women: percent
 *
 * A place in the two committees of a village.
 */
typedef struct
{
  const char *posts[2];
  int women;
} TySampleSeat;

/**
 * TySampleHeads:
 * @TY_SAMPLE_HEADS_DUAL: one person is secretary and village head
 * @TY_SAMPLE_HEADS_TWO: two people
 * @TY_SAMPLE_HEADS_NO_HEAD: there is no village head
 */
typedef enum
{
  TY_SAMPLE_HEADS_DUAL,
  TY_SAMPLE_HEADS_TWO,
  TY_SAMPLE_HEADS_NO_HEAD,
} TySampleHeads;

guint    ty_sample_seat_plan     (GRand               *rand,
                                  TySampleHeads        heads,
                                  guint                n,
                                  TySampleSeat         seats[TY_SAMPLE_SEATS]);
gboolean ty_sample_seat_is_party (const TySampleSeat  *self);
gboolean ty_sample_seat_has_post (const TySampleSeat  *self,
                                  const char          *post);

G_END_DECLS
