/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pinyin"

#include "config.h"

#include "ty-pinyin.h"

#include "ty-pinyin-table.h"
#include "ty-script-table.h"
#include "ty-text.h"

#include <string.h>

/* A name with one syllable for each character. */
typedef struct
{
  gunichar *characters; /* (owned) */
  char **syllables;     /* (owned) */
  guint n;
} Reading;

static gboolean
is_ascii (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0x80)
      return FALSE;

  return TRUE;
}

/**
 * ty_pinyin_to_letters:
 * @text: pinyin with or without tones
 *
 * Returns: (transfer full): only the letters, in lower-case ASCII, and digits: `lǚ` becomes `lv`,
 *   `zhǎng` `zhang`
 */
char *
ty_pinyin_to_letters (const char *text)
{
  g_autofree char *split = NULL;
  GString *letters;

  g_return_val_if_fail (text != NULL, NULL);

  letters = g_string_sized_new (32);
  if (!is_ascii (text))
    text = split = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x0308 && letters->len > 0 && letters->str[letters->len - 1] == 'u')
        letters->str[letters->len - 1] = 'v';
      else if (c < 0x80 && g_ascii_isalnum ((char) c))
        g_string_append_c (letters, g_ascii_tolower ((char) c));
    }

  return g_string_free (letters, FALSE);
}

static void
append_token (GString    *pinyin,
              const char *token)
{
  if (*token == '\0')
    return;
  if (pinyin->len > 0)
    g_string_append_c (pinyin, ' ');
  g_string_append (pinyin, token);
}

static gboolean
is_han (gunichar c)
{
  return (c >= 0x4E00 && c <= 0x9FFF) || g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

/* The second of three characters or more. */
static gunichar
get_second (const char *name)
{
  const char *second = *name != '\0' ? g_utf8_next_char (name) : name;
  const char *third = *second != '\0' ? g_utf8_next_char (second) : second;

  return *third != '\0' ? g_utf8_get_char (second) : 0;
}

static const char *
append_latin (GString    *pinyin,
              const char *p)
{
  g_autoptr(GString) word = g_string_new (NULL);

  for (; g_ascii_isalnum (*p); p++)
    g_string_append_c (word, g_ascii_tolower (*p));
  append_token (pinyin, word->str);

  return p;
}

/**
 * ty_pinyin_for_name:
 * @name: a person's name, in either script
 *
 * The first character is read as a surname, or the first two where they are one (欧阳, 尉迟), the
 * rest as a given name. A name with `·` has no Chinese surname and is read plainly. ü is written
 * v, as on keyboards; ty_pinyin_search_key() makes lü, lv and lu one. Where a person's own reading
 * is another, the office corrects it: what is stored counts, this is only the proposal.
 *
 * The first call opens ICU's transliterator, about 0.1 seconds: call it from a worker. Any thread may
 * call it.
 *
 * Returns: (transfer full): syllables in lower-case ASCII with one blank between: `zeng xiao ming`
 */
char *
ty_pinyin_for_name (const char *name)
{
  g_autofree char *valid = NULL;
  GString *pinyin;
  const char *p;
  const char *compound;
  TyPinyinReading reading = TY_PINYIN_SURNAME;

  g_return_val_if_fail (name != NULL, NULL);

  valid = g_utf8_make_valid (name, -1);
  pinyin = g_string_sized_new (32);
  p = valid;
  compound = ty_pinyin_table_read_compound (g_utf8_get_char (valid), get_second (valid));
  if (strstr (valid, "·") != NULL)
    reading = TY_PINYIN_GIVEN;
  else if (compound != NULL)
    {
      append_token (pinyin, compound);
      p = g_utf8_next_char (g_utf8_next_char (valid));
      reading = TY_PINYIN_GIVEN;
    }

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isalnum (*p))
        {
          p = append_latin (pinyin, p);
          continue;
        }
      if (is_han (c))
        {
          append_token (pinyin, ty_pinyin_table_read (c, reading));
          reading = TY_PINYIN_GIVEN;
        }
      p = g_utf8_next_char (p);
    }

  return g_string_free (pinyin, FALSE);
}

