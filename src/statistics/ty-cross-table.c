/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cross-table"

#include "config.h"

#include "ty-cross-table.h"

#include "ty-grouping.h"
#include "ty-counting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A value that there is not on one of the dates. */
#define NO_VALUE G_MAXUINT32

G_DEFINE_QUARK (ty-cross-table-error-quark, ty_cross_table_error)

/* By what is counted: by all dimensions, and in the margins by one of two. */
typedef enum
{
  PART_CELLS,
  PART_ROWS,
  PART_COLUMNS,
  N_PARTS,
} Part;

/* What is counted of one date: groupings of people, countings of villages or posts. */
typedef struct
{
  TyView *view;                   /* (owned) */
  TyPopulation *population;       /* (owned) */
  TyGrouping *groupings[N_PARTS]; /* (owned) (nullable) */
  TyCounting *countings[N_PARTS];      /* (owned) (nullable) */
} Side;

/* The values of a dimension, of both dates together; on one date those of its scale, who has none last. */
typedef struct
{
  const TyDimension *dimension;
  TyScale *scale;                          /* (owned) (nullable): on one date */
  GPtrArray *keys;                         /* (owned) */
  GPtrArray *labels;                       /* (owned) */
  GArray *values[TY_CROSS_TABLE_DATES];    /* (owned) (element-type guint32): number on each date */
} Axis;

/**
 * TyCrossTable:
 *
 * Figures of a population by the values of one or two dimensions with their totals, on one date or two.
 * Who has two values of a dimension counts once in each of them, and once in the total.
 */
struct _TyCrossTable
{
  const TyMeasure *measures[TY_CROSS_TABLE_MEASURES + 1]; /* behind those asked for, the number */
  guint n_measures;
  TySubject subject;
  Axis axes[TY_CROSS_TABLE_DIMENSIONS];
  guint n_axes;
  Side sides[TY_CROSS_TABLE_DATES];
  guint n_sides;
};

static void
choose_dimensions (TyCrossTable       *self,
                   Part                part,
                   const TyDimension **dimensions,
                   guint              *n_dimensions)
{
  *n_dimensions = 0;
  for (guint i = 0; i < self->n_axes; i++)
    if (part == PART_CELLS || i == (part == PART_ROWS ? 0 : 1))
      dimensions[(*n_dimensions)++] = self->axes[i].dimension;
}

/* Who has one value of the dimension that a margin leaves out is in one of its cells: they add up to it. */
static gboolean
adds_up (TyCrossTable *self,
         Side         *side,
         Part          part)
{
  guint left_out = part == PART_ROWS ? 1 : 0;

  return part != PART_CELLS && self->subject == TY_SUBJECT_PEOPLE
         && ty_grouping_get_scale (side->groupings[PART_CELLS], left_out)->kind == TY_SCALE_PEOPLE;
}

static void
prepare_part (TyCrossTable *self,
              Side         *side,
              Part          part,
              TyViews      *views)
{
  TyGroupingSpec spec = { .population = side->population, .n_measures = self->n_measures + 1 };

  if (adds_up (self, side, part))
    return;

  choose_dimensions (self, part, spec.dimensions, &spec.n_dimensions);
  if (self->subject != TY_SUBJECT_PEOPLE)
    {
      const TyCountingSpec counted = { side->population, spec.dimensions, spec.n_dimensions, self->measures,
                                       self->n_measures + 1 };

      side->countings[part] = ty_counting_new (&counted, side->view, views);
      return;
    }
  for (guint i = 0; i <= self->n_measures; i++)
    spec.measures[i] = self->measures[i];
  side->groupings[part] = ty_grouping_prepare (&spec, side->view, views);
}

static void
prepare_side (TyCrossTable *self,
              Side         *side,
              TyViews      *views)
{
  prepare_part (self, side, PART_CELLS, views);
  for (Part part = PART_ROWS; self->n_axes == 2 && part < N_PARTS; part++)
    prepare_part (self, side, part, views);
}

static TyScale *
get_scale (const Side *side,
           guint       axis)
{
  return side->groupings[PART_CELLS] != NULL
           ? ty_grouping_get_scale (side->groupings[PART_CELLS], axis)
           : ty_counting_get_scale (side->countings[PART_CELLS], axis);
}

/* While an axis is made: a value and its number on each date. */
typedef struct
{
  const char *key;
  const char *label;
  guint32 values[TY_CROSS_TABLE_DATES];
} Value;

