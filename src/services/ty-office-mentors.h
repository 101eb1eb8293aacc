/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-mentor-proposal.h"
#include "ty-office.h"

G_BEGIN_DECLS

/* Who could be a mentor, by the records. */
void       ty_office_propose_mentors_async  (TyOffice             *self,
                                             const TyMentorRules  *rules,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray *ty_office_propose_mentors_finish (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* People enter the pool, as one action. */
void       ty_office_add_mentors_async      (TyOffice             *self,
                                             GPtrArray            *mentors,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean   ty_office_add_mentors_finish     (TyOffice             *self,
                                             GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
