/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit-reserves"

#include "config.h"

#include "ty-unit-reserves.h"

#include "ty-view-private.h"

#define KEPT "unit-reserves"

static gboolean
is_reserve (TyView        *view,
            const TyChunk *chunk,
            guint          holding)
{
  guint16 post = TY_CHUNK_HOLDINGS_FIELD (chunk, guint16, TY_HOLDINGS_POST)[holding];
  guint32 unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT)[holding];

  return (ty_view_get_post_facts (view, post) & TY_FACT_RESERVE) != 0 && ty_view_is_held (view, chunk, holding)
         && ty_view_is_in_scope (view, unit, (TyGroups){ NULL, 0 });
}

/* Who is a reserve for two posts of a village is one reserve of it. */
static gboolean
counts_already (TyView        *view,
                const TyChunk *chunk,
                guint          first,
                guint          holding)
{
  const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);

  for (guint i = first; i < holding; i++)
    if (unit[i] == unit[holding] && is_reserve (view, chunk, i))
      return TRUE;

  return FALSE;
}

static guint *
make_counts (TyView *view)
{
  TyColumns *columns = ty_view_get_columns (view);
  guint *counts = g_new0 (guint, ty_units_get_n (ty_columns_get_units (columns)) + 1);

  for (guint number = 0; number < ty_columns_get_n_chunks (columns); number++)
    {
      const TyChunk *chunk = ty_columns_get_chunk (columns, number);
      const guint32 *first = TY_CHUNK_PEOPLE_FIELD (chunk, guint32, TY_PEOPLE_FIRST_HOLDING);
      const guint32 *unit = TY_CHUNK_HOLDINGS_FIELD (chunk, guint32, TY_HOLDINGS_UNIT);
      const guint32 *facts;

      if (ty_view_is_far (view, chunk))
        continue;

      facts = ty_view_get_facts (view, number);
      for (guint person = 0; person < ty_chunk_get_n (chunk); person++)
        for (guint i = first[person]; (facts[person] & TY_FACT_RESERVE) != 0 && i < first[person + 1]; i++)
          if (is_reserve (view, chunk, i) && !counts_already (view, chunk, first[person], i))
            counts[unit[i]]++;
    }
  return counts;
}

/**
 * ty_unit_reserves_get:
 * @view: a date and a scope
 *
 * Returns: (transfer none): by number of the unit: how many reserves it has. The view keeps it
 */
const guint *
ty_unit_reserves_get (TyView *view)
{
  const guint *kept = ty_view_get_kept (view, KEPT);

  if (kept != NULL)
    return kept;

  ty_view_keep (view, KEPT, make_counts (view), g_free);
  return ty_view_get_kept (view, KEPT);
}
