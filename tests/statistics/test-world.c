/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-world"

#include "config.h"

#include "test-world.h"

#include "ty-action-log.h"
#include "ty-appointment.h"
#include "ty-education.h"
#include "ty-mandate.h"
#include "ty-person-table.h"
#include "ty-table.h"
#include "ty-term.h"
#include "ty-unit-state.h"
#include "ty-unit-table.h"

#include <stdlib.h>
#include <string.h>

/* Dates close to each other, whole and in part, so that borders meet often. */
static const char *const dates[] = { "", "2017", "2017-12", "2018-01-01", "2020-02-29", "2021",
                                     "2021-09-30", "2021-10", "2021-10-01", "2021-10-02",
                                     "2021-12-31", "2022-01" };
static const char *const posts[] = { "D1", "D1", "D1", "D2", "D3", "D4", "D5", "D6", "C1", "C1", "C2",
                                     "C3", "J1", "J2", "J3", "S1", "S2", "E1", "E2", "X1", "X2", "X3",
                                     "P2", "P5", "P9" };
static const char *const levels[] = { "11", "12", "1A", "1B", "21", "22", "23", "31", "32", "33", "34",
                                      "35", "36", "37", "38", "39", NULL };
static const char *const outcomes[] = { "graduated", "graduated", "completed", "incomplete",
                                        "studying", NULL };
static const char *const modes[] = { "fulltime", "fulltime", "inservice", NULL };
static const char *const sexes[] = { "1", "2", "2", "0", "9", NULL };
static const char *const batches[] = { "retained", "from_reserves", "returned_home", "dispatched",
                                       NULL };

#define PICK(random, list) (list)[g_rand_int_range ((random), 0, G_N_ELEMENTS (list))]

static char *
dup_whole (const char *date)
{
  if (strlen (date) == 4)
    return g_strconcat (date, "-01-01", NULL);
  return strlen (date) == 7 ? g_strconcat (date, "-01", NULL) : g_strdup (date);
}

static gboolean
holds_on (const char *from,
          const char *until,
          const char *day)
{
  g_autofree char *first = dup_whole (from);
  g_autofree char *end = dup_whole (until);

  return (*first == '\0' || strcmp (first, day) <= 0) && (*end == '\0' || strcmp (end, day) > 0);
}

static void
draw_period (GRand       *random,
             const char **from,
             const char **until)
{
  guint first = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (dates));
  guint last = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (dates));
  g_autofree char *a = dup_whole (dates[first]);
  g_autofree char *b = dup_whole (dates[last]);
  gboolean open = *a == '\0' || *b == '\0' || strcmp (a, b) < 0;

  *from = dates[first];
  *until = open ? dates[last] : "";
}

static void
draw_village (TestUnit *unit,
              GRand    *random)
{
  static const char *const borders[] = { "2018-01-01", "2020-02-29", "2021-10" };
  int township = g_rand_int_range (random, 0, TEST_N_TOWNSHIPS);

  /* Begun late, moved, renamed in place, or closed. */
  unit->n_states = 1;
  unit->states[0] = (TestState){ g_rand_boolean (random) ? "" : "2017-12", "", township };
  while (unit->n_states < TEST_N_STATES && g_rand_int_range (random, 0, 3) == 0)
    {
      const char *border = borders[unit->n_states];

      unit->states[unit->n_states - 1].until = border;
      unit->states[unit->n_states] = (TestState){ border, "",
                                                  g_rand_int_range (random, 0, TEST_N_TOWNSHIPS) };
      unit->n_states++;
    }
  if (g_rand_int_range (random, 0, 4) == 0)
    unit->states[unit->n_states - 1].until = "2021-10-02";
}

static void
draw_birth (TestPerson *person,
            GRand      *random)
{
  int year = g_rand_int_range (random, 0, 12) == 0 ? 2021 : g_rand_int_range (random, 1965, 1992);
  int month = g_rand_int_range (random, 1, 13);
  int day = g_rand_int_range (random, 1, 29);

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      *person->birth = '\0';
      break;
    case 1:
      g_snprintf (person->birth, sizeof person->birth, "%04d", year);
      break;
    case 2:
      g_snprintf (person->birth, sizeof person->birth, "%04d-%02d-%02d", year, month, day);
      break;
    default:
      g_snprintf (person->birth, sizeof person->birth, "%04d-%02d", year, month);
    }
}

