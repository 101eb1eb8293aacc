/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

TyOutFile  *ty_out_file_new      (const char  *path,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void        ty_out_file_free     (TyOutFile   *self);
int         ty_out_file_get_fd   (TyOutFile   *self);
const char *ty_out_file_get_path (TyOutFile   *self);
gboolean    ty_out_file_seal     (TyOutFile   *self,
                                  GError     **error);
gboolean    ty_out_file_commit   (TyOutFile   *self,
                                  GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyOutFile, ty_out_file_free)

G_END_DECLS
