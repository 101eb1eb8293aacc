/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"

G_BEGIN_DECLS

char   *ty_blob_table_add  (TyDatabase  *database,
                            GBytes      *bytes,
                            const char  *media_type,
                            GError     **error);
GBytes *ty_blob_table_load (TyDatabase  *database,
                            const char  *sha256,
                            GError     **error);
TyStatement *ty_blob_table_select_named (TyDatabase  *database,
                                         GError     **error);

/**
 * TyBlobUse:
 * @n_blobs: how many photos and scans the file has
 * @n_bytes: how large they are
 * @n_unused: how many of them no record names now: they were removed or replaced, and stay because the
 *   history names them, so that undo finds them
 * @n_unused_bytes: how large these are
 * @missing: (owned) (element-type utf8): hashes that a record names and that are not in the file
 *
 * What the records need of the photos and scans.
 */
typedef struct
{
  guint n_blobs;
  guint64 n_bytes;
  guint n_unused;
  guint64 n_unused_bytes;
  GPtrArray *missing;
} TyBlobUse;

gboolean ty_blob_table_get_use   (TyDatabase  *database,
                                  TyBlobUse   *use,
                                  GError     **error);
void     ty_blob_use_clear       (TyBlobUse   *use);
gboolean ty_blob_table_has_photos (TyDatabase *database,
                                  gboolean    *has_photos,
                                  GError     **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TyBlobUse, ty_blob_use_clear)

G_END_DECLS
