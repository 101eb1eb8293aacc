/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-index"

#include "config.h"

#include "ty-roster-index.h"

#include "ty-holding-table.h"
#include "ty-post-name.h"
#include "ty-roster-order.h"
#include "ty-roster-post.h"
#include "ty-roster-search.h"
#include "ty-snapshot.h"
#include "ty-text.h"

/**
 * TyRosterIndex:
 *
 * Everybody on one date with what rosters search and sort by. It is asked again and again while a
 * user types, and reads no file then.
 */
struct _TyRosterIndex
{
  TyDate as_of;

  /* Owned */
  TySnapshot *snapshot;
  GArray *people;       /* (element-type TyRosterPersonRow): by key */
  GArray *posts;        /* (element-type TyRosterPostRow): by person */
  TyRosterPlace *places; /* one for each of the people */
  TyRosterKeys *keys;    /* one for each of the people */
  GHashTable *units;     /* key of the unit to its folded name */
};

static guint
find_person (TyRosterIndex *self,
             gint64         id)
{
  guint low = 0;
  guint high = self->people->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->people, TyRosterPersonRow, middle).person < id)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < self->people->len && g_array_index (self->people, TyRosterPersonRow, low).person == id)
    return low;

  return G_MAXUINT;
}

static void
place_person (TyRosterIndex *self,
              TyRosterPlace *place)
{
  place->post = ty_roster_post_choose (place->posts, place->n_posts, self->as_of);
  place->post_rank = G_MAXINT;
  place->unit_rank = G_MAXUINT;
  place->study_rank = G_MAXINT;
  if (place->post == NULL)
    return;

  place->held = ty_roster_post_is_held (place->post, self->as_of);
  place->post_rank = ty_post_name_get_rank (place->post->post);
  place->unit_rank = ty_unit_tree_get_rank (ty_snapshot_get_tree (self->snapshot),
                                            place->post->unit);
}

static void
fill_places (TyRosterIndex *self)
{
  const TyRosterPostRow *posts = (const TyRosterPostRow *) self->posts->data;
  guint next = 0;

  self->places = g_new0 (TyRosterPlace, self->people->len);
  self->keys = g_new0 (TyRosterKeys, self->people->len);
  for (guint i = 0; i < self->people->len; i++)
    {
      TyRosterPlace *place = &self->places[i];

      place->person = &g_array_index (self->people, TyRosterPersonRow, i);
      while (next < self->posts->len && posts[next].person < place->person->person)
        next++;
      place->posts = posts + next;
      while (next < self->posts->len && posts[next].person == place->person->person)
        {
          place->n_posts++;
          next++;
        }
      place_person (self, place);
    }
}

static gboolean
load_studies (TyRosterIndex  *self,
              TyDatabase     *database,
              GError        **error)
{
  g_autoptr(GArray) studies = ty_holding_table_list_studies (database, self->as_of, error);

  if (studies == NULL)
    return FALSE;
  for (guint i = 0; i < studies->len; i++)
    {
      TyStudyRow *row = &g_array_index (studies, TyStudyRow, i);
      guint person = find_person (self, row->person);

      if (person != G_MAXUINT)
        self->places[person].study_rank = MIN (self->places[person].study_rank,
                                               ty_roster_study_rank (row->level, row->outcome));
    }
  return TRUE;
}

static void
fold_units (TyRosterIndex *self)
{
  GPtrArray *states = ty_unit_tree_get_states (ty_snapshot_get_tree (self->snapshot));

  self->units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < states->len; i++)
    {
      TyRecord *state = g_ptr_array_index (states, i);
      gint64 unit = ty_record_get_integer (state, TY_UNIT_STATE_UNIT);

      g_hash_table_insert (self->units, g_memdup2 (&unit, sizeof unit),
                           ty_text_fold (ty_record_get_text (state, TY_UNIT_STATE_NAME)));
    }
}

/**
 * ty_roster_index_load:
 * @database: a connection
 * @as_of: the cut-off date
 * @scope: key of a unit, or 0 for the whole file
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the index
 */
TyRosterIndex *
ty_roster_index_load (TyDatabase  *database,
                      TyDate       as_of,
                      gint64       scope,
                      GError     **error)
{
  g_autoptr(TyRosterIndex) self = g_new0 (TyRosterIndex, 1);

  self->as_of = as_of;
  self->snapshot = ty_snapshot_load (database, as_of, scope, 0, error);
  if (self->snapshot == NULL)
    return NULL;
  self->people = ty_roster_table_list_people (database, error);
  if (self->people == NULL)
    return NULL;
  self->posts = ty_roster_table_list_posts (database, as_of, error);
  if (self->posts == NULL)
    return NULL;

  fill_places (self);
  if (!load_studies (self, database, error))
    return NULL;
  fold_units (self);
  return g_steal_pointer (&self);
}

void
ty_roster_index_free (TyRosterIndex *self)
{
  for (guint i = 0; self->places != NULL && i < self->people->len; i++)
    {
      ty_roster_place_clear (&self->places[i]);
      ty_roster_keys_clear (&self->keys[i]);
    }
  g_free (self->places);
  g_free (self->keys);
  g_clear_pointer (&self->units, g_hash_table_unref);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->posts, g_array_unref);
  g_clear_pointer (&self->snapshot, ty_snapshot_free);
  g_free (self);
}

/* By the villages of present posts; of somebody who holds none, by that of the last one. */
static gboolean
matches_village (TyRosterIndex       *self,
                 TyRosterSearch      *search,
                 const TyRosterPlace *place)
{
  for (guint i = 0; i < place->n_posts; i++)
    {
      const TyRosterPostRow *post = &place->posts[i];
      const char *folded = g_hash_table_lookup (self->units, &post->unit);

      if (folded != NULL && (post == place->post || ty_roster_post_is_held (post, self->as_of))
          && ty_roster_search_matches_unit (search, folded))
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
find_places (TyRosterIndex       *self,
             const TyRosterQuery *query)
{
  g_autoptr(GArray) ids = ty_snapshot_list (self->snapshot, query->population, query->condition);
  g_autoptr(TyRosterSearch) search = ty_roster_search_new (query->search);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      guint person = find_person (self, g_array_index (ids, gint64, i));
      TyRosterPlace *place;

      if (person == G_MAXUINT)
        continue;
      place = &self->places[person];
      if (ty_roster_search_is_empty (search)
          || ty_roster_search_matches (search, place->person, &self->keys[person])
          || matches_village (self, search, place))
        g_ptr_array_add (found, place);
    }
  return found;
}

/**
 * ty_roster_index_list:
 * @self: an index
 * @query: what is asked
 *
 * Returns: (transfer full) (element-type gint64): the keys of the people in order
 */
GArray *
ty_roster_index_list (TyRosterIndex       *self,
                      const TyRosterQuery *query)
{
  g_autoptr(GPtrArray) places = find_places (self, query);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), places->len);

  ty_roster_order_sort (places, query->sort, query->descending);
  for (guint i = 0; i < places->len; i++)
    {
      const TyRosterPlace *place = g_ptr_array_index (places, i);

      g_array_append_val (ids, place->person->person);
    }
  return ids;
}
