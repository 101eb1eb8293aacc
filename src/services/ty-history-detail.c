/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-history-detail"

#include "config.h"

#include "ty-history-detail.h"

#include "ty-change-words.h"
#include "ty-contradiction.h"
#include "ty-history.h"
#include "ty-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
ty_history_detail_free (TyHistoryDetail *self)
{
  g_clear_object (&self->entry);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self->reverting);
  g_free (self->reason);
  g_free (self);
}

/* Whose record it is; a setting or a code is told by its own key. */
static char *
dup_owner (TyChange       *change,
           TyHistoryNames *names)
{
  char *owner = ty_change_words_dup_owner (change, names);

  if (owner == NULL && change->info->fields[0].kind == TY_FIELD_TEXT)
    return g_strdup (change->key);

  return owner;
}

static void
append_record (TyHistoryDetail *self,
               TyChange        *change,
               TyHistoryNames  *names)
{
  const char *record = _(change->info->label);
  g_autofree char *owner = dup_owner (change, names);
  g_autofree char *label = NULL;

  if (owner != NULL && *owner != '\0')
    /* Translators: whose record it is, and what kind of record */
    label = g_strdup_printf (C_("history", "%s · %s"), owner, record);
  g_ptr_array_add (self->lines,
                   ty_history_line_new (TRUE, label != NULL ? label : record, NULL,
                                        g_strdup (ty_change_words_get_done (change->kind))));
}

static gboolean
is_empty (const char *value)
{
  return value == NULL || *value == '\0';
}

static void
append_field (TyHistoryDetail *self,
              TyChange        *change,
              guint            column,
              TyHistoryNames  *names)
{
  const TyFieldInfo *field = ty_record_info_find_field (change->info,
                                                        g_ptr_array_index (change->columns, column));
  const char *old_value = g_ptr_array_index (change->old_values, column);
  const char *new_value = g_ptr_array_index (change->new_values, column);
  const char *label = field != NULL ? ty_change_words_get_label_of (change, field, names)
                                    : NULL;
  char *old_text = NULL, *new_text = NULL;

  if (label == NULL || (is_empty (old_value) && is_empty (new_value)))
    return;
  if (change->kind != TY_CHANGE_INSERT)
    old_text = ty_change_words_dup_value_of (change, field, old_value, names);
  if (change->kind != TY_CHANGE_DELETE)
    new_text = ty_change_words_dup_value_of (change, field, new_value, names);
  g_ptr_array_add (self->lines, ty_history_line_new (FALSE, label, old_text, new_text));
}

static gboolean
read_changes (TyHistoryDetail  *self,
              TyDatabase       *database,
              TyHistoryNames   *names,
              guint             n_records,
              GError          **error)
{
  gint64 seq = ty_history_entry_get_seq (self->entry);
  g_autoptr(GPtrArray) changes = ty_history_list_changes (database, seq, error);

  if (changes == NULL)
    return FALSE;
  self->n_records = changes->len;
  self->n_read = MIN (changes->len, n_records);
  for (guint i = 0; i < self->n_read; i++)
    {
      TyChange *change = g_ptr_array_index (changes, i);

      append_record (self, change, names);
      for (guint j = 0; j < change->columns->len; j++)
        append_field (self, change, j, names);
    }
  return TRUE;
}

static gboolean
tell_obstacle (TyHistoryDetail  *self,
               TyDatabase       *database,
               GError          **error)
{
  TyAction *action = ty_history_entry_get_action (self->entry);
  TyContradiction contradiction = { 0 };

  switch (ty_action_get_state (action))
    {
    case TY_ACTION_FINAL:
      self->reason = g_strdup (_("This cannot be taken back: it made the file, or came before a change "
                                 "of the file’s form."));
      return TRUE;
    case TY_ACTION_REVERTED:
      return TRUE;
    case TY_ACTION_DONE:
    default:
      break;
    }

  if (!ty_contradiction_find (database, ty_action_get_seq (action), &contradiction, error))
    return FALSE;
  self->reason = ty_contradiction_dup_text (&contradiction, database);
  self->later = contradiction.seq;
  return TRUE;
}

static gboolean
tell_reverting (TyHistoryDetail  *self,
                TyDatabase       *database,
                GError          **error)
{
  TyAction *action = ty_history_entry_get_action (self->entry);
  gint64 by = ty_action_get_reverted_by (action);
  gint64 seq = by != 0 ? by : ty_action_get_reverts (action);
  g_autoptr(TyAction) other = seq != 0 ? ty_history_get (database, seq, error) : NULL;

  if (seq == 0)
    return TRUE;
  if (other == NULL)
    return FALSE;

  if (by != 0)
    /* Translators: the number of the action that took this one back, and who did it */
    self->reverting = g_strdup_printf (_("Taken back by action %d of %s"), (int) seq,
                                       ty_action_get_user (other));
  else
    /* Translators: the number of the action that this one takes back, and who did it */
    self->reverting = g_strdup_printf (_("Takes back action %d of %s"), (int) seq,
                                       ty_action_get_user (other));
  return TRUE;
}

/**
 * ty_history_detail_load:
 * @database: a connection
 * @seq: an action
 * @n_records: how many of the records that it changed are told at most
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable): all about it
 */
TyHistoryDetail *
ty_history_detail_load (TyDatabase  *database,
                        gint64       seq,
                        guint        n_records,
                        GError     **error)
{
  g_autoptr(TyHistoryDetail) self = g_new0 (TyHistoryDetail, 1);
  g_autoptr(TyHistoryNames) names = ty_history_names_new (database);

  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->entry = ty_history_entry_load (database, names, seq, error);
  if (self->entry == NULL
      || !read_changes (self, database, names, n_records, error)
      || !tell_obstacle (self, database, error)
      || !tell_reverting (self, database, error))
    return NULL;

  return g_steal_pointer (&self);
}
