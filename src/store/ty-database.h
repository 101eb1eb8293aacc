/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-statement.h"
#include "ty-store-error.h"
#include "ty-store-types.h"

G_BEGIN_DECLS

/**
 * TyDatabaseMode:
 * @TY_DATABASE_READ_WRITE: for the one writer
 * @TY_DATABASE_READ_ONLY: for readers
 * @TY_DATABASE_IMMUTABLE: for a file in a place that cannot be written
 * @TY_DATABASE_CREATE: makes the file
 */
typedef enum
{
  TY_DATABASE_READ_WRITE,
  TY_DATABASE_READ_ONLY,
  TY_DATABASE_IMMUTABLE,
  TY_DATABASE_CREATE,
} TyDatabaseMode;

typedef gboolean (*TyTransactionFunc) (TyDatabase  *self,
                                       gpointer     data,
                                       GError     **error);

TyDatabase  *ty_database_open         (const char         *path,
                                       TyDatabaseMode      mode,
                                       GError            **error);
gboolean     ty_database_set_log      (TyDatabase         *self,
                                       GError            **error);
gboolean     ty_database_set_loading  (TyDatabase         *self,
                                       gboolean            loading,
                                       GError            **error);
void         ty_database_close        (TyDatabase         *self);
gboolean     ty_database_exec         (TyDatabase         *self,
                                       const char         *sql,
                                       GError            **error);
TyStatement *ty_database_prepare      (TyDatabase         *self,
                                       const char         *sql,
                                       GError            **error);
gboolean     ty_database_transaction  (TyDatabase         *self,
                                       TyTransactionFunc   func,
                                       gpointer            data,
                                       GError            **error);
gboolean     ty_database_get_integer  (TyDatabase         *self,
                                       const char         *sql,
                                       gint64             *number,
                                       GError            **error);
void         ty_database_interrupt    (TyDatabase         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyDatabase, ty_database_close)

G_END_DECLS
