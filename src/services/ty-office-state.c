/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-state"

#include "config.h"

#include "ty-office-state.h"

#include "ty-action.h"
#include "ty-backup-folder.h"
#include "ty-history.h"
#include "ty-unit-table.h"

/* What an action is about; none where the file cannot say. */
static char *
dup_label (TyDatabase *database,
           gint64      seq)
{
  g_autoptr(TyAction) action = seq != 0 ? ty_history_get (database, seq, NULL) : NULL;

  return action != NULL ? ty_action_dup_root_label (action) : NULL;
}

/**
 * ty_office_state_find_last:
 * @database: a connection
 *
 * Returns: the sequence of the last action, or 0
 */
gint64
ty_office_state_find_last (TyDatabase *database)
{
  g_autoptr(GPtrArray) actions = ty_history_list (database, 0, 1, NULL);

  if (actions == NULL || actions->len == 0)
    return 0;

  return ty_action_get_seq (g_ptr_array_index (actions, 0));
}

/**
 * ty_office_state_load:
 * @store: a store
 * @error: a `TY_STORE_ERROR` where the file holds no county
 *
 * Called in the thread of the store. A store that only reads has nothing to undo.
 *
 * Returns: (transfer full) (nullable): the state of its file
 */
TyOfficeState *
ty_office_state_load (TyStore  *store,
                      GError  **error)
{
  TyDatabase *database = ty_store_get_database (store);
  g_autoptr(TyUnitState) root = ty_unit_table_get_root (database, error);
  g_autofree char *folder = ty_backup_folder_get_default (ty_store_get_path (store));
  TyOfficeState *self;

  if (root == NULL)
    return NULL;

  self = g_new0 (TyOfficeState, 1);
  self->path = g_strdup (ty_store_get_path (store));
  self->county_name = g_strdup (ty_record_get_text (TY_RECORD (root), TY_UNIT_STATE_NAME));
  self->county_level = g_strdup (ty_record_get_text (TY_RECORD (root), TY_UNIT_STATE_LEVEL));
  self->read_only = ty_store_is_read_only (store);
  self->checked = ty_store_is_checked (store);
  self->last_seq = ty_office_state_find_last (database);
  self->last_backup = ty_backup_folder_get_last (folder);
  if (!self->read_only)
    {
      self->undo_seq = ty_history_find_undo (database, NULL);
      self->redo_seq = ty_history_find_redo (database, NULL);
      self->undo_label = dup_label (database, self->undo_seq);
      self->redo_label = dup_label (database, self->redo_seq);
    }
  return self;
}

/**
 * ty_office_state_copy:
 * @self: a state
 *
 * Returns: (transfer full): the same for another office
 */
TyOfficeState *
ty_office_state_copy (const TyOfficeState *self)
{
  TyOfficeState *copy = g_memdup2 (self, sizeof *self);

  copy->path = g_strdup (self->path);
  copy->county_name = g_strdup (self->county_name);
  copy->county_level = g_strdup (self->county_level);
  copy->undo_label = g_strdup (self->undo_label);
  copy->redo_label = g_strdup (self->redo_label);
  copy->last_backup = self->last_backup != NULL ? g_date_time_ref (self->last_backup) : NULL;
  copy->read_only_reason = g_strdup (self->read_only_reason);
  return copy;
}

void
ty_office_state_free (TyOfficeState *self)
{
  g_free (self->path);
  g_free (self->county_name);
  g_free (self->county_level);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_clear_pointer (&self->last_backup, g_date_time_unref);
  g_free (self->read_only_reason);
  g_free (self);
}