static void
draw_person (TestPerson *person,
             GRand      *random)
{
  person->sex = PICK (random, sexes);
  draw_birth (person, random);
  person->n_posts = (guint) g_rand_int_range (random, 0, TEST_N_POSTS + 1);
  for (guint i = 0; i < person->n_posts; i++)
    {
      TestPost *post = &person->posts[i];

      /* Mostly in one village, so that there are dual roles. */
      post->village = i > 0 && g_rand_int_range (random, 0, 3) > 0
                        ? person->posts[0].village
                        : (guint) g_rand_int_range (random, 0, TEST_N_VILLAGES);
      post->post = PICK (random, posts);
      draw_period (random, &post->from, &post->until);
      post->batch = PICK (random, batches);
    }
  person->n_studies = (guint) g_rand_int_range (random, 0, TEST_N_STUDIES + 1);
  for (guint i = 0; i < person->n_studies; i++)
    person->studies[i] = (TestStudy){ PICK (random, modes), PICK (random, levels),
                                      PICK (random, outcomes), PICK (random, dates) };
}

/**
 * test_world_draw:
 * @self: (out): a county
 * @random: the source of chance
 */
void
test_world_draw (TestWorld *self,
                 GRand     *random)
{
  memset (self, 0, sizeof *self);
  for (guint i = 0; i < TEST_N_TOWNSHIPS; i++)
    {
      self->townships[i].n_states = 1;
      self->townships[i].states[0] = (TestState){ "", "", -1 };
    }
  for (guint i = 0; i < TEST_N_VILLAGES; i++)
    draw_village (&self->villages[i], random);
  for (guint i = 0; i < TEST_N_PEOPLE; i++)
    draw_person (&self->people[i], random);
}

static void
set_text (TyRecord   *record,
          guint       field,
          const char *text)
{
  ty_record_set_text (record, field, text != NULL && *text != '\0' ? text : NULL);
}

static void
write_unit (TestWorld *self,
            TyStore   *store,
            TestUnit  *unit,
            const char *level)
{
  for (guint i = 0; i < unit->n_states; i++)
    {
      const TestState *drawn = &unit->states[i];
      g_autoptr(TyUnitState) state = ty_unit_state_new ();
      TyRecord *record = TY_RECORD (state);
      g_autoptr(GError) error = NULL;

      set_text (record, TY_UNIT_STATE_FROM_DATE, drawn->from);
      set_text (record, TY_UNIT_STATE_UNTIL_DATE, drawn->until);
      ty_record_set_integer (record, TY_UNIT_STATE_PARENT,
                             drawn->township < 0 ? self->county
                                                 : self->townships[drawn->township].id);
      ty_record_take_text (record, TY_UNIT_STATE_NAME, g_strdup_printf ("%s-%u", level, i));
      ty_record_set_text (record, TY_UNIT_STATE_LEVEL, level);
      ty_record_set_text (record, TY_UNIT_STATE_KIND, level);
      if (i == 0)
        {
          ty_unit_table_add (store, state, &error);
          unit->id = ty_record_get_integer (record, TY_UNIT_STATE_UNIT);
        }
      else
        {
          ty_record_set_integer (record, TY_UNIT_STATE_UNIT, unit->id);
          ty_record_set_integer (record, TY_UNIT_STATE_ID, ty_store_mint_id (store));
          ty_table_insert (ty_store_get_database (store), record, &error);
        }
      g_assert_no_error (error);
    }
}

static void
insert (TyStore  *store,
        TyRecord *record)
{
  g_autoptr(GError) error = NULL;

  ty_table_insert (ty_store_get_database (store), record, &error);
  g_assert_no_error (error);
}

static gint64
write_term (TyStore *store,
            gint64   year)
{
  g_autoptr(TyTerm) term = ty_term_new ();
  gint64 id = ty_store_mint_id (store);

  ty_record_set_integer (TY_RECORD (term), TY_TERM_ID, id);
  ty_record_set_integer (TY_RECORD (term), TY_TERM_YEAR, year);
  insert (store, TY_RECORD (term));
  return id;
}

