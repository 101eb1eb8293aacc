/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-entry.h"
#include "ty-exclusion.h"
#include "ty-family-member.h"
#include "ty-mentor-strength.h"
#include "ty-mentor.h"
#include "ty-need.h"
#include "ty-office-agenda.h"
#include "ty-office-pairing.h"
#include "ty-office-rows.h"
#include "ty-pairing-need.h"
#include "ty-pairing-pause.h"
#include "ty-pairing.h"
#include "ty-programme-need.h"
#include "ty-programme.h"
#include "ty-reserve.h"
#include "ty-table.h"
#include "ty-talk.h"
#include "ty-test-office.h"

/* Needs, plan, and what is done to pairings, in a county in which everything is known. */

#define N_MENTEES 6
#define N_MENTORS 3

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  gint64 programme;
  gint64 mentees[N_MENTEES]; /* secretaries, by age: the first is the youngest */
  gint64 mentors[N_MENTORS]; /* with 1, 2, 1 places */
} Fixture;

static void
insert (Fixture  *fixture,
        TyRecord *row)
{
  g_autoptr(GError) error = NULL;
  const TyRecordInfo *info = ty_record_get_info (row);

  if (g_str_equal (info->fields[info->n_keys - 1].column, "id"))
    ty_record_set_integer (row, info->n_keys - 1, ty_store_mint_id (fixture->county->store));
  g_assert_true (ty_table_insert (ty_store_get_database (fixture->county->store), row, &error));
  g_assert_no_error (error);
}

static void
add_programme (Fixture *fixture)
{
  static const struct { const char *kind; int urgency; } needs[] = {
    { "young_secretary", 1 }, { "new_secretary", 2 },
  };
  g_autoptr(TyRecord) programme = ty_record_new (&ty_programme_info);

  ty_record_set_text (programme, TY_PROGRAMME_NAME, "青蓝帮带");
  ty_record_set_integer (programme, TY_PROGRAMME_CAPACITY, 3);
  ty_record_set_integer (programme, TY_PROGRAMME_TALKS, 2);
  ty_record_set_integer (programme, TY_PROGRAMME_MONTHS, 24);
  ty_record_set_integer (programme, TY_PROGRAMME_KEEP, 200);
  insert (fixture, programme);
  fixture->programme = ty_record_get_integer (programme, TY_PROGRAMME_ID);
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      g_autoptr(TyRecord) need = ty_record_new (&ty_programme_need_info);

      ty_record_set_integer (need, TY_PROGRAMME_NEED_PROGRAMME, fixture->programme);
      ty_record_set_text (need, TY_PROGRAMME_NEED_KIND, needs[i].kind);
      ty_record_set_integer (need, TY_PROGRAMME_NEED_URGENCY, needs[i].urgency);
      insert (fixture, need);
    }
}

static gint64
add_mentor (Fixture    *fixture,
            const char *name,
            gint64      unit,
            const char *level,
            int         capacity,
            const char *strength)
{
  gint64 person = ty_test_office_add_person (fixture->county, name, "1", "1970-01", NULL);
  g_autoptr(TyRecord) mentor = ty_record_new (&ty_mentor_info);
  g_autoptr(TyRecord) tag = ty_record_new (&ty_mentor_strength_info);

  ty_test_office_add_post (fixture->county, person, unit, "T5", "2010-01", NULL);
  ty_record_set_integer (mentor, TY_MENTOR_PERSON, person);
  ty_record_set_integer (mentor, TY_MENTOR_UNIT, unit);
  ty_record_set_text (mentor, TY_MENTOR_LEVEL, level);
  ty_record_set_integer (mentor, TY_MENTOR_CAPACITY, capacity);
  insert (fixture, mentor);
  ty_record_set_integer (tag, TY_MENTOR_STRENGTH_PERSON, person);
  ty_record_set_text (tag, TY_MENTOR_STRENGTH_STRENGTH, strength);
  insert (fixture, tag);
  return person;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const struct { const char *name; const char *birth; const char *from; } people[N_MENTEES] = {
    { "曾小明", "1995-01", "2026-01" }, { "李云", "1994-05", "2025-06" }, { "王建国", "1993-03", "2021-10" },
    { "张三", "1992-06", "2021-10" }, { "丁一", "1980-07", "2026-03" }, { "刘洋", "1975-02", "2018-01" },
  };
  TyTestOffice *county = ty_test_office_new ();
  gint64 places[3] = { county->pine, county->creek, county->plum };

  fixture->county = county;
  for (guint i = 0; i < N_MENTEES; i++)
    {
      gint64 village = i < 3 ? places[i]
                             : ty_test_office_add_unit (county, county->south, people[i].name, "village", "branch",
                                                        10 + i);

      fixture->mentees[i] = ty_test_office_add_person (county, people[i].name, "1", people[i].birth, NULL);
      ty_test_office_add_post (county, fixture->mentees[i], village, "D1", people[i].from, NULL);
    }
  add_programme (fixture);
  fixture->mentors[0] = add_mentor (fixture, "赵钱", county->north, "township", 1, "mass_work");
  fixture->mentors[1] = add_mentor (fixture, "孙李", county->south, "township", 2, "mediation");
  fixture->mentors[2] = add_mentor (fixture, "周吴", county->south, "county", 1, "party_building");
  ty_test_office_done (county);
  fixture->office = ty_test_office_open (county);
  ty_office_set_as_of (fixture->office, ty_date_new (2026, 6, 30));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  ty_test_office_free (fixture->county);
}

