/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-language.h"
#include "ty-model-types.h"

G_BEGIN_DECLS

/**
 * TyAgeBand:
 * @key: the key
 * @from: the lowest age in full years
 * @to: the highest age in full years, %G_MAXINT where the band is open
 * @labels: the labels by language
 *
 * One age band of a county. Both ends belong to it.
 */
struct _TyAgeBand
{
  char *key;                    /* (owned) */
  int from;
  int to;
  char *labels[TY_N_LANGUAGES]; /* (owned) */
};

void        ty_age_band_free         (TyAgeBand       *self);
gboolean    ty_age_band_contains     (const TyAgeBand *self,
                                      int              age);
const char *ty_age_band_get_label    (const TyAgeBand *self);
const char *ty_age_band_get_label_in (const TyAgeBand *self,
                                      TyLanguage       language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyAgeBand, ty_age_band_free)

G_END_DECLS
