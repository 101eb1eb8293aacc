/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-filter-node.h"
#include "ty-office.h"
#include "ty-saved-filter.h"

G_BEGIN_DECLS

/* The named filters of the file in their order: (element-type TySavedFilter). */
void          ty_office_list_filters_async  (TyOffice             *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray    *ty_office_list_filters_finish (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error);
/* One is added, changed or removed: one action, with undo. */
void          ty_office_save_filter_async   (TyOffice             *self,
                                             TySavedFilter        *stored,
                                             TySavedFilter        *filter,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean      ty_office_save_filter_finish  (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error);
void          ty_office_move_filter_async   (TyOffice             *self,
                                             gint64                filter,
                                             int                   steps,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean      ty_office_move_filter_finish  (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error);
/* A filter as it is kept, with the names of its values at the cut-off date. */
void          ty_office_read_filter_async   (TyOffice             *self,
                                             const char           *conditions,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
TyFilterNode *ty_office_read_filter_finish  (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
