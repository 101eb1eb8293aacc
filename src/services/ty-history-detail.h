/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-history-entry.h"
#include "ty-history-line.h"

G_BEGIN_DECLS

/**
 * TyHistoryDetail:
 * @entry: the action
 * @lines: (element-type TyHistoryLine): what it changed, as far as it was asked for
 * @n_records: how many records it changed
 * @n_read: how many of them @lines tell, from the first one on
 * @reverting: (nullable): the sentence of what took it back, or of what it takes back
 * @reason: (nullable): why it cannot be taken back now
 * @later: the later action that stands against it, or 0
 *
 * All about one action.
 */
typedef struct
{
  TyHistoryEntry *entry;
  GPtrArray *lines;
  guint n_records;
  guint n_read;
  char *reverting;
  char *reason;
  gint64 later;
} TyHistoryDetail;

TyHistoryDetail *ty_history_detail_load (TyDatabase       *database,
                                         gint64            seq,
                                         guint             n_records,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void             ty_history_detail_free (TyHistoryDetail  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyHistoryDetail, ty_history_detail_free)

G_END_DECLS
