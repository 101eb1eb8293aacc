/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TY_SETTING_RULES:
 *
 * The setting that holds the county's rules, as #TyCountyRules reads them.
 */
#define TY_SETTING_RULES "rules"

TyStore *ty_county_create (const char  *path,
                           const char  *name,
                           const char  *code,
                           const char  *user,
                           GError     **error);

char    *ty_county_dup_rules (TyDatabase  *database,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
