/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

TyZipWriter *ty_zip_writer_new    (int           fd,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void         ty_zip_writer_free   (TyZipWriter  *self);
gboolean     ty_zip_writer_begin  (TyZipWriter  *self,
                                   const char   *name,
                                   GError      **error);
gboolean     ty_zip_writer_add    (TyZipWriter  *self,
                                   const char   *bytes,
                                   gsize         n,
                                   GError      **error);
gboolean     ty_zip_writer_finish (TyZipWriter  *self,
                                   GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyZipWriter, ty_zip_writer_free)

G_END_DECLS
