/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-office-person.h"
#include "ty-roster-list.h"
#include "ty-test-office.h"

#define N_PEOPLE 5000
#define PAGE 32
#define MAX_PAGES 64

typedef struct
{
  TyTestOffice *county;
  TyOffice *office;
  TyRosterList *list;
  guint n_changes;
  guint removed;
  guint added;
  guint n_failed;
} Fixture;

static const TyRosterQuery everybody = { TY_WHO_IN_OFFICE, TY_CONDITION_NONE, NULL,
    { { TY_SORT_OFFICIAL, FALSE } }, 1 };

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, position + added);
  fixture->n_changes++;
  fixture->removed = removed;
  fixture->added = added;
}

static void
failed_cb (TyRosterList *list,
           const GError *error,
           Fixture      *fixture)
{
  fixture->n_failed++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  *fixture = (Fixture){ 0 };
  fixture->county = ty_test_office_new ();
  ty_test_office_add_crowd (fixture->county, GPOINTER_TO_UINT (data));
  fixture->office = ty_test_office_open (fixture->county);
  fixture->list = ty_roster_list_new (fixture->office);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect (fixture->list, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->list != NULL)
    g_assert_finalize_object (fixture->list);
  if (fixture->office != NULL)
    {
      ty_test_office_close (fixture->office);
      g_assert_finalize_object (fixture->office);
    }
  g_assert_cmpuint (ty_test_office_count_threads ("ty-writer"), ==, 0);
  g_assert_cmpuint (ty_test_office_count_threads ("ty-reader"), ==, 0);
  ty_test_office_free (fixture->county);
}

static gboolean
is_loading (gpointer object)
{
  gboolean loading = FALSE;

  g_object_get (object, "loading", &loading, NULL);
  return loading;
}

static void
wait_until_loaded (gpointer object)
{
  while (is_loading (object))
    g_main_context_iteration (NULL, TRUE);
}

static void
show_everybody (Fixture *fixture)
{
  ty_roster_list_set_query (fixture->list, &everybody);
  g_assert_true (is_loading (fixture->list));
  wait_until_loaded (fixture->list);
}

static TyRosterItem *
get_item (Fixture *fixture,
          guint    position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
}

static void
assert_row (TyRosterItem *item,
            gint64        person)
{
  g_autoptr(TyRosterRow) row = NULL;

  wait_until_loaded (item);
  g_object_get (item, "row", &row, NULL);
  g_assert_nonnull (row);
  g_assert_cmpint (ty_roster_row_get_person (row), ==, person);
}

static void
test_paging (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TyRosterItem) first = NULL;
  g_autoptr(TyRosterItem) again = NULL;
  g_autoptr(TyRosterItem) last = NULL;
  guint position = 0;
  guint n_items = 0;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  show_everybody (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpuint (fixture->removed, ==, 0);
  g_assert_cmpuint (fixture->added, ==, N_PEOPLE);
  g_object_get (fixture->list, "n-items", &n_items, NULL);
  g_assert_cmpuint (n_items, ==, N_PEOPLE);

  first = get_item (fixture, 0);
  g_assert_true (is_loading (first));
  again = get_item (fixture, 0);
  g_assert_true (first == again);
  assert_row (first, ty_roster_list_get_person (fixture->list, 0));

  last = get_item (fixture, N_PEOPLE - 1);
  g_object_get (last, "position", &position, NULL);
  g_assert_cmpuint (position, ==, N_PEOPLE - 1);
  assert_row (last, ty_roster_list_get_person (fixture->list, N_PEOPLE - 1));
  g_assert_null (get_item (fixture, N_PEOPLE));
  g_assert_cmpint (ty_roster_list_get_person (fixture->list, N_PEOPLE), ==, 0);
}

/* Holding one page by using it again, while the others go by. */
static void
test_eviction (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(TyRosterItem) kept = NULL;
  TyRosterItem *evicted;
  TyRosterItem *item;

  show_everybody (fixture);
  evicted = get_item (fixture, PAGE);
  g_object_add_weak_pointer (G_OBJECT (evicted), (gpointer *) &evicted);
  g_object_unref (evicted);
  kept = get_item (fixture, 0);
  for (guint i = 2; i < MAX_PAGES; i++)
    {
      item = get_item (fixture, i * PAGE);
      g_object_unref (item);
    }
  g_assert_nonnull (evicted);
  item = get_item (fixture, 0);
  g_assert_true (item == kept);
  g_object_unref (item);

  item = get_item (fixture, MAX_PAGES * PAGE);
  g_object_unref (item);
  g_assert_null (evicted);
  item = get_item (fixture, 0);
  g_assert_true (item == kept);
  g_object_unref (item);

  /* An item that is still looked at when its page goes is only left alone. */
  for (guint i = 2; i < N_PEOPLE / PAGE; i++)
    {
      ty_roster_list_set_seen (fixture->list, i * PAGE, i * PAGE);
      item = get_item (fixture, i * PAGE);
      wait_until_loaded (item);
      g_object_unref (item);
    }
  item = get_item (fixture, 0);
  g_assert_true (item != kept);
  assert_row (item, ty_roster_list_get_person (fixture->list, 0));
  g_object_unref (item);
}

