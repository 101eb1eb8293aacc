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

static gboolean
holds_on (TyRecord *state,
          TyDate    as_of)
{
  TyPeriod period = { ty_record_get_date (state, TY_UNIT_STATE_FROM_DATE),
                      ty_record_get_date (state, TY_UNIT_STATE_UNTIL_DATE) };

  return ty_period_contains (period, as_of);
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
  g_autoptr(GPtrArray) all = ty_unit_table_list_all (database, error);
  GPtrArray *states;

  if (all == NULL)
    return NULL;

  states = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    if (holds_on (g_ptr_array_index (all, i), as_of))
      g_ptr_array_add (states, g_object_ref (g_ptr_array_index (all, i)));
  return states;
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

/* Deeper than any tree of units; a unit that is its own ancestor ends here. */
#define MAX_DEPTH 16

/* So many units of one name are listed to choose from. */
#define MAX_CHOICES 20

/* The unit above another on a date: none at the top. */
static gboolean
find_parent (TyDatabase  *database,
             TyRecord    *state,
             TyDate       as_of,
             TyRecord   **parent,
             GError     **error)
{
  gint64 unit = ty_record_get_integer (state, TY_UNIT_STATE_PARENT);
  g_autoptr(GPtrArray) states = NULL;

  *parent = NULL;
  if (unit == 0)
    return TRUE;
  states = ty_table_list_of (database, &ty_unit_state_info, "unit", unit, error);
  for (guint i = 0; states != NULL && i < states->len && *parent == NULL; i++)
    if (holds_on (g_ptr_array_index (states, i), as_of))
      *parent = g_object_ref (g_ptr_array_index (states, i));
  return states != NULL;
}

/* Whether the names before the last are those of the units above. Names may leave out levels from the
 * top: `云岭镇/下松河村` needs no county. */
static gboolean
matches_names (TyDatabase  *database,
               TyRecord    *state,
               char       **names,
               TyDate       as_of,
               gboolean    *matches,
               GError     **error)
{
  g_autoptr(TyRecord) unit = g_object_ref (state);
  guint n = g_strv_length (names);

  *matches = n > 0
             && strcmp (ty_record_get_text (state, TY_UNIT_STATE_NAME), names[n - 1]) == 0;
  for (guint i = n; *matches && i > 1; i--)
    {
      TyRecord *parent;

      if (!find_parent (database, unit, as_of, &parent, error))
        return FALSE;
      *matches = parent != NULL
                 && strcmp (ty_record_get_text (parent, TY_UNIT_STATE_NAME), names[i - 2]) == 0;
      g_object_unref (unit);
      unit = parent;
    }
  return TRUE;
}

static char *
dup_path (TyDatabase *database,
          TyRecord   *state,
          TyDate      as_of)
{
  g_autoptr(GString) path = g_string_new (ty_record_get_text (state, TY_UNIT_STATE_NAME));
  g_autoptr(TyRecord) unit = g_object_ref (state);

  for (guint depth = 0; depth < MAX_DEPTH; depth++)
    {
      TyRecord *parent;

      /* The county itself goes without saying. */
      if (!find_parent (database, unit, as_of, &parent, NULL) || parent == NULL)
        break;
      g_object_unref (unit);
      unit = parent;
      if (ty_record_get_integer (unit, TY_UNIT_STATE_PARENT) == 0)
        break;
      g_string_prepend_c (path, '/');
      g_string_prepend (path, ty_record_get_text (unit, TY_UNIT_STATE_NAME));
    }
  return g_strdup (path->str);
}

static gint64
choose_one (TyDatabase  *database,
            GPtrArray   *hits,
            const char  *name,
            TyDate       as_of,
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

  for (guint i = 0; i < MIN (hits->len, MAX_CHOICES); i++)
    {
      TyRecord *state = g_ptr_array_index (hits, i);
      g_autofree char *path = dup_path (database, state, as_of);

      g_string_append_printf (choices, "\n  %s (%" G_GINT64_FORMAT ")", path,
                              ty_record_get_integer (state, TY_UNIT_STATE_UNIT));
    }
  if (hits->len > MAX_CHOICES)
    g_string_append (choices, "\n  …");
  g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_CONSTRAINT,
               _("There is more than one unit “%s”. Name the unit above it too, or give its number:%s"),
               name, choices->str);
  return 0;
}

