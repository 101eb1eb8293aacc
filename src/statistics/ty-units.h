/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-chunk.h"
#include "ty-date.h"
#include "ty-statistics-types.h"

G_BEGIN_DECLS

/**
 * TyUnitSpan:
 * @unit: number of the unit
 * @parent: number of the unit above it, or %TY_UNIT_NONE
 * @from: the first day
 * @until: the first day that does not count any more
 * @position: place among its siblings in the official order
 * @name: (unowned): what it was called
 * @level: key of the level
 * @kind: key of the kind
 * @party_form: key of the form of the party organization, or 0
 *
 * What a unit was for a while.
 */
typedef struct
{
  guint32 unit;
  guint32 parent;
  gint32 from;
  gint32 until;
  gint64 position;
  const char *name;
  GQuark level;
  GQuark kind;
  GQuark party_form;
} TyUnitSpan;

TyUnits          *ty_units_load      (TyDatabase  *database,
                                      TyUnits     *before,
                                      GError     **error);
TyUnits          *ty_units_load_ids  (TyDatabase  *database,
                                      TyUnits     *before,
                                      GError     **error);
gboolean          ty_units_load_spans (TyUnits    *self,
                                      TyDatabase  *database,
                                      GError     **error);
TyUnits          *ty_units_ref       (TyUnits     *self);
void              ty_units_unref     (TyUnits     *self);
guint             ty_units_get_n     (TyUnits     *self);
gint64            ty_units_get_id    (TyUnits     *self,
                                      guint32      unit);
guint32           ty_units_find      (TyUnits     *self,
                                      gint64       id);
guint32           ty_units_find_near (TyUnits     *self,
                                      gint64       id,
                                      guint32      number);
guint             ty_units_get_n_spans (TyUnits   *self);
const TyUnitSpan *ty_units_get_span  (TyUnits     *self,
                                      guint        number);
const TyUnitSpan *ty_units_find_span (TyUnits     *self,
                                      guint32      unit,
                                      gint32       day);
gboolean          ty_units_compare   (TyUnits     *self,
                                      TyDatabase  *database,
                                      gint64       id,
                                      gboolean    *same,
                                      GError     **error);
TyUnitTree       *ty_units_get_tree  (TyUnits     *self,
                                      TyDate       as_of);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyUnits, ty_units_unref)

G_END_DECLS
