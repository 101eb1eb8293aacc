/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-paths"

#include "config.h"

#include "ty-paths.h"

#include <libintl.h>
#include <locale.h>

/* Where things lie relative to the program, so that it runs from where it was built and from where
 * it was installed, and may be moved. */

static char *
get_program_dir (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program == NULL)
    return g_get_current_dir ();

  return g_path_get_dirname (program);
}

/**
 * ty_paths_init_locale:
 *
 * Sets the locale of the user and the place of the catalogues: those beside the program in a build
 * directory, else those under the prefix in which it is installed. Call it first in main().
 */
void
ty_paths_init_locale (void)
{
  g_autofree char *dir = get_program_dir ();
  g_autofree char *built = g_build_filename (dir, "po", NULL);
  g_autofree char *probe = g_build_filename (built, "zh_CN", "LC_MESSAGES",
                                             GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *installed = g_build_filename (dir, "..", "share", "locale", NULL);
  gboolean from_build = g_file_test (probe, G_FILE_TEST_EXISTS);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, from_build ? built : installed);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * ty_paths_get_schema_dir:
 *
 * Returns: (transfer full) (nullable): the folder of the compiled settings schema in a build
 *   directory; %NULL if the program does not run from one
 */
char *
ty_paths_get_schema_dir (void)
{
  g_autofree char *dir = get_program_dir ();
  g_autofree char *data = g_build_filename (dir, "data", NULL);
  g_autofree char *compiled = g_build_filename (data, "gschemas.compiled", NULL);

  return g_file_test (compiled, G_FILE_TEST_EXISTS) ? g_steal_pointer (&data) : NULL;
}

/**
 * ty_paths_get_data_dir:
 *
 * Returns: (transfer full): the user's folder for what the program itself makes, such as the
 *   sample county; it need not exist
 */
char *
ty_paths_get_data_dir (void)
{
  return g_build_filename (g_get_user_data_dir (), "touyan", NULL);
}
