/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pinyin"

#include "config.h"

#include "ty-pinyin.h"

#include "ty-script-table.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

typedef enum
{
  READING_SURNAME,
  READING_GIVEN,
} Reading;

typedef struct
{
  const char *text;
  const char *pinyin;
} Exception;

/* Surnames that ICU's Han-Latin/Names reads otherwise than the people who bear them. */
static const Exception surnames[] = {
  { "么", "yao" },  { "乜", "nie" },  { "佴", "nai" },  { "句", "gou" },
  { "尉", "wei" },  { "朴", "piao" }, { "洗", "xian" }, { "牟", "mou" },
  { "祭", "zhai" }, { "粘", "nian" }, { "缪", "miao" }, { "莘", "shen" },
  { "薄", "bo" },   { "覃", "qin" },  { "都", "du" },   { "阚", "kan" },
};

/* In given names; ICU gives the reading of the word that is most common elsewhere. */
static const Exception given[] = {
  { "佛", "fo" }, { "卜", "bu" },   { "晟", "sheng" }, { "曾", "zeng" },
  { "朴", "pu" }, { "缪", "miao" }, { "薄", "bo" },    { "长", "chang" },
};

static const Exception compounds[] = {
  { "万俟", "mo qi" },     { "上官", "shang guan" }, { "东方", "dong fang" }, { "东郭", "dong guo" },
  { "乐正", "yue zheng" }, { "令狐", "ling hu" },    { "公冶", "gong ye" },   { "公孙", "gong sun" },
  { "公羊", "gong yang" }, { "单于", "chan yu" },    { "南宫", "nan gong" },  { "司徒", "si tu" },
  { "司空", "si kong" },   { "司马", "si ma" },      { "呼延", "hu yan" },    { "夏侯", "xia hou" },
  { "太史", "tai shi" },   { "子车", "zi ju" },      { "宇文", "yu wen" },    { "宗政", "zong zheng" },
  { "尉迟", "yu chi" },    { "慕容", "mu rong" },    { "拓跋", "tuo ba" },    { "梁丘", "liang qiu" },
  { "欧阳", "ou yang" },   { "淳于", "chun yu" },    { "澹台", "tan tai" },   { "濮阳", "pu yang" },
  { "独孤", "du gu" },     { "申屠", "shen tu" },    { "百里", "bai li" },    { "皇甫", "huang fu" },
  { "端木", "duan mu" },   { "第五", "di wu" },      { "西门", "xi men" },    { "诸葛", "zhu ge" },
  { "谷梁", "gu liang" },  { "赫连", "he lian" },    { "轩辕", "xuan yuan" }, { "钟离", "zhong li" },
  { "长孙", "zhang sun" }, { "闻人", "wen ren" },    { "闾丘", "lv qiu" },    { "颛孙", "zhuan sun" },
  { "鲜于", "xian yu" },
};

static GMutex mutex;
static UTransliterator *transliterators[READING_GIVEN + 1]; /* guarded by mutex */
static GHashTable *readings[READING_GIVEN + 1];             /* guarded by mutex */

static const char *
find_exception (const Exception *table,
                guint            n,
                const char      *text)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (table[i].text, text))
      return table[i].pinyin;

  return NULL;
}

/* "lǚ" becomes "lv" and "zhǎng" "zhang"; what is not Latin is left out. */
static char *
to_plain_letters (const char *text)
{
  g_autofree char *split = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *plain = g_string_new (NULL);

  for (const char *p = split; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x0308 && plain->len > 0 && plain->str[plain->len - 1] == 'u')
        plain->str[plain->len - 1] = 'v';
      else if (c < 0x80 && g_ascii_isalnum ((char) c))
        g_string_append_c (plain, g_ascii_tolower ((char) c));
    }

  return g_string_free (plain, FALSE);
}

static UTransliterator *
open_transliterator (Reading reading)
{
  const char *id = reading == READING_SURNAME ? "Han-Latin/Names" : "Han-Latin";
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *opened;
  UChar name[32];

  u_uastrncpy (name, id, G_N_ELEMENTS (name));
  opened = utrans_openU (name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    {
      g_warning ("ICU has no %s: %s", id, u_errorName (status));
      return NULL;
    }

  return opened;
}

static char *
ask_icu (gunichar character,
         Reading  reading)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar buffer[64];
  char utf8[128];
  int32_t length = 0, limit;

  if (transliterators[reading] == NULL)
    transliterators[reading] = open_transliterator (reading);
  if (transliterators[reading] == NULL)
    return g_strdup ("");

  U16_APPEND_UNSAFE (buffer, length, character);
  buffer[length] = 0;
  limit = length;
  utrans_transUChars (transliterators[reading], buffer, &length, G_N_ELEMENTS (buffer), 0, &limit,
                      &status);
  u_strToUTF8 (utf8, sizeof utf8, NULL, buffer, length, &status);

  return U_SUCCESS (status) ? to_plain_letters (utf8) : g_strdup ("");
}

