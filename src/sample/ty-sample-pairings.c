/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-pairings"

#include "config.h"

#include "ty-sample-pairings.h"

#include "ty-exclusion.h"
#include "ty-mentor-strength.h"
#include "ty-need.h"
#include "ty-pairing.h"
#include "ty-programme-need.h"
#include "ty-programme.h"
#include "ty-sample-draw.h"
#include "ty-sample-pools.h"
#include "ty-sample-talks.h"
#include "ty-table.h"
#include "ty-wish.h"

#include <string.h>

/* Programmes of the invented county, who is paired in them, and who still waits. The generator is one of
 * its own, and the keys come last, so that nothing else of the sample depends on it. */

#define PAIRINGS_SEED 0x70616972u
#define MOST_NEEDS 4

typedef struct
{
  const char *kind;
  int urgency;
  int threshold; /* 0 = the usual one */
} Need;

typedef struct
{
  const char *name;
  const char *level;
  const char *superior;
  int capacity;
  int talks;
  int months;
  const char *note;
  Need needs[MOST_NEEDS];
  int percent; /* how many of the mentees have somebody */
} Programme;

static const Programme programmes[] = {
  { "青蓝帮带", "township", "no", 3, 1, 24, "年轻书记、新任书记和薄弱村书记由乡镇干部、优秀书记帮带",
    { { "weak_base", 3, 0 }, { "weak_economy", 2, 0 }, { "new_secretary", 2, 72 },
      { "young_secretary", 1, 0 } }, 45 },
  { "书记带专干", "village", "yes", 2, 2, 24, "村党组织书记帮带本村党建专干",
    { { "specialist", 1, 0 } }, 40 },
  { "后备干部导师帮带", "township", "yes", 4, 4, 36, "驻村（包村）干部帮带村级后备干部",
    { { "reserve", 1, 0 } }, 40 },
  { "“1+1”结对帮带", "township", "no", 4, 2, 12, "新任村干部由乡镇干部结对帮带",
    { { "new_cadre", 1, 72 } }, 0 },
};

typedef struct
{
  TySampleWorld *world;
  GRand *rand;
  TyStore *store;
  gint64 keys[G_N_ELEMENTS (programmes)];
  int *places; /* by mentor: how many are left */
} Pairings;

static TyDatabase *
get_database (Pairings *self)
{
  return ty_store_get_database (self->store);
}

