/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"

G_BEGIN_DECLS

int        ty_migrations_get_version  (void);
gboolean   ty_migrations_run          (TyDatabase  *database,
                                       GError     **error);
GPtrArray *ty_migrations_list_objects (int          version,
                                       GError     **error);
gboolean   ty_migrations_check_schema (TyDatabase  *database,
                                       GError     **error);

G_END_DECLS
