/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-codebook.h"

G_BEGIN_DECLS

/* Keys up to that length, and so many of them, are remembered. */
#define TY_KEY_MEMO_BYTES 32
#define TY_KEY_MEMO_BITS 8

typedef struct
{
  guint64 words[TY_KEY_MEMO_BYTES / 8];
  guint number; /* 0 = nothing is remembered here */
} TyKeyMemoEntry;

/**
 * TyKeyMemo:
 *
 * The numbers of keys that were asked for before, without asking the codebook, which has a lock: a
 * file has millions of rows and some hundred different keys. It belongs to one thread.
 */
typedef struct
{
  TyCodebook *book; /* (unowned) */
  TyKeyMemoEntry entries[1 << TY_KEY_MEMO_BITS];
} TyKeyMemo;

void  ty_key_memo_init (TyKeyMemo  *self,
                        TyCodebook *book);
guint ty_key_memo_add  (TyKeyMemo  *self,
                        const char *key,
                        gsize       length);

G_END_DECLS
