/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TyDate TyDate;
typedef struct _TyDigest TyDigest;
typedef struct _TyPeriod TyPeriod;
typedef struct _TyWorker TyWorker;

G_END_DECLS
