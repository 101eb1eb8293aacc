/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-table-sheet.h"

G_BEGIN_DECLS

GtkPrintOperation *ty_print_operation_new (TyTableSheet               *sheet,
                                           const PangoFontDescription *font) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
