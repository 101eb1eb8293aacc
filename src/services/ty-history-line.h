/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A line of what an action changed: a record, or one of its fields. It never changes. Properties, all
 * readable: "record" (b), "label" (s), "old" (s, NULL for what was added), "new" (s, NULL for what was
 * removed). */
#define TY_TYPE_HISTORY_LINE (ty_history_line_get_type ())
G_DECLARE_FINAL_TYPE (TyHistoryLine, ty_history_line, TY, HISTORY_LINE, GObject)

TyHistoryLine *ty_history_line_new       (gboolean       record,
                                          const char    *label,
                                          char          *old_value,
                                          char          *new_value) G_GNUC_WARN_UNUSED_RESULT;
gboolean       ty_history_line_is_record (TyHistoryLine *self);
const char    *ty_history_line_get_label (TyHistoryLine *self);
const char    *ty_history_line_get_old   (TyHistoryLine *self);
const char    *ty_history_line_get_new   (TyHistoryLine *self);

G_END_DECLS
