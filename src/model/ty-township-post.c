/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-township-post"

#include "config.h"

#include "ty-township-post.h"

#include <string.h>

/* The list of posts has one entry for towns, townships and subdistricts: 乡镇（街道）党（工）委书记. On paper a
 * post is called as in the unit that has it: a subdistrict has a working committee and an office, and its
 * head is that of the office. */

typedef enum
{
  TOWN,
  TOWNSHIP,
  SUBDISTRICT,
  N_KINDS,
} Kind;

static const char *const kinds[N_KINDS] = { "town", "township", "subdistrict" };

typedef struct
{
  const char *post_key;
  const char *simplified[N_KINDS];
  const char *traditional[N_KINDS];
} Name;

static const Name names[] = {
  { "T1", { "党委书记", "党委书记", "党工委书记" }, { "黨委書記", "黨委書記", "黨工委書記" } },
  { "T2", { "镇长", "乡长", "办事处主任" }, { "鎮長", "鄉長", "辦事處主任" } },
  { "T3", { "党委副书记", "党委副书记", "党工委副书记" }, { "黨委副書記", "黨委副書記", "黨工委副書記" } },
  { "T4", { "党委组织委员", "党委组织委员", "党工委组织委员" },
    { "黨委組織委員", "黨委組織委員", "黨工委組織委員" } },
  { "T5", { "领导班子成员", "领导班子成员", "领导班子成员" },
    { "領導班子成員", "領導班子成員", "領導班子成員" } },
  { "T6", { "驻村干部", "驻村干部", "驻村干部" }, { "駐村幹部", "駐村幹部", "駐村幹部" } },
};

/* How else they are written, folded. */
static const struct
{
  const char *title;
  const char *post_key;
} titles[] = {
  { "书记", "T1" },
  { "党工委书记", "T1" },
  { "党委书记", "T1" },
  { "镇长", "T2" },
  { "乡长", "T2" },
  { "人民政府镇长", "T2" },
  { "人民政府乡长", "T2" },
  { "办主任", "T2" },
  { "办事处主任", "T2" },
  { "副书记", "T3" },
  { "党工委副书记", "T3" },
  { "党委副书记", "T3" },
  { "组织委员", "T4" },
  { "党委组织委员", "T4" },
  { "党工委组织委员", "T4" },
  { "党委委员", "T5" },
  { "党工委委员", "T5" },
  { "班子成员", "T5" },
  { "领导班子成员", "T5" },
  { "副镇长", "T5" },
  { "副乡长", "T5" },
  { "办事处副主任", "T5" },
  { "人大主席", "T5" },
  { "人大工委主任", "T5" },
  { "纪委书记", "T5" },
  { "纪工委书记", "T5" },
  { "宣传委员", "T5" },
  { "党委宣传委员", "T5" },
  { "党工委宣传委员", "T5" },
  { "统战委员", "T5" },
  { "党委统战委员", "T5" },
  { "党工委统战委员", "T5" },
  { "政法委员", "T5" },
  { "党委政法委员", "T5" },
  { "党工委政法委员", "T5" },
  { "武装部长", "T5" },
  { "人民武装部部长", "T5" },
  { "驻村干部", "T6" },
  { "包村干部", "T6" },
};

static gboolean
find_kind (const char *unit_kind,
           Kind       *kind)
{
  for (guint i = 0; unit_kind != NULL && i < N_KINDS; i++)
    if (strcmp (kinds[i], unit_kind) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ty_township_post_get_name:
 * @post_key: a key of the list `post`
 * @unit_kind: (nullable): a key of the list `unit_kind`
 * @language: the language of the name
 *
 * Returns: (nullable): what the post is called in a unit of that kind, behind the name of the unit; nothing
 *   where it is no post of a township, or English, which has one name for all
 */
const char *
ty_township_post_get_name (const char *post_key,
                           const char *unit_kind,
                           TyLanguage  language)
{
  Kind kind;

  g_return_val_if_fail (post_key != NULL, NULL);

  if (!find_kind (unit_kind, &kind))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].post_key, post_key) == 0)
      return language == TY_LANGUAGE_ZH_CN ? names[i].simplified[kind]
             : language == TY_LANGUAGE_ZH_TW ? names[i].traditional[kind] : NULL;

  return NULL;
}

/**
 * ty_township_post_find:
 * @title: a title behind the name of its unit, folded
 * @unit_kind: (nullable): a key of the list `unit_kind`
 *
 * Returns: (nullable): the key of the post of a township that is called so
 */
const char *
ty_township_post_find (const char *title,
                       const char *unit_kind)
{
  Kind kind;

  g_return_val_if_fail (title != NULL, NULL);

  if (!find_kind (unit_kind, &kind))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (titles[i].title, title) == 0)
      return titles[i].post_key;

  return NULL;
}
