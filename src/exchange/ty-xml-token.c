/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xml-token"

#include "config.h"

#include "ty-xml-token.h"

#include <string.h>

/* The characters of XML 1.0 by what they need: most texts need nothing and stay where they are. */
enum
{
  PLAIN = 0,
  WIDE = 1 << 0,      /* a byte of a character above ASCII */
  REFERENCE = 1 << 1, /* & */
  BREAK = 1 << 2,     /* tab, line feed, carriage return */
  FORBIDDEN = 1 << 3, /* a control character; < in an attribute is found by whoever looks for the end of the tag */
};

static inline guint
get_class (guchar c)
{
  if (c >= 0x80)
    return WIDE;
  if (c >= 0x20)
    return c == '&' ? REFERENCE : PLAIN;

  return c == '\t' || c == '\n' || c == '\r' ? BREAK : FORBIDDEN;
}

static guint
find_classes (const char *text,
              gsize       length)
{
  guint classes = PLAIN;

  for (gsize i = 0; i < length; i++)
    classes |= get_class ((guchar) text[i]);
  return classes;
}

/* U+FFFE and U+FFFF are no characters of a document. */
static gboolean
is_sound (const char *text,
          gsize       length)
{
  if (!g_utf8_validate_len (text, length, NULL))
    return FALSE;
  for (const char *p = text; (p = memchr (p, 0xEF, (gsize) (text + length - p))) != NULL; p++)
    if ((guchar) p[1] == 0xBF && (guchar) p[2] >= 0xBE)
      return FALSE;

  return TRUE;
}

/**
 * ty_xml_token_is_readable:
 * @text: (array length=length): bytes
 * @length: how many
 *
 * Returns: whether they are UTF-8 and characters that a document may have
 */
gboolean
ty_xml_token_is_readable (const char *text,
                          gsize       length)
{
  guint classes = find_classes (text, length);

  return (classes & FORBIDDEN) == 0 && ((classes & WIDE) == 0 || is_sound (text, length));
}

static gboolean
is_document_character (gunichar c)
{
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD)
         || (c >= 0x10000 && c <= 0x10FFFF);
}

/* &#65; and &#x41; from behind the #; returns where it ends, or %NULL. */
static const char *
take_number (const char *from,
             const char *end,
             gunichar   *character)
{
  const guint base = from < end && *from == 'x' ? 16 : 10;
  gunichar value = 0;
  const char *p = base == 16 ? from + 1 : from;
  const char *first = p;

  for (; p < end && *p != ';'; p++)
    {
      int digit = base == 16 ? g_ascii_xdigit_value (*p) : g_ascii_digit_value (*p);

      if (digit < 0 || value > 0x10FFFF)
        return NULL;
      value = value * base + (gunichar) digit;
    }
  if (p == first || p == end || !is_document_character (value))
    return NULL;

  *character = value;
  return p + 1;
}

/* From behind the &; returns where the reference ends. */
static const char *
take_reference (const char      *from,
                const char      *end,
                gunichar        *character,
                TyXmlTokenState *state)
{
  static const struct { const char *name; gsize length; gunichar character; } known[] = {
    { "amp;", 4, '&' }, { "lt;", 3, '<' }, { "gt;", 3, '>' }, { "quot;", 5, '"' }, { "apos;", 5, '\'' },
  };
  const char *semicolon;

  if (from < end && *from == '#')
    {
      const char *behind = take_number (from + 1, end, character);

      *state = behind != NULL ? TY_XML_TOKEN_GOOD : TY_XML_TOKEN_DAMAGED;
      return behind;
    }
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if ((gsize) (end - from) >= known[i].length && memcmp (from, known[i].name, known[i].length) == 0)
      {
        *character = known[i].character;
        *state = TY_XML_TOKEN_GOOD;
        return from + known[i].length;
      }

  semicolon = memchr (from, ';', (gsize) (end - from));
  *state = semicolon != NULL && semicolon > from
             && ty_xml_token_skip_name (from, (gsize) (semicolon - from)) == (gsize) (semicolon - from)
             ? TY_XML_TOKEN_ENTITY : TY_XML_TOKEN_DAMAGED;
  return NULL;
}

/* What it means is never longer than how it is written. */
static TyXmlTokenState
decode_slowly (char     *text,
               gsize    *length,
               gboolean  in_attribute)
{
  const char *end = text + *length;
  const char *from = text;
  char *to = text;

  while (from < end)
    {
      TyXmlTokenState state;
      gunichar character;
      char c = *from++;

      if (c == '&')
        {
          from = take_reference (from, end, &character, &state);
          if (from == NULL)
            return state;
          to += g_unichar_to_utf8 (character, to);
          continue;
        }
      if (c == '\r')
        {
          if (from < end && *from == '\n')
            from++;
          c = '\n';
        }
      *to++ = in_attribute && (c == '\n' || c == '\t') ? ' ' : c;
    }
  *length = (gsize) (to - text);
  return TY_XML_TOKEN_GOOD;
}

/**
 * ty_xml_token_decode:
 * @text: (array length=length): the bytes of a text or of the value of an attribute
 * @length: (inout): how many; never more than before
 * @in_attribute: whether breaks of lines and tabs are blanks
 *
 * Turns bytes into what they mean, where they stand: references, breaks of lines (XML 1.0, 2.11, 3.3.3).
 *
 * Returns: whether they are a text
 */
TyXmlTokenState
ty_xml_token_decode (char     *text,
                     gsize    *length,
                     gboolean  in_attribute)
{
  guint classes = find_classes (text, *length);

  if ((classes & FORBIDDEN) != 0 || ((classes & WIDE) != 0 && !is_sound (text, *length)))
    return TY_XML_TOKEN_DAMAGED;
  if ((classes & REFERENCE) == 0
      && ((classes & BREAK) == 0 || (!in_attribute && memchr (text, '\r', *length) == NULL)))
    return TY_XML_TOKEN_GOOD;

  return decode_slowly (text, length, in_attribute);
}

static inline gboolean
is_name_byte (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == ':' || c == '-' || c == '.' || (guchar) c >= 0x80;
}

/**
 * ty_xml_token_skip_name:
 * @text: (array length=length): bytes
 * @length: how many
 *
 * Returns: how many bytes at the beginning are a name, or 0
 */
gsize
ty_xml_token_skip_name (const char *text,
                        gsize       length)
{
  gsize n = 0;

  if (length == 0 || g_ascii_isdigit (text[0]) || text[0] == '-' || text[0] == '.')
    return 0;
  while (n < length && is_name_byte (text[n]))
    n++;
  return n;
}

/**
 * ty_xml_token_skip_blanks:
 * @text: (array length=length): bytes
 * @length: how many
 *
 * Returns: how many bytes at the beginning are blanks
 */
gsize
ty_xml_token_skip_blanks (const char *text,
                          gsize       length)
{
  gsize n = 0;

  while (n < length && (text[n] == ' ' || text[n] == '\n' || text[n] == '\t' || text[n] == '\r'))
    n++;
  return n;
}
