/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TyFormValues TyFormValues;

/* The word of a sentence about the forms for whoever looks at them; no form says it. */
#define TY_FORM_REMARK "remark"

TyFormValues *ty_form_values_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void          ty_form_values_free      (TyFormValues *self);
void          ty_form_values_set       (TyFormValues *self,
                                        const char   *field,
                                        const char   *text);
void          ty_form_values_take      (TyFormValues *self,
                                        const char   *field,
                                        char         *text);
const char   *ty_form_values_get       (TyFormValues *self,
                                        const char   *field);
void          ty_form_values_set_photo (TyFormValues *self,
                                        GBytes       *photo);
GBytes       *ty_form_values_get_photo (TyFormValues *self);
TyFormValues *ty_form_values_add_row   (TyFormValues *self,
                                        const char   *list);
void          ty_form_values_take_row  (TyFormValues *self,
                                        const char   *list,
                                        TyFormValues *row);
guint         ty_form_values_get_n     (TyFormValues *self,
                                        const char   *list);
TyFormValues *ty_form_values_get_row   (TyFormValues *self,
                                        const char   *list,
                                        guint         row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFormValues, ty_form_values_free)

G_END_DECLS