static TyPairingPlan *
make_plan (Fixture             *fixture,
           const TyPairingLock *locks,
           guint                n_locks)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyPairingPlan *plan;

  ty_office_plan_pairings_async (fixture->office, fixture->programme, locks, n_locks, NULL, NULL,
                                 ty_test_office_keep_result, &result);
  plan = ty_office_plan_pairings_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_true (ty_pairing_plan_is_proved (plan));
  return plan;
}

static gboolean
try_edit (Fixture              *fixture,
          const TyPairingEdit  *edit,
          GError              **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ty_office_edit_pairings_async (fixture->office, edit, NULL, ty_test_office_keep_result, &result);
  return ty_office_edit_pairings_finish (fixture->office, ty_test_office_await (&result), NULL, error);
}

static void
do_edit (Fixture             *fixture,
         const TyPairingEdit *edit)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (try_edit (fixture, edit, &error));
  g_assert_no_error (error);
}

static void
fail_edit (Fixture             *fixture,
           const TyPairingEdit *edit,
           const char          *name,
           const char          *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (try_edit (fixture, edit, &error));
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, words));
}

static void
undo (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  ty_office_undo_async (fixture->office, 0, NULL, ty_test_office_keep_result, &result);
  label = ty_office_undo_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (label);
}

/* All rows of a table, read beside the office. */
static GPtrArray *
read_rows (Fixture            *fixture,
           const TyRecordInfo *info)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (fixture->county->path, TY_STORE_READ_ONLY, &error);
  g_autoptr(TyStatement) statement = NULL;
  GPtrArray *rows;

  g_assert_no_error (error);
  statement = ty_table_select (ty_store_get_database (store), info, "ORDER BY 1, 2", &error);
  rows = ty_table_collect (statement, info, &error);
  g_assert_no_error (error);
  g_clear_pointer (&statement, ty_statement_free);
  ty_store_close (store, NULL);
  return rows;
}

static TyRecord *
new_pairing (Fixture *fixture,
             guint    mentee,
             guint    mentor)
{
  TyRecord *pairing = ty_record_new (&ty_pairing_info);

  ty_record_set_integer (pairing, TY_PAIRING_PERSON, fixture->mentees[mentee]);
  ty_record_set_integer (pairing, TY_PAIRING_MENTOR, fixture->mentors[mentor]);
  ty_record_set_integer (pairing, TY_PAIRING_PROGRAMME, fixture->programme);
  return pairing;
}

static void
add_pairing (Fixture *fixture,
             guint    mentee,
             guint    mentor)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  TyPairingEdit edit = { .kind = TY_PAIRING_ADD, .pairings = rows, .day = ty_date_new (2026, 1, 31) };

  g_ptr_array_add (rows, new_pairing (fixture, mentee, mentor));
  do_edit (fixture, &edit);
}

static const TyPlanMentee *
find_mentee (Fixture       *fixture,
             TyPairingPlan *plan,
             guint          number)
{
  return ty_pairing_plan_find_mentee (plan, fixture->mentees[number]);
}

