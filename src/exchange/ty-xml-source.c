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
 * The bytes of an XML member on their way to the parser, as UTF-8. What a parser spends too much
 * time or memory on is stopped here, before it sees it: document types, endless tags and texts.
 * A `<` stands in no attribute, so that each one begins something new whatever came before.
 */
struct _TyXmlSource
{
  TyZipPass *pass;      /* (owned) (nullable): of a member */
  GBytes *bytes;        /* (owned) (nullable): in its place */
  gsize n_given;        /* of the bytes */
  gsize limit;          /* of a piece */
  GIConv converter;     /* (owned): from UTF-16, or -1 */
  gboolean begun;
  char raw[RAW_BYTES];  /* not yet converted */
  gsize n_raw;
  int state;
  gsize piece;          /* bytes since the last < */
  guint n_quotes;       /* opened in this tag */
};

enum
{
  STATE_TEXT,
  STATE_OPEN,   /* behind < */
  STATE_BANG,   /* behind <! */
  STATE_TAG,
  STATE_SINGLE, /* between ' and ' */
  STATE_DOUBLE, /* between " and " */
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
  self->limit = TY_XML_MAX_PIECE_BYTES;
  self->converter = (GIConv) -1;
  return self;
}

/**
 * ty_xml_source_new_for_bytes:
 * @bytes: an XML document
 * @limit: the most bytes from one `<` to the next
 *
 * Returns: (transfer full): a source of bytes that are no member of a zip
 */
TyXmlSource *
ty_xml_source_new_for_bytes (GBytes *bytes,
                             gsize   limit)
{
  TyXmlSource *self = g_new0 (TyXmlSource, 1);

  self->bytes = g_bytes_ref (bytes);
  self->limit = limit;
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

static void
step_in_tag (TyXmlSource *self,
             char         c)
{
  if (self->state == STATE_SINGLE || self->state == STATE_DOUBLE)
    {
      if (c == (self->state == STATE_SINGLE ? '\'' : '"'))
        self->state = STATE_TAG;
    }
  else if (c == '\'' || c == '"')
    {
      self->state = c == '"' ? STATE_DOUBLE : STATE_SINGLE;
      self->n_quotes++;
    }
  else
    self->state = c == '>' ? STATE_TEXT : STATE_TAG;
}

static gboolean
check (TyXmlSource  *self,
       const char   *bytes,
       gsize         length,
       GError      **error)
{
  const char *end = bytes + length;

  for (const char *p = bytes; p < end; p++)
    {
      if (self->state == STATE_TEXT)
        {
          const char *next = memchr (p, '<', (gsize) (end - p));

          self->piece += (gsize) ((next != NULL ? next : end) - p);
          p = next != NULL ? next : end - 1;
        }
      if (++self->piece > self->limit || self->n_quotes > TY_XML_MAX_ATTRIBUTES)
        {
          ty_xlsx_error_unpacks (error);
          return FALSE;
        }

      if (*p == '<')
        {
          self->state = STATE_OPEN;
          self->piece = 0;
          self->n_quotes = 0;
        }
      else if (self->state == STATE_OPEN && *p == '!')
        self->state = STATE_BANG;
      else if (self->state == STATE_BANG)
        {
          /* A comment or CDATA, else the declarations of a document type. */
          if (*p != '-' && *p != '[')
            {
              ty_xlsx_error_hostile (error);
              return FALSE;
            }
          self->state = STATE_TEXT;
        }
      else if (self->state != STATE_TEXT)
        step_in_tag (self, *p);
    }

  return TRUE;
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
 * @error: %TY_XLSX_ERROR_HOSTILE, %TY_XLSX_ERROR_TOO_LARGE or another `TY_XLSX_ERROR`
 *
 * Returns: the number of bytes read, 0 at the end, -1 on an error
 */
gssize
ty_xml_source_read (TyXmlSource  *self,
                    char         *buffer,
                    gsize         length,
                    GError      **error)
{
  gssize n;

  if (!self->begun && !begin (self, error))
    return -1;

  if (self->converter != (GIConv) -1)
    n = read_wide (self, buffer, length, error);
  else
    n = read_plain (self, buffer, length, error);
  if (n > 0 && !check (self, buffer, (gsize) n, error))
    return -1;

  return n;
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
