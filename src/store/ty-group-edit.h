/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyGroupOp:
 * @TY_GROUP_SET: a field of each person gets the same value
 * @TY_GROUP_ADD: each gets the same row: an honour, a yearly result
 * @TY_GROUP_REMOVE: such rows are removed from each
 * @TY_GROUP_SET_OWN: a field of the county gets the same value of each, or none
 *
 * What is done with many people at once.
 */
typedef enum
{
  TY_GROUP_SET,
  TY_GROUP_ADD,
  TY_GROUP_REMOVE,
  TY_GROUP_SET_OWN,
} TyGroupOp;

/**
 * TyGroupEdit:
 * @op: what is done
 * @record: of a set: a person who has the value; else the row, whose person does not matter. Of a removal
 *   what is filled in must be the same in the rows that go. Of a field of the county a #TyCustomValue with the
 *   field and what was typed
 * @field: of a set: which field
 * @people: (array length=n_people): keys of people
 * @n_people: their number
 *
 * An edit of many people at once.
 */
typedef struct
{
  TyGroupOp op;
  TyRecord *record;
  guint field;
  const gint64 *people;
  guint n_people;
} TyGroupEdit;

/**
 * TyGroupRefusal:
 * @person: key of the person
 * @name: (owned) (nullable): what the person is called; %NULL where there is nobody any more
 * @reason: (owned): a sentence
 *
 * Somebody with whom it cannot be done.
 */
typedef struct
{
  gint64 person;
  char *name;
  char *reason;
} TyGroupRefusal;

/**
 * TyGroupReport:
 * @n_changed: how many are changed
 * @n_same: how many are so already
 * @refused: (owned) (element-type TyGroupRefusal): with whom it cannot be done
 * @seq: the action; 0 before, or where nothing had to be changed
 *
 * What an edit will do, or has done.
 */
typedef struct
{
  guint n_changed;
  guint n_same;
  GPtrArray *refused;
  gint64 seq;
} TyGroupReport;

typedef void (*TyGroupProgressFunc) (guint    n_done,
                                     guint    n_all,
                                     gpointer data);

void           ty_group_report_free (TyGroupReport        *self);
TyGroupReport *ty_group_edit_plan   (TyDatabase           *database,
                                     const TyGroupEdit    *edit,
                                     TyGroupProgressFunc   progress,
                                     gpointer              progress_data,
                                     GCancellable         *cancellable,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;
TyGroupReport *ty_group_edit_run    (TyStore              *store,
                                     const char           *user,
                                     const TyGroupEdit    *edit,
                                     const TyGroupReport  *planned,
                                     TyGroupProgressFunc   progress,
                                     gpointer              progress_data,
                                     GCancellable         *cancellable,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyGroupReport, ty_group_report_free)

G_END_DECLS
