/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-portrait-hair"

#include "config.h"

#include "ty-portrait-hair.h"

#include <math.h>

#define MIDDLE (TY_PORTRAIT_WIDTH / 2)
#define TIED 2 /* a woman's hair style */

/* The outline of the hair from ear to ear over the crown; the hairline closes it. */
static void
trace_crown (const TyPortraitFace *face,
             cairo_t              *cr,
             double                ear,
             double                crown)
{
  double w = face->half_width + 1.8;

  cairo_move_to (cr, MIDDLE - face->half_width + 0.6, ear);
  cairo_line_to (cr, MIDDLE - w, ear - 4);
  cairo_curve_to (cr, MIDDLE - w - 3, crown + 4, MIDDLE - 16, crown, MIDDLE, crown);
  cairo_curve_to (cr, MIDDLE + 16, crown, MIDDLE + w + 3, crown + 4, MIDDLE + w, ear - 4);
  cairo_line_to (cr, MIDDLE + face->half_width - 0.6, ear);
}

static void
draw_side_parting (const TyPortraitFace *face,
                   cairo_t              *cr)
{
  double w = face->half_width;

  trace_crown (face, cr, 70, 32);
  cairo_curve_to (cr, MIDDLE + w - 2, 62, MIDDLE + w - 3, 57, MIDDLE + w - 7, 53);
  cairo_curve_to (cr, MIDDLE + 6, 53, MIDDLE - 6, 51, MIDDLE - 11, 46);
  cairo_curve_to (cr, MIDDLE - 14, 52, MIDDLE - w + 2, 54, MIDDLE - w + 0.6, 70);
}

static void
draw_crew_cut (const TyPortraitFace *face,
               cairo_t              *cr)
{
  double w = face->half_width;

  trace_crown (face, cr, 66, 35);
  cairo_curve_to (cr, MIDDLE + w - 1.5, 58, MIDDLE + w - 3, 54, MIDDLE + w - 6, 50);
  cairo_curve_to (cr, MIDDLE + 7, 47.5, MIDDLE - 7, 47.5, MIDDLE - w + 6, 50);
  cairo_curve_to (cr, MIDDLE - w + 3, 54, MIDDLE - w + 1.5, 58, MIDDLE - w + 0.6, 66);
}

static void
draw_receding (const TyPortraitFace *face,
               cairo_t              *cr)
{
  double w = face->half_width;

  trace_crown (face, cr, 70, 36);
  cairo_curve_to (cr, MIDDLE + w - 1.5, 62, MIDDLE + w - 2.5, 56, MIDDLE + w - 5, 52);
  cairo_curve_to (cr, MIDDLE + w - 7, 44, MIDDLE + 10, 42, MIDDLE + 6, 44);
  cairo_curve_to (cr, MIDDLE + 2, 45.5, MIDDLE - 2, 45.5, MIDDLE - 6, 44);
  cairo_curve_to (cr, MIDDLE - 10, 42, MIDDLE - w + 7, 44, MIDDLE - w + 5, 52);
  cairo_curve_to (cr, MIDDLE - w + 2.5, 56, MIDDLE - w + 1.5, 62, MIDDLE - w + 0.6, 70);
}

static void
draw_swept (const TyPortraitFace *face,
            cairo_t              *cr)
{
  double w = face->half_width;

  trace_crown (face, cr, 69, 30);
  cairo_curve_to (cr, MIDDLE + w - 1.5, 60, MIDDLE + w - 3, 55, MIDDLE + w - 5, 50);
  cairo_curve_to (cr, MIDDLE + 12, 45, MIDDLE + 4, 44, MIDDLE - 2, 46);
  cairo_curve_to (cr, MIDDLE - 10, 48, MIDDLE - 15, 51, MIDDLE - w + 5, 55);
  cairo_curve_to (cr, MIDDLE - w + 3, 58, MIDDLE - w + 1.5, 62, MIDDLE - w + 0.6, 69);
}

