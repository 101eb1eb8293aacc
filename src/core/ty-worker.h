/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-core-types.h"

G_BEGIN_DECLS

#define TY_TYPE_WORKER (ty_worker_get_type ())
G_DECLARE_FINAL_TYPE (TyWorker, ty_worker, TY, WORKER, GObject)

TyWorker *ty_worker_new       (const char          *name) G_GNUC_WARN_UNUSED_RESULT;
void      ty_worker_queue     (TyWorker            *self,
                               GTask               *task,
                               GTaskThreadFunc      func);
gboolean  ty_worker_is_inside (TyWorker            *self);
void      ty_worker_shutdown  (TyWorker            *self);

G_END_DECLS
