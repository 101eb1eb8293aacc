/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

/**
 * TY_DECIMAL_ONE:
 *
 * One, in the unit of ty_decimal_parse(): numbers have up to four decimal places.
 */
#define TY_DECIMAL_ONE 10000

gboolean ty_decimal_parse     (const char *text,
                               gint64     *value);
char    *ty_decimal_format    (gint64      value) G_GNUC_WARN_UNUSED_RESULT;
char    *ty_decimal_clean     (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean ty_decimal_is_valid  (const char *text);
double   ty_decimal_to_double (const char *text);
char    *ty_decimal_dup_shown (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
