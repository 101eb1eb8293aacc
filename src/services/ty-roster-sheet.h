/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"
#include "ty-roster-layout.h"

G_BEGIN_DECLS

/**
 * TyRosterFacts:
 * @number: the place in the list, from 1
 * @dual_role: whether the person is secretary and head of one village
 * @cross: whether the person is in both committees of one village
 *
 * What a row says that does not stand in the file.
 */
typedef struct
{
  guint number;
  gboolean dual_role;
  gboolean cross;
} TyRosterFacts;

typedef struct _TyRosterSheet TyRosterSheet;

TyRosterSheet *ty_roster_sheet_new          (TyDatabase            *database,
                                             const TyRosterLayout  *layout,
                                             TyDate                 as_of) G_GNUC_WARN_UNUSED_RESULT;
void           ty_roster_sheet_set_exact    (TyRosterSheet         *self);
void           ty_roster_sheet_free         (TyRosterSheet         *self);
gboolean       ty_roster_sheet_load         (TyRosterSheet         *self,
                                             gint64                 person,
                                             const TyRosterFacts   *facts,
                                             GError               **error);
const char    *ty_roster_sheet_get_text     (TyRosterSheet         *self,
                                             TyRosterField          field);
const char    *ty_roster_sheet_get_column   (TyRosterSheet         *self,
                                             const TyRosterLayoutColumn *column);
gboolean       ty_roster_sheet_is_number    (TyRosterField          field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyRosterSheet, ty_roster_sheet_free)

G_END_DECLS
