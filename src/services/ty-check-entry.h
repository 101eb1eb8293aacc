/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ty-problem.h"

G_BEGIN_DECLS

/* What a check found, as a list shows it. It never changes. Properties, all readable: "name" (s, the
 * person or the unit), "place" (s, the unit of the person with the one above it, or the empty text), "label"
 * (s, what was looked for), "severity" (s, in words), "text" (s, what is wrong), "advice" (s, what to do). */
#define TY_TYPE_CHECK_ENTRY (ty_check_entry_get_type ())
G_DECLARE_FINAL_TYPE (TyCheckEntry, ty_check_entry, TY, CHECK_ENTRY, GObject)

TyCheckEntry  *ty_check_entry_new          (const TyProblem *problem,
                                            char            *place) G_GNUC_WARN_UNUSED_RESULT;
guint          ty_check_entry_hash         (gconstpointer    self);
gboolean       ty_check_entry_equal        (gconstpointer    self,
                                            gconstpointer    other);
TyProblemKind  ty_check_entry_get_kind     (TyCheckEntry    *self);
TySeverity     ty_check_entry_get_severity (TyCheckEntry    *self);
gint64         ty_check_entry_get_person   (TyCheckEntry    *self);
gint64         ty_check_entry_get_unit     (TyCheckEntry    *self);
gint64         ty_check_entry_get_other    (TyCheckEntry    *self);
const char    *ty_check_entry_get_name     (TyCheckEntry    *self);
const char    *ty_check_entry_get_place    (TyCheckEntry    *self);
const char    *ty_check_entry_get_text     (TyCheckEntry    *self);

G_END_DECLS
