/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-month.h"
#include "ty-store.h"

G_BEGIN_DECLS

/* The month of the latest talks. */
#define TY_SAMPLE_TALKS_END TY_SAMPLE_MONTH (2026, 11)

gboolean ty_sample_talks_write        (gint64          mentee,
                                       gint64          mentor,
                                       TySampleMonth   from,
                                       int             talks,
                                       GRand          *rand,
                                       TyStore        *store,
                                       GError        **error);
gboolean ty_sample_talks_write_review (gint64          mentee,
                                       gint64          mentor,
                                       gboolean        good,
                                       GRand          *rand,
                                       TyStore        *store,
                                       GError        **error);

G_END_DECLS
