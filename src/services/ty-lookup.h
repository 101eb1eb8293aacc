/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-order.h"
#include "ty-services-types.h"
#include "ty-views.h"

G_BEGIN_DECLS

typedef struct _TyLookup TyLookup;

TyLookup   *ty_lookup_open         (const char  *path,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void        ty_lookup_free         (TyLookup    *self);
TyDatabase *ty_lookup_get_database (TyLookup    *self);
TyViews    *ty_lookup_get_views    (TyLookup    *self);
TyView     *ty_lookup_get_view     (TyLookup    *self,
                                    TyDate       as_of,
                                    gint64       scope,
                                    int          term,
                                    GError     **error);
TyOrder    *ty_lookup_get_order    (TyLookup    *self,
                                    TyDate       as_of,
                                    gint64       scope,
                                    GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyLookup, ty_lookup_free)

G_END_DECLS
