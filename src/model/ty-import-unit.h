/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"

G_BEGIN_DECLS

#define TY_TYPE_IMPORT_UNIT (ty_import_unit_get_type ())
G_DECLARE_FINAL_TYPE (TyImportUnit, ty_import_unit, TY, IMPORT_UNIT, TyRecord)

typedef enum
{
  TY_IMPORT_UNIT_IMPORT,
  TY_IMPORT_UNIT_UNIT,
} TyImportUnitField;

extern const TyRecordInfo ty_import_unit_info;

TyImportUnit *ty_import_unit_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