static Value *
value_new (TyScale *scale,
           guint    number,
           guint    date)
{
  Value *value = g_new0 (Value, 1);

  *value = (Value){ ty_scale_get_key (scale, number), ty_scale_get_label (scale, number),
                    { NO_VALUE, NO_VALUE } };
  value->values[date] = number;
  return value;
}

/* A value that is there only before follows the one that it followed then. */
static void
merge_scale (GQueue  *values,
             TyScale *before)
{
  g_autoptr(GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  GList *last = NULL;

  for (GList *link = values->head; link != NULL; link = link->next)
    g_hash_table_insert (by_key, (gpointer) ((Value *) link->data)->key, link);
  for (guint i = TY_SCALE_NONE + 1; i < ty_scale_get_n (before); i++)
    {
      GList *link = g_hash_table_lookup (by_key, ty_scale_get_key (before, i));

      if (link != NULL)
        ((Value *) link->data)->values[1] = i;
      else if (last == NULL)
        {
          g_queue_push_head (values, value_new (before, i, 1));
          link = values->head;
        }
      else
        {
          g_queue_insert_after (values, last, value_new (before, i, 1));
          link = last->next;
        }
      last = link;
    }
}

static void
add_value (Axis        *axis,
           const Value *value)
{
  g_ptr_array_add (axis->keys, g_strdup (value->key));
  g_ptr_array_add (axis->labels, g_strdup (value->label));
  for (guint i = 0; i < TY_CROSS_TABLE_DATES; i++)
    g_array_append_val (axis->values[i], value->values[i]);
}

/* In the order of the scale; who is not filled in comes last. */
static void
make_axis (TyCrossTable *self,
           guint         number)
{
  Axis *axis = &self->axes[number];
  TyScale *scale = get_scale (&self->sides[0], number);
  GQueue values = G_QUEUE_INIT;
  Value none = { "", ty_scale_get_label (scale, TY_SCALE_NONE), { TY_SCALE_NONE, TY_SCALE_NONE } };

  if (self->n_sides == 1)
    {
      axis->scale = ty_scale_ref (scale);
      return;
    }
  axis->keys = g_ptr_array_new_with_free_func (g_free);
  axis->labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < TY_CROSS_TABLE_DATES; i++)
    axis->values[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = TY_SCALE_NONE + 1; i < ty_scale_get_n (scale); i++)
    g_queue_push_tail (&values, value_new (scale, i, 0));
  if (self->n_sides == 2)
    merge_scale (&values, get_scale (&self->sides[1], number));
  for (GList *link = values.head; link != NULL; link = link->next)
    add_value (axis, link->data);
  add_value (axis, &none);
  g_queue_clear_full (&values, g_free);
}

/**
 * ty_cross_table_prepare:
 * @spec: what it shows
 * @views: (nullable): where views of other dates are kept
 * @error: a `TY_POPULATION_ERROR` where the population is of different things, a
 *   `TY_CROSS_TABLE_ERROR` where the dimensions or the measures are not for it
 *
 * Returns: (transfer full) (nullable): the table, which ty_cross_table_run() counts
 */
TyCrossTable *
ty_cross_table_prepare (const TyCrossTableSpec  *spec,
                        TyViews                 *views,
                        GError                 **error)
{
  TyView *dates[TY_CROSS_TABLE_DATES] = { spec->view, spec->before };
  TyCrossTable *self;
  TySubject subject;

  g_return_val_if_fail (spec->n_measures > 0 && spec->n_measures <= TY_CROSS_TABLE_MEASURES, NULL);
  g_return_val_if_fail (spec->n_dimensions <= TY_CROSS_TABLE_DIMENSIONS, NULL);

  if (!ty_cross_table_check (spec, &subject, error))
    return NULL;

  self = g_new0 (TyCrossTable, 1);
  self->n_measures = spec->n_measures;
  self->subject = subject;
  memcpy (self->measures, spec->measures, spec->n_measures * sizeof *spec->measures);
  self->measures[self->n_measures] = ty_measure_find ("count");
  self->n_axes = spec->n_dimensions;
  for (guint i = 0; i < self->n_axes; i++)
    self->axes[i].dimension = spec->dimensions[i];
  for (guint i = 0; i < TY_CROSS_TABLE_DATES && dates[i] != NULL; i++)
    {
      gboolean own = i > 0 && spec->population_before != NULL;

      self->sides[i].view = ty_view_ref (dates[i]);
      self->sides[i].population = ty_population_ref (own ? spec->population_before : spec->population);
      prepare_side (self, &self->sides[i], views);
      self->n_sides++;
    }
  return self;
}

