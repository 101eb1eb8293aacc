/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-record.h"
#include "ty-store.h"

G_BEGIN_DECLS

gboolean ty_mentor_edit_add (TyStore     *store,
                             const char  *user,
                             GPtrArray   *mentors,
                             gint64      *seq,
                             GError     **error);

G_END_DECLS
