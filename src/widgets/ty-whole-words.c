/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-whole-words"

#include "config.h"

#include "ty-whole-words.h"

#include "ty-word-break.h"

/* What is longer is broken as usual: else it would have no room where it is narrow. */
#define LONGEST_WORD 4 /* characters */

static gboolean
add_word (PangoAttrList *attributes,
          const char    *text,
          const char    *from,
          const char    *to)
{
  PangoAttribute *whole;
  glong length = g_utf8_strlen (from, to - from);

  if (length < 2 || length > LONGEST_WORD || g_ascii_isprint (to[-1]))
    return FALSE;

  whole = pango_attr_allow_breaks_new (FALSE);
  whole->start_index = (guint) (from - text);
  /* Before the last byte, with which the character counts: GTK makes one of those that touch each other. */
  whole->end_index = (guint) (to - text) - 1;
  pango_attr_list_insert (attributes, whole);
  return TRUE;
}

static void
label_cb (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  PangoAttrList *attributes = pango_attr_list_new ();
  glong length;
  g_autofree gboolean *begins = ty_word_break_list (text, &length);
  const char *word = text, *at = text;
  gboolean any = FALSE;

  for (glong i = 1; i <= length; i++)
    {
      at = g_utf8_next_char (at);
      if (!begins[i])
        continue;
      any |= add_word (attributes, text, word, at);
      word = at;
    }
  gtk_label_set_attributes (label, attributes);
  /* What GTK takes for the least width has to be that of the longest word, too. */
  if (any)
    gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD);
  pango_attr_list_unref (attributes);
}

/**
 * ty_whole_words_keep:
 * @label: a label of several lines, without attributes of its own
 *
 * Breaks its lines between words, also between those of Chinese, which Pango does not know.
 */
void
ty_whole_words_keep (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  g_signal_connect (label, "notify::label", G_CALLBACK (label_cb), NULL);
  label_cb (label);
}
