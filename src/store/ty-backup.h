/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-store.h"

G_BEGIN_DECLS

gboolean ty_backup_copy    (TyDatabase    *from,
                            TyDatabase    *to,
                            GCancellable  *cancellable,
                            GError       **error);
gboolean ty_backup_write   (TyStore       *store,
                            const char    *to,
                            GCancellable  *cancellable,
                            GError       **error);
gboolean ty_backup_restore (const char    *path,
                            const char    *from,
                            const char    *folder,
                            const char    *user,
                            GError       **error);

G_END_DECLS
