/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-backup-folder.h"
#include "ty-backup.h"
#include "ty-check.h"
#include "ty-content-hash.h"
#include "ty-history.h"
#include "ty-person-table.h"
#include "ty-record-registry.h"
#include "ty-test-county.h"

static gboolean
add_person (TyStore   *store,
            gpointer   data,
            GError   **error)
{
  g_autoptr(TyPerson) person = ty_person_new ();

  ty_record_set_text (TY_RECORD (person), TY_PERSON_NAME, data);
  return ty_person_table_add (store, person, error);
}

static char *
dup_phone (TyStore    *store,
           const char *name)
{
  g_autoptr(GPtrArray) people = ty_person_table_list_by_name (ty_store_get_database (store), name,
                                                              NULL);

  if (people->len == 0)
    return g_strdup ("gone");
  return g_strdup (ty_record_get_text (g_ptr_array_index (people, 0), TY_PERSON_PHONE));
}

static void
assert_phone (TyStore    *store,
              const char *name,
              const char *expected)
{
  g_autofree char *phone = dup_phone (store, name);

  g_assert_cmpstr (phone, ==, expected);
}

/* The tables of the file and the fields of the records say the same. */
static void
test_registry (TyTestCounty  *fixture,
               gconstpointer  data)
{
  TyDatabase *database = ty_store_get_database (fixture->store);
  guint n;
  const TyRecordInfo *const *infos = ty_record_registry_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sql = g_strdup_printf ("PRAGMA table_info(\"%s\")", infos[i]->table);
      g_autoptr(TyStatement) statement = ty_database_prepare (database, sql, NULL);
      guint column = 0;

      while (ty_statement_step (statement, NULL) == TY_STEP_ROW)
        {
          g_assert_cmpuint (column, <, infos[i]->n_fields);
          g_assert_cmpstr (ty_statement_get_text (statement, 1), ==,
                           infos[i]->fields[column].column);
          g_assert_cmpstr (ty_statement_get_text (statement, 2), ==,
                           TY_FIELD_IS_NUMBER (&infos[i]->fields[column]) ? "INTEGER" : "TEXT");
          g_assert_cmpint (ty_statement_get_int (statement, 5) > 0, ==, column < infos[i]->n_keys);
          column++;
        }
      g_assert_cmpuint (column, ==, infos[i]->n_fields);
    }
}

static char *
dup_plan (TyTestCounty *fixture,
          const char   *select)
{
  g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", select, NULL);
  g_autoptr(TyStatement) statement = ty_database_prepare (ty_store_get_database (fixture->store),
                                                          sql, NULL);
  GString *plan = g_string_new (NULL);

  while (ty_statement_step (statement, NULL) == TY_STEP_ROW)
    g_string_append_printf (plan, "%s; ", ty_statement_get_text (statement, 3));
  return g_string_free (plan, FALSE);
}

/* Each table is read in the order of its keys as it lies in the file, without sorting. */
static void
test_order (TyTestCounty  *fixture,
            gconstpointer  data)
{
  guint n;
  const TyRecordInfo *const *infos = ty_record_registry_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GString) sql = g_string_new ("SELECT * FROM ");
      g_autofree char *expected = g_strdup_printf ("SCAN %s; ", infos[i]->table);
      g_autofree char *plan = NULL;

      g_string_append_printf (sql, "\"%s\" ORDER BY ", infos[i]->table);
      for (guint key = 0; key < infos[i]->n_keys; key++)
        g_string_append_printf (sql, "%s\"%s\"", key > 0 ? ", " : "", infos[i]->fields[key].column);
      plan = dup_plan (fixture, sql->str);
      g_assert_cmpstr (plan, ==, expected);
    }
}

/* What refers to a row is found without reading a whole table when the row is deleted. Only terms
 * are so few that it does not matter. */
