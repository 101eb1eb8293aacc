/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

TyChart   *ty_gallery_make_chart   (TyChartKind kind) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ty_gallery_build_charts (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
