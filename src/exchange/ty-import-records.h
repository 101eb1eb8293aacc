/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-entry.h"
#include "ty-roster-import-private.h"

G_BEGIN_DECLS

gboolean ty_import_records_take (TyRosterImporter    *importer,
                                 const TyImportKind  *kind,
                                 GPtrArray           *entries,
                                 GError             **error);

G_END_DECLS
