/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-label-break"

#include "config.h"

#include "ty-label-break.h"

#include "ty-word-break.h"

#include <math.h>
#include <pango/pango.h>

/* Where a label that has no room in one line is broken: near its middle, and at a word. */

#define MIDDLE_OF_WORD 3.0

/* How good a place is for a second line: near the middle, at a blank, before words that begin a part. */
static double
rate_break (const char *text,
            const char *at,
            double      half,
            glong       offset,
            gboolean    word)
{
  static const char *const begins[] = { "及", "以", "和", "与", "與", "（", "、" };
  double badness = fabs (half - (double) offset);

  if (at[-1] == ' ')
    badness -= 2;
  if (!word)
    badness += MIDDLE_OF_WORD;
  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    if (g_str_has_prefix (at, begins[i]))
      badness -= i == 0 ? 2.5 : 1.5;
  /* A number and its unit belong together. */
  if (at - text >= 2 && at[-1] == ' ' && g_ascii_isdigit (at[-2]))
    badness += 4;
  return badness;
}

/* “ and ” are of all languages to Unicode, and so keep to what is at both their sides; Chinese lines break there. */
static gboolean
is_at_quote (const char *at)
{
  const char *last = g_utf8_prev_char (at);
  gunichar before = g_utf8_get_char (last), after = g_utf8_get_char (at);

  return (before == 0x201D && g_unichar_iswide (after)) || (after == 0x201C && g_unichar_iswide (before));
}

static const char *
find_break (const char *text)
{
  glong length;
  g_autofree gboolean *words = ty_word_break_list (text, &length);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, length + 1);
  const char *best = NULL;
  double badness = INFINITY;

  pango_get_log_attrs (text, -1, -1, pango_language_get_default (), attributes, (int) length + 1);
  for (glong i = 1; i < length; i++)
    {
      const char *at = g_utf8_offset_to_pointer (text, i);
      gboolean allowed = attributes[i].is_line_break || is_at_quote (at);
      double rate = allowed ? rate_break (text, at, (double) length / 2, i, words[i]) : INFINITY;

      if (rate < badness)
        {
          badness = rate;
          best = at;
        }
    }
  return best;
}

/**
 * ty_label_break:
 * @text: a label
 *
 * Returns: (transfer full) (nullable): the same in two lines, %NULL where it cannot be broken
 */
char *
ty_label_break (const char *text)
{
  const char *at = find_break (text);

  if (at == NULL)
    return NULL;

  return g_strdup_printf ("%.*s\n%s", (int) (at - text) - (at[-1] == ' '), text, at);
}
