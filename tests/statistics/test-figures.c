/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-figures"

#include "config.h"

#include "test-world.h"

#include "ty-county.h"
#include "ty-figures.h"
#include "ty-population.h"

#include <glib/gstdio.h>
#include <string.h>

/* The figures of small counties that were drawn by chance, against a slow computation from what was
 * drawn. */

#define N_SEEDS 50

static const char *const days[] = { "2016-12-31", "2017-01-01", "2017-11-30", "2017-12-01",
                                    "2018-01-01", "2020-02-28", "2020-02-29", "2020-12-31",
                                    "2021-01-01", "2021-09-30", "2021-10-01", "2021-10-02",
                                    "2021-10-03", "2021-12-30", "2021-12-31", "2022-01-01",
                                    "2026-06-15" };

typedef struct
{
  TestWorld world;
  TyColumns *columns;
  const char *day;
  gint64 scope;
  guint n_met; /* people in figures, over all: a test in which nobody is counted proves nothing */
} Case;

static GArray *
list (TyView      *view,
      TyWho        who,
      TyCondition  condition)
{
  g_autoptr(TyPopulation) population = ty_population_new_simple (who, condition);

  return ty_population_list (population, view, NULL);
}

static guint
count (TyView      *view,
       TyWho        who,
       TyCondition  condition)
{
  g_autoptr(TyPopulation) population = ty_population_new_simple (who, condition);

  return ty_population_count (population, view, NULL);
}

static void
assert_list (Case         *test,
             TyView       *view,
             TyWho  population,
             TyCondition   condition)
{
  g_autoptr(GArray) people = list (view, population, condition);
  guint n = 0;

  for (guint i = 0; i < TEST_N_PEOPLE; i++)
    {
      const TestPerson *person = &test->world.people[i];
      gboolean there = FALSE;
      gboolean wanted = test_world_is_in (&test->world, person, population, test->day, test->scope)
                        && test_world_meets (&test->world, person, condition, test->day,
                                             test->scope);

      for (guint j = 0; j < people->len; j++)
        there |= g_array_index (people, gint64, j) == person->id;
      g_assert_cmpint (there, ==, wanted);
      n += wanted;
    }
  g_assert_cmpuint (people->len, ==, n);
  g_assert_cmpuint (count (view, population, condition), ==, n);
  test->n_met += n;
}

static void
assert_group (Case                 *test,
              TyView               *view,
              TyWho          population,
              const TyGroupFigures *group)
{
  guint sum = 0;

  for (TyCondition condition = TY_CONDITION_NONE; condition <= TY_CONDITION_CROSS; condition++)
    g_assert_cmpuint (ty_group_figures_get (group, condition), ==,
                      count (view, population, condition));
  g_assert_cmpuint (group->age_known, ==,
                    count (view, population, TY_CONDITION_BIRTH_KNOWN));
  for (guint i = 0; i < TEST_N_PEOPLE; i++)
    if (test_world_is_in (&test->world, &test->world.people[i], population, test->day, test->scope))
      sum += (guint) MAX (test_world_get_age (&test->world.people[i], test->day), 0);
  g_assert_cmpuint (group->age_sum, ==, sum);
}

static void
assert_figures (Case *test)
{
  TyDate as_of = ty_date_from_iso (test->day);
  g_autoptr(TyView) view = ty_view_new (test->columns, as_of, test->scope, 2021, NULL);
  g_autoptr(TyFigures) figures = ty_figures_new (view, 2021);
  const TestWorld *world = &test->world;

  for (TyWho population = 0; population <= TY_WHO_DEPARTED; population++)
    for (TyCondition condition = 0; condition <= TY_CONDITION_BIRTH_KNOWN; condition++)
      assert_list (test, view, population, condition);

  assert_group (test, view, TY_WHO_SECRETARIES, &figures->secretaries);
  assert_group (test, view, TY_WHO_MEMBERS, &figures->members);
  g_assert_cmpuint (figures->specialists, ==,
                    count (view, TY_WHO_SPECIALISTS, TY_CONDITION_NONE));
  g_assert_cmpuint (figures->in_office, ==,
                    count (view, TY_WHO_IN_OFFICE, TY_CONDITION_NONE));
  g_assert_cmpuint (figures->departed, ==,
                    count (view, TY_WHO_DEPARTED, TY_CONDITION_NONE));
  g_assert_cmpuint (figures->villages, ==,
                    test_world_count_villages (world, test->day, test->scope));
  g_assert_cmpuint (figures->retained, ==,
                    test_world_count_batch (world, "retained", test->day, test->scope));
  g_assert_cmpuint (figures->from_reserves, ==,
                    test_world_count_batch (world, "from_reserves", test->day, test->scope));
  g_assert_cmpuint (figures->returned_home, ==,
                    test_world_count_batch (world, "returned_home", test->day, test->scope));
  g_assert_cmpuint (figures->dispatched, ==,
                    test_world_count_batch (world, "dispatched", test->day, test->scope));
}

static gint64
draw_scope (const TestWorld *world,
            GRand           *random)
{
  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      return 0;
    case 1:
      return world->county;
    case 2:
      return world->townships[g_rand_int_range (random, 0, TEST_N_TOWNSHIPS)].id;
    default:
      return world->villages[g_rand_int_range (random, 0, TEST_N_VILLAGES)].id;
    }
}

static guint
check_world (guint32     seed,
             const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "county.touyan", NULL);
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_county_create (path, "石城县", "990101", "tester", &error);
  g_autoptr(TyColumns) columns = NULL;
  TyDatabase *database;
  Case test = { .scope = 0 };

  g_assert_no_error (error);
  test_world_draw (&test.world, random);
  test_world_write (&test.world, store);
  database = ty_store_get_database (store);
  columns = ty_columns_load (&database, 1, NULL, &error);
  g_assert_no_error (error);
  test.columns = columns;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      test.day = days[i];
      test.scope = 0;
      assert_figures (&test);
      for (guint j = 0; j < 3; j++)
        {
          test.scope = draw_scope (&test.world, random);
          g_test_message ("seed %u, %s, scope %" G_GINT64_FORMAT, seed, test.day, test.scope);
          assert_figures (&test);
        }
    }
  ty_store_close (store, NULL);
  g_unlink (path);
  return test.n_met;
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
test_random (void)
{
  g_autofree char *folder = g_dir_make_tmp ("touyan-figures-XXXXXX", NULL);
  guint n_met = 0;

  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    n_met += check_world (seed, folder);

  remove_folder (folder);
  g_assert_cmpuint (n_met, >, 100000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/random", test_random);
  return g_test_run ();
}
