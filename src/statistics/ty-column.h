/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows in a chunk: a power of two, so that row numbers split by a shift. */
#define TY_COLUMN_SHIFT 16
#define TY_COLUMN_CHUNK (1u << TY_COLUMN_SHIFT)

/**
 * TyColumn:
 * @element_size: bytes of an element
 * @n: how many rows it has
 * @n_chunks: how many chunks these take
 * @chunks: (array length=n_chunks): where the elements of each chunk lie
 *
 * The values of one field of all rows, in chunks that copies share until one of them writes. A
 * column that others may read is not written to; it is copied, and the copy is written to.
 */
typedef struct
{
  guint element_size;
  guint n;
  guint n_chunks;
  gpointer *chunks;
} TyColumn;

/* One element; the type must be the one for which the column was made. */
#define TY_COLUMN_GET(self, type, row) \
  (((const type *) (self)->chunks[(row) >> TY_COLUMN_SHIFT])[(row) & (TY_COLUMN_CHUNK - 1)])

TyColumn *ty_column_new      (gsize           element_size) G_GNUC_WARN_UNUSED_RESULT;
TyColumn *ty_column_copy     (const TyColumn *self) G_GNUC_WARN_UNUSED_RESULT;
void      ty_column_free     (TyColumn       *self);
void      ty_column_set      (TyColumn       *self,
                              guint           row,
                              gconstpointer   element);
void      ty_column_append   (TyColumn       *self,
                              gconstpointer   element);
gsize     ty_column_get_size (const TyColumn *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyColumn, ty_column_free)

G_END_DECLS
