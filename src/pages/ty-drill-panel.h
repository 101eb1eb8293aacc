/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office.h"
#include "ty-population.h"

G_BEGIN_DECLS

/**
 * TyDrillSpec:
 * @population: who is behind a mark
 * @subject: what they are
 * @path: from the whole to the mark, such as “全县 › 两委成员 › 柏川镇 › 35 岁及以下”
 * @value: the number that the mark shows, with its unit
 *
 * What a panel shows.
 */
typedef struct
{
  TyPopulation *population;
  TySubject subject;
  const char *path;
  const char *value;
} TyDrillSpec;

/* The people or villages behind a mark, beside the chart. Signal “closed”: the user closed it. */
#define TY_TYPE_DRILL_PANEL (ty_drill_panel_get_type ())
G_DECLARE_FINAL_TYPE (TyDrillPanel, ty_drill_panel, TY, DRILL_PANEL, AdwBin)

void ty_drill_panel_show (TyDrillPanel      *self,
                          TyOffice          *office,
                          const TyDrillSpec *spec);
void ty_drill_panel_again (TyDrillPanel     *self);
int  ty_drill_panel_get_n (TyDrillPanel     *self);

G_END_DECLS
