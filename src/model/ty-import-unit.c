/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-unit"

#include "config.h"

#include "ty-import-unit.h"

#include <glib/gi18n-lib.h>

/**
 * TyImportUnit:
 *
 * A township of which the roster has at least one row.
 */
static const TyFieldInfo fields[] = {
  [TY_IMPORT_UNIT_IMPORT] = TY_KEY ("import", "import", "import"),
  [TY_IMPORT_UNIT_UNIT] = TY_KEY ("unit", "unit", "unit"),
};

const TyRecordInfo ty_import_unit_info = {
  .table = "import_unit",
  .label = N_("Coverage of an import"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_import_unit_get_type,
};

TY_DEFINE_RECORD (TyImportUnit, ty_import_unit)
