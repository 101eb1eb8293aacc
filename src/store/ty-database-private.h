/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Debian's library has the session extension; the header shows it only when asked. */
#define SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_SESSION

#include <sqlite3.h>

#include "ty-database.h"

G_BEGIN_DECLS

sqlite3      *ty_database_get_handle  (TyDatabase   *self);
void          ty_database_set_error   (TyDatabase   *self,
                                       GError      **error);
void          ty_database_error_of    (sqlite3      *handle,
                                       int           code,
                                       GError      **error);

TyStatement  *ty_statement_new        (TyDatabase   *database,
                                       sqlite3_stmt *stmt);
void          ty_database_give_back   (TyDatabase   *self,
                                       sqlite3_stmt *stmt);
gboolean      ty_gather_register      (TyDatabase   *database,
                                       GError      **error);

G_END_DECLS
