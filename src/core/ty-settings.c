/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-settings"

#include "config.h"

#include "ty-settings.h"

#include "ty-paths.h"

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *common = g_settings_schema_source_get_default ();
  g_autofree char *dir = ty_paths_get_schema_dir ();
  g_autoptr(GSettingsSchemaSource) source = NULL;
  g_autoptr(GError) error = NULL;

  if (dir != NULL)
    {
      source = g_settings_schema_source_new_from_directory (dir, common, FALSE, &error);
      if (source == NULL)
        g_warning ("The settings schema cannot be read: %s", error->message);
    }
  if (source == NULL && common == NULL)
    return NULL;

  return g_settings_schema_source_lookup (source != NULL ? source : common, TY_APP_ID, TRUE);
}

/**
 * ty_settings_find:
 *
 * What is the taste of one desk: the size of the window, the last page, the order of the roster.
 *
 * Returns: (transfer none) (nullable): the settings, one object for the whole program; %NULL where
 * the program was not installed with its schema
 */
GSettings *
ty_settings_find (void)
{
  static GSettings *settings;

  if (settings == NULL)
    {
      g_autoptr(GSettingsSchema) schema = find_schema ();

      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
    }

  return settings;
}

/**
 * ty_settings_get:
 *
 * Like ty_settings_find(), for the window, which stops here without its schema.
 *
 * Returns: (transfer none): the settings
 */
GSettings *
ty_settings_get (void)
{
  GSettings *settings = ty_settings_find ();

  if (settings == NULL)
    g_error ("The settings schema %s is not installed", TY_APP_ID);

  return settings;
}
