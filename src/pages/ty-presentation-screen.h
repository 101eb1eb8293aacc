/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-presentation.h"

G_BEGIN_DECLS

#define TY_TYPE_PRESENTATION_SCREEN (ty_presentation_screen_get_type ())
G_DECLARE_FINAL_TYPE (TyPresentationScreen, ty_presentation_screen, TY, PRESENTATION_SCREEN, GtkWidget)

GtkWidget *ty_presentation_screen_new    (TyPresentation       *presentation) G_GNUC_WARN_UNUSED_RESULT;
void       ty_presentation_screen_update (TyPresentationScreen *self);

G_END_DECLS
