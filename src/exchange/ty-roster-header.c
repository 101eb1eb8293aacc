/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-header"

#include "config.h"

#include "ty-roster-header.h"

#include "ty-text.h"

#include <string.h>

/* A row is taken for the header if it names the people and at least so many other columns. */
#define LEAST_COLUMNS 3

/* The names that offices give to each column, in simplified script and without blanks and brackets:
 * 村（社区） is 村社区. */
static const char *const synonyms[TY_N_ROSTER_COLUMNS] = {
  [TY_ROSTER_COLUMN_TOWNSHIP] =
    "乡镇 乡镇街道 乡镇名称 镇街 镇街道 镇乡 镇办 乡镇办 街道 街镇 镇 乡 所在乡镇 所属乡镇 所在乡镇街道 "
    "所属乡镇街道 所在镇街 所属镇街 乡镇街道名称 镇街名称 街道乡镇 乡街道 街道办 township",
  [TY_ROSTER_COLUMN_VILLAGE] =
    "村 村社区 村居 行政村 建制村 村名 村名称 村别 社区 社区名称 村社区名称 村居名称 所在村 所属村 所在村社区 "
    "所属村社区 所在村居 所属村居 所在社区 任职村 任职村社区 村或社区 村委会 村级 village",
  [TY_ROSTER_COLUMN_UNIT] =
    "单位 单位名称 所在单位 工作单位 任职单位 乡镇村 乡镇及村 乡镇村社区 所在乡镇村 所在乡镇村社区 所属单位 村全称",
  [TY_ROSTER_COLUMN_NAME] = "姓名 名字 干部姓名 成员姓名 人员姓名 村干部姓名 name",
  [TY_ROSTER_COLUMN_SEX] = "性别 男女 sex",
  [TY_ROSTER_COLUMN_BIRTH] =
    "出生年月 出生日期 出生时间 出生年月日 出生 生日 出生月份 出生年份 birth",
  [TY_ROSTER_COLUMN_ETHNICITY] = "民族 族别 民族成份 民族成分",
  [TY_ROSTER_COLUMN_NATIVE_PLACE] = "籍贯 户籍 原籍",
  [TY_ROSTER_COLUMN_POLITICAL] = "政治面貌 政治面目 面貌 党派 是否党员",
  [TY_ROSTER_COLUMN_PARTY_DATE] =
    "入党时间 入党年月 入党日期 入党 加入党派时间 加入党组织时间 加入中国共产党时间 何时入党",
  [TY_ROSTER_COLUMN_WORK_DATE] = "参加工作时间 参加工作年月 工作时间 参工时间 参加工作日期",
  [TY_ROSTER_COLUMN_EDUCATION] =
    "学历 文化程度 最高学历 文化 学历层次 受教育程度 学历情况 现有学历 教育程度",
  [TY_ROSTER_COLUMN_EDUCATION_FULL_TIME] =
    "全日制学历 全日制教育学历 全日制教育 全日制 学历全日制 全日制教育学历学位 全日制学历学位 全日制文化程度 "
    "第一学历 初始学历 原始学历 学历学位全日制 全日制教育学历层次",
  [TY_ROSTER_COLUMN_EDUCATION_IN_SERVICE] =
    "在职学历 在职教育学历 在职教育 在职 学历在职 在职教育学历学位 在职学历学位 在职文化程度 后续学历 后取学历 "
    "学历学位在职 在职教育学历层次",
  [TY_ROSTER_COLUMN_SCHOOL] =
    "毕业院校及专业 毕业院校 毕业学校 毕业学校及专业 毕业院校系及专业 院校及专业 毕业院校专业 毕业学校专业 "
    "学校及专业 何时何校何专业毕业 毕业院校与专业 毕业院校和专业",
  [TY_ROSTER_COLUMN_SCHOOL_FULL_TIME] =
    "全日制教育毕业院校及专业 全日制毕业院校及专业 全日制教育毕业院校系及专业 全日制教育毕业院校 全日制毕业院校 "
    "全日制毕业院校系及专业 全日制教育院校及专业 全日制院校及专业",
  [TY_ROSTER_COLUMN_SCHOOL_IN_SERVICE] =
    "在职教育毕业院校及专业 在职毕业院校及专业 在职教育毕业院校系及专业 在职教育毕业院校 在职毕业院校 "
    "在职毕业院校系及专业 在职教育院校及专业 在职院校及专业",
  [TY_ROSTER_COLUMN_POST] =
    "现任职务 职务 现职务 职务名称 任职情况 村内职务 担任职务 所任职务 现任村内职务 现任村职务 现任岗位 岗位 现职 "
    "任职 任职职务 村两委职务 两委职务 两委任职 现任两委职务 现担任职务 现任职情况 职务情况 当选职务 村干部职务 post",
  [TY_ROSTER_COLUMN_POST_PARTY] =
    "党组织职务 党内职务 党支部职务 村党组织职务 党组织任职 现任党组织职务 现任党内职务 党支部委员会职务 "
    "党组织班子职务 村党支部职务 支委职务 现任职务党组织职务 现任职务党内职务",
  [TY_ROSTER_COLUMN_POST_COMMITTEE] =
    "村委会职务 村居委会职务 居委会职务 村民委员会职务 居民委员会职务 村委职务 村居委职务 自治组织职务 行政职务 "
    "现任村委会职务 村委会居委会职务 村民自治组织职务 村委会任职 现任职务村委会职务 现任职务村居委会职务",
  [TY_ROSTER_COLUMN_POST_OTHER] = "其他职务 兼任职务 兼职 其他任职 兼任 其它职务 现任职务其他职务",
  [TY_ROSTER_COLUMN_SINCE] =
    "任现职时间 任职时间 任现职务时间 现任职务时间 任职年月 任现职年月 任现职日期 任职日期 任现职起始时间 现职任职时间 "
    "现任职时间 任职起始时间 何时任现职 任现职务年月 现职务任职时间 当选时间 本届任职时间 上任时间",
  [TY_ROSTER_COLUMN_ID_NUMBER] =
    "身份证号 身份证号码 身份证 公民身份号码 公民身份证号 公民身份证号码 居民身份证号 居民身份证号码 身份证件号 "
    "身份证件号码 证件号码 idnumber",
  [TY_ROSTER_COLUMN_SOURCE] =
    "来源 人员来源 干部来源 来源类别 人选来源 来源渠道 人员来源类别 人选来源类别 产生来源 来源类型 人员类型",
  [TY_ROSTER_COLUMN_PHONE] =
    "联系电话 手机号 手机号码 电话 联系方式 手机 电话号码 联系手机 联系电话手机 移动电话 本人电话 phone",
  [TY_ROSTER_COLUMN_NOTE] = "备注 说明 附注 note",
};

