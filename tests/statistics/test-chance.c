/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-chance"

#include "config.h"

#include "test-chance.h"

#include "ty-action-log.h"
#include "ty-unit-table.h"

#include <string.h>

#define N_TOWNSHIPS 4
#define N_VILLAGES 12
#define N_PEOPLE 45

static const char *const days[] = { "2015-01-01", "2016-12-31", "2017-01-01", "2017-11-30", "2017-12-01",
                                    "2018-01-01", "2020-02-28", "2020-02-29", "2020-12-31",
                                    "2021-01-01", "2021-09-30", "2021-10-01", "2021-10-02",
                                    "2021-10-03", "2021-12-30", "2021-12-31", "2022-01-01",
                                    "2026-06-15", "1805-03-01" };

#define PICK(self, list) (list)[g_rand_int_range ((self)->random, 0, G_N_ELEMENTS (list))]

static gboolean
fill (TyStore   *store,
      gpointer   data,
      GError   **error)
{
  TestChance *self = data;
  g_autoptr(TyUnitState) root = ty_unit_table_get_root (ty_store_get_database (store), error);
  gint64 county = ty_record_get_integer (TY_RECORD (root), TY_UNIT_STATE_UNIT);

  g_array_append_val (self->units, county);
  for (guint i = 0; i < N_TOWNSHIPS; i++)
    test_chance_add_unit (self, "township");
  for (guint i = 0; i < N_VILLAGES; i++)
    test_chance_add_unit (self, "village");
  test_chance_add_term (self, 2017);
  test_chance_add_term (self, 2021);
  for (guint i = 0; i < N_PEOPLE; i++)
    test_chance_add_person (self);
  test_chance_add_village_facts (self);
  test_chance_add_pairings (self);
  for (guint i = 0; i < 3; i++)
    test_chance_run (self, "UPDATE person SET merged_into = ?1 WHERE id = ?2 AND ?1 <> ?2", "ii",
                     test_chance_pick_person (self), test_chance_pick_person (self));
  /* Who was merged stays on the lists. */
  for (int list = 1; list <= TEST_CHANCE_LISTS; list++)
    {
      test_chance_run (self, "INSERT INTO person_list VALUES (?1, 'list ' || ?1, ?1, NULL)", "i",
                       (gint64) list);
      test_chance_run (self, "INSERT INTO person_list_member SELECT ?1, id, id % 100, NULL FROM person "
                             "WHERE id % 7 < 2 * ?1", "i", (gint64) list);
    }
  return TRUE;
}

/**
 * test_chance_new:
 * @seed: of the chance
 *
 * Returns: (transfer full): a county
 */
TestChance *
test_chance_new (guint32 seed)
{
  TestChance *self = g_new0 (TestChance, 1);
  TyActionSpec spec = { "tester", "sample", NULL, 0 };
  g_autoptr(GError) error = NULL;

  self->random = g_rand_new_with_seed (seed);
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->units = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->terms = g_array_new (FALSE, FALSE, sizeof (gint64));
  ty_test_county_set_up (&self->county, NULL);
  /* The same keys each time, so that a seed tells all. */
  ty_store_set_writer (self->county.store, 7, &error);
  g_assert_no_error (error);
  ty_store_run (self->county.store, &spec, fill, self, &error);
  g_assert_no_error (error);
  return self;
}

void
test_chance_free (TestChance *self)
{
  ty_test_county_tear_down (&self->county, NULL);
  g_rand_free (self->random);
  g_array_unref (self->people);
  g_array_unref (self->units);
  g_array_unref (self->terms);
  g_free (self);
}

/**
 * test_chance_get_n_seeds:
 * @n: how many counties a test asks for when there is little time
 *
 * Returns: that, or many more where the environment asks for a long run; half of many where only memory is looked at
 */
guint
test_chance_get_n_seeds (guint n)
{
  if (g_getenv ("TY_MEMORY") != NULL)
    return n > 2 ? (n + 1) / 2 : n;
  return g_getenv ("TY_SOAK") != NULL ? 30 * n : n;
}

TyDatabase *
test_chance_get_database (TestChance *self)
{
  return ty_store_get_database (self->county.store);
}

/**
 * test_chance_load:
 * @self: a county
 *
 * Returns: (transfer full): its columns, read anew
 */
TyColumns *
test_chance_load (TestChance *self)
{
  TyDatabase *database = test_chance_get_database (self);
  g_autoptr(GError) error = NULL;
  TyColumns *columns = ty_columns_load (&database, 1, NULL, &error);

  g_assert_no_error (error);
  return columns;
}

