/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-layout-table"

#include "config.h"

#include "ty-roster-layout-table.h"

#include "ty-action-log.h"
#include "ty-custom-table.h"
#include "ty-setting.h"
#include "ty-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The county's own layouts are settings, each under a key of its own, so that an undo of one leaves
 * the others alone. */
#define PREFIX "roster_layout/"

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
    database, &ty_setting_info, "WHERE substr (key, 1, 14) = 'roster_layout/' ORDER BY key", error);

  G_STATIC_ASSERT (sizeof PREFIX - 1 == 14);
  return statement != NULL ? ty_table_collect (statement, &ty_setting_info, error) : NULL;
}

static void
add_layout (GPtrArray      *list,
            TyRosterLayout *layout)
{
  for (guint i = 0; i < list->len; i++)
    {
      const TyRosterLayout *other = g_ptr_array_index (list, i);

      if (strcmp (other->id, layout->id) != 0)
        continue;
      g_ptr_array_remove_index (list, i);
      g_ptr_array_insert (list, (int) i, layout);
      return;
    }
  g_ptr_array_add (list, layout);
}

/**
 * ty_roster_layout_table_list:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Lists the layouts of the program and, behind them, those of the county; one of the county takes the
 * place of one of the program with the same word. A layout of a newer program that this one cannot
 * read is left out.
 *
 * Returns: (transfer full) (nullable) (element-type TyRosterLayout): the layouts
 */
GPtrArray *
ty_roster_layout_table_list (TyDatabase  *database,
                             GError     **error)
{
  g_autoptr(GPtrArray) settings = list_settings (database, error);
  g_autoptr(GPtrArray) fields = settings != NULL ? ty_custom_table_list_fields (database, error) : NULL;
  GPtrArray *list;

  if (fields == NULL)
    return NULL;

  list = ty_roster_layout_list_shipped ();
  for (guint i = 0; i < settings->len; i++)
    {
      const char *value = ty_record_get_text (g_ptr_array_index (settings, i), TY_SETTING_VALUE);
      g_autoptr(GError) local_error = NULL;
      TyRosterLayout *layout = ty_roster_layout_from_json (value != NULL ? value : "", &local_error);

      if (layout != NULL)
        add_layout (list, layout);
      else
        g_debug ("A layout is left out: %s", local_error->message);
    }
  for (guint i = 0; i < list->len; i++)
    ty_roster_layout_set_own (g_ptr_array_index (list, i), fields);
  return list;
}

static TyRecord *
find_setting (TyDatabase  *database,
              const char  *key,
              GError     **error)
{
  g_autoptr(GPtrArray) settings = list_settings (database, error);

  for (guint i = 0; settings != NULL && i < settings->len; i++)
    {
      TyRecord *record = g_ptr_array_index (settings, i);

      if (g_strcmp0 (ty_record_get_text (record, TY_SETTING_KEY), key) == 0)
        return g_object_ref (record);
    }
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
  return known ? ty_table_update (database, record, error)
               : ty_table_insert (database, record, error);
}

static gboolean
run (TyStore     *store,
     const char  *user,
     const char  *kind,
     const char  *id,
     const char  *value,
     gint64      *seq,
     GError     **error)
{
  g_autofree char *key = g_strconcat (PREFIX, id, NULL);
  g_autofree char *detail = ty_action_detail_new ("layout", id, NULL);
  TyActionSpec spec = { user, kind, detail, 0 };
  Edit edit = { key, value };
  gboolean done = ty_store_run (store, &spec, edit_setting, &edit, error);

  if (seq != NULL)
    *seq = spec.seq;
  return done;
}

/**
 * ty_roster_layout_table_save:
 * @store: a store that writes
 * @user: who saves it
 * @layout: a layout of the county, in the place of the one with the same word
 * @seq: (out) (optional): the action; 0 where it was so already
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it is in the file
 */
gboolean
ty_roster_layout_table_save (TyStore               *store,
                             const char            *user,
                             const TyRosterLayout  *layout,
                             gint64                *seq,
                             GError               **error)
{
  g_autofree char *json = ty_roster_layout_to_json (layout);

  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  return run (store, user, "layout.save", layout->id, json, seq, error);
}

/**
 * ty_roster_layout_table_remove:
 * @store: a store that writes
 * @user: who removes it
 * @id: the word of a layout of the county
 * @seq: (out) (optional): the action; 0 where there was none
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: whether it is not in the file any more
 */
gboolean
ty_roster_layout_table_remove (TyStore     *store,
                               const char  *user,
                               const char  *id,
                               gint64      *seq,
                               GError     **error)
{
  g_return_val_if_fail (TY_IS_STORE (store), FALSE);

  return run (store, user, "layout.remove", id, NULL, seq, error);
}
