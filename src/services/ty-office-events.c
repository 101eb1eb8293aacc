/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-office-events"

#include "config.h"

#include "ty-office-events.h"

#include "ty-event-table.h"
#include "ty-office-private.h"
#include "ty-person-history.h"
#include "ty-person.h"
#include "ty-table.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define MOST_EVENTS 2000 /* that are read: the command line has all */

/**
 * ty_event_line_free:
 * @self: (transfer full): a line
 */
void
ty_event_line_free (TyEventLine *self)
{
  g_free (self->day);
  g_free (self->time);
  g_free (self->user);
  g_free (self->what);
  g_free (self->about);
  g_free (self);
}

/* Numbers stand in the details as numbers or as texts. */
static gint64
get_number (JsonObject *object,
            const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return 0;
  return json_node_get_value_type (node) == G_TYPE_STRING
           ? g_ascii_strtoll (json_node_get_string (node), NULL, 10) : json_node_get_int (node);
}

static const char *
get_text (JsonObject *object,
          const char *name)
{
  return object != NULL ? json_object_get_string_member_with_default (object, name, "") : "";
}

static char *
dup_what (const TyEvent *event,
          JsonObject    *object)
{
  gint64 n = get_number (object, "people");
  g_autofree char *people = ty_text_format_count ((guint) n);

  if (strcmp (event->kind, "exported") == 0)
    return n > 0 ? g_strdup_printf (ngettext ("Exported, %s person", "Exported, %s people", (gulong) n), people)
                 : g_strdup (_("Exported"));
  if (strcmp (event->kind, "backed-up") == 0)
    return g_strdup (_("Backed up"));
  if (strcmp (event->kind, "restored") == 0)
    return g_strdup (_("Restored from a backup"));
  if (get_number (object, "person") != 0)
    return ty_person_history_dup_event (event);

  return g_strdup (event->kind);
}

static gboolean
find_about (TyEventLine  *line,
            TyDatabase   *database,
            JsonObject   *object,
            GError      **error)
{
  g_autoptr(GPtrArray) people = NULL;

  line->person = get_number (object, "person");
  if (line->person == 0)
    {
      line->about = g_strdup (get_text (object, "file"));
      return TRUE;
    }

  people = ty_table_list_of (database, &ty_person_info, "id", line->person, error);
  if (people == NULL)
    return FALSE;
  if (people->len == 0)
    line->person = 0;
  line->about = g_strdup (people->len > 0 ? ty_record_get_text (people->pdata[0], TY_PERSON_NAME)
                                          : _("Nobody any more"));
  return TRUE;
}

static void
set_time (TyEventLine *line,
          const char  *at)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr(GDateTime) here = moment != NULL ? g_date_time_to_local (moment) : NULL;

  line->day = here != NULL ? g_date_time_format (here, "%Y-%m-%d") : g_strdup ("");
  line->time = here != NULL ? g_date_time_format (here, "%H:%M") : g_strdup ("");
}

static gpointer
list_events (TyOfficeThread  *thread,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  TyDatabase *database = ty_office_thread_get_database (thread);
  g_autoptr(GPtrArray) events = ty_event_table_list (database, error);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_event_line_free);

  if (events == NULL)
    return NULL;

  for (guint i = events->len; i > 0 && lines->len < MOST_EVENTS; i--)
    {
      const TyEvent *event = g_ptr_array_index (events, i - 1);
      g_autoptr(JsonNode) node = event->detail != NULL ? json_from_string (event->detail, NULL) : NULL;
      JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      TyEventLine *line = g_new0 (TyEventLine, 1);

      g_ptr_array_add (lines, line);
      line->seq = event->seq;
      line->user = g_strdup (event->user);
      line->what = dup_what (event, object);
      set_time (line, event->at);
      if (!find_about (line, database, object, error))
        return NULL;
    }
  return g_steal_pointer (&lines);
}

/**
 * ty_office_list_events_async:
 * @self: an open office
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called when they are read
 * @user_data: for @callback
 *
 * Reads the events of the file.
 */
void
ty_office_list_events_async (TyOffice            *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = ty_office_task_new (self, ty_office_list_events_async, cancellable, callback,
                                              user_data);

  ty_office_read (self, task, list_events, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ty_office_list_events_finish:
 * @self: an office
 * @result: what the callback was given
 * @error: a `TY_STORE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyEventLine): the newest first, up to 2,000
 */
GPtrArray *
ty_office_list_events_finish (TyOffice      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return ty_office_task_finish (self, result, ty_office_list_events_async, error);
}
