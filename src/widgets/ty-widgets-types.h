/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-model-types.h"

G_BEGIN_DECLS

typedef struct _TyAsOfButton TyAsOfButton;
typedef struct _TyChartView TyChartView;
typedef struct _TyCropView TyCropView;
typedef struct _TyFactGrid TyFactGrid;
typedef struct _TyFieldRow TyFieldRow;
typedef struct _TyFileRow TyFileRow;
typedef struct _TyFilterButton TyFilterButton;
typedef struct _TyPickRow TyPickRow;
typedef struct _TyPortraitView TyPortraitView;
typedef struct _TyProblemBar TyProblemBar;
typedef struct _TyRowGrid TyRowGrid;
typedef struct _TyRowPlace TyRowPlace;
typedef struct _TyRowPlaces TyRowPlaces;
typedef struct _TySection TySection;
typedef struct _TyShell TyShell;
typedef struct _TyStatTile TyStatTile;

G_END_DECLS
