/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-units"

#include "config.h"

#include "ty-units.h"

#include "ty-column-table.h"
#include "ty-radix.h"
#include "ty-unit-tree.h"

#include <string.h>

/* Trees of so many dates are kept: that of today, those before and after a term, and some to go
 * back to. */
#define MAX_TREES 6

/**
 * TyUnits:
 *
 * All units with what they were from when until when. The numbers of units stay the same in every
 * later generation; a unit that is gone keeps its number and has no span.
 */
struct _TyUnits
{
  gatomicrefcount count;
  GArray *ids;           /* (owned) (element-type gint64): by number */
  guint32 *by_id;        /* (owned): the numbers in the order of the ids */
  GArray *spans;         /* (owned) (element-type TyUnitSpan): in the official order of siblings */
  guint32 *first;        /* (owned): where the spans of each unit begin in by_unit; one more */
  guint32 *by_unit;      /* (owned): numbers of spans by unit, the one that began last in front */
  GStringChunk *names;   /* (owned) */

  GMutex mutex;
  GPtrArray *trees;      /* (owned) (element-type TyUnitTree): the one used last at the end; guarded */
};

static int
compare_ids (gconstpointer a,
             gconstpointer b,
             gpointer      data)
{
  const gint64 *ids = data;
  gint64 first = ids[*(const guint32 *) a];
  gint64 second = ids[*(const guint32 *) b];

  return (first > second) - (first < second);
}

/* Those of the generation before come first and keep their numbers; new ones follow by id. */
static void
order_ids (TyUnits *self)
{
  gboolean ascending = TRUE;

  self->by_id = g_new (guint32, self->ids->len + 1);
  for (guint i = 0; i < self->ids->len; i++)
    {
      self->by_id[i] = i;
      ascending = ascending && (i == 0 || g_array_index (self->ids, gint64, i - 1)
                                            < g_array_index (self->ids, gint64, i));
    }
  if (!ascending)
    g_qsort_with_data (self->by_id, (int) self->ids->len, sizeof *self->by_id, compare_ids,
                       self->ids->data);
}

/* Of a generation that is being made: the keys, so that people can be read beside the spans. */
static gboolean
read_ids (TyUnits     *self,
          TyUnits     *before,
          TyDatabase  *database,
          GError     **error)
{
  g_autoptr(TyStatement) statement = ty_column_table_select_unit_ids (database, error);
  TyStep step;

  if (statement == NULL)
    return FALSE;
  if (before != NULL)
    g_array_append_vals (self->ids, before->ids->data, before->ids->len);
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      gint64 id = ty_statement_get_int (statement, 0);

      if (before == NULL || ty_units_find (before, id) == TY_UNIT_NONE)
        g_array_append_val (self->ids, id);
    }
  return step == TY_STEP_DONE;
}

/* A unit mostly has the words of the one before. */
static GQuark
find_word (const char *text,
           GQuark     *last)
{
  if (text == NULL)
    return 0;
  if (*last == 0 || strcmp (g_quark_to_string (*last), text) != 0)
    *last = g_quark_from_string (text);
  return *last;
}

/* All but its unit and the one above it. Its name belongs to the statement.
 * @words: (inout): the words of the span before */
static TyUnitSpan
read_span (TyStatement *statement,
           TyUnitSpan  *words)
{
  gint32 from = ty_date_days_from_iso (ty_statement_get_text (statement, 1));
  gint32 until = ty_date_days_from_iso (ty_statement_get_text (statement, 2));

  return (TyUnitSpan){
    .unit = TY_UNIT_NONE,
    .parent = TY_UNIT_NONE,
    .from = from != 0 ? from : TY_DAY_FIRST,
    .until = until != 0 ? until : TY_DAY_LAST,
    .position = ty_statement_get_int (statement, 8),
    .name = ty_statement_get_text (statement, 4),
    .level = find_word (ty_statement_get_text (statement, 5), &words->level),
    .kind = find_word (ty_statement_get_text (statement, 6), &words->kind),
    .party_form = find_word (ty_statement_get_text (statement, 7), &words->party_form),
  };
}

