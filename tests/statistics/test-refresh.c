/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-refresh"

#include "config.h"

#include "test-answers.h"
#include "test-chance.h"

#include "ty-action-log.h"

#include <string.h>

/* After any action, the columns that read again what it touched say the same as those that read
 * everything; and who still asks the generation before gets the answers of before. */

#define N_WORLDS 4
#define N_STEPS 30
#define N_PLACES 2

typedef struct
{
  TyColumns *columns;
  TyNameIndex *names;
  char *rows;
  char *figures;
} Generation;

typedef struct
{
  TestChance *chance;
  TyViews *views;   /* of the generations that come out of each other */
  const char *days[N_PLACES];
  gint64 scopes[N_PLACES];
} Case;

static TyNameIndex *
load_names (Case        *test,
            TyColumns   *columns,
            TyNameIndex *before)
{
  g_autoptr(GError) error = NULL;
  TyNameIndex *names = ty_name_index_load (columns, test_chance_get_database (test->chance), before, NULL,
                                           &error);

  g_assert_no_error (error);
  return names;
}

static void
generation_clear (Generation *self)
{
  g_clear_pointer (&self->columns, ty_columns_unref);
  g_clear_pointer (&self->names, ty_name_index_unref);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->figures, g_free);
}

static void
take_answers (Case       *test,
              Generation *self,
              TyViews    *views)
{
  self->rows = test_answers_dup_rows (self->columns, self->names);
  self->figures = test_answers_dup_figures (self->columns, self->names, views, test->days, test->scopes,
                                            N_PLACES);
}

static Generation
load (Case *test)
{
  g_autoptr(TyViews) views = ty_views_new ();
  Generation self = { test_chance_load (test->chance), NULL, NULL, NULL };

  self.names = load_names (test, self.columns, NULL);
  take_answers (test, &self, views);
  return self;
}

static Generation
refresh (Case       *test,
         Generation *before)
{
  g_autoptr(GError) error = NULL;
  Generation self = { ty_columns_refresh (before->columns, test_chance_get_database (test->chance), &error),
                      NULL, NULL, NULL };

  g_assert_no_error (error);
  self.names = load_names (test, self.columns, before->names);
  take_answers (test, &self, test->views);
  return self;
}

static void
assert_unchanged (Case       *test,
                  Generation *self)
{
  g_autoptr(TyViews) views = ty_views_new ();
  Generation again = { ty_columns_ref (self->columns), ty_name_index_ref (self->names), NULL, NULL };

  take_answers (test, &again, views);
  test_answers_assert_same (self->rows, again.rows);
  test_answers_assert_same (self->figures, again.figures);
  generation_clear (&again);
}

/* What stands beside the columns is read again only where its tables changed. */
static void
assert_same_marks (TyColumns *fresh,
                   TyColumns *refreshed)
{
  for (TyMarkKind kind = 0; kind < TY_N_MARK_KINDS; kind++)
    {
      GArray *wanted = ty_marks_get_rows (ty_columns_get_marks (fresh), kind);
      GArray *found = ty_marks_get_rows (ty_columns_get_marks (refreshed), kind);

      g_assert_cmpuint (found->len, ==, wanted->len);
      for (guint i = 0; i < found->len; i++)
        {
          const TyMarkRow *a = &g_array_index (wanted, TyMarkRow, i);
          const TyMarkRow *b = &g_array_index (found, TyMarkRow, i);

          g_assert_true (a->owner == b->owner && a->number == b->number && a->key == b->key
                         && ty_date_compare (a->from, b->from) == 0 && ty_date_compare (a->until, b->until) == 0);
        }
    }
}

