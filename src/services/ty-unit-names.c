/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit-names"

#include "config.h"

#include "ty-unit-names.h"

#include "ty-period.h"
#include "ty-unit-table.h"

/* Deeper than any tree of units; a unit that is its own ancestor ends here. */
#define MAX_DEPTH 16

/**
 * TyUnitNames:
 *
 * All states of all units, so that each can be called as it was called on any date.
 */
struct _TyUnitNames
{
  GPtrArray *states;   /* (owned) (element-type TyUnitState) */
  GHashTable *by_unit; /* (owned): key of the unit to the array of its states */
};

/**
 * ty_unit_names_load:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the names
 */
TyUnitNames *
ty_unit_names_load (TyDatabase  *database,
                    GError     **error)
{
  g_autoptr(TyUnitNames) self = g_new0 (TyUnitNames, 1);

  self->by_unit = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->states = ty_unit_table_list_all (database, error);
  if (self->states == NULL)
    return NULL;

  for (guint i = 0; i < self->states->len; i++)
    {
      TyRecord *state = g_ptr_array_index (self->states, i);
      gint64 unit = ty_record_get_integer (state, TY_UNIT_STATE_UNIT);
      GPtrArray *list = g_hash_table_lookup (self->by_unit, &unit);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (self->by_unit, g_memdup2 (&unit, sizeof unit), list);
        }
      g_ptr_array_add (list, state);
    }
  return g_steal_pointer (&self);
}

void
ty_unit_names_free (TyUnitNames *self)
{
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->by_unit, g_hash_table_unref);
  g_free (self);
}

/**
 * ty_unit_names_find:
 * @self: names
 * @unit: key of a unit
 * @date: a date
 *
 * Returns: (transfer none) (nullable): the state of the unit on that date; where it did not exist
 * then, the one that began last
 */
TyUnitState *
ty_unit_names_find (TyUnitNames *self,
                    gint64       unit,
                    TyDate       date)
{
  GPtrArray *list = g_hash_table_lookup (self->by_unit, &unit);
  TyRecord *last = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      TyRecord *state = g_ptr_array_index (list, i);
      TyPeriod period = { ty_record_get_date (state, TY_UNIT_STATE_FROM_DATE),
                          ty_record_get_date (state, TY_UNIT_STATE_UNTIL_DATE) };

      if (ty_period_contains (period, date))
        return TY_UNIT_STATE (state);
      if (last == NULL
          || ty_date_compare (ty_record_get_date (last, TY_UNIT_STATE_FROM_DATE), period.from) < 0)
        last = state;
    }
  return last != NULL ? TY_UNIT_STATE (last) : NULL;
}

/**
 * ty_unit_names_find_at_level:
 * @self: names
 * @unit: key of a unit
 * @date: a date
 * @level: key of a level, such as `township`
 *
 * Returns: (transfer none) (nullable): the state on that date of the unit of that level to which
 * @unit belonged, which may be itself
 */
TyUnitState *
ty_unit_names_find_at_level (TyUnitNames *self,
                             gint64       unit,
                             TyDate       date,
                             const char  *level)
{
  for (guint depth = 0; unit != 0 && depth < MAX_DEPTH; depth++)
    {
      TyUnitState *state = ty_unit_names_find (self, unit, date);

      if (state == NULL)
        return NULL;
      if (g_strcmp0 (ty_record_get_text (TY_RECORD (state), TY_UNIT_STATE_LEVEL), level) == 0)
        return state;
      unit = ty_record_get_integer (TY_RECORD (state), TY_UNIT_STATE_PARENT);
    }
  return NULL;
}

/**
 * ty_unit_names_get:
 * @self: names
 * @unit: key of a unit
 * @date: a date
 *
 * Returns: (transfer none): what it was called on that date; the empty text for no such unit
 */
const char *
ty_unit_names_get (TyUnitNames *self,
                   gint64       unit,
                   TyDate       date)
{
  TyUnitState *state = ty_unit_names_find (self, unit, date);

  return state != NULL ? ty_record_get_text (TY_RECORD (state), TY_UNIT_STATE_NAME) : "";
}

/**
 * ty_unit_names_dup_path:
 * @self: names
 * @unit: key of a unit
 * @date: a date
 *
 * Returns: (transfer full): what it was called on that date, after the unit above it: `石泉镇
 * 后凤泉村`
 */
char *
ty_unit_names_dup_path (TyUnitNames *self,
                        gint64       unit,
                        TyDate       date)
{
  TyUnitState *state = ty_unit_names_find (self, unit, date);
  TyUnitState *parent = NULL;

  if (state == NULL)
    return g_strdup ("");

  parent = ty_unit_names_find (self, ty_record_get_integer (TY_RECORD (state), TY_UNIT_STATE_PARENT),
                               date);
  if (parent == NULL)
    return g_strdup (ty_record_get_text (TY_RECORD (state), TY_UNIT_STATE_NAME));

  return g_strconcat (ty_record_get_text (TY_RECORD (parent), TY_UNIT_STATE_NAME), " ",
                      ty_record_get_text (TY_RECORD (state), TY_UNIT_STATE_NAME), NULL);
}
