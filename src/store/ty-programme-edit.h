/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyProgrammeRules:
 * @programme: the row of the programme
 * @needs: (element-type TyRecord): rows of `programme_need`
 * @weights: (element-type TyRecord): rows of `programme_weight`; what has none has the usual weight
 *
 * A programme with everything that it says.
 */
typedef struct
{
  TyRecord *programme;
  GPtrArray *needs;
  GPtrArray *weights;
} TyProgrammeRules;

TyProgrammeRules *ty_programme_rules_new  (void) G_GNUC_WARN_UNUSED_RESULT;
TyProgrammeRules *ty_programme_rules_dup  (TyProgrammeRules  *self) G_GNUC_WARN_UNUSED_RESULT;
void              ty_programme_rules_free (TyProgrammeRules  *self);
TyProgrammeRules *ty_programme_rules_read (TyDatabase        *database,
                                           gint64             programme,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *ty_programme_rules_list (TyDatabase        *database,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean          ty_programme_edit_run   (TyStore           *store,
                                           const char        *user,
                                           TyProgrammeRules  *stored,
                                           TyProgrammeRules  *rules,
                                           gint64            *programme,
                                           GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyProgrammeRules, ty_programme_rules_free)

G_END_DECLS
