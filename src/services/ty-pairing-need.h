/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-view.h"

#include "ty-database.h"

G_BEGIN_DECLS

/**
 * TyPairingNeed:
 * @person: key of who needs a mentor
 * @unit: key of the unit that matters: the village of a secretary, where a reserve is prepared; 0 = none
 * @kind: (unowned): key of `need_kind`
 * @urgency: that of the programme
 * @by_hand: whether it was added by hand
 * @reason: (owned): why, with the figure behind it, in the user’s language
 *
 * A reason for which somebody needs a mentor.
 */
typedef struct
{
  gint64 person;
  gint64 unit;
  const char *kind;
  guint urgency;
  gboolean by_hand;
  char *reason;
} TyPairingNeed;

/**
 * TyPairingNeeds:
 * @needs: (element-type TyPairingNeed): by person, then by urgency, the greatest first
 * @waived: (element-type TyPairingNeed): what the rules say and somebody waived, with the reason of that
 *
 * Who needs a mentor in a programme.
 */
typedef struct
{
  GPtrArray *needs;
  GPtrArray *waived;
} TyPairingNeeds;

TyPairingNeeds *ty_pairing_needs_find (TyView         *view,
                                       TyDatabase     *database,
                                       gint64          programme,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void            ty_pairing_needs_free (TyPairingNeeds *self);
guint           ty_pairing_need_get_usual_threshold (const char *kind);
char           *ty_pairing_need_dup_threshold_label (const char *kind) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPairingNeeds, ty_pairing_needs_free)

G_END_DECLS
