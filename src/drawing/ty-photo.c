/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-photo"

#include "config.h"

#include "ty-photo.h"

#include "ty-image-header.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* From a picture of somebody’s camera to a photo of the file: nothing is decoded before its size is
 * known, and what is kept is drawn anew, so that neither the place where it was taken nor anything else
 * that cameras write along goes into the file. */

#define LEAST_SIDE 120    /* pixels, below which nobody can be known */
#define KEPT_WIDTH 480    /* pixels: 36.3 mm at more than 300 dpi */
#define QUALITY "90"

G_DEFINE_QUARK (ty-photo-error-quark, ty_photo_error)

static gboolean
fail (GError       **error,
      TyPhotoError   code,
      const char    *message)
{
  g_set_error_literal (error, TY_PHOTO_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
check_size (const TyImageHeader  *header,
            GError              **error)
{
  if (header->width == 0 || header->height == 0)
    return fail (error, TY_PHOTO_ERROR_DAMAGED,
                 _("The picture is damaged. Copy it again from where it came from."));
  if ((guint64) header->width * header->height > TY_PHOTO_MOST_PIXELS)
    {
      g_set_error (error, TY_PHOTO_ERROR, TY_PHOTO_ERROR_TOO_LARGE,
                   _("The picture has %u × %u pixels, more than 24 megapixels. Save it smaller with a "
                     "picture program."), header->width, header->height);
      return FALSE;
    }
  return TRUE;
}

/**
 * ty_photo_check:
 * @file: what was chosen as a photo
 * @error: a `TY_PHOTO_ERROR`, a sentence that says what to do
 *
 * Looks at a file without decoding it.
 *
 * Returns: whether it can be taken for a photo
 */
gboolean
ty_photo_check (GBytes  *file,
                GError **error)
{
  TyImageHeader header;
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);

  if (length > TY_PHOTO_MOST_BYTES)
    return fail (error, TY_PHOTO_ERROR_TOO_LARGE,
                 _("The photo is larger than 5 MB. Save it smaller with a picture program."));
  if (!ty_image_header_read (data, length, &header))
    return fail (error, TY_PHOTO_ERROR_NOT_IMAGE,
                 _("This is not a picture. Choose a JPEG or PNG file."));
  if (header.format != TY_IMAGE_JPEG && header.format != TY_IMAGE_PNG)
    return fail (error, TY_PHOTO_ERROR_NOT_IMAGE,
                 _("Pictures of this kind cannot be used. Save it as JPEG or PNG with a picture program."));
  if (!check_size (&header, error))
    return FALSE;
  if (!header.complete)
    return fail (error, TY_PHOTO_ERROR_DAMAGED,
                 _("The picture ends too early: it was not copied whole. Copy it again from where it "
                   "came from."));
  if (MIN (header.width, header.height) < LEAST_SIDE)
    {
      g_set_error (error, TY_PHOTO_ERROR, TY_PHOTO_ERROR_TOO_SMALL,
                   _("The picture has only %u × %u pixels. Choose one with at least %u on each side."),
                   header.width, header.height, LEAST_SIDE);
      return FALSE;
    }
  return TRUE;
}

typedef struct
{
  int least_side; /* 0 = as it is */
  gboolean wrong; /* the decoder sees another picture than the header tells */
  guint64 most;
} Wanted;

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  Wanted          *wanted)
{
  double scale = wanted->least_side > 0 ? (double) wanted->least_side / MIN (width, height) : 1;

  if ((guint64) width * (guint64) height > wanted->most)
    {
      wanted->wrong = TRUE;
      gdk_pixbuf_loader_set_size (loader, 1, 1);
    }
  else if (scale < 1)
    {
      gdk_pixbuf_loader_set_size (loader, MAX (1, (int) ceil (width * scale)),
                                  MAX (1, (int) ceil (height * scale)));
    }
}

static GdkPixbuf *
load (GBytes      *file,
      const char  *type,
      int          least_side,
      GError     **error)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (type, error);
  Wanted wanted = { least_side, FALSE, TY_PHOTO_MOST_PIXELS };
  GdkPixbuf *picture;
  gboolean done;

  if (loader == NULL)
    return NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &wanted);
  done = gdk_pixbuf_loader_write_bytes (loader, file, error);
  done = gdk_pixbuf_loader_close (loader, done ? error : NULL) && done;
  picture = gdk_pixbuf_loader_get_pixbuf (loader);
  if (!done || picture == NULL || wanted.wrong)
    {
      g_clear_error (error);
      fail (error, TY_PHOTO_ERROR_DAMAGED,
            _("The picture is damaged. Copy it again from where it came from."));
      return NULL;
    }
  return gdk_pixbuf_apply_embedded_orientation (picture);
}

/* What is transparent becomes white, like the paper. */
static GdkPixbuf *
flatten (GdkPixbuf *picture)
{
  int width = gdk_pixbuf_get_width (picture);
  int height = gdk_pixbuf_get_height (picture);
  GdkPixbuf *flat;

  if (!gdk_pixbuf_get_has_alpha (picture))
    return g_object_ref (picture);

  flat = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  if (flat == NULL)
    return NULL;
  gdk_pixbuf_fill (flat, 0xffffffff);
  gdk_pixbuf_composite (picture, flat, 0, 0, width, height, 0, 0, 1, 1, GDK_INTERP_NEAREST, 255);
  return flat;
}

