/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-counter"

#include "config.h"

#include "ty-village-counter.h"

#include "ty-grouping.h"
#include "ty-post-ref.h"
#include "ty-seat-table.h"
#include "ty-words.h"

/* Counts townships and villages. All figures come from groupings over the whole scope, one for each
 * level, so that they are those which the scope would show and cost the same for ten villages and
 * for ten thousand. */

static const char *const levels[] = { "city", "county", "township", "village" };

typedef struct
{
  TyView *view;
  TyViews *views;
  TyUnits *units;
  TyUnitTree *tree;
  TyVillageTable *table;
  guint32 *places;     /* (owned): by number of a unit: its row, or TY_VILLAGE_NONE */
} Counter;

static TyVillageRow *
get_row (Counter *self,
         guint    row)
{
  return &g_array_index (self->table->rows, TyVillageRow, row);
}

/* What stands above all others is the scope itself: its figures are the total. */
static gboolean
has_row (TyUnitTree *tree,
         guint32     first,
         guint32     n,
         guint32     rank)
{
  return rank > first || n == 1 || ty_unit_tree_get_end (tree, ty_unit_tree_get_unit (tree, rank)) < first + n;
}

static gboolean
is_village (const TyUnitSpan *span)
{
  return g_strcmp0 (g_quark_to_string (span->level), "village") == 0;
}

static void
add_row (Counter *self,
         guint32  unit)
{
  const TyUnitSpan *span = ty_unit_tree_get_span (self->tree, unit);
  guint32 parent = ty_unit_tree_get_parent (self->tree, unit);
  TyVillageRow row = { 0 };

  row.unit = ty_units_get_id (self->units, unit);
  row.parent = parent != TY_UNIT_NONE ? ty_units_get_id (self->units, parent) : 0;
  row.name = span->name;
  row.kind = g_quark_to_string (span->kind);
  row.party_form = g_quark_to_string (span->party_form);
  row.is_village = is_village (span);
  row.above = parent != TY_UNIT_NONE ? self->places[parent] : TY_VILLAGE_NONE;
  row.depth = row.above != TY_VILLAGE_NONE ? get_row (self, row.above)->depth + 1 : 0;
  self->places[unit] = self->table->rows->len;
  g_array_append_val (self->table->rows, row);
}

static void
add_rows (Counter *self)
{
  guint n_units = ty_units_get_n (self->units);
  guint32 first, n;

  self->places = g_new (guint32, n_units + 1);
  for (guint i = 0; i <= n_units; i++)
    self->places[i] = TY_VILLAGE_NONE;
  ty_unit_tree_get_range (self->tree, ty_view_get_scope (self->view), &first, &n);
  self->table->rows = g_array_sized_new (FALSE, TRUE, sizeof (TyVillageRow), n);
  for (guint i = 0; i < n; i++)
    if (has_row (self->tree, first, n, first + i))
      add_row (self, ty_unit_tree_get_unit (self->tree, first + i));
  for (guint i = self->table->rows->len; i > 0; i--)
    {
      TyVillageRow *row = get_row (self, i - 1);

      row->end = MAX (row->end, i);
      if (row->above != TY_VILLAGE_NONE)
        get_row (self, row->above)->end = MAX (get_row (self, row->above)->end, row->end);
    }
}

static TyVillageRow *
find_row (Counter *self,
          gint64   id)
{
  guint32 unit = ty_units_find (self->units, id);
  guint32 place = unit != TY_UNIT_NONE ? self->places[unit] : TY_VILLAGE_NONE;

  return place != TY_VILLAGE_NONE ? get_row (self, place) : NULL;
}

enum
{
  MEASURE_MEMBERS,
  MEASURE_AGE,
  MEASURE_WOMEN,
  N_MEASURES
};

static void
take_members (TyVillageRow *row,
              const TyAmount amounts[N_MEASURES])
{
  row->members = (guint) amounts[MEASURE_MEMBERS].sum;
  row->age = amounts[MEASURE_AGE];
  row->women = (guint) amounts[MEASURE_WOMEN].sum;
}

