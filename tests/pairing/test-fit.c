/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-code-list.h"
#include "ty-fit.h"
#include "ty-model.h"

#define SECRETARY 3
#define TOWNSHIP 4

static const TyFitMentee mentee = {
  .person = 1, .needs = 0x7, .industries = 0x10, .village = 100, .township = 10,
  .from = 1000, .until = 1365,
};

static const TyFitMentor mentor = {
  .person = 2, .strengths = 0x3, .industries = 0x30, .village = 0, .township = 10, .level = TOWNSHIP,
  .years = 7, .capacity = 4, .load = 1, .from = G_MININT, .until = G_MAXINT,
};

static gboolean
are_neighbours (gint64   township,
                gint64   other,
                gpointer data)
{
  return ABS (township - other) == 1;
}

static void
assert_points (const TyFitRules  *rules,
               const TyFitMentee *one,
               const TyFitMentor *other,
               TyFitTie           ties,
               TyFitCriterion     criterion,
               int                points)
{
  int contributions[TY_N_FIT_CRITERIA];
  int sum = 0;
  int score = ty_fit_score (rules, one, other, ties, contributions);

  for (guint i = 0; i < TY_N_FIT_CRITERIA; i++)
    sum += contributions[i];
  g_assert_cmpint (sum, ==, score);
  g_assert_cmpint (score, ==, ty_fit_score (rules, one, other, ties, NULL));
  g_assert_cmpint (contributions[criterion], ==, points);
}

static void
test_criteria (void)
{
  TyFitMentor other = mentor;
  TyFitMentee alone = mentee;
  TyFitRules rules;

  ty_fit_rules_init (&rules);
  rules.levels = 1u << TOWNSHIP;
  assert_points (&rules, &mentee, &mentor, 0, TY_FIT_NEEDS, 200);
  assert_points (&rules, &mentee, &mentor, 0, TY_FIT_INDUSTRY, 150);
  assert_points (&rules, &mentee, &mentor, 0, TY_FIT_DISTANCE, 120);
  assert_points (&rules, &mentee, &mentor, 0, TY_FIT_LEVEL, 100);
  assert_points (&rules, &mentee, &mentor, 0, TY_FIT_EXPERIENCE, 70);
  assert_points (&rules, &mentee, &mentor, 0, TY_FIT_LOAD, 38);
  assert_points (&rules, &mentee, &mentor, 0, TY_FIT_CONTINUITY, 0);
  assert_points (&rules, &mentee, &mentor, TY_FIT_TIE_PAIRED, TY_FIT_CONTINUITY, 100);
  assert_points (&rules, &mentee, &mentor, TY_FIT_TIE_SUCCEEDED, TY_FIT_CONTINUITY, 100);
  assert_points (&rules, &mentee, &mentor, TY_FIT_TIE_WISHED_BY_MENTOR, TY_FIT_WISHES, 25);
  assert_points (&rules, &mentee, &mentor, TY_FIT_TIE_WISHED_BY_MENTOR | TY_FIT_TIE_WISHED_BY_MENTEE,
                 TY_FIT_WISHES, 50);

  alone.needs = 0;
  assert_points (&rules, &alone, &mentor, 0, TY_FIT_NEEDS, 0);
  other.years = 30;
  assert_points (&rules, &mentee, &other, 0, TY_FIT_EXPERIENCE, 100);
  other.level = SECRETARY;
  assert_points (&rules, &mentee, &other, 0, TY_FIT_LEVEL, 0);
  other.level = 0;
  assert_points (&rules, &mentee, &other, 0, TY_FIT_LEVEL, 0);
  rules.levels = 0;
  assert_points (&rules, &mentee, &other, 0, TY_FIT_LEVEL, 100);
}

static void
test_distance (void)
{
  TyFitMentor other = mentor;
  TyFitRules rules;

  ty_fit_rules_init (&rules);
  other.village = 100;
  assert_points (&rules, &mentee, &other, 0, TY_FIT_DISTANCE, 150);
  other.village = 101;
  other.township = 11;
  assert_points (&rules, &mentee, &other, 0, TY_FIT_DISTANCE, 0);
  rules.neighbours = are_neighbours;
  assert_points (&rules, &mentee, &other, 0, TY_FIT_DISTANCE, 60);
  other.township = 12;
  assert_points (&rules, &mentee, &other, 0, TY_FIT_DISTANCE, 0);
  other.township = 0;
  assert_points (&rules, &mentee, &other, 0, TY_FIT_DISTANCE, 0);
}

/* Whatever the weights: points add up, and none exceeds its weight. */
static void
test_sum (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (3);

  for (guint round = 0; round < 10000; round++)
    {
      TyFitMentee one = mentee;
      TyFitMentor other = mentor;
      TyFitRules rules;
      TyFitTie ties = (TyFitTie) g_rand_int_range (random, 0, 128);
      int contributions[TY_N_FIT_CRITERIA];
      int sum = 0;
      int score;

      ty_fit_rules_init (&rules);
      for (guint i = 0; i < TY_N_FIT_CRITERIA; i++)
        rules.weights[i] = g_rand_int_range (random, 0, TY_FIT_MAX_WEIGHT + 1);
      one.needs = g_rand_int (random) & 0xFF;
      other.strengths = g_rand_int (random) & 0xFF;
      other.years = (guint) g_rand_int_range (random, 0, 40);
      other.capacity = (guint) g_rand_int_range (random, 0, 7);
      other.load = (guint) g_rand_int_range (random, 0, 7);
      score = ty_fit_score (&rules, &one, &other, ties, contributions);
      for (guint i = 0; i < TY_N_FIT_CRITERIA; i++)
        {
          g_assert_cmpint (contributions[i], >=, 0);
          g_assert_cmpint (contributions[i], <=, rules.weights[i]);
          sum += contributions[i];
        }
      g_assert_cmpint (sum, ==, score);
    }
}

