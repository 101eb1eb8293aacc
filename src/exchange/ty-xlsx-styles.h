/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

TyXlsxStyles *ty_xlsx_styles_new          (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean      ty_xlsx_styles_add_style    (TyXlsxStyles  *self,
                                           guint          format);
void          ty_xlsx_styles_add_code     (TyXlsxStyles  *self,
                                           guint          format,
                                           const char    *code);
TyXlsxStyles *ty_xlsx_styles_load         (TyZipFile     *zip,
                                           const char    *name,
                                           GCancellable  *cancellable,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          ty_xlsx_styles_free         (TyXlsxStyles  *self);
gboolean      ty_xlsx_styles_is_date      (TyXlsxStyles  *self,
                                           guint          style);
int           ty_xlsx_styles_get_decimals (TyXlsxStyles  *self,
                                           guint          style);
void          ty_xlsx_styles_read_code    (const char    *code,
                                           gboolean      *is_date,
                                           int           *decimals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyXlsxStyles, ty_xlsx_styles_free)

G_END_DECLS
