/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-filing.h"

G_BEGIN_DECLS

void        ty_filings_columns_add       (GtkColumnView *view);
guint       ty_filings_columns_get_n     (void);
const char *ty_filings_columns_get_title (guint          column);
const char *ty_filings_columns_get_text  (guint          column,
                                          TyFiling      *filing);

G_END_DECLS
