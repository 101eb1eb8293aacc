/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-backup.h"
#include "ty-check.h"
#include "ty-history.h"
#include "ty-store-private.h"
#include "ty-test-county.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What may be opened, by whom, and what is said where it may not. */

#define NOBODY 65534
#define CHECK_LIMIT (32 << 20)

/* The same with a file that is too large to be looked at while it is opened. */
static void
set_up_large (TyTestCounty  *county,
              gconstpointer  data)
{
  ty_test_county_set_up (county, data);
  ty_store_set_check_limit (0);
}

static void
tear_down_large (TyTestCounty  *county,
                 gconstpointer  data)
{
  ty_store_set_check_limit (CHECK_LIMIT);
  ty_test_county_tear_down (county, data);
}

#define ADD_LARGE(path, func) \
  g_test_add (path, TyTestCounty, GINT_TO_POINTER (TRUE), set_up_large, func, tear_down_large)

/* A file is refused in both modes with that error and that advice, and is what it was; nothing is
 * left beside it. */
static void
assert_refused (const char   *path,
                TyStoreError  code,
                const char   *advice)
{
  static const TyStoreMode modes[] = { TY_STORE_READ_ONLY, TY_STORE_READ_WRITE };
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *before = NULL;
  size_t length = 0;
  gboolean there = g_file_get_contents (path, &before, &length, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TyStore) store = ty_store_open (path, modes[i], &error);
      g_autofree char *after = NULL;
      size_t length_after = 0;

      if (error == NULL || error->code != (int) code)
        g_test_message ("%s, mode %d, %d bytes: %s", path, modes[i], (int) length,
                        error != NULL ? error->message : "opened");
      g_assert_null (store);
      g_assert_error (error, TY_STORE_ERROR, (int) code);
      g_assert_nonnull (strstr (error->message, advice));

      g_assert_cmpint (g_file_get_contents (path, &after, &length_after, NULL), ==, there);
      g_assert_cmpmem (after, length_after, before, length);
      for (guint j = 0; j < 3; j++)
        {
          static const char *const endings[] = { "-wal", "-shm", "-journal" };
          g_autofree char *companion = g_strconcat (path, endings[j], NULL);

          g_assert_false (g_file_test (companion, G_FILE_TEST_EXISTS));
        }
    }
}

static char *
close_and_read (TyTestCounty *county,
                size_t       *length)
{
  g_autoptr(GError) error = NULL;
  char *bytes;

  g_assert_true (ty_store_close (county->store, &error));
  g_clear_object (&county->store);
  g_file_get_contents (county->path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
write_file (const char *path,
            const char *bytes,
            size_t      length)
{
  g_autoptr(GError) error = NULL;

  g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
test_cut_off (TyTestCounty  *county,
              gconstpointer  data)
{
  size_t length;
  g_autofree char *bytes = NULL;
  g_autofree char *path = ty_test_county_build_path (county, "cut.touyan");

  ty_test_county_add (county->store, "甲");
  bytes = close_and_read (county, &length);

  for (size_t cut = 0; cut < length; cut += cut < 120 ? 1 : 1021)
    {
      write_file (path, bytes, cut);
      if (cut < 16)
        assert_refused (path, TY_STORE_ERROR_FOREIGN, "Choose another file");
      else
        assert_refused (path, TY_STORE_ERROR_CUT_OFF, "restore the last backup");
    }
  write_file (path, bytes, length - 1);
  assert_refused (path, TY_STORE_ERROR_CUT_OFF, "Copy it again");
}

/* Cut off while the log of the writer still lies beside it: found inside, not from outside. */
static void
test_cut_off_with_log (TyTestCounty  *county,
                       gconstpointer  data)
{
  g_autofree char *path = ty_test_county_build_path (county, "cut.touyan");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *own_log = g_strconcat (county->path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *log_bytes = NULL;
  size_t length, log_length;
  guint n_late = 0;

  ty_test_county_add (county->store, "甲");
  g_assert_true (g_file_get_contents (county->path, &bytes, &length, NULL));
  g_assert_true (g_file_get_contents (own_log, &log_bytes, &log_length, NULL));
  g_assert_cmpuint (log_length, >, 0);

  for (size_t cut = 4096; cut < length; cut += 4096)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TyStore) store = NULL;

      write_file (path, bytes, cut);
      write_file (log, log_bytes, log_length);
      store = ty_store_open (path, TY_STORE_READ_ONLY, &error);
      if (store != NULL && data != NULL)
        {
          n_late++;
          g_assert_false (ty_store_check_structure (store, NULL, &error));
        }
      else
        g_assert_null (store);
      g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, "Restore the last backup"));
    }
  /* The log is long enough for some pages, not for all. */
  g_assert_cmpuint (n_late, <, length / 4096 / 2);
}