/* @last: (inout): the span before */
static void
append_span (TyUnits     *self,
             TyStatement *statement,
             TyUnitSpan  *last,
             GArray      *parents)
{
  gint64 parent = ty_statement_get_int (statement, 3);
  TyUnitSpan span = read_span (statement, last);

  span.unit = ty_units_find_near (self, ty_statement_get_int (statement, 0), last->unit);
  if (span.unit == TY_UNIT_NONE)
    return;
  last->unit = span.unit;
  span.name = g_string_chunk_insert_const (self->names, span.name);
  g_array_append_val (self->spans, span);
  g_array_append_val (parents, parent);
}

static void
find_parents (TyUnits *self,
              GArray  *parents)
{
  gint64 last = 0;
  guint32 number = TY_UNIT_NONE;

  for (guint i = 0; i < parents->len; i++)
    {
      gint64 parent = g_array_index (parents, gint64, i);

      if (parent == 0)
        continue;
      if (parent != last)
        number = ty_units_find (self, parent);
      last = parent;
      g_array_index (self->spans, TyUnitSpan, i).parent = number;
    }
}

/* Siblings stand in the order of their positions, and those with the same by their keys. */
static void
order_spans (TyUnits *self)
{
  g_autofree TyRadixItem *items = g_new (TyRadixItem, self->spans->len + 1);
  g_autofree guint32 *ranks = g_new (guint32, self->ids->len + 1);
  g_autoptr(GArray) ordered = g_array_sized_new (FALSE, FALSE, sizeof (TyUnitSpan), self->spans->len);

  for (guint i = 0; i < self->ids->len; i++)
    ranks[self->by_id[i]] = i;
  for (guint i = 0; i < self->spans->len; i++)
    items[i] = (TyRadixItem){ ranks[g_array_index (self->spans, TyUnitSpan, i).unit], i };
  ty_radix_sort (items, self->spans->len);
  /* Signed numbers in the order of unsigned ones: the lower half, then the upper. */
  for (guint half = 0; half < 2; half++)
    {
      for (guint i = 0; i < self->spans->len; i++)
        {
          guint64 position = (guint64) g_array_index (self->spans, TyUnitSpan, items[i].value).position
                             ^ ((guint64) 1 << 63);

          items[i].key = (guint32) (position >> (half * 32));
        }
      ty_radix_sort (items, self->spans->len);
    }
  for (guint i = 0; i < self->spans->len; i++)
    g_array_append_val (ordered, g_array_index (self->spans, TyUnitSpan, items[i].value));
  g_array_unref (self->spans);
  self->spans = g_steal_pointer (&ordered);
}

static void
index_spans (TyUnits *self)
{
  const TyUnitSpan *spans = (const TyUnitSpan *) self->spans->data;
  guint n = self->ids->len;

  self->first = g_new0 (guint32, n + 2);
  self->by_unit = g_new (guint32, self->spans->len + 1);
  for (guint i = 0; i < self->spans->len; i++)
    self->first[spans[i].unit + 2]++;
  for (guint i = 1; i <= n + 1; i++)
    self->first[i] += self->first[i - 1];
  for (guint i = 0; i < self->spans->len; i++)
    self->by_unit[self->first[spans[i].unit + 1]++] = i;

  /* A unit has few spans: by insertion, the one that began last in front. */
  for (guint unit = 0; unit < n; unit++)
    for (guint i = self->first[unit] + 1; i < self->first[unit + 1]; i++)
      for (guint j = i; j > self->first[unit]
                        && spans[self->by_unit[j - 1]].from < spans[self->by_unit[j]].from; j--)
        {
          guint32 swap = self->by_unit[j];

          self->by_unit[j] = self->by_unit[j - 1];
          self->by_unit[j - 1] = swap;
        }
}

/**
 * ty_units_load_ids:
 * @database: a connection
 * @before: (nullable): the generation whose numbers are kept
 * @error: a `TY_STORE_ERROR`
 *
 * The first half of ty_units_load(): then numbers can be found, while ty_units_load_spans() reads the
 * rest.
 *
 * Returns: (transfer full) (nullable): the units of the file, without what they were
 */