static char *
find_reading (gunichar character,
              Reading  reading)
{
  char text[7] = { 0 };
  const char *pinyin;

  g_unichar_to_utf8 (ty_script_table_simplify (character), text);
  pinyin = reading == READING_SURNAME ? find_exception (surnames, G_N_ELEMENTS (surnames), text)
                                      : find_exception (given, G_N_ELEMENTS (given), text);

  return pinyin != NULL ? g_strdup (pinyin) : ask_icu (character, reading);
}

/* Cached for each character: a county's names need some hundreds, ICU 20 microseconds for each. */
static const char *
read_character (gunichar character,
                Reading  reading)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  char *pinyin;

  if (readings[reading] == NULL)
    readings[reading] = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  pinyin = g_hash_table_lookup (readings[reading], GUINT_TO_POINTER (character));
  if (pinyin == NULL)
    {
      pinyin = find_reading (character, reading);
      g_hash_table_insert (readings[reading], GUINT_TO_POINTER (character), pinyin);
    }

  return pinyin;
}

static void
append_token (GString    *pinyin,
              const char *token)
{
  if (*token == '\0')
    return;
  if (pinyin->len > 0)
    g_string_append_c (pinyin, ' ');
  g_string_append (pinyin, token);
}

/* A name of three characters or more that begins with a surname of two. */
static const char *
find_compound (const char *name)
{
  char text[13] = { 0 };
  int length;

  if (g_utf8_strlen (name, -1) < 3)
    return NULL;

  length = g_unichar_to_utf8 (ty_script_table_simplify (g_utf8_get_char (name)), text);
  g_unichar_to_utf8 (ty_script_table_simplify (g_utf8_get_char (g_utf8_next_char (name))),
                     text + length);

  return find_exception (compounds, G_N_ELEMENTS (compounds), text);
}

static const char *
append_latin (GString    *pinyin,
              const char *p)
{
  g_autoptr(GString) word = g_string_new (NULL);

  for (; g_ascii_isalnum (*p); p++)
    g_string_append_c (word, g_ascii_tolower (*p));
  append_token (pinyin, word->str);

  return p;
}

/**
 * ty_pinyin_for_name:
 * @name: a person's name, in either script
 *
 * The first character is read as a surname, or the first two where they are one (欧阳, 尉迟), the
 * rest as a given name. A name with `·` has no Chinese surname and is read plainly. ü is written
 * v, as on keyboards; ty_pinyin_search_key() makes lü, lv and lu one. Where a person's own reading
 * is another, the office corrects it: what is stored counts, this is only the proposal.
 *
 * The first call opens ICU's transliterators, about 0.1 seconds each: call it from a worker.
 * Any thread may call it.
 *
 * Returns: (transfer full): syllables in lower-case ASCII with one blank between: `zeng xiao ming`
 */
char *
ty_pinyin_for_name (const char *name)
{
  g_autofree char *valid = NULL;
  GString *pinyin;
  const char *p;
  Reading reading = READING_SURNAME;

  g_return_val_if_fail (name != NULL, NULL);

  valid = g_utf8_make_valid (name, -1);
  pinyin = g_string_new (NULL);
  p = valid;
  if (strstr (valid, "·") != NULL)
    reading = READING_GIVEN;
  else if (find_compound (valid) != NULL)
    {
      append_token (pinyin, find_compound (valid));
      p = g_utf8_next_char (g_utf8_next_char (valid));
      reading = READING_GIVEN;
    }

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isalnum (*p))
        {
          p = append_latin (pinyin, p);
          continue;
        }
      if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN)
        {
          append_token (pinyin, read_character (c, reading));
          reading = READING_GIVEN;
        }
      p = g_utf8_next_char (p);
    }

  return g_string_free (pinyin, FALSE);
}

/**
 * ty_pinyin_initials:
 * @pinyin: syllables of ty_pinyin_for_name()
 *
 * Returns: (transfer full): the first letter of each: `zxm`
 */
char *
ty_pinyin_initials (const char *pinyin)
{
  GString *initials;

  g_return_val_if_fail (pinyin != NULL, NULL);

  initials = g_string_new (NULL);
  for (const char *p = pinyin; *p != '\0'; p++)
    if (*p != ' ' && (p == pinyin || p[-1] == ' '))
      g_string_append_c (initials, g_ascii_tolower (*p));

  return g_string_free (initials, FALSE);
}

/**
 * ty_pinyin_search_key:
 * @text: stored pinyin, or what a user types to search it
 *
 * Both sides of a search go through it: letters and digits only, without tones, blanks and
 * apostrophes, and u for v and ü. `Lǚ Xi'an`, `lv xian` and `luxian` are one.
 *
 * Returns: (transfer full): the key
 */
char *
ty_pinyin_search_key (const char *text)
{
  char *key;

  g_return_val_if_fail (text != NULL, NULL);

  key = to_plain_letters (text);
  for (char *p = key; *p != '\0'; p++)
    if (*p == 'v')
      *p = 'u';

  return key;
}