/* By the units of a level; without one, of the whole scope. */
static void
count_members (Counter    *self,
               const char *level)
{
  g_autoptr(TyPopulation) members = ty_population_new_who (TY_WHO_MEMBERS);
  TyGroupingSpec spec = {
    .population = members,
    .measures = { ty_measure_find ("count"), ty_measure_find ("average_age"),
                  ty_measure_find ("female") },
    .n_measures = N_MEASURES,
  };
  g_autoptr(TyGrouping) grouping = NULL;
  TyAmount amounts[N_MEASURES];
  TyScale *scale;

  if (level != NULL)
    spec.dimensions[spec.n_dimensions++] = ty_dimension_find (level);
  grouping = ty_grouping_new (&spec, self->view, self->views);
  if (level == NULL)
    {
      for (guint i = 0; i < N_MEASURES; i++)
        amounts[i] = ty_grouping_get_total (grouping, i);
      take_members (&self->table->total, amounts);
      return;
    }

  scale = ty_grouping_get_scale (grouping, 0);
  for (guint value = 1; value < ty_scale_get_n (scale); value++)
    {
      TyVillageRow *row = find_row (self, ty_scale_get_unit (scale, value));

      for (guint i = 0; row != NULL && i < N_MEASURES; i++)
        amounts[i] = ty_grouping_get_amount (grouping, value, 0, i);
      if (row != NULL)
        take_members (row, amounts);
    }
}

/* What is approved, against who sits in the body of the village. */
static gboolean
count_seats (Counter     *self,
             TyDatabase  *database,
             GError     **error)
{
  g_autoptr(GArray) seats = ty_seat_table_list (database, ty_view_get_as_of (self->view), error);
  g_autoptr(TyPopulation) people = ty_population_new_who (TY_WHO_IN_OFFICE);
  const TyGroupingSpec spec = {
    .population = people,
    .dimensions = { ty_dimension_find ("village"), ty_dimension_find ("body") },
    .n_dimensions = 2,
    .measures = { ty_measure_find ("count") },
    .n_measures = 1,
  };
  g_autoptr(TyGrouping) grouping = NULL;
  g_autoptr(GHashTable) values = NULL;
  TyScale *villages;

  if (seats == NULL || seats->len == 0)
    return seats != NULL;

  grouping = ty_grouping_new (&spec, self->view, self->views);
  villages = ty_grouping_get_scale (grouping, 0);
  values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint value = 1; value < ty_scale_get_n (villages); value++)
    {
      gint64 unit = ty_scale_get_unit (villages, value);

      g_hash_table_insert (values, g_memdup2 (&unit, sizeof unit), GUINT_TO_POINTER (value));
    }
  for (guint i = 0; i < seats->len; i++)
    {
      const TySeatRow *seat = &g_array_index (seats, TySeatRow, i);
      guint village = GPOINTER_TO_UINT (g_hash_table_lookup (values, &seat->unit));
      TyVillageRow *row = find_row (self, seat->unit);
      guint body, filled = 0;

      if (village == 0 || row == NULL)
        continue;
      if (ty_scale_find (ty_grouping_get_scale (grouping, 1), seat->body, &body))
        filled = (guint) ty_grouping_get_amount (grouping, village, body, 0).sum;
      ty_seat_count_add_body (&row->seats, seat->seats, filled);
      row->n_unset = 0;
    }
  return TRUE;
}

static void
count_facts (Counter *self)
{
  const guint32 *facts = ty_view_get_unit_facts (self->view,
                                                  TY_FACT_SECRETARY | TY_FACT_DUAL_ROLE);

  for (guint i = 0; i < self->table->rows->len; i++)
    {
      TyVillageRow *row = get_row (self, i);
      guint32 unit = ty_units_find (self->units, row->unit);

      if (!row->is_village)
        continue;
      row->n_villages = row->n_unset = 1;
      row->n_led = (facts[unit] & TY_FACT_SECRETARY) != 0;
      row->n_dual = (facts[unit] & TY_FACT_DUAL_ROLE) != 0;
    }
}

