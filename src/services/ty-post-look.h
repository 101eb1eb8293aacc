/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-post-change.h"

G_BEGIN_DECLS

/**
 * TyPostNoteKind:
 * @TY_POST_NOTE_OWN: a post of the person, which may end with the change
 * @TY_POST_NOTE_OFFER: something else that does not end by itself, and may be ended too
 * @TY_POST_NOTE_TELL: what happens
 * @TY_POST_NOTE_WARN: what somebody should know before it is done
 *
 * What a note is about.
 */
typedef enum
{
  TY_POST_NOTE_OWN,
  TY_POST_NOTE_OFFER,
  TY_POST_NOTE_TELL,
  TY_POST_NOTE_WARN,
} TyPostNoteKind;

/**
 * TyPostNote:
 * @kind: what it is about
 * @change: number of the change
 * @text: (owned): a sentence or a post, in the user’s language
 * @end: of a post that may end: what would
 * @proposed: whether that is proposed
 *
 * A consequence of a change that was not made yet.
 */
typedef struct
{
  TyPostNoteKind kind;
  guint change;
  char *text;
  TyPostEnd end;
  gboolean proposed;
} TyPostNote;

void       ty_post_note_free   (TyPostNote   *self);
gboolean   ty_post_look_settle (TyDatabase   *database,
                                TyPostChange *change,
                                GError      **error);
GPtrArray *ty_post_look_run    (TyDatabase   *database,
                                GPtrArray    *changes,
                                TyDate        today,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
