/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-person.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TySampleTerms:
 * @ids: of the terms 2017 and 2021
 * @n_filings: how many filing numbers each year has given out, from 2017
 */
typedef struct
{
  gint64 ids[2];
  guint n_filings[8];
} TySampleTerms;

gboolean ty_sample_service_write_terms (TySampleTerms         *terms,
                                        TyStore               *store,
                                        GError               **error);
gboolean ty_sample_service_write       (TySampleTerms         *terms,
                                        const TySamplePerson  *person,
                                        gint64                 id,
                                        GRand                 *rand,
                                        TyStore               *store,
                                        GError               **error);

G_END_DECLS
