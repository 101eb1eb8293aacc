/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-history"

#include "config.h"

#include "ty-cli.h"

#include "ty-action-log.h"
#include "ty-change-words.h"
#include "ty-history-index.h"
#include "ty-history.h"
#include "ty-record.h"

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
  json_builder_set_member_name (builder, "reverted_by");
  json_builder_add_int_value (builder, ty_action_get_reverted_by (action));
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

static void
print_change (TyChange       *change,
              TyHistoryNames *names)
{
  /* Translators: what kind of record, its number, and “added”, “changed” or “removed” */
  g_print (_("    %s %s: %s\n"), _(change->info->label), change->key,
           ty_change_words_get_done (change->kind));
  for (guint i = 0; i < change->columns->len; i++)
    {
      const TyFieldInfo *field = ty_record_info_find_field (
        change->info, g_ptr_array_index (change->columns, i));
      const char *label = field != NULL ? ty_change_words_get_label_of (change, field, names)
                                        : NULL;
      g_autofree char *old_value = NULL;
      g_autofree char *new_value = NULL;

      if (label == NULL)
        continue;
      old_value = ty_change_words_dup_value_of (change, field,
                                                g_ptr_array_index (change->old_values, i), names);
      new_value = ty_change_words_dup_value_of (change, field,
                                                g_ptr_array_index (change->new_values, i), names);
      /* Masked values may look alike and yet differ. */
      if (change->kind == TY_CHANGE_UPDATE || strcmp (old_value, new_value) != 0)
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
  g_autoptr(TyHistoryNames) names = ty_history_names_new (database);

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
        print_change (g_ptr_array_index (changes, j), names);
    }
  return TRUE;
}

static GPtrArray *
find_actions (TyDatabase             *database,
              const TyHistoryFilter  *filter,
              guint                   most,
              GError                **error)
{
  g_autoptr(TyHistoryIndex) index = ty_history_index_load (database, filter, error);
  g_autoptr(GPtrArray) actions = g_ptr_array_new_with_free_func (g_object_unref);

  if (index == NULL)
    return NULL;
  for (guint i = 0; i < MIN (index->seqs->len, most); i++)
    {
      TyAction *action = ty_history_get (database, g_array_index (index->seqs, gint64, i), error);

      if (action == NULL)
        return NULL;
      g_ptr_array_add (actions, action);
    }
  return g_steal_pointer (&actions);
}

static gboolean
parse_day (const char  *text,
           TyDate      *day,
           GError     **error)
{
  if (text == NULL)
    return TRUE;
  if (!ty_date_parse_iso (text, day, error))
    return FALSE;
  if (day->day != 0)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("“%s” is no day. Write it as 2021-12-31."), text);
  return FALSE;
}

int
ty_cli_history (int       argc,
                char    **argv,
                GError  **error)
{
  gboolean as_json = FALSE, brief = FALSE, events = FALSE;
  int limit = 0;
  TyHistoryFilter filter = { 0 };
  g_autofree char *text = NULL, *kind = NULL, *user = NULL, *from = NULL, *until = NULL;
  const GOptionEntry entries[] = {
    { "person", 0, 0, G_OPTION_ARG_INT64, &filter.person, N_("Only what touched this person"), "N" },
    { "unit", 0, 0, G_OPTION_ARG_INT64, &filter.unit,
      N_("Only what touched this unit, what is below it, and who serves there"), "N" },
    { "search", 0, 0, G_OPTION_ARG_STRING, &text, N_("Only what has these words or names"),
      N_("TEXT") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_("Only actions of this kind, such as person.edit"),
      N_("KIND") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &user, N_("Only what this user did"), N_("NAME") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_("Only from this day on"), N_("DATE") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_("Only until this day"), N_("DATE") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("Only the last so many actions"), "N" },
    { "brief", 0, 0, G_OPTION_ARG_NONE, &brief, N_("Without old and new values"), NULL },
    { "events", 0, 0, G_OPTION_ARG_NONE, &events,
      N_("Only what changed nothing but is noted, such as exports"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_autoptr(TyStore) store = NULL;
  g_autoptr(GPtrArray) actions = NULL;
  TyDatabase *database;

  if (!ty_cli_parse ("history", "FILE", entries, 1, 1, &argc, &argv, error)
      || !parse_day (from, &filter.from, error) || !parse_day (until, &filter.until, error))
    return TY_CLI_USAGE;
  store = ty_store_open (argv[1], TY_STORE_READ_ONLY, error);
  if (store == NULL)
    return TY_CLI_FAILED;

  filter.text = text;
  filter.kind = kind;
  filter.user = user;
  database = ty_store_get_database (store);
  if (events)
    return ty_cli_print_events (database, as_json, error) ? TY_CLI_OK : TY_CLI_FAILED;

  actions = find_actions (database, &filter, limit > 0 ? (guint) limit : G_MAXINT32, error);
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
