/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-entry.h"
#include "ty-store.h"
#include "ty-unit-state.h"

G_BEGIN_DECLS

typedef struct _TyRosterUnits TyRosterUnits;

TyRosterUnits *ty_roster_units_new          (TyStore        *store,
                                             TyDate          as_of,
                                             TyImportReport *report,
                                             GError        **error);
void           ty_roster_units_free         (TyRosterUnits  *self);
gint64         ty_roster_units_find         (TyRosterUnits  *self,
                                             TyRosterEntry  *entry,
                                             GError        **error);
gint64         ty_roster_units_find_named   (TyRosterUnits  *self,
                                             gint64          unit,
                                             const char     *name,
                                             GError        **error);
void           ty_roster_units_expect       (TyRosterUnits  *self,
                                             GPtrArray      *entries);
GArray        *ty_roster_units_get_covered  (TyRosterUnits  *self);
gboolean       ty_roster_units_is_covered   (TyRosterUnits  *self,
                                             gint64          village);
gint64         ty_roster_units_find_known   (TyRosterUnits  *self,
                                             const char     *township,
                                             const char     *village);
TyRecord      *ty_roster_units_get_state    (TyRosterUnits  *self,
                                             gint64          unit);
TyUnitState   *ty_roster_units_new_state    (TyRosterUnits  *self,
                                             gint64          township,
                                             const char     *name) G_GNUC_WARN_UNUSED_RESULT;
void           ty_roster_units_remember     (TyRosterUnits  *self,
                                             TyUnitState    *state);
char          *ty_roster_units_dup_path     (TyRosterUnits  *self,
                                             gint64          village) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyRosterUnits, ty_roster_units_free)

G_END_DECLS
