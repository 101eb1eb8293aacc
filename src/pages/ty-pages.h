/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-pages-types.h"

G_BEGIN_DECLS

void ty_pages_init (void);

G_END_DECLS
