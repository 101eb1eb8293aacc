/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-chart-picture.h"

#include <cairo.h>

G_BEGIN_DECLS

/* The logical size of a slide, which is scaled to any screen. */
#define TY_SLIDE_WIDTH 1920.0
#define TY_SLIDE_HEIGHT 1080.0

typedef struct _TySlides TySlides;

TySlides       *ty_slides_new         (const char     *county,
                                       const char     *line) G_GNUC_WARN_UNUSED_RESULT;
TySlides       *ty_slides_new_like    (TySlides       *other) G_GNUC_WARN_UNUSED_RESULT;
TySlides       *ty_slides_ref         (TySlides       *self);
void            ty_slides_unref       (TySlides       *self);
guint           ty_slides_add         (TySlides       *self,
                                       TyChart        *chart,
                                       const char     *notes);
void            ty_slides_add_page    (TySlides       *self,
                                       const char     *title,
                                       GPtrArray      *charts);
guint           ty_slides_get_n       (TySlides       *self);
const char     *ty_slides_get_title   (TySlides       *self,
                                       guint           number);
const char     *ty_slides_get_notes   (TySlides       *self,
                                       guint           number);
guint           ty_slides_get_n_parts (TySlides       *self,
                                       guint           number);
TyChartPicture *ty_slides_get_picture (TySlides       *self,
                                       guint           number,
                                       guint           part);
char           *ty_slides_dup_summary (TySlides       *self,
                                       guint           number) G_GNUC_WARN_UNUSED_RESULT;
guint           ty_slides_locate      (TySlides       *self,
                                       guint           number,
                                       guint           mark,
                                       guint          *category,
                                       guint          *series);
guint           ty_slides_step        (TySlides       *self,
                                       guint           number,
                                       guint           mark,
                                       gboolean        back);
char           *ty_slides_dup_readout (TySlides       *self,
                                       guint           number,
                                       guint           mark);
guint           ty_slides_find        (TySlides       *self,
                                       guint           number,
                                       double          width,
                                       double          height,
                                       double          x,
                                       double          y);
void            ty_slides_draw        (TySlides       *self,
                                       guint           number,
                                       cairo_t        *cr,
                                       const TyTheme  *theme,
                                       double          width,
                                       double          height,
                                       guint           hovered,
                                       guint           focused);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TySlides, ty_slides_unref)

G_END_DECLS
