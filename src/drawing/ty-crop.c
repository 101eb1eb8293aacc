/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-crop"

#include "config.h"

#include "ty-crop.h"

#define LEAST_SHARE 0.1 /* of the widest one: what is smaller cannot be meant */

/**
 * ty_crop_init:
 * @self: (out): what is kept
 * @image_width: of the upright picture, in pixels
 * @image_height: of the upright picture, in pixels
 *
 * Keeps the largest rectangle in the middle.
 */
void
ty_crop_init (TyCrop *self,
              int     image_width,
              int     image_height)
{
  g_return_if_fail (image_width > 0 && image_height > 0);

  self->image_width = image_width;
  self->image_height = image_height;
  self->width = ty_crop_get_most (self);
  self->x = (image_width - self->width) / 2;
  self->y = (image_height - ty_crop_get_height (self)) / 2;
}

/**
 * ty_crop_get_height:
 * @self: what is kept
 *
 * Returns: its height
 */
double
ty_crop_get_height (const TyCrop *self)
{
  return self->width * TY_CROP_ASPECT;
}

/**
 * ty_crop_get_most:
 * @self: what is kept
 *
 * Returns: how wide it can be
 */
double
ty_crop_get_most (const TyCrop *self)
{
  return MIN (self->image_width, self->image_height / TY_CROP_ASPECT);
}

static double
limit_width (const TyCrop *self,
             double        width,
             double        most)
{
  double widest = ty_crop_get_most (self);

  return CLAMP (width, MIN (widest * LEAST_SHARE, most), MIN (widest, most));
}

/**
 * ty_crop_move:
 * @self: what is kept
 * @dx: to the right, in pixels of the picture
 * @dy: down
 *
 * Moves it, as far as the picture goes.
 */
void
ty_crop_move (TyCrop *self,
              double  dx,
              double  dy)
{
  self->x = CLAMP (self->x + dx, 0, self->image_width - self->width);
  self->y = CLAMP (self->y + dy, 0, self->image_height - ty_crop_get_height (self));
}

/**
 * ty_crop_drag:
 * @self: what is kept
 * @corner: which corner is dragged; the opposite one stays
 * @x: where to, in pixels of the picture
 * @y: where to
 *
 * Makes it larger or smaller. The shape stays, so that it follows whichever direction asks for more.
 */
void
ty_crop_drag (TyCrop       *self,
              TyCropCorner  corner,
              double        x,
              double        y)
{
  gboolean left = corner == TY_CROP_TOP_LEFT || corner == TY_CROP_BOTTOM_LEFT;
  gboolean top = corner == TY_CROP_TOP_LEFT || corner == TY_CROP_TOP_RIGHT;
  double fixed_x = left ? self->x + self->width : self->x;
  double fixed_y = top ? self->y + ty_crop_get_height (self) : self->y;
  double room_x = left ? fixed_x : self->image_width - fixed_x;
  double room_y = top ? fixed_y : self->image_height - fixed_y;
  double asked = MAX (left ? fixed_x - x : x - fixed_x,
                      (top ? fixed_y - y : y - fixed_y) / TY_CROP_ASPECT);

  self->width = limit_width (self, asked, MIN (room_x, room_y / TY_CROP_ASPECT));
  self->x = left ? fixed_x - self->width : fixed_x;
  self->y = top ? fixed_y - ty_crop_get_height (self) : fixed_y;
  ty_crop_move (self, 0, 0);
}

/**
 * ty_crop_zoom:
 * @self: what is kept
 * @factor: above 1 keeps more of the picture
 *
 * Makes it larger or smaller around its middle.
 */
void
ty_crop_zoom (TyCrop *self,
              double  factor)
{
  double middle_x = self->x + self->width / 2;
  double middle_y = self->y + ty_crop_get_height (self) / 2;

  self->width = limit_width (self, self->width * factor, G_MAXDOUBLE);
  self->x = middle_x - self->width / 2;
  self->y = middle_y - ty_crop_get_height (self) / 2;
  ty_crop_move (self, 0, 0);
}

/**
 * ty_crop_turn:
 * @self: what is kept
 * @clockwise: in which direction the picture was turned, by a quarter
 *
 * Goes along when the picture is turned: around the same middle, as large as it can be there.
 */
void
ty_crop_turn (TyCrop   *self,
              gboolean  clockwise)
{
  double middle_x = self->x + self->width / 2;
  double middle_y = self->y + ty_crop_get_height (self) / 2;
  double share = self->width / ty_crop_get_most (self);
  TyCrop turned = { .image_width = self->image_height, .image_height = self->image_width };

  turned.width = ty_crop_get_most (&turned) * share;
  turned.x = (clockwise ? self->image_height - middle_y : middle_y) - turned.width / 2;
  turned.y = (clockwise ? middle_x : self->image_width - middle_x) - ty_crop_get_height (&turned) / 2;
  *self = turned;
  ty_crop_move (self, 0, 0);
}
