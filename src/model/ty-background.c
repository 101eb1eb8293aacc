/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-background"

#include "config.h"

#include "ty-background.h"

#include <glib/gi18n-lib.h>

/**
 * TyBackground:
 *
 * A source of cadres that a person comes from; there may be several (chain.md 1).
 */
static const TyFieldInfo fields[] = {
  [TY_BACKGROUND_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_BACKGROUND_SOURCE] = TY_REQUIRED_CHOICE ("source", "source", N_("Background"), "source"),
};

const TyRecordInfo ty_background_info = {
  .table = "background",
  .label = N_("Background"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_background_get_type,
};

TY_DEFINE_RECORD (TyBackground, ty_background)
