/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office-history.h"
#include "ty-pages-types.h"

G_BEGIN_DECLS

/* All about one action. Signals: "show-action" (int64), "take-back" (int64, it can be), "go" (s, a link
 * such as `person/5`), "failed" (GError). Property "loading" (b). */
#define TY_TYPE_HISTORY_PANE (ty_history_pane_get_type ())
G_DECLARE_FINAL_TYPE (TyHistoryPane, ty_history_pane, TY, HISTORY_PANE, AdwBin)

void             ty_history_pane_show       (TyHistoryPane *self,
                                             TyOffice      *office,
                                             gint64         seq);
void             ty_history_pane_take_back  (TyHistoryPane *self,
                                             TyOffice      *office,
                                             gint64         seq);
TyHistoryDetail *ty_history_pane_get_detail (TyHistoryPane *self);
char            *ty_history_pane_dup_text   (TyHistoryEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
