/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ty-office-roster.h"

G_BEGIN_DECLS

/* A dimension of a roster with what was chosen of it. Signals: "changed": something else was chosen;
 * "opened": its values are looked at, and should be counted. */
#define TY_TYPE_FACET_CHIP (ty_facet_chip_get_type ())
G_DECLARE_FINAL_TYPE (TyFacetChip, ty_facet_chip, TY, FACET_CHIP, GtkBox)

GtkWidget          *ty_facet_chip_new           (const TyDimension   *dimension)
                                                G_GNUC_WARN_UNUSED_RESULT;
const TyDimension  *ty_facet_chip_get_dimension (TyFacetChip         *self);
gboolean            ty_facet_chip_is_active     (TyFacetChip         *self);
gboolean            ty_facet_chip_is_open       (TyFacetChip         *self);
const char * const *ty_facet_chip_get_values    (TyFacetChip         *self);
char               *ty_facet_chip_describe      (TyFacetChip         *self)
                                                G_GNUC_WARN_UNUSED_RESULT;
void                ty_facet_chip_choose        (TyFacetChip         *self,
                                                 const char          *key,
                                                 const char          *label);
GVariant           *ty_facet_chip_save          (TyFacetChip         *self);
void                ty_facet_chip_restore       (TyFacetChip         *self,
                                                 GVariant            *values);
void                ty_facet_chip_clear         (TyFacetChip         *self);
void                ty_facet_chip_open          (TyFacetChip         *self);
void                ty_facet_chip_set_facet     (TyFacetChip         *self,
                                                 const TyFacet       *facet);
void                ty_facet_chip_set_count     (TyFacetChip         *self,
                                                 int                  count);

G_END_DECLS
