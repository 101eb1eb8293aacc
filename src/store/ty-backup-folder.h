/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-store.h"

G_BEGIN_DECLS

char      *ty_backup_folder_get_default (const char  *path) G_GNUC_WARN_UNUSED_RESULT;
char      *ty_backup_folder_add         (const char  *folder,
                                         TyStore     *store,
                                         GError     **error);
GDateTime *ty_backup_folder_get_last    (const char  *folder);
GArray    *ty_backup_folder_choose      (GArray      *times,
                                         gint64       now);

G_END_DECLS
