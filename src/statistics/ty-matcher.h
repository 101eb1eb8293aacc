/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-population.h"

G_BEGIN_DECLS

/* Words of a chunk’s people in a bitmap. */
#define TY_MATCHER_WORDS (TY_CHUNK_PEOPLE / 64)

typedef struct _TyMatcher TyMatcher;
typedef struct _TyMatcherRoom TyMatcherRoom;

TyMatcher     *ty_matcher_new            (TyPopulation    *population,
                                          TyView          *view,
                                          TyViews         *views) G_GNUC_WARN_UNUSED_RESULT;
void           ty_matcher_free           (TyMatcher       *self);
TySubject      ty_matcher_get_subject    (TyMatcher       *self);
TyView        *ty_matcher_get_view       (TyMatcher       *self);
TyBitmap      *ty_matcher_mark           (TyMatcher       *self) G_GNUC_WARN_UNUSED_RESULT;
GArray        *ty_matcher_list           (TyMatcher       *self,
                                          const TyBitmap  *rows) G_GNUC_WARN_UNUSED_RESULT;
TyMatcherRoom *ty_matcher_room_new       (TyMatcher       *self) G_GNUC_WARN_UNUSED_RESULT;
void           ty_matcher_room_free      (TyMatcherRoom   *room);
const guint64 *ty_matcher_scan           (TyMatcher       *self,
                                          guint            chunk,
                                          TyMatcherRoom   *room);
gboolean       ty_matcher_is_scoped      (TyMatcher       *self);
gboolean       ty_matcher_is_far         (TyMatcher       *self,
                                          guint            chunk);
void           ty_matcher_set_groups     (TyMatcher         *self,
                                          const TyDimension *dimension,
                                          TyScale           *scale);
gboolean       ty_matcher_is_dated       (TyMatcher       *self);
gboolean       ty_matcher_matches_narrow (TyMatcher       *self,
                                          guint            chunk,
                                          guint            index,
                                          guint32          facts,
                                          TyGroups         groups,
                                          TyMatcherRoom   *room);
gboolean       ty_matcher_matches_unit   (TyMatcher       *self,
                                          guint32          unit);
gboolean       ty_matcher_matches_post   (TyMatcher       *self,
                                          guint            chunk,
                                          guint            holding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyMatcher, ty_matcher_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyMatcherRoom, ty_matcher_room_free)

G_END_DECLS