/* Women's hair falls from a parting; how far it reaches down is drawn behind the face. */
static void
draw_parted (const TyPortraitFace *face,
             cairo_t              *cr,
             double                parting,
             double                ear)
{
  double w = face->half_width;

  trace_crown (face, cr, ear, 30);
  cairo_curve_to (cr, MIDDLE + w + 0.5, 68, MIDDLE + w - 3, 60, MIDDLE + w - 6, 57);
  cairo_curve_to (cr, MIDDLE + 12, 55, MIDDLE + parting + 4, 50, MIDDLE + parting, 43);
  cairo_curve_to (cr, MIDDLE + parting - 4, 50, MIDDLE - 12, 55, MIDDLE - w + 6, 57);
  cairo_curve_to (cr, MIDDLE - w + 3, 60, MIDDLE - w - 0.5, 68, MIDDLE - w + 0.6, ear);
}

static void
draw_fringe (const TyPortraitFace *face,
             cairo_t              *cr)
{
  double w = face->half_width;

  trace_crown (face, cr, 84, 31);
  cairo_curve_to (cr, MIDDLE + w - 1, 72, MIDDLE + w - 2, 63, MIDDLE + w - 5, 57);
  cairo_curve_to (cr, MIDDLE + 10, 58, MIDDLE - 2, 55, MIDDLE - 9, 49);
  cairo_curve_to (cr, MIDDLE - 11, 53, MIDDLE - w + 8, 56, MIDDLE - w + 5, 57);
  cairo_curve_to (cr, MIDDLE - w + 2, 63, MIDDLE - w + 1, 72, MIDDLE - w + 0.6, 84);
}

/**
 * ty_portrait_hair_hides_ears:
 * @face: a face
 *
 * Returns: whether the hair falls over the ears
 */
gboolean
ty_portrait_hair_hides_ears (const TyPortraitFace *face)
{
  return face->woman && face->hair_style != TIED;
}

static void
draw_bun (cairo_t *cr)
{
  cairo_arc (cr, MIDDLE, 33, 9.5, 0, 2 * G_PI);
  cairo_fill (cr);
}

/**
 * ty_portrait_hair_draw_behind:
 * @face: a face
 * @cr: what it is drawn on
 *
 * Draws the hair that falls behind neck and shoulders.
 */
void
ty_portrait_hair_draw_behind (const TyPortraitFace *face,
                              cairo_t              *cr)
{
  static const double lengths[] = { 100, 93, 0, 122 };
  double length = lengths[face->hair_style % G_N_ELEMENTS (lengths)];
  double w = face->half_width + 3.4;

  if (!face->woman)
    return;

  ty_portrait_face_set_colour (cr, face->hair);
  if (face->hair_style == TIED)
    {
      draw_bun (cr);
      return;
    }

  cairo_move_to (cr, MIDDLE - w, 58);
  cairo_curve_to (
      cr, MIDDLE - w - 3, length - 16, MIDDLE - w - 1, length - 3, MIDDLE - w + 5, length);
  cairo_line_to (cr, MIDDLE + w - 5, length);
  cairo_curve_to (cr, MIDDLE + w + 1, length - 3, MIDDLE + w + 3, length - 16, MIDDLE + w, 58);
  cairo_curve_to (cr, MIDDLE + w, 40, MIDDLE - w, 40, MIDDLE - w, 58);
  cairo_fill (cr);
}

/**
 * ty_portrait_hair_draw:
 * @face: a face
 * @cr: what it is drawn on
 *
 * Draws the hair above the forehead and at the temples.
 */
void
ty_portrait_hair_draw (const TyPortraitFace *face,
                       cairo_t              *cr)
{
  ty_portrait_face_set_colour (cr, face->hair);
  if (face->woman)
    switch (face->hair_style)
      {
      case 0:
        draw_fringe (face, cr);
        break;
      case 1:
        draw_parted (face, cr, -8, 82);
        break;
      case TIED:
        draw_parted (face, cr, 0, 68);
        break;
      default:
        draw_parted (face, cr, 7, 86);
      }
  else
    switch (face->hair_style)
      {
      case 0:
        draw_side_parting (face, cr);
        break;
      case 1:
        draw_crew_cut (face, cr);
        break;
      case 2:
        draw_receding (face, cr);
        break;
      default:
        draw_swept (face, cr);
      }
  cairo_close_path (cr);
  cairo_fill (cr);
}