static void
test_foreign (TyTestCounty  *county,
              gconstpointer  data)
{
  g_autofree char *path = ty_test_county_build_path (county, "other");
  g_autofree char *folder = ty_test_county_build_path (county, "folder");
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autoptr(TyDatabase) database = NULL;
  g_autoptr(GError) error = NULL;

  assert_refused (path, TY_STORE_ERROR_NOT_FOUND, "Check that it exists");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  assert_refused (folder, TY_STORE_ERROR_NOT_FOUND, "Check that it exists");

  write_file (path, "", 0);
  assert_refused (path, TY_STORE_ERROR_FOREIGN, "Choose another file");
  write_file (path, text, 5000);
  assert_refused (path, TY_STORE_ERROR_FOREIGN, "Choose another file");

  g_assert_cmpint (g_unlink (path), ==, 0);
  database = ty_database_open (path, TY_DATABASE_CREATE, &error);
  g_assert_true (ty_database_exec (database, "PRAGMA application_id = 252006; CREATE TABLE person (id)",
                                   &error));
  g_clear_pointer (&database, ty_database_close);
  assert_refused (path, TY_STORE_ERROR_FOREIGN, "Choose another file");
}

/* A county file on which somebody ran SQL. */
static void
spoil (TyTestCounty *county,
       const char   *path,
       const char   *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyDatabase) database = NULL;

  g_assert_true (ty_backup_write (county->store, path, NULL, &error));
  database = ty_database_open (path, TY_DATABASE_READ_WRITE, &error);
  ty_database_exec (database, sql, &error);
  g_assert_no_error (error);
  ty_database_exec (database, "PRAGMA journal_mode = DELETE", &error);
  g_assert_no_error (error);
}

static void
test_newer (TyTestCounty  *county,
            gconstpointer  data)
{
  g_autofree char *path = ty_test_county_build_path (county, "newer.touyan");

  spoil (county, path, "PRAGMA user_version = 999; CREATE TABLE future (id INTEGER PRIMARY KEY)");
  assert_refused (path, TY_STORE_ERROR_NEWER, "Install that version");
}

/* A version that no program wrote: its tables are not those of it. */
static void
test_wrong_version (TyTestCounty  *county,
                    gconstpointer  data)
{
  static const char *const versions[] = { "PRAGMA user_version = 0", "PRAGMA user_version = -1" };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *path = ty_test_county_build_path (county, "wrong.touyan");
      g_autoptr(GError) error = NULL;
      g_autoptr(TyStore) store = NULL;

      spoil (county, path, versions[i]);
      store = ty_store_open (path, TY_STORE_READ_ONLY, &error);
      g_assert_null (store);
      g_assert_true (error->domain == TY_STORE_ERROR);
      g_clear_error (&error);
      store = ty_store_open (path, TY_STORE_READ_WRITE, &error);
      g_assert_null (store);
      g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_DAMAGED);
    }
}

static void
test_hostile_schema (TyTestCounty  *county,
                     gconstpointer  data)
{
  static const char *const statements[] = {
    "CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM person; END",
    "CREATE TRIGGER sqliteXstat1 AFTER INSERT ON person BEGIN DELETE FROM person; END",
    "CREATE VIEW people AS SELECT * FROM person",
    "CREATE TABLE more (id INTEGER NOT NULL PRIMARY KEY)",
    "CREATE TABLE more (id INTEGER, twice INTEGER GENERATED ALWAYS AS (id * 2))",
    "CREATE INDEX more ON person (phone)",
    "CREATE UNIQUE INDEX more ON person (phone) WHERE phone IS NOT NULL",
    "ALTER TABLE person ADD COLUMN more TEXT",
    "ALTER TABLE person RENAME COLUMN phone TO telephone",
    "ALTER TABLE person DROP COLUMN note",
    "ALTER TABLE honour RENAME TO honours",
    "DROP TABLE honour",
    "DROP INDEX person_name",
    "CREATE VIRTUAL TABLE more USING fts5 (name)",
  };

  ty_test_county_add (county->store, "甲");
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autofree char *name = g_strdup_printf ("hostile-%u.touyan", i);
      g_autofree char *path = ty_test_county_build_path (county, name);

      g_test_message ("%s", statements[i]);
      spoil (county, path, statements[i]);
      assert_refused (path, TY_STORE_ERROR_DAMAGED, "Restore the last backup");
    }
}

