/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"

G_BEGIN_DECLS

char   *ty_blob_table_add  (TyDatabase  *database,
                            GBytes      *bytes,
                            const char  *media_type,
                            GError     **error);
GBytes *ty_blob_table_load (TyDatabase  *database,
                            const char  *sha256,
                            GError     **error);

G_END_DECLS
