/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-roster-import.h"

G_BEGIN_DECLS

/* Reads a roster and, unless it is a dry run, imports it as one action after a backup. */
void            ty_office_import_roster_async   (TyOffice                     *self,
                                                 const TyRosterImportOptions  *options,
                                                 GCancellable                 *cancellable,
                                                 GAsyncReadyCallback           callback,
                                                 gpointer                      user_data);
TyImportReport *ty_office_import_roster_finish  (TyOffice                     *self,
                                                 GAsyncResult                 *result,
                                                 GError                      **error);

G_END_DECLS