static void
test_references (TyTestCounty  *fixture,
                 gconstpointer  data)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    ty_store_get_database (fixture->store),
    "SELECT 'SELECT 1 FROM \"' || t.name || '\" WHERE ' || "
    "group_concat ('\"' || f.\"from\" || '\" = ?', ' AND ') FROM sqlite_schema t JOIN pragma_foreign_key_list (t.name) f WHERE t.type = 'table' "
    "AND f.\"table\" <> 'term' GROUP BY t.name, f.id", NULL);
  guint n = 0;

  while (ty_statement_step (statement, NULL) == TY_STEP_ROW)
    {
      g_autofree char *plan = dup_plan (fixture, ty_statement_get_text (statement, 0));

      g_assert_true (g_str_has_prefix (plan, "SEARCH "));
      n++;
    }
  g_assert_cmpuint (n, >, 10);
}

static void
test_undo_redo (TyTestCounty  *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  ty_test_county_add (fixture->store, "甲");
  ty_test_county_set_phone (fixture->store, "甲", "1");
  ty_test_county_set_phone (fixture->store, "甲", "2");

  g_assert_true (ty_store_undo (fixture->store, "tester", 0, NULL, &error));
  assert_phone (fixture->store, "甲", "1");
  ty_test_county_reopen (fixture);
  g_assert_true (ty_store_undo (fixture->store, "tester", 0, NULL, &error));
  assert_phone (fixture->store, "甲", NULL);
  g_assert_true (ty_store_undo (fixture->store, "tester", 0, NULL, &error));
  assert_phone (fixture->store, "甲", "gone");
  g_assert_false (ty_store_undo (fixture->store, "tester", 0, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOTHING);
  g_clear_error (&error);

  ty_test_county_reopen (fixture);
  g_assert_true (ty_store_redo (fixture->store, "tester", NULL, &error));
  g_assert_true (ty_store_redo (fixture->store, "tester", NULL, &error));
  assert_phone (fixture->store, "甲", "1");
  g_assert_true (ty_store_undo (fixture->store, "tester", 0, NULL, &error));
  assert_phone (fixture->store, "甲", NULL);
  g_assert_true (ty_store_redo (fixture->store, "tester", NULL, &error));
  g_assert_true (ty_store_redo (fixture->store, "tester", NULL, &error));
  assert_phone (fixture->store, "甲", "2");
  g_assert_false (ty_store_redo (fixture->store, "tester", NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOTHING);

  ty_test_county_assert_sound (fixture->store);
}

/* A new action ends what could be redone. */
static void
test_redo_ends (TyTestCounty  *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  ty_test_county_add (fixture->store, "甲");
  ty_test_county_set_phone (fixture->store, "甲", "1");
  g_assert_true (ty_store_undo (fixture->store, "tester", 0, NULL, &error));
  ty_test_county_set_phone (fixture->store, "甲", "3");
  g_assert_false (ty_store_redo (fixture->store, "tester", NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOTHING);
  assert_phone (fixture->store, "甲", "3");
}

static void
test_undo_older (TyTestCounty  *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *number = NULL;
  gint64 first, second, third;

  ty_test_county_add (fixture->store, "甲");
  ty_test_county_add (fixture->store, "乙");
  first = ty_test_county_set_phone (fixture->store, "甲", "1");
  second = ty_test_county_set_phone (fixture->store, "乙", "9");
  third = ty_test_county_set_phone (fixture->store, "甲", "2");

  g_assert_false (ty_store_undo (fixture->store, "tester", first, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONFLICT);
  number = g_strdup_printf ("number %d.", (int) third);
  g_assert_nonnull (strstr (error->message, number));
  g_clear_error (&error);
  assert_phone (fixture->store, "甲", "2");

  g_assert_true (ty_store_undo (fixture->store, "tester", second, NULL, &error));
  assert_phone (fixture->store, "乙", NULL);
  g_assert_false (ty_store_undo (fixture->store, "tester", second, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FINAL);
  g_clear_error (&error);
  g_assert_false (ty_store_undo (fixture->store, "tester", 1, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FINAL);
  ty_test_county_assert_sound (fixture->store);
}

static gboolean
add_and_fail (TyStore   *store,
              gpointer   data,
              GError   **error)
{
  g_assert_true (add_person (store, data, error));
  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CANCELLED, "no");
  return FALSE;
}

static gboolean
do_nothing (TyStore   *store,
            gpointer   data,
            GError   **error)
{
  return TRUE;
}

static void
test_all_or_nothing (TyTestCounty  *fixture,
                     gconstpointer  data)
{
  TyDatabase *database = ty_store_get_database (fixture->store);
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) actions = NULL;
  gint64 rows;
  g_autofree char *before = ty_content_hash (database, &rows, NULL);
  g_autofree char *after = NULL;

  g_assert_false (ty_store_run (fixture->store, &spec, add_and_fail, (gpointer) "甲", &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CANCELLED);
  g_assert_true (ty_store_run (fixture->store, &spec, do_nothing, NULL, NULL));
  g_assert_cmpint (spec.seq, ==, 0);

  after = ty_content_hash (database, &rows, NULL);
  g_assert_cmpstr (before, ==, after);
  actions = ty_history_list (database, 0, 100, NULL);
  g_assert_cmpuint (actions->len, ==, 1);
}

static void
test_history (TyTestCounty  *fixture,
              gconstpointer  data)
{
  TyDatabase *database = ty_store_get_database (fixture->store);
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GPtrArray) actions = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  TyChange *change;
  gint64 seq, id;

  ty_test_county_add (fixture->store, "甲");
  ty_test_county_set_phone (fixture->store, "甲", "1");
  seq = ty_test_county_set_phone (fixture->store, "甲", "2");
  changes = ty_history_list_changes (database, seq, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->kind, ==, TY_CHANGE_UPDATE);
  g_assert_cmpuint (change->columns->len, ==, 1);
  g_assert_cmpstr (ty_change_get_value (change, "phone", TRUE), ==, "1");
  g_assert_cmpstr (ty_change_get_value (change, "phone", FALSE), ==, "2");

  people = ty_person_table_list_by_name (database, "甲", NULL);
  id = ty_record_get_integer (g_ptr_array_index (people, 0), TY_PERSON_ID);
  actions = ty_history_list_of (database, "person", id, 100, NULL);
  g_assert_cmpuint (actions->len, ==, 3);
  g_assert_cmpint (ty_action_get_seq (g_ptr_array_index (actions, 0)), ==, seq);
}

static void
test_second_opening (TyTestCounty  *fixture,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) second = ty_store_open (fixture->path, TY_STORE_READ_WRITE, &error);
  g_autoptr(TyStore) reader = NULL;
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };

  g_assert_null (second);
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_BUSY);
  g_clear_error (&error);

  ty_test_county_add (fixture->store, "甲");
  reader = ty_store_open (fixture->path, TY_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_phone (reader, "甲", NULL);
  ty_test_county_set_phone (fixture->store, "甲", "1");
  assert_phone (reader, "甲", "1");
  g_assert_false (ty_store_run (reader, &spec, add_person, (gpointer) "乙", &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_READ_ONLY);
}

/* What somebody changes behind the history's back is found. */
static void
test_tampering (TyTestCounty  *fixture,
                gconstpointer  data)
{
  static const struct { const char *sql; TyFindingKind kind; } cases[] = {
    { "UPDATE person SET phone = '8' WHERE name = '甲'", TY_FINDING_CONTENT },
    { "UPDATE person SET name = '丙' WHERE name = '乙'", TY_FINDING_CONTENT },
    { "DELETE FROM person WHERE name = '乙'", TY_FINDING_CONTENT },
    { "INSERT INTO person (id, name) VALUES (5, '丁')", TY_FINDING_CONTENT },
    { "UPDATE action SET user = 'other' WHERE seq = 2", TY_FINDING_CHAIN },
    { "UPDATE action SET at = '2001-01-01T00:00:00Z' WHERE seq = 3", TY_FINDING_CHAIN },
    { "DELETE FROM action WHERE seq = 2", TY_FINDING_CHAIN },
    { "UPDATE action SET changeset = (SELECT changeset FROM action WHERE seq = 2) WHERE seq = 3",
      TY_FINDING_CHANGES },
    { "UPDATE event SET kind = 'other'", TY_FINDING_CHAIN },
  };

  ty_test_county_add (fixture->store, "甲");
  ty_test_county_add (fixture->store, "乙");
  ty_test_county_set_phone (fixture->store, "甲", "1");
  g_assert_true (ty_store_add_event (fixture->store, "tester", "exported", NULL, NULL));
  ty_test_county_assert_sound (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/copy-%u.touyan", fixture->folder, i);
      g_autoptr(GError) error = NULL;
      g_autoptr(TyStore) copy = NULL;
      g_autoptr(GPtrArray) findings = NULL;
      gboolean found = FALSE;

      g_assert_true (ty_backup_write (fixture->store, path, NULL, &error));
      copy = ty_store_open (path, TY_STORE_READ_WRITE, &error);
      g_assert_no_error (error);
      g_assert_true (ty_database_exec (ty_store_get_database (copy), cases[i].sql, &error));
      findings = ty_check_run (copy, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < findings->len; j++)
        found |= ((TyFinding *) g_ptr_array_index (findings, j))->kind == cases[i].kind;
      if (!found)
        g_test_message ("not found: %s", cases[i].sql);
      g_assert_true (found);
    }
}

/* A file of version 0, which has no tables yet. */
static char *
make_old_file (TyTestCounty *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "old.touyan", NULL);
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d", TY_STORE_APPLICATION_ID);
  g_autoptr(TyDatabase) old = ty_database_open (path, TY_DATABASE_CREATE, NULL);

  g_assert_true (ty_database_exec (old, sql, NULL));
  g_assert_true (ty_database_exec (old, "PRAGMA wal_checkpoint(TRUNCATE)", NULL));
  return g_steal_pointer (&path);
}

/* It is backed up before the first step. */
static void
test_migration (TyTestCounty  *fixture,
                gconstpointer  data)
{
  g_autofree char *path = make_old_file (fixture);
  g_autofree char *folder = ty_backup_folder_get_default (path);
  g_autoptr(GDateTime) last = NULL;
  g_autoptr(TyStore) store = NULL;
  g_autoptr(GError) error = NULL;

  store = ty_store_open (path, TY_STORE_READ_ONLY, &error);
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (ty_backup_folder_get_last (folder));

  store = ty_store_open (path, TY_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  last = ty_backup_folder_get_last (folder);
  g_assert_nonnull (last);
  ty_test_county_add (store, "甲");
}

/* A backup from before a migration can be restored, and is then of today's version. */
static void
test_restore_old (TyTestCounty  *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = make_old_file (fixture);
  g_autofree char *target = g_build_filename (fixture->folder, "new.touyan", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr(TyStore) store = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (ty_backup_restore (target, path, folder, "tester", &error));
  g_assert_no_error (error);
  store = ty_store_open (target, TY_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  ty_test_county_add (store, "甲");
  ty_test_county_assert_sound (store);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *data = g_dir_make_tmp ("touyan-data-XXXXXX", NULL);

  /* Backups go below it. GLib's own isolation of folders leaks. */
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);
  TY_TEST_ADD ("/store/registry", test_registry);
  TY_TEST_ADD ("/store/order", test_order);
  TY_TEST_ADD ("/store/references", test_references);
  TY_TEST_ADD ("/store/undo-redo", test_undo_redo);
  TY_TEST_ADD ("/store/redo-ends", test_redo_ends);
  TY_TEST_ADD ("/store/undo-older", test_undo_older);
  TY_TEST_ADD ("/store/all-or-nothing", test_all_or_nothing);
  TY_TEST_ADD ("/store/history", test_history);
  TY_TEST_ADD ("/store/second-opening", test_second_opening);
  TY_TEST_ADD ("/store/tampering", test_tampering);
  TY_TEST_ADD ("/store/migration", test_migration);
  TY_TEST_ADD ("/store/restore-old", test_restore_old);
  return g_test_run ();
}
