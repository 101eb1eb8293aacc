/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-check-report"

#include "config.h"

#include "ty-check-report.h"

#include "ty-unit-names.h"

#include <string.h>

typedef struct
{
  const TyProblem *problem;
  guint32 rank;      /* place of the unit in the official order */
  guint number;      /* as it was found */
} Line;

static TySeverity
get_severity (const Line *line)
{
  return ty_problem_kind_get_info (line->problem->kind)->severity;
}

static int
compare_numbers (guint32 a,
                 guint32 b)
{
  return (a > b) - (a < b);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *first = a;
  const Line *second = b;
  int order = compare_numbers (get_severity (first), get_severity (second));

  if (order == 0)
    order = compare_numbers (first->problem->kind, second->problem->kind);
  if (order == 0)
    order = compare_numbers (first->rank, second->rank);
  return order != 0 ? order : compare_numbers (first->number, second->number);
}

static GArray *
sort_lines (TyProblemList *list,
            TyView        *view)
{
  TyUnits *units = ty_columns_get_units (ty_view_get_columns (view));
  const guint32 *ranks = ty_unit_tree_get_ranks (ty_view_get_tree (view));
  GArray *lines = g_array_sized_new (FALSE, FALSE, sizeof (Line), list->problems->len);

  for (guint i = 0; i < list->problems->len; i++)
    {
      const TyProblem *problem = g_ptr_array_index (list->problems, i);
      guint32 unit = problem->place != 0 ? ty_units_find (units, problem->place) : TY_UNIT_NONE;
      Line line = { problem, unit != TY_UNIT_NONE ? ranks[unit] : TY_RANK_NONE, i };

      g_array_append_val (lines, line);
    }
  g_array_sort (lines, compare_lines);
  return lines;
}

/* The unit with the one above it; of what is about a unit, only the one above it: its own name is there. */
static char *
dup_place (TyUnitNames     *names,
           const TyProblem *problem,
           TyDate           as_of)
{
  char *place = problem->place != 0 ? ty_unit_names_dup_path (names, problem->place, as_of)
                                    : g_strdup ("");

  if (problem->person == 0 && g_str_has_suffix (place, problem->name))
    {
      place[strlen (place) - strlen (problem->name)] = '\0';
      g_strchomp (place);
    }
  return place;
}

/**
 * ty_check_report_new:
 * @list: what was found
 * @view: the cut-off date and the scope
 * @database: a connection of the same state of the file
 *
 * Returns: (transfer full): the same in order, with the names of units
 */
TyCheckReport *
ty_check_report_new (TyProblemList *list,
                     TyView        *view,
                     TyDatabase    *database)
{
  TyCheckReport *self = g_new0 (TyCheckReport, 1);
  g_autoptr(GArray) lines = sort_lines (list, view);
  g_autoptr(TyUnitNames) names = ty_unit_names_new (database);

  memcpy (self->counts, list->counts, sizeof self->counts);
  self->n_done = list->n_done;
  self->n_people = list->n_people;
  self->entries = g_ptr_array_new_full (lines->len, g_object_unref);
  for (guint i = 0; i < lines->len; i++)
    {
      const TyProblem *problem = g_array_index (lines, Line, i).problem;

      g_ptr_array_add (self->entries,
                       ty_check_entry_new (problem, dup_place (names, problem,
                                                               ty_view_get_as_of (view))));
    }
  return self;
}

void
ty_check_report_free (TyCheckReport *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * ty_check_report_reuse:
 * @self: a report
 * @before: one that was shown before it
 *
 * Takes over the entries of the other one that say the same, so that they keep their rows in a list.
 */
void
ty_check_report_reuse (TyCheckReport *self,
                       TyCheckReport *before)
{
  g_autoptr(GHashTable) entries = g_hash_table_new (ty_check_entry_hash, ty_check_entry_equal);

  for (guint i = 0; i < before->entries->len; i++)
    g_hash_table_add (entries, g_ptr_array_index (before->entries, i));
  for (guint i = 0; i < self->entries->len; i++)
    {
      gpointer same = g_hash_table_lookup (entries, g_ptr_array_index (self->entries, i));

      if (same == NULL)
        continue;
      /* Two that say the same are two. */
      g_hash_table_remove (entries, same);
      g_object_unref (self->entries->pdata[i]);
      self->entries->pdata[i] = g_object_ref (same);
    }
}

/**
 * ty_check_report_count:
 * @self: a report
 *
 * Returns: how much was found
 */
guint
ty_check_report_count (TyCheckReport *self)
{
  guint count = 0;

  for (guint i = 0; i < TY_N_PROBLEM_KINDS; i++)
    count += self->counts[i];

  return count;
}

/**
 * ty_check_report_is_whole:
 * @self: a report
 *
 * Returns: whether everybody was looked at
 */
gboolean
ty_check_report_is_whole (TyCheckReport *self)
{
  return self->n_done == self->n_people;
}
