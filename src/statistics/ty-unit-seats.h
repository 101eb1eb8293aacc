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

void               ty_seat_count_add_body (TySeatCount *self,
                                           guint        seats,
                                           guint        filled);
const TySeatCount *ty_unit_seats_get      (TyView      *view);

G_END_DECLS
