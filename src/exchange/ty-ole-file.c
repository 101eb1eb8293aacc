/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-ole-file"

#include "config.h"

#include "ty-ole-file.h"

#include "ty-xlsx-error.h"

#include <string.h>

/* A compound file ([MS-CFB]): sectors of one size, chained by a table of their followers, and a directory of
 * streams. Short streams lie in a stream of their own, in sectors of 64 bytes. Nothing of it is trusted:
 * each place is looked at before it is read, and no chain has more sectors than the file. */

#define HEADER_BYTES 512
#define ENTRY_BYTES 128
#define MAX_NAME_BYTES 64
#define N_HEADER_FATS 109
#define LAST_SECTOR 0xFFFFFFFAu

enum
{
  TYPE_STREAM = 2,
  TYPE_ROOT = 5,
};

typedef struct
{
  const guint8 *data;
  gsize size;
  guint shift;
  guint mini_shift;
  guint32 mini_limit;
  GArray *fat;     /* (owned) (element-type guint32) */
  GArray *minifat; /* (owned) (element-type guint32) */
} Ole;

typedef struct
{
  guint32 start;
  guint32 size;
} Stream;

static const guint8 magic[8] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };

static guint
get_16 (const guint8 *p)
{
  return (guint) (p[0] | p[1] << 8);
}

static guint32
get_32 (const guint8 *p)
{
  return (guint32) p[0] | (guint32) p[1] << 8 | (guint32) p[2] << 16 | (guint32) p[3] << 24;
}

static void
ole_clear (Ole *ole)
{
  g_clear_pointer (&ole->fat, g_array_unref);
  g_clear_pointer (&ole->minifat, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ole, ole_clear)

/* The bytes of a sector, of which the last may be short; %NULL beyond the file. */
static const guint8 *
get_sector (const Ole *ole,
            guint32    sector,
            gsize     *length)
{
  guint64 at = ((guint64) sector + 1) << ole->shift;

  if (sector >= LAST_SECTOR || at >= ole->size)
    return NULL;

  *length = (gsize) MIN ((guint64) 1 << ole->shift, ole->size - at);
  return ole->data + at;
}

static guint32
follow (GArray  *table,
        guint32  sector)
{
  return sector < table->len ? g_array_index (table, guint32, sector) : G_MAXUINT32;
}

static gboolean
add_table_sector (const Ole *ole,
                  GArray    *table,
                  guint32    sector)
{
  gsize length;
  const guint8 *bytes = get_sector (ole, sector, &length);

  if (bytes == NULL || table->len > ole->size / 64)
    return FALSE;
  for (gsize i = 0; i + 4 <= length; i += 4)
    {
      guint32 next = get_32 (bytes + i);

      g_array_append_val (table, next);
    }
  return TRUE;
}

/* Which sectors hold the table is listed in the header, and further on in a chain of lists. */
static gboolean
load_fat (Ole *ole)
{
  guint32 n_left = get_32 (ole->data + 0x2C);
  guint32 next = get_32 (ole->data + 0x44);
  const guint32 n_sectors = (guint32) (ole->size >> ole->shift);

  ole->fat = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (n_left > n_sectors)
    return FALSE;
  for (guint i = 0; i < N_HEADER_FATS && n_left > 0; i++, n_left--)
    if (!add_table_sector (ole, ole->fat, get_32 (ole->data + 0x4C + 4 * i)))
      return FALSE;

  for (guint32 n = 0; n_left > 0 && n < n_sectors; n++)
    {
      gsize length;
      const guint8 *list = get_sector (ole, next, &length);

      if (list == NULL || length < (1u << ole->shift))
        return FALSE;
      for (gsize i = 0; i + 8 <= length && n_left > 0; i += 4, n_left--)
        if (!add_table_sector (ole, ole->fat, get_32 (list + i)))
          return FALSE;
      next = get_32 (list + length - 4);
    }
  return n_left == 0;
}

static gboolean
load_minifat (Ole *ole)
{
  guint32 sector = get_32 (ole->data + 0x3C);
  const guint32 n_sectors = (guint32) (ole->size >> ole->shift);

  ole->minifat = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 n = 0; sector < LAST_SECTOR; n++)
    {
      if (n > n_sectors || !add_table_sector (ole, ole->minifat, sector))
        return FALSE;
      sector = follow (ole->fat, sector);
    }
  return TRUE;
}

