/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-problems-units"

#include "config.h"

#include "ty-problems-private.h"

#include "ty-unit-tree.h"

#include <glib/gi18n-lib.h>

static const TyUnitSpan *
get_span (TySearch *search,
          guint     place)
{
  return ty_units_get_span (search->units, search->spans[place]);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b,
               gpointer      units)
{
  const TyUnitSpan *first = ty_units_get_span (units, *(const guint32 *) a);
  const TyUnitSpan *second = ty_units_get_span (units, *(const guint32 *) b);

  if (first->unit != second->unit)
    return first->unit < second->unit ? -1 : 1;
  return (first->from > second->from) - (first->from < second->from);
}

/**
 * ty_search_index_spans:
 * @search: a search
 *
 * Sorts what units were by unit and time.
 */
void
ty_search_index_spans (TySearch *search)
{
  guint n = ty_units_get_n (search->units);
  guint n_spans = ty_units_get_n_spans (search->units);

  search->spans = g_new (guint32, n_spans + 1);
  search->first = g_new0 (guint32, n + 2);
  for (guint i = 0; i < n_spans; i++)
    {
      search->spans[i] = i;
      search->first[ty_units_get_span (search->units, i)->unit + 1]++;
    }
  for (guint i = 0; i < n; i++)
    search->first[i + 1] += search->first[i];
  g_qsort_with_data (search->spans, (int) n_spans, sizeof *search->spans, compare_spans, search->units);
}

/**
 * ty_search_dup_unit_name:
 * @search: a search
 * @unit: number of a unit, or %TY_UNIT_NONE
 *
 * Returns: (transfer full): what it was called last; where it never was anything, its number
 */
char *
ty_search_dup_unit_name (TySearch *search,
                         guint32   unit)
{
  if (unit == TY_UNIT_NONE)
    return g_strdup ("?");
  if (search->first[unit] == search->first[unit + 1])
    return g_strdup_printf ("%" G_GINT64_FORMAT, ty_units_get_id (search->units, unit));

  return g_strdup (get_span (search, search->first[unit + 1] - 1)->name);
}

/**
 * ty_search_overlap:
 * @from: a first day
 * @until: the day after the last one
 * @other_from: another
 * @other_until: another
 *
 * Returns: whether both hold, and on a day in common
 */
gboolean
ty_search_overlap (gint32 from,
                   gint32 until,
                   gint32 other_from,
                   gint32 other_until)
{
  return from < other_until && other_from < until && from < until && other_from < other_until;
}

static void
add (TySearch      *search,
     TyProblemKind  kind,
     guint32        unit,
     const char    *name,
     char          *text)
{
  ty_search_add (search, ty_problem_new (kind, 0, ty_units_get_id (search->units, unit), name, text));
}

static void
check_states (TySearch *search,
              guint32   unit)
{
  g_autofree char *name = ty_search_dup_unit_name (search, unit);
  gboolean twice = FALSE;

  for (guint i = search->first[unit]; i < search->first[unit + 1]; i++)
    {
      const TyUnitSpan *span = get_span (search, i);

      if (span->until < span->from)
        add (search, TY_PROBLEM_UNIT_PERIOD, unit, span->name,
             g_strdup_printf (_("The time for which “%s” was what it was ends before it begins, so that "
                                "it counts on no date."), span->name));
      for (guint j = search->first[unit]; j < i && !twice; j++)
        twice = ty_search_overlap (span->from, span->until, get_span (search, j)->from,
                                   get_span (search, j)->until);
    }
  if (twice)
    add (search, TY_PROBLEM_STATES, unit, name,
         g_strdup_printf (_("“%s” is two things at the same time."), name));
}

/* Units from which, over all dates together, one can go up for ever: nobody goes round on a date who
 * does not so. The others are taken away from below. */
static GArray *
list_suspects (TySearch *search)
{
  guint n = ty_units_get_n (search->units);
  g_autofree guint32 *n_below = g_new0 (guint32, n + 1);
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *suspects = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < ty_units_get_n_spans (search->units); i++)
    if (ty_units_get_span (search->units, i)->parent != TY_UNIT_NONE)
      n_below[ty_units_get_span (search->units, i)->parent]++;
  for (guint32 unit = 0; unit < n; unit++)
    if (n_below[unit] == 0)
      g_array_append_val (queue, unit);
  for (guint next = 0; next < queue->len; next++)
    {
      guint32 unit = g_array_index (queue, guint32, next);

      for (guint i = search->first[unit]; i < search->first[unit + 1]; i++)
        {
          guint32 parent = get_span (search, i)->parent;

          if (parent != TY_UNIT_NONE && --n_below[parent] == 0)
            g_array_append_val (queue, parent);
        }
    }
  for (guint32 unit = 0; unit < n; unit++)
    if (n_below[unit] > 0)
      g_array_append_val (suspects, unit);
  return suspects;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  gint32 first = *(const gint32 *) a;
  gint32 second = *(const gint32 *) b;

  return (first > second) - (first < second);
}

/* A circle closes on a day on which something of a suspect begins. */
static GArray *
list_days (TySearch *search)
{
  g_autoptr(GArray) suspects = list_suspects (search);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < suspects->len; i++)
    {
      guint32 unit = g_array_index (suspects, guint32, i);

      for (guint j = search->first[unit]; j < search->first[unit + 1]; j++)
        g_array_append_val (days, get_span (search, j)->from);
    }
  g_array_sort (days, compare_days);
  return days;
}

static void
check_circles (TySearch *search)
{
  g_autoptr(GArray) days = list_days (search);
  g_autoptr(GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < days->len; i++)
    {
      gint32 day = g_array_index (days, gint32, i);
      g_autoptr(TyUnitTree) tree = NULL;
      GArray *loops;

      if (i > 0 && g_array_index (days, gint32, i - 1) == day)
        continue;
      tree = ty_unit_tree_new (search->units, day);
      loops = ty_unit_tree_list_loops (tree);
      for (guint j = 0; j < loops->len; j++)
        {
          guint32 unit = g_array_index (loops, guint32, j);

          if (g_hash_table_add (told, GUINT_TO_POINTER (unit)))
            add (search, TY_PROBLEM_CIRCLE, unit, ty_unit_tree_get_span (tree, unit)->name,
                 g_strdup_printf (_("“%s” stands below a unit that stands below it itself."),
                                  ty_unit_tree_get_span (tree, unit)->name));
        }
    }
}

/**
 * ty_search_check_units:
 * @search: a search
 *
 * Looks at what units were, and below which.
 */
void
ty_search_check_units (TySearch *search)
{
  check_circles (search);
  for (guint32 unit = 0; unit < ty_units_get_n (search->units); unit++)
    check_states (search, unit);
}

/**
 * ty_search_is_covered:
 * @search: a search
 * @unit: number of a unit, or %TY_UNIT_NONE
 * @from: the first day
 * @until: the day after the last one
 *
 * Returns: whether the unit existed all the time. Where no beginning is known, it began with the unit
 */
gboolean
ty_search_is_covered (TySearch *search,
                      guint32   unit,
                      gint32    from,
                      gint32    until)
{
  gint32 reached = from;

  if (unit == TY_UNIT_NONE || search->first[unit] == search->first[unit + 1])
    return FALSE;
  if (from == TY_DAY_FIRST)
    reached = get_span (search, search->first[unit])->from;
  for (guint i = search->first[unit]; i < search->first[unit + 1] && reached < until; i++)
    {
      const TyUnitSpan *span = get_span (search, i);

      if (span->from > reached)
        return FALSE;
      reached = MAX (reached, span->until);
    }
  return reached >= until;
}
