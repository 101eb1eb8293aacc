/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-key-memo"

#include "config.h"

#include "ty-key-memo.h"

#include <string.h>

/**
 * ty_key_memo_init:
 * @self: (out caller-allocates): a memo
 * @book: the codebook of its keys, which outlives it
 */
void
ty_key_memo_init (TyKeyMemo  *self,
                  TyCodebook *book)
{
  memset (self, 0, sizeof *self);
  self->book = book;
}

/**
 * ty_key_memo_add:
 * @self: a memo
 * @key: (nullable): a key
 * @length: its length in bytes
 *
 * Returns: its number, %TY_CODEBOOK_NONE for %NULL
 */
guint
ty_key_memo_add (TyKeyMemo  *self,
                 const char *key,
                 gsize       length)
{
  guint64 words[TY_KEY_MEMO_BYTES / 8] = { 0 };
  guint64 hash;
  TyKeyMemoEntry *entry;

  if (key == NULL)
    return TY_CODEBOOK_NONE;
  if (length >= TY_KEY_MEMO_BYTES)
    return ty_codebook_add (self->book, key);

  memcpy (words, key, length);
  hash = (words[0] * 3 + words[1] * 5 + words[2] * 7 + words[3] * 11) * 0x9E3779B97F4A7C15u;
  entry = &self->entries[hash >> (64 - TY_KEY_MEMO_BITS)];
  if (entry->number == 0 || memcmp (entry->words, words, sizeof words) != 0)
    {
      memcpy (entry->words, words, sizeof words);
      entry->number = ty_codebook_add (self->book, (const char *) words);
    }
  return entry->number;
}