static void
write_mandate (TyStore    *store,
               TestPerson *person,
               TestPost   *post,
               gint64      term,
               const char *batch)
{
  g_autoptr(TyMandate) mandate = ty_mandate_new ();
  TyRecord *record = TY_RECORD (mandate);

  ty_record_set_integer (record, TY_MANDATE_PERSON, person->id);
  ty_record_set_integer (record, TY_MANDATE_APPOINTMENT, post->id);
  ty_record_set_integer (record, TY_MANDATE_TERM, term);
  ty_record_set_text (record, TY_MANDATE_BATCH, batch);
  insert (store, record);
}

static void
write_post (TestWorld  *self,
            TyStore    *store,
            TestPerson *person,
            TestPost   *post)
{
  g_autoptr(TyAppointment) appointment = ty_appointment_new ();
  TyRecord *record = TY_RECORD (appointment);

  post->id = ty_store_mint_id (store);
  ty_record_set_integer (record, TY_APPOINTMENT_ID, post->id);
  ty_record_set_integer (record, TY_APPOINTMENT_PERSON, person->id);
  ty_record_set_integer (record, TY_APPOINTMENT_UNIT, self->villages[post->village].id);
  ty_record_set_text (record, TY_APPOINTMENT_POST, post->post);
  set_text (record, TY_APPOINTMENT_FROM_DATE, post->from);
  set_text (record, TY_APPOINTMENT_UNTIL_DATE, post->until);
  insert (store, record);
}

static void
write_study (TyStore         *store,
             TestPerson      *person,
             const TestStudy *study)
{
  g_autoptr(TyEducation) education = ty_education_new ();
  TyRecord *record = TY_RECORD (education);

  ty_record_set_integer (record, TY_EDUCATION_PERSON, person->id);
  ty_record_set_integer (record, TY_EDUCATION_ID, ty_store_mint_id (store));
  ty_record_set_text (record, TY_EDUCATION_MODE, study->mode);
  ty_record_set_text (record, TY_EDUCATION_LEVEL, study->level);
  ty_record_set_text (record, TY_EDUCATION_OUTCOME, study->outcome);
  set_text (record, TY_EDUCATION_UNTIL_DATE, study->until);
  insert (store, record);
}

static void
write_person (TyStore    *store,
              TestPerson *person)
{
  g_autoptr(TyPerson) record = ty_person_new ();
  g_autoptr(GError) error = NULL;

  ty_record_set_text (TY_RECORD (record), TY_PERSON_NAME, "某人");
  ty_record_set_text (TY_RECORD (record), TY_PERSON_SEX, person->sex);
  set_text (TY_RECORD (record), TY_PERSON_BIRTH, person->birth);
  ty_person_table_add (store, record, &error);
  g_assert_no_error (error);
  person->id = ty_record_get_integer (TY_RECORD (record), TY_PERSON_ID);
}

static gboolean
write_all (TyStore   *store,
           gpointer   data,
           GError   **error)
{
  TestWorld *self = data;
  g_autoptr(TyUnitState) root = ty_unit_table_get_root (ty_store_get_database (store), error);
  gint64 older = write_term (store, 2017);
  gint64 term = write_term (store, 2021);

  g_assert_nonnull (root);
  self->county = ty_record_get_integer (TY_RECORD (root), TY_UNIT_STATE_UNIT);
  for (guint i = 0; i < TEST_N_TOWNSHIPS; i++)
    write_unit (self, store, &self->townships[i], "township");
  for (guint i = 0; i < TEST_N_VILLAGES; i++)
    write_unit (self, store, &self->villages[i], "village");
  for (guint i = 0; i < TEST_N_PEOPLE; i++)
    {
      TestPerson *person = &self->people[i];

      write_person (store, person);
      for (guint j = 0; j < person->n_studies; j++)
        write_study (store, person, &person->studies[j]);
      for (guint j = 0; j < person->n_posts; j++)
        {
          write_post (self, store, person, &person->posts[j]);
          write_mandate (store, person, &person->posts[j], older, "retained");
          if (person->posts[j].batch != NULL)
            write_mandate (store, person, &person->posts[j], term, person->posts[j].batch);
        }
    }
  return TRUE;
}

/**
 * test_world_write:
 * @self: a county that was drawn; it gets the keys
 * @store: an empty county file
 */
