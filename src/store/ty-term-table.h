/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"

G_BEGIN_DECLS

GPtrArray *ty_term_table_list        (TyDatabase  *database,
                                      GError     **error);
gboolean   ty_term_table_has_filings (TyDatabase  *database,
                                      gboolean    *has_filings,
                                      GError     **error);

G_END_DECLS
