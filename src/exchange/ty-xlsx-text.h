/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TY_XLSX_MAX_CELL_CHARS:
 *
 * The most characters of a cell (ECMA-376, and the limit of Excel and WPS).
 */
#define TY_XLSX_MAX_CELL_CHARS 32767

gboolean ty_xlsx_text_append    (GString     *buffer,
                                 gsize        start,
                                 const char  *text,
                                 GError     **error);
gboolean ty_xlsx_text_finish    (GString     *buffer,
                                 gsize        start,
                                 GError     **error);
gboolean ty_xlsx_text_read_rich (TyXmlPart   *part,
                                 GString     *buffer,
                                 GError     **error);

G_END_DECLS
