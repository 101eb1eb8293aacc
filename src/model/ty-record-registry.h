/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-field-info.h"

G_BEGIN_DECLS

const TyRecordInfo *const *ty_record_registry_list (guint      *n_infos);
const TyRecordInfo        *ty_record_registry_find (const char *table);

G_END_DECLS
