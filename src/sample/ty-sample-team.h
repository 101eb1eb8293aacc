/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-world.h"

G_BEGIN_DECLS

/**
 * TySampleTeam:
 * @place: a village
 * @members: (element-type TySamplePerson): those in office there at the end
 */
typedef struct
{
  TySamplePlace *place;
  GPtrArray *members;
} TySampleTeam;

GPtrArray *ty_sample_teams_new (TySampleWorld *world) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
