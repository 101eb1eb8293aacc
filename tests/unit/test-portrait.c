/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-portrait.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

static GBytes *
draw (guint32 seed,
      int     sex,
      int     age,
      int     width,
      int     height)
{
  g_autoptr(GError) error = NULL;
  GBytes *png = ty_portrait_draw_png (seed, sex, age, width, height, &error);

  g_assert_no_error (error);
  g_assert_nonnull (png);
  return png;
}

static GdkPixbuf *
read_png (GBytes *png)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (png);
  g_autoptr(GError) error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);
  return pixbuf;
}

static void
test_size (void)
{
  static const struct
  {
    int width;
    int height;
  } sizes[] = { { 120, 168 }, { 60, 84 }, { 250, 350 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GBytes) png = draw (3, 2, 40, sizes[i].width, sizes[i].height);
      g_autoptr(GdkPixbuf) pixbuf = read_png (png);

      g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, sizes[i].width);
      g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, sizes[i].height);
    }
}

static void
test_same_seed (void)
{
  g_autoptr(GBytes) first = draw (11, 1, 30, 120, 168);
  g_autoptr(GBytes) again = draw (11, 1, 30, 120, 168);
  g_autoptr(GBytes) other = draw (12, 1, 30, 120, 168);
  g_autoptr(GBytes) woman = draw (11, 2, 30, 120, 168);

  g_assert_true (g_bytes_equal (first, again));
  g_assert_false (g_bytes_equal (first, other));
  g_assert_false (g_bytes_equal (first, woman));
}

static int
brightness_at (GdkPixbuf *pixbuf,
               int        x,
               int        y)
{
  const guchar *pixel = gdk_pixbuf_read_pixels (pixbuf)
                        + y * gdk_pixbuf_get_rowstride (pixbuf)
                        + x * gdk_pixbuf_get_n_channels (pixbuf);

  return (pixel[0] + pixel[1] + pixel[2]) / 3;
}

/* Light behind, a dark jacket below, a face in the middle; and small enough for hundreds. */
static void
test_composition (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr(GBytes) png = draw (seed, 1 + (int) (seed % 2), 22 + (int) seed * 2 / 3, 120, 168);
      g_autoptr(GdkPixbuf) pixbuf = read_png (png);

      g_assert_cmpuint (g_bytes_get_size (png), <, 5120);
      g_assert_cmpint (brightness_at (pixbuf, 4, 4), >, 200);
      g_assert_cmpint (brightness_at (pixbuf, 115, 60), >, 200);
      g_assert_cmpint (brightness_at (pixbuf, 26, 160), <, 110);
      g_assert_cmpint (brightness_at (pixbuf, 60, 83), >, 110);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/portrait/size", test_size);
  g_test_add_func ("/portrait/same-seed", test_same_seed);
  g_test_add_func ("/portrait/composition", test_composition);

  return g_test_run ();
}
