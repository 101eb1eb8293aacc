/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TY_SAMPLE_MASS_SEATS 8

/**
 * TySampleMassRole:
 * @TY_SAMPLE_MASS_SECRETARY: who leads the village
 * @TY_SAMPLE_MASS_HEAD: a village head who is not the secretary
 * @TY_SAMPLE_MASS_MEMBER: one of the two committees
 * @TY_SAMPLE_MASS_SPECIALIST: the party-building specialist
 * @TY_SAMPLE_MASS_NOBODY: none of them
 */
typedef enum
{
  TY_SAMPLE_MASS_SECRETARY,
  TY_SAMPLE_MASS_HEAD,
  TY_SAMPLE_MASS_MEMBER,
  TY_SAMPLE_MASS_SPECIALIST,
  TY_SAMPLE_MASS_NOBODY,
} TySampleMassRole;

/**
 * TySampleMassSeat:
 * @posts: what one person holds, up to two posts
 * @role: which of them
 * @women: percent
 *
 * A person to be found for a village.
 */
typedef struct
{
  const char *posts[2];
  TySampleMassRole role;
  int women;
} TySampleMassSeat;

guint    ty_sample_mass_seat_plan     (GRand                  *rand,
                                       TySampleMassRole        lent,
                                       TySampleMassSeat        seats[TY_SAMPLE_MASS_SEATS]);
gboolean ty_sample_mass_seat_is_party (const TySampleMassSeat *self);

G_END_DECLS
