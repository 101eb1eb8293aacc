/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-font-features"

#include "config.h"

#include "ty-font-features.h"

#include "ty-language.h"

/**
 * ty_font_features_add:
 * @attributes: those of a text that is drawn
 *
 * Digits are of one width, so that numbers below each other compare by their length. In a Chinese font ’ and “ are
 * as wide as a character, which makes a hole in an English word: there they are as narrow as letters. What the style
 * sheet says of this is for labels only.
 */
void
ty_font_features_add (PangoAttrList *attributes)
{
  gboolean english = ty_language_get_current () == TY_LANGUAGE_EN;

  pango_attr_list_insert (attributes, pango_attr_font_features_new (english ? "tnum=1, pwid=1" : "tnum=1"));
}

/**
 * ty_font_features_dup_font:
 *
 * A Chinese character, and a comma, look as the language of the program has them, whatever that of the system is.
 *
 * Returns: (transfer full): the font of what is drawn for a slide or for paper
 */
PangoFontDescription *
ty_font_features_dup_font (void)
{
  gboolean traditional = ty_language_get_current () == TY_LANGUAGE_ZH_TW;

  return pango_font_description_from_string (traditional ? "Noto Sans CJK TC,sans-serif 10"
                                                         : "Noto Sans CJK SC,sans-serif 10");
}
