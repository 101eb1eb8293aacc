/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xml-source"

#include "config.h"

#include "ty-xml-source.h"

#include "ty-xlsx-error.h"
#include "ty-zip-pass.h"

#include <errno.h>
#include <string.h>

#define RAW_BYTES 4096

/**
 * TyXmlSource:
 *
 * The bytes of an XML member, or of a document of its own, as UTF-8.
 */
struct _TyXmlSource
{
  TyZipPass *pass;      /* (owned) (nullable): of a member */
  GBytes *bytes;        /* (owned) (nullable): in its place */
  gsize n_given;        /* of the bytes */
  GIConv converter;     /* (owned): from UTF-16, or -1 */
  gboolean begun;
  char raw[RAW_BYTES];  /* not yet converted */
  gsize n_raw;
};

/**
 * ty_xml_source_new:
 * @pass: (transfer full): a pass whose member was begun
 *
 * Returns: (transfer full): the source
 */
TyXmlSource *
ty_xml_source_new (TyZipPass *pass)
{
  TyXmlSource *self = g_new0 (TyXmlSource, 1);

  self->pass = pass;
  self->converter = (GIConv) -1;
  return self;
}

/**
 * ty_xml_source_new_for_bytes:
 * @bytes: an XML document
 *
 * Returns: (transfer full): a source of bytes that are no member of a zip
 */
TyXmlSource *
ty_xml_source_new_for_bytes (GBytes *bytes)
{
  TyXmlSource *self = g_new0 (TyXmlSource, 1);

  self->bytes = g_bytes_ref (bytes);
  self->converter = (GIConv) -1;
  return self;
}

void
ty_xml_source_free (TyXmlSource *self)
{
  if (self->converter != (GIConv) -1)
    g_iconv_close (self->converter);
  g_clear_pointer (&self->pass, ty_zip_pass_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static gssize
read_raw (TyXmlSource  *self,
          char         *buffer,
          gsize         length,
          GError      **error)
{
  const char *bytes;
  gsize n_bytes, n;

  if (self->pass != NULL)
    return ty_zip_pass_read (self->pass, buffer, length, error);

  bytes = g_bytes_get_data (self->bytes, &n_bytes);
  n = MIN (length, n_bytes - self->n_given);
  if (n > 0)
    memcpy (buffer, bytes + self->n_given, n);
  self->n_given += n;
  return (gssize) n;
}

/* OOXML is UTF-8 or UTF-16 (ECMA-376-2); what the XML says of itself is not asked. */
static gboolean
begin (TyXmlSource  *self,
       GError      **error)
{
  const guint8 *head = (const guint8 *) self->raw;

  self->begun = TRUE;
  while (self->n_raw < 4)
    {
      gssize n = read_raw (self, self->raw + self->n_raw, 4 - self->n_raw, error);

      if (n < 0)
        return FALSE;
      if (n == 0)
        break;
      self->n_raw += (gsize) n;
    }

  if ((head[0] == 0xFF && head[1] == 0xFE) || (head[0] == '<' && head[1] == 0))
    self->converter = g_iconv_open ("UTF-8", "UTF-16LE");
  else if ((head[0] == 0xFE && head[1] == 0xFF) || (head[0] == 0 && head[1] == '<'))
    self->converter = g_iconv_open ("UTF-8", "UTF-16BE");
  else if (head[0] != 0xEF && head[0] != '<' && !g_ascii_isspace ((char) head[0]))
    {
      ty_xlsx_error_damaged (error);
      return FALSE;
    }

  return TRUE;
}

static gssize
read_plain (TyXmlSource  *self,
            char         *buffer,
            gsize         length,
            GError      **error)
{
  gsize n = MIN (self->n_raw, length);

  if (n == 0)
    return read_raw (self, buffer, length, error);

  memcpy (buffer, self->raw, n);
  self->n_raw -= n;
  memmove (self->raw, self->raw + n, self->n_raw);
  return (gssize) n;
}

static gssize
read_wide (TyXmlSource  *self,
           char         *buffer,
           gsize         length,
           GError      **error)
{
  while (TRUE)
    {
      char *from = self->raw;
      char *to = buffer;
      gsize room = length;
      gssize n;

      if (g_iconv (self->converter, &from, &self->n_raw, &to, &room) == (gsize) -1
          && errno != EINVAL && errno != E2BIG)
        break;
      memmove (self->raw, from, self->n_raw);
      if (to != buffer)
        return to - buffer;

      n = read_raw (self, self->raw + self->n_raw, RAW_BYTES - self->n_raw, error);
      if (n < 0)
        return -1;
      if (n == 0 && self->n_raw == 0)
        return 0;
      if (n == 0)
        break;
      self->n_raw += (gsize) n;
    }

  ty_xlsx_error_damaged (error);
  return -1;
}

/**
 * ty_xml_source_read:
 * @self: a source
 * @buffer: (out caller-allocates): where the bytes go
 * @length: the size of @buffer, at least 8
 * @error: a `TY_XLSX_ERROR`
 *
 * Returns: the number of bytes read, 0 at the end, -1 on an error
 */
gssize
ty_xml_source_read (TyXmlSource  *self,
                    char         *buffer,
                    gsize         length,
                    GError      **error)
{
  if (!self->begun && !begin (self, error))
    return -1;

  return self->converter != (GIConv) -1 ? read_wide (self, buffer, length, error)
                                        : read_plain (self, buffer, length, error);
}

/**
 * ty_xml_source_drain:
 * @self: a source whose XML has ended
 * @error: %TY_XLSX_ERROR_TRUNCATED where the check sum of the member differs
 *
 * Reads what is left, to see the check sum.
 *
 * Returns: whether the member is sound
 */
gboolean
ty_xml_source_drain (TyXmlSource  *self,
                     GError      **error)
{
  char rest[512];
  gssize n;

  do
    n = read_raw (self, rest, sizeof rest, error);
  while (n > 0);

  return n == 0;
}
