/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-words"

#include "config.h"

#include "ty-post-words.h"

#include "ty-code-list.h"

#include "ty-parsed-post.h"
#include "ty-post-others.h"

#include <string.h>

typedef struct
{
  const char *word;
  const char *post_key;
  TyPostBody body;
} Whole;

typedef struct
{
  const char *word;
  TyPostBody body;
  const char *party_form; /* (nullable) */
} BodyWord;

struct _TyPostTitleWord
{
  const char *word;
  const char *posts[TY_POST_BODY_ECONOMIC]; /* in the order of TyPostBody; none = no such title */
};

/* Titles that are one word with their body. They are tried first, so that 团支部书记 is not read as
 * 支部书记 and 调解委员会主任 not as a head of anything else. */
static const Whole wholes[] = {
  { "第一书记", "X1", TY_POST_BODY_NONE },
  { "党支部第一书记", "X1", TY_POST_BODY_NONE },
  { "支部第一书记", "X1", TY_POST_BODY_NONE },
  { "党总支第一书记", "X1", TY_POST_BODY_NONE },
  { "党委第一书记", "X1", TY_POST_BODY_NONE },
  { "党组织第一书记", "X1", TY_POST_BODY_NONE },
  { "第一书记工作队长", "X1", TY_POST_BODY_NONE },
  { "驻村工作队队员", "X2", TY_POST_BODY_NONE },
  { "驻村工作队员", "X2", TY_POST_BODY_NONE },
  { "驻村工作队队长", "X2", TY_POST_BODY_NONE },
  { "驻村工作队长", "X2", TY_POST_BODY_NONE },
  { "驻村工作队副队长", "X2", TY_POST_BODY_NONE },
  { "驻村队员", "X2", TY_POST_BODY_NONE },
  { "工作队队员", "X2", TY_POST_BODY_NONE },
  { "工作队员", "X2", TY_POST_BODY_NONE },
  { "工作队队长", "X2", TY_POST_BODY_NONE },
  { "工作队长", "X2", TY_POST_BODY_NONE },
  { "大学生村官", "X3", TY_POST_BODY_NONE },
  { "大学生村干部", "X3", TY_POST_BODY_NONE },
  { "村官", "X3", TY_POST_BODY_NONE },
  { "社区工作者", "X4", TY_POST_BODY_NONE },
  { "妇联主席", "P1", TY_POST_BODY_NONE },
  { "妇联主任", "P1", TY_POST_BODY_NONE },
  { "妇女联合会主席", "P1", TY_POST_BODY_NONE },
  { "妇代会主任", "P1", TY_POST_BODY_NONE },
  { "妇女主任", "P1", TY_POST_BODY_NONE },
  { "团支部书记", "P2", TY_POST_BODY_NONE },
  { "共青团支部书记", "P2", TY_POST_BODY_NONE },
  { "共青团书记", "P2", TY_POST_BODY_NONE },
  { "团总支书记", "P2", TY_POST_BODY_NONE },
  { "团委书记", "P2", TY_POST_BODY_NONE },
  { "团支书", "P2", TY_POST_BODY_NONE },
  { "团书记", "P2", TY_POST_BODY_NONE },
  { "民兵连长", "P3", TY_POST_BODY_NONE },
  { "民兵连连长", "P3", TY_POST_BODY_NONE },
  { "民兵营长", "P3", TY_POST_BODY_NONE },
  { "治保主任", "P4", TY_POST_BODY_NONE },
  { "治保会主任", "P4", TY_POST_BODY_NONE },
  { "治安主任", "P4", TY_POST_BODY_NONE },
  { "治安保卫主任", "P4", TY_POST_BODY_NONE },
  { "治安保卫委员会主任", "P4", TY_POST_BODY_NONE },
  { "治调主任", "P4", TY_POST_BODY_NONE },
  { "调解主任", "P4", TY_POST_BODY_NONE },
  { "调委会主任", "P4", TY_POST_BODY_NONE },
  { "调解委员会主任", "P4", TY_POST_BODY_NONE },
  { "人民调解委员会主任", "P4", TY_POST_BODY_NONE },
  { "人民调解主任", "P4", TY_POST_BODY_NONE },
  { "综治主任", "P4", TY_POST_BODY_NONE },
  { "文书", "P5", TY_POST_BODY_NONE },
  { "会计", "P5", TY_POST_BODY_NONE },
  { "报账员", "P5", TY_POST_BODY_NONE },
  { "报帐员", "P5", TY_POST_BODY_NONE },
  { "出纳", "P5", TY_POST_BODY_NONE },
  { "网格长", "P6", TY_POST_BODY_NONE },
  { "网格员", "P6", TY_POST_BODY_NONE },
  { "网格管理员", "P6", TY_POST_BODY_NONE },
  { "信访员", "P7", TY_POST_BODY_NONE },
  { "村民小组长", "P8", TY_POST_BODY_NONE },
  { "村民小组组长", "P8", TY_POST_BODY_NONE },
  { "村民组长", "P8", TY_POST_BODY_NONE },
  { "居民小组长", "P8", TY_POST_BODY_NONE },
  { "居民小组组长", "P8", TY_POST_BODY_NONE },
  { "居民组长", "P8", TY_POST_BODY_NONE },
  { "小组长", "P8", TY_POST_BODY_NONE },
  { "党建专干", "P9", TY_POST_BODY_NONE },
  { "党建工作专干", "P9", TY_POST_BODY_NONE },
  { "党务专干", "P9", TY_POST_BODY_NONE },
  { "村民代表", "P10", TY_POST_BODY_NONE },
  { "居民代表", "P10", TY_POST_BODY_NONE },
  { "支书", "D1", TY_POST_BODY_PARTY },
  { "副支书", "D2", TY_POST_BODY_PARTY },
  { "监督主任", "S1", TY_POST_BODY_SUPERVISION },
  { "村务监督员", "S2", TY_POST_BODY_SUPERVISION },
  { "集体经济组织负责人", "E1", TY_POST_BODY_ECONOMIC },
  { "经济合作社负责人", "E1", TY_POST_BODY_ECONOMIC },
  { "村委员", "C3", TY_POST_BODY_VILLAGE },
  { "村长", "C1", TY_POST_BODY_VILLAGE },
  { "副村长", "C2", TY_POST_BODY_VILLAGE },
  { "支委", "D3", TY_POST_BODY_PARTY },
  { "监事长", "E3", TY_POST_BODY_ECONOMIC },
  { "监事会主任", "E3", TY_POST_BODY_ECONOMIC },
  { "监事会主席", "E3", TY_POST_BODY_ECONOMIC },
  { "理事会成员", "E2", TY_POST_BODY_ECONOMIC },
  { "监事会成员", "E4", TY_POST_BODY_ECONOMIC },
  { "理事长", "E1", TY_POST_BODY_ECONOMIC },
  { "副理事长", "E2", TY_POST_BODY_ECONOMIC },
};

