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
    { "區大偉", "ou da wei", "odw" },        { "單雄", "shan xiong", "sx" },
    { "蓋文", "ge wen", "gw" },              { "樂嘉", "yue jia", "yj" },
    { "萬俟卨", "mo qi xie", "mqx" },        { "單于明", "chan yu ming", "cym" },
    { "耶律楚材", "ye lv chu cai", "ylcc" }, { "宰父黑", "zai fu hei", "zfh" },
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

/* As the people who bear them read them. */
static const char surnames[] =
  "赵zhao 钱qian 孙sun 李li 周zhou 吴wu 郑zheng 王wang 冯feng 陈chen 褚chu 卫wei 蒋jiang "
  "沈shen 韩han 杨yang 朱zhu 秦qin 尤you 许xu 何he 吕lv 施shi 张zhang 孔kong 曹cao 严yan "
  "华hua 金jin 魏wei 陶tao 姜jiang 戚qi 谢xie 邹zou 喻yu 柏bai 水shui 窦dou 章zhang 云yun "
  "苏su 潘pan 葛ge 奚xi 范fan 彭peng 郎lang 鲁lu 韦wei 昌chang 马ma 苗miao 凤feng 花hua "
  "方fang 俞yu 任ren 袁yuan 柳liu 酆feng 鲍bao 史shi 唐tang 费fei 廉lian 岑cen 薛xue 雷lei "
  "贺he 倪ni 汤tang 滕teng 殷yin 罗luo 毕bi 郝hao 邬wu 安an 常chang 乐yue 于yu 时shi 傅fu "
  "皮pi 卞bian 齐qi 康kang 伍wu 余yu 元yuan 卜bu 顾gu 孟meng 平ping 黄huang 和he 穆mu "
  "萧xiao 尹yin 姚yao 邵shao 湛zhan 汪wang 祁qi 毛mao 禹yu 狄di 米mi 贝bei 明ming 臧zang "
  "计ji 伏fu 成cheng 戴dai 谈tan 宋song 茅mao 庞pang 熊xiong 纪ji 舒shu 屈qu 项xiang 祝zhu "
  "董dong 梁liang 杜du 阮ruan 蓝lan 闵min 席xi 季ji 麻ma 强qiang 贾jia 路lu 娄lou 危wei "
  "江jiang 童tong 颜yan 郭guo 梅mei 盛sheng 林lin 刁diao 钟zhong 徐xu 邱qiu 骆luo 高gao "
  "夏xia 蔡cai 田tian 樊fan 胡hu 凌ling 霍huo 虞yu 万wan 支zhi 柯ke 昝zan 管guan 卢lu 莫mo "
  "经jing 房fang 裘qiu 缪miao 干gan 解xie 应ying 宗zong 丁ding 宣xuan 邓deng 郁yu 单shan "
  "杭hang 洪hong 包bao 诸zhu 左zuo 石shi 崔cui 吉ji 钮niu 龚gong 程cheng 嵇ji 邢xing 滑hua "
  "裴pei 陆lu 荣rong 翁weng 荀xun 羊yang 於yu 惠hui 甄zhen 曲qu 家jia 封feng 芮rui 羿yi "
  "储chu 靳jin 汲ji 邴bing 糜mi 松song 井jing 段duan 富fu 巫wu 乌wu 焦jiao 巴ba 弓gong "
  "牧mu 隗wei 山shan 谷gu 车che 侯hou 蓬peng 全quan 郗xi 班ban 仰yang 秋qiu 仲zhong 伊yi "
  "宫gong 宁ning 仇qiu 栾luan 暴bao 甘gan 钭tou 厉li 戎rong 祖zu 武wu 符fu 刘liu 景jing "
  "詹zhan 束shu 龙long 叶ye 幸xing 司si 韶shao 郜gao 黎li 蓟ji 薄bo 印yin 宿su 白bai "
  "怀huai 蒲pu 邰tai 从cong 鄂e 索suo 咸xian 籍ji 赖lai 卓zhuo 蔺lin 屠tu 蒙meng 池chi "
  "乔qiao 阴yin 胥xu 苍cang 双shuang 闻wen 莘shen 党dang 翟zhai 谭tan 贡gong 劳lao 逄pang "
  "姬ji 申shen 扶fu 堵du 冉ran 宰zai 郦li 雍yong 郤xi 璩qu 桑sang 桂gui 濮pu 牛niu 寿shou "
  "通tong 边bian 扈hu 燕yan 冀ji 郏jia 浦pu 尚shang 农nong 温wen 别bie 庄zhuang 晏yan "
  "柴chai 瞿qu 阎yan 充chong 慕mu 连lian 茹ru 习xi 宦huan 艾ai 鱼yu 容rong 向xiang 古gu "
  "易yi 慎shen 戈ge 廖liao 庾yu 终zhong 暨ji 居ju 衡heng 步bu 都du 耿geng 满man 弘hong "
  "匡kuang 国guo 文wen 寇kou 广guang 禄lu 阙que 东dong 欧ou 殳shu 沃wo 利li 蔚yu 越yue "
  "夔kui 隆long 师shi 巩gong 厍she 聂nie 晁chao 勾gou 敖ao 融rong 冷leng 訾zi 辛xin 阚kan "
  "那na 简jian 饶rao 空kong 曾zeng 毋wu 沙sha 乜nie 养yang 鞠ju 须xu 丰feng 巢chao 关guan "
  "蒯kuai 相xiang 查zha 后hou 荆jing 红hong 游you 竺zhu 权quan 逯lu 盖ge 益yi 桓huan "
  "公gong 上shang 官guan 阳yang 人ren 赫he 皇huang 甫fu 尉wei 台tai 冶ye 政zheng 淳chun "
  "太tai 叔shu 轩xuan 辕yuan 令ling 狐hu 离li 宇yu 长chang 鲜xian 闾lv 丘qiu 徒tu 亓qi "
  "仉zhang 督du 子zi 颛zhuan 端duan 木mu 西xi 漆qi 雕diao 正zheng 壤rang 驷si 良liang "
  "拓tuo 跋ba 夹jia 晋jin 楚chu 闫yan 法fa 汝ru 鄢yan 涂tu 钦qin 百bai 里li 南nan 门men "
  "呼hu 延yan 归gui 岳yue 帅shuai 缑gou 亢kang 况kuang 有you 琴qin 牟mou 商shang 佘she "
  "佴nai 伯bo 赏shang 墨mo 哈ha 谯qiao 笪da 年nian 爱ai 佟tong 言yan 福fu 肖xiao 付fu "
  "代dai 仝tong 苟gou 苑yuan 兰lan 占zhan 库ku 初chu 原yuan 沐mu 冼xian 修xiu 谌chen 邸di "
  "鹿lu 母mu 么yao 折she 种chong 秘bi 员yun 召shao 区ou 朴piao 覃qin 句gou 祭zhai 粘nian "
  "过guo 繁po 撒sa 冒mao 塔ta 芦lu 展zhan 丛cong 贠yuan 揭jie 锁suo 但dan 佀si 郄qie 尧yao "
  "俸feng 慈ci 操cao 禤xuan 邝kuang 郐kuai 矫jiao 睦mu 隋sui 粟su 绳sheng 续xu 练lian 绪xu "
  "线xian 钏chuan 战zhan 闪shan 戢ji 冮gang 淡dan 渠qu 渡du 源yuan 仵wu 佐zuo 侴chou 俱ju "
  "光guang 兆zhao 冰bing 凃tu 刀dao 匙chi 角jue 炅gui 圈juan";

