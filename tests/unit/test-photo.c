/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-photo.h"

#include <string.h>

/* Pictures that were made to do harm, or that something went wrong with. */

static GBytes *
make_picture (int         width,
              int         height,
              gboolean    alpha,
              const char *type)
{
  g_autoptr(GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, width, height);
  g_autoptr(GError) error = NULL;
  char *data;
  gsize length;

  gdk_pixbuf_fill (picture, alpha ? 0 : 0x4080c0ff);
  gdk_pixbuf_save_to_buffer (picture, &data, &length, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static void
assert_refused (GBytes       *file,
                TyPhotoError  code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkPixbuf) picture = ty_photo_decode (file, 300, &error);

  g_assert_null (picture);
  g_assert_error (error, TY_PHOTO_ERROR, (int) code);
}

/* A size that is still allowed, with almost no data behind it. */
static void
test_bombs (void)
{
  static const char *const sizes[] = { "\x00\x00\xea\x60\x00\x00\xea\x60", "\x00\x00\x20\x00\x00\x00\x10\x00",
                                       "\xff\xff\xff\xff\xff\xff\xff\xff", "\x00\x00\x00\x00\x00\x00\x01\x00" };
  static const TyPhotoError codes[] = { TY_PHOTO_ERROR_TOO_LARGE, TY_PHOTO_ERROR_TOO_LARGE,
                                        TY_PHOTO_ERROR_TOO_LARGE, TY_PHOTO_ERROR_DAMAGED };
  g_autoptr(GBytes) small = make_picture (200, 300, FALSE, "png");
  gsize length;
  const guint8 *data = g_bytes_get_data (small, &length);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr(GBytes) bomb = NULL;

      memcpy (copy + 16, sizes[i], 8);
      bomb = g_bytes_new (copy, length);
      assert_refused (bomb, codes[i]);
    }
}

static void
test_limits (void)
{
  g_autofree char *zeroes = g_malloc0 (TY_PHOTO_MOST_BYTES + 1);
  g_autoptr(GBytes) large = g_bytes_new (zeroes, TY_PHOTO_MOST_BYTES + 1);
  g_autoptr(GBytes) narrow = make_picture (100, 4000, FALSE, "png");
  g_autoptr(GBytes) gif = g_bytes_new_static ("GIF89a\x01\x00\x01\x00", 10);
  g_autoptr(GBytes) tiff = g_bytes_new_static ("II*\0\x08\0\0\0", 8);

  assert_refused (large, TY_PHOTO_ERROR_TOO_LARGE);
  assert_refused (narrow, TY_PHOTO_ERROR_TOO_SMALL);
  assert_refused (gif, TY_PHOTO_ERROR_NOT_IMAGE);
  assert_refused (tiff, TY_PHOTO_ERROR_NOT_IMAGE);
}

/* What is transparent is white, as on paper. */
static void
test_transparent (void)
{
  g_autoptr(GBytes) file = make_picture (200, 300, TRUE, "png");
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkPixbuf) picture = ty_photo_decode (file, 0, &error);

  g_assert_no_error (error);
  g_assert_false (gdk_pixbuf_get_has_alpha (picture));
  g_assert_cmpint (gdk_pixbuf_read_pixels (picture)[0], ==, 255);
}

/* Whatever becomes of some bytes, it is refused or a picture of an allowed size. */
static void
test_by_chance (void)
{
  static const char *const types[] = { "jpeg", "png" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (13);

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr(GBytes) good = make_picture (130, 150, FALSE, types[round % 2]);
      gsize length;
      const guint8 *data = g_bytes_get_data (good, &length);
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr(GBytes) bad = NULL;
      g_autoptr(GdkPixbuf) picture = NULL;
      g_autoptr(GError) error = NULL;

      for (int n = g_rand_int_range (rand, 1, 6); n > 0; n--)
        copy[g_rand_int_range (rand, 0, (int) length)] = (guint8) g_rand_int_range (rand, 0, 256);
      bad = g_bytes_new (copy, round % 5 == 0 ? (gsize) g_rand_int_range (rand, 1, (int) length) : length);
      picture = ty_photo_decode (bad, 300, &error);
      g_assert_true ((picture == NULL) == (error != NULL));
      if (picture != NULL)
        g_assert_cmpint (gdk_pixbuf_get_width (picture) * gdk_pixbuf_get_height (picture), <=,
                         TY_PHOTO_MOST_PIXELS);
      else
        g_assert_cmpuint (error->domain, ==, TY_PHOTO_ERROR);
    }
}

/* A part that is smaller than what is printed is not blown up. */
static void
test_small_part (void)
{
  g_autoptr(GBytes) file = make_picture (400, 500, FALSE, "png");
  g_autoptr(GdkPixbuf) picture = ty_photo_decode (file, 0, NULL);
  g_autoptr(GdkPixbuf) photo = NULL;
  g_autoptr(GBytes) encoded = NULL;
  g_autoptr(GError) error = NULL;
  TyCrop crop;

  ty_crop_init (&crop, 400, 500);
  ty_crop_zoom (&crop, 0.5);
  encoded = ty_photo_encode (picture, &crop, &error);
  g_assert_no_error (error);
  photo = ty_photo_decode (encoded, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (photo), ==, 200);
  g_assert_cmpint (gdk_pixbuf_get_height (photo), ==, 250);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/photo/bombs", test_bombs);
  g_test_add_func ("/photo/limits", test_limits);
  g_test_add_func ("/photo/transparent", test_transparent);
  g_test_add_func ("/photo/by-chance", test_by_chance);
  g_test_add_func ("/photo/small-part", test_small_part);

  return g_test_run ();
}