/**
 * test_chance_draw_day:
 * @self: a county
 *
 * Returns: a whole ISO day
 */
const char *
test_chance_draw_day (TestChance *self)
{
  return PICK (self, days);
}

/**
 * test_chance_draw_scope:
 * @self: a county
 *
 * Returns: everything, or key of a unit, which may not have existed on a day or never
 */
gint64
test_chance_draw_scope (TestChance *self)
{
  switch (g_rand_int_range (self->random, 0, 12))
    {
    case 0:
    case 1:
    case 2:
      return 0;
    case 3:
      return 4711;
    case 4:
    case 5:
    case 6:
    case 7:
      return g_array_index (self->units, gint64, g_rand_int_range (self->random, 0, N_TOWNSHIPS + 1));
    default:
      return test_chance_pick_unit (self);
    }
}

static char *
dup_unit_key (TestChance *self)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, test_chance_pick_unit (self));
}

/**
 * test_chance_draw_key:
 * @self: a county
 * @dimension: the word of a dimension
 *
 * Returns: (transfer full): key of one of its values; empty for none, or one that it does not have
 */
char *
test_chance_draw_key (TestChance *self,
                      const char *dimension)
{
  static const struct { const char *dimension; const char *keys; } all[] = {
    { "age_band", "le_35 36_45 46_50 51_55 56_60 gt_60" },
    { "sex", "0 1 2 9 5" },
    { "education", "1 2 3 35 37 38 39 11" },
    { "full_time_education", "1 2 3 35 37 38 39" },
    { "in_service_education", "1 2 3 35 37 38 39" },
    { "degree", "2 3 4 1 203" },
    { "ethnicity", "01 03 11 97 xx" },
    { "political", "01 02 03 13 77" },
    { "source", "incumbent veteran able_farmer other unheard_of business_owner volunteer" },
    { "duty", "age_reached age_near unfiled post_ends reserve_ends mentor_ends training_below" },
    { "training", "none below enough" },
    { "appraisal_grade", "excellent good fair poor" },
    { "village_years", "lt_1 1_2 3_4 5_9 ge_10" },
    { "tenure", "lt_1 1_2 3_4 5_9 ge_10" },
    { "post", "D1 D2 C1 J1 P9 QQ D9 T4 P10" },
    { "body", "party village_committee residents_committee supporting township county economic" },
    { "unit_kind", "village community township county city" },
    { "party_form", "branch general_branch committee cell" },
    { "unit_class", "difficult general steady" },
    { "weak_economy", "weak other" },
    { "honoured", "this_year earlier no" },
    { "paired", "yes no" },
    { "programme", "pairs youth none" },
    { "pairing_level", "county township village" },
    { "pairing_form", "one several" },
    { "pairing_result", "graduated renewed changed broken_off" },
    { "mentor_level", "county township village" },
    { "mentor_load", "none one several" },
    { "talk_state", "kept overdue" },
    { "need", "weak_base weak_economy new_secretary young_secretary new_cadre specialist reserve" },
    { "coverage", "served waiting" },
    { "leave_reason", "term_ended resigned transferred promoted unheard_of" },
    { "leave_post", "D1 D2 C1 J1 P9 QQ" },
    { "appointment_how", "elected appointed dispatched unheard_of" },
    { "reserve_post", "D1 D2 C1 xx" },
    { "reserve_way_in", "a b self" },
    { "reserve_way_out", "appointed age own_wish unheard_of" },
    { "reserve_change", "joined left" },
    { "annual_result", "1 2 2B 3" },
    { "course_kind", "rotation class visit unheard_of" },
    { "course_level", "city county township" },
    { "four_ones", "complete incomplete" },
    { "reserve_source", "veteran graduate" },
    { "seat_state", "vacant full" },
    { "reserve_state", "enough few" },
  };

  if (g_rand_int_range (self->random, 0, 6) == 0)
    return g_strdup ("");
  if (g_rand_int_range (self->random, 0, 20) == 0)
    return g_strdup ("it’s none");
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (strcmp (all[i].dimension, dimension) == 0)
      {
        g_auto(GStrv) keys = g_strsplit (all[i].keys, " ", -1);

        return g_strdup (keys[g_rand_int_range (self->random, 0, (int) g_strv_length (keys))]);
      }
  return dup_unit_key (self);
}