static void
clear_reading (Reading *self)
{
  g_free (self->characters);
  g_strfreev (self->syllables);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

/* Whether each character of the name has one of the syllables, so that it is known which. */
static gboolean
fill_reading (Reading    *self,
              const char *name,
              const char *pinyin)
{
  glong n;

  self->characters = g_utf8_to_ucs4_fast (name, -1, &n);
  self->syllables = g_strsplit (pinyin, " ", -1);
  self->n = (guint) n;
  for (guint i = 0; i < self->n; i++)
    if (!is_han (self->characters[i]))
      return FALSE;

  return g_strv_length (self->syllables) == self->n;
}

static gboolean
is_same_character (gunichar a,
                   gunichar b)
{
  return ty_script_table_simplify (a) == ty_script_table_simplify (b);
}

/* A corrected syllable goes over to the same character. */
static void
keep_corrected (Reading       *reading,
                guint          i,
                const Reading *old,
                const Reading *proposed,
                guint          old_i)
{
  if (g_str_equal (old->syllables[old_i], proposed->syllables[old_i]))
    return;

  g_free (reading->syllables[i]);
  reading->syllables[i] = g_strdup (old->syllables[old_i]);
}

/**
 * ty_pinyin_for_rename:
 * @name: a person's new name
 * @old_name: the name until now
 * @old_pinyin: the stored pinyin of it, which an office may have corrected
 *
 * What was corrected stays with the characters that stay, at the beginning and at the end of the
 * name: 乐小明, read le, is le also as 乐晓明. All other characters are read anew.
 *
 * Returns: (transfer full): the pinyin of the new name
 */
char *
ty_pinyin_for_rename (const char *name,
                      const char *old_name,
                      const char *old_pinyin)
{
  g_autofree char *pinyin = ty_pinyin_for_name (name);
  g_autofree char *old_proposal = ty_pinyin_for_name (old_name);
  g_auto(Reading) reading = { 0 };
  g_auto(Reading) old = { 0 };
  g_auto(Reading) proposed = { 0 };
  guint first = 0, last = 0, shorter;

  if (!fill_reading (&reading, name, pinyin) || !fill_reading (&old, old_name, old_pinyin)
      || !fill_reading (&proposed, old_name, old_proposal))
    return g_steal_pointer (&pinyin);

  shorter = MIN (reading.n, old.n);
  for (; first < shorter && is_same_character (reading.characters[first], old.characters[first]);
       first++)
    keep_corrected (&reading, first, &old, &proposed, first);
  for (; first + last < shorter
         && is_same_character (reading.characters[reading.n - 1 - last],
                               old.characters[old.n - 1 - last]);
       last++)
    keep_corrected (&reading, reading.n - 1 - last, &old, &proposed, old.n - 1 - last);

  return g_strjoinv (" ", reading.syllables);
}

/**
 * ty_pinyin_clean:
 * @text: pinyin as typed
 *
 * Makes the stored form: small letters without tones, ü as v, and one blank between syllables, also
 * in the place of an apostrophe or a hyphen. What cannot be pinyin is left as it is.
 *
 * Returns: (transfer full): the pinyin
 */
char *
ty_pinyin_clean (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *split = NULL;
  g_autoptr(GString) clean = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  split = g_utf8_normalize (valid, -1, G_NORMALIZE_NFD);
  clean = g_string_sized_new (strlen (split));
  for (const char *p = split; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x0308 && clean->len > 0 && clean->str[clean->len - 1] == 'u')
        clean->str[clean->len - 1] = 'v';
      else if (c == '\'' || c == '-' || c == 0x2019)
        g_string_append_c (clean, ' ');
      else if (!g_unichar_ismark (c))
        g_string_append_unichar (clean, g_unichar_tolower (c));
    }

  return ty_text_clean (clean->str);
}

/**
 * ty_pinyin_initials:
 * @pinyin: syllables of ty_pinyin_for_name()
 *
 * Returns: (transfer full): the first letter of each: `zxm`
 */
char *
ty_pinyin_initials (const char *pinyin)
{
  GString *initials;

  g_return_val_if_fail (pinyin != NULL, NULL);

  initials = g_string_sized_new (16);
  for (const char *p = pinyin; *p != '\0'; p++)
    if (*p != ' ' && (p == pinyin || p[-1] == ' '))
      g_string_append_c (initials, g_ascii_tolower (*p));

  return g_string_free (initials, FALSE);
}

/**
 * ty_pinyin_search_key:
 * @text: stored pinyin, or what a user types to search it
 *
 * Both sides of a search go through it: letters and digits only, without tones, blanks and
 * apostrophes, and u for v and ü. `Lǚ Xi'an`, `lv xian` and `luxian` are one.
 *
 * Returns: (transfer full): the key
 */
char *
ty_pinyin_search_key (const char *text)
{
  char *key;

  g_return_val_if_fail (text != NULL, NULL);

  key = ty_pinyin_to_letters (text);
  for (char *p = key; *p != '\0'; p++)
    if (*p == 'v')
      *p = 'u';

  return key;
}
