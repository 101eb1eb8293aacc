/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"

G_BEGIN_DECLS

TyDate ty_retirement_add_years (TyDate birth,
                                guint  years);
TyDate ty_retirement_get_month (TyDate birth,
                                guint  base);

G_END_DECLS
