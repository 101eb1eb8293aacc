/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-store-types.h"

G_BEGIN_DECLS

typedef struct _TyFigures TyFigures;
typedef struct _TySnapshot TySnapshot;
typedef struct _TyUnitTree TyUnitTree;

G_END_DECLS
