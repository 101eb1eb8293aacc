/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-office-person.h"

G_BEGIN_DECLS

gboolean ty_person_pairings_load (TyDatabase    *database,
                                  gint64         person,
                                  TyPersonFile  *file,
                                  GError       **error);

G_END_DECLS
