/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-collate"

#include "config.h"

#include "ty-collate.h"

#include "ty-pinyin-table.h"
#include "ty-pinyin.h"
#include "ty-stroke-table.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

/* The bytes of a stroke key, of which none is 0: the end of a part comes before every character, and
 * what is no Chinese character before those. */
#define END_OF_PART '\x01'
#define NOT_CHINESE '\x02'
#define NUMBER_FROM 0x10
#define NOT_LISTED '\xFF'

/* ICU knows no character of more. */
#define MOST_STROKES 64

#define FIRST 0x4E00
#define LAST 0x9FFF

/* Opened once and only read: ICU allows that from several threads at a time. */
static gpointer
open_collator (gpointer locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (locale, &status);

  if (U_FAILURE (status))
    g_error ("ICU has no collation %s: %s", (const char *) locale, u_errorName (status));

  return collator;
}

/* A sort key of ICU has one 0, at its end: it is a C string. */
static void
append_icu_key (GString         *key,
                const UCollator *collator,
                const char      *text)
{
  gsize before = key->len;
  g_autofree UChar *wide = g_new (UChar, strlen (text) + 1);
  int32_t length = 0, size;
  UErrorCode status = U_ZERO_ERROR;

  u_strFromUTF8WithSub (wide, (int32_t) strlen (text) + 1, &length, text, -1, 0xFFFD, NULL, &status);
  g_string_set_size (key, before + 64);
  size = ucol_getSortKey (collator, wide, length, (uint8_t *) key->str + before, 64);
  g_string_set_size (key, before + (gsize) size);
  if (size > 64)
    ucol_getSortKey (collator, wide, length, (uint8_t *) key->str + before, size);
}

/* In ICU's order, U+FDD0 and U+2800 + n stand before the characters of n strokes. */
static guint
ask_icu (gunichar character)
{
  static GOnce once = G_ONCE_INIT;
  const UCollator *collator = g_once (&once, open_collator, (gpointer) "zh@collation=stroke");
  guint least = 1, most = MOST_STROKES;
  UChar text[2];
  int32_t length = 0;

  U16_APPEND_UNSAFE (text, length, character);
  while (least < most)
    {
      guint middle = (least + most + 1) / 2;
      UChar label[] = { 0xFDD0, (UChar) (0x2800 + middle) };

      if (ucol_strcoll (collator, label, G_N_ELEMENTS (label), text, length) == UCOL_LESS)
        least = middle;
      else
        most = middle - 1;
    }

  return least;
}

/* Once for each unified ideograph of the BMP. */
static guint
count_by_icu (gunichar character)
{
  static gint counts[LAST - FIRST + 1];
  guint count;

  if (character < FIRST || character > LAST)
    return ask_icu (character);

  count = (guint) g_atomic_int_get (&counts[character - FIRST]);
  if (count == 0)
    {
      count = ask_icu (character);
      g_atomic_int_set (&counts[character - FIRST], (gint) count);
    }
  return count;
}

/* The higher seven bits first. */
static void
append_number (GString *key,
               guint    number,
               guint    n_bytes)
{
  while (n_bytes-- > 0)
    g_string_append_c (key, (char) (0x80 | (number >> (7 * n_bytes) & 0x7F)));
}

static void
append_character (GString  *key,
                  gunichar  character)
{
  guint n_strokes, place;

  if (ty_stroke_table_find (character, &n_strokes, &place))
    {
      g_string_append_c (key, (char) (NUMBER_FROM + n_strokes));
      append_number (key, place, 2);
    }
  else if (g_unichar_get_script (character) == G_UNICODE_SCRIPT_HAN)
    {
      g_string_append_c (key, (char) (NUMBER_FROM + count_by_icu (character)));
      g_string_append_c (key, NOT_LISTED);
      append_number (key, character, 3);
    }
  else
    {
      g_string_append_c (key, NOT_CHINESE);
      append_number (key, g_unichar_tolower (character), 3);
    }
}

/* How many characters are the surname; all where a name has none: 阿卜杜·热合曼. */
static guint
count_surname (const char *name,
               guint       n)
{
  if (n < 2 || strstr (name, "·") != NULL
      || g_unichar_get_script (g_utf8_get_char (name)) != G_UNICODE_SCRIPT_HAN)
    return n;
  if (n == 2)
    return 1;

  return ty_pinyin_table_read_compound (g_utf8_get_char (name),
                                        g_utf8_get_char (g_utf8_next_char (name))) != NULL ? 2 : 1;
}

/**
 * ty_collate_key_stroke:
 * @name: a person's name
 *
 * Makes the key of the order by strokes of the surname (姓氏笔画), in which candidates are listed
 * (field.md 9.2): surnames by the number of strokes, then by the strokes as they are written, 横 竖
 * 撇 点 折, then by structure; of one surname, given names of one character before those of two, and
 * these by their characters in the same way.
 *
 * Characters outside of the official table have ICU's number of strokes and stand last in it.
 *
 * Returns: (transfer full): bytes for strcmp(), no text
 */
char *
ty_collate_key_stroke (const char *name)
{
  g_autofree char *valid = NULL;
  GString *key;
  guint n, n_surname;
  const char *p;

  g_return_val_if_fail (name != NULL, NULL);

  valid = g_utf8_make_valid (name, -1);
  n = (guint) g_utf8_strlen (valid, -1);
  n_surname = count_surname (valid, n);
  key = g_string_sized_new (32);
  p = valid;
  for (guint i = 0; i < n_surname; i++, p = g_utf8_next_char (p))
    append_character (key, g_utf8_get_char (p));
  g_string_append_c (key, END_OF_PART);
  append_number (key, n - n_surname, 2);
  for (; *p != '\0'; p = g_utf8_next_char (p))
    append_character (key, g_utf8_get_char (p));
  g_string_append_c (key, END_OF_PART);
  g_string_append (key, name);

  return g_string_free (key, FALSE);
}

/**
 * ty_collate_key_pinyin:
 * @name: a person's name
 * @pinyin: (nullable): the stored pinyin of the person, which an office may have corrected; made
 *   by ty_pinyin_for_name() where %NULL
 *
 * Makes the key of the order by pinyin. ICU's own order would read 曾 as céng; so the syllables
 * come first, and ICU's order decides between names that sound alike.
 *
 * Returns: (transfer full): bytes for strcmp(), no text
 */
char *
ty_collate_key_pinyin (const char *name,
                       const char *pinyin)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *made = NULL;
  GString *key;

  g_return_val_if_fail (name != NULL, NULL);

  g_once (&once, open_collator, (gpointer) "zh@collation=pinyin");
  if (pinyin == NULL)
    pinyin = made = ty_pinyin_for_name (name);
  key = g_string_sized_new (96);
  g_string_append (key, pinyin);
  g_string_append_c (key, END_OF_PART);
  append_icu_key (key, once.retval, name);

  return g_string_free (key, FALSE);
}
