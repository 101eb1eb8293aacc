/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-buffer.h"

G_BEGIN_DECLS

/* As many texts as a word of a bitmap has bits. */
#define TY_TEXTS_BLOCK 64

/**
 * TyTexts:
 * @bytes: the texts one after another, a 0 behind each
 * @blocks: where each block of texts begins
 * @n: how many texts
 *
 * Short texts that are searched all at once. All 0 is none; copies are those of `TyBuffer`.
 */
typedef struct
{
  TyBuffer bytes;
  TyBuffer blocks;
  guint n;
} TyTexts;

void  ty_texts_append       (TyTexts       *self,
                             const char    *text,
                             gsize          length);
void  ty_texts_copy         (const TyTexts *self,
                             TyTexts       *copy);
void  ty_texts_clear        (TyTexts       *self);
guint ty_texts_get_n_blocks (const TyTexts *self);
gsize ty_texts_get_size     (const TyTexts *self);
const char *ty_texts_get_block (const TyTexts *self,
                                guint          block);
void  ty_texts_find         (const TyTexts *self,
                             const char    *part,
                             guint          first_block,
                             guint          end_block,
                             guint64       *words);

G_END_DECLS
