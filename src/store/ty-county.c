/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-county"

#include "config.h"

#include "ty-county.h"

#include "ty-action-log.h"
#include "ty-code-list.h"
#include "ty-code-row.h"
#include "ty-county-rules.h"
#include "ty-setting.h"
#include "ty-statement.h"
#include "ty-table.h"
#include "ty-unit-table.h"

#include <glib/gstdio.h>

/* The version of the shipped codes and rules: a row of an older one that nobody edited is brought
 * up to date by a newer program. */
#define SHIPPED_VERSION 1

typedef struct
{
  const char *name;
  const char *code;
} County;

static gboolean
insert_code (TyDatabase  *database,
             TyCode      *code,
             guint        position,
             GError     **error)
{
  g_autoptr(TyCodeRow) row = ty_code_row_new ();
  TyRecord *record = TY_RECORD (row);

  ty_record_set_text (record, TY_CODE_ROW_LIST, ty_code_get_list_id (code));
  ty_record_set_text (record, TY_CODE_ROW_KEY, ty_code_get_key (code));
  ty_record_set_text (record, TY_CODE_ROW_PARENT, ty_code_get_parent (code));
  ty_record_set_integer (record, TY_CODE_ROW_POSITION, position);
  ty_record_set_integer (record, TY_CODE_ROW_SHIPPED_VERSION, SHIPPED_VERSION);
  return ty_table_insert (database, record, error);
}

static gboolean
insert_codes (TyDatabase  *database,
              GError     **error)
{
  const char *const *ids = ty_code_list_ids ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      TyCodeList *list = ty_code_list_get_shipped (ids[i]);

      for (guint j = 0; j < ty_code_list_get_n_items (list); j++)
        if (!insert_code (database, ty_code_list_get_item (list, j), j, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
insert_rules (TyDatabase  *database,
              GError     **error)
{
  g_autoptr(TyCountyRules) rules = ty_county_rules_new_shipped ();
  g_autoptr(TySetting) setting = ty_setting_new ();
  TyRecord *record = TY_RECORD (setting);

  ty_record_set_text (record, TY_SETTING_KEY, TY_SETTING_RULES);
  ty_record_take_text (record, TY_SETTING_VALUE, ty_county_rules_to_json (rules));
  ty_record_set_integer (record, TY_SETTING_SHIPPED_VERSION, SHIPPED_VERSION);
  return ty_table_insert (database, record, error);
}

static gboolean
fill (TyStore   *store,
      gpointer   data,
      GError   **error)
{
  const County *county = data;
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyUnitState) state = ty_unit_state_new ();
  TyRecord *record = TY_RECORD (state);

  ty_record_set_text (record, TY_UNIT_STATE_NAME, county->name);
  ty_record_set_text (record, TY_UNIT_STATE_CODE, county->code);
  ty_record_set_text (record, TY_UNIT_STATE_LEVEL, "county");
  ty_record_set_text (record, TY_UNIT_STATE_KIND, "county");
  return insert_codes (database, error)
         && insert_rules (database, error)
         && ty_unit_table_add (store, state, error);
}

/**
 * ty_county_create:
 * @path: a file that does not exist yet
 * @name: the county's name, such as `石城县`
 * @code: (nullable): its division code
 * @user: who does it
 * @error: a `TY_STORE_ERROR`
 *
 * Makes a county file with the shipped code lists and rules and the county itself, as the first
 * action of its history.
 *
 * Returns: (transfer full) (nullable): the store, which writes
 */
TyStore *
ty_county_create (const char  *path,
                  const char  *name,
                  const char  *code,
                  const char  *user,
                  GError     **error)
{
  g_autoptr(TyStore) store = ty_store_create (path, error);
  TyActionSpec spec = { user, "create", NULL, 0 };
  County county = { name, code };

  if (store == NULL)
    return NULL;
  if (!ty_store_run_final (store, &spec, fill, &county, error))
    {
      ty_store_close (store, NULL);
      g_unlink (path);
      return NULL;
    }

  return g_steal_pointer (&store);
}

/**
 * ty_county_dup_rules:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): the county’s rules as JSON, empty in a file without any
 */
char *
ty_county_dup_rules (TyDatabase  *database,
                     GError     **error)
{
  g_autoptr(TyStatement) statement = ty_database_prepare (
    database, "SELECT value FROM setting WHERE key = ?", error);
  TyStep step;

  if (statement == NULL)
    return NULL;
  ty_statement_bind_text (statement, 0, TY_SETTING_RULES);
  step = ty_statement_step (statement, error);
  if (step == TY_STEP_ERROR)
    return NULL;

  return g_strdup (step == TY_STEP_ROW && !ty_statement_is_null (statement, 0)
                     ? ty_statement_get_text (statement, 0) : "");
}
