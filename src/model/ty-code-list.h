/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-code.h"

G_BEGIN_DECLS

#define TY_TYPE_CODE_LIST (ty_code_list_get_type ())
G_DECLARE_FINAL_TYPE (TyCodeList, ty_code_list, TY, CODE_LIST, GObject)

typedef enum
{
  TY_CODE_LIST_ERROR_UNKNOWN,
  TY_CODE_LIST_ERROR_SYNTAX,
  TY_CODE_LIST_ERROR_DUPLICATE,
} TyCodeListError;

#define TY_CODE_LIST_ERROR (ty_code_list_error_quark ())

GQuark              ty_code_list_error_quark  (void);
const char * const *ty_code_list_ids          (void);

TyCodeList         *ty_code_list_new_from_csv (const char  *id,
                                               const char  *csv,
                                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
TyCodeList         *ty_code_list_load_shipped (const char  *id,
                                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
TyCodeList         *ty_code_list_get_shipped  (const char  *id);

const char         *ty_code_list_get_id       (TyCodeList  *self);
guint               ty_code_list_get_n_items  (TyCodeList  *self);
TyCode             *ty_code_list_get_item     (TyCodeList  *self,
                                               guint        position);
TyCode             *ty_code_list_lookup       (TyCodeList  *self,
                                               const char  *key);
TyCode             *ty_code_list_find_word    (TyCodeList  *self,
                                               const char  *word);

G_END_DECLS