/* The heading without blanks, brackets and marks, in simplified script. */
static char *
normalize (const char *text,
           gboolean    drop_brackets)
{
  g_autofree char *folded = ty_text_fold (text);
  GString *plain = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean opens = c == '(' || c == 0xFF08 || c == '[' || c == 0x3010 || c == 0x3014;
      gboolean closes = c == ')' || c == 0xFF09 || c == ']' || c == 0x3011 || c == 0x3015;

      depth += opens;
      if (g_unichar_isalpha (c) && (depth == 0 || !drop_brackets))
        g_string_append_unichar (plain, c);
      if (closes && depth > 0)
        depth--;
    }
  return g_string_free (plain, FALSE);
}

static gboolean
has_word (const char *words,
          const char *word)
{
  size_t length = strlen (word);

  if (length == 0)
    return FALSE;
  for (const char *p = strstr (words, word); p != NULL; p = strstr (p + 1, word))
    if ((p == words || p[-1] == ' ') && (p[length] == '\0' || p[length] == ' '))
      return TRUE;

  return FALSE;
}

/* Of all columns, by word; a word of two columns is that of the first. */
static GHashTable *
make_words (void)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint column = TY_N_ROSTER_COLUMNS; column-- > 0;)
    {
      g_auto(GStrv) parts = g_strsplit (synonyms[column], " ", -1);

      for (guint i = 0; parts[i] != NULL; i++)
        if (*parts[i] != '\0')
          g_hash_table_replace (words, g_strdup (parts[i]), GUINT_TO_POINTER (column));
    }
  return words;
}

static TyRosterColumn
match_heading (const char *text)
{
  static gsize words = 0;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, (gsize) make_words ());

  for (int drop = 0; drop < 2; drop++)
    {
      g_autofree char *plain = normalize (text, drop != 0);
      gpointer column;

      if (g_hash_table_lookup_extended ((GHashTable *) words, plain, NULL, &column))
        return GPOINTER_TO_UINT (column);
    }
  return TY_N_ROSTER_COLUMNS;
}

/**
 * ty_roster_header_is_heading:
 * @text: what stands in a cell
 * @column: a column
 *
 * Returns: whether it is a heading of that column, such as a header that was repeated for print
 */
gboolean
ty_roster_header_is_heading (const char     *text,
                              TyRosterColumn  column)
{
  return match_heading (text) == column;
}

