/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-action.h"
#include "ty-database.h"
#include "ty-history-names.h"

G_BEGIN_DECLS

/* An action of the history with the names of whom it touched. It never changes. */
#define TY_TYPE_HISTORY_ENTRY (ty_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (TyHistoryEntry, ty_history_entry, TY, HISTORY_ENTRY, GObject)

TyHistoryEntry *ty_history_entry_load       (TyDatabase      *database,
                                             TyHistoryNames  *names,
                                             gint64           seq,
                                             GError         **error) G_GNUC_WARN_UNUSED_RESULT;
TyAction       *ty_history_entry_get_action (TyHistoryEntry  *self);
gint64          ty_history_entry_get_seq    (TyHistoryEntry  *self);
const char     *ty_history_entry_get_markup (TyHistoryEntry  *self);
const char     *ty_history_entry_get_text   (TyHistoryEntry  *self);
const char     *ty_history_entry_get_fields (TyHistoryEntry  *self);

G_END_DECLS
