/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office-units.h"

G_BEGIN_DECLS

/* The units just below one of them, as a GListModel of TyUnitItem that is empty until somebody asks
 * how many there are and the answer has come. Property: "loading" (b). Signal: "failed" (GError). */
#define TY_TYPE_UNIT_LIST (ty_unit_list_get_type ())
G_DECLARE_FINAL_TYPE (TyUnitList, ty_unit_list, TY, UNIT_LIST, GObject)

TyUnitList *ty_unit_list_new (TyOffice *office,
                              gint64    parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
