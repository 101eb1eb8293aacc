/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ty-office-history.h"
#include "ty-pages-types.h"

G_BEGIN_DECLS

/* What is asked of the history. Signals: "changed", by the user; "leave-search" (b), by Enter (TRUE) or
 * Escape in the search entry. */
#define TY_TYPE_HISTORY_FILTERS (ty_history_filters_get_type ())
G_DECLARE_FINAL_TYPE (TyHistoryFilters, ty_history_filters, TY, HISTORY_FILTERS, AdwBin)

void      ty_history_filters_set_office      (TyHistoryFilters *self,
                                              TyOffice         *office);
void      ty_history_filters_get             (TyHistoryFilters *self,
                                              TyHistoryFilter  *filter);
void      ty_history_filters_show_counts     (TyHistoryFilters *self,
                                              TyHistoryIndex   *index);
gboolean  ty_history_filters_is_filtered     (TyHistoryFilters *self);
char     *ty_history_filters_dup_description (TyHistoryFilters *self) G_GNUC_WARN_UNUSED_RESULT;
void      ty_history_filters_clear           (TyHistoryFilters *self);
void      ty_history_filters_focus           (TyHistoryFilters *self);

G_END_DECLS