TyUnits *
ty_units_load_ids (TyDatabase  *database,
                   TyUnits     *before,
                   GError     **error)
{
  g_autoptr(TyUnits) self = g_new0 (TyUnits, 1);

  g_atomic_ref_count_init (&self->count);
  g_mutex_init (&self->mutex);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->spans = g_array_new (FALSE, FALSE, sizeof (TyUnitSpan));
  self->names = g_string_chunk_new (1 << 16);
  self->trees = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_unit_tree_unref);
  if (!read_ids (self, before, database, error))
    return NULL;

  order_ids (self);
  return g_steal_pointer (&self);
}

/**
 * ty_units_load_spans:
 * @self: units of ty_units_load_ids()
 * @database: a connection that sees the same
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it was read what they were
 */
gboolean
ty_units_load_spans (TyUnits     *self,
                     TyDatabase  *database,
                     GError     **error)
{
  g_autoptr(GArray) parents = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(TyStatement) statement = ty_column_table_select_units (database, error);
  TyUnitSpan last = { .unit = TY_UNIT_NONE };
  TyStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    append_span (self, statement, &last, parents);
  if (step == TY_STEP_ERROR)
    return FALSE;

  find_parents (self, parents);
  order_spans (self);
  index_spans (self);
  return TRUE;
}

/**
 * ty_units_load:
 * @database: a connection
 * @before: (nullable): the generation whose numbers are kept
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the units of the file
 */
