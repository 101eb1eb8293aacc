/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-world.h"

G_BEGIN_DECLS

gboolean ty_sample_pairings_write (TySampleWorld  *world,
                                   guint32         seed,
                                   TyStore        *store,
                                   GError        **error);

G_END_DECLS
