/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-roster-list.h"
#include "ty-roster-row.h"
#include "ty-test-office.h"

/* A long roster whose places get other people, as a column view sees it. */

#define N_PEOPLE 5000
#define PAGE 32
#define MAX_PAGES 64
#define N_FIRST 12
#define N_SCREEN 40

typedef struct
{
  guint position;
  guint removed;
  guint added;
} Change;

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  TyRosterList *list;
  GArray *changes;
  guint n_replaced;
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  Change change = { position, removed, added };

  g_array_append_val (fixture->changes, change);
}

static void
replaced_cb (TyRosterList *list,
             Fixture      *fixture)
{
  fixture->n_replaced++;
}

static void
wait_for_list (Fixture *fixture)
{
  gboolean loading = TRUE;

  while (loading)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (fixture->list, "loading", &loading, NULL);
    }
}

static void
show (Fixture    *fixture,
      const char *search,
      TySort      sort,
      gboolean    descending)
{
  const TyRosterQuery query = {
    .who = TY_WHO_IN_OFFICE,
    .search = search,
    .keys = { { sort, descending } },
    .n_keys = 1,
  };

  g_array_set_size (fixture->changes, 0);
  ty_roster_list_set_query (fixture->list, &query);
  wait_for_list (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  *fixture = (Fixture){ 0 };
  fixture->county = ty_test_office_new ();
  ty_test_office_add_crowd (fixture->county, N_PEOPLE);
  fixture->office = ty_test_office_open (fixture->county);
  fixture->list = ty_roster_list_new (fixture->office);
  fixture->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect (fixture->list, "replaced", G_CALLBACK (replaced_cb), fixture);
  show (fixture, NULL, TY_SORT_OFFICIAL, FALSE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->list);
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (fixture->office);
  g_array_unref (fixture->changes);
  ty_test_office_free (fixture->county);
}

static void
assert_change (Fixture *fixture,
               guint    index,
               guint    position,
               guint    removed,
               guint    added)
{
  const Change *change;

  g_assert_cmpuint (fixture->changes->len, >, index);
  change = &g_array_index (fixture->changes, Change, index);
  g_assert_cmpuint (change->position, ==, position);
  g_assert_cmpuint (change->removed, ==, removed);
  g_assert_cmpuint (change->added, ==, added);
}

static void
wait_for_row (TyRosterItem *item,
              gint64        person)
{
  while (ty_roster_item_get_row (item) == NULL
         || ty_roster_row_get_person (ty_roster_item_get_row (item)) != person)
    g_main_context_iteration (NULL, TRUE);
}

static TyRosterItem *
get_item (Fixture *fixture,
          guint    position)
{
  TyRosterItem *item = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);

  wait_for_row (item, ty_roster_list_get_person (fixture->list, position));
  return item;
}

static void
count_cb (TyRosterItem *item,
          gpointer      data)
{
  (*(guint *) data)++;
}

/* Whoever holds an item sees the old row until the new one comes, and is told once. */
static void
test_other_order (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(TyRosterItem) held = get_item (fixture, 70);
  g_autoptr(TyRosterItem) again = NULL;
  TyRosterRow *before = ty_roster_item_get_row (held);
  gint64 first = ty_roster_list_get_person (fixture->list, 70);
  guint n_told = 0;

  ty_roster_item_watch (held, count_cb, &n_told);
  show (fixture, NULL, TY_SORT_NAME, TRUE);
  g_assert_cmpuint (fixture->changes->len, ==, 0);
  g_assert_cmpuint (fixture->n_replaced, ==, 2);
  g_assert_cmpint (ty_roster_list_get_person (fixture->list, 70), !=, first);
  g_assert_true (ty_roster_item_get_row (held) == before);
  wait_for_row (held, ty_roster_list_get_person (fixture->list, 70));
  g_assert_cmpuint (n_told, ==, 1);
  again = g_list_model_get_item (G_LIST_MODEL (fixture->list), 70);
  g_assert_true (again == held);
  ty_roster_item_unwatch (held, count_cb, &n_told);
}

/* Only the end changes where fewer come, or more. */
static void
test_other_length (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(TyRosterItem) held = get_item (fixture, 10);
  guint n;

  show (fixture, "张1", TY_SORT_OFFICIAL, FALSE);
  n = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
  g_assert_cmpuint (n, >, 256);
  g_assert_cmpuint (n, <, N_PEOPLE);
  g_assert_cmpuint (fixture->changes->len, ==, 1);
  assert_change (fixture, 0, n, N_PEOPLE - n, 0);
  wait_for_row (held, ty_roster_list_get_person (fixture->list, 10));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), n));

  show (fixture, NULL, TY_SORT_OFFICIAL, FALSE);
  g_assert_cmpuint (fixture->changes->len, ==, 1);
  assert_change (fixture, 0, n, 0, N_PEOPLE - n);
  wait_for_row (held, ty_roster_list_get_person (fixture->list, 10));
}

