/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-post-name.h"
#include "ty-post-title.h"

typedef struct
{
  const char *post;
  const char *party_form;
  const char *name;
} Case;

static void
check (const char *language,
       const Case *cases,
       guint       n)
{
  g_setenv ("LANGUAGE", language, TRUE);
  g_setenv ("LC_ALL", "zh_CN.UTF-8", TRUE);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = ty_post_name_dup (cases[i].post, cases[i].party_form);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_simplified (void)
{
  static const Case cases[] = {
    { "D1", "branch", "党支部书记" },
    { "D1", "general_branch", "党总支书记" },
    { "D1", "committee", "党委书记" },
    { "D1", NULL, "党组织书记" },
    { "D1", "unheard-of", "党组织书记" },
    { "D2", "general_branch", "党总支副书记" },
    { "D3", "committee", "党委委员" },
    { "D4", "branch", "党支部纪检委员" },
    { "D5", "branch", "党支部组织委员" },
    { "D6", "committee", "党委宣传委员" },
    { "C1", "branch", "村委会主任" },
    { "J1", "committee", "居委会主任" },
    { "X1", "branch", "第一书记" },
    { "P2", "branch", "团支部书记" },
    { "Z99", "branch", "Z99" },
  };

  check ("zh_CN", cases, G_N_ELEMENTS (cases));
}

static void
test_traditional (void)
{
  static const Case cases[] = {
    { "D1", "branch", "黨支部書記" },
    { "D4", "general_branch", "黨總支紀檢委員" },
    { "C1", NULL, "村委會主任" },
  };

  check ("zh_TW", cases, G_N_ELEMENTS (cases));
}

static void
test_english (void)
{
  static const Case cases[] = {
    { "D1", "branch", "Party secretary" },
    { "C1", "branch", "Head of the villagers’ committee" },
  };

  check ("en", cases, G_N_ELEMENTS (cases));
}

/* A post of a township is called as in its unit, and is read again there. */
static void
test_township (void)
{
  static const char *const keys[] = { "T1", "T2", "T3", "T4", "T5", "T6" };
  static const struct
  {
    const char *unit_kind;
    TyLanguage language;
    const char *names;
  } cases[] = {
    { "town", TY_LANGUAGE_ZH_CN, "党委书记 镇长 党委副书记 党委组织委员 领导班子成员 驻村干部" },
    { "township", TY_LANGUAGE_ZH_CN, "党委书记 乡长 党委副书记 党委组织委员 领导班子成员 驻村干部" },
    { "subdistrict", TY_LANGUAGE_ZH_CN,
      "党工委书记 办事处主任 党工委副书记 党工委组织委员 领导班子成员 驻村干部" },
    { "subdistrict", TY_LANGUAGE_ZH_TW,
      "黨工委書記 辦事處主任 黨工委副書記 黨工委組織委員 領導班子成員 駐村幹部" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GStrv) names = g_strsplit (cases[i].names, " ", -1);

      for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
        {
          g_autofree char *name = ty_post_name_dup_at (keys[k], cases[i].unit_kind, NULL, cases[i].language);
          g_autoptr(GPtrArray) posts = ty_post_title_parse (name, cases[i].unit_kind, NULL);

          g_assert_cmpstr (name, ==, names[k]);
          g_assert_nonnull (posts);
          g_assert_cmpuint (posts->len, ==, 1);
          g_assert_cmpstr (((TyParsedPost *) g_ptr_array_index (posts, 0))->post_key, ==, keys[k]);
        }
    }
}

/* In a village nothing of it holds. */
static void
test_village (void)
{
  g_autofree char *secretary = ty_post_name_dup_at ("D1", "village", "branch", TY_LANGUAGE_ZH_CN);
  g_autofree char *in_village = ty_post_name_dup_at ("T2", "village", NULL, TY_LANGUAGE_ZH_CN);
  g_autofree char *in_english = ty_post_name_dup_at ("T2", "town", NULL, TY_LANGUAGE_EN);
  g_autoptr(GPtrArray) posts = ty_post_title_parse ("组织委员", "village", NULL);

  g_assert_cmpstr (secretary, ==, "党支部书记");
  g_assert_cmpstr (in_village, ==, "乡镇长（街道办主任）");
  g_assert_cmpstr (in_english, ==, "Head of the township");
  g_assert_cmpstr (((TyParsedPost *) g_ptr_array_index (posts, 0))->post_key, ==, "D5");
}

static void
test_rank (void)
{
  g_assert_cmpint (ty_post_name_get_rank ("D1"), <, ty_post_name_get_rank ("C1"));
  g_assert_cmpint (ty_post_name_get_rank ("C1"), <, ty_post_name_get_rank ("D2"));
  g_assert_cmpint (ty_post_name_get_rank ("P10"), <, ty_post_name_get_rank ("Z99"));
  g_assert_cmpint (ty_post_name_get_rank (NULL), ==, G_MAXINT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/post-name/simplified", test_simplified);
  g_test_add_func ("/post-name/traditional", test_traditional);
  g_test_add_func ("/post-name/english", test_english);
  g_test_add_func ("/post-name/township", test_township);
  g_test_add_func ("/post-name/village", test_village);
  g_test_add_func ("/post-name/rank", test_rank);
  return g_test_run ();
}
