/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-columns.h"
#include "ty-population.h"

G_BEGIN_DECLS

/**
 * TyPostPlace:
 * @row: row of the person
 * @unit: number of the unit
 * @post: number of the post in its codebook
 *
 * What the columns know of a post in a list of posts held.
 */
typedef struct
{
  guint32 row;
  guint32 unit;
  guint16 post;
} TyPostPlace;

gboolean ty_post_ref_find (const TyPostRef *self,
                           TyColumns       *columns,
                           TyPostPlace     *place);

G_END_DECLS
