/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-recent"

#include "config.h"

#include "ty-recent.h"

#include "ty-settings.h"

/* What was looked at and used last at this desk. Of people only the keys are kept, with the file in
 * which they mean somebody: no name leaves the county file. */

#define N_FILES 8
#define N_FILES_WITH_PEOPLE 4
#define N_PEOPLE 12
#define N_PAGES 6

/* The text moves to the front of a list. */
static void
add_text (const char *key,
          const char *text,
          guint       limit)
{
  GSettings *settings = ty_settings_get ();
  g_auto(GStrv) texts = g_settings_get_strv (settings, key);
  g_autoptr(GPtrArray) list = g_ptr_array_new ();

  g_ptr_array_add (list, (gpointer) text);
  for (guint i = 0; texts[i] != NULL && list->len < limit; i++)
    if (!g_str_equal (texts[i], text))
      g_ptr_array_add (list, texts[i]);
  g_ptr_array_add (list, NULL);
  g_settings_set_strv (settings, key, (const char * const *) list->pdata);
}

/**
 * ty_recent_add_file:
 * @path: a county file that was opened
 */
void
ty_recent_add_file (const char *path)
{
  add_text ("recent-files", path, N_FILES);
}

/**
 * ty_recent_remove_file:
 * @path: a county file that is no longer there
 */
void
ty_recent_remove_file (const char *path)
{
  GSettings *settings = ty_settings_get ();
  g_auto(GStrv) paths = g_settings_get_strv (settings, "recent-files");
  g_autoptr(GStrvBuilder) others = g_strv_builder_new ();
  g_auto(GStrv) left = NULL;

  for (guint i = 0; paths[i] != NULL; i++)
    if (!g_str_equal (paths[i], path))
      g_strv_builder_add (others, paths[i]);
  left = g_strv_builder_end (others);
  g_settings_set_strv (settings, "recent-files", (const char * const *) left);
}

/**
 * ty_recent_list_files:
 *
 * Returns: (transfer full): paths of the county files that were opened, the last first
 */
GStrv
ty_recent_list_files (void)
{
  return g_settings_get_strv (ty_settings_get (), "recent-files");
}

static GVariant *
make_people (const char *path,
             gint64      person)
{
  g_autoptr(GArray) before = ty_recent_list_people (path);
  GVariantBuilder builder;
  guint n = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("ax"));
  g_variant_builder_add (&builder, "x", person);
  for (guint i = 0; i < before->len && n < N_PEOPLE; i++)
    if (g_array_index (before, gint64, i) != person)
      {
        g_variant_builder_add (&builder, "x", g_array_index (before, gint64, i));
        n++;
      }
  return g_variant_new ("(s@ax)", path, g_variant_builder_end (&builder));
}

/**
 * ty_recent_add_person:
 * @path: a county file
 * @person: key of somebody in it who was looked at
 */
void
ty_recent_add_person (const char *path,
                      gint64      person)
{
  GSettings *settings = ty_settings_get ();
  g_autoptr(GVariant) all = g_settings_get_value (settings, "recent-people");
  GVariantBuilder builder;
  guint n = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sax)"));
  g_variant_builder_add_value (&builder, make_people (path, person));
  for (gsize i = 0; i < g_variant_n_children (all) && n < N_FILES_WITH_PEOPLE; i++)
    {
      g_autoptr(GVariant) child = g_variant_get_child_value (all, i);
      const char *other;

      g_variant_get_child (child, 0, "&s", &other);
      if (g_str_equal (other, path))
        continue;
      g_variant_builder_add_value (&builder, child);
      n++;
    }
  g_settings_set_value (settings, "recent-people", g_variant_builder_end (&builder));
}

/**
 * ty_recent_list_people:
 * @path: a county file
 *
 * Returns: (transfer full) (element-type gint64): keys of the people in it who were looked at, the last
 * first; some may be gone
 */
GArray *
ty_recent_list_people (const char *path)
{
  g_autoptr(GVariant) all = g_settings_get_value (ty_settings_get (), "recent-people");
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gsize i = 0; i < g_variant_n_children (all); i++)
    {
      g_autoptr(GVariant) keys = NULL;
      const char *other;

      g_variant_get_child (all, i, "(&s@ax)", &other, &keys);
      if (!g_str_equal (other, path))
        continue;
      for (gsize k = 0; k < g_variant_n_children (keys); k++)
        {
          gint64 person;

          g_variant_get_child (keys, k, "x", &person);
          g_array_append_val (people, person);
        }
    }
  return people;
}

/**
 * ty_recent_add_page:
 * @page_name: name of a page that was opened
 */
void
ty_recent_add_page (const char *page_name)
{
  add_text ("recent-pages", page_name, N_PAGES);
}

/**
 * ty_recent_list_pages:
 *
 * Returns: (transfer full): names of the pages that were opened, the last first
 */
GStrv
ty_recent_list_pages (void)
{
  return g_settings_get_strv (ty_settings_get (), "recent-pages");
}

/**
 * ty_recent_count_command:
 * @action: name of the action of a command that was chosen
 */
void
ty_recent_count_command (const char *action)
{
  GSettings *settings = ty_settings_get ();
  g_autoptr(GVariant) uses = g_settings_get_value (settings, "command-uses");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  guint32 n, count = 0;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{su}"));
  g_variant_iter_init (&iter, uses);
  while (g_variant_iter_next (&iter, "{&su}", &other, &n))
    if (g_str_equal (other, action))
      count = n;
    else
      g_variant_builder_add (&builder, "{su}", other, n);
  g_variant_builder_add (&builder, "{su}", action, count < G_MAXUINT32 ? count + 1 : count);
  g_settings_set_value (settings, "command-uses", g_variant_builder_end (&builder));
}

typedef struct
{
  const char *action;
  guint32 n;
} Use;

static int
compare_uses (gconstpointer a,
              gconstpointer b)
{
  const Use *first = a;
  const Use *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;

  return g_strcmp0 (first->action, second->action);
}

/**
 * ty_recent_list_commands:
 *
 * Returns: (transfer full): names of the actions that were chosen, the most used first
 */
GStrv
ty_recent_list_commands (void)
{
  g_autoptr(GVariant) uses = g_settings_get_value (ty_settings_get (), "command-uses");
  g_autoptr(GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Use));
  g_autoptr(GStrvBuilder) actions = g_strv_builder_new ();
  GVariantIter iter;
  Use use;

  g_variant_iter_init (&iter, uses);
  while (g_variant_iter_next (&iter, "{&su}", &use.action, &use.n))
    g_array_append_val (sorted, use);
  g_array_sort (sorted, compare_uses);
  for (guint i = 0; i < sorted->len; i++)
    g_strv_builder_add (actions, g_array_index (sorted, Use, i).action);
  return g_strv_builder_end (actions);
}
