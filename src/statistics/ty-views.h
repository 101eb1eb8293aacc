/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-view.h"

G_BEGIN_DECLS

typedef struct _TyViews TyViews;

TyViews   *ty_views_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       ty_views_free        (TyViews    *self);
TyView    *ty_views_get         (TyViews    *self,
                                 TyColumns  *columns,
                                 TyDate      as_of,
                                 gint64      scope,
                                 int         term) G_GNUC_WARN_UNUSED_RESULT;
void       ty_views_clear       (TyViews    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyViews, ty_views_free)

G_END_DECLS
