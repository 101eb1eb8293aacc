/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"

G_BEGIN_DECLS

/* Some pairings end as changed, or go where they were only proposed, and others are proposed: one action, with
 * undo. */
void     ty_office_replace_pairings_async  (TyOffice             *self,
                                            GPtrArray            *stored,
                                            GPtrArray            *added,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean ty_office_replace_pairings_finish (TyOffice             *self,
                                            GAsyncResult         *result,
                                            gboolean             *changed,
                                            GError              **error);

G_END_DECLS
