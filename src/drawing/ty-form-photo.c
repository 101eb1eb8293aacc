/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-photo"

#include "config.h"

#include "ty-form-photo.h"

#include "ty-image-header.h"
#include "ty-photo.h"

/* Pixels of the shorter side: 36 mm at 400 dots to the inch. */
#define LEAST_SIDE 570

static cairo_surface_t *
make_surface (GdkPixbuf *picture)
{
  int width = gdk_pixbuf_get_width (picture), height = gdk_pixbuf_get_height (picture);
  int stride = gdk_pixbuf_get_rowstride (picture), channels = gdk_pixbuf_get_n_channels (picture);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  const guint8 *from = gdk_pixbuf_read_pixels (picture);
  guint8 *to = cairo_image_surface_get_data (surface);
  int to_stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; to != NULL && y < height; y++)
    {
      const guint8 *p = from + (gsize) y * stride;
      guint32 *row = (guint32 *) (void *) (to + (gsize) y * to_stride);

      for (int x = 0; x < width; x++, p += channels)
        row[x] = (guint32) p[0] << 16 | (guint32) p[1] << 8 | p[2];
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
unref_bytes (gpointer data)
{
  g_bytes_unref (data);
}

/* A JPEG whose pixels are as they were decoded goes into the PDF as it is. */
static void
attach_bytes (cairo_surface_t *surface,
              GBytes          *photo)
{
  TyImageHeader header;
  gsize length;
  const guint8 *data = g_bytes_get_data (photo, &length);

  if (ty_image_header_read (data, length, &header) && header.format == TY_IMAGE_JPEG
      && (int) header.width == cairo_image_surface_get_width (surface)
      && (int) header.height == cairo_image_surface_get_height (surface))
    cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, length, unref_bytes,
                                 g_bytes_ref (photo));
}

/**
 * ty_form_photo_draw:
 * @cr: where to draw
 * @photo: an encoded picture
 * @x: where the box begins, in points
 * @y: the same
 * @width: of the box
 * @height: of the box
 * @error: a `TY_PHOTO_ERROR`
 *
 * Draws a photo as large as the box lets it, in its middle and not stretched.
 *
 * Returns: whether it is a photo
 */
gboolean
ty_form_photo_draw (cairo_t  *cr,
                    GBytes   *photo,
                    double    x,
                    double    y,
                    double    width,
                    double    height,
                    GError  **error)
{
  g_autoptr(GdkPixbuf) picture = ty_photo_decode (photo, LEAST_SIDE, error);
  cairo_surface_t *surface;
  double scale;

  if (picture == NULL)
    return FALSE;

  surface = make_surface (picture);
  attach_bytes (surface, photo);
  scale = MIN (width / gdk_pixbuf_get_width (picture), height / gdk_pixbuf_get_height (picture));
  cairo_save (cr);
  cairo_translate (cr, x + (width - scale * gdk_pixbuf_get_width (picture)) / 2,
                   y + (height - scale * gdk_pixbuf_get_height (picture)) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_rectangle (cr, 0, 0, gdk_pixbuf_get_width (picture), gdk_pixbuf_get_height (picture));
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
  return TRUE;
}
