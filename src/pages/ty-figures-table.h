/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-figures.h"
#include "ty-pages-types.h"
#include "ty-condition.h"

G_BEGIN_DECLS

#define TY_TYPE_FIGURES_TABLE (ty_figures_table_get_type ())
G_DECLARE_FINAL_TYPE (TyFiguresTable, ty_figures_table, TY, FIGURES_TABLE, AdwBin)

void ty_figures_table_set_figures (TyFiguresTable       *self,
                                   TyWho          population,
                                   const TyGroupFigures *now,
                                   const TyGroupFigures *before,
                                   TyDate                before_date);

char *ty_figures_share            (const TyGroupFigures *group,
                                   TyCondition           condition) G_GNUC_WARN_UNUSED_RESULT;
char *ty_figures_average_age      (const TyGroupFigures *group) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