/* Those of one date one after the other, since they are found from the same facts. */
static int
compare_groupings (gconstpointer a,
                   gconstpointer b)
{
  gsize first = (gsize) ty_grouping_get_view (*(TyGrouping *const *) a);
  gsize second = (gsize) ty_grouping_get_view (*(TyGrouping *const *) b);

  return first < second ? -1 : first > second;
}

/**
 * ty_cross_table_run:
 * @tables: (array length=n_tables): what ty_cross_table_prepare() returned
 * @n_tables: their number
 * @cancellable: (nullable): stops it; then the tables are of no use
 *
 * Counts them together, which takes less time than one after the other.
 */
void
ty_cross_table_run (TyCrossTable **tables,
                    guint          n_tables,
                    GCancellable  *cancellable)
{
  g_autoptr(GPtrArray) groupings = g_ptr_array_new ();

  for (guint i = 0; i < n_tables; i++)
    for (guint side = 0; side < tables[i]->n_sides; side++)
      for (Part part = 0; part < N_PARTS; part++)
        if (tables[i]->sides[side].groupings[part] != NULL)
          g_ptr_array_add (groupings, tables[i]->sides[side].groupings[part]);
  g_ptr_array_sort (groupings, compare_groupings);
  ty_grouping_run ((TyGrouping **) groupings->pdata, groupings->len, cancellable);
  for (guint i = 0; i < n_tables; i++)
    for (guint axis = 0; axis < tables[i]->n_axes; axis++)
      make_axis (tables[i], axis);
}

/**
 * ty_cross_table_new:
 * @spec: what it shows
 * @views: (nullable): where views of other dates are kept
 * @error: as of ty_cross_table_prepare()
 *
 * Prepares and counts one.
 *
 * Returns: (transfer full) (nullable): the table
 */
TyCrossTable *
ty_cross_table_new (const TyCrossTableSpec  *spec,
                    TyViews                 *views,
                    GError                 **error)
{
  TyCrossTable *self = ty_cross_table_prepare (spec, views, error);

  if (self != NULL)
    ty_cross_table_run (&self, 1, NULL);
  return self;
}

static void
clear_axis (Axis *axis)
{
  g_clear_pointer (&axis->scale, ty_scale_unref);
  g_clear_pointer (&axis->keys, g_ptr_array_unref);
  g_clear_pointer (&axis->labels, g_ptr_array_unref);
  for (guint date = 0; date < TY_CROSS_TABLE_DATES; date++)
    g_clear_pointer (&axis->values[date], g_array_unref);
}

void
ty_cross_table_free (TyCrossTable *self)
{
  for (guint i = 0; i < self->n_sides; i++)
    {
      for (Part part = 0; part < N_PARTS; part++)
        {
          g_clear_pointer (&self->sides[i].groupings[part], ty_grouping_free);
          g_clear_pointer (&self->sides[i].countings[part], ty_counting_free);
        }
      ty_view_unref (self->sides[i].view);
      ty_population_unref (self->sides[i].population);
    }
  for (guint i = 0; i < self->n_axes; i++)
    clear_axis (&self->axes[i]);
  g_free (self);
}

/**
 * ty_cross_table_get_n_dates:
 * @self: a table
 *
 * Returns: 2 where it compares, else 1
 */
guint
ty_cross_table_get_n_dates (TyCrossTable *self)
{
  return self->n_sides;
}

/**
 * ty_cross_table_get_view:
 * @self: a table
 * @date: 0 for the date asked for, 1 for the one with which it is compared
 *
 * Returns: (transfer none): the view
 */
TyView *
ty_cross_table_get_view (TyCrossTable *self,
                         guint         date)
{
  g_return_val_if_fail (date < self->n_sides, NULL);

  return self->sides[date].view;
}

/**
 * ty_cross_table_get_n_measures:
 * @self: a table
 *
 * Returns: how many measures it shows
 */
guint
ty_cross_table_get_n_measures (TyCrossTable *self)
{
  return self->n_measures;
}

/**
 * ty_cross_table_get_measure:
 * @self: a table
 * @measure: which
 *
 * Returns: (transfer none): the measure
 */
const TyMeasure *
ty_cross_table_get_measure (TyCrossTable *self,
                            guint         measure)
{
  g_return_val_if_fail (measure < self->n_measures, NULL);

  return self->measures[measure];
}

