/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"
#include "ty-store.h"

G_BEGIN_DECLS

gboolean ty_row_edit_add    (TyStore     *store,
                             const char  *user,
                             TyRecord    *row,
                             gint64      *seq,
                             GError     **error);
gboolean ty_row_edit_change (TyStore     *store,
                             const char  *user,
                             TyRecord    *stored,
                             TyRecord    *row,
                             gint64      *seq,
                             GError     **error);
gboolean ty_row_edit_remove (TyStore     *store,
                             const char  *user,
                             TyRecord    *stored,
                             gint64      *seq,
                             GError     **error);

G_END_DECLS
