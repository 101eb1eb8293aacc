/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office.h"

G_BEGIN_DECLS

#define TY_TYPE_MERGE_WINDOW (ty_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (TyMergeWindow, ty_merge_window, TY, MERGE_WINDOW, AdwWindow)

TyMergeWindow *ty_merge_window_new      (GtkWindow     *parent,
                                         TyOffice      *office,
                                         gint64         kept,
                                         gint64         other);
gboolean       ty_merge_window_is_ready (TyMergeWindow *self);

G_END_DECLS
