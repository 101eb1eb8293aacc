/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-code-row"

#include "config.h"

#include "ty-code-row.h"

#include <glib/gi18n-lib.h>

/**
 * TyCodeRow:
 *
 * An entry of a code list, shipped or of the county’s own.
 */
static const TyFieldInfo fields[] = {
  [TY_CODE_ROW_LIST] = TY_TEXT_KEY ("list", "list"),
  [TY_CODE_ROW_KEY] = TY_TEXT_KEY ("key", "key"),
  [TY_CODE_ROW_LABEL] = TY_TEXT ("label", "label", N_("Label"), TY_PRIVACY_PUBLIC, 0),
  [TY_CODE_ROW_PARENT] = TY_TEXT ("parent", "parent", N_("Group"), TY_PRIVACY_PUBLIC, 0),
  [TY_CODE_ROW_POSITION] = TY_COUNT ("position", "position", N_("Order")),
  [TY_CODE_ROW_ATTRIBUTES] = TY_TEXT ("attributes", "attributes", N_("Attributes"), TY_PRIVACY_PUBLIC, 0),
  [TY_CODE_ROW_SHIPPED_VERSION] = TY_COUNT ("shipped-version", "shipped_version", N_("Shipped version")),
  [TY_CODE_ROW_EDITED] = TY_COUNT ("edited", "edited", N_("Edited")),
};

const TyRecordInfo ty_code_row_info = {
  .table = "code",
  .label = N_("Code"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_code_row_get_type,
};

TY_DEFINE_RECORD (TyCodeRow, ty_code_row)