static gboolean
open_ole (Ole    *ole,
          GBytes *file)
{
  ole->data = g_bytes_get_data (file, &ole->size);
  if (ole->size < HEADER_BYTES || !ty_ole_file_is ((const char *) ole->data, ole->size))
    return FALSE;

  ole->shift = get_16 (ole->data + 0x1E);
  ole->mini_shift = get_16 (ole->data + 0x20);
  ole->mini_limit = get_32 (ole->data + 0x38);
  if ((ole->shift != 9 && ole->shift != 12) || ole->mini_shift != 6)
    return FALSE;

  return load_fat (ole) && load_minifat (ole);
}

/* The bytes of a chain of sectors of the file, at most so many. */
static GByteArray *
read_chain (const Ole *ole,
            guint32    sector,
            guint32    size)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();

  while (bytes->len < size && sector < LAST_SECTOR)
    {
      gsize length;
      const guint8 *part = get_sector (ole, sector, &length);

      if (part == NULL || bytes->len > ole->size)
        return NULL;
      g_byte_array_append (bytes, part, (guint) MIN (length, size - bytes->len));
      sector = follow (ole->fat, sector);
    }
  return g_steal_pointer (&bytes);
}

static GByteArray *
read_short (const Ole    *ole,
            const Stream *root,
            const Stream *stream)
{
  g_autoptr(GByteArray) all = read_chain (ole, root->start, (guint32) MIN (root->size, ole->size));
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  guint32 sector = stream->start;
  const guint length = 1u << ole->mini_shift;

  if (all == NULL)
    return NULL;
  while (bytes->len < stream->size && sector < LAST_SECTOR)
    {
      guint64 at = (guint64) sector << ole->mini_shift;

      if (at + MIN (length, stream->size - bytes->len) > all->len)
        return NULL;
      g_byte_array_append (bytes, all->data + at, MIN (length, stream->size - bytes->len));
      sector = follow (ole->minifat, sector);
    }
  return g_steal_pointer (&bytes);
}

static gboolean
has_name (const guint8 *entry,
          const char   *name)
{
  gsize n = strlen (name);

  if (get_16 (entry + MAX_NAME_BYTES) != 2 * (n + 1))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (entry[2 * i] != (guint8) name[i] || entry[2 * i + 1] != 0)
      return FALSE;

  return TRUE;
}

static gboolean
find_streams (const Ole  *ole,
              const char *name,
              Stream     *root,
              Stream     *stream,
              gboolean   *found)
{
  g_autoptr(GByteArray) directory = read_chain (ole, get_32 (ole->data + 0x30), (guint32) ole->size);

  if (directory == NULL)
    return FALSE;
  for (guint at = 0; at + ENTRY_BYTES <= directory->len; at += ENTRY_BYTES)
    {
      const guint8 *entry = directory->data + at;
      const Stream here = { get_32 (entry + 116), get_32 (entry + 120) };

      if (entry[66] == TYPE_ROOT)
        *root = here;
      else if (entry[66] == TYPE_STREAM && !*found && has_name (entry, name))
        {
          *stream = here;
          *found = TRUE;
        }
    }
  return TRUE;
}

/**
 * ty_ole_file_is:
 * @bytes: (array length=length): the beginning of a file
 * @length: in bytes
 *
 * Returns: whether it is a compound file, as of old Office programs, or of a protected workbook
 */
gboolean
ty_ole_file_is (const char *bytes,
                gsize       length)
{
  return length >= sizeof magic && memcmp (bytes, magic, sizeof magic) == 0;
}

/**
 * ty_ole_file_read:
 * @file: a compound file
 * @name: the name of a stream, ASCII
 * @found: (out): whether the file has it
 * @error: %TY_XLSX_ERROR_TRUNCATED where the file is damaged
 *
 * Returns: (transfer full) (nullable): the bytes of the stream
 */
GBytes *
ty_ole_file_read (GBytes      *file,
                  const char  *name,
                  gboolean    *found,
                  GError     **error)
{
  g_auto(Ole) ole = { 0 };
  g_autoptr(GByteArray) bytes = NULL;
  Stream root = { G_MAXUINT32, 0 };
  Stream stream = { G_MAXUINT32, 0 };

  *found = FALSE;
  if (!open_ole (&ole, file) || !find_streams (&ole, name, &root, &stream, found))
    {
      ty_xlsx_error_damaged (error);
      return NULL;
    }
  if (!*found)
    return NULL;

  if (stream.size <= ole.size)
    bytes = stream.size < ole.mini_limit ? read_short (&ole, &root, &stream)
                                         : read_chain (&ole, stream.start, stream.size);
  if (bytes == NULL || bytes->len < stream.size)
    {
      ty_xlsx_error_damaged (error);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
