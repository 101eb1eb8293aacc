/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"

G_BEGIN_DECLS

char *ty_content_hash (TyDatabase  *database,
                       gint64      *n_rows,
                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
