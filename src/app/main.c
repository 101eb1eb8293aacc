/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-main"

#include "config.h"

#include "ty-application.h"
#include "ty-model.h"
#include "ty-pages.h"
#include "ty-paths.h"
#include "ty-settings.h"

#include <string.h>

static gboolean
has_graphics_card (void)
{
  static const char *const devices[] = { "/dev/dri", "/dev/nvidiactl", "/dev/dxg" };

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    if (g_file_test (devices[i], G_FILE_TEST_EXISTS))
      return TRUE;

  return FALSE;
}

/* Without a graphics card the processor draws what is asked of GL, no faster than cairo does, and
 * with a compiler in memory of 60 MB. Who asked for another renderer is given it. */
static void
avoid_software_gl (void)
{
  const char *renderer = g_getenv ("GSK_RENDERER");
  const char *flags = g_getenv ("GDK_DEBUG");
  g_autofree char *all = g_strjoin (",", "gl-disable", flags, NULL);

  if ((renderer == NULL || strcmp (renderer, "cairo") == 0) && !has_graphics_card ())
    g_setenv ("GDK_DEBUG", all, TRUE);
}

/* The language that was chosen in the preferences, for the catalogues, the code lists and the toolkit. */
static void
apply_language (void)
{
  GSettings *settings = ty_settings_find ();
  g_autofree char *language = settings != NULL ? g_settings_get_string (settings, "language") : NULL;

  if (language != NULL && *language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
}

int
main (int    argc,
      char **argv)
{
  const gint64 started = g_get_monotonic_time ();
  g_autoptr(TyApplication) application = NULL;

  avoid_software_gl ();
  apply_language ();
  ty_paths_init_locale ();
  ty_model_init ();
  ty_pages_init ();
  application = ty_application_new (started);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
