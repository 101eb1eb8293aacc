/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-theme.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * TyPairFace:
 * @name: (nullable): who is helped
 * @age: (nullable): how old: “42 岁”
 * @place: (nullable): where: “松坪乡 南黑河村”
 * @tags: (nullable) (array zero-terminated=1): why help is needed, the most urgent first
 * @mentor: (nullable): who helps
 * @level: (nullable): from where the mentor comes
 * @fit: (nullable): how well the two fit
 * @talks: talks of the month, up to the day
 * @talks_due: how many the month should have; 0 = talks are not shown
 * @since: (nullable): how long ago the last one was
 * @late: whether that is too long
 * @goals_done: goals that are reached
 * @goals: all goals; 0 = they are not shown
 * @goal_text: (nullable): the same in words
 * @note: (nullable): what else there is to know
 * @warn: whether @note is a warning
 * @locked: whether the pair stays whatever is proposed
 *
 * What a card of the board of pairings shows: texts and marks that know no record. All texts belong to
 * it.
 */
typedef struct
{
  char *name;
  char *age;
  char *place;
  char **tags;
  char *mentor;
  char *level;
  char *fit;
  guint talks;
  guint talks_due;
  char *since;
  gboolean late;
  guint goals_done;
  guint goals;
  char *goal_text;
  char *note;
  gboolean warn;
  gboolean locked;
} TyPairFace;

TyPairFace *ty_pair_face_new      (void) G_GNUC_WARN_UNUSED_RESULT;
TyPairFace *ty_pair_face_copy     (const TyPairFace *self) G_GNUC_WARN_UNUSED_RESULT;
TyPairFace *ty_pair_face_ref      (TyPairFace       *self);
void        ty_pair_face_unref    (TyPairFace       *self);
gboolean    ty_pair_face_equal    (const TyPairFace *self,
                                   const TyPairFace *other);
int         ty_pair_face_measure  (const TyPairFace *self,
                                   PangoLayout      *layout);
void        ty_pair_face_draw     (const TyPairFace *self,
                                   cairo_t          *cr,
                                   PangoLayout      *layout,
                                   const TyTheme    *theme,
                                   double            width,
                                   gboolean          names);
char       *ty_pair_face_dup_text (const TyPairFace *self) G_GNUC_WARN_UNUSED_RESULT;

#define TY_PAIR_FACE_PORTRAIT_WIDTH 34
#define TY_PAIR_FACE_PORTRAIT_HEIGHT 42

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyPairFace, ty_pair_face_unref)

G_END_DECLS