static void
test_needs (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TyPairingPlan) plan = make_plan (fixture, NULL, 0);
  const TyPlanMentee *first = find_mentee (fixture, plan, 0);

  /* The last is neither young nor new. */
  g_assert_cmpuint (ty_pairing_plan_get_mentees (plan)->len, ==, N_MENTEES - 1);
  g_assert_null (find_mentee (fixture, plan, 5));
  g_assert_cmpuint (first->needs->len, ==, 2);
  g_assert_cmpuint (first->urgency, ==, 2);
  g_assert_cmpstr (((TyPairingNeed *) g_ptr_array_index (first->needs, 0))->kind, ==, "new_secretary");
  g_assert_cmpstr (((TyPairingNeed *) g_ptr_array_index (first->needs, 0))->reason, ==, "Secretary since 2026.01");
  g_assert_cmpstr (((TyPairingNeed *) g_ptr_array_index (first->needs, 1))->reason, ==, "Secretary, 31 years old");
  g_assert_cmpuint (find_mentee (fixture, plan, 2)->urgency, ==, 1);
  g_assert_cmpuint (find_mentee (fixture, plan, 4)->needs->len, ==, 1);
}

static void
test_needs_by_hand (Fixture       *fixture,
                    gconstpointer  data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(TyRecord) need = ty_record_new (&ty_need_info);
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;

      ty_record_set_integer (need, TY_NEED_PERSON, fixture->mentees[i == 0 ? 2 : 5]);
      ty_record_set_text (need, TY_NEED_KIND, "young_secretary");
      ty_record_set_text (need, TY_NEED_WAIVED, i == 0 ? "yes" : "no");
      ty_record_set_text (need, TY_NEED_REASON, i == 0 ? "已能独立工作" : "本人申请");
      ty_office_save_row_async (fixture->office, NULL, need, NULL, ty_test_office_keep_result, &result);
      g_assert_true (ty_office_save_row_finish (fixture->office, ty_test_office_await (&result), &error));
    }
  {
    g_autoptr(TyPairingPlan) plan = make_plan (fixture, NULL, 0);

    g_assert_null (find_mentee (fixture, plan, 2));
    g_assert_nonnull (find_mentee (fixture, plan, 5));
    g_assert_cmpstr (((TyPairingNeed *) g_ptr_array_index (find_mentee (fixture, plan, 5)->needs, 0))->reason, ==,
                     "本人申请");
  }
  undo (fixture);
  undo (fixture);
}

/* The best of all assignments by trying them all: first as many as possible of the more urgent, then points. */
static void
try_all (Fixture       *fixture,
         TyPairingPlan *plan,
         guint          number,
         guint         *left,
         gint64         served,
         gint64         points,
         gint64        *best_served,
         gint64        *best_points)
{
  GPtrArray *mentees = ty_pairing_plan_get_mentees (plan);
  GPtrArray *mentors = ty_pairing_plan_get_mentors (plan);
  TyPlanMentee *mentee;

  if (number == mentees->len)
    {
      if (served > *best_served || (served == *best_served && points > *best_points))
        {
          *best_served = served;
          *best_points = points;
        }
      return;
    }
  mentee = g_ptr_array_index (mentees, number);
  try_all (fixture, plan, number + 1, left, served, points, best_served, best_points);
  for (guint i = 0; i < mentors->len; i++)
    {
      TyPlanMentor *mentor = g_ptr_array_index (mentors, i);
      guint load_cost = (guint) ty_pairing_plan_get_rules (plan)->weights[TY_FIT_LOAD] / MAX (mentor->fit.capacity, 1);
      int score;

      if (left[i] == 0 || ty_pairing_plan_explain (plan, mentee, mentor, NULL, &score) != TY_FIT_POSSIBLE)
        continue;
      if ((ty_pairing_plan_get_ties (plan, mentee->fit.person, mentor->fit.person) & TY_FIT_TIE_PAIRED) != 0)
        score += 200;
      left[i]--;
      try_all (fixture, plan, number + 1, left, served + (mentee->urgency >= 2 ? 100 : 1),
               points + score - (int) (load_cost * (mentor->room - left[i] - 1)), best_served, best_points);
      left[i]++;
    }
}

