/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-collate.h"
#include "ty-pinyin.h"

#include <string.h>

static void
test_names (void)
{
  static const struct { const char *name; const char *pinyin; const char *initials; } cases[] = {
    { "曾小明", "zeng xiao ming", "zxm" },   { "单雄信", "shan xiong xin", "sxx" },
    { "解缙", "xie jin", "xj" },             { "仇英", "qiu ying", "qy" },
    { "查良", "zha liang", "zl" },           { "区大伟", "ou da wei", "odw" },
    { "盖叫天", "ge jiao tian", "gjt" },     { "翟志刚", "zhai zhi gang", "zzg" },
    { "任平", "ren ping", "rp" },            { "缪希雍", "miao xi yong", "mxy" },
    { "朴志男", "piao zhi nan", "pzn" },     { "覃海洋", "qin hai yang", "qhy" },
    { "乐嘉", "yue jia", "yj" },             { "吕布", "lv bu", "lb" },
    { "尉迟恭", "yu chi gong", "ycg" },      { "万俟卨", "mo qi xie", "mqx" },
    { "欧阳修", "ou yang xiu", "oyx" },      { "长孙无忌", "zhang sun wu ji", "zswj" },
    { "令狐冲", "ling hu chong", "lhc" },    { "歐陽修", "ou yang xiu", "oyx" },
    { "王解放", "wang jie fang", "wjf" },    { "张长江", "zhang chang jiang", "zcj" },
    { "王乐", "wang le", "wl" },             { "刘晟", "liu sheng", "ls" },
    { "曾国藩", "zeng guo fan", "zgf" },     { "尉 健", "wei jian", "wj" },
    { "万俟", "wan qi", "wq" },              { "阿卜杜·热合曼", "a bu du re he man", "abdrhm" },
    { "单增·卓玛", "dan zeng zhuo ma", "dzzm" }, { "王𬱖", "wang di", "wd" },
    { "李䶮", "li yan", "ly" },              { "Li Ming", "li ming", "lm" },
    { "", "", "" },                          { "？", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pinyin = ty_pinyin_for_name (cases[i].name);
      g_autofree char *initials = ty_pinyin_initials (pinyin);

      g_assert_cmpstr (pinyin, ==, cases[i].pinyin);
      g_assert_cmpstr (initials, ==, cases[i].initials);
    }
}

static void
test_search_key (void)
{
  static const char *same[] = { "lv xi an", "lü xi'an", "Lǚ Xī'ān", "luxian", "LV XIAN" };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *key = ty_pinyin_search_key (same[i]);

      g_assert_cmpstr (key, ==, "luxian");
    }
}

static gpointer
read_in_thread (gpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *pinyin = ty_pinyin_for_name ("司马相如");

      g_assert_cmpstr (pinyin, ==, "si ma xiang ru");
    }

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("pinyin", read_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* Strokes of the surnames counted by hand: 1, 2, 3, 4, 5, 7, 8, 12. */
static void
test_stroke (void)
{
  static const char *names[] = { "一平", "丁平", "于平", "王平", "石平", "张平", "单平", "曾平" };

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *before = ty_collate_key_stroke (names[i - 1]);
      g_autofree char *after = ty_collate_key_stroke (names[i]);

      g_assert_cmpint (strcmp (before, after), <, 0);
    }
}

static void
test_pinyin_order (void)
{
  static const char *names[] = { "丁平", "李明", "李明明", "单平", "王平", "王一", "曾平", "张平" };
  g_autofree char *same = ty_collate_key_pinyin ("李明", "li ming");
  g_autofree char *made = ty_collate_key_pinyin ("李明", NULL);
  g_autofree char *corrected = ty_collate_key_pinyin ("乐嘉", "le jia");
  g_autofree char *proposed = ty_collate_key_pinyin ("乐嘉", NULL);

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *before = ty_collate_key_pinyin (names[i - 1], NULL);
      g_autofree char *after = ty_collate_key_pinyin (names[i], NULL);

      g_assert_cmpint (strcmp (before, after), <, 0);
    }
  g_assert_cmpstr (same, ==, made);
  g_assert_cmpint (strcmp (corrected, proposed), <, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pinyin/names", test_names);
  g_test_add_func ("/pinyin/search-key", test_search_key);
  g_test_add_func ("/pinyin/threads", test_threads);
  g_test_add_func ("/pinyin/stroke-order", test_stroke);
  g_test_add_func ("/pinyin/pinyin-order", test_pinyin_order);
  return g_test_run ();
}
