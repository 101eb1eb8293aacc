/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cross-grid"

#include "config.h"

#include "ty-cross-grid-private.h"

#include "ty-decimal.h"
#include "ty-ratio.h"
#include "ty-term-table.h"
#include "ty-term.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Nobody reads a table of more columns, and no workbook can be printed with them. */
#define MOST_COLUMNS 1000

/* While it is made. */
typedef struct
{
  const TyCrossGridSpec *spec;
  TyCrossGrid *self;
  TyView *before;            /* (owned) (nullable) */
  TyPopulation *now;         /* (owned): as it was read for the date */
  TyPopulation *then;        /* (owned) (nullable) */
  GPtrArray *tables;         /* (owned) (element-type TyCrossTable) */
} Making;

static void
making_clear (Making *making)
{
  g_clear_pointer (&making->before, ty_view_unref);
  g_clear_pointer (&making->now, ty_population_unref);
  g_clear_pointer (&making->then, ty_population_unref);
  g_clear_pointer (&making->tables, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

static void
column_clear (gpointer data)
{
  g_free (((TyCrossGridColumn *) data)->key);
}

/* With which day it is compared. */

static gboolean
find_eve (TyDatabase  *database,
          TyDate       as_of,
          TyDate      *eve,
          GError     **error)
{
  g_autoptr(GPtrArray) terms = ty_term_table_list (database, error);
  TyDate newest = TY_DATE_NONE;

  if (terms == NULL)
    return FALSE;
  for (guint i = 0; i < terms->len; i++)
    {
      TyDate from = ty_record_get_date (g_ptr_array_index (terms, i), TY_TERM_FROM_DATE);

      if (ty_date_is_known (from) && ty_date_compare (from, as_of) <= 0
          && ty_date_compare (from, newest) > 0)
        newest = from;
    }
  *eve = ty_date_is_known (newest) ? ty_date_add_days (newest, -1) : TY_DATE_NONE;
  return TRUE;
}

static TyDate
get_year_before (TyDate day)
{
  gboolean leap_day = day.month == 2 && day.day == 29;

  return ty_date_new (day.year - 1, day.month, leap_day ? 28 : day.day);
}

static gboolean
find_before (Making  *making,
             GError **error)
{
  TyCrossGrid *self = making->self;
  TyDate as_of = ty_view_get_as_of (making->spec->view);

  switch (self->plan->compare)
    {
    case TY_TABLE_COMPARE_TERM:
      if (!find_eve (making->spec->database, as_of, &self->before, error))
        return FALSE;
      if (!ty_date_is_known (self->before))
        self->note = g_strdup (_("The file has no term election before this day. Nothing is compared."));
      break;
    case TY_TABLE_COMPARE_YEAR:
      self->before = get_year_before (as_of);
      break;
    case TY_TABLE_COMPARE_DAY:
      self->before = self->plan->day;
      break;
    case TY_TABLE_COMPARE_NONE:
    default:
      break;
    }
  if (ty_date_is_known (self->before))
    making->before = ty_views_get (making->spec->views, ty_view_get_columns (making->spec->view),
                                   self->before, ty_view_get_scope (making->spec->view), 0);
  return TRUE;
}

/* The tables of which it consists. */

static gboolean
resolve (Making  *making,
         GError **error)
{
  g_autoptr(TyPopulation) population = ty_table_plan_make_population (making->self->plan);

  making->now = ty_population_resolve (population, making->spec->view, making->spec->database, error);
  if (making->now == NULL)
    return FALSE;
  if (making->before != NULL)
    making->then = ty_population_resolve (population, making->before, making->spec->database, error);
  return making->before == NULL || making->then != NULL;
}

/* Of the rows by themselves with all measures, or of one dimension of columns. */
static TyCrossTable *
count_table (Making             *making,
             const TyDimension  *dimension,
             GError            **error)
{
  const TyTablePlan *plan = making->self->plan;
  TyCrossTableSpec spec = {
    .population = making->now,
    .view = making->spec->view,
    .before = making->before,
    .population_before = making->then,
  };
  TyCrossTable *table;

  if (plan->rows != NULL)
    spec.dimensions[spec.n_dimensions++] = plan->rows;
  if (dimension != NULL)
    spec.dimensions[spec.n_dimensions++] = dimension;
  if (dimension != NULL)
    spec.measures[spec.n_measures++] = plan->cells;
  for (guint i = 0; dimension == NULL && i < plan->n_measures; i++)
    spec.measures[spec.n_measures++] = plan->measures[i];
  /* Of which shares are made. */
  spec.measures[spec.n_measures++] = ty_measure_find ("count");
  table = ty_cross_table_new (&spec, making->spec->views, error);
  if (table != NULL)
    g_ptr_array_add (making->tables, table);
  return table;
}

static TyAmount
get_amount (TyCrossGrid  *self,
            TyCrossTable *table,
            guint         date,
            guint         row,
            const TyCrossGridColumn *column,
            gboolean      all_values,
            guint         measure)
{
  guint value = column->dimension != NULL && !all_values ? column->value : TY_CROSS_TABLE_ALL;

  /* Without rows, the columns are the first dimension of their table. */
  if (self->plan->rows == NULL)
    return ty_cross_table_get_amount (table, date, value, TY_CROSS_TABLE_ALL, measure);

  return ty_cross_table_get_amount (table, date, row, value, measure);
}

/* Headings. */

static gboolean
has_share (TyCrossGrid     *self,
           const TyMeasure *measure,
           gboolean         in_cells)
{
  if (measure->kind == TY_MEASURE_SHARE)
    return TRUE;
  if (strcmp (measure->key, "count") != 0)
    return FALSE;

  /* All of a row are the whole row, and nothing is said by that. */
  return self->plan->share != TY_TABLE_SHARE_NONE
         && (in_cells || (self->plan->share != TY_TABLE_SHARE_ROW && self->plan->rows != NULL));
}

static char *
dup_part (Making *making,
          TyCrossGridPart    part,
          guint   date,
          gboolean shares)
{
  TyView *view = date == 0 ? making->spec->view : making->before;
  g_autofree char *day = ty_date_to_record (ty_view_get_as_of (view));

  if (part == TY_CROSS_GRID_CHANGE)
    return g_strdup (_("Change"));
  if (making->before == NULL)
    return g_strdup (!shares ? "" : part == TY_CROSS_GRID_SHARE ? "%"
                     : ty_who_get_subject (making->self->plan->who) != TY_SUBJECT_PEOPLE
                       ? C_("villages or posts", "Number") : C_("heading of a column", "Number"));

  return part == TY_CROSS_GRID_SHARE ? g_strdup_printf ("%s %%", day) : g_steal_pointer (&day);
}

static void
add_column (Making       *making,
            const TyCrossGridColumn *like,
            const char   *group,
            const char   *title,
            TyCrossGridPart          part,
            guint         date)
{
  TyCrossGrid *self = making->self;
  g_autofree char *text = dup_part (making, part, date,
                                    has_share (self, like->measure, like->dimension != NULL));
  TyCrossGridColumn column = *like;

  column.key = g_strdup (like->key);
  column.part = part;
  column.date = date;
  g_array_append_val (self->columns, column);
  ty_grid_add_column (self->grid, group, title, text);
}

/* A number, with its share, of one day or of two with what changed. */
static void
add_columns (Making       *making,
             const TyCrossGridColumn *like,
             const char   *group,
             const char   *title)
{
  gboolean shares = has_share (making->self, like->measure, like->dimension != NULL);

  for (guint date = making->before != NULL ? 2 : 1; date > 0; date--)
    {
      add_column (making, like, group, title, TY_CROSS_GRID_NUMBER, date - 1);
      if (shares)
        add_column (making, like, group, title, TY_CROSS_GRID_SHARE, date - 1);
    }
  if (making->before != NULL)
    add_column (making, like, group, title, TY_CROSS_GRID_CHANGE, 0);
}

/* Of what is neither a number of those who are counted nor a share of them also in what it is told. */
static char *
dup_title (Making       *making,
           TyCrossTable *table,
           guint         number)
{
  const TyMeasure *measure = making->self->plan->measures[number];
  g_autofree char *name = ty_cross_table_dup_measure_label (table, number);
  g_autofree char *unit = NULL;

  if (measure->kind != TY_MEASURE_SUM && measure->kind != TY_MEASURE_AVERAGE)
    return g_steal_pointer (&name);

  unit = ty_measure_dup_unit (measure, ty_who_get_subject (making->self->plan->who));
  /* Translators: heading of a column: a figure, and in what it is told, such as “Collective income (10,000 yuan)” */
  return g_strdup_printf (C_("heading of a column", "%s (%s)"), name, unit);
}

static gboolean
add_measures (Making  *making,
              GError **error)
{
  TyCrossTable *table = count_table (making, NULL, error);

  for (guint i = 0; table != NULL && i < making->self->plan->n_measures; i++)
    {
      const TyCrossGridColumn column = { .measure = making->self->plan->measures[i], .table = table, .number = i };
      g_autofree char *label = dup_title (making, table, i);

      add_columns (making, &column, NULL, label);
    }
  return table != NULL;
}

static gboolean
fail_size (GError **error)
{
  g_set_error_literal (error, TY_CROSS_TABLE_ERROR, TY_CROSS_TABLE_ERROR_SIZE,
                       _("The table would have too many columns. Choose others, or a smaller scope."));
  return FALSE;
}

static gboolean
add_values (Making             *making,
            const TyDimension  *dimension,
            GError            **error)
{
  TyCrossGrid *self = making->self;
  TyCrossTable *table = count_table (making, dimension, error);
  g_autofree char *group = ty_dimension_dup_label (dimension);
  guint axis = self->plan->rows != NULL ? 1 : 0;

  if (table == NULL)
    return FALSE;
  for (guint i = 0; i < ty_cross_table_get_n_values (table, axis); i++)
    {
      const TyCrossGridColumn column = {
        .dimension = dimension,
        .key = (char *) ty_cross_table_get_key (table, axis, i),
        .measure = self->plan->cells,
        .table = table,
        .value = i,
      };
      gboolean none = *column.key == '\0';

      if (ty_cross_table_is_empty (table, axis, i) && (none || !self->plan->all))
        continue;
      if (self->columns->len > MOST_COLUMNS)
        return fail_size (error);
      add_columns (making, &column, group, ty_cross_table_get_label (table, axis, i));
    }
  return TRUE;
}

/* Cells. */

typedef struct
{
  guint64 sum;
  guint64 n; /* 0 = of what it would be a share is nobody */
} Share;

static Share
get_share (TyCrossGrid  *self,
           const TyCrossGridColumn *column,
           guint         date,
           guint         row,
           TyAmount      amount)
{
  TyTableShare share = self->plan->share;
  guint count = ty_cross_table_get_n_measures (column->table) - 1;
  guint of = share == TY_TABLE_SHARE_ROW ? row : TY_CROSS_TABLE_ALL;
  gboolean all_values = share != TY_TABLE_SHARE_COLUMN;

  if (column->measure->kind == TY_MEASURE_SHARE)
    return (Share){ amount.sum, amount.n };

  return (Share){ amount.sum, get_amount (self, column->table, date, of, column, all_values, count).sum };
}

static gint64
get_power (int decimals)
{
  gint64 power = 1;

  for (int i = 0; i < decimals; i++)
    power *= 10;
  return power;
}

/* A whole number of the last decimals as a text. */
static char *
dup_decimal (gint64   shown,
             int      decimals,
             gboolean change)
{
  gint64 power = get_power (decimals);
  const char *sign = shown < 0 ? "−" : change && shown > 0 ? "+" : "";

  if (power == 1)
    {
      g_autofree char *count = ty_text_format_count ((guint) ABS (shown));

      return g_strconcat (sign, count, NULL);
    }
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT, sign, ABS (shown) / power, decimals,
                          ABS (shown) % power);
}

/* What has no halves, such as the households of a village. */
static gboolean
is_whole (const TyMeasure *measure)
{
  return measure->kind == TY_MEASURE_SUM && measure->divisor == TY_DECIMAL_ONE;
}

/* What a column shows of a row: a number without its point; FALSE where a dash is shown. */
static gboolean
get_shown (TyCrossGrid  *self,
           const TyCrossGridColumn *column,
           guint         date,
           guint         row,
           gboolean      as_share,
           gint64       *shown,
           int          *decimals)
{
  TyAmount amount = get_amount (self, column->table, date, row, column, FALSE, column->number);
  Share share;

  *decimals = 0;
  *shown = (gint64) amount.sum;
  if (!as_share && (column->measure->kind == TY_MEASURE_COUNT || column->measure->kind == TY_MEASURE_SHARE))
    return TRUE;

  *decimals = is_whole (column->measure) ? 0 : self->plan->decimals;
  if (!as_share)
    return ty_measure_get_shown (column->measure, amount, *decimals, shown);

  share = get_share (self, column, date, row, amount);
  if (share.n == 0)
    return FALSE;
  *shown = (gint64) ty_ratio_round (share.sum, share.n, 100, *decimals);
  return TRUE;
}

static void
set_number (TyGrid  *grid,
            guint    row,
            guint    column,
            gint64   shown,
            int      decimals,
            gboolean change,
            gboolean leads)
{
  g_autofree char *text = dup_decimal (shown, decimals, change);

  ty_grid_set_cell (grid, row, column, decimals > 0 ? TY_GRID_DECIMAL : TY_GRID_COUNT, text,
                    (double) shown / (double) get_power (decimals), leads);
}

/* Of shares the difference of the two shown ones, in percentage points. */
static void
set_change (TyCrossGrid  *self,
            guint         at,
            guint         number,
            const TyCrossGridColumn *column,
            guint         row)
{
  gboolean as_share = has_share (self, column->measure, column->dimension != NULL);
  gint64 now, before;
  int decimals;

  if (get_shown (self, column, 0, row, as_share, &now, &decimals)
      && get_shown (self, column, 1, row, as_share, &before, &decimals))
    set_number (self->grid, at, number, now - before, decimals, TRUE, FALSE);
  else
    ty_grid_set_cell (self->grid, at, number, TY_GRID_TEXT, "—", 0, FALSE);
}

static void
set_cell (TyCrossGrid *self,
          guint        at,
          guint        number,
          guint        row)
{
  const TyCrossGridColumn *column = &g_array_index (self->columns, TyCrossGridColumn, number);
  TyAmount amount;
  gint64 shown;
  int decimals;
  gboolean leads;

  if (column->part == TY_CROSS_GRID_CHANGE)
    {
      set_change (self, at, number, column, row);
      return;
    }

  amount = get_amount (self, column->table, column->date, row, column, FALSE, column->number);
  leads = column->measure->kind == TY_MEASURE_AVERAGE ? amount.n > 0 : amount.sum > 0;
  if (get_shown (self, column, column->date, row, column->part == TY_CROSS_GRID_SHARE, &shown, &decimals))
    set_number (self->grid, at, number, shown, decimals, FALSE, leads);
  else
    ty_grid_set_cell (self->grid, at, number, TY_GRID_TEXT, "—", 0, FALSE);
}

static void
add_row (TyCrossGrid *self,
         const char  *label,
         const char  *key,
         guint        row)
{
  guint at = ty_grid_add_row (self->grid, label, key == NULL);

  g_ptr_array_add (self->keys, g_strdup (key));
  for (guint i = 0; i < self->columns->len; i++)
    set_cell (self, at, i, row);
}

static void
add_rows (Making *making)
{
  TyCrossGrid *self = making->self;
  TyCrossTable *table = g_ptr_array_index (making->tables, 0);

  for (guint i = 0; self->plan->rows != NULL && i < ty_cross_table_get_n_values (table, 0); i++)
    {
      const char *key = ty_cross_table_get_key (table, 0, i);

      if (!ty_cross_table_is_empty (table, 0, i) || (self->plan->all && *key != '\0'))
        add_row (self, ty_cross_table_get_label (table, 0, i), key, i);
    }
  add_row (self, _("Total"), NULL, TY_CROSS_TABLE_ALL);
}

static TyGrid *
make_grid (Making *making)
{
  const TyTablePlan *plan = making->self->plan;
  g_autofree char *corner = plan->rows != NULL ? ty_dimension_dup_label (plan->rows) : g_strdup ("");
  g_autofree char *who = ty_who_dup_label (plan->who);
  g_autofree char *left = g_strdup_printf ("%s　%s", making->spec->unit_name, who);
  g_autofree char *now = ty_date_to_record (ty_view_get_as_of (making->spec->view));
  g_autofree char *before = making->before != NULL ? ty_date_to_record (making->self->before) : NULL;
  g_autofree char *right = before != NULL
                             /* Translators: on a table: its day, and the day with which it is compared */
                             ? g_strdup_printf (_("As of %s, compared with %s"), now, before)
                             : g_strdup_printf (_("As of %s"), now);
  TyGrid *grid = ty_grid_new (plan->name, corner);

  ty_grid_set_notes (grid, left, right);
  return grid;
}

static gboolean
make (Making  *making,
      GError **error)
{
  TyCrossGrid *self = making->self;
  const TyTablePlan *plan = self->plan;
  TyCrossTable *table;

  if (!find_before (making, error) || !resolve (making, error))
    return FALSE;

  self->grid = make_grid (making);
  if (!add_measures (making, error))
    return FALSE;
  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i] != plan->rows && !add_values (making, plan->columns[i], error))
      return FALSE;

  table = g_ptr_array_index (making->tables, 0);
  for (guint date = 0; date < ty_cross_table_get_n_dates (table); date++)
    self->n += (guint) ty_cross_table_get_amount (table, date, TY_CROSS_TABLE_ALL, TY_CROSS_TABLE_ALL,
                                                  plan->n_measures).sum;
  add_rows (making);
  for (guint i = 0; i < self->columns->len; i++)
    g_array_index (self->columns, TyCrossGridColumn, i).table = NULL;
  return TRUE;
}

