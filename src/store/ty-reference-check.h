/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"

G_BEGIN_DECLS

gboolean ty_reference_check_begin (TyDatabase  *database,
                                   GError     **error);
gboolean ty_reference_check_run   (TyDatabase  *database,
                                   GError     **error);

G_END_DECLS
