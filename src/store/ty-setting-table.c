/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-setting-table"

#include "config.h"

#include "ty-setting-table.h"

#include "ty-action-log.h"
#include "ty-table.h"

/* What a county saves under names of its own, each a setting under a key of its own, so that an undo of one
 * leaves the others alone. What the values mean, those know who save them. */

/**
 * ty_setting_table_list:
 * @database: a connection
 * @prefix: how their keys begin
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TySetting): those settings by key
 */
GPtrArray *
ty_setting_table_list (TyDatabase  *database,
                       const char  *prefix,
                       GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (
    database, &ty_setting_info, "WHERE substr (key, 1, length (?)) = ? ORDER BY key", error);

  if (statement == NULL)
    return NULL;

  ty_statement_bind_text (statement, 0, prefix);
  ty_statement_bind_text (statement, 1, prefix);
  return ty_table_collect (statement, &ty_setting_info, error);
}

static gboolean
edit_setting (TyStore   *store,
              gpointer   data,
              GError   **error)
{
  const TySettingEdit *edit = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) settings = ty_setting_table_list (database, edit->key, error);
  g_autoptr(TyRecord) record = NULL;
  gboolean known;

  if (settings == NULL)
    return FALSE;

  for (guint i = 0; record == NULL && i < settings->len; i++)
    if (g_strcmp0 (ty_record_get_text (g_ptr_array_index (settings, i), TY_SETTING_KEY), edit->key) == 0)
      record = g_object_ref (g_ptr_array_index (settings, i));
  known = record != NULL;
  if (edit->value == NULL)
    return !known || ty_table_delete (database, record, error);

  if (!known)
    record = TY_RECORD (ty_setting_new ());
  ty_record_set_text (record, TY_SETTING_KEY, edit->key);
  ty_record_set_text (record, TY_SETTING_VALUE, edit->value);
  ty_record_set_integer (record, TY_SETTING_EDITED, 1);
  return known ? ty_table_update (database, record, error)
               : ty_table_insert (database, record, error);
}

/**
 * ty_setting_table_edit:
 * @store: a store that writes
 * @edit: what is changed
 * @error: a `TY_STORE_ERROR`
 *
 * Saves or removes a setting. What is so already is no action.
 *
 * Returns: whether it is as was asked
 */
gboolean
ty_setting_table_edit (TyStore              *store,
                       const TySettingEdit  *edit,
                       GError              **error)
{
  g_autofree char *detail = ty_action_detail_new ("name", edit->name, NULL);
  TyActionSpec spec = { edit->user, edit->kind, detail, 0 };

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  return ty_store_run (store, &spec, edit_setting, (gpointer) edit, error);
}