static const BodyWord bodies[] = {
  { "党委", TY_POST_BODY_PARTY, "committee" },
  { "大党委", TY_POST_BODY_PARTY, "committee" },
  { "党委会", TY_POST_BODY_PARTY, "committee" },
  { "党委委员会", TY_POST_BODY_PARTY, "committee" },
  { "党总支", TY_POST_BODY_PARTY, "general_branch" },
  { "党总支部", TY_POST_BODY_PARTY, "general_branch" },
  { "党总支委员会", TY_POST_BODY_PARTY, "general_branch" },
  { "党总支部委员会", TY_POST_BODY_PARTY, "general_branch" },
  { "总支", TY_POST_BODY_PARTY, "general_branch" },
  { "总支部", TY_POST_BODY_PARTY, "general_branch" },
  { "总支委员会", TY_POST_BODY_PARTY, "general_branch" },
  { "党支部", TY_POST_BODY_PARTY, "branch" },
  { "党支部委员会", TY_POST_BODY_PARTY, "branch" },
  { "党支", TY_POST_BODY_PARTY, "branch" },
  { "支部", TY_POST_BODY_PARTY, "branch" },
  { "支部委员会", TY_POST_BODY_PARTY, "branch" },
  { "支委会", TY_POST_BODY_PARTY, "branch" },
  { "支委", TY_POST_BODY_PARTY, "branch" },
  { "党组织", TY_POST_BODY_PARTY, NULL },
  { "村委会", TY_POST_BODY_VILLAGE, NULL },
  { "村委", TY_POST_BODY_VILLAGE, NULL },
  { "村委员会", TY_POST_BODY_VILLAGE, NULL },
  { "村民委员会", TY_POST_BODY_VILLAGE, NULL },
  { "村民委", TY_POST_BODY_VILLAGE, NULL },
  { "居委会", TY_POST_BODY_RESIDENTS, NULL },
  { "居委", TY_POST_BODY_RESIDENTS, NULL },
  { "居民委员会", TY_POST_BODY_RESIDENTS, NULL },
  { "居民委", TY_POST_BODY_RESIDENTS, NULL },
  { "村居委会", TY_POST_BODY_SETTLEMENT, NULL },
  { "村居委", TY_POST_BODY_SETTLEMENT, NULL },
  { "村务监督委员会", TY_POST_BODY_SUPERVISION, NULL },
  { "居务监督委员会", TY_POST_BODY_SUPERVISION, NULL },
  { "监督委员会", TY_POST_BODY_SUPERVISION, NULL },
  { "村务监督委", TY_POST_BODY_SUPERVISION, NULL },
  { "村务监督", TY_POST_BODY_SUPERVISION, NULL },
  { "监督委", TY_POST_BODY_SUPERVISION, NULL },
  { "村监委会", TY_POST_BODY_SUPERVISION, NULL },
  { "监委会", TY_POST_BODY_SUPERVISION, NULL },
  { "监委", TY_POST_BODY_SUPERVISION, NULL },
  { "监督小组", TY_POST_BODY_SUPERVISION, NULL },
  { "村务公开监督小组", TY_POST_BODY_SUPERVISION, NULL },
  { "监督会", TY_POST_BODY_SUPERVISION, NULL },
  { "村监会", TY_POST_BODY_SUPERVISION, NULL },
  { "监会", TY_POST_BODY_SUPERVISION, NULL },
  { "经济合作社", TY_POST_BODY_ECONOMIC, NULL },
  { "股份经济合作社", TY_POST_BODY_ECONOMIC, NULL },
  { "集体经济合作社", TY_POST_BODY_ECONOMIC, NULL },
  { "股份合作社", TY_POST_BODY_ECONOMIC, NULL },
  { "经济联合社", TY_POST_BODY_ECONOMIC, NULL },
  { "股份经济联合社", TY_POST_BODY_ECONOMIC, NULL },
  { "经联社", TY_POST_BODY_ECONOMIC, NULL },
  { "经合社", TY_POST_BODY_ECONOMIC, NULL },
  { "集体经济组织", TY_POST_BODY_ECONOMIC, NULL },
  { "合作社", TY_POST_BODY_ECONOMIC, NULL },
};