/**
 * ty_cross_table_dup_measure_label:
 * @self: a table
 * @measure: which
 *
 * Returns: (transfer full): the name of the measure in the user’s language, of villages and posts not
 * as if they were people
 */
char *
ty_cross_table_dup_measure_label (TyCrossTable *self,
                                  guint         measure)
{
  g_return_val_if_fail (measure < self->n_measures, NULL);

  return self->subject == TY_SUBJECT_PEOPLE || strcmp (self->measures[measure]->key, "count") != 0
           ? ty_measure_dup_label (self->measures[measure])
           : g_strdup (C_("villages or posts", "Number"));
}

/**
 * ty_cross_table_get_n_dimensions:
 * @self: a table
 *
 * Returns: by how many dimensions it is
 */
guint
ty_cross_table_get_n_dimensions (TyCrossTable *self)
{
  return self->n_axes;
}

/**
 * ty_cross_table_get_dimension:
 * @self: a table
 * @dimension: 0 for that of the rows, 1 for that of the columns
 *
 * Returns: (transfer none): the dimension
 */
const TyDimension *
ty_cross_table_get_dimension (TyCrossTable *self,
                              guint         dimension)
{
  g_return_val_if_fail (dimension < self->n_axes, NULL);

  return self->axes[dimension].dimension;
}

/* Where a value of an axis stands in its scale. */
static guint32
get_number (const Axis *axis,
            guint       value)
{
  return value + 1 < ty_scale_get_n (axis->scale) ? value + 1 : TY_SCALE_NONE;
}

static guint
get_n_values (const Axis *axis)
{
  return axis->scale != NULL ? ty_scale_get_n (axis->scale) : axis->keys->len;
}

/**
 * ty_cross_table_get_n_values:
 * @self: a table
 * @dimension: 0 for that of the rows, 1 for that of the columns
 *
 * Returns: how many values it has on its dates, the last of them for who has none
 */
guint
ty_cross_table_get_n_values (TyCrossTable *self,
                             guint         dimension)
{
  g_return_val_if_fail (dimension < self->n_axes, 0);

  return get_n_values (&self->axes[dimension]);
}

/**
 * ty_cross_table_get_key:
 * @self: a table
 * @dimension: 0 for that of the rows, 1 for that of the columns
 * @value: which of its values
 *
 * Returns: (transfer none): its key, as filters name it; empty for who has none
 */
const char *
ty_cross_table_get_key (TyCrossTable *self,
                        guint         dimension,
                        guint         value)
{
  g_return_val_if_fail (dimension < self->n_axes && value < get_n_values (&self->axes[dimension]), NULL);

  if (self->axes[dimension].scale != NULL)
    return ty_scale_get_key (self->axes[dimension].scale, get_number (&self->axes[dimension], value));

  return g_ptr_array_index (self->axes[dimension].keys, value);
}

/**
 * ty_cross_table_get_label:
 * @self: a table
 * @dimension: 0 for that of the rows, 1 for that of the columns
 * @value: which of its values
 *
 * Returns: (transfer none): its name in the user’s language
 */
const char *
ty_cross_table_get_label (TyCrossTable *self,
                          guint         dimension,
                          guint         value)
{
  g_return_val_if_fail (dimension < self->n_axes && value < get_n_values (&self->axes[dimension]), NULL);

  if (self->axes[dimension].scale != NULL)
    return ty_scale_get_label (self->axes[dimension].scale, get_number (&self->axes[dimension], value));

  return g_ptr_array_index (self->axes[dimension].labels, value);
}

/* Of all cells of a row or a column. */
static TyAmount
add_cells (const Side *side,
           Part        part,
           guint32     value,
           guint       measure)
{
  TyGrouping *cells = side->groupings[PART_CELLS];
  guint n = ty_scale_get_n (ty_grouping_get_scale (cells, part == PART_ROWS ? 1 : 0));
  TyAmount sum = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      TyAmount amount = part == PART_ROWS ? ty_grouping_get_amount (cells, value, i, measure)
                                          : ty_grouping_get_amount (cells, i, value, measure);

      sum.sum += amount.sum;
      sum.n += amount.n;
    }
  return sum;
}

static TyAmount
get_part (const Side *side,
          Part        part,
          guint32     first,
          guint32     second,
          guint       measure)
{
  if (side->groupings[part] == NULL && side->countings[part] == NULL)
    return add_cells (side, part, first, measure);

  return side->groupings[part] != NULL
           ? ty_grouping_get_amount (side->groupings[part], first, second, measure)
           : ty_counting_get_amount (side->countings[part], first, second, measure);
}

