/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-mass-units.h"

G_BEGIN_DECLS

typedef struct _TySampleMassPeople TySampleMassPeople;

TySampleMassPeople *ty_sample_mass_people_new           (TyStore                    *store,
                                                         GRand                      *rand,
                                                         GError                    **error);
void                ty_sample_mass_people_free          (TySampleMassPeople         *self);
void                ty_sample_mass_people_begin_county  (TySampleMassPeople         *self,
                                                         const char                 *code);
gboolean            ty_sample_mass_people_write_village (TySampleMassPeople         *self,
                                                         const TySampleMassVillage  *village,
                                                         const TySampleMassVillage  *next,
                                                         GError                    **error);
guint               ty_sample_mass_people_get_n_people  (TySampleMassPeople         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TySampleMassPeople, ty_sample_mass_people_free)

G_END_DECLS
