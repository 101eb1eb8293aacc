/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-model-types.h"

G_BEGIN_DECLS

typedef struct _TyOffice TyOffice;
typedef struct _TyOverview TyOverview;
typedef struct _TyPersonFile TyPersonFile;
typedef struct _TyPost TyPost;
typedef struct _TyRosterQuery TyRosterQuery;
typedef struct _TyRosterRow TyRosterRow;
typedef struct _TyVillageFile TyVillageFile;
typedef struct _TyVillageTable TyVillageTable;

G_END_DECLS
