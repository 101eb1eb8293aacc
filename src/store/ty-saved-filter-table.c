/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-saved-filter-table"

#include "config.h"

#include "ty-saved-filter-table.h"

#include "ty-action-log.h"
#include "ty-date.h"
#include "ty-entry.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>

/* Named filters of the county. What their conditions mean, the columns know; here they are a text. */

typedef struct
{
  TyRecord *stored; /* (nullable): as the user saw it, none = a new one */
  TyRecord *filter; /* (nullable): as it shall be, none = it goes */
} Edit;

typedef struct
{
  gint64 filter;
  int steps;
} Move;

/**
 * ty_saved_filter_table_list:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TySavedFilter): the named filters in their order
 */
GPtrArray *
ty_saved_filter_table_list (TyDatabase  *database,
                            GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (database, &ty_saved_filter_info,
                                                      "ORDER BY position, id", error);

  return statement != NULL ? ty_table_collect (statement, &ty_saved_filter_info, error) : NULL;
}

static TyRecord *
find_by_name (GPtrArray  *filters,
              const char *name)
{
  for (guint i = 0; i < filters->len; i++)
    if (g_strcmp0 (ty_record_get_text (g_ptr_array_index (filters, i), TY_SAVED_FILTER_NAME), name) == 0)
      return g_ptr_array_index (filters, i);

  return NULL;
}

static TyRecord *
find_by_id (GPtrArray *filters,
            gint64     id)
{
  for (guint i = 0; i < filters->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (filters, i), TY_SAVED_FILTER_ID) == id)
      return g_ptr_array_index (filters, i);

  return NULL;
}

/**
 * ty_saved_filter_table_find:
 * @database: a connection
 * @name: a whole name
 * @error: a `TY_STORE_ERROR`, %TY_STORE_ERROR_NOT_FOUND where no filter has the name
 *
 * Returns: (transfer full) (nullable): the filter of that name
 */
TySavedFilter *
ty_saved_filter_table_find (TyDatabase  *database,
                            const char  *name,
                            GError     **error)
{
  g_autoptr(GPtrArray) filters = ty_saved_filter_table_list (database, error);
  TyRecord *found = filters != NULL ? find_by_name (filters, name) : NULL;

  if (found != NULL)
    return g_object_ref (TY_SAVED_FILTER (found));

  if (filters != NULL)
    g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                 _("The file has no filter called “%s”."), name);
  return NULL;
}

static gboolean
check_stored (GPtrArray  *filters,
              TyRecord   *stored,
              GError    **error)
{
  TyRecord *now = find_by_id (filters, ty_record_get_integer (stored, TY_SAVED_FILTER_ID));

  if (now != NULL)
    return TRUE;

  g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                       _("The filter is no longer there. It was removed or its entry was undone."));
  return FALSE;
}

static gboolean
check_name (GPtrArray  *filters,
            TyRecord   *filter,
            GError    **error)
{
  const char *name = ty_record_get_text (filter, TY_SAVED_FILTER_NAME);
  TyRecord *other = find_by_name (filters, name);

  if (other == NULL || ty_record_get_integer (other, TY_SAVED_FILTER_ID)
                         == ty_record_get_integer (filter, TY_SAVED_FILTER_ID))
    return TRUE;

  g_set_error (error, TY_ENTRY_ERROR, TY_ENTRY_ERROR_DUPLICATE,
               _("There is a filter called “%s” already. Choose another name."), name);
  return FALSE;
}

static gint64
get_position (TyRecord *filter)
{
  return ty_record_get_integer (filter, TY_SAVED_FILTER_POSITION);
}

static gboolean
insert (TyStore    *store,
        GPtrArray  *filters,
        TyRecord   *filter,
        GError    **error)
{
  gint64 last = filters->len > 0 ? get_position (g_ptr_array_index (filters, filters->len - 1)) : 0;

  ty_record_set_integer (filter, TY_SAVED_FILTER_ID, ty_store_mint_id (store));
  ty_record_set_integer (filter, TY_SAVED_FILTER_POSITION, last + 1);
  return check_name (filters, filter, error)
         && ty_table_insert (ty_store_get_database (store), filter, error);
}

