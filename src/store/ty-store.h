/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ty-database.h"

G_BEGIN_DECLS

#define TY_TYPE_STORE (ty_store_get_type ())
G_DECLARE_FINAL_TYPE (TyStore, ty_store, TY, STORE, GObject)

/**
 * TY_STORE_APPLICATION_ID:
 *
 * What SQLite's header says of a county file: “TyY1”.
 */
#define TY_STORE_APPLICATION_ID 0x54795931

/**
 * TyStoreMode:
 * @TY_STORE_READ_WRITE: takes the file's lock and writes; fails with %TY_STORE_ERROR_BUSY where
 *   another process holds it
 * @TY_STORE_READ_ONLY: reads, whoever writes
 * @TY_STORE_COPY: reads only to copy, also a file of an older version
 * @TY_STORE_READER: reads beside a store of this process that has looked at the file already
 */
typedef enum
{
  TY_STORE_READ_WRITE,
  TY_STORE_READ_ONLY,
  TY_STORE_COPY,
  TY_STORE_READER,
} TyStoreMode;

TyStore    *ty_store_create           (const char   *path,
                                       GError      **error);
TyStore    *ty_store_open             (const char   *path,
                                       TyStoreMode   mode,
                                       GError      **error);
gboolean    ty_store_close            (TyStore      *self,
                                       GError      **error);
gboolean    ty_store_check_structure  (TyStore      *self,
                                       GCancellable *cancellable,
                                       GError      **error);
gboolean    ty_store_is_checked       (TyStore      *self);
const char *ty_store_get_path         (TyStore      *self);
TyDatabase *ty_store_get_database     (TyStore      *self);
gboolean    ty_store_is_read_only     (TyStore      *self);
gint64      ty_store_mint_id          (TyStore      *self);
gboolean    ty_store_renew_writer     (TyStore      *self,
                                       GError      **error);
gboolean    ty_store_set_writer       (TyStore      *self,
                                       guint32       number,
                                       GError      **error);

G_END_DECLS
