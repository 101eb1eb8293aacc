/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-filing.h"

G_BEGIN_DECLS

void ty_filings_columns_add  (GtkColumnView *view);
void ty_filings_columns_copy (GtkColumnView *view,
                              GListModel    *filings);

G_END_DECLS
