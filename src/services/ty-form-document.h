/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-form.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TyFormFormat:
 * @TY_FORM_FORMAT_PDF: to be read and printed
 * @TY_FORM_FORMAT_DOCX: to be edited
 *
 * What forms are written as.
 */
typedef enum
{
  TY_FORM_FORMAT_PDF,
  TY_FORM_FORMAT_DOCX,
} TyFormFormat;

typedef struct _TyFormDocument TyFormDocument;

const char     *ty_form_format_get_extension (TyFormFormat     format);
gboolean        ty_form_format_parse         (const char      *extension,
                                              TyFormFormat    *format);

TyFormDocument *ty_form_document_new         (TyFormFormat     format,
                                              int              fd,
                                              TyFormTemplate  *template,
                                              GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void            ty_form_document_free        (TyFormDocument  *self);
gboolean        ty_form_document_add         (TyFormDocument  *self,
                                              TyForm          *form,
                                              const char      *bookmark,
                                              GError         **error);
guint           ty_form_document_get_n_pages (TyFormDocument  *self);
gboolean        ty_form_document_finish      (TyFormDocument  *self,
                                              GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFormDocument, ty_form_document_free)

G_END_DECLS
