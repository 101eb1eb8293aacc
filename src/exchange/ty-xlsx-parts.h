/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-xlsx-writer.h"
#include "ty-zip-writer.h"

G_BEGIN_DECLS

gboolean ty_xlsx_parts_write        (TyZipWriter       *zip,
                                     const TyXlsxPage  *pages,
                                     guint              n_pages,
                                     GError           **error);
gboolean ty_xlsx_parts_begin_sheet  (TyZipWriter       *zip,
                                     guint              sheet,
                                     GError           **error);
void     ty_xlsx_parts_append_begin (GString           *xml,
                                     const TyXlsxPage  *page);
void     ty_xlsx_parts_append_end   (GString           *xml,
                                     const TyXlsxPage  *page,
                                     const GString     *merges,
                                     guint              n_merges,
                                     guint              n_rows);
guint    ty_xlsx_parts_append_text  (GString           *xml,
                                     const char        *text);

G_END_DECLS
