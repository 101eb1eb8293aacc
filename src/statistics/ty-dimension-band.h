/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-dimension.h"

G_BEGIN_DECLS

#define TY_DIMENSION_BANDS 30

const TyDimension *ty_dimension_band_find   (const char        *key);
const TyDimension *ty_dimension_band_get    (const int         *ends,
                                             guint              n_ends);
const int         *ty_dimension_band_get_ends (const TyDimension *self,
                                             guint             *n_ends);

G_END_DECLS
