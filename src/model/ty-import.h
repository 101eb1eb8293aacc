/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_IMPORT (ty_import_get_type ())
G_DECLARE_FINAL_TYPE (TyImport, ty_import, TY, IMPORT, TyRecord)

typedef enum
{
  TY_IMPORT_ID,
  TY_IMPORT_FILE_NAME,
  TY_IMPORT_SHA256,
  TY_IMPORT_AS_OF,
  TY_IMPORT_END_MISSING,
  TY_IMPORT_N_ROWS,
} TyImportField;

extern const TyRecordInfo ty_import_info;

TyImport *ty_import_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