static void
test_obstacles (void)
{
  TyFitMentor other = mentor;
  TyFitRules rules;

  ty_fit_rules_init (&rules);
  g_assert_cmpint (ty_fit_find_obstacle (&rules, &mentee, &mentor, 0), ==, TY_FIT_POSSIBLE);
  g_assert_cmpint (ty_fit_find_obstacle (&rules, &mentee, &mentor, TY_FIT_TIE_EXCLUDED), ==,
                   TY_FIT_EXCLUDED);
  g_assert_cmpint (ty_fit_find_obstacle (&rules, &mentee, &mentor, TY_FIT_TIE_RELATIVE), ==,
                   TY_FIT_RELATIVE);
  g_assert_cmpint (ty_fit_find_obstacle (&rules, &mentee, &mentor, TY_FIT_TIE_SUPERIOR), ==,
                   TY_FIT_SUPERIOR);
  rules.superior_allowed = TRUE;
  g_assert_cmpint (ty_fit_find_obstacle (&rules, &mentee, &mentor, TY_FIT_TIE_SUPERIOR), ==,
                   TY_FIT_POSSIBLE);

  rules.levels = 1u << SECRETARY;
  g_assert_cmpint (ty_fit_find_obstacle (&rules, &mentee, &mentor, 0), ==, TY_FIT_POSSIBLE);
  rules.levels_only = TRUE;
  g_assert_cmpint (ty_fit_find_obstacle (&rules, &mentee, &mentor, 0), ==, TY_FIT_LEVEL_OTHER);
  rules.levels = 0;

  /* The day on which one ends is no longer a day together. */
  other.until = mentee.from;
  g_assert_cmpint (ty_fit_find_obstacle (&rules, &mentee, &other, 0), ==, TY_FIT_PERIOD);
  other.until++;
  g_assert_cmpint (ty_fit_find_obstacle (&rules, &mentee, &other, 0), ==, TY_FIT_POSSIBLE);
  other.load = other.capacity;
  g_assert_cmpint (ty_fit_find_obstacle (&rules, &mentee, &other, 0), ==, TY_FIT_FULL);
  other.person = mentee.person;
  g_assert_cmpint (ty_fit_find_obstacle (&rules, &mentee, &other, 0), ==, TY_FIT_SELF);
}

static void
test_words (void)
{
  TyFitRules rules;
  int sum = 0;

  ty_fit_rules_init (&rules);
  g_assert_true (ty_fit_rules_say_anything (&rules));
  for (guint i = 0; i < TY_N_FIT_CRITERIA; i++)
    {
      TyFitCriterion criterion;

      g_assert_true (ty_fit_criterion_parse (ty_fit_criterion_to_string (i), &criterion));
      g_assert_cmpint (criterion, ==, i);
      g_assert_nonnull (ty_fit_criterion_get_label (i));
      sum += rules.weights[i];
      rules.weights[i] = 0;
    }
  g_assert_cmpint (sum, ==, 1000);
  g_assert_false (ty_fit_rules_say_anything (&rules));
  for (guint i = 0; i < TY_N_FIT_OBSTACLES; i++)
    g_assert_nonnull (ty_fit_obstacle_get_label (i));
}

/* Weights are stored by keys of a code list, and needs name strengths. */
static void
test_codes (void)
{
  TyCodeList *criteria = ty_code_list_get_shipped ("fit_criterion");
  TyCodeList *needs = ty_code_list_get_shipped ("need_kind");
  TyCodeList *strengths = ty_code_list_get_shipped ("strength");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (criteria)), ==, TY_N_FIT_CRITERIA);
  for (guint i = 0; i < TY_N_FIT_CRITERIA; i++)
    g_assert_nonnull (ty_code_list_lookup (criteria, ty_fit_criterion_to_string (i)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (strengths)), <=, 64);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (needs)); i++)
    {
      g_autoptr(TyCode) need = g_list_model_get_item (G_LIST_MODEL (needs), i);
      g_auto(GStrv) wanted = g_strsplit (ty_code_get_attribute (need, "strengths"), ";", -1);

      g_assert_nonnull (wanted[0]);
      for (guint j = 0; wanted[j] != NULL; j++)
        g_assert_nonnull (ty_code_list_lookup (strengths, wanted[j]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ty_model_init ();
  g_test_add_func ("/fit/criteria", test_criteria);
  g_test_add_func ("/fit/distance", test_distance);
  g_test_add_func ("/fit/sum", test_sum);
  g_test_add_func ("/fit/obstacles", test_obstacles);
  g_test_add_func ("/fit/words", test_words);
  g_test_add_func ("/fit/codes", test_codes);
  return g_test_run ();
}
