/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-columns.h"
#include "ty-names.h"

G_BEGIN_DECLS

typedef struct _TyNameIndex TyNameIndex;

TyNameIndex   *ty_name_index_load            (TyColumns     *columns,
                                              TyDatabase    *database,
                                              TyNameIndex   *before,
                                              GCancellable  *cancellable,
                                              GError       **error);
TyNameIndex   *ty_name_index_ref             (TyNameIndex   *self);
void           ty_name_index_unref           (TyNameIndex   *self);
TyColumns     *ty_name_index_get_columns     (TyNameIndex   *self);
TyNames       *ty_name_index_get_names       (TyNameIndex   *self);
const guint32 *ty_name_index_get_numbers     (TyNameIndex   *self,
                                              guint          chunk);
char          *ty_name_index_dup_name        (TyNameIndex   *self,
                                              guint32        row) G_GNUC_WARN_UNUSED_RESULT;
TyNames       *ty_name_index_get_unit_names  (TyNameIndex   *self);
const guint32 *ty_name_index_get_span_numbers (TyNameIndex  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyNameIndex, ty_name_index_unref)

G_END_DECLS
