/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-typed"

#include "config.h"

#include "ty-typed.h"

#include "ty-pinyin.h"
#include "ty-text.h"

#include <string.h>

/* Pinyin is searched with what can be pinyin: `张3` and `zhang 3` are not. */
static gboolean
can_be_pinyin (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN || g_unichar_isdigit (c))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_typed_init:
 * @self: (out caller-allocates): becomes what is compared
 * @text: what was typed
 */
void
ty_typed_init (TyTyped    *self,
               const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  self->folded = ty_text_fold (valid);
  self->letters = can_be_pinyin (valid) ? ty_pinyin_search_key (valid) : g_strdup ("");
}

void
ty_typed_clear (TyTyped *self)
{
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->letters, g_free);
}

/**
 * ty_typed_is_empty:
 * @self: what was typed
 *
 * Returns: whether it asks for nothing
 */
gboolean
ty_typed_is_empty (const TyTyped *self)
{
  return *self->folded == '\0';
}

static gboolean
begins_with (const char *text,
             const char *part)
{
  return strncmp (text, part, strlen (part)) == 0;
}

static TyFit
rank_letters (const char *typed,
              const char *letters,
              const char *initials)
{
  if (strcmp (letters, typed) == 0)
    return TY_FIT_WHOLE_PINYIN;
  if (strcmp (initials, typed) == 0)
    return TY_FIT_WHOLE_INITIALS;
  if (begins_with (letters, typed))
    return TY_FIT_START_PINYIN;
  if (begins_with (initials, typed))
    return TY_FIT_START_INITIALS;
  if (strstr (letters, typed) != NULL || strstr (initials, typed) != NULL)
    return TY_FIT_INSIDE_PINYIN;

  return TY_FIT_NONE;
}

static TyFit
rank_text (const char *typed,
           const char *text)
{
  if (strcmp (text, typed) == 0)
    return TY_FIT_WHOLE;
  if (begins_with (text, typed))
    return TY_FIT_START;

  return strstr (text, typed) != NULL ? TY_FIT_INSIDE : TY_FIT_NONE;
}

/**
 * ty_typed_rank:
 * @self: what was typed
 * @folded: a name of ty_text_fold()
 * @letters: its pinyin of ty_pinyin_search_key()
 * @initials: its initials of ty_pinyin_initials()
 *
 * Returns: how well the name fits; of %TY_FIT_INSIDE_PINYIN ty_typed_rank_syllables() knows more
 */
TyFit
ty_typed_rank (const TyTyped *self,
               const char    *folded,
               const char    *letters,
               const char    *initials)
{
  TyFit rank = rank_text (self->folded, folded);

  if (*self->letters == '\0')
    return rank;

  return MIN (rank, rank_letters (self->letters, letters, initials));
}

/* Letters of syllables, as ty_pinyin_search_key() would make them. */
static gboolean
syllables_begin_with (const char *pinyin,
                      const char *letters)
{
  for (; *letters != '\0'; pinyin++)
    {
      if (*pinyin == ' ')
        continue;
      if ((*pinyin == 'v' ? 'u' : *pinyin) != *letters)
        return FALSE;
      letters++;
    }
  return TRUE;
}

/**
 * ty_typed_rank_syllables:
 * @self: what was typed, which stands in the pinyin or in the initials of a name
 * @pinyin: its syllables, as ty_pinyin_for_name() makes them
 * @initials: its initials
 *
 * `undo` stands in `zhang jun dong`, and nobody means it.
 *
 * Returns: %TY_FIT_INSIDE_PINYIN, or %TY_FIT_ACROSS where it does not begin with a syllable
 */
TyFit
ty_typed_rank_syllables (const TyTyped *self,
                         const char    *pinyin,
                         const char    *initials)
{
  if (strstr (initials, self->letters) != NULL)
    return TY_FIT_INSIDE_PINYIN;

  for (const char *p = pinyin; *p != '\0'; p++)
    if ((p == pinyin || p[-1] == ' ') && syllables_begin_with (p, self->letters))
      return TY_FIT_INSIDE_PINYIN;

  return TY_FIT_ACROSS;
}
