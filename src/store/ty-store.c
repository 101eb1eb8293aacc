/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-store"

#include "config.h"

#include "ty-store-private.h"

#include "ty-backup-folder.h"
#include "ty-digest.h"
#include "ty-file-header.h"
#include "ty-file-lock.h"
#include "ty-migrations.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define CHECK_LIMIT (32u << 20) /* bytes: two tenths of a second */

/* Several read at the same time, and what is asked often stands in the columns. */
#define READER_CACHE "PRAGMA cache_size = -4096"

/**
 * TyStore:
 *
 * An open county file. It belongs to the thread that opened it. The one that writes holds the
 * file's lock; any number may read beside it.
 */
struct _TyStore
{
  GObject parent_instance;

  /* Owned */
  char *path;
  TyDatabase *database;
  TyFileLock *lock;

  gboolean read_only;
  gboolean outdated; /* of an older version of the schema */
  gboolean checked;  /* its structure was found good */
  gboolean away;  /* the file was last written on another machine */
  gint64 writer;  /* 31-bit number of the newest writer */
  gint64 counter; /* the last one that it gave out */
};

static goffset check_limit = CHECK_LIMIT;

G_DEFINE_FINAL_TYPE (TyStore, ty_store, G_TYPE_OBJECT)

static void
ty_store_finalize (GObject *object)
{
  TyStore *self = TY_STORE (object);

  g_clear_pointer (&self->database, ty_database_close);
  g_clear_pointer (&self->lock, ty_file_lock_release);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (ty_store_parent_class)->finalize (object);
}

static void
ty_store_class_init (TyStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ty_store_finalize;
}

static void
ty_store_init (TyStore *self)
{
}

/* Which machine this is, as a hash, since the number itself belongs to the machine. */
static char *
dup_machine (void)
{
  g_autofree char *id = NULL;
  g_autoptr(TyDigest) digest = ty_digest_new ();
  guint8 hash[TY_DIGEST_BYTES];

  if (!g_file_get_contents ("/etc/machine-id", &id, NULL, NULL))
    id = g_strdup (g_get_host_name ());
  ty_digest_add_text (digest, "org.touyan.Touyan");
  ty_digest_add_text (digest, g_strstrip (id));
  ty_digest_finish (digest, hash);
  return ty_digest_to_hex (hash);
}

/**
 * ty_store_set_writer:
 * @self: a store that writes
 * @number: a 31-bit number
 * @error: a `TY_STORE_ERROR`
 *
 * Makes @number the writer from now on. For data that must come out the same each time, such as
 * the sample; else see ty_store_renew_writer().
 *
 * Returns: whether it was kept
 */
gboolean
ty_store_set_writer (TyStore  *self,
                     guint32   number,
                     GError  **error)
{
  g_autoptr(TyStatement) statement = NULL;
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *machine = dup_machine ();

  g_return_val_if_fail (TY_IS_STORE (self), FALSE);

  statement = ty_database_prepare (self->database,
                                   "INSERT OR REPLACE INTO writer (number, uuid, machine, counter, "
                                   "position) VALUES (?, ?, ?, 0, (SELECT coalesce(max(position), 0) "
                                   "+ 1 FROM writer))", error);
  if (statement == NULL)
    return FALSE;
  ty_statement_bind_int (statement, 0, number);
  ty_statement_bind_text (statement, 1, uuid);
  ty_statement_bind_text (statement, 2, machine);
  if (!ty_statement_run (statement, error))
    return FALSE;

  self->writer = number;
  self->counter = 0;
  self->away = FALSE;
  return TRUE;
}

/**
 * ty_store_renew_writer:
 * @self: a store that writes
 * @error: a `TY_STORE_ERROR`
 *
 * Draws a new writer number, so that no key is given out twice by two copies of a file: at the
 * creation, after a restore, and when the file is first written on another machine.
 *
 * Returns: whether it was kept
 */
