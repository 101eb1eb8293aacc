/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-theme.h"

G_BEGIN_DECLS

/* The size for which a trend is meant, in pixels. */
#define TY_TREND_WIDTH 58
#define TY_TREND_HEIGHT 24

guint ty_trend_place (const double  *values,
                      guint          n,
                      double         width,
                      double         height,
                      double        *xs,
                      double        *ys);
void  ty_trend_draw  (cairo_t       *cr,
                      double         width,
                      double         height,
                      const TyTheme *theme,
                      const double  *values,
                      guint          n);

G_END_DECLS
