/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-reserves"

#include "config.h"

#include "ty-sample-pools.h"

#include "ty-sample-draw.h"
#include "ty-sample-team.h"

/* The pool of reserves: two for each head of a village, one post, two reserves. */
#define PER_POST 2
#define OLDEST 45 /* full years, when a reserve leaves */
#define YOUNGEST 21

typedef struct
{
  TySampleWorld *world;
  GRand *rand;
  GHashTable *taken; /* (owned) (element-type TySamplePerson): who is or was in the pool */
  guint n_left;
} Pool;

static const char *const sources[] = {
  "veteran", "veteran", "returning_graduate", "returning_graduate", "graduate", "business_owner",
  "business_owner", "farming_expert", "farming_expert", "volunteer",
};

static const char *
draw_way_in (GRand *rand)
{
  static const char *const ways[] = {
    "organization", "organization", "organization", "joint_recommendation", "joint_recommendation",
    "secretary", "secretary", "self", "open_selection",
  };

  return TY_SAMPLE_PICK (rand, ways);
}

static TySampleMonth
draw_entry (GRand *rand)
{
  static const TySampleMonth entries[] = {
    TY_SAMPLE_MONTH (2020, 6), TY_SAMPLE_MONTH (2021, 12), TY_SAMPLE_MONTH (2022, 3),
    TY_SAMPLE_MONTH (2022, 3), TY_SAMPLE_MONTH (2022, 6), TY_SAMPLE_MONTH (2022, 6),
    TY_SAMPLE_MONTH (2022, 9), TY_SAMPLE_MONTH (2023, 4), TY_SAMPLE_MONTH (2023, 4),
    TY_SAMPLE_MONTH (2024, 4), TY_SAMPLE_MONTH (2024, 10), TY_SAMPLE_MONTH (2025, 3),
  };

  return TY_SAMPLE_PICK (rand, entries);
}

static TySampleReserve *
add_reserve (Pool           *pool,
             TySamplePerson *person,
             TySamplePlace  *place,
             const char     *post,
             TySampleMonth   entry)
{
  TySampleReserve *reserve = g_new0 (TySampleReserve, 1);
  TySampleMonth grown = ty_sample_person_birth_month (person) + YOUNGEST * 12;

  reserve->person = person;
  reserve->place = place;
  reserve->post = post;
  reserve->from = ty_sample_month_known (MAX (entry, MAX (grown, person->work_date + 6)));
  reserve->way_in = draw_way_in (pool->rand);
  g_hash_table_add (pool->taken, person);
  g_ptr_array_add (pool->world->reserves, reserve);
  return reserve;
}

/* Somebody who never had a post. */
static TySamplePerson *
add_person (Pool          *pool,
            TySamplePlace *home,
            int            youngest,
            int            oldest)
{
  TySampleWanted wanted = { TY_SAMPLE_END, youngest, oldest, 16,
                            ty_sample_draw_percent (pool->rand, 80),
                            ty_sample_draw_percent (pool->rand, 74) };
  TySamplePerson *person = ty_sample_person_new (pool->rand, &wanted);

  person->home = home;
  person->source = TY_SAMPLE_PICK (pool->rand, sources);
  g_ptr_array_add (pool->world->people, person);
  return person;
}

/* Whether somebody in office may follow the heads: young, in the party, and none of them. */
static gboolean
is_candidate (Pool           *pool,
              TySampleTeam   *team,
              TySamplePerson *person)
{
  return ty_sample_person_age (person, TY_SAMPLE_END) <= 38
         && g_str_equal (person->political, "01") && !g_hash_table_contains (pool->taken, person)
         && ty_sample_person_find_post (person, team->place, "D1") == NULL
         && ty_sample_person_find_post (person, team->place, "C1") == NULL
         && ty_sample_person_find_post (person, team->place, "X1") == NULL;
}

static TySamplePerson *
find_candidate (Pool         *pool,
                TySampleTeam *team)
{
  for (guint i = team->members->len; i > 0; i--)
    {
      TySamplePerson *person = g_ptr_array_index (team->members, i - 1);

      if (is_candidate (pool, team, person))
        return person;
    }
  return NULL;
}

