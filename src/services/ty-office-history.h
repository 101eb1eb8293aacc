/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-history-detail.h"
#include "ty-history-index.h"
#include "ty-history-search.h"
#include "ty-office.h"

G_BEGIN_DECLS

/* Actions before a sequence (0 = all), the newest first: (element-type TyAction). */
void       ty_office_list_actions_async   (TyOffice             *self,
                                           gint64                before,
                                           guint                 limit,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *ty_office_list_actions_finish  (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);
/* The actions that answer a question, with counts of kinds and users. */
void            ty_office_list_history_async  (TyOffice              *self,
                                               const TyHistoryFilter *filter,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
TyHistoryIndex *ty_office_list_history_finish (TyOffice              *self,
                                               GAsyncResult          *result,
                                               GError               **error);
/* Some of them: (element-type TyHistoryEntry). */
void       ty_office_read_history_async   (TyOffice             *self,
                                           GArray               *seqs,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *ty_office_read_history_finish  (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);
/* All about one, with so many of the records that it changed. */
void             ty_office_load_action_async  (TyOffice             *self,
                                               gint64                seq,
                                               guint                 n_records,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
TyHistoryDetail *ty_office_load_action_finish (TyOffice             *self,
                                               GAsyncResult         *result,
                                               GError              **error);
/* Persons and units that the history names: (element-type TyHistorySubject). */
void       ty_office_find_subjects_async  (TyOffice             *self,
                                           const char           *text,
                                           guint                 limit,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *ty_office_find_subjects_finish (TyOffice             *self,
                                           GAsyncResult         *result,
                                           GError              **error);
/* Takes back an action, whichever it is; to take back an undo is to do again. */
void       ty_office_take_back_async      (TyOffice             *self,
                                           gint64                seq,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
char      *ty_office_take_back_finish     (TyOffice             *self,
                                           GAsyncResult         *result,
                                           gint64               *seq,
                                           GError              **error);

G_END_DECLS
