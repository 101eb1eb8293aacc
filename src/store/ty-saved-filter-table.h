/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-saved-filter.h"
#include "ty-store.h"

G_BEGIN_DECLS

GPtrArray     *ty_saved_filter_table_list   (TyDatabase     *database,
                                             GError        **error);
TySavedFilter *ty_saved_filter_table_find   (TyDatabase     *database,
                                             const char     *name,
                                             GError        **error);
gboolean       ty_saved_filter_table_save   (TyStore        *store,
                                             const char     *user,
                                             TySavedFilter  *stored,
                                             TySavedFilter  *filter,
                                             GError        **error);
gboolean       ty_saved_filter_table_move   (TyStore        *store,
                                             const char     *user,
                                             gint64          filter,
                                             int             steps,
                                             GError        **error);

G_END_DECLS
