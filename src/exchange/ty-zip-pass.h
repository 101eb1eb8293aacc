/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

TyZipPass  *ty_zip_pass_new   (GInputStream  *stream,
                               GCancellable  *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void        ty_zip_pass_free  (TyZipPass     *self);
gboolean    ty_zip_pass_next  (TyZipPass     *self,
                               char         **name,
                               GError       **error);
gboolean    ty_zip_pass_begin (TyZipPass     *self,
                               guint64        limit,
                               GError       **error);
gssize      ty_zip_pass_read  (TyZipPass     *self,
                               void          *buffer,
                               gsize          length,
                               GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyZipPass, ty_zip_pass_free)

G_END_DECLS
