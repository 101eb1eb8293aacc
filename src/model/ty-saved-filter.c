/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-saved-filter"

#include "config.h"

#include "ty-saved-filter.h"

#include <glib/gi18n-lib.h>

/**
 * TySavedFilter:
 *
 * Conditions for a list of people that the county keeps under a name. The conditions are a population, as JSON.
 */
static const TyFieldInfo fields[] = {
  [TY_SAVED_FILTER_ID] = TY_KEY ("id", "id", NULL),
  [TY_SAVED_FILTER_NAME] = TY_REQUIRED_TEXT ("name", "name", N_("Name of the filter"), TY_PRIVACY_INTERNAL, 40),
  [TY_SAVED_FILTER_CONDITIONS] = TY_REQUIRED_TEXT ("conditions", "conditions", N_("Conditions"), TY_PRIVACY_INTERNAL, 0),
  [TY_SAVED_FILTER_POSITION] = TY_COUNT ("position", "position", N_("Position")),
  [TY_SAVED_FILTER_NOTE] = TY_TEXT ("note", "note", N_("Note"), TY_PRIVACY_INTERNAL, 0),
};

const TyRecordInfo ty_saved_filter_info = {
  .table = "saved_filter",
  .label = N_("Named filter"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 1,
  .get_type = ty_saved_filter_get_type,
};

TY_DEFINE_RECORD (TySavedFilter, ty_saved_filter)
