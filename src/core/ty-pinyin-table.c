/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pinyin-table"

#include "config.h"

#include "ty-pinyin-table.h"

#include "ty-pinyin.h"
#include "ty-script-table.h"

#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* The unified ideographs of the BMP, of which nearly every name is made. */
#define FIRST 0x4E00
#define LAST 0x9FFF

typedef struct
{
  const char *text;
  const char *pinyin;
} Exception;

/* Surnames that ICU's Han-Latin reads otherwise than the people who bear them. (Its
 * Han-Latin/Names, which knows half of these, is opened and asked for as long again.) */
static const Exception surnames[] = {
  { "么", "yao" },     { "乐", "yue" },     { "乜", "nie" },     { "仇", "qiu" },     { "佴", "nai" },
  { "刀", "dao" },     { "匙", "chi" },     { "区", "ou" },      { "单", "shan" },    { "卜", "bu" },
  { "句", "gou" },     { "召", "shao" },    { "员", "yun" },     { "圈", "juan" },    { "尉", "wei" },
  { "折", "she" },     { "拓", "tuo" },     { "曾", "zeng" },    { "朴", "piao" },    { "查", "zha" },
  { "洗", "xian" },    { "炅", "gui" },     { "牟", "mou" },     { "盖", "ge" },      { "祭", "zhai" },
  { "种", "chong" },   { "秘", "bi" },      { "筠", "jun" },     { "粘", "nian" },    { "繁", "po" },
  { "缪", "miao" },    { "翟", "zhai" },    { "莘", "shen" },    { "蔚", "yu" },      { "薄", "bo" },
  { "覃", "qin" },     { "角", "jue" },     { "解", "xie" },     { "都", "du" },      { "重", "chong" },
  { "长", "chang" },   { "阚", "kan" },     { "隗", "wei" },
};

/* In given names; ICU gives the reading of the word that is most common elsewhere. */
static const Exception given[] = {
  { "了", "liao" },    { "什", "shi" },     { "仇", "qiu" },     { "佛", "fo" },      { "偲", "si" },
  { "勒", "le" },      { "卜", "bu" },      { "地", "di" },      { "媞", "ti" },      { "峤", "qiao" },
  { "崚", "ling" },    { "拓", "tuo" },     { "昳", "yi" },      { "晟", "sheng" },   { "曾", "zeng" },
  { "朴", "pu" },      { "椹", "shen" },    { "泊", "bo" },      { "率", "shuai" },   { "玚", "yang" },
  { "的", "di" },      { "缪", "miao" },    { "翟", "zhai" },    { "芾", "fu" },      { "葚", "shen" },
  { "薄", "bo" },      { "还", "huan" },    { "都", "du" },      { "长", "chang" },   { "阚", "kan" },
  { "隽", "jun" },     { "鹄", "hu" },
};

static const Exception compounds[] = {
  { "万俟", "mo qi" },     { "上官", "shang guan" }, { "东方", "dong fang" }, { "东郭", "dong guo" },
  { "东野", "dong ye" },   { "东门", "dong men" },   { "主父", "zhu fu" },    { "乐正", "yue zheng" },
  { "乞伏", "qi fu" },     { "亓官", "qi guan" },    { "令狐", "ling hu" },   { "仲孙", "zhong sun" },
  { "公伯", "gong bo" },   { "公冶", "gong ye" },    { "公孙", "gong sun" },  { "公羊", "gong yang" },
  { "公良", "gong liang" }, { "公西", "gong xi" },   { "北宫", "bei gong" },  { "单于", "chan yu" },
  { "南宫", "nan gong" },  { "南门", "nan men" },    { "即墨", "ji mo" },     { "叔孙", "shu sun" },
  { "司寇", "si kou" },    { "司徒", "si tu" },      { "司空", "si kong" },   { "司马", "si ma" },
  { "呼延", "hu yan" },    { "哥舒", "ge shu" },     { "夏侯", "xia hou" },   { "太叔", "tai shu" },
  { "太史", "tai shi" },   { "夹谷", "jia gu" },     { "子车", "zi ju" },     { "季孙", "ji sun" },
  { "孟孙", "meng sun" },  { "宇文", "yu wen" },     { "完颜", "wan yan" },   { "宗政", "zong zheng" },
  { "宰父", "zai fu" },    { "尉迟", "yu chi" },     { "尔朱", "er zhu" },    { "屈突", "qu tu" },
  { "左丘", "zuo qiu" },   { "巫马", "wu ma" },      { "微生", "wei sheng" }, { "慕容", "mu rong" },
  { "拓跋", "tuo ba" },    { "斛律", "hu lv" },      { "梁丘", "liang qiu" }, { "欧阳", "ou yang" },
  { "段干", "duan gan" },  { "毌丘", "guan qiu" },   { "沮渠", "ju qu" },     { "淳于", "chun yu" },
  { "漆雕", "qi diao" },   { "澹台", "tan tai" },    { "濮阳", "pu yang" },   { "独孤", "du gu" },
  { "申屠", "shen tu" },   { "百里", "bai li" },     { "皇甫", "huang fu" },  { "相里", "xiang li" },
  { "秃发", "tu fa" },     { "端木", "duan mu" },    { "第五", "di wu" },     { "纳兰", "na lan" },
  { "羊舌", "yang she" },  { "耶律", "ye lv" },      { "西门", "xi men" },    { "诸葛", "zhu ge" },
  { "豆卢", "dou lu" },    { "谷梁", "gu liang" },   { "贺兰", "he lan" },    { "赫连", "he lian" },
  { "轩辕", "xuan yuan" }, { "达奚", "da xi" },      { "钟离", "zhong li" },  { "长孙", "zhang sun" },
  { "闻人", "wen ren" },   { "闾丘", "lv qiu" },     { "颛孙", "zhuan sun" }, { "高堂", "gao tang" },
  { "鲜于", "xian yu" },   { "黑齿", "hei chi" },
};

