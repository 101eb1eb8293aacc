/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TyBitmap:
 * @n_bits: how many bits it has
 * @words: (array): the bits, 64 in a word; those behind the last are 0
 *
 * A set of row numbers: who is in a population. Words are open so that scans can write whole
 * chunks; two threads may write to different words.
 */
typedef struct
{
  guint n_bits;
  guint64 *words;
} TyBitmap;

TyBitmap *ty_bitmap_new      (guint            n_bits) G_GNUC_WARN_UNUSED_RESULT;
TyBitmap *ty_bitmap_copy     (const TyBitmap  *self) G_GNUC_WARN_UNUSED_RESULT;
void      ty_bitmap_free     (TyBitmap        *self);
void      ty_bitmap_fill     (TyBitmap        *self);
void      ty_bitmap_and      (TyBitmap        *self,
                              const TyBitmap  *other);
void      ty_bitmap_or       (TyBitmap        *self,
                              const TyBitmap  *other);
void      ty_bitmap_and_not  (TyBitmap        *self,
                              const TyBitmap  *other);
guint     ty_bitmap_count    (const TyBitmap  *self);
gboolean  ty_bitmap_is_empty (const TyBitmap  *self);
GArray   *ty_bitmap_list     (const TyBitmap  *self) G_GNUC_WARN_UNUSED_RESULT;

static inline gboolean
ty_bitmap_get (const TyBitmap *self,
               guint           bit)
{
  return (self->words[bit / 64] >> (bit % 64)) & 1;
}

static inline void
ty_bitmap_set (TyBitmap *self,
               guint     bit)
{
  self->words[bit / 64] |= (guint64) 1 << (bit % 64);
}

static inline void
ty_bitmap_unset (TyBitmap *self,
                 guint     bit)
{
  self->words[bit / 64] &= ~((guint64) 1 << (bit % 64));
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyBitmap, ty_bitmap_free)

G_END_DECLS
