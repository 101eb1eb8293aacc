/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-app-types.h"
#include "ty-office.h"

G_BEGIN_DECLS

/* Signal: "open" (int64): the person's page is wanted. */
#define TY_TYPE_PREVIEW_WINDOW (ty_preview_window_get_type ())
G_DECLARE_FINAL_TYPE (TyPreviewWindow, ty_preview_window, TY, PREVIEW_WINDOW, AdwWindow)

TyPreviewWindow *ty_preview_window_new (GtkWindow *parent,
                                        TyOffice  *office,
                                        gint64     person);

G_END_DECLS
