/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-wish"

#include "config.h"

#include "ty-wish.h"

#include <glib/gi18n-lib.h>

/**
 * TyWish:
 *
 * With whom somebody wishes to be paired.
 */
static const TyFieldInfo fields[] = {
  [TY_WISH_PERSON] = TY_KEY ("person", "person", "person"),
  [TY_WISH_ID] = TY_KEY ("id", "id", NULL),
  [TY_WISH_OTHER] = TY_REQUIRED_LINK ("other", "other", N_("With whom"), "person"),
  [TY_WISH_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_wish_info = {
  .table = "wish",
  .label = N_("Wish for a pairing"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_wish_get_type,
};

TY_DEFINE_RECORD (TyWish, ty_wish)
