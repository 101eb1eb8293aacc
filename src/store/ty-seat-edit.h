/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-store.h"

G_BEGIN_DECLS

/* In place of a number: nothing is approved any more. */
#define TY_SEATS_NONE -1

/* More seats than any body of a village has. */
#define TY_SEATS_MOST 99

/**
 * TySeatChange:
 * @body: key of a body; `village_committee` means the residents’ committee in a community
 * @seats: how many seats it has, or %TY_SEATS_NONE
 * @women: how many of them at least are to be women’s
 *
 * What is to be approved for a body.
 */
typedef struct
{
  const char *body;
  int seats;
  int women;
} TySeatChange;

gboolean ty_seat_edit_run (TyStore             *store,
                           const char          *user,
                           const gint64        *units,
                           guint                n_units,
                           const TySeatChange  *changes,
                           guint                n_changes,
                           TyDate               from,
                           gint64              *seq,
                           GError             **error);

G_END_DECLS
