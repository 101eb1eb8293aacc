/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-language.h"
#include "ty-model-types.h"

G_BEGIN_DECLS

#define TY_TYPE_CODE (ty_code_get_type ())
G_DECLARE_FINAL_TYPE (TyCode, ty_code, TY, CODE, GObject)

TyCode     *ty_code_new           (const char         *list_id,
                                   const char * const *names,
                                   const char * const *values) G_GNUC_WARN_UNUSED_RESULT;

const char *ty_code_get_list_id   (TyCode             *self);
const char *ty_code_get_key       (TyCode             *self);
const char *ty_code_get_label     (TyCode             *self);
const char *ty_code_get_label_in  (TyCode             *self,
                                   TyLanguage          language);
const char *ty_code_get_parent    (TyCode             *self);
const char *ty_code_get_attribute (TyCode             *self,
                                   const char         *name);
int         ty_code_get_integer   (TyCode             *self,
                                   const char         *name);
gboolean    ty_code_get_flag      (TyCode             *self,
                                   const char         *name);

G_END_DECLS