static void
assert_best (Fixture       *fixture,
             TyPairingPlan *plan)
{
  GPtrArray *mentees = ty_pairing_plan_get_mentees (plan);
  GPtrArray *mentors = ty_pairing_plan_get_mentors (plan);
  g_autofree guint *left = g_new0 (guint, mentors->len);
  gint64 best_served = -1, best_points = G_MININT64, served = 0, points = 0;

  for (guint i = 0; i < mentors->len; i++)
    {
      TyPlanMentor *mentor = g_ptr_array_index (mentors, i);
      guint load_cost = (guint) ty_pairing_plan_get_rules (plan)->weights[TY_FIT_LOAD] / MAX (mentor->fit.capacity, 1);

      left[i] = mentor->room;
      for (guint j = 0; j < mentor->assigned; j++)
        points -= (gint64) load_cost * j;
      g_assert_cmpuint (mentor->assigned, <=, mentor->room);
    }
  for (guint i = 0; i < mentees->len; i++)
    {
      TyPlanMentee *mentee = g_ptr_array_index (mentees, i);

      if (mentee->mentor == NULL)
        continue;
      served += mentee->urgency >= 2 ? 100 : 1;
      points += mentee->score + (mentee->state == TY_PLAN_KEPT ? 200 : 0);
      g_assert_cmpint (ty_pairing_plan_explain (plan, mentee, mentee->mentor, NULL, NULL), ==, TY_FIT_POSSIBLE);
    }
  try_all (fixture, plan, 0, left, 0, 0, &best_served, &best_points);
  g_assert_cmpint (served, ==, best_served);
  g_assert_cmpint (points, ==, best_points);
}

static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TyPairingPlan) plan = make_plan (fixture, NULL, 0);
  TyPairingLock lock = { fixture->mentees[2], fixture->mentors[0] };
  guint alone = 0;

  /* Five mentees, four places: the one left over is one of the less urgent, and told why. */
  assert_best (fixture, plan);
  g_assert_cmpuint (ty_pairing_plan_count (plan, TY_PLAN_ALONE), ==, 1);
  for (guint i = 0; i < N_MENTEES - 1; i++)
    {
      const TyPlanMentee *mentee = find_mentee (fixture, plan, i);

      if (mentee->state != TY_PLAN_ALONE)
        continue;
      alone = i;
      g_assert_cmpuint (mentee->urgency, ==, 1);
      g_assert_nonnull (strstr (mentee->reason, "3 mentors would suit"));
    }
  g_assert_true (alone == 2 || alone == 3);

  /* A lock stands above all of it, the rest is as good as it can be. */
  {
    g_autoptr(GAsyncResult) result = NULL;
    g_autoptr(GError) error = NULL;

    ty_office_solve_pairings_async (fixture->office, plan, &lock, 1, NULL, NULL, ty_test_office_keep_result,
                                    &result);
    g_assert_true (ty_office_solve_pairings_finish (fixture->office, ty_test_office_await (&result), &error));
    g_assert_true (find_mentee (fixture, plan, 2)->mentor
                   == ty_pairing_plan_find_mentor (plan, fixture->mentors[0]));
    g_assert_true (find_mentee (fixture, plan, 2)->locked);
  }
}

