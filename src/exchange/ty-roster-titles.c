/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-titles"

#include "config.h"

#include "ty-roster-titles.h"

#include "ty-parsed-post.h"
#include "ty-post-title.h"

#include <string.h>

/* A roster says the same few titles again and again. Lists of posts are shared by its rows and never changed. */

/**
 * ty_roster_titles_find:
 * @known: (element-type utf8 GPtrArray): what titles of the roster say; one that is understood is added
 * @title: the posts of a person as they are written
 * @full: (nullable): the same with the body that the column means
 * @unit_kind: `village` or `community`
 * @unsure: (out): whether there are words that are not known, which are taken as another post
 * @error: a `TY_POST_TITLE_ERROR`
 *
 * Returns: (transfer full) (nullable) (element-type TyParsedPost): the posts, which are not changed
 */
GPtrArray *
ty_roster_titles_find (GHashTable  *known,
                       const char  *title,
                       const char  *full,
                       const char  *unit_kind,
                       gboolean    *unsure,
                       GError     **error)
{
  g_autofree char *key = g_strconcat (unit_kind, "\n", full != NULL ? full : title, NULL);
  GPtrArray *posts = g_hash_table_lookup (known, key);
  g_autoptr(GError) failure = NULL;

  *unsure = FALSE;
  if (posts != NULL)
    return g_ptr_array_ref (posts);
  posts = ty_post_title_parse (full != NULL ? full : title, unit_kind, &failure);
  if (posts != NULL)
    {
      g_hash_table_insert (known, g_steal_pointer (&key), g_ptr_array_ref (posts));
      return posts;
    }

  /* The body is that of the column only for titles that are known; words of their own stay as they are. */
  posts = ty_post_title_take (title, unit_kind, unsure, NULL);
  if (posts == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return posts;
}

static gpointer
copy_post (gconstpointer post,
           gpointer      data)
{
  return ty_parsed_post_copy (post);
}

static gboolean
has_post (GPtrArray          *posts,
          const TyParsedPost *wanted)
{
  for (guint i = 0; i < posts->len; i++)
    {
      const TyParsedPost *post = g_ptr_array_index (posts, i);

      if (strcmp (post->post_key, wanted->post_key) == 0 && g_strcmp0 (post->title, wanted->title) == 0
          && g_strcmp0 (post->unit, wanted->unit) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * ty_roster_titles_join:
 * @posts: (element-type TyParsedPost): posts
 * @more: (element-type TyParsedPost): more of them
 *
 * Returns: (transfer full) (element-type TyParsedPost): all of them, each once
 */
GPtrArray *
ty_roster_titles_join (GPtrArray *posts,
                       GPtrArray *more)
{
  GPtrArray *all;

  if (posts->len == 0)
    return g_ptr_array_ref (more);

  all = g_ptr_array_copy (posts, copy_post, NULL);
  for (guint i = 0; i < more->len; i++)
    if (!has_post (all, g_ptr_array_index (more, i)))
      g_ptr_array_add (all, ty_parsed_post_copy (g_ptr_array_index (more, i)));
  return all;
}
