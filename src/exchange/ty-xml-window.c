/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xml-window"

#include "config.h"

#include "ty-xml-window.h"

#include "ty-xlsx-error.h"
#include "ty-xml-source.h"

#include <string.h>

#define CHUNK_BYTES 65536

/**
 * ty_xml_window_init:
 * @self: (out caller-allocates): a window
 * @source: (transfer full): where the bytes come from
 * @limit: the most bytes that anything may have that is looked for
 */
void
ty_xml_window_init (TyXmlWindow *self,
                    TyXmlSource *source,
                    gsize        limit)
{
  *self = (TyXmlWindow){
    .source = source,
    .limit = limit,
    .buffer = g_malloc (CHUNK_BYTES + 1),
    .capacity = CHUNK_BYTES,
  };
}

void
ty_xml_window_clear (TyXmlWindow *self)
{
  g_clear_pointer (&self->source, ty_xml_source_free);
  g_clear_pointer (&self->buffer, g_free);
}

static void
make_room (TyXmlWindow *self)
{
  gsize n = ty_xml_window_get_n (self);

  if (self->start > 0)
    memmove (self->buffer, self->buffer + self->start, n);
  self->start = 0;
  self->end = n;
  if (self->capacity - n >= CHUNK_BYTES / 2)
    return;

  self->capacity *= 2;
  self->buffer = g_realloc (self->buffer, self->capacity + 1);
}

/* More bytes behind those that are there, whose place in the buffer may change. %FALSE on an error only. */
static gboolean
fill (TyXmlWindow  *self,
      GError    **error)
{
  gssize n;

  if (ty_xml_window_get_n (self) > self->limit)
    {
      ty_xlsx_error_unpacks (error);
      return FALSE;
    }

  make_room (self);
  n = ty_xml_source_read (self->source, self->buffer + self->end, self->capacity - self->end, error);
  if (n < 0)
    return FALSE;

  self->ended = n == 0;
  self->end += (gsize) n;
  return TRUE;
}

/* Mostly a bracket is looked for. */
static const char *
find_sign (const char *text,
           gsize       n,
           const char *sign,
           gsize       length)
{
  return length == 1 ? memchr (text, *sign, n) : memmem (text, n, sign, length);
}

/**
 * ty_xml_window_find:
 * @self: a window
 * @sign: what is looked for
 * @from: from how far behind the start
 * @place: (out): how far from the start it is, or the document ends
 * @found: (out): whether it comes at all
 * @error: a `TY_XLSX_ERROR`; %TY_XLSX_ERROR_TOO_LARGE where it is further than the limit
 *
 * The bytes up to there are in the window afterwards, whose buffer may have moved.
 *
 * Returns: whether there was no error
 */
gboolean
ty_xml_window_find (TyXmlWindow  *self,
                    const char   *sign,
                    gsize         from,
                    gsize        *place,
                    gboolean     *found,
                    GError      **error)
{
  const gsize length = strlen (sign);

  while (TRUE)
    {
      const char *begin = self->buffer + self->start;
      const char *hit = ty_xml_window_get_n (self) > from
                          ? find_sign (begin + from, ty_xml_window_get_n (self) - from, sign, length) : NULL;

      *found = hit != NULL;
      *place = hit != NULL ? (gsize) (hit - begin) : ty_xml_window_get_n (self);
      if (*found || self->ended)
        break;
      from = MAX (from, ty_xml_window_get_n (self) >= length ? ty_xml_window_get_n (self) - (length - 1) : 0);
      if (!fill (self, error))
        return FALSE;
    }
  if (*place > self->limit)
    {
      ty_xlsx_error_unpacks (error);
      return FALSE;
    }
  return TRUE;
}

/**
 * ty_xml_window_find_whole:
 * @self: a window
 * @sign: what must come
 * @from: from how far behind the start
 * @place: (out): how far from the start it is
 * @error: a `TY_XLSX_ERROR`; %TY_XLSX_ERROR_TRUNCATED where the document ends before
 *
 * Returns: whether it comes
 */
gboolean
ty_xml_window_find_whole (TyXmlWindow  *self,
                          const char   *sign,
                          gsize         from,
                          gsize        *place,
                          GError      **error)
{
  gboolean found;

  if (!ty_xml_window_find (self, sign, from, place, &found, error))
    return FALSE;
  if (!found)
    ty_xlsx_error_damaged (error);
  return found;
}

/**
 * ty_xml_window_fill_to:
 * @self: a window
 * @n: a number of bytes
 * @error: a `TY_XLSX_ERROR`
 *
 * Reads on until @n bytes are there, as far as there are so many.
 *
 * Returns: whether there was no error
 */
gboolean
ty_xml_window_fill_to (TyXmlWindow  *self,
                       gsize         n,
                       GError      **error)
{
  while (ty_xml_window_get_n (self) < n && !self->ended)
    if (!fill (self, error))
      return FALSE;

  return TRUE;
}

/**
 * ty_xml_window_find_tag_end:
 * @self: a window at whose start a tag begins
 * @place: (out): how far from the start its `>` is; one between quotes is none
 * @error: a `TY_XLSX_ERROR`
 *
 * Returns: whether the tag ends
 */
gboolean
ty_xml_window_find_tag_end (TyXmlWindow  *self,
                            gsize        *place,
                            GError      **error)
{
  char quote = '\0';
  gsize i = 1;

  while (TRUE)
    {
      const char *begin = self->buffer + self->start;
      const gsize n = ty_xml_window_get_n (self);

      for (; i < n; i++)
        {
          const char c = begin[i];

          if (quote != '\0')
            quote = c == quote ? '\0' : quote;
          else if (c == '>')
            {
              *place = i;
              return TRUE;
            }
          else if (c == '"' || c == '\'')
            quote = c;
          if (c == '<')
            {
              ty_xlsx_error_damaged (error);
              return FALSE;
            }
        }
      if (self->ended)
        {
          ty_xlsx_error_damaged (error);
          return FALSE;
        }
      if (!fill (self, error))
        return FALSE;
    }
}
