/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-portrait"

#include "config.h"

#include "ty-portrait.h"

#include "ty-portrait-face.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (ty-portrait-error-quark, ty_portrait_error)

static cairo_status_t
append_bytes (gpointer             closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Fewer colours at the edges make a smaller file; nobody sees the difference. */
static void
reduce_colours (cairo_surface_t *surface)
{
  guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  size_t n = (size_t) stride * (size_t) cairo_image_surface_get_height (surface);

  cairo_surface_flush (surface);
  for (size_t i = 0; i < n; i++)
    data[i] = (guchar) ((data[i] & 0xf8) | 0x04);
  cairo_surface_mark_dirty (surface);
}

/**
 * ty_portrait_draw_png:
 * @seed: which of the many faces
 * @sex: 1 for a man, 2 for a woman, as in GB/T 2261.1
 * @age: full years; hair and lines follow from it
 * @width: of the picture, in pixels
 * @height: of the picture, in pixels; the drawing is made for 5 to 7
 * @error: %TY_PORTRAIT_ERROR_FAILED
 *
 * Draws a head-and-shoulders portrait of nobody, for invented people. The same seed, sex and age
 * give the same picture.
 *
 * Returns: (transfer full) (nullable): a PNG file
 */
GBytes *
ty_portrait_draw_png (guint32   seed,
                      int       sex,
                      int       age,
                      int       width,
                      int       height,
                      GError  **error)
{
  g_autoptr(GByteArray) png = g_byte_array_new ();
  TyPortraitFace face = ty_portrait_face_new (seed, sex, age);
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (width > 0 && height > 0, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  cairo_scale (cr, width / TY_PORTRAIT_WIDTH, height / TY_PORTRAIT_HEIGHT);
  ty_portrait_face_draw (&face, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    reduce_colours (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, png);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, TY_PORTRAIT_ERROR, TY_PORTRAIT_ERROR_FAILED,
                   _("The portrait could not be drawn. [%s]"), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}
