/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-team"

#include "config.h"

#include "ty-sample-team.h"

static void
team_free (gpointer data)
{
  TySampleTeam *team = data;

  g_ptr_array_unref (team->members);
  g_free (team);
}

static void
add_to_teams (GHashTable     *by_place,
              TySamplePerson *person)
{
  for (guint i = 0; i < person->holdings->len; i++)
    {
      TySampleHolding *holding = g_ptr_array_index (person->holdings, i);
      TySampleTeam *team = g_hash_table_lookup (by_place, holding->place);

      if (holding->until == 0 && team != NULL && !g_ptr_array_find (team->members, person, NULL))
        g_ptr_array_add (team->members, person);
    }
}

/**
 * ty_sample_teams_new:
 * @world: the sample
 *
 * Returns: (transfer full) (element-type TySampleTeam): who is in office in the villages of today,
 * in the order of the villages, the members in the order of the people
 */
GPtrArray *
ty_sample_teams_new (TySampleWorld *world)
{
  GPtrArray *teams = g_ptr_array_new_with_free_func (team_free);
  g_autoptr(GHashTable) by_place = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < world->places->villages->len; i++)
    {
      TySampleTeam *team = g_new0 (TySampleTeam, 1);

      team->place = g_ptr_array_index (world->places->villages, i);
      team->members = g_ptr_array_new ();
      g_ptr_array_add (teams, team);
      g_hash_table_insert (by_place, team->place, team);
    }
  for (guint i = 0; i < world->people->len; i++)
    add_to_teams (by_place, g_ptr_array_index (world->people, i));

  return teams;
}
