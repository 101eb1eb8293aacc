/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-office-person.h"

G_BEGIN_DECLS

TyPersonFile *ty_person_loader_load (TyDatabase  *database,
                                     gint64       person,
                                     TyDate       as_of,
                                     GError     **error);

G_END_DECLS
