/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit-finder"

#include "config.h"

#include "ty-unit-finder.h"

#include "ty-names.h"

/**
 * TyUnitFinder:
 *
 * The names of units with their pinyin, by which a scope is searched for. The people of a unit are
 * found by its name only; here a letter that finds many is no harm.
 */
struct _TyUnitFinder
{
  gatomicrefcount count;

  /* Owned */
  TyUnits *units;
  TyNames *names;
  guint32 *numbers; /* by span: the number of its name */
};

/**
 * ty_unit_finder_new:
 * @units: units
 *
 * Returns: (transfer full): the names of all of them; for 150,000 units that takes a second
 */
TyUnitFinder *
ty_unit_finder_new (TyUnits *units)
{
  TyUnitFinder *self = g_new0 (TyUnitFinder, 1);
  guint n = ty_units_get_n_spans (units);

  g_atomic_ref_count_init (&self->count);
  self->units = ty_units_ref (units);
  self->names = ty_names_new ();
  self->numbers = g_new (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    self->numbers[i] = ty_names_add (self->names, ty_units_get_span (units, i)->name, NULL);
  return self;
}

/**
 * ty_unit_finder_ref:
 * @self: a finder
 *
 * Returns: (transfer full): the same
 */
TyUnitFinder *
ty_unit_finder_ref (TyUnitFinder *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
ty_unit_finder_unref (TyUnitFinder *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  ty_names_unref (self->names);
  ty_units_unref (self->units);
  g_free (self->numbers);
  g_free (self);
}

/**
 * ty_unit_finder_get_units:
 * @self: a finder
 *
 * Returns: (transfer none): the units whose names it holds
 */
TyUnits *
ty_unit_finder_get_units (TyUnitFinder *self)
{
  return self->units;
}

/**
 * ty_unit_finder_find:
 * @self: a finder
 * @tree: its units as they stood on a date
 * @text: a part of a name in either script, of its pinyin, or of its initials
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type TyFoundUnit): the units whose names on that date fit best, the
 * best first; among equals in the official order
 */
GArray *
ty_unit_finder_find (TyUnitFinder *self,
                     TyUnitTree   *tree,
                     const char   *text,
                     guint         limit)
{
  guint n;
  g_autofree guint8 *ranks = ty_names_rank (self->names, text, &n);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TyFoundUnit));

  for (guint wanted = 0; wanted < TY_FIT_NONE && found->len < limit; wanted++)
    for (guint rank = 0; rank < ty_unit_tree_get_n (tree) && found->len < limit; rank++)
      {
        TyFoundUnit item = { ty_unit_tree_get_unit (tree, rank), wanted };

        if (ranks[self->numbers[ty_unit_tree_get_span_number (tree, item.unit)]] == wanted)
          g_array_append_val (found, item);
      }
  return found;
}
