/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-world.h"
#include "ty-store.h"

G_BEGIN_DECLS

/* The years of which villages tell their numbers, and in which there is training. */
#define TY_SAMPLE_FIRST_YEAR 2017
#define TY_SAMPLE_LAST_YEAR 2025

gboolean ty_sample_years_write (TySampleWorld  *world,
                                guint32         seed,
                                TyStore        *store,
                                GError        **error);

G_END_DECLS
