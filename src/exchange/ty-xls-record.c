/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xls-record"

#include "config.h"

#include "ty-xls-record.h"

#include <string.h>

#define HEAD_BYTES 4

/* Flags of a text. */
enum
{
  WIDE = 1 << 0,
  FAR_EAST = 1 << 2,
  RICH = 1 << 3,
};

static guint
peek_16 (const TyXlsRecord *self,
         gsize              at)
{
  return (guint) (self->stream[at] | self->stream[at + 1] << 8);
}

/**
 * ty_xls_record_init:
 * @self: (out caller-allocates): stands before the first record
 * @stream: the stream, which lives longer
 * @offset: where in it to begin
 */
void
ty_xls_record_init (TyXlsRecord *self,
                    GBytes      *stream,
                    gsize        offset)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (stream, &size);

  *self = (TyXlsRecord){ .stream = data, .size = size, .next = offset };
}

/**
 * ty_xls_record_step:
 * @self: a record
 *
 * Goes to the next record of the stream.
 *
 * Returns: whether there is one, and the stream has all of it
 */
gboolean
ty_xls_record_step (TyXlsRecord *self)
{
  guint length;

  self->failed = FALSE;
  if (self->next > self->size || self->size - self->next < HEAD_BYTES)
    return FALSE;

  self->type = peek_16 (self, self->next);
  length = peek_16 (self, self->next + 2);
  self->at = self->next + HEAD_BYTES;
  if (self->size - self->at < length)
    return FALSE;

  self->end = self->at + length;
  self->next = self->end;
  return TRUE;
}

/* A record that is too long for its length goes on in the following one. */
static gboolean
go_on (TyXlsRecord *self)
{
  guint type = self->type;

  if (self->size - self->next < HEAD_BYTES || peek_16 (self, self->next) != TY_XLS_CONTINUE
      || !ty_xls_record_step (self))
    {
      self->failed = TRUE;
      return FALSE;
    }
  self->type = type;
  return TRUE;
}

/**
 * ty_xls_record_get_left:
 * @self: a record
 *
 * Returns: how many bytes it still has, without what it goes on with
 */
gsize
ty_xls_record_get_left (TyXlsRecord *self)
{
  return self->end - self->at;
}

static const guint8 *
take (TyXlsRecord *self,
      gsize        n)
{
  static const guint8 nothing[8] = { 0 };

  if (self->at == self->end && !self->failed)
    go_on (self);
  if (self->failed || self->end - self->at < n)
    {
      self->failed = TRUE;
      return nothing;
    }
  self->at += n;
  return self->stream + self->at - n;
}

guint
ty_xls_record_take_8 (TyXlsRecord *self)
{
  return *take (self, 1);
}

guint
ty_xls_record_take_16 (TyXlsRecord *self)
{
  const guint8 *p = take (self, 2);

  return (guint) (p[0] | p[1] << 8);
}

guint32
ty_xls_record_take_32 (TyXlsRecord *self)
{
  guint low = ty_xls_record_take_16 (self);

  return (guint32) low | (guint32) ty_xls_record_take_16 (self) << 16;
}

double
ty_xls_record_take_double (TyXlsRecord *self)
{
  const guint8 *p = take (self, 8);
  guint64 bits = 0;
  double number;

  for (guint i = 8; i-- > 0;)
    bits = bits << 8 | p[i];
  memcpy (&number, &bits, sizeof number);
  return number;
}

/**
 * ty_xls_record_skip:
 * @self: a record
 * @n: how many bytes, which may go on in the following records
 */
void
ty_xls_record_skip (TyXlsRecord *self,
                    gsize        n)
{
  while (n > 0)
    {
      gsize here = MIN (n, self->end - self->at);

      self->at += here;
      n -= here;
      if (n > 0 && !go_on (self))
        return;
    }
}

static void
append_unit (GString  *text,
             gunichar *high,
             guint     unit)
{
  gunichar c = unit;

  if (unit >= 0xD800 && unit < 0xDC00)
    {
      *high = unit;
      return;
    }
  if (unit >= 0xDC00 && unit < 0xE000)
    c = *high != 0 ? 0x10000 + ((*high - 0xD800) << 10) + (unit - 0xDC00) : 0xFFFD;
  *high = 0;
  if (c != 0)
    g_string_append_unichar (text, c);
}

/* Where the characters go on in the following record, that begins with a flag of its own. */
static void
take_chars (TyXlsRecord *self,
            guint        n_chars,
            gboolean     wide,
            GString     *text)
{
  gunichar high = 0;

  while (n_chars > 0 && !self->failed)
    {
      if (self->at == self->end)
        {
          if (!go_on (self))
            return;
          wide = (ty_xls_record_take_8 (self) & WIDE) != 0;
          continue;
        }
      append_unit (text, &high, wide ? ty_xls_record_take_16 (self) : ty_xls_record_take_8 (self));
      n_chars--;
    }
}

/**
 * ty_xls_record_take_text:
 * @self: a record that stands on the flags of a text
 * @n_chars: how many UTF-16 units it has, which stands before the flags
 * @text: gets it, in UTF-8
 *
 * Reads a text without what it says of its fonts and its pronunciation.
 */
void
ty_xls_record_take_text (TyXlsRecord *self,
                         guint        n_chars,
                         GString     *text)
{
  guint flags = ty_xls_record_take_8 (self);
  guint n_runs = (flags & RICH) != 0 ? ty_xls_record_take_16 (self) : 0;
  guint32 n_more = (flags & FAR_EAST) != 0 ? ty_xls_record_take_32 (self) : 0;

  take_chars (self, n_chars, (flags & WIDE) != 0, text);
  if (!self->failed)
    ty_xls_record_skip (self, (gsize) n_runs * 4 + n_more);
}
