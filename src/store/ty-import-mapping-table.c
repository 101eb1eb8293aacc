/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-mapping-table"

#include "config.h"

#include "ty-import-mapping-table.h"

#include "ty-action-log.h"
#include "ty-setting.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Mappings are settings, each under a key of its own, so that an undo of one leaves the others alone. */
#define PREFIX "import_mapping/"

typedef struct
{
  const char *key;
  const char *value; /* (nullable): none = it is removed */
} Edit;

static GPtrArray *
list_settings (TyDatabase  *database,
               GError     **error)
{
  g_autoptr(TyStatement) statement = ty_table_select (
    database, &ty_setting_info, "WHERE substr (key, 1, 15) = 'import_mapping/' ORDER BY key", error);

  G_STATIC_ASSERT (sizeof PREFIX - 1 == 15);
  return statement != NULL ? ty_table_collect (statement, &ty_setting_info, error) : NULL;
}

/**
 * ty_import_mapping_table_list:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Lists the named mappings of the county. One of a newer program that this one cannot read is left out.
 *
 * Returns: (transfer full) (nullable) (element-type TyImportMapping): the mappings, by name
 */
GPtrArray *
ty_import_mapping_table_list (TyDatabase  *database,
                              GError     **error)
{
  g_autoptr(GPtrArray) settings = list_settings (database, error);
  GPtrArray *list;

  if (settings == NULL)
    return NULL;

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_import_mapping_free);
  for (guint i = 0; i < settings->len; i++)
    {
      const char *value = ty_record_get_text (g_ptr_array_index (settings, i), TY_SETTING_VALUE);
      g_autoptr(GError) local_error = NULL;
      TyImportMapping *mapping = ty_import_mapping_from_json (value != NULL ? value : "", &local_error);

      if (mapping != NULL)
        g_ptr_array_add (list, mapping);
      else
        g_debug ("A mapping is left out: %s", local_error->message);
    }
  return list;
}

/**
 * ty_import_mapping_table_find:
 * @database: a connection
 * @name: a name
 * @error: a `TY_STORE_ERROR`; %TY_STORE_ERROR_NOT_FOUND where there is none of this name
 *
 * Returns: (transfer full) (nullable): the mapping of this name
 */
TyImportMapping *
ty_import_mapping_table_find (TyDatabase  *database,
                              const char  *name,
                              GError     **error)
{
  g_autoptr(GPtrArray) list = ty_import_mapping_table_list (database, error);

  if (list == NULL)
    return NULL;
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (ty_import_mapping_get_name (g_ptr_array_index (list, i)), name) == 0)
      return ty_import_mapping_copy (g_ptr_array_index (list, i));

  g_set_error (error, TY_STORE_ERROR, TY_STORE_ERROR_NOT_FOUND,
               _("There is no mapping of columns called “%s”."), name);
  return NULL;
}

static gboolean
edit_setting (TyStore   *store,
              gpointer   data,
              GError   **error)
{
  const Edit *edit = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(GPtrArray) settings = list_settings (database, error);
  g_autoptr(TySetting) fresh = NULL;
  TyRecord *record = NULL;

  if (settings == NULL)
    return FALSE;
  for (guint i = 0; i < settings->len; i++)
    if (g_strcmp0 (ty_record_get_text (g_ptr_array_index (settings, i), TY_SETTING_KEY), edit->key) == 0)
      record = g_ptr_array_index (settings, i);
  if (edit->value == NULL)
    return record == NULL || ty_table_delete (database, record, error);

  if (record != NULL)
    {
      ty_record_set_text (record, TY_SETTING_VALUE, edit->value);
      return ty_table_update (database, record, error);
    }
  fresh = ty_setting_new ();
  ty_record_set_text (TY_RECORD (fresh), TY_SETTING_KEY, edit->key);
  ty_record_set_text (TY_RECORD (fresh), TY_SETTING_VALUE, edit->value);
  ty_record_set_integer (TY_RECORD (fresh), TY_SETTING_EDITED, 1);
  return ty_table_insert (database, TY_RECORD (fresh), error);
}

static gboolean
run (TyStore     *store,
     const char  *user,
     const char  *kind,
     const char  *name,
     const char  *value,
     gint64      *seq,
     GError     **error)
{
  g_autofree char *key = g_strconcat (PREFIX, name, NULL);
  g_autofree char *detail = ty_action_detail_new ("name", name, NULL);
  TyActionSpec spec = { user, kind, detail, 0 };
  Edit edit = { key, value };
  gboolean done = ty_store_run (store, &spec, edit_setting, &edit, error);

  if (seq != NULL)
    *seq = spec.seq;
  return done;
}

/**
 * ty_import_mapping_table_save:
 * @store: a store that writes
 * @user: who saves it
 * @mapping: a mapping with a name, in the place of the one with the same name
 * @seq: (out) (optional): the action; 0 where it was so already
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it is in the file
 */
gboolean
ty_import_mapping_table_save (TyStore          *store,
                              const char       *user,
                              TyImportMapping  *mapping,
                              gint64           *seq,
                              GError          **error)
{
  g_autofree char *json = ty_import_mapping_to_json (mapping);

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  return run (store, user, "mapping.save", ty_import_mapping_get_name (mapping), json, seq, error);
}

/**
 * ty_import_mapping_table_remove:
 * @store: a store that writes
 * @user: who removes it
 * @name: the name of a mapping
 * @seq: (out) (optional): the action; 0 where there was none
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it is not in the file any more
 */
gboolean
ty_import_mapping_table_remove (TyStore     *store,
                                const char  *user,
                                const char  *name,
                                gint64      *seq,
                                GError     **error)
{
  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  return run (store, user, "mapping.remove", name, NULL, seq, error);
}
