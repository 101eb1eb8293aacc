/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-unit-item.h"

G_BEGIN_DECLS

/* The units at the cut-off date, each before those below it: (element-type TyUnitState). */
void       ty_office_list_units_async   (TyOffice             *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *ty_office_list_units_finish  (TyOffice             *self,
                                         GAsyncResult         *result,
                                         GError              **error);
/* The units below one of them, and those that a text names: (element-type TyUnitItem). */
void       ty_office_list_children_async (TyOffice            *self,
                                         gint64                parent,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *ty_office_list_children_finish (TyOffice           *self,
                                         GAsyncResult         *result,
                                         GError              **error);
void       ty_office_find_units_async   (TyOffice             *self,
                                         const char           *text,
                                         guint                 limit,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *ty_office_find_units_finish  (TyOffice             *self,
                                         GAsyncResult         *result,
                                         GError              **error);
/* The terms, the newest first: (element-type TyTerm). */
void       ty_office_list_terms_async   (TyOffice             *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *ty_office_list_terms_finish  (TyOffice             *self,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
