/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-honour"

#include "config.h"

#include "ty-honour.h"

#include <glib/gi18n-lib.h>

/**
 * TyHonour:
 *
 * An award or commendation.
 */
static const TyFieldInfo fields[] = {
  [TY_HONOUR_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_HONOUR_ID] = TY_KEY ("id", "id", NULL),
  [TY_HONOUR_DATE] = TY_PAST_DAY ("date", "date", N_("Date")),
  [TY_HONOUR_TITLE] = TY_REQUIRED_TEXT ("title", "title", N_("Honour"), TY_PRIVACY_PUBLIC, 0),
  [TY_HONOUR_GRANTED_BY] = TY_TEXT ("granted-by", "granted_by", N_("Granted by"), TY_PRIVACY_PUBLIC, 0),
};

const TyRecordInfo ty_honour_info = {
  .table = "honour",
  .label = N_("Honour"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_honour_get_type,
};

TY_DEFINE_RECORD (TyHonour, ty_honour)
