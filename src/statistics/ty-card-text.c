/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-card-count"

#include "config.h"

#include "ty-card-count-private.h"

#include <string.h>

/* Words with figures among them: `{1}` is the first figure of the card as it is shown, `{1:before}` what it
 * was, `{1:change}` the difference, `{1:count}` how many these are, `{1:of}` of how many. What is written
 * otherwise stays as it is. */

static const TyCardValue *
find_value (TyCardCount    *self,
            guint           figure,
            TyCardLineKind  kind)
{
  for (guint i = 0; i < self->answer->series->len; i++)
    if (ty_card_answer_get_series (self->answer, i)->kind == kind)
      return ty_card_answer_get_value (self->answer, figure, i);

  return NULL;
}

static char *
dup_change (TyCardCount *self,
            guint        figure,
            TyAmount     now)
{
  const TyCardValue *before = find_value (self, figure, TY_CARD_LINE_BEFORE);
  TyCardValue change = { 0 };

  if (before == NULL)
    return g_strdup ("—");

  ty_card_count_fill_change (self, figure, now, before->amount, &change);
  return change.text;
}

/* The word in braces; %NULL where it means nothing. */
static char *
dup_word (TyCardCount *self,
          const char  *word)
{
  char *rest;
  guint64 number = g_ascii_strtoull (word, &rest, 10);
  const TyCardValue *now, *before;

  if (rest == word || number == 0 || number > self->card->figures->len)
    return NULL;

  now = find_value (self, (guint) number - 1, TY_CARD_LINE_NOW);
  if (*rest == '\0')
    return g_strdup (now->text);
  if (strcmp (rest, ":count") == 0)
    return g_strdup_printf ("%" G_GUINT64_FORMAT, now->amount.sum);
  if (strcmp (rest, ":of") == 0)
    return g_strdup_printf ("%" G_GUINT64_FORMAT, now->amount.n);
  if (strcmp (rest, ":change") == 0)
    return dup_change (self, (guint) number - 1, now->amount);
  if (strcmp (rest, ":before") != 0)
    return NULL;

  before = find_value (self, (guint) number - 1, TY_CARD_LINE_BEFORE);
  return g_strdup (before != NULL ? before->text : "—");
}

/**
 * ty_card_count_dup_text: (skip)
 * @self: a text that is counted
 *
 * Returns: (transfer full): its words with the figures in their places
 */
char *
ty_card_count_dup_text (TyCardCount *self)
{
  GString *text = g_string_new (NULL);
  const char *p = ty_label_get (self->card->text);

  while (*p != '\0')
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;
      g_autofree char *word = end != NULL ? g_strndup (p + 1, (gsize) (end - p - 1)) : NULL;
      g_autofree char *value = word != NULL ? dup_word (self, word) : NULL;

      if (value != NULL)
        {
          g_string_append (text, value);
          p = end + 1;
        }
      else
        g_string_append_c (text, *p++);
    }
  return g_string_free (text, FALSE);
}
