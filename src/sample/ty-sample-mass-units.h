/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-bulk.h"

G_BEGIN_DECLS

/**
 * TySampleMassVillage:
 * @id: its unit
 * @community: whether it is a community
 *
 * A village that is in the file already.
 */
typedef struct
{
  gint64 id;
  gboolean community;
} TySampleMassVillage;

typedef struct _TySampleMassUnits TySampleMassUnits;

TySampleMassUnits *ty_sample_mass_units_new            (TyStore            *store,
                                                        gint64              root,
                                                        guint               n_villages,
                                                        GRand              *rand,
                                                        GError            **error);
void               ty_sample_mass_units_free           (TySampleMassUnits  *self);
GArray            *ty_sample_mass_units_write_township (TySampleMassUnits  *self,
                                                        GError            **error);
gboolean           ty_sample_mass_units_is_done        (TySampleMassUnits  *self);
const char        *ty_sample_mass_units_get_county     (TySampleMassUnits  *self);
gboolean           ty_sample_mass_units_is_new_county  (TySampleMassUnits  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TySampleMassUnits, ty_sample_mass_units_free)

G_END_DECLS