static void
save_person (TyOffice   *office,
                   gint64      person,
                   const char *name)
{
  g_autoptr(GAsyncResult) loaded = NULL;
  g_autoptr(GAsyncResult) saved = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPersonFile) file = NULL;

  ty_office_load_person_async (office, person, NULL, ty_test_office_keep_result, &loaded);
  file = ty_office_load_person_finish (office, ty_test_office_await (&loaded), &error);
  g_assert_no_error (error);
  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_PHONE, "19900001234");
  ty_record_set_text (TY_RECORD (file->person), TY_PERSON_NAME, name);
  ty_office_save_person_async (office, file->person, NULL, ty_test_office_keep_result, &saved);
  ty_office_save_person_finish (office, ty_test_office_await (&saved), &error);
  g_assert_no_error (error);
}

static void
count_notify_cb (GObject    *object,
                 GParamSpec *pspec,
                 guint      *n)
{
  (*n)++;
}

static void
test_refresh_in_place (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(TyRosterItem) item = NULL;
  g_autoptr(TyRosterItem) same = NULL;
  g_autoptr(TyRosterRow) row = NULL;
  g_autofree char *phone = NULL;
  guint n_rows = 0;

  show_everybody (fixture);
  item = get_item (fixture, 0);
  wait_until_loaded (item);
  g_signal_connect (item, "notify::row", G_CALLBACK (count_notify_cb), &n_rows);

  /* The name keeps its place in the order. */
  save_person (fixture->office, ty_roster_list_get_person (fixture->list, 0), "张0");
  while (n_rows == 0 && fixture->n_changes == 1)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpuint (n_rows, ==, 1);
  same = get_item (fixture, 0);
  g_assert_true (item == same);
  g_object_get (item, "row", &row, NULL);
  g_object_get (row, "phone", &phone, NULL);
  g_assert_cmpstr (phone, ==, "199****1234");
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  TyRosterQuery query = everybody;
  g_autofree char *search = g_strdup ("张12");
  g_autoptr(TyRosterItem) item = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));

  show_everybody (fixture);
  n = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
  query.search = search;
  ty_roster_list_set_query (fixture->list, &query);
  memset (search, 'x', strlen (search));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, n);
  wait_until_loaded (fixture->list);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  /* 12 and 120 to 129 of 200. */
  g_assert_cmpuint (fixture->removed, ==, n - 11);
  g_assert_cmpuint (fixture->added, ==, 0);
  item = get_item (fixture, 10);
  assert_row (item, ty_roster_list_get_person (fixture->list, 10));

  /* The last question counts. */
  query.search = "nobody";
  ty_roster_list_set_query (fixture->list, &query);
  ty_roster_list_set_query (fixture->list, &everybody);
  wait_until_loaded (fixture->list);
  g_assert_cmpuint (fixture->n_changes, ==, 3);
  g_assert_cmpuint (fixture->added, ==, n - 11);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
}

static void
test_follows_office (Fixture       *fixture,
                     gconstpointer  data)
{
  show_everybody (fixture);
  ty_office_set_as_of (fixture->office, ty_date_new (2020, 1, 1));
  g_assert_true (is_loading (fixture->list));
  wait_until_loaded (fixture->list);
  g_assert_cmpuint (fixture->added, ==, 0);
  g_assert_cmpuint (fixture->n_changes, ==, 2);

  ty_office_set_as_of (fixture->office, ty_date_new (2022, 1, 1));
  wait_until_loaded (fixture->list);
  g_assert_cmpuint (fixture->added, ==, GPOINTER_TO_UINT (data));

  ty_test_office_close (fixture->office);
  g_assert_cmpuint (fixture->added, ==, 0);
  g_assert_false (is_loading (fixture->list));
  g_assert_cmpuint (fixture->n_failed, ==, 0);
}

static void
test_dispose_while_loading (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(TyRosterItem) item = NULL;

  show_everybody (fixture);
  item = get_item (fixture, 0);
  ty_roster_list_reload (fixture->list);
  g_assert_true (is_loading (item));
  g_assert_true (is_loading (fixture->list));
  g_assert_finalize_object (g_steal_pointer (&fixture->list));

  /* The answers come to nobody; afterwards nothing holds the office. */
  ty_test_office_close (fixture->office);
  g_assert_finalize_object (g_steal_pointer (&fixture->office));
}

static void
test_before_query (Fixture       *fixture,
                   gconstpointer  data)
{
  ty_office_set_as_of (fixture->office, ty_date_new (2020, 1, 1));
  g_assert_false (is_loading (fixture->list));
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
add (const char *path,
     guint       n_people,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, GUINT_TO_POINTER (n_people), set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  ty_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  add ("/roster-list/paging", N_PEOPLE, test_paging);
  add ("/roster-list/eviction", N_PEOPLE, test_eviction);
  add ("/roster-list/refresh-in-place", 200, test_refresh_in_place);
  add ("/roster-list/replace", 200, test_replace);
  add ("/roster-list/follows-office", 200, test_follows_office);
  add ("/roster-list/dispose-while-loading", N_PEOPLE, test_dispose_while_loading);
  add ("/roster-list/before-query", 200, test_before_query);
  return g_test_run ();
}