TyUnits *
ty_units_load (TyDatabase  *database,
               TyUnits     *before,
               GError     **error)
{
  g_autoptr(TyUnits) self = ty_units_load_ids (database, before, error);

  return self != NULL && ty_units_load_spans (self, database, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * ty_units_ref:
 * @self: units
 *
 * Returns: (transfer full): the same
 */
TyUnits *
ty_units_ref (TyUnits *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_units_unref (TyUnits *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_ptr_array_unref (self->trees);
  g_mutex_clear (&self->mutex);
  g_array_unref (self->ids);
  g_array_unref (self->spans);
  g_string_chunk_free (self->names);
  g_free (self->by_id);
  g_free (self->first);
  g_free (self->by_unit);
  g_free (self);
}

/**
 * ty_units_get_n:
 * @self: units
 *
 * Returns: how many numbers were given out
 */
guint
ty_units_get_n (TyUnits *self)
{
  return self->ids->len;
}

/**
 * ty_units_get_id:
 * @self: units
 * @unit: number of a unit
 *
 * Returns: its key in the file
 */
gint64
ty_units_get_id (TyUnits *self,
                 guint32  unit)
{
  g_return_val_if_fail (unit < self->ids->len, 0);

  return g_array_index (self->ids, gint64, unit);
}

/**
 * ty_units_find:
 * @self: units
 * @id: key of a unit in the file
 *
 * Returns: its number, or %TY_UNIT_NONE
 */
guint32
ty_units_find (TyUnits *self,
               gint64   id)
{
  const gint64 *ids = (const gint64 *) self->ids->data;
  guint low = 0;
  guint high = self->ids->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (ids[self->by_id[middle]] < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->ids->len && ids[self->by_id[low]] == id ? self->by_id[low] : TY_UNIT_NONE;
}

/**
 * ty_units_find_near:
 * @self: units
 * @id: key of a unit in the file
 * @number: number of the unit that was found before, or %TY_UNIT_NONE
 *
 * ty_units_find() for who asks for them mostly in their order.
 *
 * Returns: its number, or %TY_UNIT_NONE
 */
guint32
ty_units_find_near (TyUnits *self,
                    gint64   id,
                    guint32  number)
{
  guint32 next = number + 1;

  return next < self->ids->len && g_array_index (self->ids, gint64, next) == id
           ? next : ty_units_find (self, id);
}

/**
 * ty_units_get_n_spans:
 * @self: units
 *
 * Returns: how many spans there are
 */
guint
ty_units_get_n_spans (TyUnits *self)
{
  return self->spans->len;
}

/**
 * ty_units_get_span:
 * @self: units
 * @number: number of a span; they stand in the official order of siblings
 *
 * Returns: (transfer none): the span
 */
const TyUnitSpan *
ty_units_get_span (TyUnits *self,
                   guint    number)
{
  return &g_array_index (self->spans, TyUnitSpan, number);
}

/**
 * ty_units_find_span:
 * @self: units
 * @unit: number of a unit
 * @day: a day
 *
 * Returns: (transfer none) (nullable): what the unit was on that day; where by mistake two spans
 * hold, the one that began last
 */
const TyUnitSpan *
ty_units_find_span (TyUnits *self,
                    guint32  unit,
                    gint32   day)
{
  if (unit >= self->ids->len)
    return NULL;

  for (guint i = self->first[unit]; i < self->first[unit + 1]; i++)
    {
      const TyUnitSpan *span = ty_units_get_span (self, self->by_unit[i]);

      if (span->from <= day && day < span->until)
        return span;
    }
  return NULL;
}

static gboolean
has_span (TyUnits          *self,
          guint32           unit,
          const TyUnitSpan *wanted,
          gint64            parent)
{
  for (guint i = self->first[unit]; i < self->first[unit + 1]; i++)
    {
      const TyUnitSpan *span = ty_units_get_span (self, self->by_unit[i]);
      gint64 above = span->parent != TY_UNIT_NONE ? ty_units_get_id (self, span->parent) : 0;

      if (span->from == wanted->from && span->until == wanted->until && above == parent
          && span->position == wanted->position && strcmp (span->name, wanted->name) == 0
          && span->level == wanted->level && span->kind == wanted->kind
          && span->party_form == wanted->party_form)
        return TRUE;
    }
  return FALSE;
}

/**
 * ty_units_compare:
 * @self: units
 * @database: a connection
 * @id: key of a unit in the file
 * @same: (out): whether the unit is still what @self says
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it could be read
 */
gboolean
ty_units_compare (TyUnits     *self,
                  TyDatabase  *database,
                  gint64       id,
                  gboolean    *same,
                  GError     **error)
{
  g_autoptr(TyStatement) statement = ty_column_table_select_unit (database, id, error);
  guint32 unit = ty_units_find (self, id);
  guint n = 0;
  TyStep step;

  *same = TRUE;
  if (statement == NULL)
    return FALSE;
  while ((step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    {
      TyUnitSpan words = { 0 };
      TyUnitSpan span = read_span (statement, &words);

      *same = *same && unit != TY_UNIT_NONE
              && has_span (self, unit, &span, ty_statement_get_int (statement, 3));
      n++;
    }
  *same = *same && n == (unit != TY_UNIT_NONE ? self->first[unit + 1] - self->first[unit] : 0);
  return step == TY_STEP_DONE;
}

static TyUnitTree *
find_tree (TyUnits *self,
           gint32   day)
{
  for (guint i = self->trees->len; i > 0; i--)
    {
      TyUnitTree *tree = g_ptr_array_index (self->trees, i - 1);

      if (!ty_unit_tree_holds_on (tree, day))
        continue;

      g_ptr_array_add (self->trees, g_ptr_array_steal_index (self->trees, i - 1));
      return ty_unit_tree_ref (tree);
    }
  return NULL;
}

/**
 * ty_units_get_tree:
 * @self: units
 * @as_of: a date
 *
 * Returns: (transfer full): the units as they stood on that date; kept, so that asking again costs
 * nothing, also for another date between the same two changes
 */
TyUnitTree *
ty_units_get_tree (TyUnits *self,
                   TyDate   as_of)
{
  gint32 day = ty_date_to_days (as_of);
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  TyUnitTree *tree = find_tree (self, day);

  if (tree != NULL)
    return tree;

  tree = ty_unit_tree_new (self, day);
  if (self->trees->len == MAX_TREES)
    g_ptr_array_remove_index (self->trees, 0);
  g_ptr_array_add (self->trees, ty_unit_tree_ref (tree));
  return tree;
}