static gboolean
edit_filter (TyStore   *store,
             gpointer   data,
             GError   **error)
{
  const Edit *edit = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) filters = ty_saved_filter_table_list (database, error);

  if (filters == NULL || (edit->stored != NULL && !check_stored (filters, edit->stored, error)))
    return FALSE;
  if (edit->filter == NULL)
    return ty_table_delete (database, edit->stored, error);
  if (edit->stored == NULL)
    return insert (store, filters, edit->filter, error);

  return check_name (filters, edit->filter, error) && ty_table_update (database, edit->filter, error);
}

static gboolean
run (TyStore      *store,
     const char   *user,
     const char   *kind,
     TyActionFunc  func,
     gpointer      data,
     GError      **error)
{
  g_autofree char *detail = ty_action_detail_new ("table", ty_saved_filter_info.table, NULL);
  TyActionSpec spec = { user, kind, detail, 0 };

  return ty_store_run (store, &spec, func, data, error);
}

/**
 * ty_saved_filter_table_save:
 * @store: a store that writes
 * @user: who saves it
 * @stored: (nullable): the filter as it was read; none = a new one, which stands behind all others
 * @filter: (nullable): the filter as it shall be, which is cleaned and given an id; none = it is removed
 * @error: a `TY_ENTRY_ERROR` about the name, or a `TY_STORE_ERROR`
 *
 * Adds, changes or removes a named filter, as one action. No two have the same name.
 *
 * Returns: whether the file is as was asked
 */
gboolean
ty_saved_filter_table_save (TyStore        *store,
                            const char     *user,
                            TySavedFilter  *stored,
                            TySavedFilter  *filter,
                            GError        **error)
{
  Edit edit = { (TyRecord *) stored, (TyRecord *) filter };

  g_return_val_if_fail (stored != NULL || filter != NULL, FALSE);

  if (filter != NULL)
    {
      g_autofree char *conditions = g_strdup (ty_record_get_text (edit.filter,
                                                                  TY_SAVED_FILTER_CONDITIONS));

      /* A text that is looked for stays as it was typed. */
      ty_entry_clean (edit.filter);
      ty_record_set_text (edit.filter, TY_SAVED_FILTER_CONDITIONS, conditions);
      if (!ty_entry_check (edit.filter, ty_date_today (), error))
        return FALSE;
      if (stored != NULL && ty_record_equal (edit.stored, edit.filter))
        return TRUE;
    }
  return run (store, user, stored == NULL ? "row.add" : filter == NULL ? "row.remove" : "row.edit",
              edit_filter, &edit, error);
}

/* Only those whose place is another one are written. */
static gboolean
move_filter (TyStore   *store,
             gpointer   data,
             GError   **error)
{
  const Move *move = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) filters = ty_saved_filter_table_list (database, error);
  TyRecord *moved = filters != NULL ? find_by_id (filters, move->filter) : NULL;
  guint from, to;

  if (filters == NULL)
    return FALSE;
  if (moved == NULL)
    {
      g_set_error_literal (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
                           _("The filter is no longer there. It was removed or its entry was undone."));
      return FALSE;
    }

  g_ptr_array_find (filters, moved, &from);
  to = (guint) CLAMP ((int) from + move->steps, 0, (int) filters->len - 1);
  g_ptr_array_insert (filters, (int) to, g_ptr_array_steal_index (filters, from));
  for (guint i = 0; i < filters->len; i++)
    {
      TyRecord *filter = g_ptr_array_index (filters, i);

      if (get_position (filter) == i + 1)
        continue;
      ty_record_set_integer (filter, TY_SAVED_FILTER_POSITION, i + 1);
      if (!ty_table_update (database, filter, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_saved_filter_table_move:
 * @store: a store that writes
 * @user: who moves it
 * @filter: key of a named filter
 * @steps: by how many places towards the end, negative towards the beginning
 * @error: a `TY_STORE_ERROR`
 *
 * Gives a named filter another place among them, as one action.
 *
 * Returns: whether it was moved
 */
gboolean
ty_saved_filter_table_move (TyStore     *store,
                            const char  *user,
                            gint64       filter,
                            int          steps,
                            GError     **error)
{
  Move move = { filter, steps };

  return run (store, user, "row.edit", move_filter, &move, error);
}
