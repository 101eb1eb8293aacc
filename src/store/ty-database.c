/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-database"

#include "config.h"

#include "ty-database-private.h"

#include "ty-steady-locks.h"

#include <glib/gi18n-lib.h>

#define BUSY_TIMEOUT_MS 5000

#define CACHE_SIZE "PRAGMA cache_size = -32768"
#define TEMP_STORE "PRAGMA temp_store = MEMORY"

/**
 * TyDatabase:
 *
 * A connection to an SQLite file, set up the same everywhere. It belongs to the thread that
 * uses it; only ty_database_interrupt() may be called from another.
 */
struct _TyDatabase
{
  sqlite3 *handle;        /* (owned) */
  GHashTable *statements; /* (owned): SQL to a statement that waits for its next use */
};

G_DEFINE_QUARK (ty-store-error-quark, ty_store_error)

static TyStoreError
store_error_of (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return TY_STORE_ERROR_BUSY;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return TY_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return TY_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return TY_STORE_ERROR_FOREIGN;
    case SQLITE_FULL:
      return TY_STORE_ERROR_FULL;
    case SQLITE_CONSTRAINT:
      return TY_STORE_ERROR_CONSTRAINT;
    case SQLITE_CANTOPEN:
      return TY_STORE_ERROR_NOT_FOUND;
    case SQLITE_INTERRUPT:
      return TY_STORE_ERROR_CANCELLED;
    default:
      return TY_STORE_ERROR_FAILED;
    }
}

/* What the user can do; what SQLite said stands behind it for those who are asked for help. */
static const char *
sentence_of (TyStoreError code)
{
  switch (code)
    {
    case TY_STORE_ERROR_BUSY:
      return _("Another program is writing to the file. Wait a moment and try again.");
    case TY_STORE_ERROR_READ_ONLY:
      return _("The file cannot be written here. Copy it to a folder of your own and open the copy.");
    case TY_STORE_ERROR_DAMAGED:
      return _("The file is damaged. Restore the last backup.");
    case TY_STORE_ERROR_FOREIGN:
      return _("The file is not a county file of Touyan, or it is damaged. Choose another file, or "
               "restore the last backup.");
    case TY_STORE_ERROR_FULL:
      return _("The disk is full. Nothing was changed; make room and try again.");
    case TY_STORE_ERROR_NOT_FOUND:
      return _("The file cannot be opened. Check that it exists and that you may read it.");
    case TY_STORE_ERROR_CANCELLED:
      return _("Cancelled.");
    case TY_STORE_ERROR_CONSTRAINT:
      return _("The entry contradicts other records. Nothing was changed.");
    case TY_STORE_ERROR_FAILED:
    case TY_STORE_ERROR_NEWER:
    case TY_STORE_ERROR_CUT_OFF:
    case TY_STORE_ERROR_EXISTS:
    case TY_STORE_ERROR_NOTHING:
    case TY_STORE_ERROR_CONFLICT:
    case TY_STORE_ERROR_FINAL:
    default:
      return _("The county file cannot be read or written.");
    }
}

void
ty_database_error_of (sqlite3  *handle,
                      int       code,
                      GError  **error)
{
  TyStoreError ours = store_error_of (code);
  const char *theirs = handle != NULL && sqlite3_errcode (handle) != SQLITE_OK
                         ? sqlite3_errmsg (handle) : sqlite3_errstr (code);

  g_set_error (error, TY_STORE_ERROR, (int) ours, "%s [%s]", sentence_of (ours), theirs);
}

void
ty_database_set_error (TyDatabase  *self,
                       GError     **error)
{
  ty_database_error_of (self->handle, sqlite3_extended_errcode (self->handle), error);
}

sqlite3 *
ty_database_get_handle (TyDatabase *self)
{
  return self->handle;
}

/* Before the first statement: nothing in the file may run code or change the connection. */
static gboolean
harden (TyDatabase  *self,
        GError     **error)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);

  return ty_gather_register (self, error)
         && ty_database_exec (self, "PRAGMA cell_size_check = ON", error)
         && ty_database_exec (self, "PRAGMA mmap_size = 0", error)
         && ty_database_exec (self, CACHE_SIZE, error)
         && ty_database_exec (self, TEMP_STORE, error)
         && ty_database_exec (self, "PRAGMA foreign_keys = ON", error);
}

/* Nothing here touches the file: whether it is one of ours is not known yet. */
static gboolean
configure_writer (TyDatabase  *self,
                  GError     **error)
{
  return ty_database_exec (self, "PRAGMA synchronous = FULL", error)
         && ty_database_exec (self, "PRAGMA secure_delete = ON", error);
}

static int
open_flags (TyDatabaseMode mode)
{
  const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;

  switch (mode)
    {
    case TY_DATABASE_CREATE:
      return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case TY_DATABASE_READ_WRITE:
    case TY_DATABASE_READ_ONLY:
      return common | SQLITE_OPEN_READWRITE;
    case TY_DATABASE_IMMUTABLE:
    default:
      return common | SQLITE_OPEN_READONLY;
    }
}

/**
 * ty_database_open:
 * @path: the file, or the empty string for a database of its own that is gone when closed
 * @mode: how
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the connection
 */