/**
 * ty_roster_header_knows:
 * @text: a heading
 *
 * Returns: whether a column of the program is called so by offices
 */
gboolean
ty_roster_header_knows (const char *text)
{
  return match_heading (text) != TY_N_ROSTER_COLUMNS;
}

static TyRosterHeader *
header_new (guint header_row)
{
  TyRosterHeader *self = g_new0 (TyRosterHeader, 1);

  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->header_row = header_row;
  for (guint i = 0; i < TY_N_ROSTER_COLUMNS; i++)
    self->places[i] = TY_ROSTER_NO_COLUMN;
  return self;
}

void
ty_roster_header_free (TyRosterHeader *self)
{
  g_clear_pointer (&self->head, ty_table_head_free);
  for (guint i = 0; i < TY_N_ROSTER_COLUMNS; i++)
    g_free (self->headings[i]);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_free (self);
}

/**
 * ty_roster_header_has:
 * @self: the columns of a roster
 * @column: a column
 *
 * Returns: whether the roster has it
 */
gboolean
ty_roster_header_has (TyRosterHeader *self,
                       TyRosterColumn   column)
{
  return self->places[column] != TY_ROSTER_NO_COLUMN;
}

/* The first of two columns with the same meaning counts. */
static void
add_heading (TyRosterHeader *self,
             const char      *text,
             TyRosterColumn   column,
             guint            place)
{
  if (column == TY_N_ROSTER_COLUMNS || ty_roster_header_has (self, column))
    return;

  self->places[column] = place;
  self->headings[column] = ty_text_clean (text);
}

static gboolean
knows_heading (const char *text,
               gpointer    data)
{
  return ty_roster_header_knows (text);
}

static gboolean
is_roster (TyRosterHeader *self)
{
  guint n = 0;

  for (guint i = 0; i < TY_N_ROSTER_COLUMNS; i++)
    n += ty_roster_header_has (self, i);
  return ty_roster_header_has (self, TY_ROSTER_COLUMN_NAME) && n >= LEAST_COLUMNS;
}

/**
 * ty_roster_header_find:
 * @lines: (element-type TyTableLine): the first rows of a sheet
 * @merges: (nullable) (element-type TyCellRange): its merged blocks
 *
 * Looks for the header, which may have several rows, below a title and other lines.
 *
 * Returns: (transfer full) (nullable): the columns; %NULL where no row is a header of a roster
 */
TyRosterHeader *
ty_roster_header_find (GPtrArray *lines,
                       GArray    *merges)
{
  g_autoptr(TyTableHead) head = ty_table_head_find (lines, merges, knows_heading, NULL);
  g_autoptr(TyRosterHeader) self = header_new (head->last_row);

  for (guint i = 0; i < head->columns->len; i++)
    {
      TyTableColumn *column = g_ptr_array_index (head->columns, i);
      TyRosterColumn found = match_heading (column->heading);

      if (found == TY_N_ROSTER_COLUMNS)
        found = match_heading (column->own);
      add_heading (self, column->heading, found, column->place);
    }
  if (head->first_row == 0 || !is_roster (self))
    return NULL;

  self->head = g_steal_pointer (&head);
  return g_steal_pointer (&self);
}

/**
 * ty_roster_header_match:
 * @text: a heading
 *
 * Returns: the column that offices call so, or %TY_N_ROSTER_COLUMNS
 */
TyRosterColumn
ty_roster_header_match (const char *text)
{
  return match_heading (text);
}

/**
 * ty_roster_header_is_one_of:
 * @text: a heading
 * @words: headings in simplified script, without blanks and brackets, with blanks between them
 *
 * Returns: whether it is one of them, whatever its script, blanks and brackets
 */
gboolean
ty_roster_header_is_one_of (const char *text,
                            const char *words)
{
  for (int drop = 0; drop < 2; drop++)
    {
      g_autofree char *plain = normalize (text, drop != 0);

      if (has_word (words, plain))
        return TRUE;
    }
  return FALSE;
}

/**
 * ty_roster_header_new:
 * @header_row: the last row of the header, from 1
 *
 * Returns: (transfer full): a header without columns
 */
TyRosterHeader *
ty_roster_header_new (guint header_row)
{
  return header_new (header_row);
}

/**
 * ty_roster_header_set:
 * @self: a header
 * @column: a column
 * @place: where it is, from 0
 * @heading: what stands above it
 *
 * Says where a column is. The first of two with the same meaning counts.
 */
void
ty_roster_header_set (TyRosterHeader *self,
                      TyRosterColumn  column,
                      guint           place,
                      const char     *heading)
{
  add_heading (self, heading, column, place);
}
