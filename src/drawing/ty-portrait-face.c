/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-portrait-face"

#include "config.h"

#include "ty-portrait-face.h"

#include "ty-portrait-hair.h"

#include <math.h>

#define MIDDLE (TY_PORTRAIT_WIDTH / 2)
#define EYES 69.0
#define HEAD_SCALE 1.07
#define HEAD_DROP 0.5
#define LINE_COLOUR 0x3a2c26

typedef struct
{
  guint skin;
  guint shade;
} Skin;

static const Skin skins[] = {
  { 0xf0cfb4, 0xdcb497 }, { 0xe9c3a3, 0xd2a784 }, { 0xe2b895, 0xc99b77 },
  { 0xf3d6bf, 0xe0bca1 }, { 0xe4bd9c, 0xcba17d },
};
static const guint backgrounds[] = { 0xdde5e8, 0xe2e6ea, 0xe6e4dd, 0xdbe6e1 };
static const guint jackets[] = { 0x2f3a46, 0x37424a, 0x3a3d44, 0x2d3b3f, 0x44403f };
static const guint women_jackets[] = { 0x2f3a46, 0x4a3f4c, 0x3d4a5c, 0x5a3d40, 0x35504d };
static const guint shirts[] = { 0xf7f7f4, 0xe8eef4, 0xf2ece2 };
static const guint ties[] = { 0x6e2a2e, 0x2c4a68, 0x3f5a4a, 0x594a3a };
static const guint dark_hairs[] = { 0x1c1c1c, 0x242424, 0x2c2424 };
static const guint grey_hairs[] = { 0x545454, 0x747474, 0x949494 };

#define PICK(rand, array) \
  (array)[g_rand_int_range ((rand), 0, G_N_ELEMENTS (array))]

static guint
pick_hair (GRand *rand,
           int    age)
{
  int grey = age < 46 ? 0 : (age - 44) * 4;
  int lightest = CLAMP ((age - 46) / 6, 0, (int) G_N_ELEMENTS (grey_hairs) - 1);

  if (g_rand_int_range (rand, 0, 100) >= grey)
    return PICK (rand, dark_hairs);

  return grey_hairs[g_rand_int_range (rand, 0, lightest + 1)];
}

/**
 * ty_portrait_face_new:
 * @seed: which of the many faces
 * @sex: 1 or 2, as in GB/T 2261.1
 * @age: full years
 *
 * Returns: how that person looks
 */
TyPortraitFace
ty_portrait_face_new (guint32 seed,
                      int     sex,
                      int     age)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  TyPortraitFace self = { 0 };
  Skin skin = PICK (rand, skins);

  self.woman = sex == 2;
  self.skin = skin.skin;
  self.shade = skin.shade;
  self.background = PICK (rand, backgrounds);
  self.hair = pick_hair (rand, age);
  self.hair_style = (guint) g_rand_int_range (rand, 0, 4);
  if (!self.woman && age >= 52 && g_rand_int_range (rand, 0, 3) == 0)
    self.hair_style = 2;
  else if (!self.woman && age < 45 && self.hair_style == 2)
    self.hair_style = 0;
  self.jacket = self.woman ? PICK (rand, women_jackets) : PICK (rand, jackets);
  self.shirt = PICK (rand, shirts);
  self.tie_colour = PICK (rand, ties);
  self.tie = !self.woman && g_rand_int_range (rand, 0, 5) < 3;
  self.glasses = g_rand_int_range (rand, 0, 100) < (age < 50 ? 30 : 38);
  self.lines = age >= 50 || (age >= 44 && g_rand_boolean (rand));
  self.half_width = (self.woman ? 22.2 : 23.4) + g_rand_int_range (rand, 0, 20) / 10.0;
  self.chin = (self.woman ? 99.0 : 101.0) + g_rand_int_range (rand, 0, 30) / 10.0;
  self.brow = g_rand_int_range (rand, -6, 9) / 10.0;
  self.smile = 1.2 + g_rand_int_range (rand, 0, 20) / 10.0;
  return self;
}

/**
 * ty_portrait_face_set_colour:
 * @cr: what is drawn on
 * @colour: 0xRRGGBB
 *
 * Draws with that colour from now on.
 */
