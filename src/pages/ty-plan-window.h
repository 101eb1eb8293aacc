/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office.h"
#include "ty-record.h"

G_BEGIN_DECLS

/* The best assignment of a programme beside what there is. Signal “saved” (s text): it was taken over. */
#define TY_TYPE_PLAN_WINDOW (ty_plan_window_get_type ())
G_DECLARE_FINAL_TYPE (TyPlanWindow, ty_plan_window, TY, PLAN_WINDOW, AdwWindow)

GtkWidget  *ty_plan_window_new       (GtkWindow    *parent,
                                      TyOffice     *office,
                                      TyRecord     *programme) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ty_plan_window_is_ready  (TyPlanWindow *self);
GListModel *ty_plan_window_get_items (TyPlanWindow *self);

G_END_DECLS
