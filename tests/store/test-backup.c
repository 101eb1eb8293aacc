/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-action-log.h"
#include "ty-backup-folder.h"
#include "ty-backup.h"
#include "ty-test-county.h"

#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

static char *
dup_content_of (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyStore) store = ty_store_open (path, TY_STORE_READ_ONLY, &error);

  g_assert_no_error (error);
  ty_test_county_assert_sound (store);
  return ty_test_county_dup_content (store);
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *content = dup_content_of (path);

  g_assert_cmpstr (content, ==, expected);
}

static char *
dup_only_file (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  char *path = NULL;
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_assert_null (path);
      path = g_build_filename (folder, name, NULL);
    }
  g_assert_nonnull (path);
  return path;
}

static void
assert_no_file (TyTestCounty *county,
                const char   *part_of_name)
{
  g_autoptr(GDir) dir = g_dir_open (county->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_null (strstr (name, part_of_name));
}

/* Writing. */

static gboolean
back_up_midway (TyStore   *store,
                gpointer   data,
                GError   **error)
{
  TyTestCounty *county = data;
  g_autofree char *path = ty_test_county_build_path (county, "midway.touyan");
  g_autoptr(TyStore) reader = NULL;

  g_assert_true (ty_database_exec (ty_store_get_database (store),
                                   "UPDATE person SET phone = 'half'", error));
  reader = ty_store_open (county->path, TY_STORE_READ_ONLY, error);
  g_assert_nonnull (reader);
  g_assert_true (ty_backup_write (reader, path, NULL, error));
  return ty_database_exec (ty_store_get_database (store), "UPDATE person SET phone = 'whole'", error);
}

static void
test_while_writing (TyTestCounty  *county,
                    gconstpointer  data)
{
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };
  g_autofree char *midway = ty_test_county_build_path (county, "midway.touyan");
  g_autofree char *later = ty_test_county_build_path (county, "later.touyan");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  ty_test_county_add (county->store, "甲");
  before = ty_test_county_dup_content (county->store);
  g_assert_true (ty_store_run (county->store, &spec, back_up_midway, county, &error));
  after = ty_test_county_dup_content (county->store);
  g_assert_cmpstr (before, !=, after);
  g_assert_true (ty_backup_write (county->store, later, NULL, &error));

  assert_content (midway, before);
  assert_content (later, after);
  assert_no_file (county, ".part");
}