void
test_world_write (TestWorld *self,
                  TyStore   *store)
{
  TyActionSpec spec = { "tester", "sample", NULL, 0 };
  g_autoptr(GError) error = NULL;

  ty_store_run (store, &spec, write_all, self, &error);
  g_assert_no_error (error);
}

/* Whether the village existed on the day, in the scope; a scope of 0 is everything. */
static gboolean
is_village_in (const TestWorld *self,
               guint            village,
               const char      *day,
               gint64           scope)
{
  const TestUnit *unit = &self->villages[village];

  for (guint i = 0; i < unit->n_states; i++)
    if (holds_on (unit->states[i].from, unit->states[i].until, day))
      return scope == 0 || scope == self->county || scope == unit->id
             || scope == self->townships[unit->states[i].township].id;

  return FALSE;
}

static gboolean
is_one_of (const char *post,
           const char *list)
{
  g_autofree char *marked = g_strconcat (" ", post, " ", NULL);

  return strstr (list, marked) != NULL;
}

static gboolean
holds_one_of (const TestWorld  *self,
              const TestPerson *person,
              const char       *list,
              int               village,
              const char       *day,
              gint64            scope)
{
  for (guint i = 0; i < person->n_posts; i++)
    {
      const TestPost *post = &person->posts[i];

      if ((village < 0 || post->village == (guint) village) && holds_on (post->from, post->until, day)
          && (list == NULL || is_one_of (post->post, list))
          && is_village_in (self, post->village, day, scope))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_departed (const TestWorld  *self,
              const TestPerson *person,
              const char       *day,
              gint64            scope)
{
  gboolean ended = FALSE;

  for (guint i = 0; i < person->n_posts; i++)
    {
      const TestPost *post = &person->posts[i];
      g_autofree char *end = dup_whole (post->until);

      if (holds_on (post->from, post->until, day))
        return FALSE;
      ended |= *end != '\0' && strcmp (end, day) <= 0
               && (scope == 0 || is_village_in (self, post->village, day, scope));
    }
  return ended;
}

#define SECRETARY " D1 "
#define HEADS " C1 J1 "
#define PARTY " D1 D2 D3 D4 D5 D6 "
#define COMMITTEE " C1 C2 C3 J1 J2 J3 "
#define MEMBERS " D1 D2 D3 D4 D5 D6 C1 C2 C3 J1 J2 J3 "

/**
 * test_world_is_in:
 * @self: a county
 * @person: one of its people
 * @population: who
 * @day: a whole ISO day
 * @scope: key of a unit, or 0
 *
 * Returns: whether the person belongs to the population
 */
gboolean
test_world_is_in (const TestWorld  *self,
                  const TestPerson *person,
                  TyWho      population,
                  const char       *day,
                  gint64            scope)
{
  static const char *const lists[] = {
    [TY_WHO_IN_OFFICE] = NULL,           [TY_WHO_SECRETARIES] = SECRETARY,
    [TY_WHO_HEADS] = HEADS,              [TY_WHO_MEMBERS] = MEMBERS,
    [TY_WHO_SPECIALISTS] = " P9 ",
  };

  if (population == TY_WHO_DEPARTED)
    return has_departed (self, person, day, scope);
  return holds_one_of (self, person, lists[population], -1, day, scope);
}

/**
 * test_world_get_age:
 * @person: a person
 * @day: a whole ISO day
 *
 * Returns: full years, by months; -1 where unknown or not born
 */
int
test_world_get_age (const TestPerson *person,
                    const char       *day)
{
  int months;

  if (*person->birth == '\0')
    return -1;

  months = (atoi (day) - atoi (person->birth)) * 12 + atoi (day + 5)
           - (strlen (person->birth) > 4 ? atoi (person->birth + 5) : 1);
  return months < 0 ? -1 : months / 12;
}

static gboolean
has_studied (const TestPerson *person,
             const char       *levels_wanted,
             gboolean          full_time,
             const char       *day)
{
  for (guint i = 0; i < person->n_studies; i++)
    {
      const TestStudy *study = &person->studies[i];

      if (study->level != NULL && is_one_of (study->level, levels_wanted)
          && g_strcmp0 (study->outcome, "graduated") == 0
          && (!full_time || g_strcmp0 (study->mode, "fulltime") == 0)
          && (*study->until == '\0' || holds_on (study->until, "", day)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_both (const TestWorld  *self,
          const TestPerson *person,
          const char       *one,
          const char       *other,
          const char       *day,
          gint64            scope)
{
  for (int i = 0; i < TEST_N_VILLAGES; i++)
    if (holds_one_of (self, person, one, i, day, scope)
        && holds_one_of (self, person, other, i, day, scope))
      return TRUE;

  return FALSE;
}

/* Whether the person is a secretary in the scope who came from there in 2021. */
static gboolean
comes_from (const TestWorld  *self,
            const TestPerson *person,
            const char       *batch,
            const char       *day,
            gint64            scope)
{
  for (guint i = 0; i < person->n_posts; i++)
    {
      const TestPost *post = &person->posts[i];

      if (is_one_of (post->post, SECRETARY) && g_strcmp0 (post->batch, batch) == 0
          && holds_on (post->from, post->until, day)
          && is_village_in (self, post->village, day, scope))
        return TRUE;
    }
  return FALSE;
}

/**
 * test_world_meets:
 * @self: a county
 * @person: one of its people
 * @condition: what is asked
 * @day: a whole ISO day
 * @scope: key of a unit, or 0
 *
 * Returns: whether the person meets it
 */
gboolean
test_world_meets (const TestWorld  *self,
                  const TestPerson *person,
                  TyCondition       condition,
                  const char       *day,
                  gint64            scope)
{
  int age = test_world_get_age (person, day);

  switch (condition)
    {
    case TY_CONDITION_NONE:
      return TRUE;
    case TY_CONDITION_AGE_LE_35:
      return age >= 0 && age < 36;
    case TY_CONDITION_AGE_LE_45:
      return age >= 0 && age < 46;
    case TY_CONDITION_AGE_LE_50:
      return age >= 0 && age < 51;
    case TY_CONDITION_BIRTH_KNOWN:
      return age >= 0;
    case TY_CONDITION_COLLEGE:
      return has_studied (person, " 11 12 1A 1B 21 22 23 31 32 33 34 ", FALSE, day);
    case TY_CONDITION_BACHELOR:
      return has_studied (person, " 11 12 1A 1B 21 22 23 ", TRUE, day);
    case TY_CONDITION_FEMALE:
      return g_strcmp0 (person->sex, "2") == 0;
    case TY_CONDITION_DUAL_ROLE:
      return has_both (self, person, SECRETARY, HEADS, day, scope);
    case TY_CONDITION_CROSS:
      return has_both (self, person, PARTY, COMMITTEE, day, scope);
    case TY_CONDITION_RETAINED:
      return comes_from (self, person, "retained", day, scope);
    case TY_CONDITION_FROM_RESERVES:
      return comes_from (self, person, "from_reserves", day, scope);
    case TY_CONDITION_RETURNED_HOME:
      return comes_from (self, person, "returned_home", day, scope);
    case TY_CONDITION_DISPATCHED:
      return comes_from (self, person, "dispatched", day, scope);
    default:
      g_assert_not_reached ();
    }
}

/**
 * test_world_count_villages:
 * @self: a county
 * @day: a whole ISO day
 * @scope: key of a unit, or 0
 *
 * Returns: how many villages have somebody in the two committees
 */
guint
test_world_count_villages (const TestWorld *self,
                           const char      *day,
                           gint64           scope)
{
  guint n = 0;

  for (int i = 0; i < TEST_N_VILLAGES; i++)
    for (guint j = 0; j < TEST_N_PEOPLE; j++)
      if (holds_one_of (self, &self->people[j], MEMBERS, i, day, scope))
        {
          n++;
          break;
        }
  return n;
}

/**
 * test_world_count_batch:
 * @self: a county
 * @batch: key of a batch
 * @day: a whole ISO day
 * @scope: key of a unit, or 0
 *
 * Returns: how many secretaries came from there in 2021
 */
guint
test_world_count_batch (const TestWorld *self,
                        const char      *batch,
                        const char      *day,
                        gint64           scope)
{
  guint n = 0;

  for (guint i = 0; i < TEST_N_PEOPLE; i++)
    n += comes_from (self, &self->people[i], batch, day, scope);

  return n;
}
