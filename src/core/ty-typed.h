/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TyFit:
 * @TY_FIT_WHOLE: it is what was typed
 * @TY_FIT_WHOLE_PINYIN: its pinyin is
 * @TY_FIT_WHOLE_INITIALS: its initials are
 * @TY_FIT_START: it begins so
 * @TY_FIT_START_PINYIN: its pinyin does
 * @TY_FIT_START_INITIALS: its initials do
 * @TY_FIT_INSIDE: it has it inside
 * @TY_FIT_INSIDE_PINYIN: its initials have it inside, or its pinyin from a syllable on
 * @TY_FIT_ACROSS: its pinyin has it inside, from the middle of a syllable on
 * @TY_FIT_NONE: it has nothing to do with it
 *
 * How well a name fits what was typed, the best first.
 */
typedef enum
{
  TY_FIT_WHOLE,
  TY_FIT_WHOLE_PINYIN,
  TY_FIT_WHOLE_INITIALS,
  TY_FIT_START,
  TY_FIT_START_PINYIN,
  TY_FIT_START_INITIALS,
  TY_FIT_INSIDE,
  TY_FIT_INSIDE_PINYIN,
  TY_FIT_ACROSS,
  TY_FIT_NONE,
} TyFit;

/**
 * TyTyped:
 * @folded: (owned): what was typed, as ty_text_fold() makes it
 * @letters: (owned): the same as pinyin or initials, as ty_pinyin_search_key() makes it; empty where it
 *   can be neither
 *
 * What was typed into a search entry.
 */
typedef struct
{
  char *folded;
  char *letters;
} TyTyped;

void     ty_typed_init     (TyTyped       *self,
                            const char    *text);
void     ty_typed_clear    (TyTyped       *self);
gboolean ty_typed_is_empty (const TyTyped *self);
TyFit   ty_typed_rank     (const TyTyped *self,
                            const char    *folded,
                            const char    *letters,
                            const char    *initials);
TyFit    ty_typed_rank_syllables (const TyTyped *self,
                            const char    *pinyin,
                            const char    *initials);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TyTyped, ty_typed_clear)

G_END_DECLS
