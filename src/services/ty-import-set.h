/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TyImportSet:
 * @tables: (owned) (element-type filename): tables
 * @forms: (owned) (element-type filename): appointment files
 * @photos: (owned) (element-type filename): pictures
 *
 * Files and folders that were chosen or dropped together, by how each of them is imported.
 */
typedef struct
{
  GPtrArray *tables;
  GPtrArray *forms;
  GPtrArray *photos;
} TyImportSet;

TyImportSet *ty_import_set_new         (const char *const    *paths,
                                        GCancellable         *cancellable,
                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void         ty_import_set_free        (TyImportSet          *self);
gboolean     ty_import_set_knows       (const char           *path);
guint        ty_import_set_get_n       (const TyImportSet    *self);
void         ty_import_set_sort_async  (const char *const    *paths,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
TyImportSet *ty_import_set_sort_finish (GAsyncResult         *result,
                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyImportSet, ty_import_set_free)

G_END_DECLS
