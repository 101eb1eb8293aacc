/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-office-choice.h"

G_BEGIN_DECLS

typedef void (*TyRosterSortFunc)   (TySortKey key,
                                    gpointer  user_data);
typedef void (*TyRosterWidthsFunc) (gpointer  user_data);

void        ty_roster_columns_install        (GtkColumnView      *view,
                                              TyRosterSortFunc    func,
                                              gpointer            user_data);
void        ty_roster_columns_set_departed   (GtkColumnView      *view);
gboolean    ty_roster_columns_set_own        (GtkColumnView      *view,
                                              GPtrArray          *fields);
void        ty_roster_columns_set_shown      (GtkColumnView      *view,
                                              const char * const *words);
char      **ty_roster_columns_get_shown      (GtkColumnView      *view) G_GNUC_WARN_UNUSED_RESULT;
char      **ty_roster_columns_list           (GtkColumnView      *view) G_GNUC_WARN_UNUSED_RESULT;
const char *ty_roster_columns_get_title      (GtkColumnView      *view,
                                              const char         *word);
const char *ty_roster_columns_get_sort_title (GtkColumnView      *view,
                                              TySortKey           key);
GArray     *ty_roster_columns_get_table      (GtkColumnView      *view) G_GNUC_WARN_UNUSED_RESULT;
GVariant   *ty_roster_columns_get_widths     (GtkColumnView      *view) G_GNUC_WARN_UNUSED_RESULT;
void        ty_roster_columns_set_widths     (GtkColumnView      *view,
                                              GVariant           *widths);
int         ty_roster_columns_measure_usual  (GtkColumnView      *view,
                                              guint               n_characters);
void        ty_roster_columns_watch_widths   (GtkColumnView      *view,
                                              TyRosterWidthsFunc  func,
                                              gpointer            user_data);
void        ty_roster_columns_show_sort      (GtkColumnView      *view,
                                              TySortKey           key);

G_END_DECLS
