/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-choice"

#include "config.h"

#include "ty-office-choice.h"

#include "ty-finder.h"
#include "ty-grouping.h"
#include "ty-office-private.h"
#include "ty-roster-loader.h"
#include "ty-roster-query.h"

#define ROWS_AT_ONCE 1024u
#define N_VALUES_MAX 8

typedef struct
{
  TyRosterQuery *query;            /* (owned) (nullable) */
  GArray *people;                  /* (owned) (nullable) (element-type gint64) */
  GArray *conditions;              /* (owned) (nullable) (element-type TyCondition) */
  const TyDimension **dimensions;  /* (owned) (nullable) */
  guint n_dimensions;
  TyTableColumn *columns;          /* (owned) (nullable) */
  guint n_columns;
  TyWho who;
  TyDate as_of;
  gint64 scope;
} Choice;

static Choice *
choice_new (TyOffice *self)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->as_of = self->as_of;
  choice->scope = self->scope;
  return choice;
}

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_clear_pointer (&choice->query, ty_roster_query_free);
  g_clear_pointer (&choice->people, g_array_unref);
  g_clear_pointer (&choice->conditions, g_array_unref);
  g_free (choice->dimensions);
  for (guint i = 0; i < choice->n_columns; i++)
    g_free ((char *) choice->columns[i].heading);
  g_free (choice->columns);
  g_free (choice);
}

void
ty_people_summary_free (TyPeopleSummary *self)
{
  g_free (self->average_age);
  g_free (self);
}

void
ty_person_value_free (TyPersonValue *self)
{
  g_free (self->key);
  g_free (self->label);
  g_free (self);
}

void
ty_people_table_free (TyPeopleTable *self)
{
  g_free (self->text);
  g_free (self->html);
  g_free (self);
}

static TyOrder *
get_order (TyOfficeThread  *thread,
           const Choice    *choice,
           GError         **error)
{
  return ty_engine_get_order (ty_office_thread_get_engine (thread),
                              ty_office_thread_get_database (thread), choice->as_of,
                              choice->scope, error);
}

/* Whom a query asks for without its search, in which they must be. */
static guint
count_condition (const TyRosterQuery *query,
                 TyCondition          condition,
                 TyOrder             *order,
                 const TyBitmap      *found,
                 TyViews             *views)
{
  TyRosterQuery asked = *query;
  g_autoptr(TyPopulation) population = NULL;
  g_autoptr(TyBitmap) rows = NULL;

  asked.condition = condition;
  population = ty_roster_query_make_population (&asked, NULL);
  if (found == NULL)
    return ty_population_count (population, ty_order_get_view (order), views);

  rows = ty_population_mark (population, ty_order_get_view (order), views);
  ty_bitmap_and (rows, found);
  return ty_bitmap_count (rows);
}

static gpointer
count_conditions (TyOfficeThread  *thread,
                  gpointer         data,
                  GCancellable    *cancellable,
                  GError         **error)
{
  const Choice *choice = data;
  TyViews *views = ty_engine_get_views (ty_office_thread_get_engine (thread));
  g_autoptr(TyOrder) order = get_order (thread, choice, error);
  g_autoptr(TyRosterQuery) query = NULL;
  g_autoptr(TyBitmap) found = NULL;
  g_autoptr(GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  if (order == NULL)
    return NULL;
  query = ty_roster_query_resolve (choice->query, ty_order_get_view (order),
                                   ty_office_thread_get_database (thread), error);
  if (query == NULL)
    return NULL;
  if (!ty_finder_is_empty (choice->query->search))
    {
      found = ty_finder_find (order, ty_office_thread_get_database (thread), choice->query->search,
                              error);
      if (found == NULL)
        return NULL;
    }
  for (guint i = 0; i < choice->conditions->len; i++)
    {
      guint count;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      count = count_condition (query, g_array_index (choice->conditions, TyCondition, i),
                               order, found, views);
      g_array_append_val (counts, count);
    }
  return g_steal_pointer (&counts);
}

/**
 * ty_office_count_conditions_async:
 * @self: an open office
 * @query: what is asked
 * @conditions: (array length=n_conditions): each of which could be asked instead of that of @query
 * @n_conditions: their number
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are counted
 * @user_data: for @callback
 *
 * Counts how long the list would be with each of the conditions, at the cut-off date in the scope.
 */
void
ty_office_count_conditions_async (TyOffice             *self,
                                  const TyRosterQuery  *query,
                                  const TyCondition    *conditions,
                                  guint                 n_conditions,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_count_conditions_async, cancellable,
                                              callback, user_data);
  Choice *choice = choice_new (self);

  choice->query = ty_roster_query_copy (query);
  choice->conditions = g_array_new (FALSE, FALSE, sizeof (TyCondition));
  g_array_append_vals (choice->conditions, conditions, n_conditions);
  ty_office_read (self, task, count_conditions, choice, choice_free, (GDestroyNotify) g_array_unref);
}

/**
 * ty_office_count_conditions_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type guint): a number for each
 */
GArray *
ty_office_count_conditions_finish (TyOffice      *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_count_conditions_async, error);
}

