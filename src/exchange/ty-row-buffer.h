/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-cell.h"
#include "ty-exchange-types.h"
#include "ty-xlsx-sheet.h"

G_BEGIN_DECLS

TyRowBuffer *ty_row_buffer_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void         ty_row_buffer_free      (TyRowBuffer  *self);
void         ty_row_buffer_clear     (TyRowBuffer  *self);
gboolean     ty_row_buffer_add       (TyRowBuffer  *self,
                                      TyCell        cell,
                                      const char   *text,
                                      gsize         length,
                                      GError      **error);
gboolean     ty_row_buffer_give      (TyRowBuffer  *self,
                                      guint         row,
                                      TyRowFunc     func,
                                      gpointer      data,
                                      GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyRowBuffer, ty_row_buffer_free)

G_END_DECLS
