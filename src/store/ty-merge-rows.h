/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-person-merge.h"

G_BEGIN_DECLS

/* The rows of two records that are merged, of all tables that belong to a person: see
 * ty-person-merge.h. */

void       ty_merge_row_free      (gpointer       row);

GPtrArray *ty_merge_rows_list     (TyDatabase    *database,
                                   gint64         person,
                                   GError       **error);
GPtrArray *ty_merge_rows_compare  (TyDatabase    *database,
                                   GPtrArray     *own,
                                   gint64         kept,
                                   gint64         other,
                                   GError       **error);
gboolean   ty_merge_rows_is_same  (TyRecord      *row,
                                   TyRecord      *other);
gboolean   ty_merge_rows_move     (TyStore       *store,
                                   GPtrArray     *rows,
                                   GPtrArray     *own,
                                   gint64         kept,
                                   gint64         other,
                                   GError       **error);
gboolean   ty_merge_rows_lead_on  (TyDatabase    *database,
                                   gint64         kept,
                                   gint64         other,
                                   GError       **error);

G_END_DECLS
