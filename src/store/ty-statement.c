/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-statement"

#include "config.h"

#include "ty-database-private.h"

/**
 * TyStatement:
 *
 * A prepared statement. Parameters and columns count from 0. A failed bind is kept and told by
 * the next step, so that binding needs no check of its own. Freed, it goes back to its
 * database, which prepares each text once.
 */
struct _TyStatement
{
  TyDatabase *database; /* (unowned) */
  sqlite3_stmt *stmt;   /* (owned) */
  int failed;           /* the first failed bind */
};

TyStatement *
ty_statement_new (TyDatabase   *database,
                  sqlite3_stmt *stmt)
{
  TyStatement *self = g_new0 (TyStatement, 1);

  self->database = database;
  self->stmt = stmt;
  return self;
}

void
ty_statement_free (TyStatement *self)
{
  ty_statement_reset (self);
  ty_database_give_back (self->database, self->stmt);
  g_free (self);
}

static void
note_bind (TyStatement *self,
           int          code)
{
  if (code != SQLITE_OK && self->failed == SQLITE_OK)
    self->failed = code;
}

/**
 * ty_statement_bind_text:
 * @self: a statement
 * @index: the parameter, from 0
 * @text: (nullable): its value; %NULL binds NULL
 */
void
ty_statement_bind_text (TyStatement *self,
                        int          index,
                        const char  *text)
{
  note_bind (self, sqlite3_bind_text (self->stmt, index + 1, text, -1, SQLITE_TRANSIENT));
}

/**
 * ty_statement_bind_borrowed:
 * @self: a statement
 * @index: the parameter, from 0
 * @text: (nullable): its value, which must live until the statement is reset; %NULL binds NULL
 *
 * Like ty_statement_bind_text() without the copy, for millions of rows.
 */
void
ty_statement_bind_borrowed (TyStatement *self,
                            int          index,
                            const char  *text)
{
  note_bind (self, sqlite3_bind_text (self->stmt, index + 1, text, -1, SQLITE_STATIC));
}

/**
 * ty_statement_bind_int:
 * @self: a statement
 * @index: the parameter, from 0
 * @number: its value
 */
void
ty_statement_bind_int (TyStatement *self,
                       int          index,
                       gint64       number)
{
  note_bind (self, sqlite3_bind_int64 (self->stmt, index + 1, number));
}

/**
 * ty_statement_bind_bytes:
 * @self: a statement
 * @index: the parameter, from 0
 * @data: (nullable): bytes, which must live until the statement is reset; %NULL binds NULL
 * @length: how many
 */
void
ty_statement_bind_bytes (TyStatement   *self,
                         int            index,
                         gconstpointer  data,
                         size_t         length)
{
  note_bind (self, sqlite3_bind_blob64 (self->stmt, index + 1, data, length, SQLITE_STATIC));
}

/**
 * ty_statement_bind_pointer:
 * @self: a statement
 * @index: the parameter, from 0
 * @data: what a function of ours is given, which must live until the statement is reset
 * @type: (transfer none): a constant, under which that function asks for it
 */
void
ty_statement_bind_pointer (TyStatement *self,
                           int          index,
                           gpointer     data,
                           const char  *type)
{
  note_bind (self, sqlite3_bind_pointer (self->stmt, index + 1, data, type, NULL));
}

/**
 * ty_statement_bind_null:
 * @self: a statement
 * @index: the parameter, from 0
 */
void
ty_statement_bind_null (TyStatement *self,
                        int          index)
{
  note_bind (self, sqlite3_bind_null (self->stmt, index + 1));
}

/**
 * ty_statement_step:
 * @self: a statement
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: what came of it
 */
TyStep
ty_statement_step (TyStatement  *self,
                   GError      **error)
{
  int code = self->failed;

  if (code == SQLITE_OK)
    code = sqlite3_step (self->stmt);
  if (code == SQLITE_ROW)
    return TY_STEP_ROW;
  if (code == SQLITE_DONE)
    return TY_STEP_DONE;

  ty_database_error_of (ty_database_get_handle (self->database), code, error);
  return TY_STEP_ERROR;
}

/**
 * ty_statement_run:
 * @self: a statement that gives no rows
 * @error: a `TY_STORE_ERROR`
 *
 * Runs the statement and makes it ready to be bound and run again.
 *
 * Returns: whether it succeeded
 */
gboolean
ty_statement_run (TyStatement  *self,
                  GError      **error)
{
  TyStep step = ty_statement_step (self, error);

  ty_statement_reset (self);
  return step != TY_STEP_ERROR;
}

/**
 * ty_statement_reset:
 * @self: a statement
 *
 * Makes the statement ready to be bound and run again.
 */
void
ty_statement_reset (TyStatement *self)
{
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->failed = SQLITE_OK;
}

/**
 * ty_statement_get_text:
 * @self: a statement at a row
 * @column: the column, from 0
 *
 * Returns: (transfer none) (nullable): its text, valid until the next step
 */
const char *
ty_statement_get_text (TyStatement *self,
                       int          column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

/**
 * ty_statement_get_int:
 * @self: a statement at a row
 * @column: the column, from 0
 *
 * Returns: its number, 0 for NULL
 */
gint64
ty_statement_get_int (TyStatement *self,
                      int          column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/**
 * ty_statement_get_bytes:
 * @self: a statement at a row
 * @column: the column, from 0
 * @length: (out): how many bytes
 *
 * Returns: (transfer none) (nullable): its bytes, valid until the next step
 */
gconstpointer
ty_statement_get_bytes (TyStatement *self,
                        int          column,
                        size_t      *length)
{
  gconstpointer data = sqlite3_column_blob (self->stmt, column);

  *length = (size_t) sqlite3_column_bytes (self->stmt, column);
  return data;
}

/**
 * ty_statement_is_null:
 * @self: a statement at a row
 * @column: the column, from 0
 *
 * Returns: whether the value is NULL
 */
gboolean
ty_statement_is_null (TyStatement *self,
                      int          column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

/**
 * ty_statement_get_n_columns:
 * @self: a statement
 *
 * Returns: how many columns its rows have
 */
int
ty_statement_get_n_columns (TyStatement *self)
{
  return sqlite3_column_count (self->stmt);
}
