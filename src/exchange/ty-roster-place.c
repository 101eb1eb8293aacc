/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-place"

#include "config.h"

#include "ty-roster-place.h"

#include "ty-parsed-post.h"
#include "ty-text.h"

#include <string.h>

/* The township and the village that a row names. */

/**
 * ty_roster_place_split:
 * @entry: gets the township and the village, where both are found
 * @unit: a township and a village in one text, in either script: 云岭镇下松河村
 */
void
ty_roster_place_split (TyRosterEntry *entry,
                       const char    *unit)
{
  static const char *const ends[] = { "街道办事处", "街道辦事處", "街道", "镇", "鎮", "乡", "鄉" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *end = strstr (unit, ends[i]);

      if (end == NULL || end == unit || end[strlen (ends[i])] == '\0')
        continue;
      end += strlen (ends[i]);
      g_free (entry->township);
      entry->township = g_strndup (unit, (gsize) (end - unit));
      g_free (entry->village);
      entry->village = ty_text_clean (end);
      return;
    }
}

/**
 * ty_roster_place_is_township:
 * @name: the name of a unit
 *
 * Returns: whether it is called like a town, township or subdistrict
 */
gboolean
ty_roster_place_is_township (const char *name)
{
  g_autofree char *folded = ty_text_fold (name);

  return g_str_has_suffix (folded, "镇") || g_str_has_suffix (folded, "乡") || g_str_has_suffix (folded, "街道")
         || g_str_has_suffix (folded, "街道办事处");
}

/**
 * ty_roster_place_get_kind:
 * @entry: an entry
 *
 * Returns: (transfer none): of which kind its unit is, a key of the list `unit_kind`
 */
const char *
ty_roster_place_get_kind (TyRosterEntry *entry)
{
  g_autofree char *name = ty_text_fold (entry->village != NULL ? entry->village
                                        : entry->township != NULL ? entry->township : "");

  if (entry->village == NULL && entry->township != NULL)
    return g_str_has_suffix (name, "镇") ? "town" : g_str_has_suffix (name, "乡") ? "township" : "subdistrict";
  if (g_str_has_suffix (name, "社区") || g_str_has_suffix (name, "居委会")
      || g_str_has_suffix (name, "居"))
    return "community";

  return "village";
}

/**
 * ty_roster_place_skip:
 * @entry: an entry
 * @title: posts as they are written: 云岭镇下松河村党支部书记
 *
 * Returns: (transfer none): the same without the units, which are said already
 */
const char *
ty_roster_place_skip (TyRosterEntry *entry,
                      const char    *title)
{
  if (entry->township != NULL && g_str_has_prefix (title, entry->township))
    title += strlen (entry->township);
  if (entry->village != NULL && g_str_has_prefix (title, entry->village))
    title += strlen (entry->village);
  return title;
}

/**
 * ty_roster_place_is_of_township:
 * @entry: an entry without a village, with its posts
 *
 * A row without a village is of the township where it names a post of it and none of a village; what else it names,
 * in words of its own, is of the township, too.
 *
 * Returns: whether it is; else the village was forgotten
 */
gboolean
ty_roster_place_is_of_township (TyRosterEntry *entry)
{
  gboolean found = FALSE;

  for (guint i = 0; entry->township != NULL && i < entry->posts->len; i++)
    {
      const char *key = ((TyParsedPost *) g_ptr_array_index (entry->posts, i))->post_key;

      if (*key != 'T' && strcmp (key, TY_POST_OTHER) != 0)
        return FALSE;
      found |= *key == 'T';
    }
  return found;
}
