/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-custom-field.h"
#include "ty-dimension.h"

G_BEGIN_DECLS

/**
 * TyOwnOperator:
 * @TY_OWN_NONE: the values themselves
 * @TY_OWN_AT_LEAST: not less than a number, not before a date
 * @TY_OWN_AT_MOST: not more
 * @TY_OWN_MORE: more, or later
 * @TY_OWN_LESS: less, or earlier
 * @TY_OWN_HAS: a text that has another in it, in either script
 *
 * How what people have in a field of the county is compared.
 */
typedef enum
{
  TY_OWN_NONE,
  TY_OWN_AT_LEAST,
  TY_OWN_AT_MOST,
  TY_OWN_MORE,
  TY_OWN_LESS,
  TY_OWN_HAS,
} TyOwnOperator;

const TyDimension *ty_dimension_own_find      (const char         *key);
const TyDimension *ty_dimension_own_compare   (TyCustomField      *field,
                                               TyOwnOperator       operator,
                                               const char         *typed,
                                               GError            **error);
char              *ty_dimension_own_split     (const char         *text,
                                               TyOwnOperator      *operator,
                                               const char        **operand) G_GNUC_WARN_UNUSED_RESULT;
void               ty_dimension_own_set_name  (TyCustomField      *field);
char              *ty_dimension_own_dup_label (const TyDimension  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
