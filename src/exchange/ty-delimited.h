/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"
#include "ty-xlsx-sheet.h"

G_BEGIN_DECLS

TyDelimited *ty_delimited_new           (char          *text,
                                         gboolean       guarded) G_GNUC_WARN_UNUSED_RESULT;
void         ty_delimited_free          (TyDelimited   *self);
char         ty_delimited_get_delimiter (TyDelimited   *self);
gboolean     ty_delimited_read          (TyDelimited   *self,
                                         const char    *name,
                                         TyRowFunc      func,
                                         gpointer       data,
                                         GCancellable  *cancellable,
                                         GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyDelimited, ty_delimited_free)

G_END_DECLS