/* What is taken over ends with the other mentor, and one undo takes all of it back. */
static void
test_apply (Fixture       *fixture,
            gconstpointer  data)
{
  TyPairingLock locks[] = { { fixture->mentees[0], fixture->mentors[1] } };
  g_autoptr(TyPairingPlan) plan = NULL;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GPtrArray) undone = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyPairingEdit edit = { .kind = TY_PAIRING_MOVE, .state = "under_way", .day = ty_date_new (2026, 2, 28) };
  guint n_new = 0;

  add_pairing (fixture, 0, 0);
  before = read_rows (fixture, &ty_pairing_info);
  edit.pairings = before;
  do_edit (fixture, &edit);
  g_clear_pointer (&before, g_ptr_array_unref);
  before = read_rows (fixture, &ty_pairing_info);
  g_assert_cmpstr (ty_record_get_text (g_ptr_array_index (before, 0), TY_PAIRING_UNTIL_DATE), ==, "2028-02-28");

  plan = make_plan (fixture, locks, 1);
  g_assert_cmpint (find_mentee (fixture, plan, 0)->state, ==, TY_PLAN_CHANGED);
  n_new = ty_pairing_plan_count (plan, TY_PLAN_NEW) + 1;
  ty_office_apply_pairings_async (fixture->office, plan, NULL, 0, NULL, ty_test_office_keep_result, &result);
  g_assert_true (ty_office_apply_pairings_finish (fixture->office, ty_test_office_await (&result), NULL, &error));
  after = read_rows (fixture, &ty_pairing_info);
  g_assert_cmpuint (after->len, ==, n_new + 1);
  for (guint i = 0; i < after->len; i++)
    {
      TyRecord *row = g_ptr_array_index (after, i);
      gboolean old = ty_record_get_integer (row, TY_PAIRING_ID)
                     == ty_record_get_integer (g_ptr_array_index (before, 0), TY_PAIRING_ID);

      g_assert_cmpstr (ty_record_get_text (row, TY_PAIRING_STATE), ==, old ? "ended" : "proposed");
      g_assert_cmpstr (ty_record_get_text (row, TY_PAIRING_RESULT), ==, old ? "changed" : NULL);
    }

  /* The same plan again is stale: the pair is not what it was. */
  g_clear_object (&result);
  ty_office_apply_pairings_async (fixture->office, plan, NULL, 0, NULL, ty_test_office_keep_result, &result);
  g_assert_false (ty_office_apply_pairings_finish (fixture->office, ty_test_office_await (&result), NULL, &error));
  g_assert_nonnull (strstr (error->message, "曾小明"));
  undo (fixture);
  undone = read_rows (fixture, &ty_pairing_info);
  g_assert_cmpuint (undone->len, ==, 1);
  g_assert_true (ty_record_equal (g_ptr_array_index (undone, 0), g_ptr_array_index (before, 0)));
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) stale = NULL;
  TyPairingEdit edit = { .day = ty_date_new (2026, 3, 31) };

  add_pairing (fixture, 0, 1);
  add_pairing (fixture, 1, 1);
  rows = read_rows (fixture, &ty_pairing_info);
  stale = g_ptr_array_ref (rows);
  edit.kind = TY_PAIRING_MOVE;
  edit.pairings = rows;
  edit.state = "under_way";
  do_edit (fixture, &edit);
  fail_edit (fixture, &edit, "曾小明", "changed meanwhile");

  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = read_rows (fixture, &ty_pairing_info);
  edit.pairings = rows;
  edit.state = "done";
  fail_edit (fixture, &edit, "曾小明", "with a result");
  edit.kind = TY_PAIRING_WITHDRAW;
  fail_edit (fixture, &edit, "曾小明", "has begun");

  edit.kind = TY_PAIRING_END;
  edit.result = "renewed";
  edit.reason = "双方愿意";
  edit.day = ty_date_new (2026, 3, 1);
  fail_edit (fixture, &edit, "曾小明", "before it began");
  edit.day = ty_date_new (2026, 5, 1);
  do_edit (fixture, &edit);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = read_rows (fixture, &ty_pairing_info);
  g_assert_cmpuint (rows->len, ==, 4);
  for (guint i = 0; i < rows->len; i++)
    {
      TyRecord *row = g_ptr_array_index (rows, i);
      gboolean goes_on = g_strcmp0 (ty_record_get_text (row, TY_PAIRING_STATE), "under_way") == 0;

      g_assert_cmpstr (ty_record_get_text (row, TY_PAIRING_RESULT), ==, goes_on ? NULL : "renewed");
      g_assert_cmpstr (ty_record_get_text (row, goes_on ? TY_PAIRING_FROM_DATE : TY_PAIRING_UNTIL_DATE), ==,
                       "2026-05-01");
    }
  undo (fixture);
  undo (fixture);
  undo (fixture);
  undo (fixture);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = read_rows (fixture, &ty_pairing_info);
  g_assert_cmpuint (rows->len, ==, 0);
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) left = NULL;
  TyPairingEdit edit = { .kind = TY_PAIRING_ADD, .pairings = rows, .day = ty_date_new (2026, 3, 31) };

  add_pairing (fixture, 0, 1);
  g_ptr_array_add (rows, new_pairing (fixture, 1, 1));
  g_ptr_array_add (rows, new_pairing (fixture, 0, 1));
  fail_edit (fixture, &edit, "曾小明", "paired in this programme already");
  ty_record_set_integer (g_ptr_array_index (rows, 1), TY_PAIRING_MENTOR, fixture->mentees[0]);
  fail_edit (fixture, &edit, "曾小明", "own mentor");
  left = read_rows (fixture, &ty_pairing_info);
  g_assert_cmpuint (left->len, ==, 1); /* all or none */
}

/* One talk with two mentees is two rows and one action; a day to come is refused. */
static void
test_talks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TyRecord) talk = ty_record_new (&ty_talk_info);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) talks = NULL;
  g_autoptr(GPtrArray) none = NULL;
  TyPairingEdit edit = { .kind = TY_PAIRING_TALK, .talk = talk };

  add_pairing (fixture, 0, 1);
  add_pairing (fixture, 1, 1);
  rows = read_rows (fixture, &ty_pairing_info);
  edit.pairings = rows;
  ty_record_set_text (talk, TY_TALK_DATE, "2026-04-30");
  ty_record_set_text (talk, TY_TALK_FORM, "talk");
  ty_record_set_text (talk, TY_TALK_TOPICS, "三会一课怎么开");
  do_edit (fixture, &edit);
  talks = read_rows (fixture, &ty_talk_info);
  g_assert_cmpuint (talks->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (ty_record_get_integer (g_ptr_array_index (talks, i), TY_TALK_MENTOR), ==, fixture->mentors[1]);
      g_assert_cmpstr (ty_record_get_text (g_ptr_array_index (talks, i), TY_TALK_TOPICS), ==, "三会一课怎么开");
    }
  undo (fixture);
  none = read_rows (fixture, &ty_talk_info);
  g_assert_cmpuint (none->len, ==, 0);

  ty_record_set_text (talk, TY_TALK_DATE, "2090-01-01");
  {
    g_autoptr(GError) error = NULL;

    g_assert_false (try_edit (fixture, &edit, &error));
    g_assert_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_FUTURE);
  }
}

