/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-post"

#include "config.h"

#include "ty-sample-post.h"

#include <string.h>

typedef struct
{
  const char *key;
  const char *body;
  const char *title; /* a D post follows the form of the party organization */
} Post;

static const Post posts[] = {
  { "D1", "party", "书记" },
  { "D2", "party", "副书记" },
  { "D3", "party", "委员" },
  { "D4", "party", "纪检委员" },
  { "D5", "party", "组织委员" },
  { "D6", "party", "宣传委员" },
  { "C1", "village_committee", "村委会主任" },
  { "C2", "village_committee", "村委会副主任" },
  { "C3", "village_committee", "村委会委员" },
  { "J1", "residents_committee", "居委会主任" },
  { "J2", "residents_committee", "居委会副主任" },
  { "J3", "residents_committee", "居委会委员" },
  { "S1", "supervision", "监督委员会主任" },
  { "X1", "dispatched", "第一书记" },
  { "P9", "supporting", "党建专干" },
  { "T1", "township", "党委书记" },
  { "T2", "township", "镇长" },
  { "T3", "township", "党委副书记" },
  { "T4", "township", "党委组织委员" },
  { "T5", "township", "副镇长" },
  { "T6", "township", "驻村干部" },
};

static const struct
{
  const char *title;
  const char *in_township;
  const char *in_subdistrict;
} variants[] = {
  { "党委书记", "党委书记", "党工委书记" },
  { "党委副书记", "党委副书记", "党工委副书记" },
  { "党委组织委员", "党委组织委员", "党工委组织委员" },
  { "镇长", "乡长", "办事处主任" },
  { "副镇长", "副乡长", "办事处副主任" },
};

static const Post *
find_post (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    if (g_str_equal (posts[i].key, key))
      return &posts[i];

  g_return_val_if_reached (&posts[0]);
}

/**
 * ty_sample_post_get_body:
 * @post: a key of the posts that the sample uses
 *
 * Returns: the key of its body
 */
const char *
ty_sample_post_get_body (const char *post)
{
  return find_post (post)->body;
}

/**
 * ty_sample_post_is_elected:
 * @post: a key of the posts
 *
 * Returns: whether it belongs to the two committees, which are elected for a term
 */
gboolean
ty_sample_post_is_elected (const char *post)
{
  return strchr ("DCJ", post[0]) != NULL;
}

/**
 * ty_sample_post_is_filed:
 * @post: a key of the posts
 *
 * Returns: whether the county files who holds it: secretaries and village heads (chain.md 5)
 */
gboolean
ty_sample_post_is_filed (const char *post)
{
  return ty_sample_post_is_elected (post) && post[1] == '1';
}

/**
 * ty_sample_post_dup_title:
 * @post: a key of the posts
 * @place: where
 *
 * Returns: (transfer full): the post in the words of that place, such as `党总支书记`
 */
char *
ty_sample_post_dup_title (const char          *post,
                          const TySamplePlace *place)
{
  const char *title = find_post (post)->title;

  if (post[0] == 'D')
    {
      const char *form = g_str_equal (place->party_form, "branch")          ? "党支部"
                         : g_str_equal (place->party_form, "general_branch") ? "党总支"
                                                                             : "党委";

      return g_strconcat (form, title, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    if (g_str_equal (variants[i].title, title) && !g_str_equal (place->kind, "town"))
      return g_strdup (g_str_equal (place->kind, "subdistrict") ? variants[i].in_subdistrict
                                                                : variants[i].in_township);

  return g_strdup (title);
}

/**
 * ty_sample_post_dup_posts:
 * @person: a person
 * @month: when
 *
 * Returns: (transfer full) (nullable): all posts of that month with their places, as a résumé has
 * them
 */
char *
ty_sample_post_dup_posts (const TySamplePerson *person,
                          TySampleMonth         month)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const TySamplePlace *last = NULL;

  for (guint i = 0; i < person->holdings->len; i++)
    {
      TySampleHolding *holding = g_ptr_array_index (person->holdings, i);
      g_autofree char *title = NULL;

      if (holding->from > month || (holding->until != 0 && holding->until <= month))
        continue;

      title = ty_sample_post_dup_title (holding->post, holding->place);
      if (text->len > 0)
        g_string_append (text, last == holding->place ? "、" : "，");
      if (last != holding->place)
        {
          g_autofree char *path = ty_sample_place_dup_path (holding->place, month);

          g_string_append (text, path);
        }
      g_string_append (text, title);
      last = holding->place;
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
