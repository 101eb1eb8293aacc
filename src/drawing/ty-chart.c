/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-chart"

#include "config.h"

#include "ty-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  char *label; /* (owned) */
  char *group; /* (owned) (nullable) */
} Category;

typedef struct
{
  char *label; /* (owned) */
  TyChartSeriesFlags flags;
} Series;

typedef struct
{
  double value;  /* NAN where there is none */
  char *text;    /* (owned) (nullable) */
  char *readout; /* (owned) (nullable) */
} Cell;

typedef struct
{
  double from;
  char *label; /* (owned) */
} Step;

/**
 * TyChart:
 *
 * What a chart shows, as plain data: numbers with their ready texts, in categories and series. It knows
 * neither where the numbers come from nor a screen; ty_chart_picture_new() lays it out. It is filled by
 * one thread and not changed any more when it is handed over.
 *
 * A *mark* is what can be pointed at and activated. There is one for each category and series, one for
 * a category as a whole (its label, with #TY_CHART_ALL as the series), one for a series as a whole (its
 * entry in the legend, the head of its column) and one for all.
 */
struct _TyChart
{
  TyChartKind kind;
  char *texts[TY_N_CHART_TEXTS]; /* (owned) (nullable) */
  GArray *categories;            /* (owned) (element-type Category) */
  GArray *series;                /* (owned) (element-type Series) */
  GHashTable *cells;             /* (owned) (element-type guint64 Cell) */
  GArray *steps;                 /* (owned) (element-type Step) */
  double *trend;                 /* (owned) (nullable) */
  guint n_trend;
  double target; /* NAN where there is none */
  gboolean good;
};

static void
clear_category (gpointer data)
{
  g_free (((Category *) data)->label);
  g_free (((Category *) data)->group);
}

static void
clear_series (gpointer data)
{
  g_free (((Series *) data)->label);
}

static void
clear_step (gpointer data)
{
  g_free (((Step *) data)->label);
}

/* That of GLib sees the lower half only, which is the series: all categories would be one bucket. */
static guint
hash_key (gconstpointer key)
{
  guint64 number = *(const guint64 *) key;

  return (guint) (number >> 32) * 31 + (guint) number;
}

static void
free_cell (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_free (cell->readout);
  g_free (cell);
}

/**
 * ty_chart_new:
 * @kind: how it is drawn
 * @title: (nullable): what it shows
 *
 * Returns: (transfer full): a chart without numbers
 */
TyChart *
ty_chart_new (TyChartKind  kind,
              const char  *title)
{
  TyChart *self;

  g_return_val_if_fail ((guint) kind < TY_N_CHART_KINDS, NULL);

  self = g_atomic_rc_box_new0 (TyChart);
  self->kind = kind;
  self->texts[TY_CHART_TITLE] = g_strdup (title);
  self->categories = g_array_new (FALSE, FALSE, sizeof (Category));
  g_array_set_clear_func (self->categories, clear_category);
  self->series = g_array_new (FALSE, FALSE, sizeof (Series));
  g_array_set_clear_func (self->series, clear_series);
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (self->steps, clear_step);
  self->cells = g_hash_table_new_full (hash_key, g_int64_equal, g_free, free_cell);
  self->target = NAN;
  self->good = TRUE;
  return self;
}

TyChart *
ty_chart_ref (TyChart *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TyChart *self = data;

  for (guint i = 0; i < TY_N_CHART_TEXTS; i++)
    g_free (self->texts[i]);
  g_array_unref (self->categories);
  g_array_unref (self->series);
  g_array_unref (self->steps);
  g_hash_table_unref (self->cells);
  g_free (self->trend);
}

