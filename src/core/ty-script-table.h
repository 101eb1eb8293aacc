/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

gunichar ty_script_table_simplify (gunichar character);

G_END_DECLS
