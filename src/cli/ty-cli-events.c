/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-cli-events"

#include "config.h"

#include "ty-cli.h"

#include "ty-event-table.h"

#include <json-glib/json-glib.h>

/* What changed nothing but must be known: exports, and that a backup was restored. */

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_event (JsonBuilder   *builder,
           const TyEvent *event)
{
  g_autoptr(JsonNode) detail = event->detail != NULL ? json_from_string (event->detail, NULL) : NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "number");
  json_builder_add_int_value (builder, event->seq);
  add_text (builder, "at", event->at);
  add_text (builder, "user", event->user);
  add_text (builder, "kind", event->kind);
  if (detail != NULL)
    {
      json_builder_set_member_name (builder, "detail");
      json_builder_add_value (builder, g_steal_pointer (&detail));
    }
  json_builder_end_object (builder);
}

static void
print_as_json (GPtrArray *events)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < events->len; i++)
    add_event (builder, g_ptr_array_index (events, i));
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  g_print ("%s\n", json);
}

/**
 * ty_cli_print_events:
 * @database: a connection
 * @as_json: whether as JSON
 * @error: a `TY_STORE_ERROR`
 *
 * Prints the events of a file, the oldest first.
 *
 * Returns: whether they were printed
 */
gboolean
ty_cli_print_events (TyDatabase  *database,
                     gboolean     as_json,
                     GError     **error)
{
  g_autoptr(GPtrArray) events = ty_event_table_list (database, error);

  if (events == NULL)
    return FALSE;
  if (as_json)
    {
      print_as_json (events);
      return TRUE;
    }
  for (guint i = 0; i < events->len; i++)
    {
      const TyEvent *event = g_ptr_array_index (events, i);

      g_print ("%" G_GINT64_FORMAT "  %s  %s  %s  %s\n", event->seq, event->at, event->user, event->kind,
               event->detail != NULL ? event->detail : "");
    }
  return TRUE;
}