TyDatabase *
ty_database_open (const char      *path,
                  TyDatabaseMode   mode,
                  GError         **error)
{
  g_autoptr(TyDatabase) self = g_new0 (TyDatabase, 1);
  g_autofree char *uri = NULL;
  int code;

  g_return_val_if_fail (path != NULL, NULL);

  ty_steady_locks_install ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) sqlite3_finalize);
  if (*path != '\0')
    {
      g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

      uri = g_strdup_printf ("file:%s%s", escaped,
                             mode == TY_DATABASE_IMMUTABLE ? "?immutable=1" : "");
    }
  code = sqlite3_open_v2 (uri != NULL ? uri : "", &self->handle, open_flags (mode), NULL);
  if (code != SQLITE_OK)
    {
      ty_database_error_of (self->handle, code, error);
      return NULL;
    }
  if (!harden (self, error))
    return NULL;
  if ((mode == TY_DATABASE_READ_WRITE || mode == TY_DATABASE_CREATE) && *path != '\0'
      && !configure_writer (self, error))
    return NULL;
  if (mode == TY_DATABASE_CREATE && *path != '\0' && !ty_database_set_log (self, error))
    return NULL;
  /* A connection that may not write leaves the log of WAL mode behind; one that will not, clears it
   * away. */
  if (mode == TY_DATABASE_READ_ONLY && !ty_database_exec (self, "PRAGMA query_only = ON", error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ty_database_set_log:
 * @self: a connection for writing, to a file that is known to be ours
 * @error: a `TY_STORE_ERROR`
 *
 * Turns on the write-ahead log, so that readers see the file while it is written.
 *
 * Returns: whether it was not refused
 */
gboolean
ty_database_set_log (TyDatabase  *self,
                     GError     **error)
{
  return ty_database_exec (self, "PRAGMA journal_mode = WAL", error);
}

/**
 * ty_database_set_loading:
 * @self: the only connection to a file, outside a transaction
 * @loading: whether gigabytes are about to be written in one transaction
 * @error: a `TY_STORE_ERROR`
 *
 * A write-ahead log would hold all of it a second time, and a sort in memory all keys at once.
 * While it loads, what is new goes into the file itself, and sorts go to temporary files.
 *
 * Returns: whether it was not refused
 */
gboolean
ty_database_set_loading (TyDatabase  *self,
                         gboolean     loading,
                         GError     **error)
{
  if (loading)
    return ty_database_exec (self, "PRAGMA journal_mode = DELETE", error)
           && ty_database_exec (self, "PRAGMA temp_store = FILE", error)
           && ty_database_exec (self, "PRAGMA cache_size = -65536", error);

  return ty_database_exec (self, CACHE_SIZE, error)
         && ty_database_exec (self, TEMP_STORE, error)
         && ty_database_set_log (self, error);
}

/**
 * ty_database_close:
 * @self: (transfer full): a connection
 *
 * Closes the connection. Its statements must be free.
 */
void
ty_database_close (TyDatabase *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  if (self->handle != NULL && sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A statement outlives its connection");
  g_free (self);
}

/**
 * ty_database_exec:
 * @self: a connection
 * @sql: statements without parameters
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether all of them succeeded
 */
gboolean
ty_database_exec (TyDatabase  *self,
                  const char  *sql,
                  GError     **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  ty_database_set_error (self, error);
  return FALSE;
}

/**
 * ty_database_prepare:
 * @self: a connection
 * @sql: one statement
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the statement, with nothing bound
 */
TyStatement *
ty_database_prepare (TyDatabase  *self,
                     const char  *sql,
                     GError     **error)
{
  gpointer stmt = NULL;

  if (!g_hash_table_steal_extended (self->statements, sql, NULL, &stmt)
      && sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                             (sqlite3_stmt **) &stmt, NULL) != SQLITE_OK)
    {
      ty_database_set_error (self, error);
      return NULL;
    }

  return ty_statement_new (self, stmt);
}

/* Two statements of one text may be out at the same time; one of them is kept. */
void
ty_database_give_back (TyDatabase   *self,
                       sqlite3_stmt *stmt)
{
  g_hash_table_replace (self->statements, (gpointer) sqlite3_sql (stmt), stmt);
}

/* What is written into a file that was moved or removed is lost with the program, or stands where nobody looks. */
static gboolean
is_in_place (TyDatabase  *self,
             GError     **error)
{
  int moved = 0;

  if (sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved)
    return TRUE;

  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                       _("The county file was moved or removed while it was open. Nothing was saved."));
  return FALSE;
}

/**
 * ty_database_transaction:
 * @self: a connection
 * @func: what to do inside
 * @data: for @func
 * @error: a `TY_STORE_ERROR`, or whatever @func sets
 *
 * Runs @func between BEGIN IMMEDIATE and COMMIT; rolls back where it returns %FALSE. A file that is no longer where
 * it was opened is not written.
 *
 * Returns: whether it was committed
 */
gboolean
ty_database_transaction (TyDatabase         *self,
                         TyTransactionFunc   func,
                         gpointer            data,
                         GError            **error)
{
  if (!ty_database_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (is_in_place (self, error) && func (self, data, error) && ty_database_exec (self, "COMMIT", error))
    return TRUE;

  /* A full disk may have rolled back already. */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/**
 * ty_database_get_integer:
 * @self: a connection
 * @sql: a query for one number
 * @number: (out): the number, 0 for NULL and for no row
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it succeeded
 */
gboolean
ty_database_get_integer (TyDatabase  *self,
                         const char  *sql,
                         gint64      *number,
                         GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (self, sql, error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  step = ty_statement_step (statement, error);
  if (step == TY_STEP_ERROR)
    return FALSE;

  *number = step == TY_STEP_ROW ? ty_statement_get_int (statement, 0) : 0;
  return TRUE;
}

/**
 * ty_database_interrupt:
 * @self: a connection
 *
 * Makes what runs on the connection end with %TY_STORE_ERROR_CANCELLED. Safe from any thread
 * while the connection is open.
 */
void
ty_database_interrupt (TyDatabase *self)
{
  sqlite3_interrupt (self->handle);
}