static const TyPostTitleWord titles[] = {
  { "书记", { "D1", NULL, NULL, NULL, NULL } },
  { "副书记", { "D2", NULL, NULL, NULL, NULL } },
  { "委员", { "D3", "C3", "J3", "S2", NULL } },
  { "成员", { "D3", "C3", "J3", "S2", "E2" } },
  { "纪检委员", { "D4", NULL, NULL, NULL, NULL } },
  { "纪律检查委员", { "D4", NULL, NULL, NULL, NULL } },
  { "纪检监察委员", { "D4", NULL, NULL, NULL, NULL } },
  { "纪检书记", { "D4", NULL, NULL, NULL, NULL } },
  { "纪委书记", { "D4", NULL, NULL, NULL, NULL } },
  { "组织委员", { "D5", NULL, NULL, NULL, NULL } },
  { "组织宣传委员", { "D5", NULL, NULL, NULL, NULL } },
  { "组宣委员", { "D5", NULL, NULL, NULL, NULL } },
  { "宣传委员", { "D6", NULL, NULL, NULL, NULL } },
  { "统战委员", { "D3", NULL, NULL, NULL, NULL } },
  { "政法委员", { "D3", NULL, NULL, NULL, NULL } },
  { "群团委员", { "D3", NULL, NULL, NULL, NULL } },
  { "青年委员", { "D3", "C3", "J3", NULL, NULL } },
  { "妇女委员", { "D3", "C3", "J3", NULL, NULL } },
  { "生产委员", { "D3", "C3", "J3", NULL, NULL } },
  { "治保委员", { "D3", "C3", "J3", NULL, NULL } },
  { "调解委员", { "D3", "C3", "J3", NULL, NULL } },
  { "保密委员", { "D3", "C3", "J3", NULL, NULL } },
  { "生活委员", { "D3", "C3", "J3", NULL, NULL } },
  { "民政委员", { "D3", "C3", "J3", NULL, NULL } },
  { "计生委员", { "D3", "C3", "J3", NULL, NULL } },
  { "卫生委员", { "D3", "C3", "J3", NULL, NULL } },
  { "文卫委员", { "D3", "C3", "J3", NULL, NULL } },
  { "文教委员", { "D3", "C3", "J3", NULL, NULL } },
  { "文体委员", { "D3", "C3", "J3", NULL, NULL } },
  { "武装委员", { "D3", "C3", "J3", NULL, NULL } },
  { "环境委员", { "D3", "C3", "J3", NULL, NULL } },
  { "农业委员", { "D3", "C3", "J3", NULL, NULL } },
  { "经济委员", { "D3", "C3", "J3", NULL, NULL } },
  { "组长", { NULL, NULL, NULL, "S1", NULL } },
  { "主任", { NULL, "C1", "J1", "S1", "E1" } },
  { "副主任", { NULL, "C2", "J2", "S3", "E2" } },
  { "理事长", { NULL, NULL, NULL, NULL, "E1" } },
  { "社长", { NULL, NULL, NULL, NULL, "E1" } },
  { "董事长", { NULL, NULL, NULL, NULL, "E1" } },
  { "副理事长", { NULL, NULL, NULL, NULL, "E2" } },
  { "副社长", { NULL, NULL, NULL, NULL, "E2" } },
  { "理事", { NULL, NULL, NULL, NULL, "E2" } },
  { "理事会成员", { NULL, NULL, NULL, NULL, "E2" } },
  { "监事长", { NULL, NULL, NULL, NULL, "E3" } },
  { "监事会主任", { NULL, NULL, NULL, NULL, "E3" } },
  { "监事会主席", { NULL, NULL, NULL, NULL, "E3" } },
  { "监事", { NULL, NULL, NULL, NULL, "E4" } },
  { "监事会成员", { NULL, NULL, NULL, NULL, "E4" } },
};

