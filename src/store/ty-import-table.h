/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"

G_BEGIN_DECLS

gboolean ty_import_table_get_last_date  (TyDatabase  *database,
                                         TyDate      *as_of,
                                         GError     **error);
gboolean ty_import_table_get_last_known (TyDatabase  *database,
                                         gint64       person,
                                         TyDate       before,
                                         TyDate      *as_of,
                                         GError     **error);

G_END_DECLS
