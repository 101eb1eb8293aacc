/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-person.h"
#include "ty-store.h"

G_BEGIN_DECLS

gboolean ty_person_edit_add (TyStore     *store,
                             const char  *user,
                             TyPerson    *person,
                             gint64      *seq,
                             GError     **error);
gboolean ty_person_edit_run (TyStore     *store,
                             const char  *user,
                             TyPerson    *person,
                             gint64      *seq,
                             GError     **error);

G_END_DECLS
