/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal “told” (s text, may be none): why a file is not in the list; none when a new try begins. */
#define TY_TYPE_FILES_GROUP (ty_files_group_get_type ())
G_DECLARE_FINAL_TYPE (TyFilesGroup, ty_files_group, TY, FILES_GROUP, AdwPreferencesGroup)

GtkWidget *ty_files_group_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       ty_files_group_accept     (TyFilesGroup       *self,
                                      GtkWidget          *area);
void       ty_files_group_add_paths  (TyFilesGroup       *self,
                                      const char * const *paths);
gboolean   ty_files_group_is_reading (TyFilesGroup       *self);
GPtrArray *ty_files_group_get_files  (TyFilesGroup       *self);

G_END_DECLS
