/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-form-values.h"
#include "ty-form-writer.h"

G_BEGIN_DECLS

typedef struct _TyForm TyForm;

TyForm       *ty_form_new           (TyFormTemplate *template,
                                     TyFormWriter   *writer,
                                     TyFormValues   *values) G_GNUC_WARN_UNUSED_RESULT;
void          ty_form_free          (TyForm         *self);
guint         ty_form_get_n_pages   (TyForm         *self);
void          ty_form_get_page_size (TyForm         *self,
                                     guint           page,
                                     double         *width,
                                     double         *height);
void          ty_form_draw_page     (TyForm         *self,
                                     guint           page,
                                     cairo_t        *cr);
GPtrArray    *ty_form_get_warnings  (TyForm         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyForm, ty_form_free)

G_END_DECLS