/* A page of zeros, as a disk gives that lost a write: seen at the opening, after it where the file is
 * large, or by the check where it is a part of a long value. */
static void
test_lost_page (TyTestCounty  *county,
                gconstpointer  data)
{
  size_t length;
  g_autofree char *bytes = NULL;
  g_autofree char *path = ty_test_county_build_path (county, "lost.touyan");
  g_autofree char *content = NULL;
  guint n_refused = 0;

  ty_test_county_add (county->store, "甲");
  content = ty_test_county_dup_content (county->store);
  bytes = close_and_read (county, &length);
  for (size_t page = 4096; page + 4096 <= length; page += 4096)
    {
      g_autofree char *copy = g_memdup2 (bytes, length);
      g_autoptr(GError) error = NULL;
      g_autoptr(TyStore) store = NULL;
      g_autoptr(GPtrArray) findings = NULL;

      memset (copy + page, 0, 4096);
      write_file (path, copy, length);
      store = ty_store_open (path, TY_STORE_READ_ONLY, &error);
      g_assert_true (store == NULL || ty_store_is_checked (store) == (data == NULL));
      if (store != NULL && ty_store_check_structure (store, NULL, &error))
        {
          findings = ty_check_run (store, NULL);
          if (findings != NULL && findings->len == 0)
            {
              g_autofree char *found = ty_test_county_dup_content (store);

              g_assert_cmpstr (found, ==, content);
            }
          continue;
        }
      n_refused++;
      g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, "Restore the last backup"));
    }
  g_assert_cmpuint (n_refused, >, length / 4096 / 2);
}

