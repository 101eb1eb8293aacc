/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-population"

#include "config.h"

#include "ty-population-private.h"

/* What a population asks of records is read of the file once, before it is asked of everybody. */

typedef struct
{
  TyView *view;
  TyDatabase *database;
} Resolving;

static gboolean
is_of_records (TyPopulation *self)
{
  return (self->test != NULL && ty_filter_field_is_of_records (self->test->field))
         || (self->a != NULL && is_of_records (self->a)) || (self->b != NULL && is_of_records (self->b));
}

/* The roster, its counts and its facets ask for the same one after the other. */
static TyPopulation *
read_rows (TyPopulation     *self,
           TyDate            as_of,
           const Resolving  *resolving,
           GError          **error)
{
  g_autofree char *json = ty_population_to_json (self);
  g_autofree char *day = ty_date_to_iso (as_of);
  g_autofree char *name = g_strconcat ("records\t", day, "\t", json, NULL);
  TyPopulation *kept = ty_view_get_kept (resolving->view, name);
  TyBitmap *rows;

  if (kept != NULL)
    return ty_population_ref (kept);

  rows = ty_filter_test_read (self->test, ty_view_get_columns (resolving->view), as_of,
                              resolving->database, error);
  if (rows == NULL)
    return NULL;

  kept = ty_population_new_rows (rows);
  ty_view_keep (resolving->view, name, ty_population_ref (kept), (GDestroyNotify) ty_population_unref);
  return kept;
}

static TyPopulation *
copy_node (TyPopulation *self,
           TyPopulation *a,
           TyPopulation *b)
{
  switch (self->node)
    {
    case TY_NODE_AND:
      return ty_population_new_and (a, b);
    case TY_NODE_OR:
      return ty_population_new_or (a, b);
    case TY_NODE_NOT:
      return ty_population_new_not (a);
    case TY_NODE_AT:
      return ty_population_new_at (self->as_of, self->scope, a);
    case TY_NODE_IN:
      return ty_population_new_in (self->dimension, self->key, a);
    case TY_NODE_WHO:
    case TY_NODE_CONDITION:
    case TY_NODE_VALUE:
    case TY_NODE_TEST:
    case TY_NODE_ROWS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static TyPopulation *
resolve (TyPopulation     *self,
         TyDate            as_of,
         const Resolving  *resolving,
         GError          **error)
{
  TyDate inner = self->node == TY_NODE_AT && ty_date_is_known (self->as_of) ? self->as_of : as_of;
  g_autoptr(TyPopulation) a = NULL;
  g_autoptr(TyPopulation) b = NULL;

  if (!is_of_records (self))
    return ty_population_ref (self);
  if (self->node == TY_NODE_TEST)
    return read_rows (self, as_of, resolving, error);

  a = resolve (self->a, inner, resolving, error);
  if (a == NULL)
    return NULL;
  if (self->b != NULL)
    {
      b = resolve (self->b, inner, resolving, error);
      if (b == NULL)
        return NULL;
    }
  return copy_node (self, a, b);
}

/**
 * ty_population_resolve:
 * @self: a population for which ty_population_get_subject() returns %TRUE
 * @view: the date and the scope in which it will be asked, which keeps what was read
 * @database: a connection that sees the file as the view has it
 * @error: a `TY_STORE_ERROR`
 *
 * Reads what it asks of records. Whoever asks for a population that a user made calls this before.
 *
 * Returns: (transfer full) (nullable): the same, to be asked in the generation of @view; itself where it
 * asks nothing of records
 */
TyPopulation *
ty_population_resolve (TyPopulation  *self,
                       TyView        *view,
                       TyDatabase    *database,
                       GError       **error)
{
  const Resolving resolving = { view, database };

  return resolve (self, ty_view_get_as_of (view), &resolving, error);
}