gboolean
ty_store_renew_writer (TyStore  *self,
                       GError  **error)
{
  return ty_store_set_writer (self, (guint32) g_random_int_range (1, G_MAXINT32), error);
}

static gboolean
load_writer (TyStore  *self,
             GError  **error)
{
  g_autoptr(TyStatement) statement = NULL;
  g_autofree char *machine = NULL;
  TyStep step;

  statement = ty_database_prepare (self->database,
                                   "SELECT number, counter, machine FROM writer "
                                   "ORDER BY position DESC LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  step = ty_statement_step (statement, error);
  if (step == TY_STEP_ERROR)
    return FALSE;
  if (step == TY_STEP_ROW)
    {
      self->writer = ty_statement_get_int (statement, 0);
      self->counter = ty_statement_get_int (statement, 1);
      machine = g_strdup (ty_statement_get_text (statement, 2));
    }
  ty_statement_reset (statement);

  if (!self->read_only)
    {
      g_autofree char *here = dup_machine ();

      self->away = g_strcmp0 (machine, here) != 0;
    }
  return TRUE;
}

/* Called inside the transaction of an action: looking at a file does not change it. */
gboolean
ty_store_ensure_writer (TyStore  *self,
                        GError  **error)
{
  return !self->away || ty_store_renew_writer (self, error);
}

/* Called after an action was rolled back, and with it a new writer. The keys that it drew stay
 * spent: somebody may remember them. */
void
ty_store_reload_writer (TyStore *self)
{
  gint64 writer = self->writer;
  gint64 counter = self->counter;

  if (load_writer (self, NULL) && self->writer == writer)
    self->counter = MAX (self->counter, counter);
}

static gboolean
check_version (TyStore      *self,
               TyStoreMode   mode,
               GError      **error)
{
  gint64 version;

  if (!ty_database_get_integer (self->database, "PRAGMA user_version", &version, error))
    return FALSE;
  self->outdated = version < ty_migrations_get_version ();
  if (version > ty_migrations_get_version ())
    g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NEWER,
                 _("“%s” was written by a newer version of Touyan. Install that version to open it."),
                 self->path);
  else if (self->outdated && mode == TY_STORE_READ_ONLY)
    g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_READ_ONLY,
                 _("“%s” was written by an older version of Touyan and cannot be brought up to date "
                   "here. Copy it to a folder of your own and open the copy."), self->path);
  else
    return TRUE;

  return FALSE;
}

/* Only now is it known to be ours, and may be written. The copy from before the first step goes
 * where all backups go. */
static gboolean
prepare_writing (TyStore  *self,
                 GError  **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *backup = NULL;

  if (self->read_only)
    return TRUE;
  if (!ty_database_set_log (self->database, error))
    return FALSE;
  if (!self->outdated)
    return TRUE;

  folder = ty_backup_folder_get_default (self->path);
  backup = ty_backup_folder_add (folder, self, error);
  return backup != NULL && ty_migrations_run (self->database, error);
}

static goffset
get_size (const char *path,
          const char *ending)
{
  g_autofree char *name = g_strconcat (path, ending, NULL);
  GStatBuf info;

  return g_stat (name, &info) == 0 ? info.st_size : 0;
}

static gboolean
set_damaged (TyStore     *self,
             const char  *answer,
             GError     **error)
{
  g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_DAMAGED,
               _("“%s” is damaged. Restore the last backup. [%s]"), self->path, answer);
  return FALSE;
}

/* What a file lacks must be in its log; without a log, that was seen from outside. */
static gboolean
check_length (TyStore  *self,
              GError  **error)
{
  const goffset log_head = 32, frame_head = 24;
  goffset log = get_size (self->path, "-wal");
  gint64 n_pages, page_size;

  if (!ty_database_get_integer (self->database, "PRAGMA page_count", &n_pages, error)
      || !ty_database_get_integer (self->database, "PRAGMA page_size", &page_size, error))
    return FALSE;
  if (get_size (self->path, "") / page_size
      + MAX (log - log_head, 0) / (page_size + frame_head) >= n_pages)
    return TRUE;

  return set_damaged (self, "a part is missing", error);
}

