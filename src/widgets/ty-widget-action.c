/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-widget-action"

#include "config.h"

#include "ty-widget-action.h"

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("ty-widget-action-disabled");
}

/* The actions of a widget that cannot be activated now: at first all can be. */
static GHashTable *
get_disabled (GtkWidget *widget)
{
  GHashTable *disabled = g_object_get_qdata (G_OBJECT (widget), get_quark ());

  if (disabled == NULL)
    {
      disabled = g_hash_table_new (NULL, NULL);
      g_object_set_qdata_full (G_OBJECT (widget), get_quark (), disabled, (GDestroyNotify) g_hash_table_unref);
    }
  return disabled;
}

/**
 * ty_widget_action_enable:
 * @widget: a widget
 * @action: an action that its class installed
 * @enabled: whether it can be activated now
 *
 * As gtk_widget_action_set_enabled(), which tells every row and cell in the widget each time, of a whole window
 * some ten milliseconds for each action; this does so only where it is news.
 */
void
ty_widget_action_enable (GtkWidget  *widget,
                         const char *action,
                         gboolean    enabled)
{
  GHashTable *disabled;
  gpointer name = (gpointer) g_intern_string (action);

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (action != NULL);

  disabled = get_disabled (widget);
  if (g_hash_table_contains (disabled, name) == !enabled)
    return;

  if (enabled)
    g_hash_table_remove (disabled, name);
  else
    g_hash_table_add (disabled, name);
  gtk_widget_action_set_enabled (widget, action, enabled);
}
