/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-unit"

#include "config.h"

#include "ty-post-unit.h"

#include <string.h>

/* What stands before a post: the unit, and words that say more of the post. */

#define MAX_UNIT_NAME 12

static gboolean
ends_with_any (const char         *text,
               const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_suffix (text, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
has_any (const char         *text,
         const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static const char * const villages[] = { "村", "庄", "屯", "寨", "嘎查", "村级", NULL };
static const char * const communities[] = { "社区", "居", "居民区", "小区", NULL };

/**
 * ty_post_unit_is_village:
 * @text: what stands before a post, folded
 *
 * Returns: whether it ends as villages are called
 */
gboolean
ty_post_unit_is_village (const char *text)
{
  return ends_with_any (text, villages);
}

/**
 * ty_post_unit_is_community:
 * @text: what stands before a post, folded
 *
 * Returns: whether it ends as communities are called
 */
gboolean
ty_post_unit_is_community (const char *text)
{
  return ends_with_any (text, communities);
}

/**
 * ty_post_unit_is_name:
 * @rest: what stands before a post, folded
 * @match: the post
 *
 * A name may lose its 村 only to a body that brings it back, as in 东山村委会.
 *
 * Returns: whether @rest is empty or a unit's name and nothing that changes the meaning: 东山村, but not 企业,
 * 第二 or 学校
 */
gboolean
ty_post_unit_is_name (const char        *rest,
                      const TyPostMatch *match)
{
  static const char * const stops[] = { "书记", "主任", "委员", "支部", "党",   "团",   "妇联", "监督",
                                        "合作社", "企业", "学校", "联合", "机关", "退休", NULL };
  gboolean brings_village = match->body == TY_POST_BODY_VILLAGE
                            || match->body == TY_POST_BODY_RESIDENTS
                            || (match->body == TY_POST_BODY_SUPERVISION && match->has_body);

  if (*rest == '\0')
    return TRUE;
  if (has_any (rest, stops) || g_utf8_strlen (rest, -1) > MAX_UNIT_NAME)
    return FALSE;

  return ends_with_any (rest, villages) || ends_with_any (rest, communities)
         || (brings_village && (match->has_body || match->post_key != NULL));
}

/**
 * ty_post_unit_trim_qualifiers:
 * @rest: what stands before a post; loses what a post of its kind may carry in front: 第三村民小组长, 2号网格员,
 *   省派驻村第一书记, 村委会文书
 * @match: the post
 */
void
ty_post_unit_trim_qualifiers (GString           *rest,
                              const TyPostMatch *match)
{
  static const char * const ordinals[] = { "第", "一", "二", "三", "四", "五", "六", "七", "八", "九",
                                           "十", "兼职", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9",
                                           "组", "号", "网格", NULL };
  static const char * const senders[] = { "驻村", "省派", "市派", "县派", "选派", "派驻", "下派", "帮扶", "乡村振兴",
                                          "扶贫", NULL };
  static const char * const committees[] = { "委会", "民委员会", NULL };
  const char * const *words = NULL;

  if (match->post_key == NULL)
    return;
  if (g_str_equal (match->post_key, "P6") || g_str_equal (match->post_key, "P8"))
    words = ordinals;
  else if (match->post_key[0] == 'P')
    words = committees;
  else if (g_str_has_prefix (match->post_key, "X"))
    words = senders;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (g_str_has_suffix (rest->str, words[i]))
      {
        g_string_truncate (rest, rest->len - strlen (words[i]));
        ty_post_unit_trim_qualifiers (rest, match);
        return;
      }
}

/**
 * ty_post_unit_trim_connectors:
 * @rest: what stands before a post; loses the word that joins it to the post
 */
void
ty_post_unit_trim_connectors (GString *rest)
{
  static const char * const connectors[] = { "村", "社区", "和", "及", "与", "暨", "并", NULL };

  for (guint i = 0; connectors[i] != NULL; i++)
    if (g_str_has_suffix (rest->str, connectors[i]))
      g_string_truncate (rest, rest->len - strlen (connectors[i]));
}
