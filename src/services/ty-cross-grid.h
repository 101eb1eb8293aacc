/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-grid.h"
#include "ty-lookup.h"
#include "ty-table-plan.h"

G_BEGIN_DECLS

typedef struct _TyCrossGrid TyCrossGrid;

/**
 * TyCrossGridSpec:
 * @plan: what is counted
 * @view: the date and the scope
 * @views: where views of other dates are kept
 * @database: a connection whose rows are those of @view
 * @unit_name: what the scope is called
 *
 * What a cross table is made from.
 */
typedef struct
{
  const TyTablePlan *plan;
  TyView *view;
  TyViews *views;
  TyDatabase *database;
  const char *unit_name;
} TyCrossGridSpec;

TyCrossGrid  *ty_cross_grid_new            (const TyCrossGridSpec  *spec,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void          ty_cross_grid_free           (TyCrossGrid            *self);
TyGrid       *ty_cross_grid_get_grid       (TyCrossGrid            *self);
guint         ty_cross_grid_get_n          (TyCrossGrid            *self);
const char   *ty_cross_grid_get_note       (TyCrossGrid            *self);
TyPopulation *ty_cross_grid_dup_population (TyCrossGrid            *self,
                                            guint                   row,
                                            guint                   column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCrossGrid, ty_cross_grid_free)

G_END_DECLS
