/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-buffer"

#include "config.h"

#include "ty-buffer.h"

#include <string.h>

#define FIRST_ALLOCATED 4096

/* Copies keep the old room. */
static void
move (TyBuffer *self,
      gsize     needed)
{
  gsize allocated = MAX (self->allocated * 2, FIRST_ALLOCATED);
  gpointer data;

  while (allocated < needed)
    allocated *= 2;
  data = g_atomic_rc_box_alloc (allocated);
  if (self->length > 0)
    memcpy (data, self->data, self->length);
  g_clear_pointer (&self->data, g_atomic_rc_box_release);
  self->data = data;
  self->allocated = allocated;
}

/**
 * ty_buffer_append:
 * @self: a buffer that is no copy; all 0 is an empty one
 * @bytes: what to append
 * @length: how many bytes
 */
void
ty_buffer_append (TyBuffer      *self,
                  gconstpointer  bytes,
                  gsize          length)
{
  if (length == 0)
    return;
  if (length > self->allocated - self->length)
    move (self, self->length + length);

  memcpy ((char *) self->data + self->length, bytes, length);
  self->length += length;
}

/**
 * ty_buffer_copy:
 * @self: a buffer to which nobody appends during this call
 * @copy: (out caller-allocates): becomes the same bytes, to be read only
 */
void
ty_buffer_copy (const TyBuffer *self,
                TyBuffer       *copy)
{
  *copy = *self;
  if (copy->data != NULL)
    g_atomic_rc_box_acquire (copy->data);
}

void
ty_buffer_clear (TyBuffer *self)
{
  g_clear_pointer (&self->data, g_atomic_rc_box_release);
}
