/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-staff"

#include "config.h"

#include "ty-sample-staff.h"

#include "ty-sample-draw.h"
#include "ty-sample-team.h"

#include <string.h>

/* Who works beside the two committees: supervision committees, specialists, first secretaries and
 * the cadres of the townships. */
#define RECRUITMENT TY_SAMPLE_MONTH (2021, 11)
#define DISPATCH TY_SAMPLE_MONTH (2019, 5)
#define RELIEF TY_SAMPLE_MONTH (2021, 7)
#define TOWNSHIP_TERM TY_SAMPLE_MONTH (2021, 5)

static TySamplePerson *
add_person (TySampleWorld *world,
            TySampleMonth  month,
            int            youngest,
            int            oldest,
            int            women,
            gboolean       party)
{
  TySampleWanted wanted = { month, youngest, oldest, women, party, TRUE };

  return ty_sample_world_add_person (world, &wanted);
}

/* A young member of the committees who may be the specialist too. */
static TySamplePerson *
find_young (TySampleTeam *team)
{
  for (guint i = 0; i < team->members->len; i++)
    {
      TySamplePerson *person = g_ptr_array_index (team->members, i);

      if (ty_sample_person_age (person, TY_SAMPLE_END) <= 35
          && ty_sample_person_has_college (person, RECRUITMENT)
          && ty_sample_person_find_post (person, team->place, "D1") == NULL
          && ty_sample_person_find_post (person, team->place, "C1") == NULL)
        return person;
    }
  return NULL;
}

static void
recruit_specialist (TySampleWorld *world,
                    TySampleTeam  *team,
                    guint          number)
{
  TySamplePerson *person = ty_sample_draw_percent (world->rand, 55) ? find_young (team) : NULL;
  TySampleHolding *holding;

  if (person == NULL)
    person = add_person (world, RECRUITMENT, 23, 34, 42,
                         ty_sample_draw_percent (world->rand, 85));
  holding = ty_sample_person_take_post (person, team->place, "P9", RECRUITMENT, "recruited");
  holding->document = number;
}

/* The discipline commissioner or another member of the party committee, never somebody of the
 * villagers' committee; where there is none, somebody else. */
static TySamplePerson *
find_supervisor (TySampleTeam *team)
{
  TySamplePerson *found = NULL;

  for (guint i = 0; i < team->members->len; i++)
    {
      TySamplePerson *person = g_ptr_array_index (team->members, i);
      gboolean governs = FALSE;

      for (guint j = 0; j < person->holdings->len; j++)
        {
          TySampleHolding *holding = g_ptr_array_index (person->holdings, j);

          governs = governs || (holding->until == 0
                                && (strchr ("CJP", holding->post[0]) != NULL
                                    || g_str_equal (holding->post, "D1")));
        }
      if (governs)
        continue;
      if (found == NULL || ty_sample_person_find_post (person, team->place, "D4") != NULL)
        found = person;
    }
  return found;
}

static void
elect_supervisor (TySampleWorld *world,
                  TySampleTeam  *team)
{
  TySampleWanted wanted = { TY_SAMPLE_TERM_2021, 34, 57, 18, TRUE, FALSE };
  TySamplePerson *person = find_supervisor (team);

  if (person == NULL)
    person = ty_sample_world_add_person (world, &wanted);
  ty_sample_person_take_post (person, team->place, "S1", TY_SAMPLE_TERM_2021, "elected");

  if (ty_sample_draw_percent (world->rand, 15))
    {
      wanted.month = TY_SAMPLE_TERM_2017;
      person = ty_sample_world_add_person (world, &wanted);
      ty_sample_person_take_post (person, team->place, "S1", TY_SAMPLE_TERM_2017, "elected");
      ty_sample_person_leave (person, team->place, TY_SAMPLE_TERM_2021, "term_ended");
    }
}

/* Each fifth village has a first secretary; half of these came in the summer of 2021 for one who
 * went back. */
static void
dispatch_first_secretary (TySampleWorld *world,
                          TySampleTeam  *team,
                          guint          index)
{
  TySamplePerson *person;
  TySampleHolding *holding;

  if (index % 5 != 2)
    return;

  person = add_person (world, DISPATCH, 30, 52, 20, TRUE);
  holding = ty_sample_person_take_post (person, team->place, "X1", DISPATCH, "dispatched");
  holding->document = index + 1;
  if (index % 2 == 0)
    {
      ty_sample_person_leave (person, team->place, RELIEF, "transferred");
      person = add_person (world, RELIEF, 28, 48, 24, TRUE);
      holding = ty_sample_person_take_post (person, team->place, "X1", RELIEF, "dispatched");
      holding->document = index + 1;
    }
}

static void
fill_township_post (TySampleWorld *world,
                    TySamplePlace *township,
                    const char    *post,
                    guint          number)
{
  GRand *rand = world->rand;
  TySampleMonth from
    = ty_sample_draw_percent (rand, 60) ? TOWNSHIP_TERM : TY_SAMPLE_MONTH (2018, 3);
  TySamplePerson *person = NULL;
  TySampleHolding *holding;

  if (post[1] == '5' && world->promoted->len > 0)
    {
      person = g_ptr_array_index (world->promoted, 0);
      from = ty_sample_person_end (person);
      g_ptr_array_remove_index (world->promoted, 0);
    }
  else
    {
      int oldest = post[1] == '6' ? 50 : 48;

      person = add_person (world, from, post[1] < '3' ? 36 : 27, oldest, 24, TRUE);
    }
  holding = ty_sample_person_take_post (person, township, post, from, "appointed");
  holding->document = number;

  if (from == TOWNSHIP_TERM && post[1] < '4')
    {
      person = add_person (world, TY_SAMPLE_MONTH (2016, 8), 36, 50, 15, TRUE);
      ty_sample_person_take_post (person, township, post, TY_SAMPLE_MONTH (2016, 8), "appointed");
      ty_sample_person_leave (person, township, TOWNSHIP_TERM,
                              ty_sample_draw_percent (rand, 30) ? "promoted" : "transferred");
    }
}

static void
fill_township (TySampleWorld *world,
               TySamplePlace *township,
               guint          index)
{
  static const char *const posts[] = { "T1", "T2", "T3", "T4", "T5", "T6" };

  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    fill_township_post (world, township, posts[i], index * 10 + i + 1);
}

/**
 * ty_sample_staff_fill:
 * @world: the sample, with its committees
 *
 * Gives each village its supervisor and its specialist, some a first secretary, and each township
 * its cadres.
 */
void
ty_sample_staff_fill (TySampleWorld *world)
{
  g_autoptr(GPtrArray) teams = ty_sample_teams_new (world);

  for (guint i = 0; i < teams->len; i++)
    {
      TySampleTeam *team = g_ptr_array_index (teams, i);

      recruit_specialist (world, team, i + 1);
      elect_supervisor (world, team);
      dispatch_first_secretary (world, team, i);
    }
  for (guint i = 0; i < world->places->townships->len; i++)
    fill_township (world, g_ptr_array_index (world->places->townships, i), i);
}