/**
 * ty_photo_decode:
 * @file: what was chosen as a photo
 * @least_side: pixels that the shorter side needs; a larger picture is made smaller, but not below
 * @error: a `TY_PHOTO_ERROR`, a sentence that says what to do
 *
 * Checks the limits, then decodes a picture, upright as the camera noted it.
 *
 * Returns: (transfer full) (nullable): the picture, without transparency
 */
GdkPixbuf *
ty_photo_decode (GBytes  *file,
                 int      least_side,
                 GError **error)
{
  TyImageHeader header;
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);
  g_autoptr(GdkPixbuf) picture = NULL;

  if (!ty_photo_check (file, error))
    return NULL;

  ty_image_header_read (data, length, &header);
  picture = load (file, header.format == TY_IMAGE_PNG ? "png" : "jpeg", least_side, error);
  return picture != NULL ? flatten (picture) : NULL;
}

/**
 * ty_photo_crop:
 * @picture: a picture
 * @crop: what is kept of it
 * @width: how wide that shall be, in pixels
 *
 * Returns: (transfer full): what is kept, with nothing of what stood beside the picture
 */
GdkPixbuf *
ty_photo_crop (GdkPixbuf    *picture,
               const TyCrop *crop,
               int           width)
{
  int x = CLAMP ((int) lround (crop->x), 0, gdk_pixbuf_get_width (picture) - 1);
  int y = CLAMP ((int) lround (crop->y), 0, gdk_pixbuf_get_height (picture) - 1);
  int w = CLAMP ((int) lround (crop->width), 1, gdk_pixbuf_get_width (picture) - x);
  int h = CLAMP ((int) lround (ty_crop_get_height (crop)), 1, gdk_pixbuf_get_height (picture) - y);
  g_autoptr(GdkPixbuf) part = gdk_pixbuf_new_subpixbuf (picture, x, y, w, h);

  return gdk_pixbuf_scale_simple (part, width, (int) lround (width * TY_CROP_ASPECT), GDK_INTERP_BILINEAR);
}

/* To make a picture much smaller in one step would leave pixels out; in halves none is. */
static GdkPixbuf *
reduce (GdkPixbuf *picture,
        TyCrop    *crop)
{
  GdkPixbuf *smaller = g_object_ref (picture);

  while (crop->width >= KEPT_WIDTH * 2)
    {
      GdkPixbuf *half = gdk_pixbuf_scale_simple (smaller, MAX (1, gdk_pixbuf_get_width (smaller) / 2),
                                                 MAX (1, gdk_pixbuf_get_height (smaller) / 2),
                                                 GDK_INTERP_BILINEAR);

      g_set_object (&smaller, half);
      g_object_unref (half);
      crop->x /= 2;
      crop->y /= 2;
      crop->width /= 2;
    }
  return smaller;
}

/**
 * ty_photo_encode:
 * @picture: an upright picture
 * @crop: what is kept of it
 * @error: a `GDK_PIXBUF_ERROR`
 *
 * Returns: (transfer full) (nullable): the photo as a JPEG of at most 480 × 600 pixels, without
 *   anything but its pixels
 */
GBytes *
ty_photo_encode (GdkPixbuf     *picture,
                 const TyCrop  *crop,
                 GError       **error)
{
  TyCrop part = *crop;
  g_autoptr(GdkPixbuf) smaller = reduce (picture, &part);
  g_autoptr(GdkPixbuf) photo = ty_photo_crop (smaller, &part,
                                              (int) CLAMP (lround (part.width), 1, KEPT_WIDTH));
  char *data;
  gsize length;

  if (!gdk_pixbuf_save_to_buffer (photo, &data, &length, "jpeg", error, "quality", QUALITY, NULL))
    return NULL;

  return g_bytes_new_take (data, length);
}

static const char *
get_loader (TyImageFormat format)
{
  switch (format)
    {
    case TY_IMAGE_JPEG:
      return "jpeg";
    case TY_IMAGE_PNG:
      return "png";
    case TY_IMAGE_TIFF:
      return "tiff";
    case TY_IMAGE_WEBP:
      return "webp";
    case TY_IMAGE_NONE:
    default:
      return NULL;
    }
}

/**
 * ty_photo_thumbnail:
 * @file: a picture of any kind
 * @size: of the longer side, in pixels
 * @error: a `TY_PHOTO_ERROR`, where it is no picture that this system can show, or too large
 *
 * Returns: (transfer full) (nullable): a small picture of it, upright
 */
GdkPixbuf *
ty_photo_thumbnail (GBytes  *file,
                    int      size,
                    GError **error)
{
  g_autoptr(GdkPixbuf) picture = NULL;
  TyImageHeader header;
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);
  double scale;

  if (!ty_image_header_read (data, length, &header))
    {
      fail (error, TY_PHOTO_ERROR_NOT_IMAGE, _("This is not a picture. Choose a JPEG or PNG file."));
      return NULL;
    }
  if (!check_size (&header, error))
    return NULL;

  picture = load (file, get_loader (header.format), size, error);
  if (picture == NULL)
    return NULL;

  scale = (double) size / MAX (gdk_pixbuf_get_width (picture), gdk_pixbuf_get_height (picture));
  return gdk_pixbuf_scale_simple (picture, MAX (1, (int) (gdk_pixbuf_get_width (picture) * scale)),
                                  MAX (1, (int) (gdk_pixbuf_get_height (picture) * scale)),
                                  GDK_INTERP_BILINEAR);
}
