/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-check-progress.h"
#include "ty-group-edit.h"
#include "ty-office.h"

G_BEGIN_DECLS

/* What an edit of many people would do. */
void           ty_office_plan_group_async  (TyOffice             *self,
                                            const TyGroupEdit    *edit,
                                            TyCheckProgress      *progress,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
TyGroupReport *ty_office_plan_group_finish (TyOffice             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/* The edit itself, as one action; refused where it would not do what was planned. */
void           ty_office_edit_group_async  (TyOffice             *self,
                                            const TyGroupEdit    *edit,
                                            const TyGroupReport  *planned,
                                            TyCheckProgress      *progress,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
TyGroupReport *ty_office_edit_group_finish (TyOffice             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
