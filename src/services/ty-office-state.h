/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyOfficeState:
 * @path: (owned): the absolute path of the file
 * @county_name: (owned): the newest name of the county
 * @county_level: (owned): key of its level: a file may also be a township’s or a province’s
 * @undo_label: (owned) (nullable): what undo takes back next
 * @redo_label: (owned) (nullable): what redo does again next
 * @undo_seq: the sequence of the action that undo takes back next, or 0
 * @redo_seq: the sequence of the undo that redo takes back next, or 0
 * @last_backup: (owned) (nullable): when the last good backup was made
 * @last_seq: the sequence of the last action
 * @read_only: whether the file is open for reading only
 * @read_only_reason: (owned) (nullable): why, as a sentence
 * @checked: whether the structure of the file was looked at
 *
 * What the office tells of its file, as it was after an action.
 */
typedef struct
{
  char *path;
  char *county_name;
  char *county_level;
  char *undo_label;
  char *redo_label;
  gint64 undo_seq;
  gint64 redo_seq;
  GDateTime *last_backup;
  gint64 last_seq;
  gboolean read_only;
  char *read_only_reason;
  gboolean checked;
} TyOfficeState;

TyOfficeState *ty_office_state_load      (TyStore        *store,
                                          GError        **error);
TyOfficeState *ty_office_state_copy      (const TyOfficeState *self);
void           ty_office_state_free      (TyOfficeState  *self);
gint64         ty_office_state_find_last (TyDatabase     *database);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyOfficeState, ty_office_state_free)

G_END_DECLS