static void
test_replaces_in_one_step (TyTestCounty  *county,
                           gconstpointer  data)
{
  g_autofree char *path = ty_test_county_build_path (county, "copy.touyan");
  g_autofree char *leftover = ty_test_county_build_path (county, "copy.touyan.part");
  g_autofree char *leftover_log = ty_test_county_build_path (county, "copy.touyan.part-wal");
  g_autofree char *content = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  GStatBuf info;

  g_assert_true (ty_backup_write (county->store, path, NULL, &error));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  content = ty_test_county_dup_content (county->store);
  ty_test_county_add (county->store, "甲");

  /* Cancelled, the older backup stays. */
  g_cancellable_cancel (cancellable);
  g_assert_false (ty_backup_write (county->store, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_content (path, content);
  assert_no_file (county, ".part");

  /* What a backup that was killed left behind does no harm. */
  g_assert_true (g_file_set_contents (leftover, "half", 4, NULL));
  g_assert_true (g_file_set_contents (leftover_log, "half", 4, NULL));
  g_assert_true (ty_backup_write (county->store, path, NULL, &error));
  g_free (content);
  content = ty_test_county_dup_content (county->store);
  assert_content (path, content);
  assert_no_file (county, ".part");
}

/* Restoring. */

typedef struct
{
  TyTestCounty county;
  char *backup;  /* of the county with one person */
  char *folder;  /* of backups */
  char *older;   /* content of the backup */
  char *present; /* content of the county, with two people */
} Restore;

static void
restore_set_up (Restore       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  ty_test_county_set_up (&self->county, data);
  self->backup = ty_test_county_build_path (&self->county, "backup.touyan");
  self->folder = ty_test_county_build_path (&self->county, "backups");
  ty_test_county_add (self->county.store, "甲");
  self->older = ty_test_county_dup_content (self->county.store);
  g_assert_true (ty_backup_write (self->county.store, self->backup, NULL, &error));
  ty_test_county_add (self->county.store, "乙");
  self->present = ty_test_county_dup_content (self->county.store);
}

static void
restore_tear_down (Restore       *self,
                   gconstpointer  data)
{
  g_free (self->backup);
  g_free (self->folder);
  g_free (self->older);
  g_free (self->present);
  ty_test_county_tear_down (&self->county, data);
}

static void
run_restore (Restore *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_object (&self->county.store);
  ty_backup_restore (self->county.path, self->backup, self->folder, "tester", &error);
  g_assert_no_error (error);
  assert_no_file (&self->county, ".part");
  assert_no_file (&self->county, ".lock");
}

/* A restore is refused, and the file is byte for byte what it was. */
static void
assert_refuses (Restore      *self,
                const char   *from,
                TyStoreError  code)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  size_t length, length_after;

  g_assert_true (g_file_get_contents (self->county.path, &before, &length, NULL));
  g_assert_false (ty_backup_restore (self->county.path, from, self->folder, "tester", &error));
  g_assert_error (error, TY_STORE_ERROR, (int) code);
  g_assert_true (g_file_get_contents (self->county.path, &after, &length_after, NULL));
  g_assert_cmpmem (after, length_after, before, length);
  assert_no_file (&self->county, "damaged");
  assert_no_file (&self->county, ".part");
}

static void
test_restore (Restore       *self,
              gconstpointer  data)
{
  g_autofree char *saved = NULL;
  gint64 first = ty_test_county_count (self->county.store, "SELECT number FROM writer");
  gint64 newest;

  run_restore (self);
  assert_content (self->county.path, self->older);
  saved = dup_only_file (self->folder);
  assert_content (saved, self->present);

  ty_test_county_reopen (&self->county);
  /* The history is that of the backup, and the event that it was restored. */
  g_assert_cmpint (ty_test_county_count (self->county.store, "SELECT count(*) FROM action"), ==, 2);
  g_assert_cmpint (ty_test_county_count (self->county.store,
                                         "SELECT count(*) FROM event WHERE kind = 'restored'"), ==, 1);
  newest = ty_test_county_count (self->county.store,
                                 "SELECT number FROM writer ORDER BY position DESC LIMIT 1");
  g_assert_cmpint (newest, !=, first);

  /* A key that the replaced file gave out is not given out again. */
  ty_test_county_add (self->county.store, "丙");
  g_assert_cmpint (ty_test_county_count (self->county.store,
                                         "SELECT id >> 32 FROM person WHERE name = '丙'"), ==, newest);
  ty_test_county_assert_sound (self->county.store);
}

static void
test_restore_damaged (Restore       *self,
                      gconstpointer  data)
{
  static const size_t lengths[] = { 0, 10, 5000, 100000 };
  g_autofree char *bytes = NULL;
  size_t length;

  g_clear_object (&self->county.store);
  g_assert_true (g_file_get_contents (self->county.path, &bytes, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr(GDir) dir = NULL;
      const char *name;
      gboolean found = FALSE;

      g_assert_true (g_file_set_contents (self->county.path, bytes, (gssize) lengths[i], NULL));
      run_restore (self);
      assert_content (self->county.path, self->older);

      dir = g_dir_open (self->county.folder, 0, NULL);
      while ((name = g_dir_read_name (dir)) != NULL)
        if (strstr (name, ".damaged-") != NULL)
          {
            g_autofree char *path = ty_test_county_build_path (&self->county, name);
            g_autofree char *aside = NULL;
            size_t length_aside;

            g_assert_true (g_file_get_contents (path, &aside, &length_aside, NULL));
            found |= length_aside == lengths[i] && memcmp (aside, bytes, length_aside) == 0;
          }
      g_assert_true (found);
    }
  g_assert_false (g_file_test (self->folder, G_FILE_TEST_EXISTS));
}

static void
test_restore_refused (Restore       *self,
                      gconstpointer  data)
{
  g_autofree char *other = ty_test_county_build_path (&self->county, "other");
  g_autofree char *missing = ty_test_county_build_path (&self->county, "missing");
  g_autofree char *bytes = NULL;
  size_t length;

  /* Somebody has it open. */
  assert_refuses (self, self->backup, TY_STORE_ERROR_BUSY);
  g_clear_object (&self->county.store);

  g_assert_true (g_file_set_contents (other, "name,post\n", -1, NULL));
  assert_refuses (self, other, TY_STORE_ERROR_FOREIGN);
  assert_refuses (self, missing, TY_STORE_ERROR_NOT_FOUND);
  g_assert_true (g_file_get_contents (self->backup, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (other, bytes, (gssize) length / 2, NULL));
  assert_refuses (self, other, TY_STORE_ERROR_CUT_OFF);
  memset (bytes + length / 4, 0x55, length / 2);
  g_assert_true (g_file_set_contents (other, bytes, (gssize) length, NULL));
  assert_refuses (self, other, TY_STORE_ERROR_DAMAGED);
}

static void
test_restore_over_newer (Restore       *self,
                         gconstpointer  data)
{
  ty_test_county_exec (self->county.store, "PRAGMA user_version = 999");
  g_clear_object (&self->county.store);
  assert_refuses (self, self->backup, TY_STORE_ERROR_NEWER);
}

static void
test_restore_over_folder (Restore       *self,
                          gconstpointer  data)
{
  g_autofree char *folder = ty_test_county_build_path (&self->county, "a folder");
  g_autofree char *inside = g_build_filename (folder, "letter.txt", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "x", 1, NULL));
  g_assert_false (ty_backup_restore (folder, self->backup, self->folder, "tester", &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND);
  g_assert_true (g_file_test (inside, G_FILE_TEST_EXISTS));
}

static void
test_restore_anew (Restore       *self,
                   gconstpointer  data)
{
  g_clear_object (&self->county.store);
  g_assert_cmpint (g_unlink (self->county.path), ==, 0);
  run_restore (self);
  assert_content (self->county.path, self->older);
  g_assert_false (g_file_test (self->folder, G_FILE_TEST_EXISTS));
}

static void
test_restore_itself (Restore       *self,
                     gconstpointer  data)
{
  g_free (self->backup);
  self->backup = g_strdup (self->county.path);
  run_restore (self);
  assert_content (self->county.path, self->present);
}

/* The second person stands only in the log that a killed program left behind. */
static void
test_restore_over_log (Restore       *self,
                       gconstpointer  data)
{
  g_autofree char *log = g_strconcat (self->county.path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *log_bytes = NULL;
  g_autofree char *saved = NULL;
  size_t length, log_length;

  g_assert_true (g_file_get_contents (self->county.path, &bytes, &length, NULL));
  g_assert_true (g_file_get_contents (log, &log_bytes, &log_length, NULL));
  g_clear_object (&self->county.store);
  g_assert_true (g_file_set_contents (self->county.path, bytes, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (log, log_bytes, (gssize) log_length, NULL));

  run_restore (self);
  assert_content (self->county.path, self->older);
  saved = dup_only_file (self->folder);
  assert_content (saved, self->present);
  ty_test_county_reopen (&self->county);
  ty_test_county_add (self->county.store, "丙");
  ty_test_county_assert_sound (self->county.store);
}

/* A full disk. */

static gboolean
fill_disk (TyStore   *store,
           gpointer   data,
           GError   **error)
{
  g_autofree char *text = g_strnfill (60000, 'x');
  g_autofree char *sql = g_strdup_printf ("INSERT INTO person (id, name, note) VALUES (%" G_GINT64_FORMAT
                                          ", '丙', '%s')", ty_store_mint_id (store), text);

  return ty_database_exec (ty_store_get_database (store), sql, error);
}

/* In a child with a small disk of its own. */
static int
live_on_small_disk (const char *folder,
                    const char *source)
{
  g_autofree char *path = g_build_filename (folder, "石城县.touyan", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.touyan", NULL);
  g_autofree char *part = g_strconcat (copy, ".part", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(TyStore) store = NULL;
  g_autoptr(TyStore) from = NULL;
  g_autoptr(GError) error = NULL;
  TyActionSpec spec = { "tester", "person.edit", NULL, 0 };

  if (unshare (CLONE_NEWNS) != 0 || mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || mount ("touyan", folder, "tmpfs", 0, "size=900k") != 0)
    return 77;

  from = ty_store_open (source, TY_STORE_READ_ONLY, &error);
  g_assert_true (ty_backup_write (from, path, NULL, &error));
  store = ty_store_open (path, TY_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  do
    {
      g_free (before);
      before = ty_test_county_dup_content (store);
    }
  while (ty_store_run (store, &spec, fill_disk, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "disk is full"));
  g_clear_error (&error);
  after = ty_test_county_dup_content (store);
  g_assert_cmpstr (after, ==, before);

  g_assert_false (ty_backup_write (store, copy, NULL, &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));

  g_clear_object (&store);
  g_assert_false (ty_backup_restore (path, source, folder, "tester", &error));
  g_assert_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FULL);
  assert_content (path, before);
  return 0;
}

static void
test_full_disk (Restore       *self,
                gconstpointer  data)
{
  g_autofree char *folder = ty_test_county_build_path (&self->county, "small");
  g_autoptr(GSubprocess) child = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--small-disk", folder,
                            self->backup, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  g_assert_true (g_subprocess_get_if_exited (child));
  if (g_subprocess_get_exit_status (child) == 77)
    g_test_skip ("A small disk of its own needs the right to mount one");
  else
    g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 0);
}

#define ADD_RESTORE(path, func) \
  g_test_add (path, Restore, NULL, restore_set_up, func, restore_tear_down)

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && strcmp (argv[1], "--small-disk") == 0)
    return live_on_small_disk (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
  TY_TEST_ADD ("/backup/while-writing", test_while_writing);
  TY_TEST_ADD ("/backup/replaces-in-one-step", test_replaces_in_one_step);
  ADD_RESTORE ("/backup/restore", test_restore);
  ADD_RESTORE ("/backup/restore-damaged", test_restore_damaged);
  ADD_RESTORE ("/backup/restore-refused", test_restore_refused);
  ADD_RESTORE ("/backup/restore-over-newer", test_restore_over_newer);
  ADD_RESTORE ("/backup/restore-over-folder", test_restore_over_folder);
  ADD_RESTORE ("/backup/restore-anew", test_restore_anew);
  ADD_RESTORE ("/backup/restore-itself", test_restore_itself);
  ADD_RESTORE ("/backup/restore-over-log", test_restore_over_log);
  ADD_RESTORE ("/backup/full-disk", test_full_disk);
  return g_test_run ();
}
