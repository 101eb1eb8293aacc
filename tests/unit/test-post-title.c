/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-code-list.h"
#include "ty-post-title.h"

#include <string.h>

typedef struct
{
  const char *title;
  const char *expected; /* keys, with the form of the party organization where it is written */
} Case;

static char *
describe (GPtrArray *posts)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < posts->len; i++)
    {
      TyParsedPost *post = g_ptr_array_index (posts, i);

      g_string_append_printf (keys, "%s%s%s%s", i > 0 ? " " : "", post->post_key,
                              post->party_form != NULL ? ":" : "",
                              post->party_form != NULL ? post->party_form : "");
      g_assert_cmpuint (strlen (post->text), >, 0);
    }

  return g_string_free (keys, FALSE);
}

static char *
describe_words (GPtrArray *posts)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < posts->len; i++)
    {
      TyParsedPost *post = g_ptr_array_index (posts, i);

      g_string_append_printf (words, "%s%s%s%s", i > 0 ? " " : "", post->post_key,
                              post->title != NULL ? "=" : "", post->title != NULL ? post->title : "");
    }
  return g_string_free (words, FALSE);
}

static void
check_cases (const Case *cases,
             guint       n,
             const char *unit_kind)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) posts = ty_post_title_parse (cases[i].title, unit_kind, &error);
      g_autofree char *keys = NULL;

      g_test_message ("%s", cases[i].title);
      g_assert_no_error (error);
      keys = describe (posts);
      g_assert_cmpstr (keys, ==, cases[i].expected);
    }
}

/* Every title of the acceptance rosters. */
static void
test_rosters (void)
{
  static const Case cases[] = {
    { "党支部书记", "D1:branch" },
    { "党支部副书记", "D2:branch" },
    { "党支部委员", "D3:branch" },
    { "党支部纪检委员", "D4:branch" },
    { "党支部组织委员", "D5:branch" },
    { "党总支书记", "D1:general_branch" },
    { "党总支副书记", "D2:general_branch" },
    { "党总支委员", "D3:general_branch" },
    { "党总支纪检委员", "D4:general_branch" },
    { "党总支组织委员", "D5:general_branch" },
    { "村委会主任", "C1" },
    { "村委会副主任", "C2" },
    { "村委会委员", "C3" },
    { "居委会主任", "J1" },
    { "居委会副主任", "J2" },
    { "居委会委员", "J3" },
    { "党支部书记、村委会主任", "D1:branch C1" },
    { "党支部书记、居委会主任", "D1:branch J1" },
    { "党总支书记、村委会主任", "D1:general_branch C1" },
    { "党支部副书记、村委会主任", "D2:branch C1" },
    { "党支部副书记、村委会副主任", "D2:branch C2" },
    { "党总支副书记、村委会副主任", "D2:general_branch C2" },
    { "党支部委员、村委会委员", "D3:branch C3" },
    { "党支部委员、村委会副主任", "D3:branch C2" },
    { "党总支委员、村委会副主任", "D3:general_branch C2" },
    { "党总支委员、村委会委员", "D3:general_branch C3" },
    { "党支部委员、居委会副主任", "D3:branch J2" },
    { "党支部委员、居委会委员", "D3:branch J3" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), "village");
  check_cases (cases, G_N_ELEMENTS (cases), "community");
}

