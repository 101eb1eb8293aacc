/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-history"

#include "config.h"

#include "ty-cli.h"

#include "ty-action-log.h"
#include "ty-code-list.h"
#include "ty-history.h"
#include "ty-record.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Commands for the history. */

static const char *
get_change_word (TyChangeKind kind)
{
  static const char *words[] = { "insert", "update", "delete" };

  return words[kind];
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_change (JsonBuilder *builder,
            TyChange    *change)
{
  json_builder_begin_object (builder);
  add_text (builder, "change", get_change_word (change->kind));
  add_text (builder, "table", change->info->table);
  add_text (builder, "key", change->key);
  json_builder_set_member_name (builder, "values");
  json_builder_begin_object (builder);
  for (guint i = 0; i < change->columns->len; i++)
    {
      json_builder_set_member_name (builder, g_ptr_array_index (change->columns, i));
      json_builder_begin_object (builder);
      add_text (builder, "old", g_ptr_array_index (change->old_values, i));
      add_text (builder, "new", g_ptr_array_index (change->new_values, i));
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static gboolean
add_action (JsonBuilder  *builder,
            TyAction     *action,
            TyDatabase   *database,
            gboolean      with_changes,
            GError      **error)
{
  g_autofree char *label = ty_action_dup_label (action);
  g_autoptr(GPtrArray) changes = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "action");
  json_builder_add_int_value (builder, ty_action_get_seq (action));
  add_text (builder, "at", ty_action_get_at (action));
  add_text (builder, "user", ty_action_get_user (action));
  add_text (builder, "kind", ty_action_get_kind (action));
  add_text (builder, "label", label);
  json_builder_set_member_name (builder, "reverts");
  json_builder_add_int_value (builder, ty_action_get_reverts (action));
  json_builder_set_member_name (builder, "n_changes");
  json_builder_add_int_value (builder, ty_action_get_n_changes (action));
  json_builder_set_member_name (builder, "reversible");
  json_builder_add_boolean_value (builder, ty_action_get_state (action) == TY_ACTION_DONE);
  if (with_changes)
    {
      changes = ty_history_list_changes (database, ty_action_get_seq (action), error);
      if (changes == NULL)
        return FALSE;
      json_builder_set_member_name (builder, "changes");
      json_builder_begin_array (builder);
      for (guint i = 0; i < changes->len; i++)
        add_change (builder, g_ptr_array_index (changes, i));
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  return TRUE;
}

static gboolean
print_as_json (GPtrArray   *actions,
               TyDatabase  *database,
               gboolean     with_changes,
               GError     **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < actions->len; i++)
    if (!add_action (builder, g_ptr_array_index (actions, i), database, with_changes, error))
      return FALSE;
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  g_print ("%s\n", json);
  return TRUE;
}

static char *
dup_code_label (const char *list,
                const char *key)
{
  TyCode *code = ty_code_list_lookup (ty_code_list_get_shipped (list), key);

  return g_strdup (code != NULL ? ty_code_get_label (code) : key);
}

/* Sensitive values are masked on a terminal, which others may look at. */
static char *
dup_shown (const TyRecordInfo *info,
           const char         *column,
           const char         *value)
{
  const TyFieldInfo *field = ty_record_info_find_field (info, column);

  if (value == NULL)
    return g_strdup ("—");
  if (field != NULL && field->kind == TY_FIELD_CODE)
    return dup_code_label (field->code_list, value);
  if (field == NULL || field->privacy != TY_PRIVACY_SENSITIVE)
    return g_strdup (value);
  if (strcmp (column, "id_number") == 0)
    return ty_text_mask_id_number (value);
  if (strcmp (column, "phone") == 0)
    return ty_text_mask_phone (value);
  return g_strdup ("****");
}

/* Keys and what serves only the program have no label, and say nothing that the head line does not. */
static const char *
get_label (const TyRecordInfo *info,
           const char         *column)
{
  const TyFieldInfo *field = ty_record_info_find_field (info, column);

  return field != NULL && field->label != NULL ? _(field->label) : NULL;
}

static void
print_change (TyChange *change)
{
  const char *words[] = { _("added"), _("changed"), _("removed") };

  /* Translators: what kind of record, its number, and “added”, “changed” or “removed” */
  g_print (_("    %s %s: %s\n"), _(change->info->label), change->key, words[change->kind]);
  for (guint i = 0; i < change->columns->len; i++)
    {
      const char *column = g_ptr_array_index (change->columns, i);
      const char *label = get_label (change->info, column);
      g_autofree char *old_value = dup_shown (change->info, column,
                                              g_ptr_array_index (change->old_values, i));
      g_autofree char *new_value = dup_shown (change->info, column,
                                              g_ptr_array_index (change->new_values, i));

      /* Masked values may look alike and yet differ. */
      if (label != NULL && (change->kind == TY_CHANGE_UPDATE || strcmp (old_value, new_value) != 0))
        /* Translators: a field, its old and its new value */
        g_print (_("      %s: %s → %s\n"), label, old_value, new_value);
    }
}

static gboolean
print_as_text (GPtrArray   *actions,
               TyDatabase  *database,
               gboolean     with_changes,
               GError     **error)
{
  for (guint i = 0; i < actions->len; i++)
    {
      TyAction *action = g_ptr_array_index (actions, i);
      g_autofree char *label = ty_action_dup_label (action);
      g_autoptr(GPtrArray) changes = NULL;

      g_print ("%d  %s  %s  %s%s\n", (int) ty_action_get_seq (action), ty_action_get_at (action),
               ty_action_get_user (action), label,
               ty_action_get_state (action) == TY_ACTION_REVERTED ? _(" (taken back)") : "");
      if (!with_changes)
        continue;
      changes = ty_history_list_changes (database, ty_action_get_seq (action), error);
      if (changes == NULL)
        return FALSE;
      for (guint j = 0; j < changes->len; j++)
        print_change (g_ptr_array_index (changes, j));
    }
  return TRUE;
}

int
ty_cli_history (int       argc,
                char    **argv,
                GError  **error)
{
  gboolean as_json = FALSE, brief = FALSE;
  int limit = 0;
  gint64 person = 0;
  const GOptionEntry entries[] = {
    { "person", 0, 0, G_OPTION_ARG_INT64, &person, N_("Only what touched this person"), "N" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("Only the last so many actions"), "N" },
    { "brief", 0, 0, G_OPTION_ARG_NONE, &brief, N_("Without old and new values"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_autoptr(TyStore) store = NULL;
  g_autoptr(GPtrArray) actions = NULL;
  TyDatabase *database;
  guint most;

  if (!ty_cli_parse ("history", "FILE", entries, 1, 1, &argc, &argv, error))
    return TY_CLI_USAGE;
  store = ty_store_open (argv[1], TY_STORE_READ_ONLY, error);
  if (store == NULL)
    return TY_CLI_FAILED;

  database = ty_store_get_database (store);
  most = limit > 0 ? (guint) limit : G_MAXINT32;
  actions = person != 0 ? ty_history_list_of (database, "person", person, most, error)
                        : ty_history_list (database, 0, most, error);
  if (actions == NULL
      || !(as_json ? print_as_json : print_as_text) (actions, database, !brief, error))
    return TY_CLI_FAILED;

  return TY_CLI_OK;
}

static int
revert (int          argc,
        char       **argv,
        const char  *name,
        gboolean     redo,
        GError     **error)
{
  g_autofree char *user = NULL;
  gint64 target = 0;
  gboolean as_json = FALSE;
  const GOptionEntry undo_entries[] = {
    { "action", 0, 0, G_OPTION_ARG_INT64, &target, N_("An action by its number, not the last one"),
      "N" },
    { "user", 0, 0, G_OPTION_ARG_STRING, &user, N_("Who does it"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_autoptr(TyStore) store = NULL;
  g_autoptr(TyAction) action = NULL;
  g_autofree char *label = NULL;
  g_autofree char *number = NULL;
  gint64 seq = 0;

  if (!ty_cli_parse (name, "FILE", redo ? undo_entries + 1 : undo_entries, 1, 1, &argc, &argv, error))
    return TY_CLI_USAGE;
  store = ty_store_open (argv[1], TY_STORE_READ_WRITE, error);
  if (store == NULL)
    return TY_CLI_FAILED;
  if (!(redo ? ty_store_redo (store, ty_cli_get_user (user), &seq, error)
             : ty_store_undo (store, ty_cli_get_user (user), target, &seq, error)))
    return TY_CLI_FAILED;

  action = ty_history_get (ty_store_get_database (store), seq, error);
  if (action == NULL)
    return TY_CLI_FAILED;
  label = ty_action_dup_label (action);
  number = g_strdup_printf ("%d", (int) seq);
  if (!ty_cli_finish (store, error))
    return TY_CLI_FAILED;

  if (as_json)
    ty_cli_print_json ("action", number, "label", label, NULL);
  else
    g_print ("%s\n", label);
  return TY_CLI_OK;
}

int
ty_cli_undo (int       argc,
             char    **argv,
             GError  **error)
{
  return revert (argc, argv, "undo", FALSE, error);
}

int
ty_cli_redo (int       argc,
             char    **argv,
             GError  **error)
{
  return revert (argc, argv, "redo", TRUE, error);
}
