/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office-roster.h"
#include "ty-order.h"

G_BEGIN_DECLS

TyPopulation *ty_roster_query_make_population (const TyRosterQuery  *self,
                                               const TyDimension    *left_out)
                                              G_GNUC_WARN_UNUSED_RESULT;
TyRosterQuery *ty_roster_query_resolve        (const TyRosterQuery  *self,
                                               TyView               *view,
                                               TyDatabase           *database,
                                               GError              **error)
                                              G_GNUC_WARN_UNUSED_RESULT;
TyBitmap     *ty_roster_query_find            (const TyRosterQuery  *self,
                                               TyOrder              *order,
                                               TyViews              *views,
                                               TyDatabase           *database,
                                               GError              **error);
TyFacet      *ty_roster_query_count           (const TyRosterQuery  *self,
                                               const TyDimension    *dimension,
                                               TyOrder              *order,
                                               const TyBitmap       *found,
                                               TyViews              *views,
                                               GError              **error);

G_END_DECLS
