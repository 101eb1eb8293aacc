/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-store.h"

G_BEGIN_DECLS

gboolean ty_unit_move_run (TyStore      *store,
                           const char   *user,
                           gint64        unit,
                           gint64        before,
                           TyDate        as_of,
                           gint64       *seq,
                           GError      **error);

G_END_DECLS
