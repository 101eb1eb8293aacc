/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-app-types.h"
#include "ty-office.h"
#include "ty-paper-save.h"

G_BEGIN_DECLS

#define TY_TYPE_PAPER_WINDOW (ty_paper_window_get_type ())
G_DECLARE_FINAL_TYPE (TyPaperWindow, ty_paper_window, TY, PAPER_WINDOW, AdwWindow)

TyPaperWindow *ty_paper_window_new         (GtkWindow     *parent,
                                            TyOffice      *office,
                                            GArray        *people) G_GNUC_WARN_UNUSED_RESULT;
TyPaperWindow *ty_paper_window_new_of_pairings (GtkWindow *parent,
                                            TyOffice      *office,
                                            GArray        *people) G_GNUC_WARN_UNUSED_RESULT;
guint          ty_paper_window_get_n_pages (TyPaperWindow *self);
gboolean       ty_paper_window_is_busy     (TyPaperWindow *self);
void           ty_paper_window_show_form   (TyPaperWindow *self,
                                            const char    *id);
TyPaperSave   *ty_paper_window_get_save    (TyPaperWindow *self);
void           ty_paper_window_save        (TyPaperWindow *self,
                                            const char    *path);

G_END_DECLS
