/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-form.h"

G_BEGIN_DECLS

typedef struct _TyFormPdf TyFormPdf;

TyFormPdf *ty_form_pdf_new         (int          fd,
                                    const char  *title) G_GNUC_WARN_UNUSED_RESULT;
void       ty_form_pdf_free        (TyFormPdf   *self);
gboolean   ty_form_pdf_add         (TyFormPdf   *self,
                                    TyForm      *form,
                                    const char  *bookmark,
                                    GError     **error);
guint      ty_form_pdf_get_n_pages (TyFormPdf   *self);
gboolean   ty_form_pdf_finish      (TyFormPdf   *self,
                                    GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFormPdf, ty_form_pdf_free)

G_END_DECLS
