/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-row-place.h"

G_BEGIN_DECLS

#define TY_TYPE_TEXT_CELL (ty_text_cell_get_type ())
G_DECLARE_FINAL_TYPE (TyTextCell, ty_text_cell, TY, TEXT_CELL, GtkWidget)

/**
 * TyTextCellFunc:
 * @self: a cell
 * @item: (type GObject): what stands in its row
 * @data: as it was given
 *
 * Has the cell say what it says of @item.
 */
typedef void (*TyTextCellFunc) (TyTextCell *self,
                                gpointer    item,
                                gpointer    data);

GtkWidget *ty_text_cell_new       (PangoLayout    *layout,
                                   int             least,
                                   gboolean        at_end,
                                   TyTextCellFunc  func,
                                   gpointer        data) G_GNUC_WARN_UNUSED_RESULT;
void       ty_text_cell_set_place (TyTextCell     *self,
                                   TyRowPlace     *place);
void       ty_text_cell_set_text  (TyTextCell     *self,
                                   const char     *text);

G_END_DECLS
