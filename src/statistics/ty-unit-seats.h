/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-view.h"

G_BEGIN_DECLS

/**
 * TySeatCount:
 * @approved: how many seats are approved
 * @filled: how many people sit in the bodies for which seats are approved
 * @vacant: how many approved seats nobody has; never less than none, body by body
 * @over: how many people sit there beyond the approved seats, body by body
 *
 * Approved seats and who sits on them (核定、实配、空缺). One body’s surplus fills no other body’s vacancy.
 */
typedef struct
{
  guint approved;
  guint filled;
  guint vacant;
  guint over;
} TySeatCount;

/**
 * TySeatKind:
 * @TY_SEATS_ALL: of all bodies
 * @TY_SEATS_PARTY: of the party organization
 * @TY_SEATS_COMMITTEE: of the villagers’ or the residents’ committee
 * @TY_SEATS_WOMEN: those that are to be women’s, in all bodies
 *
 * Of which seats is asked.
 */
typedef enum
{
  TY_SEATS_ALL,
  TY_SEATS_PARTY,
  TY_SEATS_COMMITTEE,
  TY_SEATS_WOMEN,
} TySeatKind;

#define TY_N_SEAT_KINDS (TY_SEATS_WOMEN + 1)

void               ty_seat_count_add_body (TySeatCount *self,
                                           guint        seats,
                                           guint        filled);
const TySeatCount *ty_unit_seats_get      (TyView      *view);
const TySeatCount *ty_unit_seats_get_of   (TyView      *view,
                                           TySeatKind   kind);

G_END_DECLS