/* Filled when a character is first asked for: texts that last, read without a lock. */
static const char *table[TY_PINYIN_GIVEN + 1][LAST - FIRST + 1];

static GMutex mutex;
static UTransliterator *transliterator;       /* guarded by mutex */
static GHashTable *rare[TY_PINYIN_GIVEN + 1]; /* guarded by mutex; characters outside of the table */

static gboolean
is_in_table (gunichar character)
{
  return character >= FIRST && character <= LAST;
}

static const char *
find_exception (const Exception *exceptions,
                guint            n,
                const char      *text)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (exceptions[i].text, text))
      return exceptions[i].pinyin;

  return NULL;
}

static gpointer
open_transliterator (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *opened;
  UChar name[16];

  u_uastrncpy (name, "Han-Latin", G_N_ELEMENTS (name));
  opened = utrans_openU (name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    {
      g_warning ("ICU has no Han-Latin: %s", u_errorName (status));
      return NULL;
    }

  return opened;
}

static const char *
ask_icu (gunichar character)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar buffer[64];
  char text[128];
  int32_t length = 0, limit;
  g_autofree char *letters = NULL;

  if (transliterator == NULL)
    transliterator = open_transliterator ();
  if (transliterator == NULL)
    return "";

  U16_APPEND_UNSAFE (buffer, length, character);
  buffer[length] = 0;
  limit = length;
  utrans_transUChars (transliterator, buffer, &length, G_N_ELEMENTS (buffer), 0, &limit, &status);
  u_strToUTF8 (text, sizeof text, NULL, buffer, length, &status);
  if (U_FAILURE (status))
    return "";

  letters = ty_pinyin_to_letters (text);
  return g_intern_string (letters);
}

static const char *
find_reading (gunichar        character,
              TyPinyinReading reading)
{
  char text[7] = { 0 };
  const char *pinyin;

  g_unichar_to_utf8 (ty_script_table_simplify (character), text);
  pinyin = reading == TY_PINYIN_SURNAME
             ? find_exception (surnames, G_N_ELEMENTS (surnames), text)
             : find_exception (given, G_N_ELEMENTS (given), text);

  return pinyin != NULL ? pinyin : ask_icu (character);
}

static const char *
read_rare (gunichar        character,
           TyPinyinReading reading)
{
  gpointer key = GUINT_TO_POINTER (character);
  gpointer pinyin;

  if (rare[reading] == NULL)
    rare[reading] = g_hash_table_new (NULL, NULL);

  pinyin = g_hash_table_lookup (rare[reading], key);
  if (pinyin == NULL)
    {
      pinyin = (gpointer) find_reading (character, reading);
      g_hash_table_insert (rare[reading], key, pinyin);
    }

  return pinyin;
}

/* ICU takes ten microseconds for a character, and a tenth of a second before the first. */
static const char *
read_slowly (gunichar        character,
             TyPinyinReading reading)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  const char *pinyin;

  if (!is_in_table (character))
    return read_rare (character, reading);

  pinyin = find_reading (character, reading);
  g_atomic_pointer_set (&table[reading][character - FIRST], pinyin);
  return pinyin;
}

/**
 * ty_pinyin_table_read:
 * @character: a Chinese character, in either script
 * @reading: where it stands
 *
 * What was asked once is read again without a lock, by any thread.
 *
 * Returns: its syllable in lower-case ASCII, the empty text where none is known
 */
const char *
ty_pinyin_table_read (gunichar        character,
                      TyPinyinReading reading)
{
  const char *pinyin = is_in_table (character)
                         ? g_atomic_pointer_get (&table[reading][character - FIRST])
                         : NULL;

  return pinyin != NULL ? pinyin : read_slowly (character, reading);
}

/* Whether a surname of two characters can begin so; few names do. */
static gpointer
collect_beginnings (gpointer data)
{
  GHashTable *beginnings = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (compounds); i++)
    g_hash_table_add (beginnings, GUINT_TO_POINTER (g_utf8_get_char (compounds[i].text)));

  return beginnings;
}

/**
 * ty_pinyin_table_read_compound:
 * @first: the first character of a name
 * @second: the second
 *
 * Returns: (nullable): the syllables of both if they are one surname in either script, such as 欧阳
 */
const char *
ty_pinyin_table_read_compound (gunichar first,
                               gunichar second)
{
  static GOnce once = G_ONCE_INIT;
  char text[13] = { 0 };
  int length;

  first = ty_script_table_simplify (first);
  g_once (&once, collect_beginnings, NULL);
  if (!g_hash_table_contains (once.retval, GUINT_TO_POINTER (first)))
    return NULL;

  length = g_unichar_to_utf8 (first, text);
  g_unichar_to_utf8 (ty_script_table_simplify (second), text + length);
  return find_exception (compounds, G_N_ELEMENTS (compounds), text);
}
