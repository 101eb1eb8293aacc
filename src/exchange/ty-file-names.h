/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

TyFileNames *ty_file_names_new  (const char  *extension) G_GNUC_WARN_UNUSED_RESULT;
void         ty_file_names_free (TyFileNames *self);
char        *ty_file_names_take (TyFileNames *self,
                                 const char  *text,
                                 const char  *other) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFileNames, ty_file_names_free)

G_END_DECLS
