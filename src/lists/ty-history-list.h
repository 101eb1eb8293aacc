/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-history-item.h"
#include "ty-office-history.h"

G_BEGIN_DECLS

/* The history of a file as a list model of TyHistoryItem, each day below its heading.
 *
 * Properties: "n-items" (u), "loading" (b). Signals: "failed" (GError). */
#define TY_TYPE_HISTORY_LIST (ty_history_list_get_type ())
G_DECLARE_FINAL_TYPE (TyHistoryList, ty_history_list, TY, HISTORY_LIST, GObject)

TyHistoryList  *ty_history_list_new         (TyOffice              *office) G_GNUC_WARN_UNUSED_RESULT;
TyOffice       *ty_history_list_get_office  (TyHistoryList         *self);
void            ty_history_list_set_filter  (TyHistoryList         *self,
                                             const TyHistoryFilter *filter);
void            ty_history_list_reload      (TyHistoryList         *self);
TyHistoryIndex *ty_history_list_get_index   (TyHistoryList         *self);
gboolean        ty_history_list_is_answered (TyHistoryList         *self);
gboolean        ty_history_list_find        (TyHistoryList         *self,
                                             gint64                 seq,
                                             guint                 *position);
guint           ty_history_list_count_read  (TyHistoryList         *self);

G_END_DECLS
