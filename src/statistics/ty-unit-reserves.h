/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-view.h"

G_BEGIN_DECLS

const guint *ty_unit_reserves_get (TyView *view);

G_END_DECLS
