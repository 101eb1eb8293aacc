/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-table-column"

#include "config.h"

#include "ty-table-column.h"

#include "ty-text.h"

#include <string.h>

#define MAX_NAME_CHARS 4
#define MAX_DATE_BYTES 40

/* Surnames that nearly all have, in simplified script. A column of names is told by them; a single
 * rare one changes nothing. */
static const char surnames[] =
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
  "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜"
  "倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁耿牟卜肖闫阳欧柯桂滕饶温苗裴单尚柴车时覃"
  "穆关包司宁蒲鲍娄蓝甘童冉阮简詹游谈丘连纪屈项闵瞿危芮储靳汲麻强应宗宣"
  "邬杭诸花费廉岑郎乐毋";

void
ty_table_column_free (TyTableColumn *self)
{
  g_free (self->heading);
  g_free (self->own);
  g_free (self);
}

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

static gboolean
is_id_number (const char *code)
{
  gsize n = count_digits (code);

  if (code[n] == '\0')
    return n == 15 || n == 18;

  return n == 17 && (code[n] == 'X' || code[n] == 'x') && code[n + 1] == '\0';
}

static gboolean
is_mobile (const char *code)
{
  return count_digits (code) == 11 && code[11] == '\0' && code[0] == '1' && code[1] >= '3';
}

/* A plain year is a number as well as a date: here it is a number. */
static gboolean
is_date (const TyCell *cell,
         const char   *text)
{
  gsize n = count_digits (text);
  TyDate date;

  if (cell->kind == TY_CELL_DATE)
    return TRUE;
  if (strlen (text) > MAX_DATE_BYTES || (n != 4 && n != 6 && n != 8) || (n == 4 && text[n] == '\0'))
    return FALSE;

  return ty_date_parse_record (text, &date, NULL, NULL) && date.year >= 1900 && date.year < 2100;
}

static gboolean
is_number (const TyCell *cell,
           const char   *text)
{
  char *end;

  if (cell->kind == TY_CELL_NUMBER)
    return TRUE;
  if (*text == '\0')
    return FALSE;
  g_ascii_strtod (text, &end);
  return *end == '\0' || strcmp (end, "%") == 0;
}

static gboolean
is_name (const char *text)
{
  g_autofree char *folded = ty_text_fold (text);
  glong n = g_utf8_strlen (folded, -1);
  const char *first = folded;
  g_autofree char *surname = NULL;

  if (n < 2 || (n > MAX_NAME_CHARS && strstr (text, "·") == NULL))
    return FALSE;
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) != G_UNICODE_SCRIPT_HAN)
      return FALSE;

  surname = g_strndup (first, (gsize) (g_utf8_next_char (first) - first));
  return strstr (surnames, surname) != NULL;
}

/**
 * ty_table_content_find:
 * @cell: a cell
 *
 * Returns: what it looks like by itself
 */
TyTableContent
ty_table_content_find (const TyCell *cell)
{
  g_autofree char *text = ty_cell_dup_text (cell);
  g_autofree char *clean = ty_text_clean (text);
  g_autofree char *code = ty_text_clean_code (text);

  if (*clean == '\0' || cell->kind == TY_CELL_ERROR)
    return TY_TABLE_CONTENT_NOTHING;
  if (is_id_number (code) || (cell->kind == TY_CELL_NUMBER && cell->number >= 1e14))
    return TY_TABLE_CONTENT_ID_NUMBER;
  if (is_mobile (code))
    return TY_TABLE_CONTENT_MOBILE;
  if (is_date (cell, clean))
    return TY_TABLE_CONTENT_DATE;
  if (is_number (cell, clean))
    return TY_TABLE_CONTENT_NUMBER;

  return is_name (clean) ? TY_TABLE_CONTENT_NAME : TY_TABLE_CONTENT_TEXT;
}
