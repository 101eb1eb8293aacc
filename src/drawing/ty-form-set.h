/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-form.h"

G_BEGIN_DECLS

typedef struct _TyFormSet TyFormSet;

TyFormSet *ty_form_set_new           (TyFormTemplate *template,
                                      GPtrArray      *values) G_GNUC_WARN_UNUSED_RESULT;
void       ty_form_set_free          (TyFormSet      *self);
guint      ty_form_set_get_n_pages   (TyFormSet      *self);
void       ty_form_set_get_page_size (TyFormSet      *self,
                                      guint           page,
                                      double         *width,
                                      double         *height);
void       ty_form_set_draw_page     (TyFormSet      *self,
                                      guint           page,
                                      cairo_t        *cr);
char      *ty_form_set_dup_remarks   (TyFormSet      *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFormSet, ty_form_set_free)

G_END_DECLS
