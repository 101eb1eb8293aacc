/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-word-break"

#include "config.h"

#include "ty-word-break.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

/* Chinese has no blanks between its words; ICU tells them by its dictionary, simplified and traditional. */

static void
close_words (gpointer words)
{
  ubrk_close (words);
}

/* Opening reads the dictionary. An iterator has a place in its text, and so belongs to one thread. */
static UBreakIterator *
get_words (void)
{
  static GPrivate private = G_PRIVATE_INIT (close_words);
  UBreakIterator *words = g_private_get (&private);
  UErrorCode status = U_ZERO_ERROR;

  if (words != NULL)
    return words;

  words = ubrk_open (UBRK_WORD, "zh", NULL, 0, &status);
  if (U_FAILURE (status))
    return NULL;

  g_private_set (&private, words);
  return words;
}

/* Words of the field that the dictionary lacks, or takes for several. */
static void
join_words (const char *text,
            gboolean   *begins)
{
  /* What is a part of another one stands before it. */
  static const char *const joined[] = {
    "委会", "委會", "村（居）委会", "村（居）委會", "委员会", "委員會", "党组织", "黨組織", "党支部", "黨支部",
    "党总支", "黨總支", "及以下", "及以上", "帮带", "幫帶", "一肩挑", "四个一", "四個一",
  };

  for (guint i = 0; i < G_N_ELEMENTS (joined); i++)
    for (const char *at = strstr (text, joined[i]); at != NULL; at = strstr (at + 1, joined[i]))
      {
        glong first = g_utf8_pointer_to_offset (text, at), n = g_utf8_strlen (joined[i], -1);

        begins[first] = begins[first + n] = TRUE;
        for (glong k = 1; k < n; k++)
          begins[first + k] = FALSE;
      }
}

/**
 * ty_word_break_list:
 * @text: a text of one line
 * @n: (out): how many characters it has
 *
 * Tells where words begin. A text that ICU cannot read is one word.
 *
 * Returns: (transfer full) (array): for each character, and for the end, whether a word begins there
 */
gboolean *
ty_word_break_list (const char *text,
                    glong      *n)
{
  g_autofree UChar *wide = g_new (UChar, strlen (text) + 1);
  UBreakIterator *words = get_words ();
  UErrorCode status = U_ZERO_ERROR;
  gboolean *begins;
  int32_t length = 0, at, unit = 0;
  glong offset = 0;

  *n = g_utf8_strlen (text, -1);
  begins = g_new0 (gboolean, *n + 1);
  begins[0] = begins[*n] = TRUE;
  u_strFromUTF8WithSub (wide, (int32_t) strlen (text) + 1, &length, text, -1, 0xFFFD, NULL, &status);
  if (words == NULL || U_FAILURE (status))
    return begins;

  ubrk_setText (words, wide, length, &status);
  if (U_FAILURE (status))
    return begins;

  /* Characters beyond the first plane are two units. */
  for (at = ubrk_first (words); at != UBRK_DONE; at = ubrk_next (words))
    {
      offset += u_countChar32 (wide + unit, at - unit);
      unit = at;
      if (offset <= *n)
        begins[offset] = TRUE;
    }
  join_words (text, begins);
  return begins;
}
