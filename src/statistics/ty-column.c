/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-column"

#include "config.h"

#include "ty-column.h"

#include <string.h>

/* Before the elements of each chunk stands how many columns share it. */
#define HEADER 16

static gatomicrefcount *
get_count (gpointer chunk)
{
  return (gatomicrefcount *) (gpointer) ((char *) chunk - HEADER);
}

/* Pages that nobody writes to take no memory, so that a small county is small. */
static gpointer
new_chunk (const TyColumn *self)
{
  char *memory = g_malloc0 (HEADER + (gsize) self->element_size * TY_COLUMN_CHUNK);

  g_atomic_ref_count_init ((gatomicrefcount *) (gpointer) memory);
  return memory + HEADER;
}

static void
unref_chunk (gpointer chunk)
{
  if (g_atomic_ref_count_dec (get_count (chunk)))
    g_free ((char *) chunk - HEADER);
}

/* How many elements of a chunk are rows. */
static guint
count_rows (const TyColumn *self,
            guint           chunk)
{
  return MIN (self->n - (chunk << TY_COLUMN_SHIFT), TY_COLUMN_CHUNK);
}

/* The chunk, shared with no other column. */
static gpointer
own_chunk (TyColumn *self,
           guint     chunk)
{
  gpointer shared = self->chunks[chunk];

  if (g_atomic_ref_count_compare (get_count (shared), 1))
    return shared;

  self->chunks[chunk] = new_chunk (self);
  memcpy (self->chunks[chunk], shared, (gsize) count_rows (self, chunk) * self->element_size);
  unref_chunk (shared);
  return self->chunks[chunk];
}

static void
write_element (TyColumn      *self,
               guint          row,
               gconstpointer  element)
{
  char *chunk = own_chunk (self, row >> TY_COLUMN_SHIFT);

  memcpy (chunk + (gsize) (row & (TY_COLUMN_CHUNK - 1)) * self->element_size, element,
          self->element_size);
}

/**
 * ty_column_new:
 * @element_size: bytes of an element
 *
 * Returns: (transfer full): a column without rows
 */
TyColumn *
ty_column_new (gsize element_size)
{
  TyColumn *self = g_new0 (TyColumn, 1);

  self->element_size = (guint) element_size;
  return self;
}

/**
 * ty_column_copy:
 * @self: a column
 *
 * Returns: (transfer full): the same rows; only what is written to is ever copied
 */
TyColumn *
ty_column_copy (const TyColumn *self)
{
  TyColumn *copy = g_memdup2 (self, sizeof *self);

  copy->chunks = g_memdup2 (self->chunks, self->n_chunks * sizeof (gpointer));
  for (guint i = 0; i < copy->n_chunks; i++)
    g_atomic_ref_count_inc (get_count (copy->chunks[i]));
  return copy;
}

void
ty_column_free (TyColumn *self)
{
  for (guint i = 0; i < self->n_chunks; i++)
    unref_chunk (self->chunks[i]);
  g_free (self->chunks);
  g_free (self);
}

/**
 * ty_column_set:
 * @self: a column
 * @row: one of its rows
 * @element: its new value
 *
 * Nothing is copied where the value is the old one.
 */
void
ty_column_set (TyColumn      *self,
               guint          row,
               gconstpointer  element)
{
  const char *chunk;

  g_return_if_fail (row < self->n);

  chunk = self->chunks[row >> TY_COLUMN_SHIFT];
  if (memcmp (chunk + (gsize) (row & (TY_COLUMN_CHUNK - 1)) * self->element_size, element,
              self->element_size) != 0)
    write_element (self, row, element);
}

/**
 * ty_column_append:
 * @self: a column
 * @element: the value of its new last row
 */
void
ty_column_append (TyColumn      *self,
                  gconstpointer  element)
{
  if (self->n == self->n_chunks << TY_COLUMN_SHIFT)
    {
      self->chunks = g_renew (gpointer, self->chunks, self->n_chunks + 1);
      self->chunks[self->n_chunks] = new_chunk (self);
      self->n_chunks++;
    }
  self->n++;
  write_element (self, self->n - 1, element);
}

/**
 * ty_column_get_size:
 * @self: a column
 *
 * Returns: the bytes that its rows take
 */
gsize
ty_column_get_size (const TyColumn *self)
{
  return (gsize) self->n * self->element_size;
}
