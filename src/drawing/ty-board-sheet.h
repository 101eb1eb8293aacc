/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-chart-picture.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Sizes of pages in points: a screen of 16 : 9, and A4 across. */
#define TY_BOARD_WIDE_WIDTH 960.0
#define TY_BOARD_WIDE_HEIGHT 540.0
#define TY_BOARD_A4_WIDTH 841.89
#define TY_BOARD_A4_HEIGHT 595.28

/* Columns of a page; cards stand in rows, one after the other. */
#define TY_BOARD_COLUMNS 12

/* The least and the greatest width of a picture, in pixels. */
#define TY_BOARD_PIXELS_LEAST 320
#define TY_BOARD_PIXELS_MOST 16384

typedef struct _TyBoardSheet TyBoardSheet;

TyBoardSheet   *ty_board_sheet_new            (const char    *title,
                                               const char    *line,
                                               const char    *footer) G_GNUC_WARN_UNUSED_RESULT;
void            ty_board_sheet_free           (TyBoardSheet  *self);
void            ty_board_sheet_add            (TyBoardSheet  *self,
                                               TyChart       *chart,
                                               guint          columns,
                                               guint          rows);
void            ty_board_sheet_lay_out        (TyBoardSheet  *self,
                                               double         width,
                                               double         height);
void            ty_board_sheet_set_numbers    (TyBoardSheet  *self,
                                               guint          first,
                                               guint          n);
guint           ty_board_sheet_get_n_pages    (TyBoardSheet  *self);
void            ty_board_sheet_get_page_size  (TyBoardSheet  *self,
                                               double        *width,
                                               double        *height);
guint           ty_board_sheet_get_n_pictures (TyBoardSheet  *self);
TyChartPicture *ty_board_sheet_get_picture    (TyBoardSheet  *self,
                                               guint          number);
void            ty_board_sheet_draw_page      (TyBoardSheet  *self,
                                               cairo_t       *cr,
                                               guint          page);

/* ty-board-file.c */
gboolean        ty_board_sheet_write_pdf      (TyBoardSheet  *self,
                                               int            fd,
                                               GError       **error);
gboolean        ty_board_sheet_write_svg      (TyBoardSheet  *self,
                                               int            fd,
                                               GError       **error);
gboolean        ty_board_sheet_write_png      (TyBoardSheet  *self,
                                               int            fd,
                                               guint          pixels,
                                               GError       **error);
const char     *ty_board_sheet_get_title      (TyBoardSheet  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyBoardSheet, ty_board_sheet_free)

G_END_DECLS
