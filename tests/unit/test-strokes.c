/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-collate.h"
#include "ty-csv.h"
#include "ty-stroke-table.h"

#include <string.h>

static GPtrArray *
load_list (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "strokes.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *rows;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  rows = ty_csv_parse (text, &error);
  g_assert_no_error (error);
  return rows;
}

static void
test_list (void)
{
  g_autoptr(GPtrArray) rows = load_list ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *before = "";

  g_assert_cmpuint (rows->len, >, 9000);
  for (guint i = 1; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      guint n_strokes, place;

      g_assert_cmpint (g_utf8_strlen (row[0], -1), ==, 1);
      g_assert_true (g_hash_table_add (seen, row[0]));
      g_assert_cmpuint (strspn (row[1], "12345"), ==, strlen (row[1]));
      g_assert_true (strlen (row[1]) > strlen (before)
                     || (strlen (row[1]) == strlen (before) && strcmp (row[1], before) >= 0));
      g_assert_true (ty_stroke_table_find (g_utf8_get_char (row[0]), &n_strokes, &place));
      g_assert_cmpuint (n_strokes, ==, strlen (row[1]));
      g_assert_cmpuint (place, ==, i);
      before = row[1];
    }
}

static const char *
find_strokes (GPtrArray  *rows,
              const char *character)
{
  for (guint i = 1; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      if (g_str_equal (row[0], character))
        return row[1];
    }
  return NULL;
}

/* Written by hand. */
static void
test_strokes (void)
{
  static const char *const cases[][2] = {
    { "一", "1" },          { "丁", "12" },        { "王", "1121" },      { "万", "153" },
    { "李", "1234521" },    { "张", "5153154" },   { "刘", "413422" },    { "陈", "5215234" },
    { "杨", "1234533" },    { "赵", "121213434" }, { "孙", "521234" },    { "吴", "2511134" },
    { "马", "551" },        { "车", "1512" },      { "小", "234" },       { "水", "2534" },
    { "欧", "13453534" },   { "陳", "5212511234" }, { "馬", "1211254444" }, { "九", "35" },
    { "曾", "432524312511" }, { "单", "43251112" }, { "解", "3535112533112" },
  };
  g_autoptr(GPtrArray) rows = load_list ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (find_strokes (rows, cases[i][0]), ==, cases[i][1]);
}

/* As the official table counts: ⻖ has two strokes, ⺾ three. */
static void
test_counts (void)
{
  static const char *const counts[] = {
    "一乙", "丁卜刁人九", "于万马山弓习卫", "王韦毛文方尹孔邓车牛乌", "石龙卢叶田史白冯艾左甘古",
    "刘许孙江吕朱任汤毕华安齐庄关邬阮祁邢", "李张陈杨吴何宋沈苏汪余邱杜严陆邹邵肖",
    "周林罗金郑范孟武欧单郁岳庞屈易", "赵胡钟姜段侯贺施郝俞柳洪姚查饶郤",
    "徐高郭唐袁夏钱贾秦陶顾莫倪殷翁耿桂席莘", "黄梁曹萧崔龚康常章梅盛符屠麻",
    "曾韩彭董蒋程谢葛喻温童舒焦鲁景覃", "解赖雷鲍蓝靳裘褚简虞詹窦蒙", "蔡谭熊廖翟管裴臧蔺缪",
    "潘黎樊滕颜", "薛霍穆冀", "戴魏鞠", "瞿", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (const char *p = counts[i]; *p != '\0'; p = g_utf8_next_char (p))
      {
        guint n_strokes = 0, place;

        g_assert_true (ty_stroke_table_find (g_utf8_get_char (p), &n_strokes, &place));
        g_test_message ("%.*s", (int) (g_utf8_next_char (p) - p), p);
        g_assert_cmpuint (n_strokes, ==, i + 1);
      }
}

static void
assert_order (const char *const *names,
              guint              n)
{
  for (guint i = 1; i < n; i++)
    {
      g_autofree char *before = ty_collate_key_stroke (names[i - 1]);
      g_autofree char *after = ty_collate_key_stroke (names[i]);

      g_test_message ("%s %s", names[i - 1], names[i]);
      g_assert_cmpint (strcmp (before, after), <, 0);
    }
}

/* As the lists of delegates have them. */
static void
test_surnames (void)
{
  static const char *const surnames[] = {
    "丁", "卜", "刁", "于", "万", "马", "王", "韦", "尤", "车", "牛", "毛", "文", "方", "尹", "孔", "邓",
    "艾", "左", "石", "龙", "卢", "叶", "田", "史", "白", "冯", "兰", "吉", "成", "毕", "曲", "吕", "朱",
    "任", "华", "庄", "刘", "齐", "江", "汤", "安", "许", "阮", "孙", "牟", "严", "苏", "杜", "李", "杨",
    "吴", "岑", "邱", "何", "余", "邹", "辛", "汪", "沈", "宋", "张", "陆", "陈", "邵", "武", "范", "林",
    "欧", "罗", "周", "郑", "单", "孟", "赵", "胡", "钟", "段", "侯", "姜", "洪", "姚", "贺", "秦", "袁",
    "莫", "贾", "夏", "顾", "钱", "徐", "翁", "高", "郭", "唐", "陶", "黄", "萧", "曹", "龚", "崔", "康",
    "章", "梁", "彭", "葛", "董", "蒋", "韩", "程", "童", "曾", "谢", "蓝", "赖", "雷", "解", "蔡", "廖",
    "谭", "熊", "樊", "黎", "颜", "潘", "薛", "穆", "戴", "魏", "瞿",
  };

  assert_order (surnames, G_N_ELEMENTS (surnames));
}

/* The same strokes: by structure. */
static void
test_structure (void)
{
  static const char *const characters[] = { "三", "干", "于", "工", "土", "士", "才", "己", "已", "巳" };

  assert_order (characters, G_N_ELEMENTS (characters));
}

static void
test_names (void)
{
  static const char *const names[] = {
    "Ann",    "ben",    "丁一",     "丁鑫", "丁一一", "丁一丁", "丁小明",          "王一",   "王鑫",
    "王一一", "刘梅",   "李四",     "李伟", "李明",   "李小明", "李小强",          "张三",   "阿明",
    "阿卜杜·热合曼", "欧伟", "欧小伟", "欧阳伟", "欧阳小伟", "曾国强", "歐陽靜",
  };
  static const char *const rare[] = { "王𬱖", "䶮明", "㛃", "〇", "𰻝𰻝", "", "·", "\xE6\x9D" };

  assert_order (names, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (rare); i++)
    {
      g_autofree char *key = ty_collate_key_stroke (rare[i]);

      g_assert_cmpuint (strlen (key), >, strlen (rare[i]));
    }
}

/* Outside of the list: after those with as many strokes, before those with more. */
static void
test_not_listed (void)
{
  static const char *const names[] = { "乙", "乚", "丁", "丩", "三" };
  guint n_strokes, place;

  g_assert_false (ty_stroke_table_find (g_utf8_get_char ("乚"), &n_strokes, &place));
  g_assert_false (ty_stroke_table_find (g_utf8_get_char ("丩"), &n_strokes, &place));
  assert_order (names, G_N_ELEMENTS (names));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strokes/list", test_list);
  g_test_add_func ("/strokes/strokes", test_strokes);
  g_test_add_func ("/strokes/counts", test_counts);
  g_test_add_func ("/strokes/surnames", test_surnames);
  g_test_add_func ("/strokes/structure", test_structure);
  g_test_add_func ("/strokes/names", test_names);
  g_test_add_func ("/strokes/not-listed", test_not_listed);
  return g_test_run ();
}
