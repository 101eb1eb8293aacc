/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-age-band"

#include "config.h"

#include "ty-age-band.h"

/**
 * ty_age_band_free:
 * @self: (transfer full): a band
 */
void
ty_age_band_free (TyAgeBand *self)
{
  g_free (self->key);
  for (guint i = 0; i < TY_N_LANGUAGES; i++)
    g_free (self->labels[i]);
  g_free (self);
}

/**
 * ty_age_band_contains:
 * @self: a band
 * @age: full years of ty_date_full_years(), -1 for an unknown age
 *
 * Returns: whether the age lies in the band; an unknown age lies in none
 */
gboolean
ty_age_band_contains (const TyAgeBand *self,
                      int              age)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return age >= 0 && age >= self->from && age <= self->to;
}

/**
 * ty_age_band_get_label:
 * @self: a band
 *
 * Returns: (transfer none): its label in the user's language
 */
const char *
ty_age_band_get_label (const TyAgeBand *self)
{
  return ty_age_band_get_label_in (self, ty_language_get_current ());
}

/**
 * ty_age_band_get_label_in:
 * @self: a band
 * @language: a language
 *
 * Returns: (transfer none): its label, the key where there is none in @language
 */
const char *
ty_age_band_get_label_in (const TyAgeBand *self,
                          TyLanguage       language)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) language < TY_N_LANGUAGES, NULL);

  return self->labels[language] != NULL ? self->labels[language] : self->key;
}
