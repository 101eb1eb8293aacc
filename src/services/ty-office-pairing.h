/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-pairing-edit.h"
#include "ty-pairing-plan.h"
#include "ty-programme-edit.h"
#include "ty-progress.h"

G_BEGIN_DECLS

/* Something is done to pairings (new, moved, ended, taken back, locked, a talk): one action, with undo.
 * Milestones, reviews, pauses and needs are rows: ty_office_save_row_async(). */
void           ty_office_edit_pairings_async   (TyOffice             *self,
                                                const TyPairingEdit  *edit,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean       ty_office_edit_pairings_finish  (TyOffice             *self,
                                                GAsyncResult         *result,
                                                gboolean             *changed,
                                                GError              **error);
/* The best assignment of a programme at the cut-off date in the scope. */
void           ty_office_plan_pairings_async   (TyOffice             *self,
                                                gint64                programme,
                                                const TyPairingLock  *locks,
                                                guint                 n_locks,
                                                TyProgress           *progress,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
TyPairingPlan *ty_office_plan_pairings_finish  (TyOffice             *self,
                                                GAsyncResult         *result,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same again with other locks; nothing is read. While it runs nobody may look at the plan. */
void           ty_office_solve_pairings_async  (TyOffice             *self,
                                                TyPairingPlan        *plan,
                                                const TyPairingLock  *locks,
                                                guint                 n_locks,
                                                TyProgress           *progress,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean       ty_office_solve_pairings_finish (TyOffice             *self,
                                                GAsyncResult         *result,
                                                GError              **error);
/* What a plan says of some mentees is carried out: one action, with undo. */
void           ty_office_apply_pairings_async  (TyOffice             *self,
                                                TyPairingPlan        *plan,
                                                const gint64         *mentees,
                                                guint                 n_mentees,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean       ty_office_apply_pairings_finish (TyOffice             *self,
                                                GAsyncResult         *result,
                                                gboolean             *changed,
                                                GError              **error);
/* Programmes with their needs and weights, in their order. */
void           ty_office_list_programmes_async  (TyOffice            *self,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
GPtrArray     *ty_office_list_programmes_finish (TyOffice            *self,
                                                 GAsyncResult        *result,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* A programme is made, changed or removed: one action, with undo. */
void           ty_office_save_programme_async   (TyOffice            *self,
                                                 TyProgrammeRules    *stored,
                                                 TyProgrammeRules    *rules,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
gint64         ty_office_save_programme_finish  (TyOffice            *self,
                                                 GAsyncResult        *result,
                                                 GError             **error);

G_END_DECLS
