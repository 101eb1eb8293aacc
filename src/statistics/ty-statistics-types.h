/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-store-types.h"

G_BEGIN_DECLS

typedef struct _TyColumns TyColumns;
typedef struct _TyFigures TyFigures;
typedef struct _TyPopulation TyPopulation;
typedef struct _TyUnits TyUnits;
typedef struct _TyUnitTree TyUnitTree;
typedef struct _TyView TyView;

G_END_DECLS
