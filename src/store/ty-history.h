/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-action.h"
#include "ty-change.h"
#include "ty-database.h"

G_BEGIN_DECLS

gboolean   ty_history_kind_is_final       (const char *kind);
GPtrArray *ty_history_list                (TyDatabase  *database,
                                           gint64       before,
                                           guint        limit,
                                           GError     **error);
GPtrArray *ty_history_list_of             (TyDatabase  *database,
                                           const char  *subject_kind,
                                           gint64       subject,
                                           guint        limit,
                                           GError     **error);
TyAction  *ty_history_get                 (TyDatabase  *database,
                                           gint64       seq,
                                           GError     **error);
GPtrArray *ty_history_list_changes        (TyDatabase  *database,
                                           gint64       seq,
                                           GError     **error);
GArray    *ty_history_list_subjects       (TyDatabase  *database,
                                           gint64       seq,
                                           const char  *subject_kind,
                                           GError     **error);
GArray    *ty_history_list_first_subjects (TyDatabase  *database,
                                           gint64       seq,
                                           const char  *subject_kind,
                                           guint        limit,
                                           gint64      *count,
                                           GError     **error);
GHashTable    *ty_history_list_tables_since   (TyDatabase    *database,
                                               gint64         seq,
                                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   ty_history_list_subjects_since (TyDatabase  *database,
                                           gint64       seq,
                                           GArray      *people,
                                           gboolean    *units_touched,
                                           gboolean    *all,
                                           gint64      *last_seq,
                                           GError     **error);
gint64     ty_history_find_undo           (TyDatabase  *database,
                                           GError     **error);
gint64     ty_history_find_redo           (TyDatabase  *database,
                                           GError     **error);
gboolean   ty_history_check_reversible    (TyDatabase  *database,
                                           gint64       seq,
                                           GError     **error);
TyAction  *ty_history_find_later          (TyDatabase *database,
                                           gint64      seq,
                                           TyChange   *conflict);
GBytes    *ty_history_load_changeset      (TyDatabase  *database,
                                           gint64       seq,
                                           gint64      *root,
                                           GError     **error);

G_END_DECLS
