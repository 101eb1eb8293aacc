/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-dimension.h"

G_BEGIN_DECLS

const TyDimension *ty_dimension_change_find     (const char *key);
TyDate             ty_change_find_eve_of_term   (TyColumns  *columns,
                                                 TyDate      as_of);

G_END_DECLS
