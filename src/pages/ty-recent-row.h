/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-history-entry.h"

G_BEGIN_DECLS

/* An action that was done lately, as a row that leads to it in the history. */
#define TY_TYPE_RECENT_ROW (ty_recent_row_get_type ())
G_DECLARE_FINAL_TYPE (TyRecentRow, ty_recent_row, TY, RECENT_ROW, GtkListBoxRow)

GtkWidget *ty_recent_row_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       ty_recent_row_show (TyRecentRow    *self,
                               TyHistoryEntry *entry,
                               gboolean        with_undo);

G_END_DECLS