void
ty_chart_unref (TyChart *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * ty_chart_get_kind:
 * @self: a chart
 *
 * Returns: how it is drawn
 */
TyChartKind
ty_chart_get_kind (TyChart *self)
{
  return self->kind;
}

/**
 * ty_chart_set_text:
 * @self: a chart
 * @which: which text
 * @text: (nullable): the text, ready to be shown
 */
void
ty_chart_set_text (TyChart     *self,
                   TyChartText  which,
                   const char  *text)
{
  char *copy = g_strdup (text);

  g_return_if_fail ((guint) which < TY_N_CHART_TEXTS);

  g_free (self->texts[which]);
  self->texts[which] = copy;
}

/**
 * ty_chart_get_text:
 * @self: a chart
 * @which: which text
 *
 * Returns: (transfer none) (nullable): the text; %NULL also where it is empty
 */
const char *
ty_chart_get_text (TyChart     *self,
                   TyChartText  which)
{
  g_return_val_if_fail ((guint) which < TY_N_CHART_TEXTS, NULL);

  return self->texts[which] != NULL && *self->texts[which] != '\0' ? self->texts[which] : NULL;
}

/**
 * ty_chart_add_category:
 * @self: a chart
 * @label: what it is called
 * @group: (nullable): to what it belongs; categories of a group come one after the other
 *
 * Returns: its number
 */
guint
ty_chart_add_category (TyChart    *self,
                       const char *label,
                       const char *group)
{
  Category category = { g_strdup (label != NULL ? label : ""), g_strdup (group) };

  g_array_append_val (self->categories, category);
  return self->categories->len - 1;
}

/**
 * ty_chart_get_n_categories:
 * @self: a chart
 *
 * Returns: how many categories there are
 */
guint
ty_chart_get_n_categories (TyChart *self)
{
  return self->categories->len;
}

/**
 * ty_chart_get_category:
 * @self: a chart
 * @category: which one
 *
 * Returns: (transfer none): what it is called
 */
const char *
ty_chart_get_category (TyChart *self,
                       guint    category)
{
  g_return_val_if_fail (category < self->categories->len, NULL);

  return g_array_index (self->categories, Category, category).label;
}

/**
 * ty_chart_get_group:
 * @self: a chart
 * @category: which category
 *
 * Returns: (transfer none) (nullable): to what it belongs
 */
const char *
ty_chart_get_group (TyChart *self,
                    guint    category)
{
  g_return_val_if_fail (category < self->categories->len, NULL);

  return g_array_index (self->categories, Category, category).group;
}

/**
 * ty_chart_add_series:
 * @self: a chart
 * @label: what it is called, as in the legend or above a column
 * @flags: what it is
 *
 * Returns: its number
 */
guint
ty_chart_add_series (TyChart            *self,
                     const char         *label,
                     TyChartSeriesFlags  flags)
{
  Series series = { g_strdup (label != NULL ? label : ""), flags };

  g_array_append_val (self->series, series);
  return self->series->len - 1;
}

/**
 * ty_chart_get_n_series:
 * @self: a chart
 *
 * Returns: how many series there are
 */
guint
ty_chart_get_n_series (TyChart *self)
{
  return self->series->len;
}

/**
 * ty_chart_get_series:
 * @self: a chart
 * @series: which one
 *
 * Returns: (transfer none): what it is called
 */
const char *
ty_chart_get_series (TyChart *self,
                     guint    series)
{
  g_return_val_if_fail (series < self->series->len, NULL);

  return g_array_index (self->series, Series, series).label;
}

/**
 * ty_chart_get_flags:
 * @self: a chart
 * @series: which series
 *
 * Returns: what it is
 */
TyChartSeriesFlags
ty_chart_get_flags (TyChart *self,
                    guint    series)
{
  g_return_val_if_fail (series < self->series->len, 0);

  return g_array_index (self->series, Series, series).flags;
}

static gint64
make_key (guint category,
          guint series)
{
  return (gint64) ((guint64) category << 32 | series);
}

static const Cell *
find_cell (TyChart *self,
           guint    category,
           guint    series)
{
  gint64 key = make_key (category, series);

  return g_hash_table_lookup (self->cells, &key);
}

static Cell *
ensure_cell (TyChart *self,
             guint    category,
             guint    series)
{
  gint64 key = make_key (category, series);
  Cell *cell = g_hash_table_lookup (self->cells, &key);

  if (cell == NULL)
    {
      cell = g_new0 (Cell, 1);
      cell->value = NAN;
      g_hash_table_insert (self->cells, g_memdup2 (&key, sizeof key), cell);
    }
  return cell;
}

/**
 * ty_chart_set_value:
 * @self: a chart
 * @category: which category; #TY_CHART_ALL for the total of a series
 * @series: which series; #TY_CHART_ALL for the total of a category
 * @value: the number, NAN where there is none
 * @text: (nullable): the number as it is shown, with the decimals of the measure and without its unit;
 *   a dash where there is none
 */
void
ty_chart_set_value (TyChart    *self,
                    guint       category,
                    guint       series,
                    double      value,
                    const char *text)
{
  Cell *cell;

  g_return_if_fail (category == TY_CHART_ALL || category < self->categories->len);
  g_return_if_fail (series == TY_CHART_ALL || series < self->series->len);

  cell = ensure_cell (self, category, series);
  cell->value = isfinite (value) ? value : NAN;
  g_free (cell->text);
  cell->text = g_strdup (text);
}

/**
 * ty_chart_set_readout:
 * @self: a chart
 * @category: which category, or #TY_CHART_ALL
 * @series: which series, or #TY_CHART_ALL
 * @text: (nullable): what is told of the mark when one points at it; without one it is made of the labels
 *   and the text of the value
 */
void
ty_chart_set_readout (TyChart    *self,
                      guint       category,
                      guint       series,
                      const char *text)
{
  Cell *cell = ensure_cell (self, category, series);

  g_free (cell->readout);
  cell->readout = g_strdup (text);
}

/**
 * ty_chart_get_value:
 * @self: a chart
 * @category: which category, or #TY_CHART_ALL
 * @series: which series, or #TY_CHART_ALL
 *
 * Returns: the number; NAN where there is none
 */
double
ty_chart_get_value (TyChart *self,
                    guint    category,
                    guint    series)
{
  const Cell *cell = find_cell (self, category, series);

  return cell != NULL ? cell->value : NAN;
}

/**
 * ty_chart_get_value_text:
 * @self: a chart
 * @category: which category, or #TY_CHART_ALL
 * @series: which series, or #TY_CHART_ALL
 *
 * Returns: (transfer none) (nullable): the number as it is shown
 */
const char *
ty_chart_get_value_text (TyChart *self,
                         guint    category,
                         guint    series)
{
  const Cell *cell = find_cell (self, category, series);

  return cell != NULL ? cell->text : NULL;
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, part);
}

