/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-chart.h"
#include "ty-theme.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * TyChartPictureFlags:
 * @TY_CHART_PICTURE_UNTITLED: the title stands elsewhere, as that of a slide does
 * @TY_CHART_PICTURE_WHOLE: as high as it needs to be, whatever height was given: of tables and texts
 *
 * What is laid out.
 */
typedef enum
{
  TY_CHART_PICTURE_NORMAL = 0,
  TY_CHART_PICTURE_UNTITLED = 1 << 0,
  TY_CHART_PICTURE_WHOLE = 1 << 1,
} TyChartPictureFlags;

/**
 * TyChartLabel:
 * @text: what is drawn; shorter than @whole where it had no room
 * @whole: what it says
 * @x: where its box begins, before it is turned round that point
 * @y: the same downwards
 * @width: of its box
 * @height: of its box
 * @angle: how it is turned, in radians
 * @size: of its letters, in pixels
 * @mark: the mark to which it belongs, or #TY_CHART_NONE
 *
 * A text of a picture.
 */
typedef struct
{
  const char *text;
  const char *whole;
  double x;
  double y;
  double width;
  double height;
  double angle;
  double size;
  guint mark;
} TyChartLabel;

/**
 * TyChartBox:
 * @x: in pixels
 * @y: in pixels
 * @width: in pixels
 * @height: in pixels
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TyChartBox;

typedef struct _TyChartPicture TyChartPicture;

TyChartPicture     *ty_chart_picture_new          (TyChart              *chart,
                                                   PangoContext         *context,
                                                   double                em,
                                                   double                width,
                                                   double                height,
                                                   TyChartPictureFlags   flags) G_GNUC_WARN_UNUSED_RESULT;
void                ty_chart_picture_free         (TyChartPicture       *self);
TyChart            *ty_chart_picture_get_chart    (TyChartPicture       *self);
void                ty_chart_picture_get_size     (TyChartPicture       *self,
                                                   double               *width,
                                                   double               *height);
void                ty_chart_picture_draw         (TyChartPicture       *self,
                                                   cairo_t              *cr,
                                                   const TyTheme        *theme,
                                                   guint                 hovered,
                                                   guint                 focused);
void                ty_chart_picture_draw_between (TyChartPicture       *self,
                                                   TyChartPicture       *before,
                                                   double                progress,
                                                   cairo_t              *cr,
                                                   const TyTheme        *theme);
void                ty_chart_picture_draw_readout (TyChartPicture       *self,
                                                   cairo_t              *cr,
                                                   const TyTheme        *theme,
                                                   guint                 mark);

guint               ty_chart_picture_find         (TyChartPicture       *self,
                                                   double                x,
                                                   double                y);
guint               ty_chart_picture_step         (TyChartPicture       *self,
                                                   guint                 mark,
                                                   int                   dx,
                                                   int                   dy);
gboolean            ty_chart_picture_get_bounds   (TyChartPicture       *self,
                                                   guint                 mark,
                                                   TyChartBox           *box);

guint               ty_chart_picture_get_n_left   (TyChartPicture       *self);
guint               ty_chart_picture_get_n_labels (TyChartPicture       *self);
const TyChartLabel *ty_chart_picture_get_label    (TyChartPicture       *self,
                                                   guint                 number);

TyChart            *ty_chart_slice_fitting        (TyChart              *chart,
                                                   guint                 first,
                                                   PangoContext         *context,
                                                   double                em,
                                                   double                width,
                                                   double                height,
                                                   TyChartPictureFlags   flags) G_GNUC_WARN_UNUSED_RESULT;
void                ty_chart_get_minimum          (TyChart              *chart,
                                                   PangoContext         *context,
                                                   double                em,
                                                   double               *width,
                                                   double               *height);
double              ty_chart_get_needed_height    (TyChart              *chart,
                                                   PangoContext         *context,
                                                   double                em,
                                                   double                width) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyChartPicture, ty_chart_picture_free)

G_END_DECLS
