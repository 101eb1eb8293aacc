/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-model-types.h"

G_BEGIN_DECLS

typedef struct _TyDatabase TyDatabase;
typedef struct _TyFileLock TyFileLock;
typedef struct _TyStatement TyStatement;
typedef struct _TyStore TyStore;

G_END_DECLS
