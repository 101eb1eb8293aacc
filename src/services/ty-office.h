/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ty-date.h"
#include "ty-services-types.h"

G_BEGIN_DECLS

/* An open county file as the windows see it: the file, the user, the cut-off date and the scope.
 *
 * Properties: "path" (s), "open" (b), "county-name" (s), "county-level" (s), "as-of" (s, ISO day,
 * writable), "scope" (int64, key of a unit, 0 = all, writable), "scope-name" (s), "user" (s,
 * writable), "read-only" (b), "read-only-reason" (s), "undo-label" (s, NULL = nothing to undo),
 * "redo-label" (s), "last-backup" (GDateTime, NULL = never), "damage" (s, what the check of a large
 * file found after it was opened, NULL = nothing).
 *
 * Signal "changed": after an action was acknowledged, and after the cut-off date or the scope
 * became another one: what a page shows must be read again. */
#define TY_TYPE_OFFICE (ty_office_get_type ())
G_DECLARE_FINAL_TYPE (TyOffice, ty_office, TY, OFFICE, GObject)

TyOffice   *ty_office_new                 (void) G_GNUC_WARN_UNUSED_RESULT;

void        ty_office_open_async          (TyOffice             *self,
                                           const char           *path,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean    ty_office_open_finish         (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);
void        ty_office_create_async        (TyOffice             *self,
                                           const char           *path,
                                           const char           *name,
                                           const char           *code,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean    ty_office_create_finish       (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);
void        ty_office_create_sample_async (TyOffice             *self,
                                           const char           *path,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean    ty_office_create_sample_finish (TyOffice            *self,
                                           GAsyncResult         *result,
                                           GError              **error);
gboolean    ty_office_join                (TyOffice             *self,
                                           TyOffice             *other);
void        ty_office_close_async         (TyOffice             *self,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean    ty_office_close_finish        (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);
void        ty_office_undo_async          (TyOffice             *self,
                                           gint64                seq,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
char       *ty_office_undo_finish         (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);
void        ty_office_redo_async          (TyOffice             *self,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
char       *ty_office_redo_finish         (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);
void        ty_office_backup_async        (TyOffice             *self,
                                           const char           *to,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean    ty_office_backup_finish       (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);

const char *ty_office_get_path            (TyOffice             *self);
const char *ty_office_get_county_name     (TyOffice             *self);
const char *ty_office_get_county_level    (TyOffice             *self);
gboolean    ty_office_is_open             (TyOffice             *self);
gboolean    ty_office_is_read_only        (TyOffice             *self);
TyDate      ty_office_get_as_of           (TyOffice             *self);
void        ty_office_set_as_of           (TyOffice             *self,
                                           TyDate                as_of);
gint64      ty_office_get_scope           (TyOffice             *self);
void        ty_office_set_scope           (TyOffice             *self,
                                           gint64                scope);
const char *ty_office_get_user            (TyOffice             *self);
void        ty_office_set_user            (TyOffice             *self,
                                           const char           *user);
void        ty_office_set_second_folder   (TyOffice             *self,
                                           const char           *folder);
const char *ty_office_get_undo_label      (TyOffice             *self);
const char *ty_office_get_redo_label      (TyOffice             *self);
gint64      ty_office_get_next_seq        (TyOffice             *self,
                                           gboolean              redo);
GDateTime  *ty_office_get_last_backup     (TyOffice             *self);

G_END_DECLS
