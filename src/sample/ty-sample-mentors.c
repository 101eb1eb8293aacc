/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-mentors"

#include "config.h"

#include "ty-sample-pools.h"

#include "ty-sample-draw.h"

#include <string.h>

/* The pool of mentors: cadres of the townships, first secretaries for the county, experienced
 * secretaries, and those who left the villages and still have much to tell. */
#define OLDEST 66

typedef struct
{
  TySamplePlace *place; /* (nullable) */
  const char *level;
  int percent;          /* how many of such people */
  int capacity;         /* the most */
} Kind;

static gboolean
is_head (const TySampleHolding *holding)
{
  return strchr ("DCJ", holding->post[0]) != NULL && holding->post[1] == '1';
}

static gboolean
is_experienced (const TySamplePerson  *person,
                const TySampleHolding *holding)
{
  int age = ty_sample_person_age (person, TY_SAMPLE_END);

  return g_str_equal (holding->post, "D1") && (holding->from < TY_SAMPLE_TERM_2017 || age >= 50);
}

/* What somebody in office could be a mentor of. */
static gboolean
suits_in_office (const TySamplePerson  *person,
                 const TySampleHolding *holding,
                 Kind                  *kind)
{
  if (holding->post[0] == 'T' && holding->post[1] >= '3')
    *kind = (Kind){ holding->place, "township", 70, 4 };
  else if (holding->post[0] == 'X')
    *kind = (Kind){ NULL, "county", 50, 2 };
  else if (is_experienced (person, holding))
    *kind = (Kind){ holding->place, "village", 40, 3 };
  else
    return FALSE;

  return TRUE;
}

/* Who led a village and left it in honour. */
static gboolean
suits_departed (const TySamplePerson  *person,
                const TySampleHolding *holding,
                Kind                  *kind)
{
  int age = ty_sample_person_age (person, TY_SAMPLE_END);
  gboolean honoured = g_strcmp0 (holding->end_reason, "retired") == 0
                      || g_strcmp0 (holding->end_reason, "term_ended") == 0;

  *kind = (Kind){ holding->place, "village", 28, 4 };
  return honoured && is_head (holding) && holding->place->successor == NULL && age >= 45
         && age <= OLDEST;
}

static gboolean
find_kind (const TySamplePerson *person,
           Kind                 *kind)
{
  gboolean in_office = ty_sample_person_is_in_office (person);

  if (ty_sample_person_is_dead (person))
    return FALSE;
  for (guint i = 0; i < person->holdings->len; i++)
    {
      TySampleHolding *holding = g_ptr_array_index (person->holdings, i);

      if (in_office ? holding->until == 0 && suits_in_office (person, holding, kind)
                    : suits_departed (person, holding, kind))
        return TRUE;
    }
  return FALSE;
}

static void
add_mentor (TySampleWorld  *world,
            TySamplePerson *person,
            const Kind     *kind)
{
  static const TySampleMonth entries[] = {
    TY_SAMPLE_MONTH (2021, 12), TY_SAMPLE_MONTH (2022, 3), TY_SAMPLE_MONTH (2022, 6),
    TY_SAMPLE_MONTH (2023, 4),
  };
  static const char *const notes[] = { "身体原因", "工作调动", "本人申请" };
  GRand *rand = world->pool_rand;
  TySampleMentor *mentor = g_new0 (TySampleMentor, 1);

  mentor->person = person;
  mentor->place = kind->place;
  mentor->level = kind->level;
  mentor->from = TY_SAMPLE_PICK (rand, entries);
  mentor->capacity = ty_sample_draw_range (rand, 1, kind->capacity);
  if (ty_sample_draw_percent (rand, 12))
    {
      mentor->until = ty_sample_month_known (mentor->from + ty_sample_draw_range (rand, 10, 30));
      mentor->note = TY_SAMPLE_PICK (rand, notes);
    }
  g_ptr_array_add (world->mentors, mentor);
}

/**
 * ty_sample_mentors_fill:
 * @world: the sample, with everybody in office
 *
 * Fills the pool of mentors.
 */
void
ty_sample_mentors_fill (TySampleWorld *world)
{
  for (guint i = 0; i < world->people->len; i++)
    {
      TySamplePerson *person = g_ptr_array_index (world->people, i);
      Kind kind;

      if (find_kind (person, &kind) && ty_sample_draw_percent (world->pool_rand, kind.percent))
        add_mentor (world, person, &kind);
    }
}
