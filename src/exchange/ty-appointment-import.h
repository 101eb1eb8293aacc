/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-appointment-plan.h"
#include "ty-store.h"

G_BEGIN_DECLS

guint ty_appointment_import_run    (TyStore             *store,
                                    GPtrArray           *plan,
                                    TyDate               as_of,
                                    const char          *user,
                                    GCancellable        *cancellable,
                                    gint64              *seq,
                                    GError             **error);

G_END_DECLS
