/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-compare-facts.h"

G_BEGIN_DECLS

GtkWidget *ty_compare_head_new (TyPersonFile  *file,
                                gboolean       first,
                                gboolean       last) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ty_compare_cell_new (TyCompareFact  fact,
                                TyPersonFile  *file,
                                TyDate         as_of) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
