/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"

G_BEGIN_DECLS

/**
 * TyFilterTableFunc:
 * @person: key of a person
 * @texts: (array length=n_texts): what stands in the columns of a row, %NULL for none
 * @n_texts: their number
 * @data: what was given to ty_filter_table_read()
 *
 * Takes a row.
 */
typedef void (*TyFilterTableFunc) (gint64              person,
                                   const char * const *texts,
                                   guint               n_texts,
                                   gpointer            data);

gboolean ty_filter_table_has  (const char         *field);
gboolean ty_filter_table_read (TyDatabase         *database,
                               const char         *field,
                               const char         *as_of,
                               TyFilterTableFunc   func,
                               gpointer            data,
                               GError            **error);

G_END_DECLS