static void
fill_post (Pool         *pool,
           TySampleTeam *team,
           const char   *post,
           guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean inside = ty_sample_draw_percent (pool->rand, i == 0 ? 55 : 20);
      TySamplePerson *person = inside ? find_candidate (pool, team) : NULL;

      if (person == NULL)
        person = add_person (pool, team->place, 24, 41);
      add_reserve (pool, person, team->place, post, draw_entry (pool->rand));
    }
}

/* Somebody who left the pool without the post. */
static void
add_left (Pool         *pool,
          TySampleTeam *team)
{
  static const TySampleMonth entries[] = {
    TY_SAMPLE_MONTH (2020, 6), TY_SAMPLE_MONTH (2020, 9), TY_SAMPLE_MONTH (2022, 3),
  };
  static const char *const ways[] = {
    "moved_away", "own_wish", "age", "unfit", "moved_away", "other", "own_wish", "discipline",
  };
  const char *way = ways[pool->n_left++ % G_N_ELEMENTS (ways)];
  gboolean old = g_str_equal (way, "age");
  TySamplePerson *person = add_person (pool, team->place, old ? 42 : 24, old ? 44 : 38);
  TySampleReserve *reserve = add_reserve (pool, person, team->place, "D1",
                                          TY_SAMPLE_PICK (pool->rand, entries));
  TySampleMonth until = reserve->from + ty_sample_draw_range (pool->rand, 8, 36);

  if (old)
    until = MAX (reserve->from + 6, ty_sample_person_birth_month (person) + OLDEST * 12 + 1);
  reserve->until = ty_sample_month_known (until);
  reserve->way_out = way;
}

/* The secretaries of the term 2021 who came from the reserves had been in the pool before. */
static void
add_appointed (Pool           *pool,
               TySamplePerson *person)
{
  static const TySampleMonth entries[] = {
    TY_SAMPLE_MONTH (2020, 4), TY_SAMPLE_MONTH (2020, 6), TY_SAMPLE_MONTH (2020, 11),
  };

  for (guint i = 0; i < person->holdings->len; i++)
    {
      TySampleHolding *holding = g_ptr_array_index (person->holdings, i);
      TySampleMonth entry = TY_SAMPLE_PICK (pool->rand, entries);
      TySampleReserve *reserve;

      if (holding->from != TY_SAMPLE_TERM_2021 || !g_str_equal (holding->post, "D1"))
        continue;
      reserve = add_reserve (pool, person, holding->place, "D1", entry);
      reserve->until = TY_SAMPLE_TERM_2021;
      reserve->way_out = "appointed";
      return;
    }
}

/* Whether the village has a head, or the place of one, beside the secretary. */
static gboolean
has_other_head (TySampleTeam *team)
{
  for (guint i = 0; i < team->members->len; i++)
    {
      TySamplePerson *person = g_ptr_array_index (team->members, i);

      if (ty_sample_person_find_post (person, team->place, "D1") != NULL)
        return ty_sample_person_find_post (person, team->place, "C1") == NULL;
    }
  return FALSE;
}

/* Most villages have all their reserves, some have one, few have none. */
static void
fill_village (Pool         *pool,
              TySampleTeam *team,
              guint         index)
{
  guint n = index % 53 == 20 ? 0 : index % 20 == 6 ? 1 : PER_POST;

  fill_post (pool, team, "D1", n);
  if (has_other_head (team))
    fill_post (pool, team, ty_sample_place_is_community (team->place) ? "J1" : "C1", n);
  if (index % 4 == 1)
    add_left (pool, team);
}

/**
 * ty_sample_reserves_fill:
 * @world: the sample, with everybody in office
 *
 * Fills the pool of reserves: young people without a post, others in office, and those who left
 * the pool.
 */
void
ty_sample_reserves_fill (TySampleWorld *world)
{
  g_autoptr(GPtrArray) teams = ty_sample_teams_new (world);
  g_autoptr(GHashTable) taken = g_hash_table_new (NULL, NULL);
  Pool pool = { world, world->pool_rand, taken, 0 };

  for (guint i = 0; i < world->people->len; i++)
    {
      TySamplePerson *person = g_ptr_array_index (world->people, i);

      if (g_strcmp0 (person->batch, "from_reserves") == 0)
        add_appointed (&pool, person);
    }
  for (guint i = 0; i < teams->len; i++)
    fill_village (&pool, g_ptr_array_index (teams, i), i);
}
