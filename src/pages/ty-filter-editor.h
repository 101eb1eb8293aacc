/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office-filters.h"
#include "ty-office-roster.h"

G_BEGIN_DECLS

/* A window in which a filter of a roster is put together. Signals: “applied”, when its people shall be
 * shown; “saved” (s, a sentence), when it was saved as a named filter. */
#define TY_TYPE_FILTER_EDITOR (ty_filter_editor_get_type ())
G_DECLARE_FINAL_TYPE (TyFilterEditor, ty_filter_editor, TY, FILTER_EDITOR, AdwWindow)

TyFilterEditor *ty_filter_editor_new        (TyOffice             *office,
                                             const TyRosterQuery  *query,
                                             TyFilterNode         *filter,
                                             TySavedFilter        *stored);
TyFilterNode   *ty_filter_editor_dup_filter (TyFilterEditor       *self) G_GNUC_WARN_UNUSED_RESULT;
TySavedFilter  *ty_filter_editor_get_stored (TyFilterEditor       *self);

/* Whom a query asks for with a filter, as it is kept; without its search. */
char           *ty_filter_editor_dup_conditions (const TyRosterQuery *query,
                                                 TyFilterNode        *filter)
                                                G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
