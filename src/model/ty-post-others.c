/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-post-others"

#include "config.h"

#include "ty-post-others.h"

#include <string.h>

#define MIN_CHARACTERS 2
#define MAX_CHARACTERS 20

/* Posts in a village that the list of posts has no code for. An organization and a title make one
 * (妇联副主席), and so does a word by itself (护林员). */
static const char *const organizations[] = {
  "妇联", "妇女联合会", "妇代会", "妇女", "妇女之家", "团支部", "共青团支部", "团总支", "团委", "共青团", "少先队",
  "民兵", "民兵连", "民兵营", "基干民兵", "武装", "治保", "治保会", "治调", "治安", "治安联防", "综治", "综治中心",
  "调解", "人民调解", "调解委员会", "人民调解委员会", "调委会", "计生", "计生协会", "计划生育", "卫健", "民政", "残联",
  "残协", "残疾人", "残疾人协会", "老年协会", "老协", "老龄", "老龄协会", "关工委", "红白理事会", "道德评议会",
  "村民议事会", "议事会", "禁毒", "禁毒禁赌会", "退役军人服务站", "退役军人", "新时代文明实践站", "文明实践站",
  "党群服务中心", "便民服务中心", "便民服务站", "服务站", "党小组", "网格", "网格党小组", "环境卫生", "公共卫生", "红十字会",
  "科协", "工会", "商会", "统战", "宗教", "社保", "劳动保障", "就业", "医保", "扶贫", "脱贫", "乡村振兴", "综合", "党务",
  "村务", "环保", "国土", "土管", "村建", "安全", "安全生产", "消防", "食品安全", "交通安全", "文化", "文体", "宣传", "农业",
  "农技", "林业", "水利", "畜牧", "防汛", "防火", "森林防火", "气象", "统计", "电商", "信息", "档案", "财务", "农经",
  "合作社", "工作", "自然村", "片区",
};

static const char *const titles[] = {
  "主席", "副主席", "主任", "副主任", "专职主任", "书记", "副书记", "委员", "组织委员", "宣传委员", "专职委员", "执委", "执行委员",
  "常委", "成员", "会长", "副会长", "理事长", "副理事长", "理事", "秘书长", "秘书", "干事", "专干", "专员", "干部", "副连长",
  "指导员", "教导员", "副营长", "副指导员", "排长", "副排长", "班长", "联络员", "信息员", "协理员", "协管员", "管理员", "宣传员",
  "专职", "专责", "组长", "副组长", "站长", "副站长", "长", "副长", "负责人", "代表", "辅导员", "助理", "助理员", "员",
};

static const char *const words[] = {
  "书记助理", "主任助理", "村助理", "支书助理", "村书记助理", "后备干部", "村级后备干部", "党小组长", "党小组组长", "党员代表",
  "党务工作者", "工作人员", "聘用干部", "专职干部", "副职", "定工干部", "定补干部", "误工干部", "常务干部", "半定补干部",
  "村医", "乡村医生", "卫生员", "防疫员", "动物防疫员", "兽医", "护林员", "生态护林员", "护路员", "河长", "村级河长", "巡河员",
  "林长", "田长", "路长", "街长", "楼长", "楼栋长", "单元长", "保洁员", "水管员", "电工", "农电工", "农技员", "科技特派员",
  "图书管理员", "农家书屋管理员", "报道员", "调解员", "人民调解员", "治安员", "治保员", "巡逻员", "治安巡逻员", "联防队员",
  "联防队长", "辅警", "村辅警", "法律明白人", "人民陪审员", "监督员", "廉政监督员", "出纳员", "会计员", "记账员", "统计员",
  "报务员", "代办员", "便民代办员", "记工员", "保管员", "炊事员", "社工", "社会工作者", "志愿者", "志愿服务队队长", "民警",
  "副网格长", "联户长", "十户长", "户长", "村民小组副组长", "副小组长", "自然村长", "片长", "联系人",
};

/* What stands in a column of posts and is none. */
static const char *const none[] = {
  "退休", "去世", "离任", "离职", "免职", "辞职", "已辞职", "已离任", "已免职", "已退休", "已去世", "病故", "死亡", "空缺", "暂缺",
  "缺职", "待定", "待补", "不详", "未定", "同上", "见备注", "外出", "请假", "停职", "委员", "成员", "副职", "两委委员", "两委成员",
  "两委", "村两委", "村两委委员", "村两委成员", "干部", "村干部", "党员", "群众", "村民", "居民", "非一肩挑",
};

/* What was held before is not held. */
static const char *const former[] = { "原", "前任", "曾任", "历任" };

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

/**
 * ty_post_others_match:
 * @piece: a folded piece of a title
 *
 * Returns: how many of the last bytes of @piece name a post that has no code of its own; 0 where none is
 *   known
 */
gsize
ty_post_others_match (const char *piece)
{
  gsize length, best = 0;

  g_return_val_if_fail (piece != NULL, 0);

  length = strlen (piece);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    ends_longer (piece, length, words[i], &best);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      gsize title = 0, organization = 0;

      if (!ends_longer (piece, length, titles[i], &title))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (organizations); j++)
        ends_longer (piece, length - title, organizations[j], &organization);
      if (organization > 0)
        best = MAX (best, title + organization);
    }
  return best;
}

/**
 * ty_post_others_may_be:
 * @piece: a folded piece of a title
 *
 * Returns: whether words that nobody knows may be a post at all: some characters that can be read, and none
 *   of the words that say that there is no post (退休, 空缺), or not which one (委员)
 */
gboolean
ty_post_others_may_be (const char *piece)
{
  glong n = g_utf8_strlen (piece, -1);

  g_return_val_if_fail (piece != NULL, FALSE);

  if (n < MIN_CHARACTERS || n > MAX_CHARACTERS)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    if (strcmp (piece, none[i]) == 0)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (former); i++)
    if (g_str_has_prefix (piece, former[i]))
      return FALSE;
  for (const char *p = piece; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalpha (g_utf8_get_char (p)) && !g_unichar_isdigit (g_utf8_get_char (p)))
      return FALSE;

  return g_unichar_get_script (g_utf8_get_char (piece)) == G_UNICODE_SCRIPT_HAN
         || g_unichar_get_script (g_utf8_get_char (g_utf8_offset_to_pointer (piece, n - 1)))
              == G_UNICODE_SCRIPT_HAN;
}
