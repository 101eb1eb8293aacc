/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"

G_BEGIN_DECLS

GPtrArray *ty_appointment_table_list_below (TyDatabase  *database,
                                            gint64       township,
                                            GError     **error);

G_END_DECLS
