/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-person.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyMergeState:
 * @TY_MERGE_MOVED: the row goes to the record that stays
 * @TY_MERGE_EQUAL: the record that stays has the same row, which is kept once
 * @TY_MERGE_CLASH: the record that stays has another row where there can only be one: the same year, the
 *   same list
 *
 * What becomes of a row of the record that goes.
 */
typedef enum
{
  TY_MERGE_MOVED,
  TY_MERGE_EQUAL,
  TY_MERGE_CLASH,
} TyMergeState;

/**
 * TyMergeRow:
 * @row: (owned): a row of the record that goes
 * @twin: (owned) (nullable): the row of the record that stays which is equal to it, or in its place; of a
 *   post that moves, the same post that is held at the same time
 * @state: what becomes of it
 * @take: of a clash, whether it takes the place of @twin
 *
 * A row of the record that goes.
 */
typedef struct
{
  TyRecord *row;
  TyRecord *twin;
  TyMergeState state;
  gboolean take;
} TyMergeRow;

/**
 * TyPersonMerge:
 * @kept: (owned): the record that stays, as it was read
 * @other: (owned): the record that becomes a pointer to it, as it was read
 * @taken: of each field of a person a bit (`1 << TY_PERSON_NAME`): whether the value is that of @other
 * @rows: (owned) (element-type TyMergeRow): the rows of @other, parents before children
 * @own: (owned) (element-type TyRecord): the rows of @kept, parents before children
 *
 * Two records of one human, and what becomes of them when they are merged.
 */
typedef struct
{
  TyPerson *kept;
  TyPerson *other;
  guint taken;
  GPtrArray *rows;
  GPtrArray *own;
} TyPersonMerge;

TyPersonMerge *ty_person_merge_new        (TyDatabase     *database,
                                           gint64          kept,
                                           gint64          other,
                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;
TyPersonMerge *ty_person_merge_copy       (TyPersonMerge  *self) G_GNUC_WARN_UNUSED_RESULT;
void           ty_person_merge_free       (TyPersonMerge  *self);
guint          ty_person_merge_get_leader (TyPersonMerge  *self,
                                           guint           field);
gboolean       ty_person_merge_differs    (TyPersonMerge  *self,
                                           guint           field);
gboolean       ty_person_merge_takes      (TyPersonMerge  *self,
                                           guint           field);
guint          ty_person_merge_count      (TyPersonMerge  *self,
                                           TyMergeState    state);
gboolean       ty_person_merge_run        (TyStore        *store,
                                           const char     *user,
                                           TyPersonMerge  *merge,
                                           gint64         *seq,
                                           GError        **error);
gint64         ty_person_merge_resolve    (TyDatabase     *database,
                                           gint64          person,
                                           GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPersonMerge, ty_person_merge_free)

G_END_DECLS
