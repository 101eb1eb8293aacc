/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample.h"
#include "ty-store.h"

G_BEGIN_DECLS

#define TY_SAMPLE_MASS_NAME "云屏省"
#define TY_SAMPLE_MASS_CODE "990000"

gboolean ty_sample_mass_write (TyStore                *store,
                               gint64                  root,
                               const TySampleOptions  *options,
                               guint                  *n_people,
                               GCancellable           *cancellable,
                               GError                **error);

G_END_DECLS