static gboolean
write_needs (Pairings         *self,
             const Programme  *programme,
             gint64            key,
             GError          **error)
{
  for (guint i = 0; i < MOST_NEEDS && programme->needs[i].kind != NULL; i++)
    {
      g_autoptr(TyRecord) need = ty_record_new (&ty_programme_need_info);

      ty_record_set_integer (need, TY_PROGRAMME_NEED_PROGRAMME, key);
      ty_record_set_text (need, TY_PROGRAMME_NEED_KIND, programme->needs[i].kind);
      ty_record_set_integer (need, TY_PROGRAMME_NEED_URGENCY, programme->needs[i].urgency);
      ty_record_set_integer (need, TY_PROGRAMME_NEED_THRESHOLD, programme->needs[i].threshold);
      if (!ty_table_insert (get_database (self), need, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_programme (Pairings  *self,
                 guint      index,
                 GError   **error)
{
  const Programme *programme = &programmes[index];
  g_autoptr(TyRecord) record = ty_record_new (&ty_programme_info);

  self->keys[index] = ty_store_mint_id (self->store);
  ty_record_set_integer (record, TY_PROGRAMME_ID, self->keys[index]);
  ty_record_set_text (record, TY_PROGRAMME_NAME, programme->name);
  ty_record_set_text (record, TY_PROGRAMME_LEVEL, programme->level);
  ty_record_set_text (record, TY_PROGRAMME_SUPERIOR, programme->superior);
  ty_record_set_integer (record, TY_PROGRAMME_CAPACITY, programme->capacity);
  ty_record_set_integer (record, TY_PROGRAMME_TALKS, programme->talks);
  ty_record_set_integer (record, TY_PROGRAMME_MONTHS, programme->months);
  ty_record_set_integer (record, TY_PROGRAMME_KEEP, 200);
  ty_record_set_text (record, TY_PROGRAMME_FROM_DATE, "2021-12");
  ty_record_set_integer (record, TY_PROGRAMME_POSITION, (gint64) index + 1);
  ty_record_set_text (record, TY_PROGRAMME_NOTE, programme->note);
  return ty_table_insert (get_database (self), record, error)
         && write_needs (self, programme, self->keys[index], error);
}

static gboolean
write_strengths (Pairings        *self,
                 TySamplePerson  *person,
                 GError         **error)
{
  static const char *const strengths[] = {
    "party_building", "collective_economy", "governance", "mediation", "mass_work", "projects",
    "paperwork", "policy", "fruit", "tea", "vegetables", "grain", "livestock", "tourism", "e_commerce",
  };
  g_autofree guint *order = ty_sample_draw_order (self->rand, G_N_ELEMENTS (strengths));
  int n = ty_sample_draw_range (self->rand, 2, 5);

  for (int i = 0; i < n; i++)
    {
      g_autoptr(TyRecord) record = ty_record_new (&ty_mentor_strength_info);

      ty_record_set_integer (record, TY_MENTOR_STRENGTH_PERSON, person->id);
      ty_record_set_text (record, TY_MENTOR_STRENGTH_STRENGTH, strengths[order[i]]);
      if (!ty_table_insert (get_database (self), record, error))
        return FALSE;
    }
  return TRUE;
}

static TySampleMentor *
pick_mentor (Pairings         *self,
             const Programme  *programme,
             TySamplePerson   *mentee)
{
  GPtrArray *mentors = self->world->mentors;
  g_autofree guint *order = ty_sample_draw_order (self->rand, mentors->len);

  for (guint i = 0; i < mentors->len; i++)
    {
      TySampleMentor *mentor = g_ptr_array_index (mentors, order[i]);

      if (mentor->until == 0 && mentor->person != mentee && self->places[order[i]] > 0
          && g_str_equal (mentor->level, programme->level))
        {
          self->places[order[i]]--;
          return mentor;
        }
    }
  return NULL;
}

static gboolean
write_pairing (Pairings        *self,
               guint            programme,
               TySamplePerson  *mentee,
               TySamplePerson  *mentor,
               GError         **error)
{
  static const char *const goals[] = {
    "熟悉村级事务，能独立主持村务会议", "牵头办成一件群众身边的实事", "规范党支部“三会一课”",
    "理清集体“三资”，制定增收方案", "学会矛盾纠纷调处流程", "能独立起草材料、整理台账",
  };
  g_autoptr(TyRecord) record = ty_record_new (&ty_pairing_info);
  int months = programmes[programme].months;
  int ago = ty_sample_draw_range (self->rand, 1, months - 2);
  TySampleMonth from = ty_sample_month_known (TY_SAMPLE_TALKS_END - ago);
  gboolean agreed = ago <= 2;

  ty_record_set_integer (record, TY_PAIRING_PERSON, mentee->id);
  ty_record_set_integer (record, TY_PAIRING_ID, ty_store_mint_id (self->store));
  ty_record_set_integer (record, TY_PAIRING_MENTOR, mentor->id);
  ty_record_set_integer (record, TY_PAIRING_PROGRAMME, self->keys[programme]);
  ty_record_set_text (record, TY_PAIRING_STATE, agreed ? "agreed" : "under_way");
  ty_record_take_text (record, TY_PAIRING_FROM_DATE, ty_sample_month_to_iso (from));
  ty_record_take_text (record, TY_PAIRING_UNTIL_DATE,
                       ty_sample_month_to_iso (ty_sample_month_known (from + months)));
  ty_record_set_text (record, TY_PAIRING_GOAL, TY_SAMPLE_PICK (self->rand, goals));
  return ty_table_insert (get_database (self), record, error)
         && (agreed || ty_sample_talks_write (mentee->id, mentor->id, from, programmes[programme].talks,
                                              self->rand, self->store, error));
}

/* A pairing of once, with its result. */
static gboolean
write_past (Pairings        *self,
            guint            programme,
            TySamplePerson  *mentee,
            TySamplePerson  *mentor,
            GError         **error)
{
  static const char *const results[] = { "graduated", "graduated", "graduated", "changed", "broken_off" };
  const char *result = TY_SAMPLE_PICK (self->rand, results);
  g_autoptr(TyRecord) record = ty_record_new (&ty_pairing_info);
  gboolean good = g_str_equal (result, "graduated");

  ty_record_set_integer (record, TY_PAIRING_PERSON, mentee->id);
  ty_record_set_integer (record, TY_PAIRING_ID, ty_store_mint_id (self->store));
  ty_record_set_integer (record, TY_PAIRING_MENTOR, mentor->id);
  ty_record_set_integer (record, TY_PAIRING_PROGRAMME, self->keys[programme]);
  ty_record_set_text (record, TY_PAIRING_STATE, good ? "done" : "ended");
  ty_record_set_text (record, TY_PAIRING_FROM_DATE, "2022-03");
  ty_record_set_text (record, TY_PAIRING_UNTIL_DATE, good ? "2024-03" : "2023-05");
  ty_record_set_text (record, TY_PAIRING_RESULT, result);
  ty_record_set_text (record, TY_PAIRING_REASON, good ? NULL : "工作岗位变动");
  return ty_table_insert (get_database (self), record, error)
         && ty_sample_talks_write_review (mentee->id, mentor->id, good, self->rand, self->store, error);
}

static gboolean
is_mentee (const Programme       *programme,
           const TySamplePerson  *person)
{
  const char *post = g_str_equal (programme->level, "village") ? "P9" : "D1";

  for (guint i = 0; i < person->holdings->len; i++)
    {
      const TySampleHolding *holding = g_ptr_array_index (person->holdings, i);

      if (holding->until == 0 && strcmp (holding->post, post) == 0
          && holding->from >= TY_SAMPLE_TERM_2021)
        return TRUE;
    }
  return FALSE;
}

/* The reserves stand in their pool, all others in their posts. */
static GPtrArray *
list_mentees (Pairings *self,
              guint     programme)
{
  GPtrArray *mentees = g_ptr_array_new ();
  TySampleWorld *world = self->world;

  if (g_str_equal (programmes[programme].needs[0].kind, "reserve"))
    for (guint i = 0; i < world->reserves->len; i++)
      {
        TySampleReserve *reserve = g_ptr_array_index (world->reserves, i);

        if (reserve->until == 0 && !g_ptr_array_find (mentees, reserve->person, NULL))
          g_ptr_array_add (mentees, reserve->person);
      }
  else
    for (guint i = 0; i < world->people->len; i++)
      if (is_mentee (&programmes[programme], g_ptr_array_index (world->people, i)))
        g_ptr_array_add (mentees, g_ptr_array_index (world->people, i));
  return mentees;
}

static gboolean
write_pairs (Pairings  *self,
             guint      programme,
             GError   **error)
{
  g_autoptr(GPtrArray) mentees = list_mentees (self, programme);

  for (guint i = 0; i < mentees->len; i++)
    {
      TySamplePerson *mentee = g_ptr_array_index (mentees, i);
      gboolean past = ty_sample_draw_percent (self->rand, 15);
      TySampleMentor *mentor = NULL;

      if (past || ty_sample_draw_percent (self->rand, programmes[programme].percent))
        mentor = pick_mentor (self, &programmes[programme], mentee);
      if (mentor != NULL
          && !(past ? write_past : write_pairing) (self, programme, mentee, mentor->person, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_between (Pairings            *self,
               const TyRecordInfo  *info,
               TySamplePerson      *person,
               TySamplePerson      *other,
               const char          *reason,
               GError             **error)
{
  g_autoptr(TyRecord) record = ty_record_new (info);

  ty_record_set_integer (record, TY_EXCLUSION_PERSON, person->id);
  ty_record_set_integer (record, TY_EXCLUSION_ID, ty_store_mint_id (self->store));
  ty_record_set_integer (record, TY_EXCLUSION_OTHER, other->id);
  ty_record_set_text (record, TY_EXCLUSION_REASON, reason);
  return ty_table_insert (get_database (self), record, error);
}

/* What was entered by hand: a waived need, an added one, two who do not want each other, and two who do. */
static gboolean
write_by_hand (Pairings  *self,
               GError   **error)
{
  g_autoptr(GPtrArray) secretaries = list_mentees (self, 0);
  GPtrArray *mentors = self->world->mentors;

  for (guint i = 0; i < MIN (secretaries->len, 2); i++)
    {
      TySamplePerson *person = g_ptr_array_index (secretaries, i);
      g_autoptr(TyRecord) need = ty_record_new (&ty_need_info);

      ty_record_set_integer (need, TY_NEED_PERSON, person->id);
      ty_record_set_integer (need, TY_NEED_ID, ty_store_mint_id (self->store));
      ty_record_set_text (need, TY_NEED_KIND, i == 0 ? "new_secretary" : "weak_base");
      ty_record_set_text (need, TY_NEED_WAIVED, i == 0 ? "yes" : "no");
      ty_record_set_text (need, TY_NEED_REASON,
                          i == 0 ? "任村主任多年，已能独立开展工作" : "群众反映集中，工作基础差");
      if (!ty_table_insert (get_database (self), need, error))
        return FALSE;
    }
  if (secretaries->len < 4 || mentors->len < 2)
    return TRUE;

  return write_between (self, &ty_exclusion_info, g_ptr_array_index (secretaries, 2),
                        ((TySampleMentor *) g_ptr_array_index (mentors, 0))->person, "曾有工作矛盾", error)
         && write_between (self, &ty_wish_info, g_ptr_array_index (secretaries, 3),
                           ((TySampleMentor *) g_ptr_array_index (mentors, 1))->person, NULL, error);
}

static gboolean
write_all (Pairings  *self,
           GError   **error)
{
  GPtrArray *mentors = self->world->mentors;

  for (guint i = 0; i < mentors->len; i++)
    if (!write_strengths (self, ((TySampleMentor *) g_ptr_array_index (mentors, i))->person, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (programmes); i++)
    if (!write_programme (self, i, error) || !write_pairs (self, i, error))
      return FALSE;

  return write_by_hand (self, error);
}

/**
 * ty_sample_pairings_write:
 * @world: the sample, whose people and pools are in the file
 * @seed: the seed of the sample
 * @store: the file
 * @error: a `TY_STORE_ERROR`
 *
 * Writes programmes, strengths of mentors, pairs with their talks, and who waits.
 *
 * Returns: whether they were written
 */
gboolean
ty_sample_pairings_write (TySampleWorld  *world,
                          guint32         seed,
                          TyStore        *store,
                          GError        **error)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed ^ PAIRINGS_SEED);
  g_autofree int *places = g_new (int, world->mentors->len + 1);
  Pairings self = { .world = world, .rand = rand, .store = store, .places = places };

  for (guint i = 0; i < world->mentors->len; i++)
    places[i] = ((TySampleMentor *) g_ptr_array_index (world->mentors, i))->capacity;
  return write_all (&self, error);
}