/**
 * ty_cross_grid_new:
 * @spec: what it is made from
 * @error: a `TY_CROSS_TABLE_ERROR` or a `TY_POPULATION_ERROR` about what was chosen, or a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the table
 */
TyCrossGrid *
ty_cross_grid_new (const TyCrossGridSpec  *spec,
                   GError                **error)
{
  g_autoptr(TyCrossGrid) self = g_new0 (TyCrossGrid, 1);
  g_auto(Making) making = { .spec = spec, .self = self };

  self->plan = ty_table_plan_copy (spec->plan);
  self->columns = g_array_new (FALSE, FALSE, sizeof (TyCrossGridColumn));
  self->keys = g_ptr_array_new_with_free_func (g_free);
  g_array_set_clear_func (self->columns, column_clear);
  making.tables = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_cross_table_free);
  return make (&making, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * ty_cross_grid_free:
 * @self: (transfer full): a table
 */
void
ty_cross_grid_free (TyCrossGrid *self)
{
  ty_table_plan_free (self->plan);
  g_clear_pointer (&self->grid, ty_grid_unref);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->keys);
  g_free (self->note);
  g_free (self);
}

/**
 * ty_cross_grid_get_grid:
 * @self: a table
 *
 * Returns: (transfer none): its texts and numbers
 */
TyGrid *
ty_cross_grid_get_grid (TyCrossGrid *self)
{
  return self->grid;
}

/**
 * ty_cross_grid_get_n:
 * @self: a table
 *
 * Returns: how many are counted on its dates; 0 where there is nobody to be shown
 */
guint
ty_cross_grid_get_n (TyCrossGrid *self)
{
  return self->n;
}

/**
 * ty_cross_grid_get_note:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): what could not be done, as a sentence
 */
const char *
ty_cross_grid_get_note (TyCrossGrid *self)
{
  return self->note;
}
