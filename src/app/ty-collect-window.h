/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-app-types.h"
#include "ty-office.h"

G_BEGIN_DECLS

#define TY_TYPE_COLLECT_WINDOW (ty_collect_window_get_type ())
G_DECLARE_FINAL_TYPE (TyCollectWindow, ty_collect_window, TY, COLLECT_WINDOW, AdwWindow)

/* Signals “sent-out” (s text, s path of one of them) and “taken” (s text). */
TyCollectWindow *ty_collect_window_new      (GtkWindow       *parent,
                                             TyOffice        *office) G_GNUC_WARN_UNUSED_RESULT;
void             ty_collect_window_send_out (TyCollectWindow *self,
                                             const char      *folder);
void             ty_collect_window_read     (TyCollectWindow *self,
                                             const char *const *places);
gboolean         ty_collect_window_is_idle  (TyCollectWindow *self);
GListModel      *ty_collect_window_get_items (TyCollectWindow *self);

G_END_DECLS
