/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-database.h"
#include "ty-date.h"
#include "ty-form-values.h"
#include "ty-language.h"
#include "ty-record.h"

G_BEGIN_DECLS

extern const char *const ty_form_pairing_words[];

GPtrArray *ty_form_pairing_list       (TyDatabase    *database,
                                       gint64         person,
                                       TyDate         as_of,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   ty_form_pairing_add        (TyFormValues  *values,
                                       TyFormValues  *mentor,
                                       TyDatabase    *database,
                                       TyRecord      *pairing,
                                       TyDate         as_of,
                                       TyLanguage     language,
                                       GError       **error);
gboolean   ty_form_pairing_knows      (const char    *list,
                                       const char    *field);

G_END_DECLS
