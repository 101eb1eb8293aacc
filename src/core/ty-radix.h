/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TyRadixItem:
 * @key: by what it is sorted, the lowest first
 * @value: what is sorted
 */
typedef struct
{
  guint32 key;
  guint32 value;
} TyRadixItem;

void ty_radix_sort (TyRadixItem *items,
                    guint        n_items);

G_END_DECLS
