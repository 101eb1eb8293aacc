/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-text"

#include "config.h"

#include "ty-text.h"

#include "ty-pinyin-table.h"
#include "ty-script-table.h"

#include <string.h>

#define MIDDLE_DOT 0x00B7

static gboolean
is_invisible (gunichar c)
{
  return c == 0xFEFF || c == 0x00AD || c == 0x2060 || c == 0x180E || (c >= 0x200B && c <= 0x200F)
         || (c >= 0x202A && c <= 0x202E);
}

/* Selectors of a glyph of the same character. */
static gboolean
is_variation (gunichar c)
{
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

/* The dots that offices type between the parts of a minority name: · • ・ ･ ‧ ∙ ⋅ ． and the like. */
static gboolean
is_middle_dot (gunichar c)
{
  return c == MIDDLE_DOT || c == 0x2022 || c == 0x30FB || c == 0xFF65 || c == 0x2027 || c == 0x2219
         || c == 0x22C5 || c == 0x0387 || c == 0xFF0E;
}

static gunichar
to_half_width (gunichar c)
{
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

/* The unified ideograph at a place of a text that need not be UTF-8; 0 where another byte stands. */
static gunichar
get_ideograph (const guchar *p)
{
  gunichar c;

  if ((p[0] & 0xF0) != 0xE0 || (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80)
    return 0;

  c = (gunichar) ((p[0] & 0x0F) << 12 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F));
  return c >= 0x4E00 && c <= 0x9FFF ? c : 0;
}

/* Nothing but ideographs and ASCII letters and digits, as in nearly every name, has no other normal
 * form; %NULL for any other text. */
static char *
fold_plain (const char *text)
{
  g_autofree char *key = g_malloc (strlen (text) / 3 * 4 + 3);
  const guchar *p = (const guchar *) text;
  char *end = key;

  while (*p != '\0')
    {
      gunichar ideograph = get_ideograph (p);

      if (ideograph != 0)
        end += g_unichar_to_utf8 (ty_script_table_simplify (ideograph), end);
      else if (g_ascii_isalnum ((char) *p))
        *end++ = g_ascii_tolower ((char) *p);
      else
        return NULL;
      p += ideograph != 0 ? 3 : 1;
    }
  *end = '\0';

  return g_steal_pointer (&key);
}

static char *
fold_any (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  g_autoptr(GString) seen = g_string_sized_new (strlen (valid));
  GString *key;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_blank (c) && !is_invisible (c) && !is_variation (c) && !is_middle_dot (c))
        g_string_append_unichar (seen, c);
    }

  normal = g_utf8_normalize (seen->str, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = g_utf8_casefold (normal, -1);
  key = g_string_sized_new (strlen (folded));
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (key, ty_script_table_simplify (g_utf8_get_char (p)));

  return g_string_free (key, FALSE);
}

/**
 * ty_text_fold:
 * @text: any text
 *
 * Makes the key by which words and names are compared and searched: NFKC, traditional script as
 * simplified, without case, blanks, invisible characters and middle dots. It is never stored as
 * the text itself and never shown (a name would be rewritten). Folding goes character by
 * character, so that the key of a part is found in the key of the whole.
 *
 * The first call reads OpenCC's dictionary, some hundredths of a second. Any thread may call it.
 *
 * Returns: (transfer full): the key; bytes that are not UTF-8 become U+FFFD
 */
char *
ty_text_fold (const char *text)
{
  char *key;

  g_return_val_if_fail (text != NULL, NULL);

  key = fold_plain (text);
  return key != NULL ? key : fold_any (text);
}

/* Most cells hold Chinese characters and signs of ASCII alone, with nothing to be taken out. */
static gboolean
is_clean (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0';)
    if (*p > ' ' && *p < 0x7F)
      p++;
    else if (*p >= 0xE4 && *p <= 0xE9 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80)
      p += 3;
    else
      return FALSE;

  return TRUE;
}

/**
 * ty_text_clean:
 * @text: a cell or an entry
 *
 * Makes the stored form of free text: no blanks at the ends, no invisible characters, and one
 * blank where several blanks, tabs or line breaks stood. What can be seen is not changed.
 *
 * Returns: (transfer full): the text
 */
char *
ty_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  GString *clean;
  gboolean pending = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_clean (text))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c))
        continue;
      if (is_blank (c))
        {
          pending = clean->len > 0;
          continue;
        }
      if (pending)
        g_string_append_c (clean, ' ');
      pending = FALSE;
      g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/**
 * ty_text_clean_name:
 * @text: a person's name as typed
 *
 * Makes the stored form of a name: no blanks beside Chinese characters, although rosters put one
 * into names of two characters, and `·` for every middle dot. (field.md 3)
 *
 * Returns: (transfer full): the name
 */
