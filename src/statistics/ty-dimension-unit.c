/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-dimension"

#include "config.h"

#include "ty-dimension.h"

#include "ty-view-private.h"

#include <string.h>

/* By the units of the scope on the date, in their official order. */

static void
make_level (TyScale    *scale,
            TyView     *view,
            const char *level)
{
  TyUnitTree *tree = ty_view_get_tree (view);
  guint n_units = ty_units_get_n (ty_columns_get_units (ty_view_get_columns (view)));
  g_autofree guint32 *groups = ty_unit_tree_dup_groups (tree, level);
  g_autofree guint32 *values = g_new0 (guint32, n_units + 1);
  const guint32 *order = ty_unit_tree_get_order (tree);

  scale->kind = TY_SCALE_UNITS;
  scale->table = g_new0 (guint32, n_units + 1);
  ty_scale_set_units (scale, view);
  for (guint i = 0; i < view->n_ranks; i++)
    {
      guint32 unit = order[view->first_rank + i];
      guint32 group = groups[unit];

      /* Also a unit above the scope has a value: that to which the scope belongs. */
      if (group == TY_UNIT_NONE)
        continue;
      if (values[group] == TY_SCALE_NONE)
        values[group] = ty_scale_add_unit (scale, group);
      scale->table[unit] = values[group];
    }
}

void
ty_dimension_make_city (TyScale *scale,
                        TyView  *view)
{
  make_level (scale, view, "city");
}

void
ty_dimension_make_county (TyScale *scale,
                          TyView  *view)
{
  make_level (scale, view, "county");
}

void
ty_dimension_make_township (TyScale *scale,
                            TyView  *view)
{
  make_level (scale, view, "township");
}

void
ty_dimension_make_village (TyScale *scale,
                           TyView  *view)
{
  make_level (scale, view, "village");
}

static guint32
find_code (TyScale *scale,
           GQuark   code)
{
  const char *key = g_quark_to_string (code);
  guint32 value = TY_SCALE_NONE;

  if (key != NULL && !ty_scale_find (scale, key, &value))
    value = ty_scale_add (scale, key, key);
  return value;
}

static void
make_codes (TyScale    *scale,
            TyView     *view,
            const char *list,
            GQuark    (*get) (const TyUnitSpan *span))
{
  TyUnitTree *tree = ty_view_get_tree (view);
  GQuark last = 0;
  guint32 value = TY_SCALE_NONE;

  scale->kind = TY_SCALE_UNITS;
  scale->table = g_new0 (guint32,
                         ty_units_get_n (ty_columns_get_units (ty_view_get_columns (view))) + 1);
  ty_scale_add_codes (scale, list);
  for (guint rank = 0; rank < ty_unit_tree_get_n (tree); rank++)
    {
      guint32 unit = ty_unit_tree_get_unit (tree, rank);
      GQuark code = get (ty_unit_tree_get_span (tree, unit));

      if (code != last)
        value = find_code (scale, code);
      last = code;
      scale->table[unit] = value;
    }
}

static GQuark
get_kind (const TyUnitSpan *span)
{
  return span->kind;
}

void
ty_dimension_make_unit_kind (TyScale *scale,
                             TyView  *view)
{
  make_codes (scale, view, "unit_kind", get_kind);
}

static GQuark
get_party_form (const TyUnitSpan *span)
{
  return span->party_form;
}

void
ty_dimension_make_party_form (TyScale *scale,
                              TyView  *view)
{
  make_codes (scale, view, "party_form", get_party_form);
}