static void
step (Case       *test,
      Generation *current)
{
  Generation fresh, next;

  for (int n = g_rand_int_range (test->chance->random, 1, 4); n > 0; n -= 2)
    g_test_message ("  %s", test_chance_act (test->chance));
  next = refresh (test, current);
  fresh = load (test);
  test_answers_assert_same (fresh.rows, next.rows);
  test_answers_assert_same (fresh.figures, next.figures);
  assert_same_marks (fresh.columns, next.columns);
  generation_clear (&fresh);
  if (g_rand_int_range (test->chance->random, 0, 4) == 0)
    assert_unchanged (test, current);
  generation_clear (current);
  *current = next;
}

static void
test_actions (void)
{
  for (guint32 seed = 1; seed <= test_chance_get_n_seeds (N_WORLDS); seed++)
    {
      g_autoptr(TestChance) chance = test_chance_new (seed);
      g_autoptr(TyViews) views = ty_views_new ();
      Case test = { .chance = chance, .views = views };
      Generation first, current;

      g_test_message ("seed %u", seed);
      for (guint i = 0; i < N_PLACES; i++)
        {
          test.days[i] = test_chance_draw_day (chance);
          test.scopes[i] = i == 0 ? 0 : test_chance_draw_scope (chance);
        }
      first = load (&test);
      current = load (&test);
      for (guint i = 0; i < N_STEPS; i++)
        step (&test, &current);
      assert_unchanged (&test, &first);
      generation_clear (&first);
      generation_clear (&current);
    }
}

/* Where nothing was done, the generation is the same. */
static void
test_nothing (void)
{
  g_autoptr(TestChance) chance = test_chance_new (1);
  g_autoptr(TyColumns) columns = test_chance_load (chance);
  g_autoptr(GError) error = NULL;
  g_autoptr(TyColumns) same = ty_columns_refresh (columns, test_chance_get_database (chance), &error);

  g_assert_no_error (error);
  g_assert_true (same == columns);
}

static gboolean
delete_all (TyStore   *store,
            gpointer   data,
            GError   **error)
{
  return ty_database_exec (ty_store_get_database (store),
                           "DELETE FROM pairing_pause; DELETE FROM pairing_review; DELETE FROM milestone; "
                           "DELETE FROM talk; DELETE FROM pairing; DELETE FROM need; "
                           "DELETE FROM exclusion; DELETE FROM wish; DELETE FROM mentor_strength; "
                           "DELETE FROM attendance; DELETE FROM appraisal; "
                           "DELETE FROM mandate; DELETE FROM appointment; DELETE FROM education; "
                           "DELETE FROM background; DELETE FROM reserve; DELETE FROM mentor; "
                           "DELETE FROM person_list_member; "
                           "DELETE FROM honour; DELETE FROM penalty; DELETE FROM resume_entry; "
                           "DELETE FROM family_member; DELETE FROM annual_result; "
                           "UPDATE person SET merged_into = NULL; DELETE FROM person", error);
}

/* Everybody goes and comes back. */
static void
test_nobody (void)
{
  g_autoptr(TestChance) chance = test_chance_new (1);
  g_autoptr(TyColumns) columns = test_chance_load (chance);
  TyDatabase *database = test_chance_get_database (chance);
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  g_autoptr(TyColumns) nobody = NULL, again = NULL;
  g_autofree char *before = test_answers_dup_rows (columns, NULL);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  ty_store_run (chance->county.store, &spec, delete_all, NULL, &error);
  g_assert_no_error (error);
  nobody = ty_columns_refresh (columns, database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ty_columns_get_n_people (nobody), ==, 0);
  g_assert_cmpuint (ty_columns_get_n_chunks (nobody), ==, 0);

  ty_store_undo (chance->county.store, "tester", 0, NULL, &error);
  g_assert_no_error (error);
  again = ty_columns_refresh (nobody, database, &error);
  g_assert_no_error (error);
  after = test_answers_dup_rows (again, NULL);
  /* But for the sequence of the last action. */
  test_answers_assert_same (strchr (before, ','), strchr (after, ','));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refresh/nothing", test_nothing);
  g_test_add_func ("/refresh/nobody", test_nobody);
  g_test_add_func ("/refresh/actions", test_actions);
  return g_test_run ();
}
