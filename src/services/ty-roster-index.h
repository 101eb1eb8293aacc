/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-office-roster.h"

G_BEGIN_DECLS

typedef struct _TyRosterIndex TyRosterIndex;

TyRosterIndex *ty_roster_index_load (TyDatabase           *database,
                                     TyDate                as_of,
                                     gint64                scope,
                                     GError              **error);
void           ty_roster_index_free (TyRosterIndex        *self);
GArray        *ty_roster_index_list (TyRosterIndex        *self,
                                     const TyRosterQuery  *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyRosterIndex, ty_roster_index_free)

G_END_DECLS
