/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-typed.h"
#include "ty-unit-tree.h"

G_BEGIN_DECLS

/**
 * TyFoundUnit:
 * @unit: the number of a unit
 * @fit: how well its name fits
 *
 * A unit that was found.
 */
typedef struct
{
  guint32 unit;
  TyFit fit;
} TyFoundUnit;

typedef struct _TyUnitFinder TyUnitFinder;

TyUnitFinder *ty_unit_finder_new       (TyUnits      *units) G_GNUC_WARN_UNUSED_RESULT;
TyUnitFinder *ty_unit_finder_ref       (TyUnitFinder *self);
void          ty_unit_finder_unref     (TyUnitFinder *self);
TyUnits      *ty_unit_finder_get_units (TyUnitFinder *self);
GArray       *ty_unit_finder_find      (TyUnitFinder *self,
                                        TyUnitTree   *tree,
                                        const char   *text,
                                        guint         limit) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyUnitFinder, ty_unit_finder_unref)

G_END_DECLS
