/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-history"

#include "config.h"

#include "ty-person-history.h"

#include "ty-change-words.h"
#include "ty-event-table.h"
#include "ty-history.h"
#include "ty-office-private.h"
#include "ty-person.h"
#include "ty-record-registry.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* An import has the rows of a whole county in one changeset; so many rows are looked through for one person,
 * the newest actions first. */
#define MOST_CHANGES 20000

void
ty_person_history_entry_free (TyPersonHistoryEntry *self)
{
  g_free (self->at);
  g_free (self->user);
  g_free (self->text);
  g_free (self->values);
  g_free (self);
}

static TyPersonHistoryEntry *
entry_new (gint64      seq,
           const char *at,
           const char *user,
           char       *text)
{
  TyPersonHistoryEntry *entry = g_new0 (TyPersonHistoryEntry, 1);

  entry->seq = seq;
  entry->at = g_strdup (at);
  entry->user = g_strdup (user);
  entry->text = text;
  return entry;
}

/* Whether it is the person’s own row: its key, or what it refers to, is the person. */
static gboolean
is_about (TyChange *change,
          gint64    person)
{
  g_auto(GStrv) keys = g_strsplit (change->key, "/", (int) change->info->n_keys);

  if (change->info == &ty_person_info)
    return g_ascii_strtoll (keys[0], NULL, 10) == person;

  for (guint i = 0; i < change->info->n_fields; i++)
    {
      const TyFieldInfo *field = &change->info->fields[i];
      const char *before, *after;

      if (g_strcmp0 (field->reference, "person") != 0)
        continue;
      if (i < change->info->n_keys)
        {
          if (g_ascii_strtoll (keys[i], NULL, 10) == person)
            return TRUE;
          continue;
        }
      before = ty_change_get_value (change, field->column, TRUE);
      after = ty_change_get_value (change, field->column, FALSE);
      if ((before != NULL && g_ascii_strtoll (before, NULL, 10) == person)
          || (after != NULL && g_ascii_strtoll (after, NULL, 10) == person))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_empty (const char *value)
{
  return value == NULL || *value == '\0';
}

static void
append_value (GString        *line,
              TyChange       *change,
              guint           column,
              TyHistoryNames *names)
{
  const TyFieldInfo *field = ty_record_info_find_field (change->info,
                                                        g_ptr_array_index (change->columns, column));
  const char *before = g_ptr_array_index (change->old_values, column);
  const char *after = g_ptr_array_index (change->new_values, column);
  const char *label = field != NULL ? ty_change_words_get_label (field) : NULL;
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autofree char *values = NULL;

  if (label == NULL || (is_empty (before) && is_empty (after)))
    return;
  old_text = ty_change_words_dup_value (field, before, names);
  new_text = ty_change_words_dup_value (field, after, names);
  if (change->kind == TY_CHANGE_UPDATE)
    /* Translators: the old and the new value of a field */
    values = g_strdup_printf (C_("history", "%s → %s"), old_text, new_text);
  if (line->len > 0)
    g_string_append (line, "　");
  g_string_append (line, label);
  g_string_append_c (line, ' ');
  g_string_append (line, values != NULL ? values : change->kind == TY_CHANGE_INSERT ? new_text : old_text);
}

/* `Phone 199****2166 → 199****8899`; for a row, what it is and what was done to it stands in front. */
static char *
describe_change (TyChange       *change,
                 TyHistoryNames *names)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < change->columns->len; i++)
    append_value (line, change, i, names);
  if (change->info == &ty_person_info && change->kind == TY_CHANGE_UPDATE)
    return g_string_free (g_steal_pointer (&line), FALSE);

  /* Translators: a kind of record, what was done to it, and its values: “Honour added: …” */
  return g_strdup_printf (C_("history", "%s %s: %s"), _(change->info->label),
                          ty_change_words_get_done (change->kind), line->str);
}

