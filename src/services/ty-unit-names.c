/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit-names"

#include "config.h"

#include "ty-unit-names.h"

#include "ty-period.h"
#include "ty-table.h"

/* Deeper than any tree of units; a unit that is its own ancestor ends here. */
#define MAX_DEPTH 16

/**
 * TyUnitNames:
 *
 * The states of units, so that each can be called as it was called on any date. Those of a unit are
 * read when it is first asked for.
 */
struct _TyUnitNames
{
  TyDatabase *database; /* (unowned) */
  GHashTable *by_unit;  /* (owned): key of the unit to the array of its states */
};

/**
 * ty_unit_names_new:
 * @database: a connection, which outlives it
 *
 * Returns: (transfer full): the names
 */
TyUnitNames *
ty_unit_names_new (TyDatabase *database)
{
  TyUnitNames *self = g_new0 (TyUnitNames, 1);

  self->database = database;
  self->by_unit = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
ty_unit_names_free (TyUnitNames *self)
{
  g_clear_pointer (&self->by_unit, g_hash_table_unref);
  g_free (self);
}

/* What cannot be read has no name; the page itself then says what is wrong with the file. */
static GPtrArray *
get_states (TyUnitNames *self,
            gint64       unit)
{
  GPtrArray *states = g_hash_table_lookup (self->by_unit, &unit);
  g_autoptr(GError) error = NULL;

  if (states != NULL)
    return states;

  states = ty_table_list_of (self->database, &ty_unit_state_info, "unit", unit, &error);
  if (states == NULL)
    {
      g_debug ("A unit has no name: %s", error->message);
      states = g_ptr_array_new ();
    }
  g_hash_table_insert (self->by_unit, g_memdup2 (&unit, sizeof unit), states);
  return states;
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
  GPtrArray *list = get_states (self, unit);
  TyRecord *last = NULL;

  for (guint i = 0; i < list->len; i++)
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