/**
 * ty_chart_dup_readout:
 * @self: a chart
 * @mark: a mark
 *
 * Returns: (transfer full): what is told of it when one points at it
 */
char *
ty_chart_dup_readout (TyChart *self,
                      guint    mark)
{
  GString *what = g_string_new (NULL);
  const char *value;
  guint category, series;
  const Cell *cell;
  char *text;

  ty_chart_locate (self, mark, &category, &series);
  cell = find_cell (self, category, series);
  if (cell != NULL && cell->readout != NULL)
    {
      g_string_free (what, TRUE);
      return g_strdup (cell->readout);
    }

  if (category != TY_CHART_ALL)
    {
      append_part (what, ty_chart_get_group (self, category));
      append_part (what, ty_chart_get_category (self, category));
    }
  if (series != TY_CHART_ALL)
    append_part (what, ty_chart_get_series (self, series));
  if (what->len == 0)
    append_part (what, ty_chart_get_text (self, TY_CHART_TITLE));
  value = cell != NULL ? cell->text : NULL;
  if (value == NULL)
    return g_string_free (what, FALSE);

  /* Translators: what is counted, and its number */
  text = g_strdup_printf (C_("mark of a chart", "%s: %s"), what->str, value);
  g_string_free (what, TRUE);
  return text;
}

/**
 * ty_chart_set_good:
 * @self: a chart
 * @good: whether its change is one for the better; a figure whose change is not stands in the colour
 *   of the text
 */
void
ty_chart_set_good (TyChart  *self,
                   gboolean  good)
{
  self->good = good;
}

