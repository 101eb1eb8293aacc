/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"
#include "ty-xlsx-styles.h"

G_BEGIN_DECLS

/**
 * TyXlsSheetInfo:
 * @name: (owned): the text on its tab
 * @offset: where its records begin in the stream
 * @shown: whether its tab is shown
 */
typedef struct
{
  char *name;
  guint32 offset;
  gboolean shown;
} TyXlsSheetInfo;

/**
 * TyXlsGlobals:
 * @sheets: (owned) (element-type TyXlsSheetInfo): the worksheets
 * @strings: (owned) (element-type utf8): the texts that cells share
 * @styles: (owned): what numbers are shown as
 * @since_1904: whether dates count from 1904
 *
 * What an old workbook says for all of its sheets.
 */
typedef struct
{
  GArray *sheets;
  GPtrArray *strings;
  TyXlsxStyles *styles;
  gboolean since_1904;
} TyXlsGlobals;

TyXlsGlobals *ty_xls_globals_new  (GBytes        *stream,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          ty_xls_globals_free (TyXlsGlobals  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyXlsGlobals, ty_xls_globals_free)

G_END_DECLS