/* The places of the few stay where they are. */
static void
test_few_and_many (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(TyRosterItem) held = get_item (fixture, 0);

  show (fixture, "张1234", TY_SORT_OFFICIAL, FALSE);
  g_assert_cmpuint (fixture->changes->len, ==, 1);
  assert_change (fixture, 0, 1, N_PEOPLE - 1, 0);
  wait_for_row (held, ty_roster_list_get_person (fixture->list, 0));
  show (fixture, NULL, TY_SORT_OFFICIAL, FALSE);
  g_assert_cmpuint (fixture->changes->len, ==, 1);
  assert_change (fixture, 0, 1, 0, N_PEOPLE - 1);
  wait_for_row (held, ty_roster_list_get_person (fixture->list, 0));
}

static guint
count_items (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static void
count_notify_cb (TyRosterList *list,
                 GParamSpec   *pspec,
                 guint        *n)
{
  (*n)++;
}

/* Some at once, some for each frame, and all the others when a view makes no more rows. What
 * is asked of all people is answered at any time. */
static void
test_gradual (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_notified = 0;
  guint n = N_FIRST;
  guint position;

  show (fixture, "张1234", TY_SORT_OFFICIAL, FALSE);
  g_assert_false (ty_roster_list_is_growing (fixture->list));
  ty_roster_list_set_gradual (fixture->list, TRUE);
  g_array_set_size (fixture->changes, 0);
  g_signal_connect (fixture->list, "notify::n-people", G_CALLBACK (count_notify_cb), &n_notified);
  show (fixture, NULL, TY_SORT_OFFICIAL, FALSE);
  assert_change (fixture, 0, 1, 0, N_FIRST - 1);
  g_assert_true (ty_roster_list_is_growing (fixture->list));
  g_assert_cmpuint (ty_roster_list_get_n_people (fixture->list), ==, N_PEOPLE);
  g_assert_cmpint (ty_roster_list_get_person (fixture->list, N_PEOPLE - 1), !=, 0);
  g_assert_true (ty_roster_list_find (fixture->list,
                                      ty_roster_list_get_person (fixture->list, 4321), &position));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), N_FIRST));

  while (ty_roster_list_is_growing (fixture->list))
    {
      g_assert_cmpint (ty_roster_list_is_hasty (fixture->list), ==, n < N_SCREEN);
      ty_roster_list_grow (fixture->list);
      g_assert_cmpuint (count_items (fixture), >, n);
      g_assert_true (count_items (fixture) - n <= 4 || n > 205);
      n = count_items (fixture);
    }
  g_assert_cmpuint (n, ==, N_PEOPLE);
  g_assert_cmpuint (fixture->changes->len, <, 256 / 2);
  g_assert_cmpuint (n_notified, ==, 1);

  /* Many who become many do it at once. */
  show (fixture, "张1", TY_SORT_OFFICIAL, FALSE);
  g_assert_false (ty_roster_list_is_growing (fixture->list));
}

/* Of many who become few the rows go little by little: nobody stands in those that are left. */
static void
test_gradual_end (Fixture       *fixture,
                  gconstpointer  data)
{
  guint n;

  ty_roster_list_set_gradual (fixture->list, TRUE);
  show (fixture, "张1234", TY_SORT_OFFICIAL, FALSE);
  g_assert_true (ty_roster_list_is_shrinking (fixture->list));
  g_assert_cmpuint (ty_roster_list_get_n_people (fixture->list), ==, 1);
  n = count_items (fixture);
  g_assert_cmpuint (n, <=, 205);
  g_assert_cmpint (ty_roster_list_get_person (fixture->list, n - 1), ==, 0);
  while (ty_roster_list_is_shrinking (fixture->list))
    {
      g_autoptr(TyRosterItem) last = g_list_model_get_item (G_LIST_MODEL (fixture->list), n - 1);

      g_assert_null (ty_roster_item_get_row (last));
      ty_roster_list_grow (fixture->list);
      g_assert_cmpuint (count_items (fixture), <, n);
      g_assert_cmpuint (n - count_items (fixture), <=, 8);
      n = count_items (fixture);
    }
  g_assert_cmpuint (n, ==, 1);
}

