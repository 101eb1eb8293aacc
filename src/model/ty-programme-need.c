/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-programme-need"

#include "config.h"

#include "ty-programme-need.h"

#include <glib/gi18n-lib.h>

/**
 * TyProgrammeNeed:
 *
 * A kind of need that a programme answers, and how urgent it is: where not all can be served, the more
 * urgent go first.
 */
static const TyFieldInfo fields[] = {
  [TY_PROGRAMME_NEED_PROGRAMME] = TY_KEY ("programme", "programme", "programme"),
  [TY_PROGRAMME_NEED_KIND] = TY_REQUIRED_CHOICE ("kind", "kind", N_("Need"), "need_kind"),
  [TY_PROGRAMME_NEED_URGENCY] = TY_COUNT ("urgency", "urgency", N_("Urgency")),
  [TY_PROGRAMME_NEED_THRESHOLD] = TY_COUNT ("threshold", "threshold", N_("Limit")),
};

const TyRecordInfo ty_programme_need_info = {
  .table = "programme_need",
  .label = N_("Need of a programme"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .n_keys = 2,
  .get_type = ty_programme_need_get_type,
};

TY_DEFINE_RECORD (TyProgrammeNeed, ty_programme_need)