/* The longest word that ends the piece; words that leave the same rest are equal. */
static gboolean
ends_longer (const char *piece,
             gsize       length,
             const char *word,
             gsize      *longest)
{
  gsize n = strlen (word);

  if (n <= *longest || n > length || memcmp (piece + length - n, word, n) != 0)
    return FALSE;

  *longest = n;
  return TRUE;
}

static const BodyWord *
find_body (const char *piece,
           gsize       length,
           gsize      *taken)
{
  const BodyWord *found = NULL;

  *taken = 0;
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (ends_longer (piece, length, bodies[i].word, taken))
      found = &bodies[i];

  return found;
}

/* A title and the body before it. Among several the pair that takes most of the piece is meant:
 * 党组织组织委员 is 党组织 and 组织委员. */
static void
match_titles (const char  *piece,
              TyPostMatch *match)
{
  gsize length = strlen (piece);
  gsize best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      const BodyWord *body;
      gsize title_length = 0, body_length = 0;

      if (!ends_longer (piece, length, titles[i].word, &title_length))
        continue;
      body = find_body (piece, length - title_length, &body_length);
      if (title_length + body_length <= best)
        continue;

      best = title_length + body_length;
      *match = (TyPostMatch){
        .rest = length - best,
        .title = &titles[i],
        .body = body != NULL ? body->body : TY_POST_BODY_NONE,
        .party_form = body != NULL ? body->party_form : NULL,
        .has_body = body != NULL,
      };
    }
}

