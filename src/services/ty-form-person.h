/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"
#include "ty-form-values.h"

G_BEGIN_DECLS

extern const char *const ty_form_person_words[];

gboolean ty_form_person_add (TyFormValues  *values,
                             TyDatabase    *database,
                             GPtrArray     *states,
                             gint64         person,
                             TyDate         as_of,
                             guint          age_limit,
                             GError       **error);

G_END_DECLS
