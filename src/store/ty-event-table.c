/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-event-table"

#include "config.h"

#include "ty-event-table.h"

#include "ty-action-row.h"

#define LAST_EVENTS 20000 /* among which those of a person are looked for: there is no index */

static void
event_free (gpointer data)
{
  TyEvent *event = data;

  g_free (event->at);
  g_free (event->user);
  g_free (event->kind);
  g_free (event->detail);
  g_free (event);
}

static TyEvent *
read_event (TyStatement *statement)
{
  TyEvent *event = g_new0 (TyEvent, 1);

  event->seq = ty_statement_get_int (statement, 0);
  event->at = g_strdup (ty_statement_get_text (statement, 1));
  event->user = g_strdup (ty_statement_get_text (statement, 2));
  event->kind = g_strdup (ty_statement_get_text (statement, 3));
  event->detail = g_strdup (ty_statement_get_text (statement, 4));
  return event;
}

static GPtrArray *
read_all (TyStatement  *statement,
          GError      **error)
{
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func (event_free);
  TyStep step = TY_STEP_ERROR;

  while (statement != NULL && (step = ty_statement_step (statement, error)) == TY_STEP_ROW)
    g_ptr_array_add (events, read_event (statement));

  return step == TY_STEP_DONE ? g_steal_pointer (&events) : NULL;
}

/**
 * ty_event_table_list:
 * @database: a connection
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyEvent): all events, the oldest first
 */
GPtrArray *
ty_event_table_list (TyDatabase  *database,
                     GError     **error)
{
  g_autoptr(TyStatement) statement = ty_action_row_select_events (database, error);

  return read_all (statement, error);
}

/**
 * ty_event_table_list_shown:
 * @database: a connection
 * @person: key of a person
 * @limit: how many at most
 * @error: a `TY_STORE_ERROR`
 *
 * Finds when something of a person was shown that is masked in lists, among the last events of the file.
 *
 * Returns: (transfer full) (nullable) (element-type TyEvent): these events, the newest first
 */
GPtrArray *
ty_event_table_list_shown (TyDatabase  *database,
                           gint64       person,
                           guint        limit,
                           GError     **error)
{
  g_autoptr(TyStatement) statement = NULL;

  statement = ty_database_prepare (database,
                                   "SELECT seq, at, user, kind, detail FROM event "
                                   "WHERE seq > (SELECT ifnull (max (seq), 0) FROM event) - ?1 "
                                   "AND kind IN ('sensitive.shown', 'attachment.opened', 'attachment.saved') AND CAST (detail ->> '$.person' AS INTEGER) = ?2 "
                                   "ORDER BY seq DESC LIMIT ?3", error);
  if (statement == NULL)
    return NULL;

  ty_statement_bind_int (statement, 0, LAST_EVENTS);
  ty_statement_bind_int (statement, 1, person);
  ty_statement_bind_int (statement, 2, limit);
  return read_all (statement, error);
}
