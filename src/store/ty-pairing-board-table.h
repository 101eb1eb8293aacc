/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"
#include "ty-record.h"

G_BEGIN_DECLS

/**
 * TyPairingBoardRow:
 * @pairing: (owned): the row of `pairing`
 * @reviews: reviews of the two since the pairing began
 *
 * A pairing with what is counted of it.
 */
typedef struct
{
  TyRecord *pairing;
  guint reviews;
} TyPairingBoardRow;

void        ty_pairing_board_row_free       (TyPairingBoardRow  *self);
GPtrArray  *ty_pairing_board_table_list     (TyDatabase         *database,
                                             gint64              programme,
                                             TyDate              as_of,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *ty_pairing_board_table_count_loads (TyDatabase      *database,
                                             TyDate              as_of,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
