/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TyTextColumnFunc:
 * @item: what stands in the row
 * @column: which of the columns
 *
 * Returns: (transfer none): the text
 */
typedef const char *(*TyTextColumnFunc) (gpointer item,
                                         guint    column);

/**
 * TyTextColumn:
 * @title: the heading, in English and marked for translation
 * @width: in pixels with text of the usual size; 0 = takes what is left
 * @at_end: whether its texts stand at the right: numbers and dates
 *
 * A column of a table of texts.
 */
typedef struct
{
  const char *title;
  int width;
  gboolean at_end;
} TyTextColumn;

void ty_text_columns_add     (GtkColumnView       *view,
                              const TyTextColumn  *columns,
                              guint                n_columns,
                              TyTextColumnFunc     func);
void ty_text_columns_show    (GtkColumnView       *view,
                              guint                column,
                              gboolean             shown);
int  ty_text_columns_measure (GtkColumnView       *view,
                              guint                column,
                              guint                characters);
void ty_text_columns_copy    (GtkColumnView       *view,
                              GListModel          *rows);

G_END_DECLS