void
ty_portrait_face_set_colour (cairo_t *cr,
                             guint    colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

/* A polygon that is the same on both sides of the middle, by its right half from above. */
static void
fill_mirrored (cairo_t      *cr,
               const double (*points)[2],
               guint         n)
{
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, MIDDLE + points[i][0], points[i][1]);
  for (guint i = n; i > 0; i--)
    cairo_line_to (cr, MIDDLE - points[i - 1][0], points[i - 1][1]);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_jacket (const TyPortraitFace *self,
             cairo_t              *cr)
{
  double slope = self->woman ? 3.0 : 0.0;
  double reach = self->woman ? 47.0 : 53.0;

  ty_portrait_face_set_colour (cr, self->jacket);
  cairo_move_to (cr, MIDDLE - reach, TY_PORTRAIT_HEIGHT);
  cairo_curve_to (cr, MIDDLE - reach + 1, 144 + slope, MIDDLE - 40, 131 + slope, MIDDLE - 13, 121);
  cairo_line_to (cr, MIDDLE + 13, 121);
  cairo_curve_to (cr, MIDDLE + 40, 131 + slope, MIDDLE + reach - 1, 144 + slope, MIDDLE + reach,
                  TY_PORTRAIT_HEIGHT);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_shirt (const TyPortraitFace *self,
            cairo_t              *cr)
{
  static const double opening[][2] = { { 12.5, 119 }, { 14, 124 }, { 0, 160 } };
  static const double open_collar[][2] = { { 9, 112 }, { 9, 122 }, { 0, 136 } };
  static const double tie[][2] = { { 3.6, 128 }, { 2.8, 133 }, { 5, 157 }, { 3, 168 } };
  static const double knot[][2] = { { 4.2, 127 }, { 2.6, 133 } };

  ty_portrait_face_set_colour (cr, self->shirt);
  fill_mirrored (cr, opening, G_N_ELEMENTS (opening));
  if (!self->tie)
    {
      ty_portrait_face_set_colour (cr, self->shade);
      fill_mirrored (cr, open_collar, G_N_ELEMENTS (open_collar));
      return;
    }

  cairo_save (cr);
  for (guint i = 0; i < G_N_ELEMENTS (opening); i++)
    cairo_line_to (cr, MIDDLE + opening[i][0], opening[i][1]);
  for (guint i = G_N_ELEMENTS (opening); i > 0; i--)
    cairo_line_to (cr, MIDDLE - opening[i - 1][0], opening[i - 1][1]);
  cairo_clip (cr);
  ty_portrait_face_set_colour (cr, self->tie_colour);
  fill_mirrored (cr, tie, G_N_ELEMENTS (tie));
  cairo_restore (cr);
  ty_portrait_face_set_colour (cr, self->tie_colour);
  fill_mirrored (cr, knot, G_N_ELEMENTS (knot));
}

static void
draw_collar (const TyPortraitFace *self,
             cairo_t              *cr)
{
  for (int side = -1; side <= 1; side += 2)
    {
      ty_portrait_face_set_colour (cr, self->shirt);
      cairo_move_to (cr, MIDDLE + side * 10.5, 115);
      cairo_line_to (cr, MIDDLE + side * 14.5, 124);
      cairo_line_to (cr, MIDDLE + side * 7.0, 135);
      cairo_line_to (cr, MIDDLE + side * (self->tie ? 1.5 : 3.5), 127);
      cairo_close_path (cr);
      cairo_fill_preserve (cr);
      ty_portrait_face_set_colour (cr, 0xc9ccd0);
      cairo_set_line_width (cr, 0.7);
      cairo_stroke (cr);

      /* The lapel, a thin line in a jacket of one colour */
      cairo_set_source_rgba (cr, 1, 1, 1, 0.16);
      cairo_set_line_width (cr, 1.2);
      cairo_move_to (cr, MIDDLE + side * 15, 123);
      cairo_line_to (cr, MIDDLE + side * 25, 139);
      cairo_line_to (cr, MIDDLE + side * 18.5, 141);
      cairo_line_to (cr, MIDDLE + side * 2, 165);
      cairo_stroke (cr);
    }
}

static void
draw_neck (const TyPortraitFace *self,
           cairo_t              *cr)
{
  double half = self->woman ? 9.4 : 11.6;

  ty_portrait_face_set_colour (cr, self->shade);
  cairo_move_to (cr, MIDDLE - half, 90);
  cairo_line_to (cr, MIDDLE + half, 90);
  cairo_line_to (cr, MIDDLE + half + 1, 121);
  cairo_line_to (cr, MIDDLE, 131);
  cairo_line_to (cr, MIDDLE - half - 1, 121);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_head (const TyPortraitFace *self,
           cairo_t              *cr)
{
  double w = self->half_width;
  double jaw = self->woman ? 0.66 : 0.76;

  ty_portrait_face_set_colour (cr, self->shade);
  for (int side = -1; side <= 1 && !ty_portrait_hair_hides_ears (self); side += 2)
    {
      cairo_save (cr);
      cairo_translate (cr, MIDDLE + side * (w - 0.2), 72);
      cairo_scale (cr, 3.6, 6.4);
      cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
      cairo_restore (cr);
      cairo_fill (cr);
    }

  ty_portrait_face_set_colour (cr, self->skin);
  cairo_move_to (cr, MIDDLE - w, 62);
  cairo_curve_to (cr, MIDDLE - w, 30, MIDDLE + w, 30, MIDDLE + w, 62);
  cairo_curve_to (cr, MIDDLE + w, 80, MIDDLE + w * jaw + 3, 90, MIDDLE + w * jaw - 3, 94);
  cairo_curve_to (cr, MIDDLE + 9, self->chin, MIDDLE + 5, self->chin + 1, MIDDLE, self->chin + 1);
  cairo_curve_to (cr, MIDDLE - 5, self->chin + 1, MIDDLE - 9, self->chin, MIDDLE - w * jaw + 3, 94);
  cairo_curve_to (cr, MIDDLE - w * jaw - 3, 90, MIDDLE - w, 80, MIDDLE - w, 62);
  cairo_fill (cr);
}

static void
draw_eyes (const TyPortraitFace *self,
           cairo_t              *cr)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int side = -1; side <= 1; side += 2)
    {
      double x = MIDDLE + side * 9.6;

      ty_portrait_face_set_colour (cr, LINE_COLOUR);
      cairo_arc (cr, x, EYES, 1.75, 0, 2 * G_PI);
      cairo_fill (cr);
      cairo_set_line_width (cr, self->woman ? 1.3 : 1.0);
      cairo_move_to (cr, x - 3.8, EYES - 0.4);
      cairo_curve_to (cr, x - 2, EYES - 2.6, x + 2, EYES - 2.6, x + 3.8, EYES - 0.4);
      cairo_stroke (cr);

      ty_portrait_face_set_colour (cr, self->hair);
      cairo_set_line_width (cr, self->woman ? 1.4 : 2.1);
      cairo_move_to (cr, x - side * 4.6, EYES - 6.2 + self->brow);
      cairo_curve_to (cr, x - side * 1, EYES - 8.0, x + side * 3, EYES - 7.6, x + side * 5.2,
                      EYES - 5.6);
      cairo_stroke (cr);
    }
}

static void
draw_nose_and_mouth (const TyPortraitFace *self,
                     cairo_t              *cr)
{
  double mouth = self->chin - 11.5;

  ty_portrait_face_set_colour (cr, self->shade);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, MIDDLE + 1, EYES + 3);
  cairo_line_to (cr, MIDDLE + 2.8, EYES + 11);
  cairo_line_to (cr, MIDDLE - 2.2, EYES + 11.6);
  cairo_stroke (cr);
  if (self->lines)
    {
      cairo_set_line_width (cr, 1.0);
      for (int side = -1; side <= 1; side += 2)
        {
          cairo_move_to (cr, MIDDLE + side * 6.4, EYES + 11.5);
          cairo_curve_to (cr, MIDDLE + side * 8.6, EYES + 13.5, MIDDLE + side * 9.8, mouth - 3,
                          MIDDLE + side * 10, mouth);
          cairo_stroke (cr);
        }
    }

  ty_portrait_face_set_colour (cr, self->woman ? 0xa8504a : 0x96584c);
  cairo_set_line_width (cr, self->woman ? 2.0 : 1.6);
  cairo_move_to (cr, MIDDLE - 6.2, mouth);
  cairo_curve_to (cr, MIDDLE - 3, mouth + self->smile, MIDDLE + 3, mouth + self->smile,
                  MIDDLE + 6.2, mouth);
  cairo_stroke (cr);
}

