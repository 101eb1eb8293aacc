/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-roster-layout.h"
#include "ty-store.h"

G_BEGIN_DECLS

GPtrArray *ty_roster_layout_table_list   (TyDatabase            *database,
                                          GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   ty_roster_layout_table_save   (TyStore               *store,
                                          const char            *user,
                                          const TyRosterLayout  *layout,
                                          gint64                *seq,
                                          GError               **error);
gboolean   ty_roster_layout_table_remove (TyStore               *store,
                                          const char            *user,
                                          const char            *id,
                                          gint64                *seq,
                                          GError               **error);

G_END_DECLS
