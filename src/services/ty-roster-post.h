/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-table.h"

G_BEGIN_DECLS

gboolean               ty_roster_post_is_held      (const TyRosterPostRow *self,
                                                    TyDate                 as_of);
const TyRosterPostRow *ty_roster_post_choose       (const TyRosterPostRow *posts,
                                                    guint                  n_posts,
                                                    TyDate                 as_of);
int                    ty_roster_post_compare_rank (gconstpointer          a,
                                                    gconstpointer          b);
TyDate                 ty_roster_post_get_day      (const TyRosterPostRow *self,
                                                    TyDate                 as_of);
gboolean               ty_roster_study_is_unfinished (const char          *outcome);
int                    ty_roster_study_rank        (const char            *level,
                                                    const char            *outcome);

G_END_DECLS
