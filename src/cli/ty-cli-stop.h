/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TyCliStop TyCliStop;

TyCliStop    *ty_cli_stop_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void          ty_cli_stop_free            (TyCliStop *self);
GCancellable *ty_cli_stop_get_cancellable (TyCliStop *self);
void          ty_cli_stop_tell            (guint      n_done,
                                           guint      n_all,
                                           gpointer   self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCliStop, ty_cli_stop_free)

G_END_DECLS
