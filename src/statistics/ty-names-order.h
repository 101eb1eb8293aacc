/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TyNamesKeyFunc:
 * @number: the number of a name
 * @data: what was given to ty_names_order_dup_ranks()
 *
 * Returns: (transfer full): its key for strcmp()
 */
typedef char *(*TyNamesKeyFunc) (guint32  number,
                                 gpointer data);

/**
 * TyNamesOrder:
 * @mutex: held while the order is brought up to date
 * @make_key: what tells the order
 * @sorted: the numbers of the names in their order
 * @ranks: the place of each name; never changed once it was handed out
 * @n_ranks: how many different places there are
 *
 * An order of names that takes in new ones. Keys are made when needed and not kept: they would take
 * more room than the names.
 */
typedef struct
{
  GMutex mutex;
  TyNamesKeyFunc make_key;
  GArray *sorted; /* (owned) */
  GArray *ranks;  /* (owned) */
  guint32 n_ranks;
} TyNamesOrder;

void    ty_names_order_init      (TyNamesOrder   *self,
                                  TyNamesKeyFunc  make_key);
void    ty_names_order_clear     (TyNamesOrder   *self);
GArray *ty_names_order_dup_ranks (TyNamesOrder   *self,
                                  guint32         n,
                                  gpointer        data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
