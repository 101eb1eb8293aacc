/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appointment-merits"

#include "config.h"

#include "ty-appointment-records.h"

#include "ty-annual-result.h"
#include "ty-code-list.h"
#include "ty-honour.h"
#include "ty-penalty.h"
#include "ty-text.h"

#include <string.h>

/* Two fields of the form are sentences that hold rows: honours and penalties, and yearly results. */

static TyDate
take_date (const char **cursor)
{
  const char *p = *cursor;
  guint parts[3] = { 0 };
  guint n = 0;

  while (n < 3 && g_ascii_isdigit (*p))
    {
      guint most = n == 0 ? 4 : 2;
      guint digits = 0;

      while (digits < most && g_ascii_isdigit (*p))
        {
          parts[n] = parts[n] * 10 + (guint) (*p++ - '0');
          digits++;
        }
      n++;
      if (*p != '\0' && strchr (".-/", *p) != NULL && g_ascii_isdigit (p[1]))
        p++;
      else if (g_str_has_prefix (p, "年") || g_str_has_prefix (p, "月") || g_str_has_prefix (p, "日"))
        p += strlen ("年");
    }
  if (n == 0 || !ty_date_is_valid (ty_date_new (parts[0], parts[1], parts[2])))
    return TY_DATE_NONE;

  *cursor = p;
  return ty_date_new (parts[0], parts[1], parts[2]);
}

static const char *
skip (const char        *text,
      const char *const *words)
{
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; words[i] != NULL; i++)
        if (g_str_has_prefix (text, words[i]))
          {
            text += strlen (words[i]);
            again = TRUE;
          }
    }
  return text;
}

/* Where @text says who did it before one of the words: 被县委评为. */
static const char *
find_deed (const char         *text,
           const char *const  *words,
           const char        **word)
{
  const char *first = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (text, words[i]);

      if (found != NULL && (first == NULL || found < first))
        {
          first = found;
          *word = words[i];
        }
    }
  return first;
}