/* Of a large file it would take seconds: whoever shows it looks at it meanwhile. What is about to be
 * rebuilt is looked at first, however large. */
static gboolean
check_opened (TyStore  *self,
              GError  **error)
{
  if (self->outdated || get_size (self->path, "") <= check_limit)
    return ty_store_check_structure (self, NULL, error);

  return check_length (self, error);
}

static gboolean
open_database (TyStore      *self,
               TyStoreMode   mode,
               GError      **error)
{
  TyDatabaseMode how = TY_DATABASE_READ_ONLY;

  if (mode == TY_STORE_READ_WRITE)
    {
      self->lock = ty_file_lock_take (self->path, error);
      if (self->lock == NULL)
        return FALSE;
      how = TY_DATABASE_READ_WRITE;
    }
  else if (!ty_file_header_can_share (self->path))
    how = TY_DATABASE_IMMUTABLE;
  else if (!ty_file_header_check_log (self->path, error))
    return FALSE;

  self->database = ty_database_open (self->path, how, error);
  return self->database != NULL;
}

/**
 * ty_store_open:
 * @path: a county file
 * @mode: what for
 * @error: a `TY_STORE_ERROR` that says what can be done
 *
 * Opens a county file after it was looked at from outside and inside: its header, its version,
 * its structure, its tables. An older file must be migrated first by a store that writes. The
 * structure of a large file is left to ty_store_check_structure(): until then, what is damaged is
 * met by errors where it is read.
 *
 * Returns: (transfer full) (nullable): the store
 */
