/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-exchange-types.h"

G_BEGIN_DECLS

/**
 * TyXlsxError:
 * @TY_XLSX_ERROR_NOT_XLSX: no zip, or a zip without a workbook
 * @TY_XLSX_ERROR_OLD_XLS: a workbook of before 2007
 * @TY_XLSX_ERROR_ENCRYPTED: a password protects the file
 * @TY_XLSX_ERROR_TRUNCATED: cut off, damaged, or against the format
 * @TY_XLSX_ERROR_TOO_LARGE: above one of the limits of ty-xlsx-reader.h
 * @TY_XLSX_ERROR_HOSTILE: a document type or an entity, which workbooks never have
 * @TY_XLSX_ERROR_EMPTY: a workbook without a worksheet
 * @TY_XLSX_ERROR_IO: the file system did not give the bytes
 *
 * Why a workbook was not read. The messages are whole translated sentences for the user.
 */
typedef enum
{
  TY_XLSX_ERROR_NOT_XLSX,
  TY_XLSX_ERROR_OLD_XLS,
  TY_XLSX_ERROR_ENCRYPTED,
  TY_XLSX_ERROR_TRUNCATED,
  TY_XLSX_ERROR_TOO_LARGE,
  TY_XLSX_ERROR_HOSTILE,
  TY_XLSX_ERROR_EMPTY,
  TY_XLSX_ERROR_IO,
} TyXlsxError;

#define TY_XLSX_ERROR (ty_xlsx_error_quark ())

GQuark ty_xlsx_error_quark      (void);

void   ty_xlsx_error_set        (GError      **error,
                                 TyXlsxError   code,
                                 const char   *message);
void   ty_xlsx_error_damaged    (GError      **error);
void   ty_xlsx_error_unpacks    (GError      **error);
void   ty_xlsx_error_beyond     (GError      **error);
void   ty_xlsx_error_hostile    (GError      **error);
void   ty_xlsx_error_propagate  (GError      **error,
                                 GError       *io_error);
void   ty_xlsx_error_add_place  (GError      **error,
                                 const char   *sheet,
                                 guint         row,
                                 int           column);

G_END_DECLS
