/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-code-list.h"
#include "ty-education-word.h"

static void
test_words (void)
{
  static const struct
  {
    const char *word;
    const char *level;
    const char *outcome;
    const char *mode;
  } cases[] = {
    { "大学", "21", "graduated", NULL },
    { "本科", "21", "graduated", NULL },
    { "大学本科", "21", "graduated", NULL },
    { "大學本科", "21", "graduated", NULL },
    { " 本 科 ", "21", "graduated", NULL },
    { "全日制本科", "21", "graduated", "fulltime" },
    { "在职大学", "21", "graduated", "inservice" },
    { "大专", "31", "graduated", NULL },
    { "专科", "31", "graduated", NULL },
    { "大专（函授）", "31", "graduated", "inservice" },
    { "大专(在读)", "31", "studying", NULL },
    { "大专在读", "31", "studying", NULL },
    { "电大大专", "31", "graduated", "inservice" },
    { "自考本科", "21", "graduated", "inservice" },
    { "本科肄业", "21", "incomplete", NULL },
    { "本科结业", "21", "completed", NULL },
    { "本科毕业", "21", "graduated", NULL },
    { "研究生", "11", "graduated", NULL },
    { "硕士", "11", "graduated", NULL },
    { "硕士研究生", "11", "graduated", NULL },
    { "博士", "11", "graduated", NULL },
    { "研究生班", "12", "graduated", NULL },
    { "中央党校研究生", "1A", "graduated", "inservice" },
    { "省委党校研究生", "1B", "graduated", "inservice" },
    { "中央党校大学", "22", "graduated", "inservice" },
    { "省委党校大学", "23", "graduated", "inservice" },
    { "省（区、市）委党校大学", "23", "graduated", "inservice" },
    { "市委黨校本科", "23", "graduated", "inservice" },
    { "省委党校大专", "32", "graduated", "inservice" },
    { "大学普通班", "33", "graduated", NULL },
    { "中央党校大专", "34", "graduated", "inservice" },
    { "中专", "35", "graduated", NULL },
    { "技校", "36", "graduated", NULL },
    { "高中", "37", "graduated", NULL },
    { "高中毕业", "37", "graduated", NULL },
    { "高中文化程度", "37", "graduated", NULL },
    { "职高", "37", "graduated", NULL },
    { "初中", "38", "graduated", NULL },
    { "初中肄业", "38", "incomplete", NULL },
    { "初中文化", "38", "graduated", NULL },
    { "小学", "39", "graduated", NULL },
    { "小學", "39", "graduated", NULL },
  };
  static const char *unknown[] = { "", "22", "31", "不详", "毕业", "（在读）", "大专以上", "文盲", "高中（中专）以下",
                                   "大专本科", "家里蹲" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *level = NULL, *outcome = NULL, *mode = NULL;

      g_test_message ("%s", cases[i].word);
      g_assert_true (ty_education_word_parse (cases[i].word, &level, &outcome, &mode));
      g_assert_cmpstr (level, ==, cases[i].level);
      g_assert_cmpstr (outcome, ==, cases[i].outcome);
      g_assert_cmpstr (mode, ==, cases[i].mode);
    }
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      const char *level = "untouched";

      g_test_message ("%s", unknown[i]);
      g_assert_false (ty_education_word_parse (unknown[i], &level, NULL, NULL));
      g_assert_cmpstr (level, ==, "untouched");
    }
}

/* The rule of the figures, and the flags that the list shows, say the same of every level. */
static void
test_college (void)
{
  TyCodeList *levels = ty_code_list_get_shipped ("education");
  TyCodeList *outcomes = ty_code_list_get_shipped ("education_outcome");
  guint college = 0, bachelor = 0;

  for (guint i = 0; i < ty_code_list_get_n_items (levels); i++)
    {
      TyCode *level = ty_code_list_get_item (levels, i);
      const char *key = ty_code_get_key (level);

      g_assert_cmpint (ty_education_is_college (key, "graduated"), ==,
                       ty_code_get_flag (level, "college"));
      g_assert_cmpint (ty_education_is_bachelor (key, "graduated"), ==,
                       ty_code_get_flag (level, "bachelor"));
      college += ty_education_is_college (key, "graduated");
      bachelor += ty_education_is_bachelor (key, "graduated");

      for (guint j = 0; j < ty_code_list_get_n_items (outcomes); j++)
        {
          const char *outcome = ty_code_get_key (ty_code_list_get_item (outcomes, j));

          if (g_str_equal (outcome, "graduated"))
            continue;
          g_assert_false (ty_education_is_college (key, outcome));
          g_assert_false (ty_education_is_bachelor (key, outcome));
        }
    }
  g_assert_cmpuint (college, ==, 5 + 4 + 4);
  g_assert_cmpuint (bachelor, ==, 5 + 4);
  g_assert_false (ty_education_is_college (NULL, "graduated"));
  g_assert_false (ty_education_is_college ("21", NULL));
  g_assert_false (ty_education_is_college ("35", "graduated"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/education/words", test_words);
  g_test_add_func ("/education/college", test_college);
  return g_test_run ();
}
