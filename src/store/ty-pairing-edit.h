/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-record.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyPairingEditKind:
 * @TY_PAIRING_ADD: new pairings
 * @TY_PAIRING_MOVE: pairings get another of the states in which they are present
 * @TY_PAIRING_END: pairings end with a result
 * @TY_PAIRING_WITHDRAW: pairings that did not begin yet are taken off the board
 * @TY_PAIRING_LOCK: a plan keeps the pairings whatever fits better
 * @TY_PAIRING_UNLOCK: a plan may change them again
 * @TY_PAIRING_TALK: the same talk with the mentees of all of them
 *
 * What is done to pairings.
 */
typedef enum
{
  TY_PAIRING_ADD,
  TY_PAIRING_MOVE,
  TY_PAIRING_END,
  TY_PAIRING_WITHDRAW,
  TY_PAIRING_LOCK,
  TY_PAIRING_UNLOCK,
  TY_PAIRING_TALK,
} TyPairingEditKind;

#define TY_N_PAIRING_EDITS (TY_PAIRING_TALK + 1)

/**
 * TyPairingEdit:
 * @kind: what is done
 * @pairings: (element-type TyRecord): rows of `pairing` as they were read; of %TY_PAIRING_ADD the new ones,
 *   which are given their ids
 * @state: (nullable): of %TY_PAIRING_MOVE: key of `pairing_state`
 * @result: (nullable): of %TY_PAIRING_END: key of `pairing_result`
 * @reason: (nullable): of %TY_PAIRING_END: why
 * @day: the day on which it takes effect
 * @talk: (nullable): of %TY_PAIRING_TALK: a row of `talk`, of which people and id are not read
 * @files: (nullable) (element-type TyNewAttachment): of %TY_PAIRING_TALK: what each mentee gets with the talk
 *
 * Something that is done to one pairing or to several, as one action.
 */
typedef struct
{
  TyPairingEditKind kind;
  GPtrArray *pairings;
  const char *state;
  const char *result;
  const char *reason;
  TyDate day;
  TyRecord *talk;
  GPtrArray *files;
} TyPairingEdit;

gboolean ty_pairing_edit_run     (TyStore              *store,
                                  const char           *user,
                                  const TyPairingEdit  *edit,
                                  gint64               *seq,
                                  GError              **error);
gboolean ty_pairing_edit_replace (TyStore              *store,
                                  const char           *user,
                                  GPtrArray            *stored,
                                  GPtrArray            *added,
                                  TyDate                day,
                                  gint64               *seq,
                                  GError              **error);

G_END_DECLS