static TyAmount
get_total (const Side *side,
           guint       measure)
{
  return side->groupings[PART_CELLS] != NULL ? ty_grouping_get_total (side->groupings[PART_CELLS], measure)
                                             : ty_counting_get_total (side->countings[PART_CELLS], measure);
}

static guint32
get_value (TyCrossTable *self,
           guint         axis,
           guint         date,
           guint         value)
{
  if (self->axes[axis].scale != NULL)
    return get_number (&self->axes[axis], value);

  return g_array_index (self->axes[axis].values[date], guint32, value);
}

static TyAmount
get_amount (TyCrossTable *self,
            guint         date,
            guint         row,
            guint         column,
            guint         measure)
{
  const Side *side = &self->sides[date];
  guint32 first = row != TY_CROSS_TABLE_ALL ? get_value (self, 0, date, row) : 0;
  guint32 second = column != TY_CROSS_TABLE_ALL ? get_value (self, 1, date, column) : 0;

  if (first == NO_VALUE || second == NO_VALUE)
    return (TyAmount){ 0, 0 };
  if (row == TY_CROSS_TABLE_ALL && column == TY_CROSS_TABLE_ALL)
    return get_total (side, measure);
  if (row == TY_CROSS_TABLE_ALL)
    return get_part (side, PART_COLUMNS, second, 0, measure);
  if (column == TY_CROSS_TABLE_ALL && self->n_axes == 2)
    return get_part (side, PART_ROWS, first, 0, measure);

  return get_part (side, PART_CELLS, first, second, measure);
}

/**
 * ty_cross_table_is_empty:
 * @self: a table
 * @dimension: 0 for that of the rows, 1 for that of the columns
 * @value: which of its values
 *
 * Returns: whether nobody has the value on any of the dates
 */
gboolean
ty_cross_table_is_empty (TyCrossTable *self,
                         guint         dimension,
                         guint         value)
{
  g_return_val_if_fail (dimension < self->n_axes && value < get_n_values (&self->axes[dimension]), TRUE);

  for (guint date = 0; date < self->n_sides; date++)
    if (get_amount (self, date, dimension == 0 ? value : TY_CROSS_TABLE_ALL,
                    dimension == 1 ? value : TY_CROSS_TABLE_ALL, self->n_measures).sum > 0)
      return FALSE;

  return TRUE;
}

/**
 * ty_cross_table_get_amount:
 * @self: a table
 * @date: 0 for the date asked for, 1 for the one with which it is compared
 * @row: a value of the first dimension, or %TY_CROSS_TABLE_ALL
 * @column: a value of the second, or %TY_CROSS_TABLE_ALL
 * @measure: which measure
 *
 * Returns: the figure; of all rows and columns that of the whole population, in which everybody
 * counts once
 */
TyAmount
ty_cross_table_get_amount (TyCrossTable *self,
                           guint         date,
                           guint         row,
                           guint         column,
                           guint         measure)
{
  const TyAmount none = { 0, 0 };

  g_return_val_if_fail (date < self->n_sides && measure < self->n_measures, none);
  g_return_val_if_fail (row == TY_CROSS_TABLE_ALL
                        || (self->n_axes > 0 && row < get_n_values (&self->axes[0])), none);
  g_return_val_if_fail (column == TY_CROSS_TABLE_ALL
                        || (self->n_axes > 1 && column < get_n_values (&self->axes[1])), none);

  return get_amount (self, date, row, column, measure);
}

/**
 * ty_cross_table_format_change:
 * @self: a table that compares
 * @row: a value of the first dimension, or %TY_CROSS_TABLE_ALL
 * @column: a value of the second, or %TY_CROSS_TABLE_ALL
 * @measure: which measure
 * @decimals: how many decimals of a share or an average
 *
 * Returns: (transfer full): the difference of the two shown values, of shares in
 * percentage points: `+57.30`; `—` where one of them is not known
 */
char *
ty_cross_table_format_change (TyCrossTable *self,
                              guint         row,
                              guint         column,
                              guint         measure,
                              int           decimals)
{
  g_return_val_if_fail (self->n_sides == 2 && measure < self->n_measures, NULL);

  return ty_measure_format_change (self->measures[measure],
                                   ty_cross_table_get_amount (self, 0, row, column, measure),
                                   ty_cross_table_get_amount (self, 1, row, column, measure), decimals);
}
