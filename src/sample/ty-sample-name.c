/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-name"

#include "config.h"

#include "ty-sample-name.h"

#include "ty-sample-draw.h"

#define GENERATIONS 3

typedef struct
{
  const char *surname;
  int weight;
} Surname;

/* The commonest surnames with about their share of the population, in ten-thousandths. */
static const Surname surnames[] = {
  { "王", 715 }, { "李", 719 }, { "张", 662 }, { "刘", 520 }, { "陈", 440 }, { "杨", 300 },
  { "赵", 205 }, { "黄", 220 }, { "周", 190 }, { "吴", 180 }, { "徐", 145 }, { "孙", 140 },
  { "胡", 116 }, { "朱", 115 }, { "高", 100 }, { "林", 102 }, { "何", 105 }, { "郭", 104 },
  { "马", 90 },  { "罗", 86 },  { "梁", 84 },  { "宋", 81 },  { "郑", 78 },  { "谢", 72 },
  { "韩", 68 },  { "唐", 65 },  { "冯", 64 },  { "于", 62 },  { "董", 61 },  { "萧", 20 },
  { "程", 57 },  { "曹", 57 },  { "袁", 54 },  { "邓", 54 },  { "许", 54 },  { "傅", 51 },
  { "沈", 50 },  { "曾", 50 },  { "彭", 49 },  { "吕", 47 },  { "苏", 46 },  { "卢", 46 },
  { "蒋", 46 },  { "蔡", 46 },  { "贾", 42 },  { "丁", 43 },  { "魏", 43 },  { "薛", 42 },
  { "叶", 42 },  { "阎", 20 },  { "余", 41 },  { "潘", 41 },  { "杜", 40 },  { "戴", 34 },
  { "夏", 33 },  { "钟", 32 },  { "汪", 32 },  { "田", 32 },  { "任", 31 },  { "姜", 31 },
  { "范", 30 },  { "方", 30 },  { "石", 30 },  { "姚", 30 },  { "谭", 29 },  { "廖", 29 },
  { "邹", 28 },  { "熊", 27 },  { "金", 27 },  { "陆", 27 },  { "郝", 26 },  { "孔", 26 },
  { "白", 25 },  { "崔", 25 },  { "康", 25 },  { "毛", 5 },   { "邱", 24 },  { "秦", 24 },
  { "江", 23 },  { "史", 23 },  { "顾", 22 },  { "侯", 22 },  { "邵", 21 },  { "孟", 21 },
  { "龙", 20 },  { "万", 20 },  { "段", 19 },  { "雷", 19 },  { "钱", 19 },  { "汤", 18 },
  { "尹", 17 },  { "黎", 17 },  { "易", 16 },  { "常", 16 },  { "武", 16 },  { "乔", 16 },
  { "贺", 15 },  { "赖", 15 },  { "龚", 15 },  { "文", 14 },  { "单", 8 },   { "仇", 8 },
  { "解", 8 },   { "盖", 6 },   { "翟", 8 },   { "查", 6 },   { "覃", 8 },   { "缪", 5 },
  { "欧阳", 10 }, { "上官", 8 }, { "司马", 8 }, { "诸葛", 6 }, { "皇甫", 6 }, { "尉迟", 5 },
  { "慕容", 5 },  { "令狐", 6 }, { "夏侯", 5 }, { "端木", 4 },
};
static const char *const hui_surnames[] = { "马", "沙", "丁", "哈", "海", "白", "金", "纳" };

/* First and second characters of given names: men, then women, each for people born before 1970,
 * before 1985 and later. */
static const char *const first_characters[2][GENERATIONS] = {
  { "建国德志世永长玉明文光树立正庆兴保福贵金", "志建晓海文永俊国立宏立向红东振兴学",
    "子浩宇俊嘉天明志思文博凯泽铭家一振" },
  { "秀桂玉淑凤春月爱美兰素金菊翠素慧", "丽晓海红艳小春雪玉亚慧文志秋", "雨思佳欣梦雅诗晓静文嘉心子若" },
};
static const char *const second_characters[2][GENERATIONS] = {
  { "山林华田海江贵成祥发生根才友安仁义昌荣祥", "东峰斌辉锋波伟杰林松阳亮明彬宁",
    "轩宇阳航帆晨睿涵豪哲翔然恒凡远宁楠" },
  { "英兰珍芳香莲花梅荣琴云凤娥芬", "霞燕梅娟敏芳玲红萍丽静琴英琼", "琪怡涵婷悦洁瑶欣彤萱颖琳妍薇" },
};
static const char *const single_characters[2][GENERATIONS] = {
  { "宏忠祥贵才福明兴安林", "辉峰斌波海超涛亮磊宁", "帆航凯洋晨轩宇浩翔楠" },
  { "英兰珍梅芬云凤琴", "丽敏霞燕静娟萍艳", "婷颖雪倩瑶琳洁悦" },
};
/* Some that input methods and old fonts do not know. */
static const char rare_characters[] = "䶮㛃𬱖翀旻喆堃赟淼頔玥犇燚";