static const TyDimension *
draw_dimension (TestChance *self,
                TySubject   subject)
{
  const TyDimension *dimension;

  do
    dimension = ty_dimension_get ((guint) g_rand_int_range (self->random, 0,
                                                            (int) ty_dimension_get_n ()));
  while (!ty_dimension_suits (dimension, subject));
  return dimension;
}

static TyPopulation *
draw_who (TestChance *self,
          TySubject   subject)
{
  TyWho who;

  do
    who = (TyWho) g_rand_int_range (self->random, 0, TY_N_WHO);
  while (ty_who_get_subject (who) != subject);
  return ty_population_new_who (who);
}

static TyPopulation *
draw_condition (TestChance *self,
                TySubject   subject)
{
  TyWho who = subject == TY_SUBJECT_PEOPLE ? TY_WHO_SECRETARIES
              : subject == TY_SUBJECT_VILLAGES ? TY_WHO_VILLAGES : TY_WHO_POSTS;
  TyCondition condition;

  do
    condition = (TyCondition) g_rand_int_range (self->random, 0, TY_N_CONDITIONS);
  while (!ty_condition_suits (condition, who));
  return ty_population_new_condition (condition);
}

static TyPopulation *
draw_value (TestChance *self,
            TySubject   subject)
{
  const TyDimension *dimension = draw_dimension (self, subject);
  g_autofree char *key = test_chance_draw_key (self, dimension->key);

  return ty_population_new_value (dimension, key);
}

/* The last is none. */
static TyPopulation *
draw_list (TestChance *self)
{
  return ty_population_new_list (g_rand_int_range (self->random, 1, TEST_CHANCE_LISTS + 2));
}

static TyPopulation *
draw_elsewhere (TestChance   *self,
                TyPopulation *of)
{
  TyDate as_of = ty_date_from_iso (test_chance_draw_day (self));
  gint64 scope = g_rand_boolean (self->random) ? test_chance_pick_unit (self) : 0;

  if (scope != 0 && g_rand_boolean (self->random))
    as_of = TY_DATE_NONE;
  if (ty_date_is_known (as_of) && g_rand_boolean (self->random))
    as_of.day = 0;
  return ty_population_new_at (as_of, scope, of);
}

static TyPopulation *
draw_narrower (TestChance   *self,
               TyPopulation *of)
{
  const TyDimension *dimension = draw_dimension (self, TY_SUBJECT_VILLAGES);
  g_autofree char *key = test_chance_draw_key (self, dimension->key);

  return ty_population_new_in (dimension, key, of);
}

static TyPopulation *
draw_inner (TestChance *self,
            TySubject   subject,
            guint       depth)
{
  g_autoptr(TyPopulation) a = NULL;
  g_autoptr(TyPopulation) b = NULL;
  int kind = depth == 0 ? g_rand_int_range (self->random, 0, 3) : g_rand_int_range (self->random, 0, 9);

  if (subject == TY_SUBJECT_PEOPLE && kind == 2 && g_rand_int_range (self->random, 0, 4) == 0)
    return draw_list (self);

  if (kind <= 2 && subject == TY_SUBJECT_PEOPLE && g_rand_boolean (self->random))
    return test_chance_draw_test (self);
  if (kind == 0)
    return draw_who (self, subject);
  if (kind == 1)
    return draw_condition (self, subject);
  if (kind == 2)
    return draw_value (self, subject);

  a = draw_inner (self, subject, depth - 1);
  switch (kind)
    {
    case 3:
      return ty_population_new_not (a);
    case 4:
      return draw_elsewhere (self, a);
    case 5:
      return draw_narrower (self, a);
    default:
      b = draw_inner (self, subject, depth - 1);
      return kind == 6 ? ty_population_new_or (a, b) : ty_population_new_and (a, b);
    }
}

/**
 * test_chance_draw_population:
 * @self: a county
 * @subject: people, villages or posts
 * @depth: how deep it is at most
 *
 * Returns: (transfer full): any population of them
 */
TyPopulation *
test_chance_draw_population (TestChance *self,
                             TySubject   subject,
                             guint       depth)
{
  g_autoptr(TyPopulation) inner = draw_inner (self, subject, depth);
  g_autoptr(TyPopulation) who = NULL;

  /* Without a word of whom, it is asked of people. */
  if (subject == TY_SUBJECT_PEOPLE)
    return g_steal_pointer (&inner);

  who = draw_who (self, subject);
  return g_rand_int_range (self->random, 0, 3) == 0 ? ty_population_new_or (who, inner)
                                                    : ty_population_new_and (who, inner);
}
