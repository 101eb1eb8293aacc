/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office.h"

G_BEGIN_DECLS

#define TY_TYPE_SEAT_EDITOR (ty_seat_editor_get_type ())
G_DECLARE_FINAL_TYPE (TySeatEditor, ty_seat_editor, TY, SEAT_EDITOR, AdwWindow)

TySeatEditor *ty_seat_editor_new (TyOffice     *office,
                                  const gint64 *units,
                                  guint         n_units);

G_END_DECLS
