/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-kept-table"

#include "config.h"

#include "ty-kept-table.h"

#include "ty-action-log.h"
#include "ty-setting.h"
#include "ty-table.h"

#include <string.h>

/* Documents of the county are settings, `KIND/NAME`, each under a key of its own, so that an undo of one
 * leaves the others alone. */

typedef struct
{
  const char *key;
  const char *value; /* (nullable): none = it is removed */
} Edit;

static void
kept_free (gpointer data)
{
  TyKept *kept = data;

  g_free (kept->name);
  g_free (kept->value);
  g_free (kept);
}

static GPtrArray *
list_settings (TyDatabase  *database,
               const char  *prefix,
               GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (
    database, &ty_setting_info, "WHERE substr (key, 1, length (?1)) = ?1 ORDER BY key", error);

  if (statement == NULL)
    return NULL;

  ty_statement_bind_text (statement, 0, prefix);
  return ty_table_collect (statement, &ty_setting_info, error);
}

/**
 * ty_kept_table_list:
 * @database: a connection
 * @kind: what they are: `dashboard`
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyKept): what the county keeps of that kind, by name
 */
GPtrArray *
ty_kept_table_list (TyDatabase  *database,
                    const char  *kind,
                    GError     **error)
{
  g_autofree char *prefix = g_strconcat (kind, "/", NULL);
  g_autoptr(GPtrArray) settings = list_settings (database, prefix, error);
  GPtrArray *list;

  if (settings == NULL)
    return NULL;

  list = g_ptr_array_new_with_free_func (kept_free);
  for (guint i = 0; i < settings->len; i++)
    {
      TyRecord *record = g_ptr_array_index (settings, i);
      const char *value = ty_record_get_text (record, TY_SETTING_VALUE);
      TyKept *kept = g_new0 (TyKept, 1);

      kept->name = g_strdup (ty_record_get_text (record, TY_SETTING_KEY) + strlen (prefix));
      kept->value = g_strdup (value != NULL ? value : "");
      g_ptr_array_add (list, kept);
    }
  return list;
}

static TyRecord *
find_setting (TyDatabase  *database,
              const char  *key,
              GError     **error)
{
  g_autoptr(GPtrArray) settings = list_settings (database, key, error);

  for (guint i = 0; settings != NULL && i < settings->len; i++)
    if (g_strcmp0 (ty_record_get_text (g_ptr_array_index (settings, i), TY_SETTING_KEY), key) == 0)
      return g_object_ref (g_ptr_array_index (settings, i));

  return NULL;
}

static gboolean
edit_setting (TyStore   *store,
              gpointer   data,
              GError   **error)
{
  const Edit *edit = data;
  TyDatabase *database = ty_store_get_database (store);
  GError *local_error = NULL;
  g_autoptr(TyRecord) record = find_setting (database, edit->key, &local_error);
  gboolean known = record != NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (edit->value == NULL)
    return !known || ty_table_delete (database, record, error);

  if (!known)
    record = TY_RECORD (ty_setting_new ());
  ty_record_set_text (record, TY_SETTING_KEY, edit->key);
  ty_record_set_text (record, TY_SETTING_VALUE, edit->value);
  ty_record_set_integer (record, TY_SETTING_EDITED, 1);
  return known ? ty_table_update (database, record, error) : ty_table_insert (database, record, error);
}

/**
 * ty_kept_table_save:
 * @store: a store that writes
 * @user: who does it
 * @kind: what it is: `dashboard`; the action is `dashboard.save` or `dashboard.remove`
 * @name: its name
 * @title: its title, for the history
 * @value: (nullable): what is kept, in the place of what was kept under this name; none = it is removed
 * @seq: (out) (optional): the action; 0 where it was so already
 * @error: a `TY_STORE_ERROR`
 *
 * Keeps or removes a document, as one action.
 *
 * Returns: whether the file is as was asked
 */
gboolean
ty_kept_table_save (TyStore     *store,
                    const char  *user,
                    const char  *kind,
                    const char  *name,
                    const char  *title,
                    const char  *value,
                    gint64      *seq,
                    GError     **error)
{
  g_autofree char *key = g_strconcat (kind, "/", name, NULL);
  g_autofree char *action = g_strconcat (kind, value != NULL ? ".save" : ".remove", NULL);
  g_autofree char *detail = ty_action_detail_new ("title", title, NULL);
  TyActionSpec spec = { user, action, detail, 0 };
  Edit edit = { key, value };
  gboolean done;

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  done = ty_store_run (store, &spec, edit_setting, &edit, error);
  if (seq != NULL)
    *seq = spec.seq;
  return done;
}
