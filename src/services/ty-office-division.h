/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"

G_BEGIN_DECLS

/* Where an ID number was given out. */
void  ty_office_find_division_async  (TyOffice             *self,
                                      const char           *division,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
char *ty_office_find_division_finish (TyOffice             *self,
                                      GAsyncResult         *result,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
