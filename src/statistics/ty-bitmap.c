/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-bitmap"

#include "config.h"

#include "ty-bitmap.h"

static guint
count_words (const TyBitmap *self)
{
  return self->n_bits / 64 + (self->n_bits % 64 != 0);
}

/* What lies behind the last bit stays 0, so that counting needs no care. */
static void
clear_rest (TyBitmap *self)
{
  if (self->n_bits % 64 != 0)
    self->words[self->n_bits / 64] &= ((guint64) 1 << (self->n_bits % 64)) - 1;
}

/**
 * ty_bitmap_new:
 * @n_bits: how many bits
 *
 * Returns: (transfer full): the empty set
 */
TyBitmap *
ty_bitmap_new (guint n_bits)
{
  TyBitmap *self = g_new0 (TyBitmap, 1);

  self->n_bits = n_bits;
  self->words = g_new0 (guint64, count_words (self));
  return self;
}

/**
 * ty_bitmap_copy:
 * @self: a set
 *
 * Returns: (transfer full): the same set
 */
TyBitmap *
ty_bitmap_copy (const TyBitmap *self)
{
  TyBitmap *copy = g_new0 (TyBitmap, 1);

  copy->n_bits = self->n_bits;
  copy->words = g_memdup2 (self->words, count_words (self) * sizeof (guint64));
  return copy;
}

void
ty_bitmap_free (TyBitmap *self)
{
  g_free (self->words);
  g_free (self);
}

/**
 * ty_bitmap_fill:
 * @self: a set
 *
 * Puts every row into it.
 */
void
ty_bitmap_fill (TyBitmap *self)
{
  for (guint i = 0; i < count_words (self); i++)
    self->words[i] = G_MAXUINT64;
  clear_rest (self);
}

/**
 * ty_bitmap_and:
 * @self: (inout): a set
 * @other: another of the same size
 *
 * Keeps what is in both.
 */
void
ty_bitmap_and (TyBitmap       *self,
               const TyBitmap *other)
{
  g_return_if_fail (self->n_bits == other->n_bits);

  for (guint i = 0; i < count_words (self); i++)
    self->words[i] &= other->words[i];
}

/**
 * ty_bitmap_or:
 * @self: (inout): a set
 * @other: another of the same size
 *
 * Adds what is in the other.
 */
void
ty_bitmap_or (TyBitmap       *self,
              const TyBitmap *other)
{
  g_return_if_fail (self->n_bits == other->n_bits);

  for (guint i = 0; i < count_words (self); i++)
    self->words[i] |= other->words[i];
}

/**
 * ty_bitmap_and_not:
 * @self: (inout): a set
 * @other: another of the same size
 *
 * Takes out what is in the other.
 */
void
ty_bitmap_and_not (TyBitmap       *self,
                   const TyBitmap *other)
{
  g_return_if_fail (self->n_bits == other->n_bits);

  for (guint i = 0; i < count_words (self); i++)
    self->words[i] &= ~other->words[i];
}

/**
 * ty_bitmap_count:
 * @self: a set
 *
 * Returns: how many rows are in it
 */
guint
ty_bitmap_count (const TyBitmap *self)
{
  guint n = 0;

  for (guint i = 0; i < count_words (self); i++)
    n += (guint) __builtin_popcountll (self->words[i]);
  return n;
}

/**
 * ty_bitmap_is_empty:
 * @self: a set
 *
 * Returns: whether no row is in it
 */
gboolean
ty_bitmap_is_empty (const TyBitmap *self)
{
  for (guint i = 0; i < count_words (self); i++)
    if (self->words[i] != 0)
      return FALSE;
  return TRUE;
}

/**
 * ty_bitmap_list:
 * @self: a set
 *
 * Returns: (transfer full) (element-type guint32): its rows, ascending
 */
GArray *
ty_bitmap_list (const TyBitmap *self)
{
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), ty_bitmap_count (self));

  for (guint i = 0; i < count_words (self); i++)
    for (guint64 word = self->words[i]; word != 0; word &= word - 1)
      {
        guint32 row = i * 64 + (guint32) __builtin_ctzll (word);

        g_array_append_val (rows, row);
      }
  return rows;
}
