/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TyParallelFunc:
 * @item: which of the items, from 0
 * @data: the caller's data
 *
 * Does one of several things that need nothing of each other.
 */
typedef void (*TyParallelFunc) (guint    item,
                                gpointer data);

guint ty_parallel_get_n_threads (void);
void  ty_parallel_run           (guint           n_items,
                                 TyParallelFunc  func,
                                 gpointer        data);

G_END_DECLS
