/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-card-answer.h"
#include "ty-chart.h"

G_BEGIN_DECLS

/* How many categories a card of a screen has. */
#define TY_CARD_CHART_MOST 600

TyChart      *ty_card_chart_new            (const TyCardAnswer  *answer) G_GNUC_WARN_UNUSED_RESULT;
TyChart      *ty_card_chart_new_part       (const TyCardAnswer  *answer,
                                            guint                most) G_GNUC_WARN_UNUSED_RESULT;
TyChart      *ty_card_chart_dup_part       (TyChart             *chart) G_GNUC_WARN_UNUSED_RESULT;
TyPopulation *ty_card_chart_dup_population (const TyCardAnswer  *answer,
                                            TyChart             *chart,
                                            guint                mark) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
