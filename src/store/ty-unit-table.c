/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-unit-table"

#include "config.h"

#include "ty-unit-table.h"

#include "ty-period.h"
#include "ty-table.h"
#include "ty-unit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * ty_unit_table_add:
 * @store: a store that writes, inside an action
 * @state: the first state of a new unit; its unit and id are set
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether the unit was added
 */
gboolean
ty_unit_table_add (TyStore      *store,
                   TyUnitState  *state,
                   GError      **error)
{
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyUnit) unit = ty_unit_new ();
  gint64 id = ty_store_mint_id (store);

  ty_record_set_integer (TY_RECORD (unit), TY_UNIT_ID, id);
  ty_record_set_integer (TY_RECORD (state), TY_UNIT_STATE_UNIT, id);
  ty_record_set_integer (TY_RECORD (state), TY_UNIT_STATE_ID, ty_store_mint_id (store));

  return ty_table_insert (database, TY_RECORD (unit), error)
         && ty_table_insert (database, TY_RECORD (state), error);
}

/**
 * ty_unit_table_list_all:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyUnitState): all states of all units, in the
 * official order, then by key
 */
GPtrArray *
ty_unit_table_list_all (TyDatabase  *database,
                        GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (database, &ty_unit_state_info,
                                                      "ORDER BY position, unit, id", error);

  return statement != NULL ? ty_table_collect (statement, &ty_unit_state_info, error) : NULL;
}

/**
 * ty_unit_table_list:
 * @database: a connection
 * @as_of: the cut-off date
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyUnitState): the states in force on that
 * date, in the official order
 */
GPtrArray *
ty_unit_table_list (TyDatabase  *database,
                    TyDate       as_of,
                    GError     **error)
{
  g_autoptr(GPtrArray) states = ty_unit_table_list_all (database, error);

  if (states == NULL)
    return NULL;
  for (guint i = states->len; i > 0; i--)
    {
      TyRecord *state = g_ptr_array_index (states, i - 1);
      TyPeriod period = { ty_record_get_date (state, TY_UNIT_STATE_FROM_DATE),
                          ty_record_get_date (state, TY_UNIT_STATE_UNTIL_DATE) };

      if (!ty_period_contains (period, as_of))
        g_ptr_array_remove_index (states, i - 1);
    }
  return g_steal_pointer (&states);
}

/**
 * ty_unit_table_get_root:
 * @database: a connection
 * @error: %TY_STORE_ERROR_NOT_FOUND in a file without a county
 *
 * Returns: (transfer full) (nullable): the newest state of the county itself
 */
TyUnitState *
ty_unit_table_get_root (TyDatabase  *database,
                        GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (
    database, &ty_unit_state_info,
    "WHERE parent IS NULL ORDER BY coalesce(from_date, '') DESC, unit LIMIT 1", error);
  TyStep step;

  if (statement == NULL)
    return NULL;
  step = ty_statement_step (statement, error);
  if (step == TY_STEP_ROW)
    return TY_UNIT_STATE (ty_table_read (statement, &ty_unit_state_info));

  if (step == TY_STEP_DONE)
    g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                         _("The file holds no county. Restore the last backup."));
  return NULL;
}

static TyRecord *
find_state (GPtrArray *states,
            gint64     unit)
{
  for (guint i = 0; i < states->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (states, i), TY_UNIT_STATE_UNIT) == unit)
      return g_ptr_array_index (states, i);

  return NULL;
}

/* Whether the last of @names is the unit's name and those before it name units above it. Names may
 * leave out levels from the top: `云岭镇/下松河村` needs no county. */
static gboolean
matches_names (GPtrArray *states,
               TyRecord  *state,
               char     **names,
               guint      n_names)
{
  guint depth = 0;

  if (strcmp (ty_record_get_text (state, TY_UNIT_STATE_NAME), names[n_names - 1]) != 0)
    return FALSE;

  for (guint i = n_names - 1; i > 0 && depth < 16; i--, depth++)
    {
      state = find_state (states, ty_record_get_integer (state, TY_UNIT_STATE_PARENT));
      if (state == NULL || strcmp (ty_record_get_text (state, TY_UNIT_STATE_NAME), names[i - 1]) != 0)
        return FALSE;
    }
  return TRUE;
}

static char *
dup_path (GPtrArray *states,
          TyRecord  *state)
{
  g_autoptr(GString) path = g_string_new (ty_record_get_text (state, TY_UNIT_STATE_NAME));

  for (guint depth = 0; depth < 16; depth++)
    {
      state = find_state (states, ty_record_get_integer (state, TY_UNIT_STATE_PARENT));
      if (state == NULL || ty_record_get_integer (state, TY_UNIT_STATE_PARENT) == 0)
        break;
      g_string_prepend_c (path, '/');
      g_string_prepend (path, ty_record_get_text (state, TY_UNIT_STATE_NAME));
    }
  return g_strdup (path->str);
}

static gint64
choose_one (GPtrArray   *states,
            GPtrArray   *hits,
            const char  *name,
            GError     **error)
{
  g_autoptr(GString) choices = g_string_new (NULL);

  if (hits->len == 1)
    return ty_record_get_integer (g_ptr_array_index (hits, 0), TY_UNIT_STATE_UNIT);
  if (hits->len == 0)
    {
      g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                   _("There is no unit “%s” on that date."), name);
      return 0;
    }

  for (guint i = 0; i < hits->len; i++)
    {
      TyRecord *state = g_ptr_array_index (hits, i);
      g_autofree char *path = dup_path (states, state);

      g_string_append_printf (choices, "\n  %s (%" G_GINT64_FORMAT ")", path,
                              ty_record_get_integer (state, TY_UNIT_STATE_UNIT));
    }
  g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
               _("There is more than one unit “%s”. Name the unit above it too, or give its number:%s"),
               name, choices->str);
  return 0;
}

/**
 * ty_unit_table_resolve:
 * @database: a connection
 * @name: a unit by its code, by its key, or by names from the top: `云岭镇/下松河村`
 * @as_of: the date for which it is asked
 * @error: %TY_STORE_ERROR_NOT_FOUND, or %TY_STORE_ERROR_CONSTRAINT with the choices where several
 *   units have the name
 *
 * Returns: the key of the unit, or 0
 */
gint64
ty_unit_table_resolve (TyDatabase  *database,
                       const char  *name,
                       TyDate       as_of,
                       GError     **error)
{
  g_autoptr(GPtrArray) states = ty_unit_table_list (database, as_of, error);
  g_autoptr(GPtrArray) hits = g_ptr_array_new ();
  g_auto(GStrv) names = g_strsplit (name, "/", -1);
  gint64 number = 0;

  if (states == NULL)
    return 0;

  g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &number, NULL);
  for (guint i = 0; i < states->len; i++)
    {
      TyRecord *state = g_ptr_array_index (states, i);
      const char *code = ty_record_get_text (state, TY_UNIT_STATE_CODE);

      if (g_strcmp0 (code, name) == 0
          || (number != 0 && ty_record_get_integer (state, TY_UNIT_STATE_UNIT) == number)
          || (*name != '\0' && matches_names (states, state, names, g_strv_length (names))))
        g_ptr_array_add (hits, state);
    }
  return choose_one (states, hits, name, error);
}
