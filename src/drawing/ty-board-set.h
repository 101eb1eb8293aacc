/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-board-sheet.h"

G_BEGIN_DECLS

typedef struct _TyBoardSet TyBoardSet;

TyBoardSet   *ty_board_set_new         (const char    *title,
                                        const char    *line) G_GNUC_WARN_UNUSED_RESULT;
void          ty_board_set_free        (TyBoardSet    *self);
TyBoardSheet *ty_board_set_add         (TyBoardSet    *self,
                                        const char    *title);
void          ty_board_set_lay_out     (TyBoardSet    *self,
                                        double         width,
                                        double         height);
guint         ty_board_set_get_n_pages (TyBoardSet    *self);
guint         ty_board_set_get_first_page (TyBoardSet *self,
                                        guint          sheet);
void          ty_board_set_draw_page   (TyBoardSet    *self,
                                        cairo_t       *cr,
                                        guint          page);

/* ty-board-file.c */
gboolean      ty_board_set_write_pdf   (TyBoardSet    *self,
                                        int            fd,
                                        GError       **error);
const char   *ty_board_set_get_title   (TyBoardSet    *self);
guint         ty_board_set_get_n_sheets (TyBoardSet   *self);
TyBoardSheet *ty_board_set_get_sheet   (TyBoardSet    *self,
                                        guint          sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyBoardSet, ty_board_set_free)

G_END_DECLS
