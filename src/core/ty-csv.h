/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

typedef enum
{
  TY_CSV_ERROR_ENCODING,
  TY_CSV_ERROR_QUOTE,
  TY_CSV_ERROR_COLUMNS,
} TyCsvError;

#define TY_CSV_ERROR (ty_csv_error_quark ())

GQuark     ty_csv_error_quark (void);
GPtrArray *ty_csv_parse       (const char  *text,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
