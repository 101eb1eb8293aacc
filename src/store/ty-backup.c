/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-backup"

#include "config.h"

#include "ty-database-private.h"

#include "ty-backup.h"

#include "ty-action-log.h"
#include "ty-backup-folder.h"
#include "ty-file-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PAGES_A_STEP 1024

/**
 * ty_backup_copy:
 * @from: a connection
 * @to: another, whose content is replaced
 * @cancellable: (nullable): stops the copy; @to is then empty or as it was
 * @error: a `TY_STORE_ERROR`
 *
 * Copies a database by SQLite's backup API, never as a file: what is still in the write-ahead log
 * comes along.
 *
 * Returns: whether all of it was copied
 */
gboolean
ty_backup_copy (TyDatabase    *from,
                TyDatabase    *to,
                GCancellable  *cancellable,
                GError       **error)
{
  sqlite3 *target = ty_database_get_handle (to);
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", ty_database_get_handle (from),
                                                "main");
  int code = SQLITE_OK;

  if (backup == NULL)
    {
      ty_database_set_error (to, error);
      return FALSE;
    }

  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    code = sqlite3_backup_step (backup, PAGES_A_STEP);
  if (code == SQLITE_OK)
    {
      sqlite3_backup_finish (backup);
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return FALSE;
    }

  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;

  ty_database_error_of (target, code, error);
  return FALSE;
}

static void
remove_with_companions (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);

  g_unlink (path);
  g_unlink (wal);
  g_unlink (shm);
}

static gboolean
write_copy (TyStore       *store,
            const char    *path,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(TyDatabase) copy = ty_database_open (path, TY_DATABASE_CREATE, error);
  g_autoptr(TyStatement) statement = NULL;

  if (copy == NULL)
    return FALSE;
  g_chmod (path, 0600);
  if (!ty_backup_copy (ty_store_get_database (store), copy, cancellable, error)
      || !ty_database_exec (copy, "PRAGMA wal_checkpoint(TRUNCATE)", error))
    return FALSE;

  statement = ty_database_prepare (copy, "PRAGMA quick_check(1)", error);
  if (statement == NULL || ty_statement_step (statement, error) != TY_STEP_ROW)
    return FALSE;
  if (g_strcmp0 (ty_statement_get_text (statement, 0), "ok") == 0)
    return TRUE;

  /* A large file may have been damaged itself. */
  if (ty_store_check_structure (store, NULL, error))
    g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_DAMAGED,
                 _("The backup was not written right: the disk or the stick may be damaged. [%s]"),
                 ty_statement_get_text (statement, 0));
  return FALSE;
}

/* The new name is on the disk only when its folder is. */
static void
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/**
 * ty_backup_write:
 * @store: a store
 * @to: where to write the backup; a file of that name is replaced in one step
 * @cancellable: (nullable): stops it, and nothing is left behind
 * @error: a `TY_STORE_ERROR`
 *
 * Writes a backup beside its final name, reads it back, and only then gives it its name.
 *
 * Returns: whether @to is now a good copy
 */
gboolean
ty_backup_write (TyStore       *store,
                 const char    *to,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *part = g_strconcat (to, ".part", NULL);

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  remove_with_companions (part);
  if (!write_copy (store, part, cancellable, error))
    {
      remove_with_companions (part);
      return FALSE;
    }
  if (g_rename (part, to) != 0)
    {
      g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FAILED,
                   _("The backup “%s” cannot be written: %s"), to, g_strerror (errno));
      remove_with_companions (part);
      return FALSE;
    }

  sync_folder_of (to);
  return TRUE;
}

/* Under a name that nothing has yet: what was put aside is never lost. */
static char *
choose_aside (const char *path)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");

  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *aside = g_strconcat (path, ".damaged-", stamp, number, NULL);

      if (!g_file_test (aside, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&aside);
    }
}

