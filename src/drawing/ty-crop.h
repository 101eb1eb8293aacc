/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of the photo of the official form: width by height 4 : 5, in the width of its box. */
#define TY_CROP_ASPECT 1.25
#define TY_CROP_PRINT_WIDTH 36.3 /* mm */

typedef enum
{
  TY_CROP_TOP_LEFT,
  TY_CROP_TOP_RIGHT,
  TY_CROP_BOTTOM_LEFT,
  TY_CROP_BOTTOM_RIGHT,
} TyCropCorner;

/**
 * TyCrop:
 * @image_width: of the upright picture, in pixels
 * @image_height: of the upright picture, in pixels
 * @x: left edge of what is kept, in pixels of the picture
 * @y: its upper edge
 * @width: its width; the height follows by %TY_CROP_ASPECT
 *
 * What is kept of a picture: a rectangle of the shape of a photo, always within the picture.
 */
typedef struct
{
  double image_width;
  double image_height;
  double x;
  double y;
  double width;
} TyCrop;

void   ty_crop_init       (TyCrop       *self,
                           int           image_width,
                           int           image_height);
double ty_crop_get_height (const TyCrop *self);
double ty_crop_get_most   (const TyCrop *self);
void   ty_crop_move       (TyCrop       *self,
                           double        dx,
                           double        dy);
void   ty_crop_drag       (TyCrop       *self,
                           TyCropCorner  corner,
                           double        x,
                           double        y);
void   ty_crop_zoom       (TyCrop       *self,
                           double        factor);
void   ty_crop_turn       (TyCrop       *self,
                           gboolean      clockwise);

G_END_DECLS
