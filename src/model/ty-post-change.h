/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-model-types.h"

G_BEGIN_DECLS

/**
 * TyPostMove:
 * @TY_MOVE_APPOINT: takes a post (任)
 * @TY_MOVE_REMOVE: is removed from posts (免)
 * @TY_MOVE_TRANSFER: leaves posts for another one
 * @TY_MOVE_STEP_DOWN: leaves posts at the own wish
 * @TY_MOVE_RETIRE: leaves everything at the age
 * @TY_MOVE_DIE: has died
 * @TY_MOVE_RESERVE: becomes a reserve for a post
 * @TY_MOVE_RESERVE_END: leaves the pool of reserves
 *
 * What happens to somebody’s posts.
 */
typedef enum
{
  TY_MOVE_APPOINT,
  TY_MOVE_REMOVE,
  TY_MOVE_TRANSFER,
  TY_MOVE_STEP_DOWN,
  TY_MOVE_RETIRE,
  TY_MOVE_DIE,
  TY_MOVE_RESERVE,
  TY_MOVE_RESERVE_END,
} TyPostMove;

#define TY_N_POST_MOVES (TY_MOVE_RESERVE_END + 1)

/* In place of a unit: the one in which the person serves, or is a reserve. */
#define TY_POST_OWN_UNIT -1

/**
 * TyPostEnd:
 * @reserve: whether it is a membership in the pool of reserves; else an appointment
 * @person: key of the person who has it, not always the one whose post changes
 * @id: the second part of its key
 * @reason: (nullable): a key of `end_reason`, or of `reserve_way_out`; none = what the change says
 *
 * What ends with a change.
 */
typedef struct
{
  gboolean reserve;
  gint64 person;
  gint64 id;
  const char *reason;
} TyPostEnd;

/**
 * TyPostChange:
 * @move: what happens
 * @person: key of the person
 * @name: (owned) (nullable): the name, for the history
 * @title: (owned) (nullable): the posts in words with their unit, for the history
 * @unit: key of the unit of the new post, %TY_POST_OWN_UNIT until it is settled, or 0
 * @post: (nullable): key of the new post
 * @date: from when
 * @how: (nullable): a key of `appointment_how`, of a reserve of `reserve_way_in`
 * @reason: (nullable): a key of `end_reason`, of a reserve of `reserve_way_out`
 * @document: (owned) (nullable): its number
 * @filing_number: (owned) (nullable): of the county filing
 * @filing_date: its date
 * @source: (nullable): a key of `source`
 * @batch: (nullable): a key of `batch`
 * @votes: how many voted for the person, or 0
 * @note: (owned) (nullable): more
 * @ends: (owned) (element-type TyPostEnd): what ends with it; who retires or has died leaves all
 *
 * A change of somebody’s posts. Keys of code lists are interned.
 */
struct _TyPostChange
{
  TyPostMove move;
  gint64 person;
  char *name;
  char *title;
  gint64 unit;
  const char *post;
  TyDate date;
  const char *how;
  const char *reason;
  char *document;
  char *filing_number;
  TyDate filing_date;
  const char *source;
  const char *batch;
  gint64 votes;
  char *note;
  GArray *ends;
};

TyPostChange *ty_post_change_new        (TyPostMove          move,
                                         gint64              person) G_GNUC_WARN_UNUSED_RESULT;
TyPostChange *ty_post_change_copy       (const TyPostChange *self) G_GNUC_WARN_UNUSED_RESULT;
void          ty_post_change_free       (TyPostChange       *self);
void          ty_post_change_add_end    (TyPostChange       *self,
                                         TyPostEnd           end);
gboolean      ty_post_change_check      (const TyPostChange *self,
                                         TyDate              today,
                                         GError            **error);
char         *ty_post_changes_dup_detail (GPtrArray         *changes) G_GNUC_WARN_UNUSED_RESULT;
char         *ty_post_changes_dup_label  (GPtrArray         *changes) G_GNUC_WARN_UNUSED_RESULT;
char         *ty_post_change_dup_label_of (const char       *detail) G_GNUC_WARN_UNUSED_RESULT;

const char   *ty_post_move_to_string    (TyPostMove          self);
gboolean      ty_post_move_parse        (const char         *word,
                                         TyPostMove         *move);
const char   *ty_post_move_get_label    (TyPostMove          self);
const char   *ty_post_move_get_reason   (TyPostMove          self);
gboolean      ty_post_move_takes_post   (TyPostMove          self);
gboolean      ty_post_move_ends_all     (TyPostMove          self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPostChange, ty_post_change_free)

G_END_DECLS