/* The rows of those who are in the columns: who was undone meanwhile is not. */
static TyBitmap *
mark_people (TyColumns    *columns,
             const gint64 *people,
             guint         n_people)
{
  TyBitmap *rows = ty_bitmap_new (ty_columns_get_n_chunks (columns) << TY_CHUNK_SHIFT);

  for (guint i = 0; i < n_people; i++)
    {
      guint32 row;

      if (ty_columns_find_person (columns, people[i], &row))
        ty_bitmap_set (rows, row);
    }
  return rows;
}

static gpointer
sum_up_people (TyOfficeThread  *thread,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const Choice *choice = data;
  const TyMeasure *measure = ty_measure_find ("average_age");
  g_autoptr(TyOrder) order = get_order (thread, choice, error);
  g_autoptr(TyPopulation) population = ty_population_new_who (choice->who);
  g_autoptr(TyBitmap) rows = NULL;
  g_autoptr(TyGrouping) grouping = NULL;
  TyPeopleSummary *summary;

  if (order == NULL)
    return NULL;

  rows = mark_people (ty_view_get_columns (ty_order_get_view (order)),
                      (const gint64 *) (gpointer) choice->people->data, choice->people->len);
  grouping = ty_grouping_new (&(TyGroupingSpec) {
    .population = population,
    .rows = rows,
    .held = TRUE,
    .measures = { measure },
    .n_measures = 1,
  }, ty_order_get_view (order), ty_engine_get_views (ty_office_thread_get_engine (thread)));

  summary = g_new0 (TyPeopleSummary, 1);
  summary->n_people = choice->people->len;
  summary->average_age = ty_measure_format (measure, ty_grouping_get_total (grouping, 0), 2);
  return summary;
}

/**
 * ty_office_sum_up_people_async:
 * @self: an open office
 * @who: of whom they were chosen
 * @people: (element-type gint64): keys of people; not to be changed any more
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is known
 * @user_data: for @callback
 *
 * Sums up people at the cut-off date.
 */
void
ty_office_sum_up_people_async (TyOffice            *self,
                               TyWho                who,
                               GArray              *people,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_sum_up_people_async, cancellable,
                                              callback, user_data);
  Choice *choice = choice_new (self);

  choice->who = who;
  choice->people = g_array_ref (people);
  ty_office_read (self, task, sum_up_people, choice, choice_free,
                  (GDestroyNotify) ty_people_summary_free);
}

/**
 * ty_office_sum_up_people_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): what they are together
 */
TyPeopleSummary *
ty_office_sum_up_people_finish (TyOffice      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_sum_up_people_async, error);
}

static void
find_values_of (const TyDimension *dimension,
                TyPopulation      *population,
                const TyBitmap    *rows,
                TyView            *view,
                TyViews           *views,
                GPtrArray         *values)
{
  g_autoptr(TyGrouping) grouping = ty_grouping_new (&(TyGroupingSpec) {
    .population = population,
    .rows = rows,
    .held = TRUE,
    .dimensions = { dimension },
    .n_dimensions = 1,
    .measures = { ty_measure_find ("count") },
    .n_measures = 1,
  }, view, views);
  TyScale *scale = ty_grouping_get_scale (grouping, 0);
  guint n = 0;

  for (guint i = 1; i < ty_scale_get_n (scale) && n < N_VALUES_MAX; i++)
    {
      TyPersonValue *value;

      if (ty_grouping_get_amount (grouping, i, 0, 0).sum == 0)
        continue;
      value = g_new0 (TyPersonValue, 1);
      value->dimension = dimension;
      value->key = g_strdup (ty_scale_get_key (scale, i));
      value->label = g_strdup (ty_scale_get_label (scale, i));
      g_ptr_array_add (values, value);
      n++;
    }
}

static gpointer
find_values (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  const Choice *choice = data;
  TyViews *views = ty_engine_get_views (ty_office_thread_get_engine (thread));
  g_autoptr(TyOrder) order = get_order (thread, choice, error);
  g_autoptr(TyPopulation) population = ty_population_new_who (choice->who);
  g_autoptr(TyBitmap) rows = NULL;
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_person_value_free);
  TyView *view;

  if (order == NULL)
    return NULL;

  view = ty_order_get_view (order);
  rows = mark_people (ty_view_get_columns (view),
                      (const gint64 *) (gpointer) choice->people->data, choice->people->len);
  for (guint i = 0; i < choice->n_dimensions; i++)
    find_values_of (choice->dimensions[i], population, rows, view, views, values);
  return g_steal_pointer (&values);
}

/**
 * ty_office_find_values_async:
 * @self: an open office
 * @who: of whom the person is one
 * @person: key of a person
 * @dimensions: (array length=n_dimensions): by what
 * @n_dimensions: their number
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are found
 * @user_data: for @callback
 *
 * Finds the values of a person at the cut-off date in the scope: the township, the posts.
 */
