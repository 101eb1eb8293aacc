/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-store-types.h"

G_BEGIN_DECLS

/**
 * TyStep:
 * @TY_STEP_ROW: there is a row to read
 * @TY_STEP_DONE: no more rows
 * @TY_STEP_ERROR: failed, and the error is set
 */
typedef enum
{
  TY_STEP_ROW,
  TY_STEP_DONE,
  TY_STEP_ERROR,
} TyStep;

void           ty_statement_free        (TyStatement   *self);
void           ty_statement_bind_text   (TyStatement   *self,
                                         int            index,
                                         const char    *text);
void           ty_statement_bind_borrowed (TyStatement *self,
                                         int            index,
                                         const char    *text);
void           ty_statement_bind_int    (TyStatement   *self,
                                         int            index,
                                         gint64         number);
void           ty_statement_bind_bytes  (TyStatement   *self,
                                         int            index,
                                         gconstpointer  data,
                                         size_t         length);
void           ty_statement_bind_pointer (TyStatement  *self,
                                         int            index,
                                         gpointer       data,
                                         const char    *type);
void           ty_statement_bind_null   (TyStatement   *self,
                                         int            index);
TyStep         ty_statement_step        (TyStatement   *self,
                                         GError       **error);
gboolean       ty_statement_run         (TyStatement   *self,
                                         GError       **error);
void           ty_statement_reset       (TyStatement   *self);
const char    *ty_statement_get_text    (TyStatement   *self,
                                         int            column);
gint64         ty_statement_get_int     (TyStatement   *self,
                                         int            column);
gconstpointer  ty_statement_get_bytes   (TyStatement   *self,
                                         int            column,
                                         size_t        *length);
gboolean       ty_statement_is_null     (TyStatement   *self,
                                         int            column);
int            ty_statement_get_n_columns (TyStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyStatement, ty_statement_free)

G_END_DECLS