static void
test_committees (void)
{
  static const Case cases[] = {
    { "书记", "D1" },
    { "副书记", "D2" },
    { "主任", "C1" },
    { "副主任", "C2" },
    { "村主任", "C1" },
    { "村长", "C1" },
    { "副村长", "C2" },
    { "支书", "D1:branch" },
    { "村支书", "D1:branch" },
    { "村支部书记", "D1:branch" },
    { "总支书记", "D1:general_branch" },
    { "党委书记", "D1:committee" },
    { "党委副书记", "D2:committee" },
    { "党组织书记", "D1" },
    { "村党组织书记", "D1" },
    { "党委（党总支、党支部）书记", "D1" },
    { "党支部委员会委员", "D3:branch" },
    { "支委", "D3:branch" },
    { "支部委员", "D3:branch" },
    { "党支部宣传委员", "D6:branch" },
    { "纪检委员", "D4" },
    { "纪检书记", "D4" },
    { "党总支纪检书记", "D4:general_branch" },
    { "村民委员会主任", "C1" },
    { "村委主任", "C1" },
    { "村委副主任", "C2" },
    { "村（居）委会主任", "C1" },
    { "社区居委会主任", "J1" },
    { "社区居民委员会副主任", "J2" },
    { "社区主任", "J1" },
    { "社区党支部书记", "D1:branch" },
    { "社区大党委书记", "D1:committee" },
    { "村委会成员", "C3" },
    { "村委会妇女委员", "C3" },
    { "党支部副书记、委员", "D2:branch D3:branch" },
    { "村委会副主任、委员", "C2 C3" },
    { "主任、委员", "C1 C3" },
    { "党总支副书记、纪检委员", "D2:general_branch D4:general_branch" },
    { "党支部、村委会委员", "D3:branch C3" },
    { "支委、村委", "D3:branch C3" },
    { "村委、妇女主任", "C3 P1" },
    { "支部书记兼村委会主任", "D1:branch C1" },
    { "党支部书记兼任村主任", "D1:branch C1" },
    { "书记、主任一肩挑", "D1 C1" },
    { "书记主任一肩挑", "D1 C1" },
    { "一肩挑", "D1 C1" },
    { "“一肩挑”", "D1 C1" },
    { "党支部书记（一肩挑）", "D1:branch C1" },
    { "党总支书记、村委会主任（一肩挑）", "D1:general_branch C1" },
    { "党支部书记村委会主任", "D1:branch C1" },
    { "支部书记和村委会主任", "D1:branch C1" },
    { "村党支部书记村主任", "D1:branch C1" },
    { "党支部书记（兼村委会主任）", "D1:branch C1" },
    { "书记（主任）", "D1 C1" },
    { "书记、书记", "D1" },
    { "书记、党支部书记", "D1:branch" },
    { "党支部组织、宣传委员", "D5:branch D6:branch" },
    { "党支部组织、宣传、纪检委员", "D5:branch D6:branch D4:branch" },
    { "支部组织纪检委员", "D5:branch D4:branch" },
    { "组织兼宣传委员", "D5 D6" },
    { "组织和纪检委员", "D5 D4" },
    { "党支部組織、紀檢委員", "D5:branch D4:branch" },
    { "党支部组织宣传委员", "D5:branch" },
    { "党支部生活委员", "D3:branch" },
    { "村委会民政委员", "C3" },
    { "村委员", "C3" },
    { "村支部委员、村委员", "D3:branch C3" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_writing (void)
{
  static const Case cases[] = {
    { "东山村党支部书记", "D1:branch" },
    { "云岭镇东山村党支部书记", "D1:branch" },
    { "东山村书记", "D1" },
    { "东山村委会主任", "C1" },
    { "东山村民委员会副主任", "C2" },
    { "东山社区居委会委员", "J3" },
    { "和平村党支部书记", "D1:branch" },
    { "党支部书记（主持工作）", "D1:branch" },
    { "党支部副书记(主持全面工作)", "D2:branch" },
    { "党支部副书记，主持工作", "D2:branch" },
    { "村委会主任（兼）", "C1" },
    { "党支部副书记（挂职）", "D2:branch" },
    { "党支部常务副书记", "D2:branch" },
    { "代理村委会主任", "C1" },
    { "现任党支部书记", "D1:branch" },
    { "党支部书记,村委会主任", "D1:branch C1" },
    { "党支部书记，村委会主任", "D1:branch C1" },
    { "党支部书记；村委会主任", "D1:branch C1" },
    { "党支部书记/村委会主任", "D1:branch C1" },
    { "党支部书记 村委会主任", "D1:branch C1" },
    { "党支部书记　村委会主任", "D1:branch C1" },
    { "党支部书记\n村委会主任", "D1:branch C1" },
    { "村委会 主任", "C1" },
    { "党支部书记\\村委会主任", "D1:branch C1" },
    { "党支部书记；村委会主任。", "D1:branch C1" },
    { "专职化党支部书记", "D1:branch" },
    { "村委会副主任，主持村委会工作", "C2" },
    { "主持村委会全面工作的副主任", "C2" },
    { "党支部书记（挂职）、村委会主任（兼）", "D1:branch C1" },
    { "党 支 部 书 记", "D1:branch" },
    { " 党支部书记、 ", "D1:branch" },
    { "黨總支副書記、村委會主任", "D2:general_branch C1" },
    { "黨支部書記兼居委會主任", "D1:branch J1" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), "village");
}

static void
test_other_bodies (void)
{
  static const Case cases[] = {
    { "村务监督委员会主任", "S1" },
    { "村务监督委员会副主任", "S3" },
    { "村务监督委员会委员", "S2" },
    { "村（居）务监督委员会主任", "S1" },
    { "监委会主任", "S1" },
    { "村监委主任", "S1" },
    { "监委会委员", "S2" },
    { "党支部委员、监委会主任", "D3:branch S1" },
    { "经济合作社理事长", "E1" },
    { "股份经济合作社理事长", "E1" },
    { "村集体经济合作社社长", "E1" },
    { "社长", "E1" },
    { "理事会成员", "E2" },
    { "经济合作社监事长", "E3" },
    { "监事会主任", "E3" },
    { "书记、经济合作社理事长、主任", "D1 E1 C1" },
    { "村监会主任", "S1" },
    { "监督主任", "S1" },
    { "村务监督员", "S2" },
    { "村务公开监督小组组长", "S1" },
    { "村集体经济组织负责人", "E1" },
    { "兼职网格员", "P6" },
    { "派驻第一书记", "X1" },
    { "妇联主席", "P1" },
    { "村妇联主席", "P1" },
    { "妇女主任", "P1" },
    { "妇代会主任", "P1" },
    { "村委会委员、妇女主任", "C3 P1" },
    { "团支部书记", "P2" },
    { "村团支部书记", "P2" },
    { "共青团支部书记", "P2" },
    { "党支部委员、团支部书记", "D3:branch P2" },
    { "民兵连长", "P3" },
    { "治保主任", "P4" },
    { "调解主任", "P4" },
    { "人民调解委员会主任", "P4" },
    { "文书", "P5" },
    { "村文书", "P5" },
    { "村委会文书", "P5" },
    { "东山村委会文书", "P5" },
    { "会计", "P5" },
    { "報帳員", "P5" },
    { "文书兼会计", "P5" },
    { "村文书（会计、报账员）", "P5" },
    { "网格员", "P6" },
    { "专职网格员", "P6" },
    { "第二网格网格长", "P6" },
    { "信访员", "P7" },
    { "村民小组长", "P8" },
    { "第三村民小组长", "P8" },
    { "党建专干", "P9" },
    { "村民代表", "P10" },
    { "第一书记", "X1" },
    { "驻村第一书记", "X1" },
    { "党支部第一书记", "X1" },
    { "村党总支第一书记", "X1" },
    { "省派驻村第一书记", "X1" },
    { "第一书记、驻村工作队队长", "X1 X2" },
    { "驻村工作队员", "X2" },
    { "大学生村官", "X3" },
    { "专职社区工作者", "X4" },
    { "社区专职工作者", "X4" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), "village");
}

static void
test_community (void)
{
  static const Case cases[] = {
    { "主任", "J1" },
    { "副主任", "J2" },
    { "书记、主任", "D1 J1" },
    { "一肩挑", "D1 J1" },
    { "书记主任一肩挑", "D1 J1" },
    { "村居委会主任", "J1" },
    { "村委会主任", "C1" },
    { "村主任", "C1" },
  };

  check_cases (cases, G_N_ELEMENTS (cases), "community");
}

/* The label of every post of a village and its synonyms are read as that post. */
static void
test_labels (void)
{
  TyCodeList *list = ty_code_list_get_shipped ("post");

  for (guint i = 0; i < ty_code_list_get_n_items (list); i++)
    {
      TyCode *code = ty_code_list_get_item (list, i);
      const char *synonyms = ty_code_get_attribute (code, "synonyms");
      g_autofree char *words = g_strjoin (";", ty_code_get_label_in (code, TY_LANGUAGE_ZH_CN),
                                          ty_code_get_label_in (code, TY_LANGUAGE_ZH_TW), synonyms,
                                          NULL);
      g_auto(GStrv) parts = g_strsplit (words, ";", -1);

      for (guint j = 0; parts[j] != NULL; j++)
        {
          g_autoptr(GError) error = NULL;
          g_autoptr(GPtrArray) posts = ty_post_title_parse (parts[j], "village", &error);

          g_assert_no_error (error);
          g_assert_cmpuint (posts->len, ==, 1);
          g_assert_cmpstr (((TyParsedPost *) g_ptr_array_index (posts, 0))->post_key, ==,
                           ty_code_get_key (code));
        }
    }
}

static void
test_keys_exist (void)
{
  static const char *titles[] = { "书记主任一肩挑", "纪检委员、组织委员、宣传委员", "监委会副主任、监委会委员",
                                  "经济合作社理事、监事长、监事", "文书、会计、网格员、第一书记" };
  TyCodeList *list = ty_code_list_get_shipped ("post");

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr(GPtrArray) posts = ty_post_title_parse (titles[i], NULL, NULL);

      g_assert_nonnull (posts);
      for (guint j = 0; j < posts->len; j++)
        {
          TyParsedPost *post = g_ptr_array_index (posts, j);

          g_assert_nonnull (ty_code_list_lookup (list, post->post_key));
        }
    }
}

/* What is not known is refused, with the piece that is not: above all whatever sounds like the
 * secretary or the head of the village and is not. */
static void
test_unknown (void)
{
  static const struct { const char *title; const char *piece; } cases[] = {
    { "企业党支部书记", "企业党支部书记" },
    { "第二党支部书记", "第二党支部书记" },
    { "东山村第一党支部书记", "东山村第一党支部书记" },
    { "云岭镇党委书记", "云岭镇党委书记" },
    { "镇党委副书记", "镇党委副书记" },
    { "学校主任", "学校主任" },
    { "办公室主任", "办公室主任" },
    { "原党支部书记", "原党支部书记" },
    { "党委兼职委员", "党委兼职委员" },
    { "两委委员", "两委委员" },
    { "委员", "委员" },
    { "团支部书记、委员", "委员" },
    { "党支部书记、神仙", "神仙" },
    { "神仙", "神仙" },
    { "党支部", "党支部" },
    { "养殖专业合作社理事长", "养殖专业合作社理事长" },
    { "非一肩挑", "非一肩挑" },
    { "离退休党支部书记", "离退休党支部书记" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].title);
      g_assert_null (ty_post_title_parse (cases[i].title, "village", &error));
      g_assert_error (error, TY_POST_TITLE_ERROR, TY_POST_TITLE_ERROR_UNKNOWN);
      g_assert_nonnull (strstr (error->message, cases[i].piece));
    }
}

/* Posts that have no code are known, and keep their words. */
static void
test_others (void)
{
  static const struct { const char *title; const char *expected; } cases[] = {
    { "妇联副主席", "P11=妇联副主席" },
    { "东山村妇联副主席", "P11=妇联副主席" },
    { "村妇联執委", "P11=妇联執委" },
    { "婦聯副主席", "P11=婦聯副主席" },
    { "民兵副连长", "P11=民兵副连长" },
    { "民兵连指导员", "P11=民兵连指导员" },
    { "民兵排长", "P11=民兵排长" },
    { "团支部副书记", "P11=团支部副书记" },
    { "团支部宣传委员", "P11=团支部宣传委员" },
    { "计生主任", "P11=计生主任" },
    { "人民调解员", "P11=人民调解员" },
    { "残联专职委员", "P11=残联专职委员" },
    { "老年协会会长", "P11=老年协会会长" },
    { "红白理事会会长", "P11=红白理事会会长" },
    { "生态护林员", "P11=生态护林员" },
    { "退役军人服务站站长", "P11=退役军人服务站站长" },
    { "党小组长", "P11=党小组长" },
    { "书记助理", "P11=书记助理" },
    { "综治中心主任", "P11=综治中心主任" },
    { "党支部委员、妇联副主席、民兵副连长", "D3 P11=妇联副主席 P11=民兵副连长" },
    { "村委会委员兼计生专干", "C3 P11=计生专干" },
    { "党支部委员（兼妇联执委）", "D3 P11=妇联执委" },
    { "妇联副主席、妇联副主席", "P11=妇联副主席" },
    { "妇联主席", "P1" },
    { "团支部书记", "P2" },
    { "治保主任", "P4" },
    { "经济合作社理事长", "E1" },
    { "党支部宣传委员", "D6" },
    { "村民代表", "P10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) posts = ty_post_title_parse (cases[i].title, "village", &error);
      g_autofree char *words = NULL;

      g_test_message ("%s", cases[i].title);
      g_assert_no_error (error);
      words = describe_words (posts);
      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

/* A roster loses nobody for a post that nobody knows, but what is no post is none. */
static void
test_taken (void)
{
  static const struct { const char *title; const char *expected; gboolean unsure; } cases[] = {
    { "党支部书记", "D1", FALSE },
    { "妇联副主席", "P11=妇联副主席", FALSE },
    { "首席幸福官", "P11=首席幸福官", TRUE },
    { "党支部书记、首席幸福官", "D1 P11=首席幸福官", TRUE },
    { "企业党支部书记", "P11=企业党支部书记", TRUE },
    { "第二党支部书记", "P11=第二党支部书记", TRUE },
    { "文书 理财小组长助手", "P5 P11=理财小组长助手", TRUE },
    { "委员", NULL, FALSE },
    { "两委成员", NULL, FALSE },
    { "退休", NULL, FALSE },
    { "党支部书记、去世", NULL, FALSE },
    { "原党支部书记", NULL, FALSE },
    { "党支部", NULL, FALSE },
    { "党支部、首席幸福官", NULL, FALSE },
    { "19900000001", NULL, FALSE },
    { "?", NULL, FALSE },
    { "村里所有的事情没有人管的时候就都由他一个人来管的那个人", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean unsure = FALSE;
      g_autoptr(GPtrArray) posts = ty_post_title_take (cases[i].title, "village", &unsure, &error);
      g_autofree char *words = posts != NULL ? describe_words (posts) : NULL;

      g_test_message ("%s", cases[i].title);
      g_assert_cmpstr (words, ==, cases[i].expected);
      g_assert_true ((posts == NULL) == (error != NULL));
      g_assert_true (posts == NULL || unsure == cases[i].unsure);
    }
}

static void
test_empty (void)
{
  static const char *titles[] = { "", "  ", "　\n" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (ty_post_title_parse (titles[i], "village", &error));
      g_assert_error (error, TY_POST_TITLE_ERROR, TY_POST_TITLE_ERROR_EMPTY);
    }
}

/* Strange input is refused or read, and never more than that. */
static void
test_rubbish (void)
{
  static const char *pieces[] = { "党支部", "书记", "（", "）", "、", "兼", "村", "委会", "主任", " ",
                                  "\xFF", "一肩挑", "支委", "网格", "第", "和" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint n = 0; n < 3000; n++)
    {
      g_autoptr(GString) title = g_string_new (NULL);
      g_autoptr(GPtrArray) posts = NULL;
      g_autoptr(GError) error = NULL;

      for (int i = g_rand_int_range (rand, 1, 12); i > 0; i--)
        g_string_append (title, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      posts = ty_post_title_parse (title->str, "village", &error);
      g_assert_true ((posts != NULL) == (error == NULL));
      g_assert_true (posts == NULL || posts->len > 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/post-title/rosters", test_rosters);
  g_test_add_func ("/post-title/committees", test_committees);
  g_test_add_func ("/post-title/writing", test_writing);
  g_test_add_func ("/post-title/other-bodies", test_other_bodies);
  g_test_add_func ("/post-title/community", test_community);
  g_test_add_func ("/post-title/labels", test_labels);
  g_test_add_func ("/post-title/keys-exist", test_keys_exist);
  g_test_add_func ("/post-title/unknown", test_unknown);
  g_test_add_func ("/post-title/others", test_others);
  g_test_add_func ("/post-title/taken", test_taken);
  g_test_add_func ("/post-title/empty", test_empty);
  g_test_add_func ("/post-title/rubbish", test_rubbish);
  return g_test_run ();
}
