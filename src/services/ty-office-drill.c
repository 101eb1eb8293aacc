/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-drill"

#include "config.h"

#include "ty-office-drill.h"

#include "ty-decimal.h"
#include "ty-dimension.h"
#include "ty-measure.h"
#include "ty-office-private.h"
#include "ty-unit-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is behind a figure that does not count people. */

typedef struct
{
  TyPopulation *population; /* (owned) */
  TyDate as_of;
  gint64 scope;
  char *title;              /* (owned) (nullable): of a table */
} Question;

void
ty_drill_unit_free (TyDrillUnit *self)
{
  g_free (self->name);
  g_free (self->above);
  g_free (self);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  ty_population_unref (question->population);
  g_free (question->title);
  g_free (question);
}

static GArray *
list (TyOfficeThread  *thread,
      const Question  *question,
      GError         **error)
{
  TyDatabase *database = ty_office_thread_get_database (thread);
  TyEngine *engine = ty_office_thread_get_engine (thread);
  g_autoptr(TyView) view = ty_engine_get_view (engine, database, question->as_of, question->scope, 0, error);
  g_autoptr(TyPopulation) population = view != NULL ? ty_population_resolve (question->population, view, database,
                                                                            error) : NULL;

  return population != NULL ? ty_population_list (population, view, ty_engine_get_views (engine)) : NULL;
}

static gpointer
list_villages (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Question *question = data;
  g_autoptr(GArray) keys = list (thread, question, error);
  g_autoptr(TyUnitNames) names = ty_unit_names_new (ty_office_thread_get_database (thread));
  GPtrArray *units;

  if (keys == NULL)
    return NULL;

  units = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_drill_unit_free);
  for (guint i = 0; i < keys->len; i++)
    {
      gint64 key = g_array_index (keys, gint64, i);
      TyUnitState *above = ty_unit_names_find_at_level (names, key, question->as_of, "township");
      TyDrillUnit *unit = g_new0 (TyDrillUnit, 1);

      unit->unit = key;
      unit->name = g_strdup (ty_unit_names_get (names, key, question->as_of));
      unit->above = g_strdup (above != NULL ? ty_record_get_text (TY_RECORD (above), TY_UNIT_STATE_NAME) : "");
      g_ptr_array_add (units, unit);
    }
  return units;
}

static Question *
question_new (TyOffice     *self,
              TyPopulation *population)
{
  Question *question = g_new0 (Question, 1);

  question->population = ty_population_ref (population);
  question->as_of = self->as_of;
  question->scope = self->scope;
  return question;
}

static void
ask (TyOffice     *self,
     GTask        *task,
     TyPopulation *population,
     TyOfficeFunc  func,
     GDestroyNotify result_free)
{
  ty_office_read (self, task, func, question_new (self, population), question_free, result_free);
}

/**
 * ty_office_list_villages_of_async:
 * @self: an open office
 * @population: a population of villages
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are known
 * @user_data: for @callback
 *
 * Lists villages with their names on the cut-off date.
 */
void
ty_office_list_villages_of_async (TyOffice            *self,
                                  TyPopulation        *population,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_villages_of_async, cancellable, callback,
                                              user_data);

  ask (self, task, population, list_villages, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_villages_of_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_POPULATION_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyDrillUnit): the villages in their order
 */
GPtrArray *
ty_office_list_villages_of_finish (TyOffice      *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_villages_of_async, error);
}

/* What the table of villages tells of each beside its township and its class. */
static const char *const village_measures[] = {
  "seats", "seated", "vacancies", "reserves", "income", "operating_income", "debts", "households", "residents",
  "party_members",
};

#define DECIMALS 2

static void
add_columns (TyGrid *grid)
{
  g_autofree char *class = ty_dimension_dup_label (ty_dimension_find ("unit_class"));

  ty_grid_add_column (grid, NULL, _("Township"), NULL);
  ty_grid_add_column (grid, NULL, class, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (village_measures); i++)
    {
      const TyMeasure *measure = ty_measure_find (village_measures[i]);
      g_autofree char *label = ty_measure_dup_label (measure);
      g_autofree char *unit = ty_measure_dup_unit (measure, TY_SUBJECT_VILLAGES);
      /* Translators: heading of a column: a figure, and in what it is told, such as “Collective income (10,000 yuan)” */
      g_autofree char *title = g_strdup_printf (C_("heading of a column", "%s (%s)"), label, unit);

      ty_grid_add_column (grid, NULL, title, NULL);
    }
}

