/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-field-info.h"

G_BEGIN_DECLS

gboolean ty_mask_is_needed  (const TyFieldInfo  *field);
char    *ty_mask_apply      (const TyFieldInfo  *field,
                             const char         *value) G_GNUC_WARN_UNUSED_RESULT;
gboolean ty_mask_has_fields (const TyRecordInfo *info);

G_END_DECLS