/**
 * ty_chart_get_good:
 * @self: a chart
 *
 * Returns: whether its change is one for the better
 */
gboolean
ty_chart_get_good (TyChart *self)
{
  return self->good;
}

/**
 * ty_chart_set_target:
 * @self: a chart
 * @value: what should be reached; NAN for nothing
 * @label: (nullable): what it is called: 目标 30 %
 */
void
ty_chart_set_target (TyChart    *self,
                     double      value,
                     const char *label)
{
  self->target = isfinite (value) ? value : NAN;
  ty_chart_set_text (self, TY_CHART_TARGET, label);
}

/**
 * ty_chart_get_target:
 * @self: a chart
 *
 * Returns: what should be reached, NAN where nothing is said
 */
double
ty_chart_get_target (TyChart *self)
{
  return self->target;
}

/**
 * ty_chart_set_trend:
 * @self: a chart
 * @values: (array length=n): a figure at dates of equal distance, the last one now; NAN where there was none
 * @n: their number
 */
void
ty_chart_set_trend (TyChart      *self,
                    const double *values,
                    guint         n)
{
  g_free (self->trend);
  self->trend = g_memdup2 (values, n * sizeof *values);
  self->n_trend = n;
}

/**
 * ty_chart_get_trend:
 * @self: a chart
 * @n: (out): how many values
 *
 * Returns: (transfer none) (nullable) (array length=n): a figure at dates of equal distance
 */
const double *
ty_chart_get_trend (TyChart *self,
                    guint   *n)
{
  *n = self->n_trend;
  return self->trend;
}

/**
 * ty_chart_add_step:
 * @self: tiles or a heat table
 * @from: the least value of the step, ascending
 * @label: what the step is called in the legend: 2 人
 *
 * Says what shades mean, of up to six steps. Without any they are five of equal width, by series.
 */
void
ty_chart_add_step (TyChart    *self,
                   double      from,
                   const char *label)
{
  Step step = { from, g_strdup (label != NULL ? label : "") };

  g_array_append_val (self->steps, step);
}

/**
 * ty_chart_get_n_steps:
 * @self: a chart
 *
 * Returns: how many steps were said
 */
guint
ty_chart_get_n_steps (TyChart *self)
{
  return self->steps->len;
}

/**
 * ty_chart_get_step:
 * @self: a chart
 * @step: which step
 * @label: (out) (optional) (transfer none): what it is called
 *
 * Returns: the least value of it
 */
double
ty_chart_get_step (TyChart     *self,
                   guint        step,
                   const char **label)
{
  g_return_val_if_fail (step < self->steps->len, 0);

  if (label != NULL)
    *label = g_array_index (self->steps, Step, step).label;
  return g_array_index (self->steps, Step, step).from;
}

/**
 * ty_chart_get_n_marks:
 * @self: a chart
 *
 * Returns: how many marks there are: the numbers of marks are below
 */
guint
ty_chart_get_n_marks (TyChart *self)
{
  return (self->categories->len + 1) * (self->series->len + 1);
}

/**
 * ty_chart_get_mark:
 * @self: a chart
 * @category: which category, or #TY_CHART_ALL
 * @series: which series, or #TY_CHART_ALL
 *
 * Returns: the number of their mark: row by row, all series after the last, all categories after the last
 */
guint
ty_chart_get_mark (TyChart *self,
                   guint    category,
                   guint    series)
{
  return MIN (category, self->categories->len) * (self->series->len + 1) + MIN (series, self->series->len);
}

/**
 * ty_chart_locate:
 * @self: a chart
 * @mark: a mark
 * @category: (out): its category, or #TY_CHART_ALL
 * @series: (out): its series, or #TY_CHART_ALL
 */
void
ty_chart_locate (TyChart *self,
                 guint    mark,
                 guint   *category,
                 guint   *series)
{
  *category = mark / (self->series->len + 1);
  *series = mark % (self->series->len + 1);
  if (*category >= self->categories->len)
    *category = TY_CHART_ALL;
  if (*series >= self->series->len)
    *series = TY_CHART_ALL;
}
