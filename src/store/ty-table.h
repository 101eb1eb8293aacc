/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-record.h"

G_BEGIN_DECLS

TyStatement *ty_table_prepare_insert (TyDatabase    *database,
                                 const TyRecordInfo  *info,
                                 GError             **error);
gboolean     ty_table_insert    (TyDatabase          *database,
                                 TyRecord            *record,
                                 GError             **error);
gboolean     ty_table_update    (TyDatabase          *database,
                                 TyRecord            *record,
                                 GError             **error);
gboolean     ty_table_delete    (TyDatabase          *database,
                                 TyRecord            *record,
                                 GError             **error);
TyStatement *ty_table_select    (TyDatabase          *database,
                                 const TyRecordInfo  *info,
                                 const char          *clauses,
                                 GError             **error);
TyStatement *ty_table_select_in_order (TyDatabase     *database,
                                 const TyRecordInfo  *info,
                                 GError             **error);
GPtrArray   *ty_table_collect   (TyStatement         *statement,
                                 const TyRecordInfo  *info,
                                 GError             **error);
TyRecord    *ty_table_read      (TyStatement         *statement,
                                 const TyRecordInfo  *info);
TyRecord    *ty_table_get       (TyDatabase          *database,
                                 const TyRecordInfo  *info,
                                 gint64               id,
                                 GError             **error);
GPtrArray   *ty_table_list_of   (TyDatabase          *database,
                                 const TyRecordInfo  *info,
                                 const char          *column,
                                 gint64               value,
                                 GError             **error);

G_END_DECLS
