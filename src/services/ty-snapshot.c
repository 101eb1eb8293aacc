/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-snapshot"

#include "config.h"

#include "ty-snapshot.h"

#include "ty-chart-json.h"


/**
 * ty_snapshot_new:
 * @dashboard: what was counted, which is copied
 * @charts: (element-type TyChart): what its cards show, each of which is kept
 *
 * Returns: (transfer full): a snapshot of today; its date and place are for the caller to set
 */
TySnapshot *
ty_snapshot_new (const TyDashboard *dashboard,
                 GPtrArray         *charts)
{
  TySnapshot *self = g_new0 (TySnapshot, 1);

  self->id = g_uuid_string_random ();
  self->title = g_strdup (ty_label_get (dashboard->title));
  self->taken = ty_date_to_iso (ty_date_today ());
  self->user = g_strdup ("");
  self->scope_name = g_strdup ("");
  self->dashboard = ty_dashboard_copy (dashboard);
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_chart_unref);
  for (guint i = 0; i < charts->len; i++)
    g_ptr_array_add (self->charts, ty_chart_ref (g_ptr_array_index (charts, i)));
  return self;
}

/**
 * ty_snapshot_free:
 * @self: (transfer full): a snapshot
 */
void
ty_snapshot_free (TySnapshot *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->taken);
  g_free (self->user);
  g_free (self->scope_name);
  g_clear_pointer (&self->dashboard, ty_dashboard_free);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  g_free (self);
}

static void
set_day (JsonObject *object,
         const char *name,
         TyDate      day)
{
  g_autofree char *iso = ty_date_is_known (day) ? ty_date_to_iso (day) : NULL;

  if (iso != NULL)
    json_object_set_string_member (object, name, iso);
}

/**
 * ty_snapshot_to_json:
 * @self: a snapshot
 *
 * Returns: (transfer full): all of it
 */
char *
ty_snapshot_to_json (const TySnapshot *self)
{
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *charts = json_array_new ();
  g_autofree char *dashboard = ty_dashboard_to_json (self->dashboard);
  g_autofree char *scope = g_strdup_printf ("%" G_GINT64_FORMAT, self->scope);

  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "title", self->title);
  json_object_set_string_member (object, "taken", self->taken);
  json_object_set_string_member (object, "user", self->user);
  set_day (object, "as_of", self->as_of);
  set_day (object, "compare", self->before);
  json_object_set_string_member (object, "scope", scope);
  json_object_set_string_member (object, "scope_name", self->scope_name);
  json_object_set_member (object, "dashboard", json_from_string (dashboard, NULL));
  for (guint i = 0; i < self->charts->len; i++)
    json_array_add_element (charts, ty_chart_to_json (g_ptr_array_index (self->charts, i)));
  json_object_set_array_member (object, "charts", charts);
  json_node_take_object (root, object);
  return json_to_string (root, FALSE);
}

static TyDate
get_day (JsonObject *object,
         const char *name)
{
  TyDate day = TY_DATE_NONE;
  const char *text = json_object_get_string_member_with_default (object, name, "");

  return *text != '\0' && ty_date_parse_iso (text, &day, NULL) ? day : TY_DATE_NONE;
}

static gboolean
read_charts (TySnapshot *self,
             JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "charts");

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      TyChart *chart = ty_chart_from_json (json_array_get_element (json_node_get_array (node), i));

      if (chart == NULL)
        return FALSE;
      g_ptr_array_add (self->charts, chart);
    }
  return TRUE;
}

/**
 * ty_snapshot_from_json:
 * @json: what ty_snapshot_to_json() had made
 *
 * Returns: (transfer full) (nullable): the snapshot; %NULL where this program cannot read it
 */
TySnapshot *
ty_snapshot_from_json (const char *json)
{
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *node = object != NULL ? json_object_get_member (object, "dashboard") : NULL;
  g_autofree char *written = node != NULL ? json_to_string (node, FALSE) : NULL;
  g_autoptr(TySnapshot) self = NULL;
  TyDashboard *dashboard = written != NULL ? ty_dashboard_from_json (written, NULL) : NULL;

  if (dashboard == NULL)
    return NULL;

  self = g_new0 (TySnapshot, 1);
  self->dashboard = dashboard;
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_chart_unref);
  self->id = g_strdup (json_object_get_string_member_with_default (object, "id", ""));
  self->title = g_strdup (json_object_get_string_member_with_default (object, "title", ""));
  self->taken = g_strdup (json_object_get_string_member_with_default (object, "taken", ""));
  self->user = g_strdup (json_object_get_string_member_with_default (object, "user", ""));
  self->scope_name = g_strdup (json_object_get_string_member_with_default (object, "scope_name", ""));
  self->scope = g_ascii_strtoll (json_object_get_string_member_with_default (object, "scope", "0"), NULL, 10);
  self->as_of = get_day (object, "as_of");
  self->before = get_day (object, "compare");
  return *self->id != '\0' && read_charts (self, object) ? g_steal_pointer (&self) : NULL;
}
