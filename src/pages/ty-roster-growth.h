/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TyRosterGrowth TyRosterGrowth;

TyRosterGrowth *ty_roster_growth_new      (GtkColumnView  *view) G_GNUC_WARN_UNUSED_RESULT;
void            ty_roster_growth_free     (TyRosterGrowth *self);
void            ty_roster_growth_set_list (TyRosterGrowth *self,
                                           TyRosterList   *list);

G_END_DECLS
