/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TyTextPlace:
 * @width: of the cell, in pixels
 * @y: where the line begins
 * @baseline: of the line, below @y
 * @at_end: whether the text stands at the right
 *
 * Where a text stands in a cell.
 */
typedef struct
{
  int width;
  int y;
  int baseline;
  gboolean at_end;
} TyTextPlace;

void ty_drawn_texts_get_line (PangoLayout       *layout,
                              int               *height,
                              int               *baseline);
void ty_drawn_texts_snapshot (GtkWidget         *widget,
                              GtkSnapshot       *snapshot,
                              PangoLayout       *layout,
                              const char        *text,
                              const TyTextPlace *place);

G_END_DECLS
