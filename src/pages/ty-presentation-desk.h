/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-presentation.h"

G_BEGIN_DECLS

GtkWindow *ty_presentation_desk_new    (TyPresentation *presentation,
                                        TySlides       *slides) G_GNUC_WARN_UNUSED_RESULT;
void       ty_presentation_desk_update (GtkWindow      *desk,
                                        guint           number);

G_END_DECLS
