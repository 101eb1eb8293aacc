/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

typedef enum
{
  TY_IMAGE_NONE,
  TY_IMAGE_JPEG,
  TY_IMAGE_PNG,
  TY_IMAGE_TIFF,
  TY_IMAGE_WEBP,
} TyImageFormat;

/**
 * TyImageHeader:
 * @format: what it is by its first bytes, whatever its name says
 * @width: in pixels, as stored; 0 where the header does not tell it
 * @height: in pixels, as stored
 * @complete: whether the file goes on to its end; only told of JPEG and PNG
 *
 * What the bytes of a picture say before anything is decoded.
 */
typedef struct
{
  TyImageFormat format;
  guint32 width;
  guint32 height;
  gboolean complete;
} TyImageHeader;

gboolean ty_image_header_read (const guint8  *data,
                               gsize          length,
                               TyImageHeader *header);

G_END_DECLS