static void
test_surnames (void)
{
  g_auto(GStrv) words = g_strsplit (surnames, " ", -1);

  g_assert_cmpuint (g_strv_length (words), >, 500);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *syllable = g_utf8_next_char (words[i]);
      g_autofree char *surname = g_strndup (words[i], (gsize) (syllable - words[i]));
      g_autofree char *pinyin = ty_pinyin_for_name (surname);

      g_assert_cmpstr (pinyin, ==, syllable);
    }
}

/* The second characters of given names, after a surname that is no part of a compound. */
static void
test_given (void)
{
  static const char *const cases[] = {
    "晟sheng", "拓tuo", "泊bo",  "仇qiu",  "曾zeng",  "乐le",   "长chang", "隽jun",  "都du",   "鹄hu",
    "炅jiong", "蔚wei", "角jiao", "重zhong", "查cha",  "樂le",   "長chang", "茜qian", "筠yun",  "娜na",
    "祎yi",    "翀chong", "彧yu",  "赟yun",  "龑yan",  "垚yao",  "頔di",    "喆zhe",  "地di",   "行xing",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *syllable = g_utf8_next_char (cases[i]);
      g_autofree char *name = g_strdup_printf ("丁%.*s", (int) (syllable - cases[i]), cases[i]);
      g_autofree char *expected = g_strdup_printf ("ding %s", syllable);
      g_autofree char *pinyin = ty_pinyin_for_name (name);

      g_assert_cmpstr (pinyin, ==, expected);
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

static void
test_search_key_invalid (void)
{
  g_autofree char *key = ty_pinyin_search_key ("\xE6\x9D wang");

  g_assert_cmpstr (key, ==, "");
}

static void
test_rename (void)
{
  static const struct { const char *old_name; const char *old_pinyin; const char *name; const char *pinyin; } cases[] = {
    /* The proposal follows the name. */
    { "张晓明", "zhang xiao ming", "张大明", "zhang da ming" },
    { "单明", "shan ming", "王单", "wang dan" },
    { "任明", "ren ming", "欧阳明", "ou yang ming" },
    { "尉明", "wei ming", "尉迟明", "yu chi ming" },
    /* What was corrected stays with its character, at both ends. */
    { "乐嘉", "le jia", "乐小嘉", "le xiao jia" },
    { "乐嘉", "le jia", "樂嘉文", "le jia wen" },
    { "乐嘉", "le jia", "王嘉", "wang jia" },
    { "李小行", "li xiao hang", "李行", "li hang" },
    { "李小行", "li xiao hang", "李晓行", "li xiao hang" },
    { "李行", "li hang", "李行文", "li hang wen" },
    { "李行", "li hang", "李文", "li wen" },
    { "盖盖", "gai gai", "盖", "gai" },
    /* It is not known whose syllable it is. */
    { "乐嘉", "le", "乐小嘉", "yue xiao jia" },
    { "阿卜杜·热合曼", "abudu reheman", "阿卜杜·热合", "a bu du re he" },
    { "Li Ming", "li min", "李明", "li ming" },
    { "", "", "李明", "li ming" },
    { "李明", "li min", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pinyin = ty_pinyin_for_rename (cases[i].name, cases[i].old_name,
                                                      cases[i].old_pinyin);

      g_assert_cmpstr (pinyin, ==, cases[i].pinyin);
    }
}

static void
test_clean (void)
{
  static const char *const cases[][2] = {
    { " Lǚ  Xī'ān ", "lv xi an" }, { "LÜ-MING", "lv ming" }, { "zeng xiao ming", "zeng xiao ming" },
    { "曾 ming", "曾 ming" },      { "zeng1", "zeng1" },     { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pinyin = ty_pinyin_clean (cases[i][0]);

      g_assert_cmpstr (pinyin, ==, cases[i][1]);
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
  g_test_add_func ("/pinyin/surnames", test_surnames);
  g_test_add_func ("/pinyin/given", test_given);
  g_test_add_func ("/pinyin/search-key", test_search_key);
  g_test_add_func ("/pinyin/search-key-invalid", test_search_key_invalid);
  g_test_add_func ("/pinyin/rename", test_rename);
  g_test_add_func ("/pinyin/clean", test_clean);
  g_test_add_func ("/pinyin/threads", test_threads);
  g_test_add_func ("/pinyin/stroke-order", test_stroke);
  g_test_add_func ("/pinyin/pinyin-order", test_pinyin_order);
  return g_test_run ();
}
