/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-list.h"

G_BEGIN_DECLS

TyRosterItem *ty_roster_item_new         (gint64         person,
                                          guint          position) G_GNUC_WARN_UNUSED_RESULT;
void          ty_roster_item_set_person  (TyRosterItem  *self,
                                          gint64         person);
void          ty_roster_item_set_row     (TyRosterItem  *self,
                                          TyRosterRow   *row);
void          ty_roster_item_set_loading (TyRosterItem  *self,
                                          gboolean       loading);

G_END_DECLS
