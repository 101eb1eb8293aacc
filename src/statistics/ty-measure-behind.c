/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-measure"

#include "config.h"

#include "ty-measure-behind.h"

/**
 * ty_measure_dup_behind:
 * @self: a measure
 *
 * Returns: (transfer full) (nullable): what is asked besides of those who are behind a number: that of which a share
 *   is one, that the age of an average is known; %NULL for nothing
 */
TyPopulation *
ty_measure_dup_behind (const TyMeasure *self)
{
  TyCondition condition = ty_measure_get_counted (self);
  const TyDimension *dimension = self->dimension != NULL ? ty_dimension_find (self->dimension) : NULL;
  g_auto(GStrv) values = dimension != NULL ? g_strsplit (self->value, "|", -1) : NULL;
  TyPopulation *any = NULL;

  if (condition != TY_CONDITION_NONE)
    return ty_population_new_condition (condition);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autoptr(TyPopulation) before = any;
      g_autoptr(TyPopulation) value = ty_population_new_value (dimension, values[i]);

      any = before != NULL ? ty_population_new_or (before, value) : ty_population_ref (value);
    }
  return any;
}
