/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-widgets-types.h"

G_BEGIN_DECLS

#define TY_FILE_ROW_PICTURE 40 /* pixels, side of its picture */

#define TY_TYPE_FILE_ROW (ty_file_row_get_type ())
G_DECLARE_FINAL_TYPE (TyFileRow, ty_file_row, TY, FILE_ROW, AdwBin)

GtkWidget *ty_file_row_new         (const char   *icon_name,
                                    const char   *title,
                                    const char   *caption) G_GNUC_WARN_UNUSED_RESULT;
void       ty_file_row_set_picture (TyFileRow    *self,
                                    GdkPaintable *picture);
void       ty_file_row_add_button  (TyFileRow    *self,
                                    const char   *icon_name,
                                    const char   *name,
                                    const char   *action,
                                    GVariant     *target);

G_END_DECLS
