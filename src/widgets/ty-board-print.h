/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-board-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *ty_board_print_operation_new (TyBoardSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
