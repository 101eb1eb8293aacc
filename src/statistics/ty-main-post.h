/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-view.h"

G_BEGIN_DECLS

#define TY_MAIN_POST_NONE G_MAXUINT32

guint32 *ty_main_post_dup_ranks  (TyView        *view) G_GNUC_WARN_UNUSED_RESULT;
guint32  ty_main_post_find       (TyView        *view,
                                  const TyChunk *chunk,
                                  guint          index,
                                  const guint32 *ranks,
                                  TyGroups       groups);
int      ty_main_post_get_tenure (TyView        *view,
                                  const TyChunk *chunk,
                                  guint          index,
                                  const guint32 *ranks,
                                  TyGroups       groups);
int      ty_main_post_get_village_years (TyView        *view,
                                         const TyChunk *chunk,
                                         guint          index,
                                         TyGroups       groups);

G_END_DECLS
