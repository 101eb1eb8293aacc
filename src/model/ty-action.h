/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ty-model-types.h"

G_BEGIN_DECLS

#define TY_TYPE_ACTION (ty_action_get_type ())
G_DECLARE_FINAL_TYPE (TyAction, ty_action, TY, ACTION, GObject)

/**
 * TyActionState:
 * @TY_ACTION_DONE: in force, and can be taken back
 * @TY_ACTION_REVERTED: taken back by a later action
 * @TY_ACTION_FINAL: cannot be taken back: the making of the file, a mass creation, a migration
 */
typedef enum
{
  TY_ACTION_DONE,
  TY_ACTION_REVERTED,
  TY_ACTION_FINAL,
} TyActionState;

/**
 * TyActionValues:
 *
 * The fields of an action as its row holds them.
 */
typedef struct
{
  gint64 seq;
  const char *at;          /* UTC, `2021-10-01T08:00:00Z`; a remark, never the order */
  const char *user;
  const char *kind;        /* `person.edit`, `roster.import`, `undo`, … */
  const char *detail;      /* (nullable): JSON for the label; nothing of a person */
  gint64 reverts;          /* sequence of what it takes back, or 0 */
  gint64 n_changes;
  const char *root_kind;   /* (nullable): for an undo or a redo, of what it is about */
  const char *root_detail; /* (nullable) */
  TyActionState state;
  gint64 reverted_by;      /* sequence of what takes it back, or 0 */
} TyActionValues;

TyAction      *ty_action_new           (const TyActionValues *values) G_GNUC_WARN_UNUSED_RESULT;
gint64         ty_action_get_seq       (TyAction             *self);
const char    *ty_action_get_at        (TyAction             *self);
const char    *ty_action_get_user      (TyAction             *self);
const char    *ty_action_get_kind      (TyAction             *self);
const char    *ty_action_get_detail    (TyAction             *self);
gint64         ty_action_get_reverts   (TyAction             *self);
gint64         ty_action_get_reverted_by (TyAction          *self);
gint64         ty_action_get_n_changes (TyAction             *self);
TyActionState  ty_action_get_state     (TyAction             *self);
char          *ty_action_dup_label     (TyAction             *self) G_GNUC_WARN_UNUSED_RESULT;
char          *ty_action_dup_root_label (TyAction            *self) G_GNUC_WARN_UNUSED_RESULT;

char          *ty_action_detail_new    (const char           *first_key,
                                        ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