static gboolean
is_penalty (const char *text)
{
  static const char *const words[] = { "处分", "處分", "警告", "记过", "記過", "撤职", "撤職", "降级", "降級",
                                       "开除", "開除", "留党察看", "留黨察看", "诫勉", "誡勉", "批评", "批評" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static void
add_honour (GPtrArray  *honours,
            TyDate      date,
            const char *text)
{
  static const char *const deeds[] = { "评为", "評為", "授予", "表彰为", "表彰為", NULL };
  TyRecord *honour = TY_RECORD (ty_honour_new ());
  const char *word = NULL;
  const char *passive = g_str_has_prefix (text, "被") ? text + strlen ("被") : NULL;
  const char *deed = passive != NULL ? find_deed (passive, deeds, &word) : NULL;

  ty_record_set_date (honour, TY_HONOUR_DATE, date);
  if (deed != NULL && deed > passive && deed[strlen (word)] != '\0')
    {
      ty_record_take_text (honour, TY_HONOUR_GRANTED_BY, g_strndup (passive, (gsize) (deed - passive)));
      ty_record_set_text (honour, TY_HONOUR_TITLE, deed + strlen (word));
    }
  else
    ty_record_set_text (honour, TY_HONOUR_TITLE, text);
  g_ptr_array_add (honours, honour);
}

static void
add_penalty (GPtrArray  *penalties,
             TyDate      date,
             const char *text)
{
  static const char *const deeds[] = { "给予", "給予", NULL };
  TyRecord *penalty = TY_RECORD (ty_penalty_new ());
  const char *word = NULL;
  const char *passive = strstr (text, "被");
  const char *deed = passive != NULL ? find_deed (passive, deeds, &word) : NULL;

  ty_record_set_date (penalty, TY_PENALTY_DATE, date);
  if (deed != NULL && deed[strlen (word)] != '\0')
    {
      g_autofree char *why = g_strndup (text, (gsize) (passive - text));

      passive += strlen ("被");
      if (g_str_has_prefix (why, "因"))
        ty_record_set_text (penalty, TY_PENALTY_REASON, why + strlen ("因"));
      if (deed > passive)
        ty_record_take_text (penalty, TY_PENALTY_DECIDED_BY, g_strndup (passive, (gsize) (deed - passive)));
      text = deed + strlen (word);
    }
  ty_record_set_text (penalty, TY_PENALTY_TITLE, text);
  g_ptr_array_add (penalties, penalty);
}

static void
parse_merit (const char *line,
             GPtrArray  *honours,
             GPtrArray  *penalties)
{
  static const char *const fillers[] = { "，", ",", "、", "：", ":", " ", "荣获", "榮獲", "获得", "獲得", NULL };
  const char *text = line;
  TyDate date = take_date (&text);

  if (ty_date_is_known (date))
    text = skip (text, fillers);
  if (*text == '\0')
    return;

  if (is_penalty (text))
    add_penalty (penalties, date, text);
  else
    add_honour (honours, date, text);
}

/**
 * ty_appointment_merits_parse:
 * @text: honours and penalties as a form has them (奖惩情况): sentences that begin with a date, each on
 *   a line or ended by “；” or “。”; “无” is none
 * @honours: (element-type TyHonour): gets those that are honours
 * @penalties: (element-type TyPenalty): gets the others
 *
 * What cannot be taken apart is the title of its row as it stands.
 */
void
ty_appointment_merits_parse (const char *text,
                             GPtrArray  *honours,
                             GPtrArray  *penalties)
{
  g_autoptr(GString) plain = g_string_new (text);
  g_auto(GStrv) lines = NULL;

  g_string_replace (plain, "；", "\n", 0);
  g_string_replace (plain, "。", "\n", 0);
  g_string_replace (plain, ";", "\n", 0);
  lines = g_strsplit (plain->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = ty_text_clean (lines[i]);

      if (*line != '\0' && strcmp (line, "无") != 0 && strcmp (line, "無") != 0)
        parse_merit (line, honours, penalties);
    }
}

static void
append_date (GString *text,
             TyDate   date)
{
  if (!ty_date_is_known (date))
    return;

  g_string_append_printf (text, "%u年", date.year);
  if (date.month != 0)
    g_string_append_printf (text, "%u月", date.month);
  if (date.day != 0)
    g_string_append_printf (text, "%u日", date.day);
}

static void
append_honour (GString  *text,
               TyRecord *honour)
{
  const char *by = ty_record_get_text (honour, TY_HONOUR_GRANTED_BY);
  const char *title = ty_record_get_text (honour, TY_HONOUR_TITLE);

  append_date (text, ty_record_get_date (honour, TY_HONOUR_DATE));
  if (by != NULL)
    g_string_append_printf (text, "被%s评为", by);
  g_string_append (text, title != NULL ? title : "");
}

static void
append_penalty (GString  *text,
                TyRecord *penalty)
{
  const char *why = ty_record_get_text (penalty, TY_PENALTY_REASON);
  const char *by = ty_record_get_text (penalty, TY_PENALTY_DECIDED_BY);
  const char *title = ty_record_get_text (penalty, TY_PENALTY_TITLE);

  append_date (text, ty_record_get_date (penalty, TY_PENALTY_DATE));
  if (why != NULL)
    g_string_append_printf (text, "因%s", why);
  if (why != NULL || by != NULL)
    g_string_append_printf (text, "被%s给予", by != NULL ? by : "");
  g_string_append (text, title != NULL ? title : "");
}

/**
 * ty_appointment_merits_write:
 * @honours: (element-type TyHonour): the honours
 * @penalties: (element-type TyPenalty): the penalties
 *
 * Returns: (transfer full): the text of the form, a line for each; “无” where there are none
 */
char *
ty_appointment_merits_write (GPtrArray *honours,
                             GPtrArray *penalties)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < honours->len; i++)
    {
      g_string_append (text, text->len > 0 ? "\n" : "");
      append_honour (text, g_ptr_array_index (honours, i));
    }
  for (guint i = 0; i < penalties->len; i++)
    {
      g_string_append (text, text->len > 0 ? "\n" : "");
      append_penalty (text, g_ptr_array_index (penalties, i));
    }
  if (text->len == 0)
    g_string_append (text, "无");

  return g_string_free (text, FALSE);
}

