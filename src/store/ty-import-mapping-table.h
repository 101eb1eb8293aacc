/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-import-mapping.h"
#include "ty-store.h"

G_BEGIN_DECLS

GPtrArray       *ty_import_mapping_table_list   (TyDatabase       *database,
                                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
TyImportMapping *ty_import_mapping_table_find   (TyDatabase       *database,
                                                 const char       *name,
                                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         ty_import_mapping_table_save   (TyStore          *store,
                                                 const char       *user,
                                                 TyImportMapping  *mapping,
                                                 gint64           *seq,
                                                 GError          **error);
gboolean         ty_import_mapping_table_remove (TyStore          *store,
                                                 const char       *user,
                                                 const char       *name,
                                                 gint64           *seq,
                                                 GError          **error);

G_END_DECLS
