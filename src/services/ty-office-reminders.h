/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"

G_BEGIN_DECLS

/**
 * TyReminders:
 * @n_talks: pairings in which talks are overdue
 * @n_goals: pairings with milestones that are overdue
 * @n_ends: pairings that end soon, or should have
 *
 * How much there is to remind of: numbers and nobody’s name.
 */
typedef struct
{
  guint n_talks;
  guint n_goals;
  guint n_ends;
} TyReminders;

char    *ty_reminders_dup_text           (const TyReminders    *self);

/* What there is to remind of today in the whole county, whatever day and unit are looked at. */
void     ty_office_count_reminders_async (TyOffice             *self,
                                          TyDate                today,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean ty_office_count_reminders_finish (TyOffice            *self,
                                          GAsyncResult         *result,
                                          TyReminders          *reminders,
                                          GError              **error);

G_END_DECLS
