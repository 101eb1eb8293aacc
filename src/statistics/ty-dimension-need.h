/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-dimension.h"

G_BEGIN_DECLS

/* With what the words of coverages of a level or a programme begin. */
#define TY_DIMENSION_NEED_PREFIX "coverage:"

const TyDimension *ty_dimension_need_find     (const char *key);
void               ty_dimension_need_set_name (gint64      programme,
                                               const char *name);
char              *ty_dimension_need_dup_label (const TyDimension *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
