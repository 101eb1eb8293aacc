/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-form-template.h"
#include "ty-form-values.h"

G_BEGIN_DECLS

gboolean    ty_form_naming_check       (const char      *pattern,
                                        GError         **error);
const char *ty_form_naming_get_default (TyFormTemplate  *template);
char       *ty_form_naming_dup         (const char      *pattern,
                                        TyFormTemplate  *template,
                                        TyFormValues    *values,
                                        guint            number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
