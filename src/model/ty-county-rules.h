/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-age-band.h"

G_BEGIN_DECLS

#define TY_TYPE_COUNTY_RULES (ty_county_rules_get_type ())
G_DECLARE_FINAL_TYPE (TyCountyRules, ty_county_rules, TY, COUNTY_RULES, GObject)

typedef enum
{
  TY_COUNTY_RULES_ERROR_SYNTAX,
  TY_COUNTY_RULES_ERROR_VALUE,
} TyCountyRulesError;

#define TY_COUNTY_RULES_ERROR (ty_county_rules_error_quark ())

GQuark         ty_county_rules_error_quark               (void);
TyCountyRules *ty_county_rules_new_shipped               (void) G_GNUC_WARN_UNUSED_RESULT;
TyCountyRules *ty_county_rules_new_from_json             (const char     *json,
                                                          GError        **error)
                                                         G_GNUC_WARN_UNUSED_RESULT;
char          *ty_county_rules_to_json                   (TyCountyRules  *self)
                                                         G_GNUC_WARN_UNUSED_RESULT;

int            ty_county_rules_get_age_limit             (TyCountyRules  *self);
int            ty_county_rules_get_decimals              (TyCountyRules  *self);
GArray        *ty_county_rules_get_age_steps             (TyCountyRules  *self);
GPtrArray     *ty_county_rules_get_age_bands             (TyCountyRules  *self);
int            ty_county_rules_get_talks_per_month       (TyCountyRules  *self,
                                                          const char     *kind);
int            ty_county_rules_get_training_days_minimum (TyCountyRules  *self);
int            ty_county_rules_get_annual_pay_minimum    (TyCountyRules  *self);
int            ty_county_rules_get_reserves_per_post     (TyCountyRules  *self);
int            ty_county_rules_get_weak_economy_income   (TyCountyRules  *self);
int            ty_county_rules_get_term_years            (TyCountyRules  *self);
int            ty_county_rules_get_backup                (TyCountyRules  *self,
                                                          const char     *name);

G_END_DECLS