static void
test_check_cancelled (TyTestCounty  *county,
                      gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  ty_test_county_reopen (county);
  g_assert_false (ty_store_is_checked (county->store));
  g_cancellable_cancel (cancellable);
  g_assert_false (ty_store_check_structure (county->store, cancellable, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (ty_store_check_structure (county->store, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (ty_store_is_checked (county->store));
}

/* It opens, but no backup is made of it, and one takes its place. */
static void
test_restore (TyTestCounty  *county,
              gconstpointer  data)
{
  g_autofree char *backup = ty_test_county_build_path (county, "backup.touyan");
  g_autofree char *copy = ty_test_county_build_path (county, "copy.touyan");
  g_autofree char *folder = ty_test_county_build_path (county, "backups");
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  size_t length;

  ty_test_county_add (county->store, "甲");
  g_assert_true (ty_backup_write (county->store, backup, NULL, &error));
  bytes = close_and_read (county, &length);
  memset (bytes + length - 3 * 4096, 0x55, 3 * 4096);
  write_file (county->path, bytes, length);

  ty_test_county_reopen (county);
  g_assert_false (ty_backup_write (county->store, copy, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "Restore the last backup"));
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_clear_object (&county->store);

  g_assert_true (ty_backup_restore (county->path, backup, folder, "tester", &error));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  ty_test_county_reopen (county);
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count(*) FROM person"), ==, 1);
  ty_test_county_assert_sound (county->store);
}

/* Two openings. */

static void
assert_alone (TyTestCounty *county)
{
  g_autoptr(GDir) dir = g_dir_open (county->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_test_message ("%s", name);
      g_assert_false (g_str_has_suffix (name, "-wal"));
      g_assert_false (g_str_has_suffix (name, "-shm"));
      g_assert_false (g_str_has_suffix (name, ".lock"));
    }
}

static void
test_read_only_leaves_nothing (TyTestCounty  *county,
                               gconstpointer  data)
{
  size_t length, length_after;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = NULL;

  ty_test_county_add (county->store, "甲");
  before = close_and_read (county, &length);
  assert_alone (county);
  store = ty_store_open (county->path, TY_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ty_test_county_count (store, "SELECT count(*) FROM person"), ==, 1);
  g_assert_true (ty_store_close (store, &error));
  assert_alone (county);
  g_assert_true (g_file_get_contents (county->path, &after, &length_after, NULL));
  g_assert_cmpmem (after, length_after, before, length);
}

static void
test_other_process (TyTestCounty  *county,
                    gconstpointer  data)
{
  g_autofree char *home = ty_test_county_build_path (county, "home");
  g_autofree char *holder = g_strdup_printf ("%s@%s, %d", g_get_user_name (), g_get_host_name (),
                                             (int) getpid ());
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autofree char *content = NULL;
  g_autofree char *content_after = NULL;

  ty_test_county_add (county->store, "甲");
  content = ty_test_county_dup_content (county->store);

  /* It reads what is still only in the writer's log. */
  g_assert_cmpint (ty_test_cli_run (home, &output, NULL, "history", county->path, "--json", NULL), ==, 0);
  g_assert_nonnull (strstr (output, "甲"));
  g_assert_cmpint (ty_test_cli_run (home, NULL, NULL, "check", county->path, NULL), ==, 0);
  /* It does not write, and says who does. */
  g_assert_cmpint (ty_test_cli_run (home, NULL, &errors, "undo", county->path, NULL), ==, 1);
  g_assert_nonnull (strstr (errors, holder));
  g_assert_nonnull (strstr (errors, "opened for reading only"));
  content_after = ty_test_county_dup_content (county->store);
  g_assert_cmpstr (content_after, ==, content);

  g_clear_object (&county->store);
  assert_alone (county);
  g_assert_cmpint (ty_test_cli_run (home, NULL, NULL, "undo", county->path, NULL), ==, 0);
  assert_alone (county);
  ty_test_county_reopen (county);
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count(*) FROM person"), ==, 0);
}

/* In a child: opens the file, writes to it, says so, and waits to be killed. */
static int
hold (const char *path)
{
  g_autoptr(TyStore) store = ty_store_open (path, TY_STORE_READ_WRITE, NULL);

  if (store == NULL)
    return 1;
  ty_test_county_add (store, "乙");
  puts ("held");
  fflush (stdout);
  while (TRUE)
    pause ();
}

static void
test_killed_holder (TyTestCounty  *county,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) child = NULL;
  g_autoptr(TyStore) refused = NULL;
  char answer[8] = "";

  g_clear_object (&county->store);
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "--hold",
                            county->path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_input_stream_read_all (g_subprocess_get_stdout_pipe (child), answer, 5, NULL, NULL,
                                          &error));
  g_assert_cmpstr (answer, ==, "held\n");
  refused = ty_store_open (county->path, TY_STORE_READ_WRITE, &error);
  g_assert_null (refused);
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, g_subprocess_get_identifier (child)));
  g_clear_error (&error);

  g_subprocess_send_signal (child, SIGKILL);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  ty_test_county_reopen (county);
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count(*) FROM person"), ==, 1);
  ty_test_county_assert_sound (county->store);
}

/* A folder that cannot be written. */

/* In a child, as a user who may only read. */
static int
look_from_outside (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = NULL;

  if (getuid () == 0 && (setresgid (NOBODY, NOBODY, NOBODY) != 0
                         || setresuid (NOBODY, NOBODY, NOBODY) != 0))
    return 77;

  store = ty_store_open (path, TY_STORE_READ_WRITE, &error);
  g_assert_null (store);
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "Copy the file to a folder of your own"));
  g_clear_error (&error);

  store = ty_store_open (path, TY_STORE_READ_ONLY, &error);
  if (store == NULL)
    {
      /* A log that cannot be read is told; the file is never shown without it. */
      g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_READ_ONLY);
      g_assert_nonnull (strstr (error->message, "to a folder of your own and open the copy"));
      return 2;
    }
  return ty_test_county_count (store, "SELECT count(*) FROM person") == 1 ? 0 : 1;
}

static int
run_look (TyTestCounty *county)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) child = NULL;

  g_assert_cmpint (g_chmod (county->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (county->folder, 0555), ==, 0);
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--look",
                            county->path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  g_assert_cmpint (g_chmod (county->folder, 0700), ==, 0);
  g_assert_true (g_subprocess_get_if_exited (child));
  return g_subprocess_get_exit_status (child);
}

