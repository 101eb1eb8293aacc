/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-measure.h"
#include "ty-population.h"

G_BEGIN_DECLS

TyPopulation *ty_measure_dup_behind (const TyMeasure *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
