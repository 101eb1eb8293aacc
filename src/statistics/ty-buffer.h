/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TyBuffer:
 * @data: (nullable): what was appended, shared with copies
 * @length: its bytes
 * @allocated: the bytes for which there is room
 *
 * Bytes that are only appended. A copy stays readable without a lock while one thread goes on
 * appending to the original: what a copy sees is neither moved nor changed.
 */
typedef struct
{
  gpointer data;
  gsize length;
  gsize allocated;
} TyBuffer;

/* The elements of a buffer that has only elements of this type. */
#define TY_BUFFER_INDEX(self, type, i) (((type *) (self)->data)[i])

void ty_buffer_append (TyBuffer       *self,
                       gconstpointer   bytes,
                       gsize           length);
void ty_buffer_copy   (const TyBuffer *self,
                       TyBuffer       *copy);
void ty_buffer_clear  (TyBuffer       *self);

G_END_DECLS
