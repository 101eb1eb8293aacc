/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-check-entry.h"
#include "ty-problems.h"

G_BEGIN_DECLS

/**
 * TyCheckReport:
 * @entries: (owned) (element-type TyCheckEntry): what was found: errors, then warnings, then hints; of each
 *   check in the official order of the units
 * @counts: how many there are of each kind; more than there are entries where there are very many
 * @n_done: of how many people the records were looked at
 * @n_people: how many people there are
 *
 * What the checks found in a file.
 */
typedef struct
{
  GPtrArray *entries;
  guint counts[TY_N_PROBLEM_KINDS];
  guint n_done;
  guint n_people;
} TyCheckReport;

TyCheckReport *ty_check_report_new  (TyProblemList *list,
                                     TyView        *view,
                                     TyDatabase    *database) G_GNUC_WARN_UNUSED_RESULT;
void           ty_check_report_free (TyCheckReport *self);
void           ty_check_report_reuse (TyCheckReport *self,
                                      TyCheckReport *before);
guint          ty_check_report_count (TyCheckReport *self);
gboolean       ty_check_report_is_whole (TyCheckReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCheckReport, ty_check_report_free)

G_END_DECLS
