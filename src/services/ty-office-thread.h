/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-engine.h"
#include "ty-store.h"
#include "ty-worker.h"

G_BEGIN_DECLS

typedef struct _TyOfficeThread TyOfficeThread;

TyOfficeThread *ty_office_thread_new        (const char       *name,
                                             TyEngine         *engine) G_GNUC_WARN_UNUSED_RESULT;
void            ty_office_thread_free       (TyOfficeThread   *self);
void            ty_office_thread_queue      (TyOfficeThread   *self,
                                             GTask            *task,
                                             GTaskThreadFunc   func);

/* In the thread itself only. */
void            ty_office_thread_take_store (TyOfficeThread   *self,
                                             TyStore          *store);
gboolean        ty_office_thread_open_reader (TyOfficeThread  *self,
                                             const char       *path,
                                             GError          **error);
gboolean        ty_office_thread_close_store (TyOfficeThread  *self,
                                             GError          **error);
TyStore        *ty_office_thread_get_store  (TyOfficeThread   *self);
TyDatabase     *ty_office_thread_get_database (TyOfficeThread *self);
gint64          ty_office_thread_get_first_seq (TyOfficeThread *self);
TyEngine       *ty_office_thread_get_engine (TyOfficeThread   *self);

G_END_DECLS
