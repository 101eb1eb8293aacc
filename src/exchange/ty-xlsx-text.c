/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xlsx-text"

#include "config.h"

#include "ty-xlsx-text.h"

#include "ty-xlsx-error.h"
#include "ty-xml-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ESCAPE_BYTES 7 /* _xHHHH_ */

static gboolean
fail_long (GError **error)
{
  ty_xlsx_error_set (error, TY_XLSX_ERROR_TOO_LARGE,
                     _("The cell holds more than 32,767 characters. Shorten its text and save the "
                       "workbook again."));
  return FALSE;
}

/**
 * ty_xlsx_text_append:
 * @buffer: texts one behind the other
 * @start: where in @buffer the text of this cell begins
 * @text: more of it
 * @error: %TY_XLSX_ERROR_TOO_LARGE
 *
 * Adds to the text of a cell. ty_xlsx_text_finish() follows the last piece.
 *
 * Returns: whether it can still be a text of %TY_XLSX_MAX_CELL_CHARS
 */
gboolean
ty_xlsx_text_append (GString     *buffer,
                     gsize        start,
                     const char  *text,
                     GError     **error)
{
  gsize n = strlen (text);

  /* Each character may be written as an escape. */
  if (buffer->len - start + n > TY_XLSX_MAX_CELL_CHARS * ESCAPE_BYTES)
    return fail_long (error);

  g_string_append_len (buffer, text, (gssize) n);
  return TRUE;
}

static gboolean
take_escape (const char *text,
             gunichar   *unit)
{
  gunichar value = 0;

  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      value = value * 16 + (gunichar) g_ascii_xdigit_value (text[i]);
    }
  if (text[6] != '_')
    return FALSE;

  *unit = value;
  return TRUE;
}

/* The length in @text of the escapes that make one character, or 0 where there is none. */
static guint
take_character (const char *text,
                gunichar   *character)
{
  gunichar unit, low;

  if (!take_escape (text, &unit))
    return 0;
  if (unit >= 0xD800 && unit < 0xDC00)
    {
      if (!take_escape (text + ESCAPE_BYTES, &low) || low < 0xDC00 || low > 0xDFFF)
        return 0;
      *character = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
      return 2 * ESCAPE_BYTES;
    }
  /* A lone half and U+0000 are no characters of a text. */
  if (unit == 0 || !g_unichar_validate (unit))
    return 0;

  *character = unit;
  return ESCAPE_BYTES;
}

/* What the escapes cannot mean stays as it is. */
static void
unescape (GString *buffer,
          gsize    start)
{
  const char *from;
  char *to;

  if (strstr (buffer->str + start, "_x") == NULL)
    return;

  from = to = buffer->str + start;
  while (*from != '\0')
    {
      gunichar character;
      guint n = take_character (from, &character);

      if (n == 0)
        {
          *to++ = *from++;
          continue;
        }
      to += g_unichar_to_utf8 (character, to);
      from += n;
    }
  g_string_truncate (buffer, (gsize) (to - buffer->str));
}

/**
 * ty_xlsx_text_finish:
 * @buffer: texts one behind the other
 * @start: where in @buffer the text of this cell begins; it goes to the end
 * @error: %TY_XLSX_ERROR_TOO_LARGE above %TY_XLSX_MAX_CELL_CHARS
 *
 * Replaces `_xHHHH_`, by which OOXML writes characters that XML does not allow (ECMA-376,
 * ST_Xstring), and checks the length.
 *
 * Returns: whether the text is one of a cell
 */
gboolean
ty_xlsx_text_finish (GString  *buffer,
                     gsize     start,
                     GError  **error)
{
  unescape (buffer, start);
  if (buffer->len - start > TY_XLSX_MAX_CELL_CHARS
      && g_utf8_strlen (buffer->str + start, -1) > TY_XLSX_MAX_CELL_CHARS)
    return fail_long (error);

  return TRUE;
}

/**
 * ty_xlsx_text_read_rich:
 * @part: a part that stands on the start of an `si` or an `is`
 * @buffer: where the text is added
 * @error: a `TY_XLSX_ERROR`
 *
 * Reads a text to the end of its element: the characters of all runs, without the phonetic ones,
 * which repeat the text in kana.
 *
 * Returns: whether there was no error
 */
gboolean
ty_xlsx_text_read_rich (TyXmlPart  *part,
                        GString    *buffer,
                        GError    **error)
{
  const guint top = ty_xml_part_get_depth (part);
  const gsize start = buffer->len;
  guint phonetic = 0;
  gboolean in_text = FALSE;

  while (TRUE)
    {
      TyXmlStep step = ty_xml_part_next (part, error);
      guint depth = ty_xml_part_get_depth (part);

      if (step == TY_XML_ERROR || step == TY_XML_DONE)
        return FALSE;

      if (step == TY_XML_TEXT)
        {
          if (in_text && !ty_xlsx_text_append (buffer, start, ty_xml_part_get_text (part), error))
            return FALSE;
        }
      else if (step == TY_XML_START)
        {
          if (phonetic == 0 && ty_xml_part_is (part, "rPh"))
            phonetic = depth;
          in_text = phonetic == 0 && ty_xml_part_is (part, "t");
        }
      else
        {
          in_text = FALSE;
          if (depth == phonetic)
            phonetic = 0;
          if (depth == top)
            break;
        }
    }

  return ty_xlsx_text_finish (buffer, start, error);
}
