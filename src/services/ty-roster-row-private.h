/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-row.h"

G_BEGIN_DECLS

TyRosterRow *ty_roster_row_new      (gint64        person) G_GNUC_WARN_UNUSED_RESULT;
TyRosterRow *ty_roster_row_new_gone (gint64        person) G_GNUC_WARN_UNUSED_RESULT;
void         ty_roster_row_take     (TyRosterRow  *self,
                                     TyRosterText  which,
                                     char         *text);
void         ty_roster_row_set_unit (TyRosterRow *self,
                                     gint64       unit);
void         ty_roster_row_set_tags (TyRosterRow *self,
                                     TyPersonTags tags);

G_END_DECLS
