/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office.h"

G_BEGIN_DECLS

/* The tree of units, in which one is picked. Signal: “chosen” (s key, s name). */
#define TY_TYPE_UNIT_CHOOSER (ty_unit_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TyUnitChooser, ty_unit_chooser, TY, UNIT_CHOOSER, AdwBin)

GtkWidget *ty_unit_chooser_new      (TyOffice      *office) G_GNUC_WARN_UNUSED_RESULT;
GtkSelectionModel *
           ty_unit_chooser_get_rows (TyUnitChooser *self);

G_END_DECLS
