/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-plan.h"

G_BEGIN_DECLS

#define TY_TYPE_FORM_CHANGE_ITEM (ty_form_change_item_get_type ())
G_DECLARE_FINAL_TYPE (TyFormChangeItem, ty_form_change_item, TY, FORM_CHANGE_ITEM, GObject)

TyFormChangeItem  *ty_form_change_item_new (GPtrArray           *plan,
                                            TyAppointmentChange *change) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