static gboolean
describe_changes (TyPersonHistoryEntry  *entry,
                  TyDatabase            *database,
                  TyHistoryNames        *names,
                  gint64                 person,
                  GError               **error)
{
  g_autoptr(GPtrArray) changes = ty_history_list_changes (database, entry->seq, error);
  g_autoptr(GString) text = g_string_new (NULL);

  if (changes == NULL)
    return FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *line = NULL;

      if (!is_about (g_ptr_array_index (changes, i), person))
        continue;
      line = describe_change (g_ptr_array_index (changes, i), names);
      if (*line != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  if (text->len > 0)
    entry->values = g_string_free (g_steal_pointer (&text), FALSE);
  return TRUE;
}

static gboolean
add_actions (GPtrArray   *history,
             TyDatabase  *database,
             gint64       person,
             GError     **error)
{
  g_autoptr(TyHistoryNames) names = ty_history_names_new (database);
  g_autoptr(GPtrArray) actions = ty_history_list_of (database, "person", person, TY_PERSON_HISTORY_MOST,
                                                     error);
  gint64 left = MOST_CHANGES;

  if (actions == NULL)
    return FALSE;

  for (guint i = 0; i < actions->len; i++)
    {
      TyAction *action = g_ptr_array_index (actions, i);
      TyPersonHistoryEntry *entry = entry_new (ty_action_get_seq (action), ty_action_get_at (action),
                                               ty_action_get_user (action), ty_action_dup_label (action));

      g_ptr_array_add (history, entry);
      left -= ty_action_get_n_changes (action);
      if (left >= 0 && !describe_changes (entry, database, names, person, error))
        return FALSE;
      if (left < 0)
        left += ty_action_get_n_changes (action);
    }
  return TRUE;
}

/**
 * ty_person_history_dup_event:
 * @event: an event that is about a person
 *
 * Returns: (transfer full): what was done, in the user’s language: which field was shown, or the rows of which
 *   table
 */
char *
ty_person_history_dup_event (const TyEvent *event)
{
  g_autoptr(JsonNode) node = event->detail != NULL ? json_from_string (event->detail, NULL) : NULL;
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *column, *table;
  const TyFieldInfo *field = NULL;
  const TyRecordInfo *info = NULL;
  const char *what = "";

  if (strcmp (event->kind, "attachment.opened") == 0)
    return g_strdup (_("Attachment opened"));
  if (strcmp (event->kind, "attachment.saved") == 0)
    return g_strdup (_("Attachment saved as a file"));
  if (object == NULL)
    return g_strdup ("");

  column = json_object_get_string_member_with_default (object, "column", NULL);
  table = json_object_get_string_member_with_default (object, "table", NULL);
  if (column != NULL)
    field = ty_record_info_find_field (&ty_person_info, column);
  if (table != NULL)
    info = ty_record_registry_find (table);
  if (field != NULL && field->label != NULL)
    what = _(field->label);
  else if (info != NULL)
    what = _(info->label);
  /* Translators: a field such as “ID number”, which is masked until somebody asks to see it */
  return g_strdup_printf (_("Shown: %s"), what);
}

static gboolean
add_shown (GPtrArray   *history,
           TyDatabase  *database,
           gint64       person,
           GError     **error)
{
  g_autoptr(GPtrArray) events = ty_event_table_list_shown (database, person, TY_PERSON_HISTORY_MOST, error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const TyEvent *event = g_ptr_array_index (events, i);

      g_ptr_array_add (history, entry_new (0, event->at, event->user,
                                           ty_person_history_dup_event (event)));
    }
  return events != NULL;
}

/* Actions and events have an order of their own each, which stays: their times are remarks. */
static GPtrArray *
merge (GPtrArray *actions,
       GPtrArray *shown)
{
  GPtrArray *history = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_person_history_entry_free);

  while (actions->len > 0 || shown->len > 0)
    {
      const TyPersonHistoryEntry *action = actions->len > 0 ? actions->pdata[0] : NULL;
      const TyPersonHistoryEntry *event = shown->len > 0 ? shown->pdata[0] : NULL;
      gboolean next_is_event = action == NULL || (event != NULL && strcmp (event->at, action->at) > 0);

      g_ptr_array_add (history, g_ptr_array_steal_index (next_is_event ? shown : actions, 0));
    }
  return history;
}

/**
 * ty_person_history_load:
 * @database: a connection
 * @person: key of a person
 * @error: a `TY_STORE_ERROR`
 *
 * Reads what was done to a person’s file by whom, of all kinds of records that refer to a person, and when
 * something of it was shown that is masked in lists.
 *
 * Returns: (transfer full) (nullable) (element-type TyPersonHistoryEntry): the entries, the newest first
 */
GPtrArray *
ty_person_history_load (TyDatabase  *database,
                        gint64       person,
                        GError     **error)
{
  g_autoptr(GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_person_history_entry_free);
  g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_person_history_entry_free);

  if (!add_actions (actions, database, person, error) || !add_shown (shown, database, person, error))
    return NULL;

  return merge (actions, shown);
}

static gpointer
load_history (TyOfficeThread  *thread,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  const gint64 *person = data;

  return ty_person_history_load (ty_office_thread_get_database (thread), *person, error);
}

/**
 * ty_office_load_person_history_async:
 * @self: an open office
 * @person: key of a person
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when it is read
 * @user_data: for @callback
 *
 * Reads the history of a person’s file; see ty_person_history_load().
 */
void
ty_office_load_person_history_async (TyOffice            *self,
                                     gint64               person,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_load_person_history_async, cancellable,
                                              callback, user_data);

  ty_office_read (self, task, load_history, g_memdup2 (&person, sizeof person), g_free,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_load_person_history_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyPersonHistoryEntry): the entries, the newest first
 */
GPtrArray *
ty_office_load_person_history_finish (TyOffice      *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_load_person_history_async, error);
}
