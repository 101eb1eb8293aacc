/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-plan.h"

G_BEGIN_DECLS

#define TY_TYPE_FORM_ITEM (ty_form_item_get_type ())
G_DECLARE_FINAL_TYPE (TyFormItem, ty_form_item, TY, FORM_ITEM, GObject)

TyFormItem        *ty_form_item_new      (GPtrArray   *plan,
                                          guint        place) G_GNUC_WARN_UNUSED_RESULT;
TyAppointmentLine *ty_form_item_get_line (TyFormItem  *self);
guint              ty_form_item_get_place (TyFormItem *self);
void               ty_form_item_update   (TyFormItem  *self);

G_END_DECLS
