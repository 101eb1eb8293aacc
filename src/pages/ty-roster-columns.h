/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-office-roster.h"

G_BEGIN_DECLS

typedef void (*TyRosterSortFunc) (TySort sort,
                                  gboolean     descending,
                                  gpointer     user_data);

void         ty_roster_columns_install       (GtkColumnView    *view,
                                              TyRosterSortFunc  func,
                                              gpointer          user_data);
void         ty_roster_columns_set_departed  (GtkColumnView    *view);
void         ty_roster_columns_show_sort     (GtkColumnView    *view,
                                              TySort      sort,
                                              gboolean          descending);
char        *ty_roster_columns_sort_to_word  (TySort      sort,
                                              gboolean          descending) G_GNUC_WARN_UNUSED_RESULT;
TySort ty_roster_columns_sort_from_word (const char      *word,
                                              gboolean         *descending);

G_END_DECLS