static void
match_wholes (const char  *piece,
              TyPostMatch *match)
{
  gsize length = strlen (piece);
  gsize best = length - match->rest;

  if (best > 0)
    best--; /* a whole word goes before a title and its body of the same length */
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    if (ends_longer (piece, length, wholes[i].word, &best))
      *match = (TyPostMatch){
        .rest = length - best,
        .post_key = wholes[i].post_key,
        .body = wholes[i].body,
        .party_form = wholes[i].body == TY_POST_BODY_PARTY ? "branch" : NULL,
      };
}

/* A post without a code is longer than what its end would mean: 计生主任 is no head of the village. */
static void
match_others (const char  *piece,
              TyPostMatch *match)
{
  gsize length = strlen (piece);
  gsize taken = ty_post_others_match (piece);

  if (taken > length - match->rest)
    *match = (TyPostMatch){ .rest = length - taken, .post_key = TY_POST_OTHER };
}

/**
 * ty_post_words_drop_remarks:
 * @piece: a folded piece of a title
 *
 * Takes out remarks on how a post is held; they do not change which post it is.
 */
void
ty_post_words_drop_remarks (GString *piece)
{
  static const char * const remarks[] = { "主持村委会全面工作", "主持村委会工作", "主持党支部工作",
                                          "主持党总支工作", "主持居委会工作", "主持全面工作", "全面主持工作",
                                          "主持工作", "专业化管理", "专职化", "职业化", "专业化", "常务", "专职",
                                          "代理", "挂职", "挂任", "现任", NULL };

  for (guint i = 0; remarks[i] != NULL; i++)
    g_string_replace (piece, remarks[i], "", 0);
  if (g_str_has_prefix (piece->str, "的"))
    g_string_erase (piece, 0, (gssize) strlen ("的"));
  g_string_replace (piece, "代书记", "书记", 0);
  g_string_replace (piece, "代主任", "主任", 0);
}

/**
 * ty_post_words_match:
 * @piece: a folded piece of a title
 * @match: (out): what ends it
 *
 * Returns: whether the piece ends with a title that we know
 */
gboolean
ty_post_words_match (const char  *piece,
                     TyPostMatch *match)
{
  g_return_val_if_fail (piece != NULL && match != NULL, FALSE);

  *match = (TyPostMatch){ .rest = strlen (piece) };
  match_titles (piece, match);
  match_wholes (piece, match);
  match_others (piece, match);

  return match->title != NULL || match->post_key != NULL;
}

/**
 * ty_post_words_match_body:
 * @piece: a folded piece of a title
 * @match: (out): the body that ends it
 *
 * Returns: whether the piece ends with a body, so that its title must follow
 */
gboolean
ty_post_words_match_body (const char  *piece,
                          TyPostMatch *match)
{
  gsize length, taken;
  const BodyWord *body;

  g_return_val_if_fail (piece != NULL && match != NULL, FALSE);

  length = strlen (piece);
  body = find_body (piece, length, &taken);
  if (body == NULL)
    return FALSE;

  *match = (TyPostMatch){
    .rest = length - taken,
    .body = body->body,
    .party_form = body->party_form,
    .has_body = TRUE,
  };
  return TRUE;
}

/**
 * ty_post_words_get_post:
 * @title: a title
 * @body: a body, not %TY_POST_BODY_SETTLEMENT
 *
 * Returns: (nullable): the key of the post that has the title in the body, a static string
 */
const char *
ty_post_words_get_post (const TyPostTitleWord *title,
                        TyPostBody             body)
{
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (body != TY_POST_BODY_SETTLEMENT, NULL);

  return body != TY_POST_BODY_NONE ? title->posts[body - 1] : NULL;
}

/**
 * ty_post_words_find_label:
 * @text: one post as it is written
 *
 * A roster that was written in English has the labels of the list.
 *
 * Returns: (nullable): the key of the post, or %NULL for whatever is not English
 */
const char *
ty_post_words_find_label (const char *text)
{
  TyCode *code = g_ascii_isalpha (*text) ? ty_code_list_find_word (ty_code_list_get_shipped ("post"), text) : NULL;

  return code != NULL ? ty_code_get_key (code) : NULL;
}
