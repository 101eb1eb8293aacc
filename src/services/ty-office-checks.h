/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-check-progress.h"
#include "ty-check-report.h"
#include "ty-office.h"

G_BEGIN_DECLS

/* What cannot be right, or is not complete, at the office's cut-off date in its scope. */
void           ty_office_list_checks_async   (TyOffice             *self,
                                              guint                 patience,
                                              TyCheckProgress      *progress,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
TyCheckReport *ty_office_list_checks_finish  (TyOffice             *self,
                                              GAsyncResult         *result,
                                              GError              **error);
/* How many records cannot be right, where they are few enough to be looked at unasked. */
void           ty_office_count_errors_async  (TyOffice             *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
int            ty_office_count_errors_finish (TyOffice             *self,
                                              GAsyncResult         *result,
                                              GError              **error);
/* The same of one person, whatever the scope. */
void           ty_office_check_person_async  (TyOffice             *self,
                                              gint64                person,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
TyCheckReport *ty_office_check_person_finish (TyOffice             *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
