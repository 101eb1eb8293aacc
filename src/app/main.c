/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-main"

#include "config.h"

#include "ty-application.h"
#include "ty-model.h"
#include "ty-pages.h"
#include "ty-paths.h"

int
main (int    argc,
      char **argv)
{
  const gint64 started = g_get_monotonic_time ();
  g_autoptr(TyApplication) application = NULL;

  ty_paths_init_locale ();
  ty_model_init ();
  ty_pages_init ();
  application = ty_application_new (started);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
