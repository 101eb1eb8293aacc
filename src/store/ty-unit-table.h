/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-store.h"
#include "ty-unit-state.h"

G_BEGIN_DECLS

gboolean     ty_unit_table_add      (TyStore      *store,
                                     TyUnitState  *state,
                                     GError      **error);
GPtrArray   *ty_unit_table_list     (TyDatabase   *database,
                                     TyDate        as_of,
                                     GError      **error);
GPtrArray   *ty_unit_table_list_all (TyDatabase   *database,
                                     GError      **error);
TyUnitState *ty_unit_table_get_root (TyDatabase   *database,
                                     GError      **error);
gint64       ty_unit_table_resolve  (TyDatabase   *database,
                                     const char   *name,
                                     TyDate        as_of,
                                     GError      **error);

gboolean   ty_unit_table_find_division (TyDatabase  *database,
                                        const char  *division,
                                        char       **name,
                                        GError     **error);

G_END_DECLS
