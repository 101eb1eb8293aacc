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

static gboolean
run_statement (TyStore   *store,
               gpointer   data,
               GError   **error)
{
  return ty_database_exec (ty_store_get_database (store), data, error);
}

static gint64
act (TyTestCounty *county,
     const char   *sql)
{
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  g_autoptr(GError) error = NULL;

  ty_store_run (county->store, &spec, run_statement, (gpointer) sql, &error);
  g_assert_no_error (error);
  return spec.seq;
}

static void
assert_stands_against (TyTestCounty *county,
                       gint64        target,
                       gint64        later,
                       const char   *words)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *number = g_strdup_printf ("number %d.", (int) later);
  g_autofree char *before = ty_test_county_dup_content (county->store);
  g_autofree char *after = NULL;

  g_assert_false (ty_store_undo (county->store, "tester", target, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, number));
  after = ty_test_county_dup_content (county->store);
  g_assert_cmpstr (after, ==, before);
}

/* Away and back again, or another field: the values would fit, and yet somebody decided since. */
static void
test_later_row (TyTestCounty  *county,
                gconstpointer  data)
{
  gint64 first, last;

  ty_test_county_add (county->store, "甲");
  first = ty_test_county_set_phone (county->store, "甲", "1");
  ty_test_county_set_phone (county->store, "甲", "2");
  last = ty_test_county_set_phone (county->store, "甲", "1");
  assert_stands_against (county, first, last, "the same records");

  first = act (county, "UPDATE person SET health = '1'");
  last = act (county, "UPDATE person SET skill = '养蜂'");
  assert_stands_against (county, first, last, "the same records");
}

/* What belongs to nobody is found too. */
static void
test_later_setting (TyTestCounty  *county,
                    gconstpointer  data)
{
  gint64 first = act (county, "INSERT INTO setting VALUES ('a/b', '1', 0, 1)");
  gint64 other = act (county, "INSERT INTO setting VALUES ('c', '1', 0, 1)");
  gint64 last = act (county, "UPDATE setting SET value = '2' WHERE key = 'a/b'");
  g_autoptr(GError) error = NULL;

  assert_stands_against (county, first, last, "the same records");
  g_assert_true (ty_store_undo (county->store, "tester", other, NULL, &error));
  ty_test_county_assert_sound (county->store);
}

/* An ID number that was given away meanwhile does not come back. */
static void
test_later_number (TyTestCounty  *county,
                   gconstpointer  data)
{
  gint64 first, last;
  g_autoptr(GError) error = NULL;

  ty_test_county_add (county->store, "甲");
  ty_test_county_add (county->store, "乙");
  act (county, "UPDATE person SET id_number = '990101197801010010' WHERE name = '甲'");
  first = act (county, "UPDATE person SET id_number = NULL WHERE name = '甲'");
  last = act (county, "UPDATE person SET id_number = '990101197801010010' WHERE name = '乙'");
  assert_stands_against (county, first, last, "the ID number");
  g_assert_true (ty_store_undo (county->store, "tester", last, NULL, &error));
  g_assert_true (ty_store_undo (county->store, "tester", first, NULL, &error));
  ty_test_county_assert_sound (county->store);
}

/* What refers to what went meanwhile does not come back either. */
static void
test_later_removal (TyTestCounty  *county,
                    gconstpointer  data)
{
  gint64 first, last;

  act (county, "INSERT INTO term VALUES (5, 2021, NULL, NULL)");
  ty_test_county_add (county->store, "甲");
  act (county, "INSERT INTO appointment (person, id, unit, post) SELECT p.id, 7, "
               "(SELECT min(id) FROM unit), 'D1' FROM person p");
  act (county, "INSERT INTO mandate (person, appointment, term, votes) SELECT id, 7, 5, 0 FROM person");
  first = act (county, "DELETE FROM mandate");
  last = act (county, "DELETE FROM term");
  assert_stands_against (county, first, last, "belong to these");
}

/* To take back an undo is a redo, which undo finds again. */
static void
test_undo_of_undo (TyTestCounty  *county,
                   gconstpointer  data)
{
  gint64 first = ty_test_county_add (county->store, "甲");
  gint64 undo = 0, redo = 0;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyAction) action = NULL;

  ty_test_county_add (county->store, "乙");
  g_assert_true (ty_store_undo (county->store, "tester", first, &undo, &error));
  g_assert_true (ty_store_undo (county->store, "tester", undo, &redo, &error));
  action = ty_history_get (ty_store_get_database (county->store), redo, &error);
  g_assert_cmpstr (ty_action_get_kind (action), ==, "redo");
  g_assert_cmpint (ty_history_find_undo (ty_store_get_database (county->store), &error), ==, redo);
  g_clear_object (&action);
  action = ty_history_get (ty_store_get_database (county->store), undo, &error);
  g_assert_cmpint (ty_action_get_reverted_by (action), ==, redo);
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
  TY_TEST_ADD ("/history/later-row", test_later_row);
  TY_TEST_ADD ("/history/later-setting", test_later_setting);
  TY_TEST_ADD ("/history/later-number", test_later_number);
  TY_TEST_ADD ("/history/later-removal", test_later_removal);
  TY_TEST_ADD ("/history/undo-of-undo", test_undo_of_undo);
  TY_TEST_ADD ("/history/notes", test_notes);
  TY_TEST_ADD ("/history/keys", test_keys);
  TY_TEST_ADD ("/history/other-machine", test_other_machine);
  return g_test_run ();
}
