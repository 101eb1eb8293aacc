/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TY_XLSX_MAX_STRING_BYTES:
 *
 * The most text of all shared strings together.
 */
#define TY_XLSX_MAX_STRING_BYTES (256 << 20)

/**
 * TY_XLSX_MAX_STRINGS:
 *
 * The most shared strings: above 100,000 rows of 30 columns in which no two texts are the same.
 */
#define TY_XLSX_MAX_STRINGS (4 << 20)

TyXlsxStrings *ty_xlsx_strings_load (TyZipFile      *zip,
                                     const char     *name,
                                     GCancellable   *cancellable,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void           ty_xlsx_strings_free (TyXlsxStrings  *self);
const char    *ty_xlsx_strings_get  (TyXlsxStrings  *self,
                                     guint64         index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyXlsxStrings, ty_xlsx_strings_free)

G_END_DECLS
