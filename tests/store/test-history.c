/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-backup.h"
#include "ty-changeset.h"
#include "ty-check.h"
#include "ty-history.h"
#include "ty-test-county.h"

#include <string.h>

/* Back to the beginning and forth to the end, with the file closed between the steps. */
static void
test_whole_way (TyTestCounty  *county,
                gconstpointer  data)
{
  g_autoptr(GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (states, ty_test_county_dup_content (county->store));
  for (int i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("人%d", i / 2);
      g_autofree char *phone = g_strdup_printf ("%d", i);

      if (i % 2 == 0)
        ty_test_county_add (county->store, name);
      else
        ty_test_county_set_phone (county->store, name, phone);
      g_ptr_array_add (states, ty_test_county_dup_content (county->store));
    }

  for (int round = 0; round < 2; round++)
    {
      for (int i = 19; i >= 0; i--)
        {
          g_autofree char *content = NULL;

          ty_test_county_reopen (county);
          g_assert_true (ty_store_undo (county->store, "tester", 0, NULL, &error));
          content = ty_test_county_dup_content (county->store);
          g_assert_cmpstr (content, ==, g_ptr_array_index (states, i));
        }
      for (int i = 1; i <= 20; i++)
        {
          g_autofree char *content = NULL;

          ty_test_county_reopen (county);
          g_assert_true (ty_store_redo (county->store, "tester", NULL, &error));
          content = ty_test_county_dup_content (county->store);
          g_assert_cmpstr (content, ==, g_ptr_array_index (states, i));
        }
    }
  ty_test_county_assert_sound (county->store);
}

/* SQLite passes over a table that it does not find, says OK and does nothing: noticed by counting. */
static void
test_lost_table (TyTestCounty  *county,
                 gconstpointer  data)
{
  static const char *const losses[] = {
    "ALTER TABLE person RENAME TO people",
    "PRAGMA foreign_keys = OFF; DROP TABLE person",
    "ALTER TABLE person DROP COLUMN note",
  };

  ty_test_county_add (county->store, "甲");
  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TyDatabase) copy = ty_database_open ("", TY_DATABASE_CREATE, &error);
      g_autoptr(GBytes) changeset = NULL;
      g_autoptr(GBytes) inverse = NULL;

      g_assert_true (ty_backup_copy (ty_store_get_database (county->store), copy, NULL, &error));
      g_assert_true (ty_database_exec (copy, losses[i], &error));
      g_assert_true (ty_database_exec (copy, "BEGIN", &error));
      changeset = ty_history_load_changeset (copy, 2, NULL, &error);
      inverse = ty_changeset_invert (changeset, &error);
      g_assert_false (ty_changeset_apply (copy, inverse, NULL, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }
}

static gboolean
add_education (TyStore   *store,
               gpointer   data,
               GError   **error)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO education (person, id, school) "
                                          "SELECT id, %" G_GINT64_FORMAT ", '县一中' FROM person "
                                          "WHERE name = '%s'", ty_store_mint_id (store),
                                          (const char *) data);

  return ty_database_exec (ty_store_get_database (store), sql, error);
}

