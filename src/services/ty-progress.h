/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TyProgressFunc:
 * @n_done: how much is done
 * @n_all: how much there is
 * @data: the caller's
 *
 * Hears in the main thread how far a piece of work is.
 */
typedef void (*TyProgressFunc) (guint    n_done,
                                guint    n_all,
                                gpointer data);

typedef struct _TyProgress TyProgress;

TyProgress *ty_progress_new   (TyProgressFunc  func,
                               gpointer        data) G_GNUC_WARN_UNUSED_RESULT;
TyProgress *ty_progress_ref   (TyProgress     *self);
void        ty_progress_unref (TyProgress     *self);
void        ty_progress_end   (TyProgress     *self);
void        ty_progress_tell  (guint           n_done,
                               guint           n_all,
                               gpointer        self);

G_END_DECLS
