/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ty-filing-index.h"
#include "ty-typed.h"
#include "ty-unit-word-finder.h"

G_BEGIN_DECLS

/* A county filing as a list shows it. It never changes. Properties, all readable and in words: "state",
 * "number", "date", "name", "township", "village", "post", "matter", "day", "term". */
#define TY_TYPE_FILING (ty_filing_get_type ())
G_DECLARE_FINAL_TYPE (TyFiling, ty_filing, TY, FILING, GObject)

TyFiling          *ty_filing_new          (const TyFilingRow *row,
                                           char              *name,
                                           const TyUnitWords *unit) G_GNUC_WARN_UNUSED_RESULT;
const TyFilingKey *ty_filing_get_key      (TyFiling          *self);
gboolean           ty_filing_is_open      (TyFiling          *self);
const char        *ty_filing_get_text     (TyFiling          *self,
                                           const char        *property);
gint64             ty_filing_get_township (TyFiling          *self);
gboolean           ty_filing_fits         (TyFiling          *self,
                                           const TyTyped     *typed);
int                ty_filing_compare      (gconstpointer      a,
                                           gconstpointer      b);

G_END_DECLS