static guint
count_duties (Fixture    *fixture,
              const char *kind)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyAgenda) agenda = NULL;
  guint n = 0;

  ty_office_load_agenda_async (fixture->office, TRUE, NULL, ty_test_office_keep_result, &result);
  agenda = ty_office_load_agenda_finish (fixture->office, ty_test_office_await (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < agenda->items->len; i++)
    if (g_str_equal (ty_agenda_get (agenda, i)->kind, kind))
      n += ty_agenda_get (agenda, i)->n;
  return n;
}

/* Two talks a month: without any they are overdue, with both they are not, and who rests owes none. */
static void
test_duties (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TyRecord) talk = ty_record_new (&ty_talk_info);
  g_autoptr(TyRecord) pause = ty_record_new (&ty_pairing_pause_info);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TyPairingEdit edit = { .kind = TY_PAIRING_MOVE, .state = "under_way", .day = ty_date_new (2026, 1, 1) };

  ty_office_set_as_of (fixture->office, ty_date_new (2026, 5, 31));
  add_pairing (fixture, 0, 1);
  add_pairing (fixture, 1, 1);
  g_assert_cmpuint (count_duties (fixture, "talks_overdue"), ==, 0); /* only proposed */
  rows = read_rows (fixture, &ty_pairing_info);
  edit.pairings = rows;
  do_edit (fixture, &edit);
  g_assert_cmpuint (count_duties (fixture, "talks_overdue"), ==, 2);

  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = read_rows (fixture, &ty_pairing_info);
  ty_record_set_integer (pause, TY_PAIRING_PAUSE_PERSON, fixture->mentees[0]);
  ty_record_set_integer (pause, TY_PAIRING_PAUSE_MENTOR, fixture->mentors[1]);
  ty_record_set_text (pause, TY_PAIRING_PAUSE_FROM_DATE, "2026-04-01");
  ty_office_save_row_async (fixture->office, NULL, pause, NULL, ty_test_office_keep_result, &result);
  g_assert_true (ty_office_save_row_finish (fixture->office, ty_test_office_await (&result), &error));
  g_assert_cmpuint (count_duties (fixture, "talks_overdue"), ==, 1);
  edit = (TyPairingEdit){ .kind = TY_PAIRING_TALK, .talk = talk, .pairings = rows };
  for (guint i = 0; i < 2; i++)
    {
      ty_record_set_text (talk, TY_TALK_DATE, i == 0 ? "2026-05-04" : "2026-05-20");
      do_edit (fixture, &edit);
    }
  g_assert_cmpuint (count_duties (fixture, "talks_overdue"), ==, 0);

  /* The pairings end after two years; the county thinks of it a month before, and until there is a result. */
  g_assert_cmpuint (count_duties (fixture, "pairing_ends"), ==, 0);
  ty_office_set_as_of (fixture->office, ty_date_new (2027, 12, 15));
  g_assert_cmpuint (count_duties (fixture, "pairing_ends"), ==, 2);
  ty_office_set_as_of (fixture->office, ty_date_new (2028, 6, 1));
  g_assert_cmpuint (count_duties (fixture, "pairing_ends"), ==, 2);
}

static void
add_test (const char *name,
          void      (*func) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ty_test_office_init ();
  add_test ("/services/pairing/needs", test_needs);
  add_test ("/services/pairing/needs-by-hand", test_needs_by_hand);
  add_test ("/services/pairing/best-of-all", test_plan);
  add_test ("/services/pairing/taken-over", test_apply);
  add_test ("/services/pairing/states", test_states);
  add_test ("/services/pairing/refused", test_refusals);
  add_test ("/services/pairing/talks", test_talks);
  add_test ("/services/pairing/duties", test_duties);
  return g_test_run ();
}
