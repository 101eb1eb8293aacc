/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-store-types.h"

G_BEGIN_DECLS

TyFileLock *ty_file_lock_take       (const char  *path,
                                     GError     **error);
void        ty_file_lock_release    (TyFileLock  *self);
char       *ty_file_lock_dup_holder (const char  *path) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFileLock, ty_file_lock_release)

G_END_DECLS