/* A later action that only refers to what an older one made stands in its way too, and is named. */
static void
test_later_reference (TyTestCounty  *county,
                      gconstpointer  data)
{
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char *number = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 first = ty_test_county_add (county->store, "甲");

  ty_test_county_add (county->store, "乙");
  g_assert_true (ty_store_run (county->store, &spec, add_education, (gpointer) "甲", &error));
  before = ty_test_county_dup_content (county->store);

  g_assert_false (ty_store_undo (county->store, "tester", first, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONFLICT);
  number = g_strdup_printf ("number %d.", (int) spec.seq);
  g_assert_nonnull (strstr (error->message, number));
  g_clear_error (&error);
  after = ty_test_county_dup_content (county->store);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (ty_store_undo (county->store, "tester", spec.seq, NULL, &error));
  g_assert_true (ty_store_undo (county->store, "tester", first, NULL, &error));
  ty_test_county_assert_sound (county->store);
}

/* What is only noted beside the history, to find things fast, is checked with it. */
static void
test_notes (TyTestCounty  *county,
            gconstpointer  data)
{
  static const char *const spoils[] = {
    "DELETE FROM action_subject WHERE seq = 2",
    "UPDATE action_subject SET id = id + 1 WHERE seq = 2",
    "INSERT INTO action_subject (kind, id, seq) VALUES ('person', 5, 3)",
    "UPDATE writer SET counter = counter - 1",
    "UPDATE writer SET number = number + 1",
  };

  ty_test_county_add (county->store, "甲");
  ty_test_county_add (county->store, "乙");
  ty_test_county_assert_sound (county->store);
  for (guint i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      g_autoptr(GPtrArray) findings = NULL;

      ty_test_county_exec (county->store, spoils[i]);
      findings = ty_check_run (county->store, NULL);
      g_assert_nonnull (findings);
      g_assert_cmpuint (findings->len, >, 0);
      ty_test_county_tear_down (county, data);
      ty_test_county_set_up (county, data);
      ty_test_county_add (county->store, "甲");
      ty_test_county_add (county->store, "乙");
    }
}

/* The keys that were given out. */

static gint64
mint_in_action (TyTestCounty *county)
{
  g_autofree char *name = g_uuid_string_random ();
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM person WHERE name = '%s'", name);

  ty_test_county_add (county->store, name);
  return ty_test_county_count (county->store, sql);
}

static gboolean
mint_and_fail (TyStore   *store,
               gpointer   data,
               GError   **error)
{
  *(gint64 *) data = ty_store_mint_id (store);
  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CANCELLED, "no");
  return FALSE;
}

static void
assert_new (GHashTable *seen,
            gint64      id)
{
  g_assert_cmpint (id, >, 0);
  g_assert_true (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)));
}

static void
test_keys (TyTestCounty  *county,
           gconstpointer  data)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  g_autoptr(GError) error = NULL;
  gint64 id;

  assert_new (seen, mint_in_action (county));
  g_assert_false (ty_store_run (county->store, &spec, mint_and_fail, &id, NULL));
  assert_new (seen, id);
  assert_new (seen, mint_in_action (county));
  g_assert_true (ty_store_undo (county->store, "tester", 0, NULL, &error));
  assert_new (seen, mint_in_action (county));
  ty_test_county_reopen (county);
  assert_new (seen, mint_in_action (county));
  g_assert_true (ty_store_undo (county->store, "tester", 0, NULL, &error));
  ty_test_county_reopen (county);
  assert_new (seen, mint_in_action (county));
}

/* A copy that is written on another machine, and the original: no key twice. */
static void
test_other_machine (TyTestCounty  *county,
                    gconstpointer  data)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GError) error = NULL;
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  gint64 writers, failed;

  assert_new (seen, mint_in_action (county));
  writers = ty_test_county_count (county->store, "SELECT count(*) FROM writer");
  g_assert_cmpint (writers, ==, 1);
  ty_test_county_exec (county->store, "UPDATE writer SET machine = 'another'");

  /* Looking at it changes nothing; an action that fails changes nothing; the first one that is
   * written draws a number, and only that one. */
  ty_test_county_reopen (county);
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count(*) FROM writer"), ==, 1);
  g_assert_false (ty_store_run (county->store, &spec, mint_and_fail, &failed, NULL));
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count(*) FROM writer"), ==, 1);
  assert_new (seen, mint_in_action (county));
  assert_new (seen, mint_in_action (county));
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count(*) FROM writer"), ==, 2);
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count(DISTINCT id >> 32) FROM person"),
                   ==, 2);
  ty_test_county_reopen (county);
  assert_new (seen, mint_in_action (county));
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count(*) FROM writer"), ==, 2);
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count(*) FROM action WHERE writer NOT IN "
                                                        "(SELECT number FROM writer)"), ==, 0);
  ty_test_county_assert_sound (county->store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TY_TEST_ADD ("/history/whole-way", test_whole_way);
  TY_TEST_ADD ("/history/lost-table", test_lost_table);
  TY_TEST_ADD ("/history/later-reference", test_later_reference);
  TY_TEST_ADD ("/history/notes", test_notes);
  TY_TEST_ADD ("/history/keys", test_keys);
  TY_TEST_ADD ("/history/other-machine", test_other_machine);
  return g_test_run ();
}
