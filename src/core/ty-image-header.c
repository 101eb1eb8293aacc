/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-image-header"

#include "config.h"

#include "ty-image-header.h"

#include <string.h>

/* A picture of 60,000 × 60,000 pixels may be a file of some kilobytes, and takes ten gigabytes once
 * it is decoded. So its size is read here, from the bytes, before any library of pictures sees it. */

#define MOST_ENTRIES 512 /* of a directory of a TIFF */

typedef struct
{
  const guint8 *data;
  gsize length;
  gboolean little; /* the byte order of a TIFF */
} Bytes;

static guint32
get_be16 (const guint8 *data)
{
  return (guint32) data[0] << 8 | data[1];
}

static guint32
get_be32 (const guint8 *data)
{
  return get_be16 (data) << 16 | get_be16 (data + 2);
}

static guint32
get_le16 (const guint8 *data)
{
  return (guint32) data[1] << 8 | data[0];
}

static guint32
get_le24 (const guint8 *data)
{
  return (guint32) data[2] << 16 | get_le16 (data);
}

static guint32
get_le32 (const guint8 *data)
{
  return get_le16 (data + 2) << 16 | get_le16 (data);
}

static gboolean
begins_with (const Bytes *bytes,
             gsize        offset,
             const char  *magic,
             gsize        n)
{
  return bytes->length >= offset + n && memcmp (bytes->data + offset, magic, n) == 0;
}

/* The chunks up to the last one, each of which says how long it is. */
static gboolean
read_png (const Bytes   *bytes,
          TyImageHeader *header)
{
  gsize offset = 8;

  if (!begins_with (bytes, 12, "IHDR", 4) || bytes->length < 33)
    return FALSE;

  header->format = TY_IMAGE_PNG;
  header->width = get_be32 (bytes->data + 16);
  header->height = get_be32 (bytes->data + 20);
  while (!header->complete && bytes->length - offset >= 12)
    {
      gsize size = get_be32 (bytes->data + offset);

      if (size > bytes->length - offset - 12)
        break;
      header->complete = memcmp (bytes->data + offset + 4, "IEND", 4) == 0;
      offset += size + 12;
    }
  return TRUE;
}

/* A frame of a JPEG, whose size follows; the others of this range are tables. */
static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* Behind a scan its compressed bytes come, in which a marker cannot stand, but for restarts. */
static gsize
skip_scan (const Bytes *bytes,
           gsize        offset)
{
  while (offset + 1 < bytes->length)
    {
      const guint8 *next = memchr (bytes->data + offset, 0xff, bytes->length - offset - 1);

      if (next == NULL)
        return bytes->length;
      offset = (gsize) (next - bytes->data);
      if (next[1] != 0x00 && next[1] != 0xff && (next[1] < 0xd0 || next[1] > 0xd7))
        return offset;
      offset += next[1] == 0xff ? 1 : 2;
    }
  return bytes->length;
}

static gboolean
read_jpeg (const Bytes   *bytes,
           TyImageHeader *header)
{
  gsize offset = 2;

  header->format = TY_IMAGE_JPEG;
  while (offset + 4 <= bytes->length || (offset + 2 <= bytes->length && header->width > 0))
    {
      const guint8 *data = bytes->data + offset;
      gsize size;

      if (data[0] != 0xff)
        break;
      if (data[1] == 0xff)
        {
          offset++;
          continue;
        }
      if (data[1] == 0xd9)
        {
          header->complete = header->width > 0;
          break;
        }
      if (offset + 4 > bytes->length)
        break;
      size = get_be16 (data + 2);
      if (size < 2 || size > bytes->length - offset - 2)
        break;
      if (is_frame (data[1]) && header->width == 0 && size >= 7)
        {
          header->height = get_be16 (data + 5);
          header->width = get_be16 (data + 7);
        }
      offset += 2 + size;
      if (data[1] == 0xda)
        offset = skip_scan (bytes, offset);
    }
  return TRUE;
}

static guint32
get_tiff (const Bytes *bytes,
          gsize        offset,
          guint        n)
{
  const guint8 *data = bytes->data + offset;

  if (n == 2)
    return bytes->little ? get_le16 (data) : get_be16 (data);
  return bytes->little ? get_le32 (data) : get_be32 (data);
}

/* Of several pictures the first one counts. */
static gboolean
read_tiff (Bytes         *bytes,
           TyImageHeader *header)
{
  gsize offset, n;

  header->format = TY_IMAGE_TIFF;
  bytes->little = bytes->data[0] == 'I';
  offset = get_tiff (bytes, 4, 4);
  if (offset < 8 || offset + 2 > bytes->length)
    return TRUE;

  n = MIN (get_tiff (bytes, offset, 2), MOST_ENTRIES);
  offset += 2;
  for (gsize i = 0; i < n && offset + 12 <= bytes->length; i++, offset += 12)
    {
      guint32 tag = get_tiff (bytes, offset, 2);
      guint32 value = get_tiff (bytes, offset + 8, get_tiff (bytes, offset + 2, 2) == 3 ? 2 : 4);

      if (tag == 256)
        header->width = value;
      else if (tag == 257)
        header->height = value;
    }
  return TRUE;
}

static gboolean
read_webp (const Bytes   *bytes,
           TyImageHeader *header)
{
  const guint8 *data = bytes->data;

  header->format = TY_IMAGE_WEBP;
  if (bytes->length < 30)
    return TRUE;
  if (begins_with (bytes, 12, "VP8X", 4))
    {
      header->width = get_le24 (data + 24) + 1;
      header->height = get_le24 (data + 27) + 1;
    }
  else if (begins_with (bytes, 12, "VP8L", 4))
    {
      guint32 bits = get_le32 (data + 21);

      header->width = (bits & 0x3fff) + 1;
      header->height = (bits >> 14 & 0x3fff) + 1;
    }
  else if (begins_with (bytes, 12, "VP8 ", 4))
    {
      header->width = get_le16 (data + 26) & 0x3fff;
      header->height = get_le16 (data + 28) & 0x3fff;
    }
  return TRUE;
}

/**
 * ty_image_header_read:
 * @data: (array length=length): a file, or its beginning
 * @length: how many bytes
 * @header: (out): what they say
 *
 * Reads format and size of a picture, without decoding it.
 *
 * Returns: whether it is a picture
 */
gboolean
ty_image_header_read (const guint8  *data,
                      gsize          length,
                      TyImageHeader *header)
{
  Bytes bytes = { data, length, FALSE };

  *header = (TyImageHeader){ 0 };
  if (begins_with (&bytes, 0, "\x89PNG\r\n\x1a\n", 8))
    return read_png (&bytes, header);
  if (begins_with (&bytes, 0, "\xff\xd8\xff", 3))
    return read_jpeg (&bytes, header);
  if (begins_with (&bytes, 0, "II*\0", 4) || begins_with (&bytes, 0, "MM\0*", 4))
    return length >= 8 && read_tiff (&bytes, header);
  if (begins_with (&bytes, 0, "RIFF", 4) && begins_with (&bytes, 8, "WEBP", 4))
    return read_webp (&bytes, header);

  return FALSE;
}