/* Whoever comes while it shrinks is seen in all places. */
static void
test_gradual_turned (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(TyRosterItem) held = get_item (fixture, 100);

  ty_roster_list_set_gradual (fixture->list, TRUE);
  show (fixture, "张1234", TY_SORT_OFFICIAL, FALSE);
  g_assert_cmpuint (count_items (fixture), >, 100);
  show (fixture, "张1", TY_SORT_OFFICIAL, FALSE);
  ty_roster_list_grow_up (fixture->list);
  g_assert_cmpuint (count_items (fixture), ==, ty_roster_list_get_n_people (fixture->list));
  for (guint i = 0; i < 120; i++)
    {
      g_autoptr(TyRosterItem) item = get_item (fixture, i);
      gint64 person;

      g_object_get (item, "person", &person, NULL);
      g_assert_cmpint (person, ==, ty_roster_list_get_person (fixture->list, i));
    }
}

/* Who types on while it grows sees no more rows than were there. */
static void
test_gradual_interrupted (Fixture       *fixture,
                          gconstpointer  data)
{
  ty_roster_list_set_gradual (fixture->list, TRUE);
  show (fixture, "nobody", TY_SORT_OFFICIAL, FALSE);
  ty_roster_list_grow_up (fixture->list);
  g_assert_cmpuint (count_items (fixture), ==, 0);
  show (fixture, NULL, TY_SORT_OFFICIAL, FALSE);
  show (fixture, "张1", TY_SORT_OFFICIAL, FALSE);
  g_assert_cmpuint (fixture->changes->len, ==, 0);
  g_assert_cmpuint (count_items (fixture), ==, N_FIRST);
  g_assert_cmpuint (ty_roster_list_get_n_people (fixture->list), <, N_PEOPLE);
  ty_roster_list_grow (fixture->list);
  ty_roster_list_grow_up (fixture->list);
  g_assert_cmpuint (count_items (fixture), ==, ty_roster_list_get_n_people (fixture->list));
  ty_roster_list_grow_up (fixture->list);
  g_assert_cmpuint (fixture->changes->len, ==, 2);
}

/* An item whose page went is out of reach: its place is to be looked at anew. */
static void
test_left_behind (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(TyRosterItem) held = get_item (fixture, 5);

  for (guint i = 1; i <= MAX_PAGES; i++)
    {
      g_autoptr(TyRosterItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), i * PAGE);

      g_assert_nonnull (item);
    }
  show (fixture, NULL, TY_SORT_NAME, TRUE);
  g_assert_cmpuint (fixture->changes->len, ==, 1);
  assert_change (fixture, 0, 5, 1, 1);
}

/* The page in sight comes before those around it, however late it was asked for. */
static void
test_in_sight (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(TyRosterItem) seen = NULL;
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_others = 0;

  for (guint i = 0; i < 20; i++)
    g_ptr_array_add (others, g_list_model_get_item (G_LIST_MODEL (fixture->list), i * PAGE));
  seen = g_list_model_get_item (G_LIST_MODEL (fixture->list), 30 * PAGE);
  ty_roster_list_set_seen (fixture->list, 30 * PAGE, 30 * PAGE + 20);
  wait_for_row (seen, ty_roster_list_get_person (fixture->list, 30 * PAGE));
  for (guint i = 0; i < others->len; i++)
    n_others += ty_roster_item_get_row (g_ptr_array_index (others, i)) != NULL;
  g_assert_cmpuint (n_others, <, 10);
}

static void
test_not_following (Fixture       *fixture,
                    gconstpointer  data)
{
  gboolean loading = TRUE;

  ty_roster_list_set_following (fixture->list, FALSE);
  ty_office_set_as_of (fixture->office, ty_date_new (2020, 1, 1));
  g_object_get (fixture->list, "loading", &loading, NULL);
  g_assert_false (loading);
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 person = ty_roster_list_get_person (fixture->list, 4321);
  guint position = 0;

  g_assert_true (ty_roster_list_find (fixture->list, person, &position));
  g_assert_cmpuint (position, ==, 4321);
  g_assert_false (ty_roster_list_find (fixture->list, 1, &position));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  ADD ("/places/other-order", test_other_order);
  ADD ("/places/other-length", test_other_length);
  ADD ("/places/few-and-many", test_few_and_many);
  ADD ("/places/gradual", test_gradual);
  ADD ("/places/gradual-end", test_gradual_end);
  ADD ("/places/gradual-turned", test_gradual_turned);
  ADD ("/places/gradual-interrupted", test_gradual_interrupted);
  ADD ("/places/left-behind", test_left_behind);
  ADD ("/places/in-sight", test_in_sight);
  ADD ("/places/not-following", test_not_following);
  ADD ("/places/find", test_find);
  return g_test_run ();
}
