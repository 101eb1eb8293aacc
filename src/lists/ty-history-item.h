/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-history-entry.h"

G_BEGIN_DECLS

/* A row of the history: the heading of a day, or an action, which is there at once and whose entry
 * follows. Properties, all readable: "heading" (b), "count" (u, actions of the day), "entry"
 * (TyHistoryEntry, NULL until it has come). */
#define TY_TYPE_HISTORY_ITEM (ty_history_item_get_type ())
G_DECLARE_FINAL_TYPE (TyHistoryItem, ty_history_item, TY, HISTORY_ITEM, GObject)

TyHistoryItem  *ty_history_item_new_heading (TyDate          day,
                                             guint           count) G_GNUC_WARN_UNUSED_RESULT;
TyHistoryItem  *ty_history_item_new_action  (gint64          seq) G_GNUC_WARN_UNUSED_RESULT;
gboolean        ty_history_item_is_heading  (TyHistoryItem  *self);
TyDate          ty_history_item_get_day     (TyHistoryItem  *self);
guint           ty_history_item_get_count   (TyHistoryItem  *self);
void            ty_history_item_set_count   (TyHistoryItem  *self,
                                             guint           count);
gint64          ty_history_item_get_seq     (TyHistoryItem  *self);
TyHistoryEntry *ty_history_item_get_entry   (TyHistoryItem  *self);
void            ty_history_item_set_entry   (TyHistoryItem  *self,
                                             TyHistoryEntry *entry);

G_END_DECLS