void
ty_office_find_values_async (TyOffice                  *self,
                             TyWho                      who,
                             gint64                     person,
                             const TyDimension * const *dimensions,
                             guint                      n_dimensions,
                             GCancellable              *cancellable,
                             GAsyncReadyCallback        callback,
                             gpointer                   user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_find_values_async, cancellable,
                                              callback, user_data);
  Choice *choice = choice_new (self);

  choice->who = who;
  choice->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (choice->people, person);
  choice->dimensions = g_memdup2 (dimensions, n_dimensions * sizeof *dimensions);
  choice->n_dimensions = n_dimensions;
  ty_office_read (self, task, find_values, choice, choice_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_find_values_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPersonValue): the values, those of a dimension
 * together
 */
GPtrArray *
ty_office_find_values_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_find_values_async, error);
}

/* A cell must not break the table: tabs and ends of lines become spaces. */
static void
add_text (GString    *line,
          const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    g_string_append_c (line, *c == '\t' || *c == '\n' || *c == '\r' ? ' ' : *c);
}

/* As text, so that no other program takes a number of 18 digits or a month for a number. */
static void
add_cell (GString    *text,
          GString    *html,
          const char *cell,
          gboolean    first,
          gboolean    heading)
{
  g_autofree char *escaped = g_markup_escape_text (cell, -1);

  if (!first)
    g_string_append_c (text, '\t');
  add_text (text, cell);
  g_string_append_printf (html, heading ? "<th>%s</th>"
                                        : "<td style=\"mso-number-format:'\\@'\">%s</td>", escaped);
}

static void
add_headings (const Choice *choice,
              GString      *text,
              GString      *html)
{
  g_string_append (html, "<html><head><meta charset=\"utf-8\"></head><body><table>\n<tr>");
  for (guint i = 0; i < choice->n_columns; i++)
    add_cell (text, html, choice->columns[i].heading, i == 0, TRUE);
  g_string_append_c (text, '\n');
  g_string_append (html, "</tr>\n");
}

static void
add_row (const Choice *choice,
         TyRosterRow  *row,
         GString      *text,
         GString      *html)
{
  g_string_append (html, "<tr>");
  for (guint i = 0; i < choice->n_columns; i++)
    add_cell (text, html, ty_roster_row_get_text (row, choice->columns[i].text), i == 0, FALSE);
  g_string_append_c (text, '\n');
  g_string_append (html, "</tr>\n");
}

static gboolean
has_masked_column (const Choice *choice)
{
  for (guint i = 0; i < choice->n_columns; i++)
    if (ty_roster_text_is_masked (choice->columns[i].text))
      return TRUE;

  return FALSE;
}

static gpointer
make_table (TyOfficeThread  *thread,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  const Choice *choice = data;
  const gint64 *people = (const gint64 *) (gpointer) choice->people->data;
  guint n = MIN (choice->people->len, TY_ROSTER_TABLE_ROWS);
  g_autoptr(GString) text = g_string_new ("");
  g_autoptr(GString) html = g_string_new ("");
  g_autoptr(TyView) view = ty_engine_get_view (ty_office_thread_get_engine (thread),
                                               ty_office_thread_get_database (thread),
                                               choice->as_of, 0, 0, error);
  TyPeopleTable *table;

  if (view == NULL)
    return NULL;

  add_headings (choice, text, html);
  for (guint first = 0; first < n; first += ROWS_AT_ONCE)
    {
      g_autoptr(GPtrArray) rows = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      rows = ty_roster_loader_load (ty_office_thread_get_database (thread), people + first,
                                    MIN (n - first, ROWS_AT_ONCE), choice->as_of, error);
      if (rows == NULL)
        return NULL;
      ty_roster_loader_add_tags (rows, view);
      for (guint i = 0; i < rows->len; i++)
        add_row (choice, g_ptr_array_index (rows, i), text, html);
    }
  g_string_append (html, "</table></body></html>\n");

  table = g_new0 (TyPeopleTable, 1);
  table->text = g_string_free (g_steal_pointer (&text), FALSE);
  table->html = g_string_free (g_steal_pointer (&html), FALSE);
  table->n_rows = n;
  table->sensitive = has_masked_column (choice);
  return table;
}

/**
 * ty_office_make_table_async:
 * @self: an open office
 * @people: (element-type gint64): keys of people; not to be changed any more
 * @columns: (array length=n_columns): the columns in their order
 * @n_columns: their number
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is there
 * @user_data: for @callback
 *
 * Makes a table of people at the cut-off date, of at most %TY_ROSTER_TABLE_ROWS.
 */
void
ty_office_make_table_async (TyOffice             *self,
                            GArray               *people,
                            const TyTableColumn  *columns,
                            guint                 n_columns,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_make_table_async, cancellable,
                                              callback, user_data);
  Choice *choice = choice_new (self);

  choice->people = g_array_ref (people);
  choice->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  choice->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    choice->columns[i].heading = g_strdup (columns[i].heading);
  ty_office_read (self, task, make_table, choice, choice_free,
                  (GDestroyNotify) ty_people_table_free);
}

/**
 * ty_office_make_table_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the table
 */
TyPeopleTable *
ty_office_make_table_finish (TyOffice      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_make_table_async, error);
}