static void
draw_glasses (cairo_t *cr)
{
  ty_portrait_face_set_colour (cr, 0x33383d);
  cairo_set_line_width (cr, 1.3);
  for (int side = -1; side <= 1; side += 2)
    {
      double x = MIDDLE + side * 9.8;

      cairo_rectangle (cr, x - 7, EYES - 4.6, 14, 10);
      cairo_move_to (cr, x + side * 7, EYES - 2);
      cairo_line_to (cr, MIDDLE + side * 23.5, EYES - 3);
    }
  cairo_move_to (cr, MIDDLE - 2.8, EYES - 1.5);
  cairo_line_to (cr, MIDDLE + 2.8, EYES - 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* The head is drawn a little larger than its coordinates say and nearer to the shoulders. */
static void
enter_head (cairo_t *cr)
{
  cairo_translate (cr, MIDDLE, 0);
  cairo_scale (cr, HEAD_SCALE, HEAD_SCALE);
  cairo_translate (cr, -MIDDLE, HEAD_DROP);
}

/**
 * ty_portrait_face_draw:
 * @self: a face
 * @cr: what it is drawn on, in the field of the face
 *
 * Draws head and shoulders before a light background.
 */
void
ty_portrait_face_draw (const TyPortraitFace *self,
                       cairo_t              *cr)
{
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  ty_portrait_face_set_colour (cr, self->background);
  cairo_paint (cr);
  cairo_save (cr);
  enter_head (cr);
  ty_portrait_hair_draw_behind (self, cr);
  cairo_restore (cr);
  draw_jacket (self, cr);
  draw_shirt (self, cr);
  draw_neck (self, cr);
  draw_collar (self, cr);

  enter_head (cr);
  draw_head (self, cr);
  draw_eyes (self, cr);
  draw_nose_and_mouth (self, cr);
  ty_portrait_hair_draw (self, cr);
  if (self->glasses)
    draw_glasses (cr);
}
