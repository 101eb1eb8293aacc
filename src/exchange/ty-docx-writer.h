/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

TyDocxWriter *ty_docx_writer_new         (int            fd,
                                          const char    *title,
                                          guint          n_footers,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          ty_docx_writer_free        (TyDocxWriter  *self);
guint         ty_docx_writer_add_picture (TyDocxWriter  *self,
                                          GBytes        *picture,
                                          const char    *extension,
                                          GError       **error);
guint         ty_docx_writer_add_footer  (TyDocxWriter  *self,
                                          const char    *xml,
                                          GError       **error);
gboolean      ty_docx_writer_add         (TyDocxWriter  *self,
                                          const char    *xml,
                                          gsize          length,
                                          GError       **error);
gboolean      ty_docx_writer_finish      (TyDocxWriter  *self,
                                          GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyDocxWriter, ty_docx_writer_free)

G_END_DECLS
