/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-custom-field"

#include "config.h"

#include "ty-custom-field.h"

#include <glib/gi18n-lib.h>

/**
 * TyCustomField:
 *
 * A field of people which the county itself has defined. The kind is “text”, “number”, “date”, “choice”
 * or “yes-no”; of a choice, the choices are the lines of a text.
 */
static const TyFieldInfo fields[] = {
  [TY_CUSTOM_FIELD_ID] = TY_KEY ("id", "id", NULL),
  [TY_CUSTOM_FIELD_NAME] = TY_REQUIRED_TEXT ("name", "name", N_("Name"), TY_PRIVACY_INTERNAL, 40),
  [TY_CUSTOM_FIELD_KIND] = TY_REQUIRED_TEXT ("kind", "kind", N_("Kind"), TY_PRIVACY_INTERNAL, 0),
  [TY_CUSTOM_FIELD_CHOICES] = TY_TEXT ("choices", "choices", N_("Choices"), TY_PRIVACY_INTERNAL, 0),
  [TY_CUSTOM_FIELD_PRIVACY] = TY_TEXT ("privacy", "privacy", N_("Privacy"), TY_PRIVACY_INTERNAL, 0),
  [TY_CUSTOM_FIELD_POSITION] = TY_COUNT ("position", "position", N_("Position")),
  [TY_CUSTOM_FIELD_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_custom_field_info = {
  .table = "custom_field",
  .label = N_("Field of the county"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 1,
  .get_type = ty_custom_field_get_type,
};

TY_DEFINE_RECORD (TyCustomField, ty_custom_field)
