/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cross-grid"

#include "config.h"

#include "ty-cross-grid-private.h"

#include "ty-measure-behind.h"

/* Who is behind the cells of a cross table. */

/* In a group of units it is asked as if they were the whole scope; by the first such dimension only. */
static TyPopulation *
narrow (TyPopulation      *population,
        const TyDimension *dimension,
        const char        *key,
        gboolean           as_scope)
{
  g_autoptr(TyPopulation) value = NULL;

  if (as_scope)
    return ty_population_new_in (dimension, key, population);

  value = ty_population_new_value (dimension, key);
  return ty_population_new_and (population, value);
}

static TyPopulation *
measure_population (TyPopulation    *population,
                    const TyMeasure *measure)
{
  g_autoptr(TyPopulation) behind = ty_measure_dup_behind (measure);

  return behind != NULL ? ty_population_new_and (population, behind) : ty_population_ref (population);
}

/**
 * ty_cross_grid_dup_population:
 * @self: a table
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer full) (nullable): who is behind the cell, as many as it says; of an average, who went into
 * it; %NULL of a change
 */
TyPopulation *
ty_cross_grid_dup_population (TyCrossGrid *self,
                              guint        row,
                              guint        column)
{
  const TyCrossGridColumn *of = &g_array_index (self->columns, TyCrossGridColumn, column);
  const char *key = g_ptr_array_index (self->keys, row);
  const TyDimension *dimensions[] = { key != NULL ? self->plan->rows : NULL, of->dimension };
  const char *keys[] = { key, of->key };
  TySubject subject = ty_who_get_subject (self->plan->who);
  g_autoptr(TyPopulation) population = ty_table_plan_make_population (self->plan);
  int units = -1;

  if (of->part == TY_CROSS_GRID_CHANGE)
    return NULL;

  for (int i = 1; subject == TY_SUBJECT_PEOPLE && i >= 0; i--)
    if (dimensions[i] != NULL && ty_dimension_suits (dimensions[i], TY_SUBJECT_VILLAGES))
      units = i;
  for (int pass = 0; pass < 2; pass++)
    for (int i = 0; i < (int) G_N_ELEMENTS (dimensions); i++)
      if (dimensions[i] != NULL && (i == units) == (pass == 1))
        {
          g_autoptr(TyPopulation) before = g_steal_pointer (&population);
          g_autoptr(TyPopulation) measured = pass == 1 ? measure_population (before, of->measure)
                                                       : ty_population_ref (before);

          population = narrow (measured, dimensions[i], keys[i], pass == 1);
        }
  if (units < 0)
    {
      g_autoptr(TyPopulation) before = g_steal_pointer (&population);

      population = measure_population (before, of->measure);
    }
  return of->date == 0 ? g_steal_pointer (&population) : ty_population_new_at (self->before, 0, population);
}