/* The longest word of the list with which @text begins. */
static const char *
take_result (const char **text)
{
  TyCodeList *list = ty_code_list_get_shipped ("annual_result");
  const char *key = NULL;
  gsize longest = 0;

  for (guint i = 0; i < ty_code_list_get_n_items (list); i++)
    {
      TyCode *code = ty_code_list_get_item (list, i);
      const TyLanguage languages[] = { TY_LANGUAGE_ZH_CN, TY_LANGUAGE_ZH_TW };

      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          const char *word = ty_code_get_label_in (code, languages[j]);

          if (g_str_has_prefix (*text, word) && strlen (word) > longest)
            {
              longest = strlen (word);
              key = ty_code_get_key (code);
            }
        }
    }
  *text += longest;
  return key;
}

static TyRecord *
find_year (GPtrArray *results,
           gint64     year)
{
  for (guint i = 0; i < results->len; i++)
    if (ty_record_get_integer (g_ptr_array_index (results, i), TY_ANNUAL_RESULT_YEAR) == year)
      return g_ptr_array_index (results, i);

  return NULL;
}

static void
set_results (GPtrArray  *results,
             GArray     *years,
             const char *key)
{
  for (guint i = 0; i < years->len; i++)
    {
      guint year = g_array_index (years, guint, i);
      TyRecord *result = find_year (results, year);

      if (result == NULL)
        {
          result = TY_RECORD (ty_annual_result_new ());
          ty_record_set_integer (result, TY_ANNUAL_RESULT_YEAR, year);
          g_ptr_array_add (results, result);
        }
      ty_record_set_text (result, TY_ANNUAL_RESULT_RESULT, key);
    }
  g_array_set_size (years, 0);
}

static void
add_years (GArray   *years,
           guint     year,
           gboolean  through)
{
  guint from = year;

  if (through && years->len > 0 && g_array_index (years, guint, years->len - 1) < year
      && year - g_array_index (years, guint, years->len - 1) < 20)
    from = g_array_index (years, guint, years->len - 1) + 1;
  for (; from <= year; from++)
    g_array_append_val (years, from);
}

/**
 * ty_appointment_results_parse:
 * @text: yearly results as a form has them: `2021年优秀，2022、2023年称职`, `2019-2021年均为合格`
 * @results: (element-type TyAnnualResult): gets a row for each year
 *
 * Returns: whether all years that are named have a result
 */
gboolean
ty_appointment_results_parse (const char *text,
                              GPtrArray  *results)
{
  static const char *const dashes[] = { "-", "—", "－", "–", "至", "~", "～" };
  g_autoptr(GArray) years = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean through = FALSE;
  const char *p = text;

  while (*p != '\0')
    {
      const char *key;
      guint year = 0;

      for (guint i = 0; i < 4 && g_ascii_isdigit (p[i]); i++)
        year = year * 10 + (guint) (p[i] - '0');
      if (year >= 1950 && year < 2200)
        {
          add_years (years, year, through);
          through = FALSE;
          p += 4;
          continue;
        }
      key = take_result (&p);
      if (key != NULL)
        {
          set_results (results, years, key);
          continue;
        }
      for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
        through |= g_str_has_prefix (p, dashes[i]);
      p = g_utf8_next_char (p);
    }
  return years->len == 0;
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ty_record_get_integer (*(TyRecord *const *) a, TY_ANNUAL_RESULT_YEAR);
  gint64 second = ty_record_get_integer (*(TyRecord *const *) b, TY_ANNUAL_RESULT_YEAR);

  return (first > second) - (first < second);
}

/**
 * ty_appointment_results_write:
 * @results: (element-type TyAnnualResult): the results, which are sorted by year
 * @n_years: how many of the last years are written; 0 = all
 *
 * Returns: (transfer full): the text of the form
 */
char *
ty_appointment_results_write (GPtrArray *results,
                              guint      n_years)
{
  TyCodeList *list = ty_code_list_get_shipped ("annual_result");
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (results, compare_years);
  for (guint i = n_years > 0 && results->len > n_years ? results->len - n_years : 0; i < results->len; i++)
    {
      TyRecord *result = g_ptr_array_index (results, i);
      const char *key = ty_record_get_text (result, TY_ANNUAL_RESULT_RESULT);
      TyCode *code = key != NULL ? ty_code_list_lookup (list, key) : NULL;

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT "年%s", text->len > 0 ? "，" : "",
                              ty_record_get_integer (result, TY_ANNUAL_RESULT_YEAR),
                              code != NULL ? ty_code_get_label_in (code, TY_LANGUAGE_ZH_CN) : "");
    }
  return g_string_free (text, FALSE);
}
