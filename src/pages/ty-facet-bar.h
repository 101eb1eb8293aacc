/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-facet-chip.h"

G_BEGIN_DECLS

/* The dimensions by which a roster is narrowed, as chips. Signals: "changed": something else was
 * chosen; "opened" (TyFacetChip): the values of a chip should be counted. */
#define TY_TYPE_FACET_BAR (ty_facet_bar_get_type ())
G_DECLARE_FINAL_TYPE (TyFacetBar, ty_facet_bar, TY, FACET_BAR, GtkBox)

void         ty_facet_bar_set_dimensions (TyFacetBar         *self,
                                          const char * const *keys);
void         ty_facet_bar_set_own        (TyFacetBar         *self,
                                          GPtrArray          *fields);
void         ty_facet_bar_fill_query     (TyFacetBar         *self,
                                          TyRosterQuery      *query);
gboolean     ty_facet_bar_is_active      (TyFacetBar         *self);
void         ty_facet_bar_clear          (TyFacetBar         *self);
void         ty_facet_bar_choose         (TyFacetBar         *self,
                                          const TyDimension  *dimension,
                                          const char         *key,
                                          const char         *label);
void         ty_facet_bar_restore        (TyFacetBar         *self,
                                          const TyDimension  *dimension,
                                          GVariant           *values);
void         ty_facet_bar_set_count      (TyFacetBar         *self,
                                          int                 count);
TyFacetChip *ty_facet_bar_get_open       (TyFacetBar         *self);
TyFacetChip *ty_facet_bar_find           (TyFacetBar         *self,
                                          const TyDimension  *dimension);
void         ty_facet_bar_describe       (TyFacetBar         *self,
                                          GPtrArray          *texts);

G_END_DECLS