/* A file that is no longer a database is kept aside under another name, with its companions. */
static gboolean
put_aside (const char  *path,
           GError     **error)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char *aside = choose_aside (path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *old = g_strconcat (path, endings[i], NULL);
      g_autofree char *new = g_strconcat (aside, endings[i], NULL);

      if (g_rename (old, new) != 0 && errno != ENOENT)
        {
          g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FAILED,
                       _("The damaged file “%s” cannot be put aside: %s"), old, g_strerror (errno));
          return FALSE;
        }
    }
  return TRUE;
}

/* What is to be put in the place of a file, complete before that file is touched: a restore that is
 * interrupted leaves the one or the other. */
static gboolean
stage (TyStore     *source,
       const char  *part,
       const char  *user,
       GError     **error)
{
  g_autoptr(TyStore) staged = NULL;

  remove_with_companions (part);
  if (!ty_backup_write (source, part, NULL, error))
    return FALSE;
  staged = ty_store_open (part, TY_STORE_READ_WRITE, error);

  return staged != NULL
         && ty_store_renew_writer (staged, error)
         && ty_store_add_event (staged, user, "restored", NULL, error)
         && ty_store_close (staged, error);
}

/* The file that is replaced goes into the backups first, and is locked until all is done. */
static gboolean
replace_present (TyStore     *present,
                 const char  *part,
                 const char  *folder,
                 GError     **error)
{
  g_autofree char *backup = ty_backup_folder_add (folder, present, error);
  g_autoptr(TyDatabase) staged = NULL;

  if (backup == NULL)
    return FALSE;
  staged = ty_database_open (part, TY_DATABASE_READ_ONLY, error);

  return staged != NULL
         && ty_backup_copy (staged, ty_store_get_database (present), NULL, error)
         && ty_store_close (present, error);
}

static gboolean
move_into_place (const char  *path,
                 const char  *part,
                 GError     **error)
{
  TyFileLock *lock = ty_file_lock_take (path, error);
  gboolean done = FALSE;

  if (lock == NULL)
    return FALSE;

  if (put_aside (path, error))
    {
      done = g_rename (part, path) == 0;
      if (!done)
        g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_FAILED,
                     _("The file “%s” cannot be written: %s"), path, g_strerror (errno));
      sync_folder_of (path);
    }
  ty_file_lock_release (lock);
  return done;
}

/* A damaged file is put aside, however large. What cannot be opened for another reason stays where it
 * is. */
static gboolean
replace (const char  *path,
         const char  *part,
         const char  *folder,
         GError     **error)
{
  g_autoptr(TyStore) present = NULL;
  g_autoptr(GError) why = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return move_into_place (path, part, error);

  present = ty_store_open (path, TY_STORE_READ_WRITE, &why);
  if (present != NULL && ty_store_check_structure (present, NULL, &why))
    return replace_present (present, part, folder, error);
  g_clear_object (&present);
  if (g_error_matches (why, TY_STORE_ERROR, TY_STORE_ERROR_DAMAGED)
      || g_error_matches (why, TY_STORE_ERROR, TY_STORE_ERROR_CUT_OFF)
      || g_error_matches (why, TY_STORE_ERROR, TY_STORE_ERROR_FOREIGN))
    return move_into_place (path, part, error);

  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

/**
 * ty_backup_restore:
 * @path: the county file to replace, or to make anew
 * @from: a backup
 * @folder: where the file that is replaced is backed up first
 * @user: who does it
 * @error: a `TY_STORE_ERROR`
 *
 * Puts a backup in the place of a county file, by the backup API: copying over a file whose log
 * still lies beside it would destroy it. The restored file draws a new writer number, and one of an
 * older version is brought up to date. It is replaced in one step, whatever happens meanwhile.
 *
 * Returns: whether the file is now that of the backup
 */
gboolean
ty_backup_restore (const char  *path,
                   const char  *from,
                   const char  *folder,
                   const char  *user,
                   GError     **error)
{
  g_autoptr(TyStore) source = ty_store_open (from, TY_STORE_COPY, error);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  gboolean done;

  if (source == NULL)
    return FALSE;

  done = stage (source, part, user, error) && replace (path, part, folder, error);
  remove_with_companions (part);
  return done;
}
