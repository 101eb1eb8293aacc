/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-slides.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TY_TYPE_PRESENTATION (ty_presentation_get_type ())
G_DECLARE_FINAL_TYPE (TyPresentation, ty_presentation, TY, PRESENTATION, GtkWindow)

TyPresentation *ty_presentation_new         (TySlides        *slides) G_GNUC_WARN_UNUSED_RESULT;
void            ty_presentation_start       (TyPresentation  *self,
                                             GtkWindow       *parent);
void            ty_presentation_draw        (TyPresentation  *self,
                                             cairo_t         *cr,
                                             double           width,
                                             double           height);
guint           ty_presentation_get_number  (TyPresentation  *self);
void            ty_presentation_go          (TyPresentation  *self,
                                             guint            number);
gboolean        ty_presentation_is_blank    (TyPresentation  *self);
void            ty_presentation_set_seconds (TyPresentation  *self,
                                             guint            seconds);
gboolean        ty_presentation_is_running  (TyPresentation  *self);
void            ty_presentation_show_people (TyPresentation  *self,
                                             TyChart         *chart);
TySlides       *ty_presentation_get_people  (TyPresentation  *self);
TySlides       *ty_presentation_get_shown   (TyPresentation  *self,
                                             guint           *number,
                                             guint           *mark);
gboolean        ty_presentation_press       (TyPresentation  *self,
                                             guint            key);

G_END_DECLS