static const char *const uygur_given[2][8] = {
  { "买买提", "吐尔逊", "艾力", "卡德尔", "阿不都", "热合曼", "亚森", "玉素甫" },
  { "阿依古丽", "热依汗", "古丽娜尔", "帕提古丽", "米热古丽", "努尔古丽", "早热古丽", "迪丽娜" },
};
static const char *const kazak_given[2][6] = {
  { "叶尔兰", "巴合提", "哈布力", "努尔江", "木拉提", "赛力克" },
  { "古丽扎", "阿依江", "努尔古丽", "沙吾列", "玛依拉", "库丽扎" },
};
static const char *const tibetan_given[2][8] = {
  { "扎西顿珠", "次仁多吉", "格桑旺堆", "丹增", "洛桑平措", "尼玛", "巴桑", "贡布" },
  { "卓玛", "央金", "德吉卓嘎", "拉姆", "白玛曲珍", "次仁央宗", "格桑梅朵", "达瓦" },
};
static const char *const mongol_given[2][6] = {
  { "巴特尔", "朝鲁", "苏和", "那日松", "布和", "格日勒图" },
  { "乌兰图雅", "其木格", "萨仁", "娜仁花", "乌云", "高娃" },
};
static const char *const yi_given[2][6] = {
  { "吉克·木呷", "沙马·拉哈", "阿苦·古者", "马海·日布", "勒则·尔古", "吉木·什布" },
  { "阿约·阿果", "沙马·阿依", "吉克·妞妞", "马海·阿支", "勒则·五加", "吉木·呷呷" },
};

static int
count_weights (void)
{
  int sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    sum += surnames[i].weight;
  return sum;
}

/**
 * ty_sample_name_pick_surname:
 * @rand: the sample's generator
 * @ethnicity: a code of GB/T 3304
 *
 * Returns: (nullable): a surname; %NULL for those peoples who bear none
 */
const char *
ty_sample_name_pick_surname (GRand      *rand,
                             const char *ethnicity)
{
  static const char *const none[] = { "02", "04", "05", "07", "17", NULL };
  int rest;

  if (g_strv_contains (none, ethnicity))
    return NULL;
  if (g_str_equal (ethnicity, "03"))
    return TY_SAMPLE_PICK (rand, hui_surnames);

  rest = ty_sample_draw_range (rand, 0, count_weights () - 1);
  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    {
      rest -= surnames[i].weight;
      if (rest < 0)
        return surnames[i].surname;
    }
  return surnames[0].surname;
}

static void
append_character (GRand      *rand,
                  GString    *name,
                  const char *characters)
{
  glong n = g_utf8_strlen (characters, -1);
  int drawn = ty_sample_draw_range (rand, 0, (int) n - 1);
  const char *at = g_utf8_offset_to_pointer (characters, drawn);

  g_string_append_unichar (name, g_utf8_get_char (at));
}

/* Names without surname: of one's own, and the father's after the dot. */
static char *
name_without_surname (GRand      *rand,
                      const char *ethnicity,
                      int         sex)
{
  guint row = sex == 2;

  if (g_str_equal (ethnicity, "05"))
    return g_strdup_printf ("%s·%s", TY_SAMPLE_PICK (rand, uygur_given[row]),
                            TY_SAMPLE_PICK (rand, uygur_given[0]));
  if (g_str_equal (ethnicity, "17"))
    return g_strdup_printf ("%s·%s", TY_SAMPLE_PICK (rand, kazak_given[row]),
                            TY_SAMPLE_PICK (rand, kazak_given[0]));
  if (g_str_equal (ethnicity, "04"))
    return g_strdup (TY_SAMPLE_PICK (rand, tibetan_given[row]));
  if (g_str_equal (ethnicity, "02"))
    return g_strdup (TY_SAMPLE_PICK (rand, mongol_given[row]));

  return g_strdup (TY_SAMPLE_PICK (rand, yi_given[row]));
}

/**
 * ty_sample_name_new:
 * @rand: the sample's generator
 * @surname: (nullable): of ty_sample_name_pick_surname()
 * @ethnicity: a code of GB/T 3304
 * @sex: 1 or 2
 * @year: of birth
 *
 * Returns: (transfer full): a name as it was given in that time
 */
char *
ty_sample_name_new (GRand      *rand,
                    const char *surname,
                    const char *ethnicity,
                    int         sex,
                    int         year)
{
  g_autoptr(GString) name = NULL;
  guint row = sex == 2;
  guint generation = year < 1970 ? 0 : year < 1985 ? 1 : 2;
  gboolean rare = ty_sample_draw_range (rand, 0, 999) < 12;

  if (surname == NULL)
    return name_without_surname (rand, ethnicity, sex);

  name = g_string_new (surname);
  if (ty_sample_draw_percent (rand, 70))
    {
      append_character (rand, name, first_characters[row][generation]);
      append_character (rand, name, rare ? rare_characters : second_characters[row][generation]);
    }
  else
    append_character (rand, name, rare ? rare_characters : single_characters[row][generation]);

  return g_string_free (g_steal_pointer (&name), FALSE);
}
