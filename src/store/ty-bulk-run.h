/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-action-log.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean ty_store_run_bulk (TyStore       *self,
                            TyActionSpec  *spec,
                            TyActionFunc   func,
                            gpointer       data,
                            GCancellable  *cancellable,
                            GError       **error);

G_END_DECLS
