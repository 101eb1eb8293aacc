/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-cell-range.h"
#include "ty-exchange-types.h"
#include "ty-table-line.h"

G_BEGIN_DECLS

TyTableMerges *ty_table_merges_new  (GArray         *ranges,
                                     const guint    *places,
                                     guint           n_places) G_GNUC_WARN_UNUSED_RESULT;
void           ty_table_merges_free (TyTableMerges  *self);
gboolean       ty_table_merges_fill (TyTableMerges  *self,
                                     TyTableLine    *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyTableMerges, ty_table_merges_free)

G_END_DECLS
