/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-text-encoding"

#include "config.h"

#include "ty-text-encoding.h"

#include "ty-xlsx-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How offices encode their texts: UTF-8, the two-byte codes of the mainland and of Taiwan, and the UTF-16 of
 * “Unicode text”. Each candidate is decoded strictly. GB 18030 and Big5 mostly accept each other's bytes:
 * between them decides which makes commoner characters of them, since both codes have the common
 * characters in a block of their own. */

/* So many first bytes tell the encoding. */
#define SAMPLE_BYTES 65536

static gboolean
fail (GError **error)
{
  ty_xlsx_error_set (error, TY_XLSX_ERROR_NOT_XLSX,
                     _("The file is no workbook and no table as text. Open it in WPS or Excel and save "
                       "it as .xlsx."));
  return FALSE;
}

static char *
convert (const char *bytes,
         gsize       length,
         const char *from)
{
  gsize written = 0;
  char *text = g_convert (bytes, (gssize) length, "UTF-8", from, NULL, &written, NULL);

  if (text != NULL && strlen (text) == written)
    return text;

  g_free (text);
  return NULL;
}

/* Of a table in UTF-16 every second byte of line ends, delimiters and digits is zero. */
static const char *
find_utf_16 (const char *bytes,
             gsize       length)
{
  gsize zeros[2] = { 0, 0 };

  if (length >= 2 && length % 2 == 0 && memcmp (bytes, "\xFF\xFE", 2) == 0)
    return "UTF-16LE";
  if (length >= 2 && length % 2 == 0 && memcmp (bytes, "\xFE\xFF", 2) == 0)
    return "UTF-16BE";
  if (length % 2 != 0)
    return NULL;

  for (gsize i = 0; i < MIN (length, SAMPLE_BYTES); i++)
    zeros[i % 2] += bytes[i] == '\0';
  if (zeros[1] > 0 && zeros[0] == 0)
    return "UTF-16LE";

  return zeros[0] > 0 && zeros[1] == 0 ? "UTF-16BE" : NULL;
}

/* How many of a thousand two-byte characters are in a block of common ones. */
static guint
rate_pairs (const char *bytes,
            gsize       length,
            guchar      first,
            guchar      last,
            gboolean    is_gb)
{
  gsize n = 0, n_common = 0;

  length = MIN (length, SAMPLE_BYTES);
  for (gsize i = 0; i + 1 < length; i++)
    {
      guchar lead = (guchar) bytes[i];
      guchar trail = (guchar) bytes[i + 1];

      if (lead < 0x81)
        continue;
      n++;
      n_common += lead >= first && lead <= last && (!is_gb || trail >= 0xA1);
      i++;
      /* Four bytes, the second of which is a digit. */
      i += is_gb && trail >= 0x30 && trail <= 0x39 ? 2 : 0;
    }
  return n > 0 ? (guint) (1000 * n_common / n) : 0;
}

/* The commonest 3,755 characters of GB 2312 are B0A1 to D7F9, the commonest 5,401 of Big5 A440 to C67E; the
 * punctuation of both stands below. */
static char *
decode_two_bytes (const char  *bytes,
                  gsize        length,
                  const char **encoding)
{
  g_autofree char *gb = convert (bytes, length, "GB18030");
  g_autofree char *big5 = convert (bytes, length, "CP950");

  if (big5 == NULL)
    big5 = convert (bytes, length, "BIG5-HKSCS");
  if (gb != NULL && big5 != NULL)
    {
      guint common_gb = rate_pairs (bytes, length, 0xB0, 0xD7, TRUE)
                        + rate_pairs (bytes, length, 0xA1, 0xA3, TRUE);
      guint common_big5 = rate_pairs (bytes, length, 0xA4, 0xC6, FALSE)
                          + rate_pairs (bytes, length, 0xA1, 0xA3, FALSE);

      if (common_gb >= common_big5)
        g_clear_pointer (&big5, g_free);
    }
  *encoding = big5 != NULL ? "Big5" : "GB18030";
  return big5 != NULL ? g_steal_pointer (&big5) : g_steal_pointer (&gb);
}

/**
 * ty_text_encoding_decode:
 * @bytes: (array length=length): a text, with or without a byte order mark
 * @length: in bytes
 * @encoding: (out) (transfer none): its name: `UTF-8`, `UTF-16`, `GB18030` or `Big5`
 * @error: %TY_XLSX_ERROR_NOT_XLSX where the bytes are no text
 *
 * Finds out how a text is encoded. Nothing is replaced: a text with bytes that its encoding does not have is
 * no text of that encoding.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, without a byte order mark
 */
char *
ty_text_encoding_decode (const char  *bytes,
                         gsize        length,
                         const char **encoding,
                         GError     **error)
{
  const char *utf_16 = find_utf_16 (bytes, length);
  char *text;

  *encoding = "UTF-8";
  if (length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    {
      bytes += 3;
      length -= 3;
    }
  if (utf_16 != NULL)
    {
      gsize mark = bytes[0] == '\xFF' || bytes[0] == '\xFE' ? 2 : 0;

      *encoding = "UTF-16";
      text = convert (bytes + mark, length - mark, utf_16);
    }
  else if (memchr (bytes, '\0', length) != NULL)
    text = NULL;
  else if (g_utf8_validate (bytes, (gssize) length, NULL))
    text = g_strndup (bytes, length);
  else
    text = decode_two_bytes (bytes, length, encoding);

  if (text == NULL)
    fail (error);
  return text;
}
