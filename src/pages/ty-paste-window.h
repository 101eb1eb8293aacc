/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office-lists.h"

G_BEGIN_DECLS

#define TY_TYPE_PASTE_WINDOW (ty_paste_window_get_type ())
G_DECLARE_FINAL_TYPE (TyPasteWindow, ty_paste_window, TY, PASTE_WINDOW, AdwWindow)

/* Signal “saved” (s text, x list): the change was acknowledged; the text says what was done. */
TyPasteWindow *ty_paste_window_new        (TyOffice      *office,
                                           TyPersonList  *list,
                                           const char    *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean       ty_paste_window_is_finding (TyPasteWindow *self);

G_END_DECLS
