/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-ref"

#include "config.h"

#include "ty-post-ref.h"

/**
 * ty_post_ref_find:
 * @self: a post
 * @columns: the generation in which it was listed
 * @place: (out): where it is
 *
 * Returns: whether it was found
 */
gboolean
ty_post_ref_find (const TyPostRef *self,
                  TyColumns       *columns,
                  TyPostPlace     *place)
{
  const TyChunk *chunk;
  const guint32 *first;
  guint index, holding;

  if (!ty_columns_find_person (columns, self->person, &place->row))
    return FALSE;

  chunk = ty_columns_get_chunk (columns, place->row >> TY_CHUNK_SHIFT);
  index = place->row & (TY_CHUNK_PEOPLE - 1);
  first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
  holding = first[index] + self->number;
  if (holding >= first[index + 1])
    return FALSE;

  place->unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[holding];
  place->post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST)[holding];
  return TRUE;
}
