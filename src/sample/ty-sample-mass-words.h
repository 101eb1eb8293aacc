/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TY_SAMPLE_MASS_SEATS_OF_POWER:
 *
 * How many cities and counties together have names of their own.
 */
#define TY_SAMPLE_MASS_SEATS_OF_POWER (52 * 56)

void ty_sample_mass_words_set_county   (GString    *name,
                                        guint       number,
                                        const char *suffix);
void ty_sample_mass_words_set_township (GString    *name,
                                        GRand      *rand,
                                        const char *suffix);
void ty_sample_mass_words_set_village  (GString    *name,
                                        GRand      *rand,
                                        gboolean    community);

G_END_DECLS