static void
name_secretary (Counter    *self,
                guint32     unit,
                const char *name)
{
  guint32 place = unit != TY_UNIT_NONE ? self->places[unit] : TY_VILLAGE_NONE;
  TyVillageRow *row = place != TY_VILLAGE_NONE ? get_row (self, place) : NULL;
  g_autofree char *names = NULL;

  if (row == NULL)
    return;
  if (row->secretary != NULL)
    names = g_strconcat (row->secretary, ty_words_get_separator (), name, NULL);
  row->secretary = g_string_chunk_insert (self->table->texts, names != NULL ? names : name);
}

static void
name_secretaries (Counter     *self,
                  TyNameIndex *names)
{
  g_autoptr(TyPopulation) posts = ty_population_new_who (TY_WHO_POSTS);
  g_autoptr(TyPopulation) leading = ty_population_new_value (ty_dimension_find ("post"), "D1");
  g_autoptr(TyPopulation) population = ty_population_new_and (posts, leading);
  g_autoptr(GArray) refs = ty_population_list (population, self->view, self->views);
  TyColumns *columns = ty_view_get_columns (self->view);

  for (guint i = 0; i < refs->len; i++)
    {
      g_autofree char *name = NULL;
      TyPostPlace place;

      if (!ty_post_ref_find (&g_array_index (refs, TyPostRef, i), columns, &place))
        continue;
      name = ty_name_index_dup_name (names, place.row);
      name_secretary (self, place.unit, name);
    }
}

static void
add_to (TyVillageRow       *sum,
        const TyVillageRow *row)
{
  sum->n_villages += row->n_villages;
  sum->n_led += row->n_led;
  sum->n_dual += row->n_dual;
  sum->n_unset += row->n_unset;
  sum->n_short += row->n_short;
  sum->seats.approved += row->seats.approved;
  sum->seats.filled += row->seats.filled;
  sum->seats.vacant += row->seats.vacant;
  sum->seats.over += row->seats.over;
}

/* From the last row to the first, so that each is complete before it is added to the one above. */
static void
add_up (Counter *self)
{
  for (guint i = self->table->rows->len; i > 0; i--)
    {
      TyVillageRow *row = get_row (self, i - 1);

      if (row->is_village)
        row->n_short = row->seats.vacant > 0;
      add_to (row->above != TY_VILLAGE_NONE ? get_row (self, row->above) : &self->table->total, row);
    }
}

/**
 * ty_village_counter_run:
 * @order: the date and the scope, with the names of everybody
 * @views: where views of other dates are kept
 * @database: a connection of the same state of the file
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): townships and villages of the scope with their figures
 */
TyVillageTable *
ty_village_counter_run (TyOrder     *order,
                        TyViews     *views,
                        TyDatabase  *database,
                        GError     **error)
{
  TyView *view = ty_order_get_view (order);
  g_autoptr(TyVillageTable) table = g_new0 (TyVillageTable, 1);
  Counter counter = { view, views, ty_columns_get_units (ty_view_get_columns (view)),
                      ty_view_get_tree (view), table, NULL };
  gboolean done;

  table->units = ty_units_ref (counter.units);
  table->texts = g_string_chunk_new (4096);
  add_rows (&counter);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    count_members (&counter, levels[i]);
  count_members (&counter, NULL);
  count_facts (&counter);
  name_secretaries (&counter, ty_order_get_names (order));
  done = count_seats (&counter, database, error);
  add_up (&counter);
  g_free (counter.places);
  return done ? g_steal_pointer (&table) : NULL;
}

/**
 * ty_village_counter_count:
 * @view: the date and the scope
 *
 * For who wants no other figure: the units alone tell it.
 *
 * Returns: how many villages a table of that scope has
 */
guint
ty_village_counter_count (TyView *view)
{
  TyUnitTree *tree = ty_view_get_tree (view);
  guint32 first, n_ranks;
  guint n = 0;

  ty_unit_tree_get_range (tree, ty_view_get_scope (view), &first, &n_ranks);
  for (guint32 i = first; i < first + n_ranks; i++)
    n += has_row (tree, first, n_ranks, i)
         && is_village (ty_unit_tree_get_span (tree, ty_unit_tree_get_unit (tree, i)));
  return n;
}
