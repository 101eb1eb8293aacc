/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-roster-page.h"

G_BEGIN_DECLS

typedef struct _TyRosterPages TyRosterPages;

typedef void (*TyRosterPagesFunc) (const GError *error,
                                   gpointer      data);

TyRosterPages *ty_roster_pages_new        (TyOffice          *office,
                                           TyRosterPagesFunc  failed,
                                           gpointer           data) G_GNUC_WARN_UNUSED_RESULT;
void           ty_roster_pages_free       (TyRosterPages     *self);
void           ty_roster_pages_set_seen   (TyRosterPages     *self,
                                           guint              first,
                                           guint              last);
TyRosterItem  *ty_roster_pages_get_item   (TyRosterPages     *self,
                                           guint              position);
GArray        *ty_roster_pages_refill     (TyRosterPages     *self,
                                           GArray            *people) G_GNUC_WARN_UNUSED_RESULT;
GArray        *ty_roster_pages_refresh    (TyRosterPages     *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
