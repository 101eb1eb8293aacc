/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far the checks are: written by the thread that runs them, read by whoever waits. */
typedef struct _TyCheckProgress TyCheckProgress;

TyCheckProgress *ty_check_progress_new          (void) G_GNUC_WARN_UNUSED_RESULT;
TyCheckProgress *ty_check_progress_ref          (TyCheckProgress *self);
void             ty_check_progress_unref        (TyCheckProgress *self);
void             ty_check_progress_tell         (guint            n_done,
                                                 guint            n_all,
                                                 gpointer         self);
double           ty_check_progress_get_fraction (TyCheckProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyCheckProgress, ty_check_progress_unref)

G_END_DECLS
