/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-collect-read.h"
#include "ty-office.h"
#include "ty-progress.h"

G_BEGIN_DECLS

/* Writes a workbook for each township, notes that in the history and puts them into their places. */
void              ty_office_send_out_async        (TyOffice              *self,
                                                   const TyCollectSpec   *spec,
                                                   GCancellable          *cancellable,
                                                   GAsyncReadyCallback    callback,
                                                   gpointer               user_data);
TyCollectBooks   *ty_office_send_out_finish       (TyOffice              *self,
                                                   GAsyncResult          *result,
                                                   GError               **error);

/* What came back into a folder. */
void              ty_office_read_answers_async    (TyOffice              *self,
                                                   const char *const     *places,
                                                   TyDate                 end_missing,
                                                   TyProgressFunc         progress,
                                                   gpointer               progress_data,
                                                   GCancellable          *cancellable,
                                                   GAsyncReadyCallback    callback,
                                                   gpointer               user_data);
TyCollectAnswers *ty_office_read_answers_finish   (TyOffice              *self,
                                                   GAsyncResult          *result,
                                                   GError               **error);

/* Takes over what is accepted, one action for each workbook. */
void              ty_office_take_answers_async    (TyOffice              *self,
                                                   TyCollectAnswers      *answers,
                                                   TyProgressFunc         progress,
                                                   gpointer               progress_data,
                                                   GCancellable          *cancellable,
                                                   GAsyncReadyCallback    callback,
                                                   gpointer               user_data);
gboolean          ty_office_take_answers_finish   (TyOffice              *self,
                                                   GAsyncResult          *result,
                                                   GError               **error);

G_END_DECLS
