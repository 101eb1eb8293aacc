/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TyAwake TyAwake;

TyAwake *ty_awake_new  (GtkWindow  *window,
                        const char *reason) G_GNUC_WARN_UNUSED_RESULT;
void     ty_awake_free (TyAwake    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyAwake, ty_awake_free)

G_END_DECLS
