/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64  ty_ratio_round  (guint64 numerator,
                          guint64 denominator,
                          guint   scale,
                          int     decimals);
char    *ty_ratio_format (guint64 numerator,
                          guint64 denominator,
                          guint   scale,
                          int     decimals) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
