/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import"

#include "config.h"

#include "ty-import.h"

#include <glib/gi18n-lib.h>

/**
 * TyImport:
 *
 * A roster that was read, with the date for which it speaks.
 */
static const TyFieldInfo fields[] = {
  [TY_IMPORT_ID] = TY_KEY ("id", "id", NULL),
  [TY_IMPORT_FILE_NAME] = TY_TEXT ("file-name", "file_name", N_("File"), TY_PRIVACY_INTERNAL, 0),
  [TY_IMPORT_SHA256] = TY_BLOB ("sha256", "sha256", N_("SHA-256")),
  [TY_IMPORT_AS_OF] = TY_DAY ("as-of", "as_of", N_("As of")),
  [TY_IMPORT_END_MISSING] = TY_DAY ("end-missing", "end_missing", N_("Missing end on")),
  [TY_IMPORT_N_ROWS] = TY_COUNT ("n-rows", "n_rows", N_("Rows")),
};

const TyRecordInfo ty_import_info = {
  .table = "import",
  .label = N_("Import"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 1,
  .get_type = ty_import_get_type,
};

TY_DEFINE_RECORD (TyImport, ty_import)
