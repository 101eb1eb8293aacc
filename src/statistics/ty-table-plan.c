/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-table-plan"

#include "config.h"

#include "ty-table-plan.h"

#define DECIMALS 2

G_DEFINE_QUARK (ty-table-plan-error-quark, ty_table_plan_error)

static const char *const shares[TY_N_TABLE_SHARES] = {
  [TY_TABLE_SHARE_NONE] = "none",
  [TY_TABLE_SHARE_ROW] = "row",
  [TY_TABLE_SHARE_COLUMN] = "column",
  [TY_TABLE_SHARE_ALL] = "all",
};

static const char *const compares[TY_N_TABLE_COMPARES] = {
  [TY_TABLE_COMPARE_NONE] = "none",
  [TY_TABLE_COMPARE_TERM] = "term",
  [TY_TABLE_COMPARE_YEAR] = "year",
  [TY_TABLE_COMPARE_DAY] = "day",
};

/**
 * ty_table_plan_new:
 * @id: its word
 * @name: what it is called
 *
 * Returns: (transfer full): a table of how many are in office
 */
TyTablePlan *
ty_table_plan_new (const char *id,
                   const char *name)
{
  TyTablePlan *self = g_new0 (TyTablePlan, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->who = TY_WHO_IN_OFFICE;
  self->measures[self->n_measures++] = ty_measure_find ("count");
  self->cells = ty_measure_find ("count");
  self->decimals = DECIMALS;
  return self;
}

/**
 * ty_table_plan_copy:
 * @self: a plan
 *
 * Returns: (transfer full): the same
 */
TyTablePlan *
ty_table_plan_copy (const TyTablePlan *self)
{
  TyTablePlan *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  if (self->filter != NULL)
    copy->filter = ty_population_ref (self->filter);
  return copy;
}

/**
 * ty_table_plan_free:
 * @self: (transfer full): a plan
 */
void
ty_table_plan_free (TyTablePlan *self)
{
  g_free (self->id);
  g_free (self->name);
  g_clear_pointer (&self->filter, ty_population_unref);
  g_free (self);
}

/**
 * ty_table_plan_set_name:
 * @self: a plan
 * @id: its word
 * @name: what it is called
 */
void
ty_table_plan_set_name (TyTablePlan *self,
                        const char  *id,
                        const char  *name)
{
  g_autofree char *old_id = self->id;
  g_autofree char *old_name = self->name;

  self->id = g_strdup (id);
  self->name = g_strdup (name);
}

static gboolean
equal_filters (TyPopulation *a,
               TyPopulation *b)
{
  return a == b || (a != NULL && b != NULL && ty_population_equal (a, b));
}

/**
 * ty_table_plan_equal:
 * @self: a plan
 * @other: another
 *
 * Returns: whether both show the same, whatever they are called
 */
gboolean
ty_table_plan_equal (const TyTablePlan *self,
                     const TyTablePlan *other)
{
  if (self->n_columns != other->n_columns || self->n_measures != other->n_measures)
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i] != other->columns[i])
      return FALSE;
  for (guint i = 0; i < self->n_measures; i++)
    if (self->measures[i] != other->measures[i])
      return FALSE;

  return self->who == other->who && self->rows == other->rows && self->cells == other->cells
         && self->share == other->share && self->compare == other->compare
         && (self->compare != TY_TABLE_COMPARE_DAY || ty_date_compare (self->day, other->day) == 0)
         && self->decimals == other->decimals && self->all == other->all
         && equal_filters (self->filter, other->filter);
}

/**
 * ty_table_plan_make_population:
 * @self: a plan
 *
 * Returns: (transfer full): all who are counted
 */
TyPopulation *
ty_table_plan_make_population (const TyTablePlan *self)
{
  g_autoptr(TyPopulation) who = ty_population_new_who (self->who);

  return self->filter != NULL ? ty_population_new_and (who, self->filter)
                              : g_steal_pointer (&who);
}

/**
 * ty_table_share_to_string:
 * @self: of what shares are
 *
 * Returns: (transfer none): its word
 */
const char *
ty_table_share_to_string (TyTableShare self)
{
  return shares[self];
}

/**
 * ty_table_compare_to_string:
 * @self: with which day a table is compared
 *
 * Returns: (transfer none): its word
 */
const char *
ty_table_compare_to_string (TyTableCompare self)
{
  return compares[self];
}