/* What is not known is a dash. Amounts of money have decimals, everything else is whole. */
static void
set_number (TyGrid          *grid,
            guint            row,
            guint            column,
            TyView          *view,
            guint32          unit,
            const TyMeasure *measure)
{
  gboolean money = measure->divisor > TY_DECIMAL_ONE;
  TyAmount amount = { 0, 0 };
  g_autofree char *text = NULL;
  gint64 shown;

  ty_measure_add_unit (measure, view, unit, &amount);
  text = ty_measure_format (measure, amount, money ? DECIMALS : 0);
  if (ty_measure_get_shown (measure, amount, money ? DECIMALS : 0, &shown))
    ty_grid_set_cell (grid, row, column, money ? TY_GRID_DECIMAL : TY_GRID_COUNT, text,
                      money ? (double) shown / 100 : (double) shown, FALSE);
  else
    ty_grid_set_cell (grid, row, column, TY_GRID_TEXT, text, 0, FALSE);
}

static void
add_village (TyGrid      *grid,
             TyView      *view,
             TyUnitNames *names,
             TyScale     *classes,
             gint64       key)
{
  TyDate as_of = ty_view_get_as_of (view);
  TyUnitState *above = ty_unit_names_find_at_level (names, key, as_of, "township");
  guint32 unit = ty_units_find (ty_columns_get_units (ty_view_get_columns (view)), key);
  guint row = ty_grid_add_row (grid, ty_unit_names_get (names, key, as_of), FALSE);

  ty_grid_set_cell (grid, row, 0, TY_GRID_TEXT,
                    above != NULL ? ty_record_get_text (TY_RECORD (above), TY_UNIT_STATE_NAME) : "", 0, FALSE);
  if (unit == TY_UNIT_NONE)
    return;

  ty_grid_set_cell (grid, row, 1, TY_GRID_TEXT, classes->table[unit] != TY_SCALE_NONE
                                                  ? ty_scale_get_label (classes, classes->table[unit]) : "—", 0, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (village_measures); i++)
    set_number (grid, row, i + 2, view, unit, ty_measure_find (village_measures[i]));
}

static gpointer
grid_villages (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Question *question = data;
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(GArray) keys = list (thread, question, error);
  /* What they are given on the day, wherever they are: the scope has chosen them already. */
  g_autoptr(TyView) view = keys != NULL ? ty_engine_get_view (ty_office_thread_get_engine (thread), database,
                                                              question->as_of, 0, 0, error) : NULL;
  g_autoptr(TyUnitNames) names = ty_unit_names_new (database);
  g_autoptr(TyScale) classes = view != NULL ? ty_dimension_measure (ty_dimension_find ("unit_class"), view) : NULL;
  g_autofree char *day = ty_date_to_record (question->as_of);
  g_autofree char *as_of = g_strdup_printf (_("As of %s"), day);
  TyGrid *grid;

  if (view == NULL)
    return NULL;

  grid = ty_grid_new (question->title, _("Village or community"));
  ty_grid_set_notes (grid, "", as_of);
  add_columns (grid);
  for (guint i = 0; i < keys->len; i++)
    add_village (grid, view, names, classes, g_array_index (keys, gint64, i));
  return grid;
}

/**
 * ty_office_grid_villages_of_async:
 * @self: an open office
 * @population: a population of villages
 * @title: what stands above the table
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is made
 * @user_data: for @callback
 *
 * Makes a table of villages: where they are, their seats, reserves, class and yearly numbers on the cut-off date.
 */
void
ty_office_grid_villages_of_async (TyOffice            *self,
                                  TyPopulation        *population,
                                  const char          *title,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_grid_villages_of_async, cancellable, callback,
                                              user_data);
  Question *question = question_new (self, population);

  question->title = g_strdup (title);
  ty_office_read (self, task, grid_villages, question, question_free, (GDestroyNotify) ty_grid_unref);
}

/**
 * ty_office_grid_villages_of_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_POPULATION_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the table
 */
TyGrid *
ty_office_grid_villages_of_finish (TyOffice      *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_grid_villages_of_async, error);
}

static gpointer
list_holders (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr(GArray) posts = list (thread, data, error);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *people;

  if (posts == NULL)
    return NULL;

  people = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < posts->len; i++)
    {
      TyPostRef *post = &g_array_index (posts, TyPostRef, i);

      if (g_hash_table_add (seen, &post->person))
        g_array_append_val (people, post->person);
    }
  return people;
}

/**
 * ty_office_list_holders_async:
 * @self: an open office
 * @population: a population of posts held
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are known
 * @user_data: for @callback
 *
 * Lists who holds the posts, each person once.
 */
void
ty_office_list_holders_async (TyOffice            *self,
                              TyPopulation        *population,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_holders_async, cancellable, callback, user_data);

  ask (self, task, population, list_holders, (GDestroyNotify) g_array_unref);
}

/**
 * ty_office_list_holders_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_POPULATION_ERROR` or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the people
 */
GArray *
ty_office_list_holders_finish (TyOffice      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_holders_async, error);
}