/* Every state that may be meant: of the name, the code, or the key. */
static GPtrArray *
list_candidates (TyDatabase  *database,
                 const char  *name,
                 const char  *last,
                 gint64       number,
                 GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (
    database, &ty_unit_state_info,
    "WHERE name = ? OR code = ? OR unit = ? ORDER BY position, unit, id", error);

  if (statement == NULL)
    return NULL;
  ty_statement_bind_text (statement, 0, last);
  ty_statement_bind_text (statement, 1, name);
  ty_statement_bind_int (statement, 2, number);
  return ty_table_collect (statement, &ty_unit_state_info, error);
}

/**
 * ty_unit_table_find_division:
 * @database: a connection
 * @division: six digits of a division code
 * @name: (out) (transfer full): what the unit of that code is called now, or was called last; %NULL where
 *   the file has none
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it was looked up
 */
gboolean
ty_unit_table_find_division (TyDatabase  *database,
                             const char  *division,
                             char       **name,
                             GError     **error)
{
  g_autofree char *whole = g_strconcat (division, "000000", NULL);
  g_autoptr(GPtrArray) states = NULL;
  g_autoptr(TyStatement) statement = ty_table_select (
    database, &ty_unit_state_info,
    "WHERE code = ? OR code = ? ORDER BY until_date IS NOT NULL, from_date DESC, unit, id", error);

  *name = NULL;
  if (statement == NULL)
    return FALSE;
  ty_statement_bind_text (statement, 0, division);
  ty_statement_bind_text (statement, 1, whole);
  states = ty_table_collect (statement, &ty_unit_state_info, error);
  if (states != NULL && states->len > 0)
    *name = g_strdup (ty_record_get_text (g_ptr_array_index (states, 0), TY_UNIT_STATE_NAME));
  return states != NULL;
}

static gboolean
is_meant (TyDatabase  *database,
          TyRecord    *state,
          const char  *name,
          char       **names,
          gint64       number,
          TyDate       as_of,
          gboolean    *meant,
          GError     **error)
{
  *meant = g_strcmp0 (ty_record_get_text (state, TY_UNIT_STATE_CODE), name) == 0
           || (number != 0 && ty_record_get_integer (state, TY_UNIT_STATE_UNIT) == number);

  return *meant || matches_names (database, state, names, as_of, meant, error);
}

/**
 * ty_unit_table_resolve:
 * @database: a connection
 * @name: a unit by its code, by its key, or by names from the top: `云岭镇/下松河村`
 * @as_of: the date for which it is asked
 * @error: %TY_STORE_ERROR_NOT_FOUND, or %TY_STORE_ERROR_CONSTRAINT with the choices where several
 *   units have the name
 *
 * Reads the table once, and the units above those that have the name.
 *
 * Returns: the key of the unit, or 0
 */
gint64
ty_unit_table_resolve (TyDatabase  *database,
                       const char  *name,
                       TyDate       as_of,
                       GError     **error)
{
  g_auto(GStrv) names = g_strsplit (name, "/", -1);
  guint n_names = g_strv_length (names);
  g_autoptr(GPtrArray) hits = g_ptr_array_new ();
  g_autoptr(GPtrArray) states = NULL;
  gint64 number = 0;

  g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &number, NULL);
  states = list_candidates (database, name, n_names > 0 ? names[n_names - 1] : "", number, error);
  if (states == NULL)
    return 0;

  for (guint i = 0; i < states->len; i++)
    {
      TyRecord *state = g_ptr_array_index (states, i);
      gboolean meant;

      if (!holds_on (state, as_of))
        continue;
      if (!is_meant (database, state, name, names, number, as_of, &meant, error))
        return 0;
      if (meant)
        g_ptr_array_add (hits, state);
    }
  return choose_one (database, hits, name, as_of, error);
}
