/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-app-types.h"
#include "ty-office.h"
#include "ty-page.h"

G_BEGIN_DECLS

#define TY_TYPE_WINDOW (ty_window_get_type ())
G_DECLARE_FINAL_TYPE (TyWindow, ty_window, TY, WINDOW, AdwApplicationWindow)

TyWindow *ty_window_new        (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;
TyOffice *ty_window_get_office (TyWindow       *self);
TyPage   *ty_window_get_page   (TyWindow       *self);
void      ty_window_start      (TyWindow       *self,
                                const char     *path);
void      ty_window_open_file  (TyWindow       *self,
                                const char     *path);
gboolean  ty_window_shows_file (TyWindow       *self,
                                const char     *path);
gboolean  ty_window_is_closing (TyWindow       *self);
gboolean  ty_window_is_free    (TyWindow       *self);
void      ty_window_say        (TyWindow       *self,
                                const char     *text,
                                gboolean        with_undo);
void      ty_window_tell_problem (TyWindow     *self,
                                const char     *message);
const char *ty_window_get_problem (TyWindow    *self);
gboolean  ty_window_is_settled (TyWindow       *self);

G_END_DECLS
