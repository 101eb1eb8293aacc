/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "ty-crop.h"

G_BEGIN_DECLS

#define TY_PHOTO_MOST_BYTES (5 * 1024 * 1024)
#define TY_PHOTO_MOST_PIXELS (24 * 1024 * 1024)
#define TY_PHOTO_MEDIA_TYPE "image/jpeg"

typedef enum
{
  TY_PHOTO_ERROR_NOT_IMAGE,
  TY_PHOTO_ERROR_TOO_LARGE,
  TY_PHOTO_ERROR_TOO_SMALL,
  TY_PHOTO_ERROR_DAMAGED,
} TyPhotoError;

#define TY_PHOTO_ERROR (ty_photo_error_quark ())

GQuark     ty_photo_error_quark (void);

gboolean   ty_photo_check       (GBytes        *file,
                                 GError       **error);
GdkPixbuf *ty_photo_decode      (GBytes        *file,
                                 int            least_side,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes    *ty_photo_encode      (GdkPixbuf     *picture,
                                 const TyCrop  *crop,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GdkPixbuf *ty_photo_crop        (GdkPixbuf     *picture,
                                 const TyCrop  *crop,
                                 int            width) G_GNUC_WARN_UNUSED_RESULT;
GdkPixbuf *ty_photo_thumbnail   (GBytes        *file,
                                 int            size,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