TyStore *
ty_store_open (const char   *path,
               TyStoreMode   mode,
               GError      **error)
{
  g_autoptr(TyStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!ty_file_header_check (path, error))
    return NULL;

  self = g_object_new (TY_TYPE_STORE, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->read_only = mode != TY_STORE_READ_WRITE;
  if (!open_database (self, mode, error))
    return NULL;
  if (mode == TY_STORE_READER)
    return ty_database_exec (self->database, READER_CACHE, error) ? g_steal_pointer (&self) : NULL;
  if (!check_version (self, mode, error)
      || !check_opened (self, error)
      || !ty_migrations_check_schema (self->database, error))
    return NULL;
  if (mode == TY_STORE_COPY)
    return g_steal_pointer (&self);
  if (!prepare_writing (self, error) || !load_writer (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ty_store_create:
 * @path: a file that does not exist yet
 * @error: a `TY_STORE_ERROR`; %TY_STORE_ERROR_EXISTS where there is such a file
 *
 * Makes a county file with empty tables.
 *
 * Returns: (transfer full) (nullable): the store, which writes
 */
TyStore *
ty_store_create (const char  *path,
                 GError     **error)
{
  g_autoptr(TyStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_EXISTS,
                   _("“%s” exists already. Choose another name."), path);
      return NULL;
    }

  self = g_object_new (TY_TYPE_STORE, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->lock = ty_file_lock_take (self->path, error);
  if (self->lock == NULL)
    return NULL;
  self->database = ty_database_open (self->path, TY_DATABASE_CREATE, error);
  if (self->database == NULL)
    return NULL;
  g_chmod (self->path, 0600);
  /* Others know a county file by its header, which must be in the file itself. */
  if (!ty_migrations_run (self->database, error) || !ty_store_renew_writer (self, error)
      || !ty_database_exec (self->database, "PRAGMA wal_checkpoint(TRUNCATE)", error))
    return NULL;

  self->checked = TRUE;
  return g_steal_pointer (&self);
}

/**
 * ty_store_close:
 * @self: a store
 * @error: a `TY_STORE_ERROR`
 *
 * Brings everything into the one file and lets it go. The store is of no use afterwards; without
 * this call the last reference closes it too, and only the error is lost.
 *
 * Returns: whether the file is complete without its companions
 */
gboolean
ty_store_close (TyStore  *self,
                GError  **error)
{
  gboolean done = TRUE;

  g_return_val_if_fail (TY_IS_STORE (self), FALSE);

  if (self->database != NULL && !self->read_only)
    done = ty_database_exec (self->database, "PRAGMA wal_checkpoint(TRUNCATE)", error);
  g_clear_pointer (&self->database, ty_database_close);
  g_clear_pointer (&self->lock, ty_file_lock_release);
  return done;
}

static void
interrupt_cb (GCancellable *cancellable,
              TyDatabase   *database)
{
  ty_database_interrupt (database);
}

/**
 * ty_store_check_structure:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @error: %TY_STORE_ERROR_DAMAGED, or %TY_STORE_ERROR_CANCELLED
 *
 * Looks at the structure of the whole file, unless that was done at its opening.
 *
 * Returns: whether it is good
 */
gboolean
ty_store_check_structure (TyStore       *self,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr(TyStatement) statement = NULL;
  TyStep step;
  gulong handler;

  g_return_val_if_fail (TY_IS_STORE (self), FALSE);

  if (self->checked)
    return TRUE;
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_CANCELLED, _("Cancelled."));
      return FALSE;
    }
  statement = ty_database_prepare (self->database, "PRAGMA quick_check(1)", error);
  if (statement == NULL)
    return FALSE;
  handler = cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (interrupt_cb),
                                                         self->database, NULL) : 0;
  step = ty_statement_step (statement, error);
  g_cancellable_disconnect (cancellable, handler);
  if (step != TY_STEP_ROW)
    return FALSE;

  self->checked = g_strcmp0 (ty_statement_get_text (statement, 0), "ok") == 0;
  return self->checked || set_damaged (self, ty_statement_get_text (statement, 0), error);
}

/**
 * ty_store_is_checked:
 * @self: a store
 *
 * Returns: whether the structure of its file was looked at and found good
 */
gboolean
ty_store_is_checked (TyStore *self)
{
  return self->checked;
}

/* For tests: from which size on a file is large. */
void
ty_store_set_check_limit (goffset bytes)
{
  check_limit = bytes;
}

/**
 * ty_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the absolute path of the file
 */
const char *
ty_store_get_path (TyStore *self)
{
  return self->path;
}

/**
 * ty_store_get_database:
 * @self: a store
 *
 * Returns: (transfer none): its connection
 */
TyDatabase *
ty_store_get_database (TyStore *self)
{
  return self->database;
}

/**
 * ty_store_is_read_only:
 * @self: a store
 *
 * Returns: whether it was opened for reading only
 */
gboolean
ty_store_is_read_only (TyStore *self)
{
  return self->read_only;
}

gint64
ty_store_get_writer (TyStore *self)
{
  return self->writer;
}

/**
 * ty_store_mint_id:
 * @self: a store that writes
 *
 * Returns: a key that no copy of the file gives out again: the writer's number and a counter,
 * 63 bits together. It is spent even if the action that asked for it is rolled back.
 */
gint64
ty_store_mint_id (TyStore *self)
{
  g_return_val_if_fail (self->counter < G_MAXUINT32, 0);

  return self->writer << 32 | ++self->counter;
}

gboolean
ty_store_save_counter (TyStore  *self,
                       GError  **error)
{
  g_autoptr(TyStatement) statement = NULL;

  statement = ty_database_prepare (self->database,
                                   "UPDATE writer SET counter = ? WHERE number = ?", error);
  if (statement == NULL)
    return FALSE;

  ty_statement_bind_int (statement, 0, self->counter);
  ty_statement_bind_int (statement, 1, self->writer);
  return ty_statement_run (statement, error);
}
