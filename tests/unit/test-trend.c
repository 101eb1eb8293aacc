/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-trend.h"

#include <math.h>

static void
test_place (void)
{
  const double values[] = { 41.33, NAN, 20, 98.63 };
  double xs[4], ys[4];
  guint n = ty_trend_place (values, G_N_ELEMENTS (values), TY_TREND_WIDTH, TY_TREND_HEIGHT, xs, ys);

  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (xs[i], >=, 3);
      g_assert_cmpfloat (xs[i], <=, TY_TREND_WIDTH - 3);
      g_assert_cmpfloat (ys[i], >=, 3);
      g_assert_cmpfloat (ys[i], <=, TY_TREND_HEIGHT - 3);
      if (i > 0)
        g_assert_cmpfloat (xs[i], >, xs[i - 1]);
    }
  /* What is higher stands higher; what is left out keeps its room. */
  g_assert_cmpfloat (ys[2], <, ys[0]);
  g_assert_cmpfloat (ys[0], <, ys[1]);
  g_assert_cmpfloat_with_epsilon (xs[1] - xs[0], 2 * (xs[2] - xs[1]), 1e-9);
}

static void
test_level (void)
{
  const double values[] = { 5, 5, 5 };
  double xs[3], ys[3];

  g_assert_cmpuint (ty_trend_place (values, 3, TY_TREND_WIDTH, TY_TREND_HEIGHT, xs, ys), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (ys[i], TY_TREND_HEIGHT / 2.0, 1e-9);
}

/* Where something is drawn at all. */
static gboolean
draws (const double *values,
       guint         n)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);
  const TyTheme theme = { 0 };
  double x, y, width, height;

  ty_trend_draw (cr, TY_TREND_WIDTH, TY_TREND_HEIGHT, &theme, values, n);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return width > 0;
}

static void
test_draw (void)
{
  const double two[] = { 1, 2 };
  const double one[] = { NAN, 2 };
  const double none[] = { NAN, NAN };

  g_assert_true (draws (two, 2));
  g_assert_false (draws (one, 2));
  g_assert_false (draws (none, 2));
  g_assert_false (draws (NULL, 0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trend/place", test_place);
  g_test_add_func ("/trend/level", test_level);
  g_test_add_func ("/trend/draw", test_draw);

  return g_test_run ();
}