char *
ty_text_clean_name (const char *text)
{
  g_autofree char *clean = ty_text_clean (text);
  GString *name;
  gunichar before = 0;

  g_return_val_if_fail (clean != NULL, NULL);

  name = g_string_sized_new (strlen (clean));
  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_middle_dot (c))
        c = MIDDLE_DOT;
      if (c == ' ')
        {
          gunichar after = g_utf8_get_char (p + 1);

          if (is_han (before) || is_han (after) || before == MIDDLE_DOT || is_middle_dot (after))
            continue;
        }
      g_string_append_unichar (name, c);
      before = c;
    }

  return g_string_free (name, FALSE);
}

/**
 * ty_text_clean_code:
 * @text: an ID number, a phone number or a division code as typed
 *
 * Makes the stored form of such a number: no blanks, half-width characters, X in upper case, and
 * no apostrophe in front, by which spreadsheets mark numbers as text.
 *
 * Returns: (transfer full): the number
 */
char *
ty_text_clean_code (const char *text)
{
  g_autofree char *valid = NULL;
  GString *code;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  code = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = to_half_width (g_utf8_get_char (p));

      if (is_blank (c) || is_invisible (c))
        continue;
      if (code->len == 0 && (c == '\'' || c == 0x2018 || c == 0x2019))
        continue;
      g_string_append_unichar (code, c == 'x' ? 'X' : c);
    }

  return g_string_free (code, FALSE);
}

/**
 * ty_text_width:
 * @text: any text
 *
 * Returns: the length in half-width units, two for a Chinese character or sign; the official
 * limits of fields count in halves of these (field.md 3)
 */
guint
ty_text_width (const char *text)
{
  g_autofree char *valid = NULL;
  guint width = 0;

  g_return_val_if_fail (text != NULL, 0);

  valid = g_utf8_make_valid (text, -1);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c) && !is_invisible (c))
        width += g_unichar_iswide_cjk (c) ? 2 : 1;
    }

  return width;
}

static gboolean
is_ascii_code (const char *number)
{
  for (const char *p = number; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      return FALSE;

  return TRUE;
}

/**
 * ty_text_mask_id_number:
 * @number: a citizen ID number
 *
 * Returns: (transfer full): `990101 19820221 ****`: division and date of birth without the
 * number that makes it one person's. What is no ID number is hidden whole
 */
char *
ty_text_mask_id_number (const char *number)
{
  size_t length;

  g_return_val_if_fail (number != NULL, NULL);

  length = is_ascii_code (number) ? strlen (number) : 1;
  if (length == 18)
    return g_strdup_printf ("%.6s %.8s ****", number, number + 6);
  if (length == 15)
    return g_strdup_printf ("%.6s %.6s ***", number, number + 6);

  return g_strdup (*number == '\0' ? "" : "****");
}

/**
 * ty_text_mask_phone:
 * @number: a phone number
 *
 * Returns: (transfer full): `199****2166` for a mobile number, the first four characters for
 * what is longer than seven, such as `0797****`, and only stars for anything else
 */
char *
ty_text_mask_phone (const char *number)
{
  size_t length;

  g_return_val_if_fail (number != NULL, NULL);

  length = strlen (number);
  if (length == 0)
    return g_strdup ("");
  if (length == 11 && is_ascii_code (number))
    return g_strdup_printf ("%.3s****%s", number, number + 7);
  if (length > 7 && g_ascii_isprint (number[0]) && g_ascii_isprint (number[1])
      && g_ascii_isprint (number[2]) && g_ascii_isprint (number[3]))
    return g_strdup_printf ("%.4s****", number);

  return g_strdup ("****");
}

/**
 * ty_text_mask_name:
 * @name: a person's name
 *
 * Returns: (transfer full): the surname and one star, `欧阳＊`, however long the rest is; of a name without
 * Chinese characters the first letter
 */
char *
ty_text_mask_name (const char *name)
{
  g_autofree char *valid = NULL;
  const char *second;
  glong n;

  g_return_val_if_fail (name != NULL, NULL);

  valid = g_utf8_make_valid (name, -1);
  n = g_utf8_strlen (valid, -1);
  if (n < 2)
    return g_strdup (n == 0 ? "" : "＊");

  second = g_utf8_next_char (valid);
  if (n > 2 && ty_pinyin_table_read_compound (g_utf8_get_char (valid), g_utf8_get_char (second)) != NULL)
    second = g_utf8_next_char (second);
  return g_strdup_printf ("%.*s＊", (int) (second - valid), valid);
}

/**
 * ty_text_format_count:
 * @count: how many
 *
 * Returns: (transfer full): `1,150`: groups of three from four digits on
 */
char *
ty_text_format_count (guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  return ty_text_group_digits (text);
}

/**
 * ty_text_group_digits:
 * @number: a number that begins with its digits or its sign: `-1150.25`
 *
 * Returns: (transfer full): the same with groups of three before its point: `-1,150.25`
 */
char *
ty_text_group_digits (const char *number)
{
  GString *text = g_string_new (number);
  gsize first = strcspn (number, "0123456789");
  gsize n = strspn (number + first, "0123456789");

  for (gsize place = n; place > 3; place -= 3)
    g_string_insert_c (text, (gssize) (first + place - 3), ',');
  return g_string_free (text, FALSE);
}
