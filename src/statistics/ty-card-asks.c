/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-card-asks"

#include "config.h"

#include "ty-card-asks.h"

#include <string.h>

/* One table for all that is asked of the same people by the same dimensions on the same dates: six figures
 * of the secretaries cost as much as one, since a person is looked at once. */
typedef struct
{
  TyCrossTableSpec spec;
  TyPopulation *population;        /* (owned) */
  TyPopulation *population_before; /* (owned) (nullable) */
  TyCrossTable *table;             /* (owned) (nullable) */
  char *problem;                   /* (owned) (nullable): why there is none */
} Asked;

typedef struct
{
  TyDate as_of;
  TyView *view; /* (owned) */
} Dated;

/**
 * TyCardAsks:
 *
 * What the cards of a dashboard ask, put together before it is counted.
 */
struct _TyCardAsks
{
  TyColumns *columns;   /* (owned) */
  TyViews *views;       /* (unowned) (nullable) */
  TyDatabase *database; /* (unowned) */
  gint64 scope;
  GArray *dated;        /* (owned) (element-type Dated) */
  GPtrArray *asked;     /* (owned) (element-type Asked) */
};

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  ty_population_unref (asked->population);
  g_clear_pointer (&asked->population_before, ty_population_unref);
  g_clear_pointer (&asked->table, ty_cross_table_free);
  g_free (asked->problem);
  g_free (asked);
}

static void
clear_dated (gpointer data)
{
  ty_view_unref (((Dated *) data)->view);
}

/**
 * ty_card_asks_new:
 * @columns: the generation that is asked
 * @views: (nullable): where views are kept that are asked for again; it outlives this
 * @database: a connection of the same state of the file, which outlives this
 * @scope: key of a unit, or 0
 *
 * Returns: (transfer full): nothing asked yet
 */
TyCardAsks *
ty_card_asks_new (TyColumns  *columns,
                  TyViews    *views,
                  TyDatabase *database,
                  gint64      scope)
{
  TyCardAsks *self = g_new0 (TyCardAsks, 1);

  self->columns = ty_columns_ref (columns);
  self->views = views;
  self->database = database;
  self->scope = scope;
  self->dated = g_array_new (FALSE, FALSE, sizeof (Dated));
  g_array_set_clear_func (self->dated, clear_dated);
  self->asked = g_ptr_array_new_with_free_func (asked_free);
  return self;
}

void
ty_card_asks_free (TyCardAsks *self)
{
  g_ptr_array_unref (self->asked);
  g_array_unref (self->dated);
  ty_columns_unref (self->columns);
  g_free (self);
}

/**
 * ty_card_asks_get_view:
 * @self: what is asked
 * @as_of: a date
 *
 * Returns: (transfer none): everybody on that date in the scope
 */
TyView *
ty_card_asks_get_view (TyCardAsks *self,
                       TyDate      as_of)
{
  Dated dated = { as_of, NULL };

  for (guint i = 0; i < self->dated->len; i++)
    if (ty_date_compare (g_array_index (self->dated, Dated, i).as_of, as_of) == 0)
      return g_array_index (self->dated, Dated, i).view;

  dated.view = self->views != NULL
                 ? ty_views_get (self->views, self->columns, as_of, self->scope, 0)
                 : ty_view_new (self->columns, as_of, self->scope, 0, NULL);
  g_array_append_val (self->dated, dated);
  return dated.view;
}

static gboolean
is_same (const TyCrossTableSpec *a,
         const TyCrossTableSpec *b)
{
  if (a->view != b->view || a->before != b->before || a->n_dimensions != b->n_dimensions)
    return FALSE;
  for (guint i = 0; i < a->n_dimensions; i++)
    if (a->dimensions[i] != b->dimensions[i])
      return FALSE;

  return ty_population_equal (a->population, b->population);
}

static gboolean
add_measure (Asked           *asked,
             const TyMeasure *measure,
             guint           *number)
{
  for (*number = 0; *number < asked->spec.n_measures; (*number)++)
    if (asked->spec.measures[*number] == measure)
      return TRUE;
  if (asked->spec.n_measures == TY_CROSS_TABLE_MEASURES)
    return FALSE;

  asked->spec.measures[asked->spec.n_measures++] = measure;
  return TRUE;
}

/**
 * ty_card_asks_add:
 * @self: what is asked
 * @spec: a table of one measure, with views of ty_card_asks_get_view()
 *
 * Returns: where its number will be found
 */
TyCardAsk
ty_card_asks_add (TyCardAsks             *self,
                  const TyCrossTableSpec *spec)
{
  TyCardAsk ask;
  Asked *asked;

  g_return_val_if_fail (spec->n_measures == 1, ((TyCardAsk){ 0, 0 }));

  for (ask.number = 0; ask.number < self->asked->len; ask.number++)
    {
      asked = g_ptr_array_index (self->asked, ask.number);
      if (is_same (&asked->spec, spec) && add_measure (asked, spec->measures[0], &ask.measure))
        return ask;
    }

  asked = g_new0 (Asked, 1);
  asked->spec = *spec;
  asked->population = ty_population_ref (spec->population);
  g_ptr_array_add (self->asked, asked);
  ask.measure = 0;
  return ask;
}

static TyPopulation *
resolve (TyCardAsks    *self,
         TyPopulation  *population,
         TyView        *view,
         GError       **error)
{
  return ty_population_resolve (population, view, self->database, error);
}

static gboolean
prepare (TyCardAsks  *self,
         Asked       *asked,
         GError     **error)
{
  TyCrossTableSpec spec = asked->spec;
  g_autoptr(TyPopulation) population = resolve (self, asked->population, spec.view, error);
  g_autoptr(GError) problem = NULL;

  if (population == NULL)
    return FALSE;
  if (spec.before != NULL)
    {
      asked->population_before = resolve (self, asked->population, spec.before, error);
      if (asked->population_before == NULL)
        return FALSE;
    }

  spec.population = population;
  spec.population_before = asked->population_before;
  asked->table = ty_cross_table_prepare (&spec, self->views, &problem);
  if (asked->table == NULL)
    asked->problem = g_strdup (problem->message);
  return TRUE;
}

/**
 * ty_card_asks_run:
 * @self: what is asked
 * @cancellable: (nullable): stops it
 * @error: a `TY_STORE_ERROR`, or %G_IO_ERROR_CANCELLED
 *
 * Counts everything together.
 *
 * Returns: whether the file could be read
 */
gboolean
ty_card_asks_run (TyCardAsks    *self,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new ();

  for (guint i = 0; i < self->asked->len; i++)
    {
      Asked *asked = g_ptr_array_index (self->asked, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !prepare (self, asked, error))
        return FALSE;
      if (asked->table != NULL)
        g_ptr_array_add (tables, asked->table);
    }
  ty_cross_table_run ((TyCrossTable **) tables->pdata, tables->len, cancellable);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * ty_card_asks_get_table:
 * @self: what was asked
 * @ask: what ty_card_asks_add() returned
 * @problem: (out) (transfer none) (nullable): why there is none, in the user’s language
 *
 * Returns: (transfer none) (nullable): the table in which the number stands
 */
TyCrossTable *
ty_card_asks_get_table (TyCardAsks  *self,
                        TyCardAsk    ask,
                        const char **problem)
{
  Asked *asked = g_ptr_array_index (self->asked, ask.number);

  *problem = asked->problem;
  return asked->table;
}
