/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sample-mass-words"

#include "config.h"

#include "ty-sample-mass-words.h"

#include "ty-sample-draw.h"

/* Names of places that are invented, however many there are. Cities and counties are made of
 * syllables that no county of the country puts together. */

static const char *const county_firsts[] = {
  "栗", "桐", "柏", "澄", "雁", "梨", "枫", "岚", "沐", "筠", "榆", "槐", "松", "芦", "棠", "鹤",
  "鹿", "樟", "桂", "荻", "霁", "芸", "苇", "菱", "荷", "莲", "兰", "芷", "蕙", "桑", "柘", "椿",
  "楠", "檀", "杉", "枣", "柿", "栎", "梧", "桃", "杏", "橘", "槿", "葵", "苓", "蓼", "蒲", "荆",
  "藜", "茜", "芃", "苔",
};
static const char *const county_seconds[] = {
  "麓", "坞", "汀", "屏", "湄", "岚", "墅", "苑", "畹", "澜", "崖", "岫", "渚", "畔", "堤", "湾",
  "浦", "滩", "渡", "堰", "畈", "埠", "栈", "阁", "桥", "井", "涧", "岸", "圩", "垸", "砦", "堡",
  "坡", "峪", "垄", "塬", "坳", "峒", "埝", "砚", "舫", "榭", "棚", "篱", "垭", "碓", "磨", "窑",
  "碑", "坊", "驿", "楼", "廊", "圃", "陌", "畦",
};

static const char *const township_firsts[] = {
  "栗", "桐", "柏", "澄", "雁", "梨", "枫", "岚", "沐", "筠", "榆", "槐", "松", "芦", "棠", "鹤",
  "鹿", "樟", "桂", "荻", "石", "白", "青", "黄", "红", "双", "三", "五", "九", "金", "银", "玉",
  "龙", "凤", "马", "牛", "清", "沙", "泉", "云",
};
static const char *const township_lasts[] = {
  "塘", "麓", "坞", "汀", "坪", "溪", "岭", "渡", "桥", "台", "滩", "冈", "浦", "堰", "畈", "埠",
  "河", "沟", "湾", "店", "铺", "集", "寨", "堡", "泉", "峪", "山", "坡", "井", "庙", "楼", "屯",
};
static const char *const township_directions[] = {
  "东", "西", "南", "北", "上", "下", "前", "后", "大", "小", "新", "老",
};

static const char *const village_firsts[] = {
  "大", "小", "上", "下", "东", "西", "南", "北", "前", "后", "新", "老", "中", "里", "外", "高",
};
static const char *const village_middles[] = {
  "杨", "柳", "松", "桃", "李", "石", "龙", "马", "白", "黑", "沙", "泉", "王", "张", "陈", "槐",
  "枣", "竹", "梅", "银", "清", "周", "罗", "谢", "赵", "孙", "吴", "郑", "冯", "何", "吕", "孔",
  "曹", "严", "金", "魏", "姜", "潘", "葛", "范", "彭", "鲁", "韦", "苗", "方", "袁", "唐", "薛",
  "贺", "汤", "安", "常", "傅", "卞", "康", "顾", "孟", "黄", "穆", "萧", "尹", "姚", "邵", "汪",
};
static const char *const village_lasts[] = {
  "河", "沟", "坪", "湾", "庄", "坝", "岭", "塘", "桥", "寨", "洼", "坡", "家湾", "家沟", "家庄",
  "家坪", "家岭", "家寨", "家桥", "家堡", "家塘", "家坳", "树", "屋场", "山", "集", "店", "营", "屯",
  "铺", "井", "圩",
};
static const char *const community_firsts[] = {
  "朝", "文", "滨", "屏", "西", "东", "学", "园", "迎", "和", "锦", "南", "北", "新", "长", "永",
  "福", "康", "兴", "春", "光", "丰", "嘉", "翠",
};
static const char *const community_lasts[] = {
  "晖", "畅", "绣", "苑", "馨", "府", "宾", "园", "庭", "悦", "祥", "锦", "怡", "颐", "景", "雅",
  "融", "瑞", "澜", "萃", "霞", "荫", "汇", "裕",
};

G_STATIC_ASSERT (G_N_ELEMENTS (county_firsts) * G_N_ELEMENTS (county_seconds)
                 == TY_SAMPLE_MASS_SEATS_OF_POWER);

/**
 * ty_sample_mass_words_set_county:
 * @name: where the name goes
 * @number: which; each below %TY_SAMPLE_MASS_SEATS_OF_POWER has another name
 * @suffix: `县`, `区` or `市`
 */
void
ty_sample_mass_words_set_county (GString    *name,
                                 guint       number,
                                 const char *suffix)
{
  guint first = number % G_N_ELEMENTS (county_firsts);
  guint second = number / G_N_ELEMENTS (county_firsts) + first;

  g_string_assign (name, county_firsts[first]);
  g_string_append (name, county_seconds[second % G_N_ELEMENTS (county_seconds)]);
  g_string_append (name, suffix);
}

/**
 * ty_sample_mass_words_set_township:
 * @name: where the name goes
 * @rand: the sample's generator
 * @suffix: `街道`, `镇` or `乡`
 */
void
ty_sample_mass_words_set_township (GString    *name,
                                   GRand      *rand,
                                   const char *suffix)
{
  g_string_truncate (name, 0);
  if (ty_sample_draw_percent (rand, 15))
    g_string_append (name, TY_SAMPLE_PICK (rand, township_directions));
  g_string_append (name, TY_SAMPLE_PICK (rand, township_firsts));
  g_string_append (name, TY_SAMPLE_PICK (rand, township_lasts));
  g_string_append (name, suffix);
}

/**
 * ty_sample_mass_words_set_village:
 * @name: where the name goes
 * @rand: the sample's generator
 * @community: whether it is a community
 */
void
ty_sample_mass_words_set_village (GString  *name,
                                  GRand    *rand,
                                  gboolean  community)
{
  g_string_truncate (name, 0);
  if (community && ty_sample_draw_percent (rand, 80))
    {
      g_string_append (name, TY_SAMPLE_PICK (rand, community_firsts));
      g_string_append (name, TY_SAMPLE_PICK (rand, community_lasts));
    }
  else
    {
      if (ty_sample_draw_percent (rand, 45))
        g_string_append (name, TY_SAMPLE_PICK (rand, village_firsts));
      g_string_append (name, TY_SAMPLE_PICK (rand, village_middles));
      g_string_append (name, TY_SAMPLE_PICK (rand, village_lasts));
    }
  g_string_append (name, community ? "社区" : "村");
}
