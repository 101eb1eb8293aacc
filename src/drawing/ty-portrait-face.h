/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * TY_PORTRAIT_WIDTH:
 *
 * The width of the field that a face is drawn in, whatever its size on the paper.
 */
#define TY_PORTRAIT_WIDTH 120.0
#define TY_PORTRAIT_HEIGHT 168.0

/**
 * TyPortraitFace:
 *
 * What a drawn person looks like: numbers in the field of %TY_PORTRAIT_WIDTH by
 * %TY_PORTRAIT_HEIGHT, colours as 0xRRGGBB.
 */
typedef struct
{
  gboolean woman;
  gboolean glasses;
  gboolean tie;
  gboolean lines;     /* beside the mouth, of an older face */
  guint hair_style;   /* 0 to 3 */
  guint background;
  guint skin;
  guint shade;        /* of the skin */
  guint hair;
  guint jacket;
  guint shirt;
  guint tie_colour;
  double half_width;  /* of the head */
  double chin;        /* its height from above */
  double brow;        /* the tilt of the eyebrows */
  double smile;       /* the depth of the mouth */
} TyPortraitFace;

TyPortraitFace ty_portrait_face_new       (guint32               seed,
                                           int                   sex,
                                           int                   age);
void           ty_portrait_face_draw      (const TyPortraitFace *self,
                                           cairo_t              *cr);
void           ty_portrait_face_set_colour (cairo_t             *cr,
                                           guint                 colour);

G_END_DECLS
