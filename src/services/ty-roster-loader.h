/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"
#include "ty-view.h"

G_BEGIN_DECLS

GPtrArray *ty_roster_loader_load (TyDatabase    *database,
                                  const gint64  *people,
                                  guint          n_people,
                                  TyDate         as_of,
                                  GError       **error);
void       ty_roster_loader_add_tags (GPtrArray *rows,
                                  TyView        *view);

G_END_DECLS
