/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyFilingKey:
 * @person: key of the person
 * @appointment: the second part of the key of the appointment
 * @term: key of the term in which the appointment is filed; 0 = that of its beginning
 * @removal: whether it is the end of the appointment that is filed
 *
 * What is filed with the county.
 */
typedef struct
{
  gint64 person;
  gint64 appointment;
  gint64 term;
  gboolean removal;
} TyFilingKey;

gboolean ty_filing_edit_run (TyStore            *store,
                             const char         *user,
                             const TyFilingKey  *keys,
                             guint               n_keys,
                             const char         *number,
                             TyDate              date,
                             gint64             *seq,
                             GError            **error);

G_END_DECLS
