/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

#include "ty-cell.h"

G_BEGIN_DECLS

/**
 * TyXlsxValueType:
 * @TY_XLSX_VALUE_NUMBER: a number, or a date as a number
 * @TY_XLSX_VALUE_SHARED: the number of a shared string
 * @TY_XLSX_VALUE_INLINE: a text of its own
 * @TY_XLSX_VALUE_RESULT: the text that a formula gave
 * @TY_XLSX_VALUE_BOOLEAN: 0 or 1
 * @TY_XLSX_VALUE_ERROR: such as `#N/A`
 * @TY_XLSX_VALUE_ISO_DATE: a date as `2021-10-01`
 *
 * How the file writes the value of a cell.
 */
typedef enum
{
  TY_XLSX_VALUE_NUMBER,
  TY_XLSX_VALUE_SHARED,
  TY_XLSX_VALUE_INLINE,
  TY_XLSX_VALUE_RESULT,
  TY_XLSX_VALUE_BOOLEAN,
  TY_XLSX_VALUE_ERROR,
  TY_XLSX_VALUE_ISO_DATE,
} TyXlsxValueType;

/**
 * TyXlsxContext:
 * @strings: the shared strings
 * @styles: the styles
 * @since_1904: whether dates count from 1904
 *
 * What a workbook says of the values of its cells. All of it is borrowed.
 */
typedef struct
{
  TyXlsxStrings *strings;
  TyXlsxStyles *styles;
  gboolean since_1904;
} TyXlsxContext;

gboolean ty_xlsx_value_parse_type (const char           *text,
                                   TyXlsxValueType      *type,
                                   GError              **error);
gboolean ty_xlsx_value_set        (TyCell               *cell,
                                   TyXlsxValueType       type,
                                   const char           *text,
                                   const TyXlsxContext  *context,
                                   GError              **error);
gboolean ty_xlsx_value_fail       (GError              **error);

G_END_DECLS