static void
test_folder_not_writable (TyTestCounty  *county,
                          gconstpointer  data)
{
  int status;

  ty_test_county_add (county->store, "甲");
  g_clear_object (&county->store);
  status = run_look (county);
  if (status == 77)
    {
      g_test_skip ("Root here cannot become another user");
      return;
    }
  g_assert_cmpint (status, ==, 0);
  assert_alone (county);
}

/* The same with a log beside it that holds the only person. */
static void
test_folder_not_writable_with_log (TyTestCounty  *county,
                                   gconstpointer  data)
{
  g_autofree char *log = g_strconcat (county->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (county->path, "-shm", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *kept_log = NULL;
  size_t length, log_length;
  int status;

  ty_test_county_add (county->store, "甲");
  g_assert_true (g_file_get_contents (county->path, &kept, &length, NULL));
  g_assert_true (g_file_get_contents (log, &kept_log, &log_length, NULL));
  g_clear_object (&county->store);
  write_file (county->path, kept, length);
  write_file (log, kept_log, log_length);
  g_assert_cmpint (g_chmod (log, 0444), ==, 0);
  g_assert_false (g_file_test (index, G_FILE_TEST_EXISTS));

  status = run_look (county);
  if (status == 77)
    {
      g_test_skip ("Root here cannot become another user");
      return;
    }
  g_assert_cmpint (status, ==, 2);
}

/* What would be written into it nobody would find. */
static void
test_moved_away (TyTestCounty  *county,
                 gconstpointer  data)
{
  g_autofree char *elsewhere = g_build_filename (county->folder, "elsewhere.touyan", NULL);
  g_autoptr(GError) error = NULL;

  ty_test_county_add (county->store, "甲");
  g_assert_cmpint (g_rename (county->path, elsewhere), ==, 0);
  g_assert_false (ty_store_undo (county->store, "tester", 0, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (ty_test_county_count (county->store, "SELECT count (*) FROM person"), ==, 1);

  /* Another file in its place is not it either. */
  g_assert_true (g_file_set_contents (county->path, "", 0, NULL));
  g_assert_false (ty_store_undo (county->store, "tester", 0, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_cmpint (g_rename (elsewhere, county->path), ==, 0);
  g_assert_true (ty_store_undo (county->store, "tester", 0, NULL, &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--hold") == 0)
    return hold (argv[2]);
  if (argc == 3 && strcmp (argv[1], "--look") == 0)
    return look_from_outside (argv[2]);

  g_test_init (&argc, &argv, NULL);
  TY_TEST_ADD ("/opening/cut-off", test_cut_off);
  TY_TEST_ADD ("/opening/cut-off-with-log", test_cut_off_with_log);
  TY_TEST_ADD ("/opening/foreign", test_foreign);
  TY_TEST_ADD ("/opening/newer", test_newer);
  TY_TEST_ADD ("/opening/wrong-version", test_wrong_version);
  TY_TEST_ADD ("/opening/hostile-schema", test_hostile_schema);
  TY_TEST_ADD ("/opening/lost-page", test_lost_page);
  TY_TEST_ADD ("/opening/moved-away", test_moved_away);
  TY_TEST_ADD ("/opening/read-only-leaves-nothing", test_read_only_leaves_nothing);
  ADD_LARGE ("/opening/large/cut-off", test_cut_off);
  ADD_LARGE ("/opening/large/cut-off-with-log", test_cut_off_with_log);
  ADD_LARGE ("/opening/large/newer", test_newer);
  ADD_LARGE ("/opening/large/wrong-version", test_wrong_version);
  ADD_LARGE ("/opening/large/hostile-schema", test_hostile_schema);
  ADD_LARGE ("/opening/large/lost-page", test_lost_page);
  ADD_LARGE ("/opening/large/check-cancelled", test_check_cancelled);
  ADD_LARGE ("/opening/large/restore", test_restore);
  TY_TEST_ADD ("/opening/other-process", test_other_process);
  TY_TEST_ADD ("/opening/killed-holder", test_killed_holder);
  TY_TEST_ADD ("/opening/folder-not-writable", test_folder_not_writable);
  TY_TEST_ADD ("/opening/folder-not-writable-with-log", test_folder_not_writable_with_log);
  return g_test_run ();
}
